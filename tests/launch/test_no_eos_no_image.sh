#!/bin/sh
# What ends before the music does leaves no image: Ctrl-C, an error upstream.
. "${0%/*}/lib.sh"
song a 264733 1; song b 529277 2


# Ctrl-C without -e, in the middle of staging.
mkfifo words
gst-launch-1.0 -m audiotestsrc is-live=true ! audio/x-raw,format=S16LE,rate=44100,channels=2 ! \
  redbooksink location=album.cue >words 2>&1 &
player=$!
{ while read -r line; do case $line in *redbook-add-progress*) break ;; esac; done
  kill -INT "$player"
  cat >launch.log; } <words
wait "$player" || fail "gst-launch-1.0 ended with $?"
rm words launch.log
only_these_are_here '^(a|b)\.(raw|flac)$'

# Ctrl-C with -e ends the music: the disc is burned.
mkfifo words
gst-launch-1.0 -m -e audiotestsrc is-live=true ! audio/x-raw,format=S16LE,rate=44100,channels=2 ! \
  redbooksink location=album.cue >words 2>&1 &
player=$!
{ while read -r line; do case $line in *redbook-add-progress*) break ;; esac; done
  kill -INT "$player"
  cat >launch.log; } <words
wait "$player" || fail "gst-launch-1.0 -e ended with $?"
expect "tracks" 1 "$(grep -c TRACK album.cue)"
rm words launch.log album.cue album.bin

# An error in track 2 is followed by EOS, and is told by nobody else than the bus.
# shellcheck disable=SC2046  # words of a launch line
if gst-launch-1.0 concat name=c ! redbooksink location=album.cue $(branch a) \
  filesrc location=b.flac ! flacparse ! flacdec ! identity error-after=5 ! c. >launch.log 2>&1
then fail "the error upstream went by"; fi
grep -q 'ERROR' launch.log || fail "no ERROR"
rm launch.log
only_these_are_here '^(a|b)\.(raw|flac)$'

# An older image is still there afterwards.
record location=album.cue a
cp album.bin before.bin
# shellcheck disable=SC2046
if gst-launch-1.0 concat name=c ! redbooksink location=album.cue $(branch b) \
  filesrc location=a.flac ! flacparse ! flacdec ! identity error-after=5 ! c. >launch.log 2>&1
then fail "the error upstream went by"; fi
same_bytes before.bin album.bin
expect "the older sheet" "0 451" "$(starts_by_libcdio album.cue)"
