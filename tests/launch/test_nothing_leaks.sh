#!/bin/sh
# Two tracks leave no object behind, by GStreamer's tracer and by valgrind.
. "${0%/*}/lib.sh"
song a 264733 1; song b 264001 2


nothing_is_alive() {
  grep -q 'object-alive.class' launch.log || fail "the tracer did not run"
  alive=$(grep 'object-alive, .*0x' launch.log || true)
  expect "objects alive" "" "$alive"
}

export GST_TRACERS=leaks GST_DEBUG=GST_TRACER:7 GST_DEBUG_NO_COLOR=1
launch filesrc location=a.raw ! rawaudioparse sample-rate=48000 ! redbookbin location=bin.cue
nothing_is_alive
# shellcheck disable=SC2046  # words of a launch line
launch redbookalbum name=c location=all.cue track_1::title=One $(branch a) $(branch b)
nothing_is_alive
record location=album.cue a b
nothing_is_alive
unset GST_TRACERS GST_DEBUG

# shellcheck disable=SC2046  # words of a launch line
valgrind --quiet --error-exitcode=9 --leak-check=full --show-leak-kinds=definite \
  --errors-for-leak-kinds=definite --suppressions="$SUPPRESSIONS" \
  gst-launch-1.0 -q concat name=c ! redbooksink location=valgrind.cue $(branch a) $(branch b) \
  >launch.log 2>&1 || fail "valgrind found something"
same_bytes album.bin valgrind.bin
