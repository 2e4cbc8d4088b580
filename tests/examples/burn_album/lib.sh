# What the tests of burn-album share, beside lib.sh of tests/launch.
# From meson: BURN_ALBUM, the program, and LAUNCH, the folder of that file.
. "$LAUNCH/lib.sh"
export XDG_CACHE_HOME=$folder/cache

# burn_album CODE ARGUMENT ...: ends with this code. Its words go to `said` and `complained`.
burn_album() {
  wanted=$1
  shift
  code=0
  "$BURN_ALBUM" "$@" >said 2>complained || code=$?
  [ "$code" = "$wanted" ] || { cat said complained; fail "burn-album $* ends with $code, not $wanted"; }
}

says() { # FILE PATTERN
  grep -q -- "$2" "$1" || { cat "$1"; fail "$1 does not say: $2"; }
}

# The titles in a cue sheet, the disc's first, without the quotes.
titles() { sed -n 's/ *TITLE "\(.*\)"/\1/p' "$1" | xargs; }

# The titles in the order of the table.
listed() { awk '/^ *[0-9]+ +[0-9]+:[0-9]+ / { print $3 }' said | xargs; }
