# What the launch tests on the test drive share. Each runs in a folder of its own, which goes
# when it ends; `common.sh` of the test drive has its words and readers.
set -- "$TEST_DRIVE"
. "$INTEROP/common.sh"

# song NUMBER TITLE ARTIST ISRC: NUMBER.wav as NUMBER.flac, with tags.
song() {
  flac -s --tag="TITLE=$2" --tag="ARTIST=$3" --tag="ISRC=$4" --tag="ALBUM=The Disc" \
    --tag="ALBUMARTIST=The Band" --tag="BARCODE=$catalogue" "$1.wav"
}

branch() { echo "filesrc location=$1.flac ! flacparse ! flacdec ! audioconvert ! c."; }

# burn PROPERTY=VALUE ...: the three songs by redbooksink. Its words go to `said`.
burn() {
  # shellcheck disable=SC2046,SC2086  # words of a launch line
  "$test_drive" run gst-launch-1.0 $messages concat name=c ! \
    redbooksink device=/dev/sr0 settle-time=0 "$@" \
    $(branch 1) $(branch 2) $(branch 3) >said 2>&1
}
messages=

burns() {
  burn "$@" || { cat said; echo "failed: $*"; exit 1; }
}

# refuses WORDS PROPERTIES: ends with an error of these words before it plays.
refuses() {
  words=$1
  shift
  if burn "$@"; then echo "burned: $*"; exit 1; fi
  says said "$words"
  says said "Failed to set pipeline to PAUSED"
}

medium_is() {
  drive list sr0 >list
  says list "^medium: $1$"
}

make_tracks
song 1 Morning "The Band" XYBLG1101234
song 2 Noon "A Guest" XYBLG1100005
song 3 Evening "The Band" XYBLG1100006
