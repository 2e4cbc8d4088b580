#!/bin/sh
# The player shows in red what is too long for the disc, and burns nothing of it, nor of a file
# that cannot be read.
. "${0%/*}/../launch/lib.sh"
. "${0%/*}/screen.sh"

# silence NAME MINUTES TITLE
silence() {
  gst-launch-1.0 -q audiotestsrc wave=silence samplesperbuffer=44100 num-buffers=$(($2 * 60)) ! \
    audio/x-raw,format=S16LE,rate=44100,channels=2 ! taginject tags="title=$3,artist=Nobody" ! \
    flacenc quality=0 ! filesink location="$1.flac"
}
number=0
for minutes in 9 6 11 8 5 12 7 10 9; do
  number=$((number + 1))
  silence $number $minutes "Silence-of-$minutes-minutes"
done
head -c 100000 /dev/zero >none.flac


on_screen "${0%/*}/fill_on_screen.py" [1-9].flac || fail "the player"
