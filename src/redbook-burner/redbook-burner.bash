# SPDX-License-Identifier: GPL-2.0-or-later
# bash completion for redbook-burner(1)                            -*- shell-script -*-

# The kernel's list, which opens no drive: one that burns is left alone.
_redbook_burner_drives() {
  sed -n 's,^drive name:,,p' /proc/sys/dev/cdrom/info 2>/dev/null |
    grep -oE '[^[:space:]]+' | sed 's,^,/dev/,'
}

_redbook_burner_words() {
  mapfile -t COMPREPLY < <(compgen -W "$1" -- "$cur")
}

_redbook_burner() {
  local cur prev words cword split
  _init_completion -s || return

  case $prev in
    --probe | --device | --verify | --erase | --eject | --load)
      _redbook_burner_words "$(_redbook_burner_drives)"
      return
      ;;
    --stash-info | --stash-repair)
      _filedir -d
      return
      ;;
    --export)
      _filedir '@(cue|toc)'
      return
      ;;
    --write-mode)
      _redbook_burner_words 'auto sao tao'
      return
      ;;
    --write-speed)
      _redbook_burner_words '1x 2x 4x 8x 10x 12x 16x 24x 32x 40x 48x 52x'
      return
      ;;
    --blank)
      _redbook_burner_words 'none fast full'
      return
      ;;
    --verify-after)
      _redbook_burner_words 'none quick full'
      return
      ;;
    --disc | --capacity | --cue-charset | --write-offset)
      return
      ;;
  esac
  $split && return

  if [[ $cur == -* ]]; then
    _redbook_burner_words "$(_parse_help "$1")"
  elif [[ " ${words[*]} " == *' --export'[\ =]* ]]; then
    _filedir '@(cue|toc|ddp)'
  else
    _filedir '@(cue|toc)'
  fi
} && complete -F _redbook_burner redbook-burner
