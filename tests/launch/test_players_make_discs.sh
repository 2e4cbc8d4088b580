#!/bin/sh
# gst-play plays into redbooksink: gapless with both playbins, and from the middle of a file.
. "${0%/*}/lib.sh"
song a 264733 1; song b 529277 2; song c 265001 3
{ filled a; filled b; filled c; } >expected.bin

play() { gst-play-1.0 --quiet --no-interactive "$@" >launch.log 2>&1 || fail "gst-play-1.0 $*"; }


for playbin in '' --use-playbin3; do
  rm -f album.*
  # shellcheck disable=SC2086  # no word at all where there is none
  play $playbin --gapless --audiosink="redbooksink location=album.cue" a.flac b.flac c.flac
  same_bytes expected.bin album.bin
  expect "the starts ($playbin)" "0 451 1352 1803" "$(starts_by_libcdio album.cue)"
done

# The volume of a player does not reach the samples.
play --gapless --volume=0.5 --audiosink="redbooksink location=loud.cue" a.flac b.flac c.flac
same_bytes expected.bin loud.bin

# A flushing seek leaves only what came after it: 1.5 s are 66150 samples.
play --start-position=1.5 --audiosink="redbooksink location=seek.cue" a.flac
tail -c +$((66150 * 4 + 1)) a.raw >after.raw
filled after >expected.bin
same_bytes expected.bin seek.bin
expect "the starts after a seek" "0 338" "$(starts_by_libcdio seek.cue)"

# The same file twice is two tracks.
record location=twice.cue a a
expect "the same file twice" "0 451 902" "$(starts_by_libcdio twice.cue)"
