#!/bin/sh
# manual.sh BURNER PAGE: The man page has every option of --help and every exit code, and
# readers of man pages have nothing to say against it.
set -eu
burner=$1
page=$2
export LC_ALL=C.UTF-8 MANWIDTH=80
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"


mandoc -Tlint -Wwarning "$page" >complaints 2>&1 || true
man --warnings -E UTF-8 -l -Tutf8 -Z "$page" 2>>complaints >/dev/null
mandoc -Tascii "$page" | col -bx >text
"$burner" --help >help
grep -oE -- '--[a-z-]+' help | sort -u >options
sed -n '/^Exit codes:/,/^$/s/^  \([0-9]\) .*/\1/p' help >codes


status=0
wrong() { echo "$1" && status=1; }
[ -s complaints ] && cat complaints && status=1
[ "$(wc -l <options)" -gt 20 ] || wrong "--help lists too few options"
while read -r option; do
  grep -qE -- "^ +(-h, )?$option( |\$)" text || wrong "$option is not in the page"
done <options
[ -s codes ] || wrong "--help lists no exit codes"
while read -r code; do
  sed -n '/^EXIT STATUS/,/^EXAMPLES/p' text | grep -qE "^ +$code " || wrong "exit code $code"
done <codes
# Nor does it have any that the program hasn't.
grep -oE -- '^ {5}--[a-z-]+' text | tr -d ' ' | sort -u >told
comm -13 options told >made_up
[ -s made_up ] && wrong "the program has no $(cat made_up)"
exit $status
