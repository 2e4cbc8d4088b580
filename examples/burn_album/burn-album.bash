# bash completion for burn-album(1)                                -*- shell-script -*-

# The kernel's list, which opens no drive: one that burns is left alone.
_burn_album_drives() {
  sed -n 's,^drive name:,,p' /proc/sys/dev/cdrom/info 2>/dev/null |
    grep -oE '[^[:space:]]+' | sed 's,^,/dev/,'
}

_burn_album_words() {
  mapfile -t COMPREPLY < <(compgen -W "$1" -- "$cur")
}

_burn_album() {
  local cur prev words cword split
  _init_completion -s || return

  case $prev in
    --device)
      _burn_album_words "$(_burn_album_drives)"
      return
      ;;
    -o | --output)
      _filedir '@(cue|toc|ddp)'
      return
      ;;
    --format)
      _burn_album_words 'auto cue toc ddp'
      return
      ;;
    --verify | --blank)
      _burn_album_words "none $([ "$prev" = --verify ] && echo quick || echo fast) full"
      return
      ;;
    --write-mode)
      _burn_album_words 'auto sao tao'
      return
      ;;
    --write-speed)
      _burn_album_words '1x 2x 4x 8x 10x 12x 16x 24x 32x 40x 48x 52x'
      return
      ;;
    --report)
      _filedir
      return
      ;;
    --title | --performer | --genre | --catalog | --language | --cue-charset | --gap | --capacity | --copies | --wait)
      return
      ;;
  esac
  $split && return

  if [[ $cur == -* ]]; then
    _burn_album_words "$(_parse_help "$1")"
  else
    _filedir
  fi
} && complete -F _burn_album burn-album
