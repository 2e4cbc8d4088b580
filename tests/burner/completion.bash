#!/bin/bash
# completion.bash TEST-DRIVE HELPERS BURNER COMPLETION: bash, and zsh, complete what
# redbook-burner takes: its options, their values, drives, images and stashes.
set -eu
burner=$3
completion=$4
zsh_completion=${4%.bash}.zsh
. "$2/common.sh"
drive create sr0
drive create sr1
mkdir files
cd files
touch album.cue album.toc album.bin set.ddp 'two words.cue'
mkdir stash
export PATH=${burner%/*}:$PATH
"$burner" --help >../help

# completed WORD ...: what may stand in place of the last word, each on a line.
completed() {
  # shellcheck disable=SC2016  # for the inner shell
  "$test_drive" run bash --norc -c '
    . /usr/share/bash-completion/bash_completion
    . "$1"
    shift
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*" COMP_TYPE=9
    COMP_POINT=${#COMP_LINE}
    compopt() { :; }  # it is for bash alone, while it completes
    _redbook_burner redbook-burner "${@: -1}" "${@: -2:1}"
    printf "%s\n" "${COMPREPLY[@]}"' completed "$completion" redbook-burner "$@" | sort
}

# completes WORDS WANTED: the same, compared with what is wanted.
completes() {
  read -ra words <<<"$1"
  [ "${1% }" = "$1" ] || words+=('')
  found=$(completed "${words[@]}" | tr '\n' ' ')
  [ "$found" = "$2 " ] && return
  echo "redbook-burner $1 completes to $found, not to $2"
  exit 1
}


# Options are those of --help, and their values too.
completes '-' "$(grep -oE '^ +(-h,)?--[a-z-]+' ../help | sed 's/.*--/--/' | sort | xargs)"
completes '--st' '--stash-info --stash-repair'
values_of() { sed -n "s/^ *--$1 \([a-z|]*\)\( .*\)\?\$/\1/p" ../help | tr '|' '\n' | sort | xargs; }
for option in write-mode blank verify-after; do
  [ -n "$(values_of $option)" ]
  completes "--$option " "$(values_of $option)"
done
completes '--write-mode s' 'sao'
completes '--device /dev/sr0 --write-speed 4' '40x 48x 4x'
completes '--disc ' ''

# Drives are those of the machine.
for option in probe device verify erase eject load; do
  completes "--$option " '/dev/sr0 /dev/sr1'
done

# Files are the images and stashes that fit.
completes '--device /dev/sr0 ' 'album.cue album.toc stash two words.cue'
completes '--export ' 'album.cue album.toc stash two words.cue'
completes '--export stash ' 'album.cue album.toc set.ddp stash two words.cue'
completes '--stash-info ' 'stash'

# zsh has the same options.
grep -oE -- "--[a-z-]+['[}]" "$zsh_completion" | grep -oE -- '--[a-z-]+' | sort -u >../by-zsh
grep -oE '^ +(-h,)?--[a-z-]+' ../help | sed 's/.*--/--/' | sort -u | diff - ../by-zsh
if command -v zsh >/dev/null; then zsh -n "$zsh_completion"; fi
