#!/bin/sh
# The man page, bash and zsh have every option of --help, and no others. From meson: PROGRAM,
# the folder with these files.
. "${0%/*}/lib.sh"
export MANWIDTH=80
page=$PROGRAM/burn-album.1


mandoc -Tlint -Wwarning "$page" >complaints 2>&1 || true
man --warnings -E UTF-8 -l -Tutf8 -Z "$page" 2>>complaints >/dev/null
mandoc -Tascii "$page" | col -bx >text
"$BURN_ALBUM" --help >help
sed '/^Exit codes:/,$d' help | grep -oE -- '--[a-z-]+' | sort -u >options
sed -n '/^Exit codes:/,/^$/s/^  \([0-9]*\) .*/\1/p' help >codes


[ ! -s complaints ] || { cat complaints; fail "the readers of man pages complain"; }
[ "$(wc -l <options)" -gt 20 ] || fail "--help lists too few options"
grep -oE -- '^ {5}(-[ho], )?--[a-z-]+' text | grep -oE -- '--[a-z-]+' | sort -u >told
diff -u options told || fail "the man page has other options"
[ "$(wc -l <codes)" = 5 ] || fail "--help lists other exit codes"
while read -r code; do
  sed -n '/^EXIT STATUS/,/^EXAMPLES/p' text | grep -qE "^ +$code " || fail "exit code $code"
done <codes

grep -oE -- "--[a-z-]+[['{]|,--[a-z-]+" "$PROGRAM/burn-album.zsh" | grep -oE -- '--[a-z-]+' |
  sort -u >by-zsh
diff -u options by-zsh || fail "zsh completes other options"
if command -v zsh >/dev/null; then zsh -n "$PROGRAM/burn-album.zsh" || fail "zsh can't read it"; fi

# completes WORDS WANTED: what bash puts in place of the last word.
completes() {
  # shellcheck disable=SC2016,SC2086  # for the inner shell; words
  found=$(PATH="${BURN_ALBUM%/*}:$PATH" bash --norc -c '
    . /usr/share/bash-completion/bash_completion
    . "$1"
    shift
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*" COMP_TYPE=9
    COMP_POINT=${#COMP_LINE}
    compopt() { :; }  # it is for bash alone, while it completes
    _burn_album burn-album "${@: -1}" "${@: -2:1}"
    printf "%s\n" "${COMPREPLY[@]}"' completes "$PROGRAM/burn-album.bash" burn-album "$@" | sort | xargs)
}
completes --
expect "options by bash" "$(xargs <options)" "$found"
for option in format verify blank write-mode; do
  completes "--$option" ''
  values=$(sed -n "s/.*--$option \([a-z|]*\)\( .*\)\?\$/\1/p" help | head -n 1 | tr '|' '\n' | sort | xargs)
  [ -n "$values" ] || fail "--help has no values of --$option"
  expect "--$option by bash" "$values" "$found"
done
touch album.cue album.toc album.mp3
completes --output ''
expect "images by bash" "album.cue album.toc" "$found"
