#!/bin/sh
# Twelve files, decoded at the same time, become the very disc that they become one after another.
. "${0%/*}/lib.sh"
songs="a b c d e f g h i j k l"
seed=0
for name in $songs; do
  seed=$((seed + 1))
  song "$name" $((176400 + 3001 * seed)) "$seed"
done

# album PROPERTIES NAME ...: the songs at pads of their own.
album() {
  properties=$1
  shift
  # shellcheck disable=SC2046,SC2086  # words of a launch line
  launch redbookalbum name=c settle-time=0 $properties $(for name; do branch "$name"; done)
}


# Twenty-five times each, however the threads come to run.
for gapless in false true; do
  # shellcheck disable=SC2086  # words of a launch line
  record "location=serial.cue settle-time=0 gapless=$gapless" $songs
  for _ in $(seq 25); do
    rm -f album.bin album.cue album.cdt
    # shellcheck disable=SC2086  # words of a launch line
    album "location=album.cue gapless=$gapless" $songs
    same_bytes serial.bin album.bin
    sed s/serial/album/ serial.cue | cmp - album.cue || fail "the sheets differ"
  done
done
expect "cdrdao's count of tracks" 12 "$(cdrdao show-toc album.cue 2>/dev/null | grep -c '^TRACK ')"

# The pads say what their tracks are called, also in the middle.
album 'location=album.cue track_2::title=Own track_2::pregap=150 track_2::isrc=USRC17607839' a b c
expect "titles" 'Plucked Title-a Own Title-c' "$(sed -n 's/ *TITLE "\(.*\)"/\1/p' album.cue | xargs)"
expect "ISRC" USRC17607839 "$(sed -n 's/ *ISRC //p' album.cue)"
expect "indexes" "00:00:00 00:04:06 00:06:06" "$(indexes album.cue | cut -d' ' -f2,4,6)"

# A file that is missing, or is none of music, is the end of it, and nothing is made.
rm -f album.*
head -c 100000 /dev/zero >l.flac
for bad in l nowhere; do
  # shellcheck disable=SC2046,SC2086  # words of a launch line
  if gst-launch-1.0 redbookalbum name=c location=album.cue $(for name in a b $bad; do branch $name; done) \
    >launch.log 2>&1; then fail "a disc without $bad.flac"; fi
  grep -q '^ERROR' launch.log || fail "nothing is said of $bad.flac"
done
grep -q 'nowhere.flac' launch.log || fail "the missing file is not named"
only_these_are_here '^([a-l]\.(raw|flac)|serial\..*|launch.log)$'
