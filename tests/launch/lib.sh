# What the launch tests share. Each runs in a folder of its own, which goes when it ends.
# From meson: COMPOSE, the program that makes music, and GStreamer's environment.
set -eu
export LC_ALL=C.UTF-8

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

# song NAME SAMPLES SEED: NAME.raw, and the same sound with tags as NAME.flac.
song() {
  "$COMPOSE" "$2" "$3" >"$1.raw"
  gst-launch-1.0 -q filesrc location="$1.raw" ! rawaudioparse ! \
    taginject tags="title=Title-$1,artist=Strings,album=Plucked" ! flacenc ! \
    filesink location="$1.flac"
}

# branch NAME: the part of a launch line that brings NAME.flac to the concat called c.
branch() {
  echo "filesrc location=$1.flac ! flacparse ! flacdec ! audioconvert ! audioresample ! c."
}

# record PROPERTIES NAME ...: the songs through concat into one redbooksink.
record() {
  properties=$1
  shift
  # shellcheck disable=SC2046,SC2086  # words of a launch line
  launch concat name=c ! redbooksink $properties $(for name; do branch "$name"; done)
}

# launch LINE: runs it, its words go to launch.log.
launch() { gst-launch-1.0 "$@" >launch.log 2>&1 || fail "gst-launch-1.0 $*"; }

fail() {
  echo "FAILED: $*"
  [ ! -e launch.log ] || tail -n 20 launch.log
  exit 1
}

expect() { # what, expected, found
  [ "$2" = "$3" ] || fail "$1: expected '$2', found '$3'"
}

same_bytes() { cmp "$1" "$2" || fail "$1 and $2 differ"; }

size() { stat -c %s "$1"; }

# The sound of NAME.raw, filled with silence to whole blocks.
filled() { # NAME BYTES_PER_BLOCK
  cat "$1.raw"
  odd=$(($(size "$1.raw") % 2352))
  [ "$odd" = 0 ] || head -c $((2352 - odd)) /dev/zero
}

starts_by_libcdio() { # SHEET: first blocks of all tracks and of the lead-out
  cd-info --no-cddb --no-device-info --cue-file="$1" |
    sed -n 's/^ *[0-9]*: [0-9:]* *\([0-9]\{6\}\) .*/\1/p' | sed 's/^0*\(.\)/\1/' | xargs
}

starts_by_cdrdao() { # SHEET: first blocks of all tracks, then the last END
  cdrdao show-toc "$1" 2>/dev/null |
    sed -n 's/.*\(START\|END\) .*( *\([0-9]*\))/\1 \2/p' |
    awk '/START/ {printf "%s ", $2} /END/ {end = $2} END {print end}'
}

indexes() { # SHEET: the times of all indexes
  sed -n 's/ *INDEX \(.*\)/\1/p' "$1" | xargs
}

# Nothing but the named files is left here.
only_these_are_here() { # PATTERN
  # shellcheck disable=SC2010  # the names are ours
  left=$(ls -A | grep -vE "$1" || true)
  expect "left in the folder" "" "$left"
}
