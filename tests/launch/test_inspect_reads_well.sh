#!/bin/sh
# gst-inspect shows every property and signal with its documentation.
. "${0%/*}/lib.sh"


gst-inspect-1.0 redbooksink >inspect


for name in location image-format gapless track-gap track-split hidden-track short-track \
  on-full capacity expected-blocks keep-stash auto-burn settle-time simulate block-size \
  total-blocks used-blocks available-blocks total-tracks; do
  grep -qE "^  $name +: [A-Z0-9].{15,}" inspect || fail "property $name"
done
for signal in create-track close-track clear burn cancel; do
  grep -q "\"$signal\"" inspect || fail "signal $signal"
done
grep -q 'Rank  *none (0)' inspect || fail "players would take it for a loudspeaker"
for face in GstTagSetter GstTocSetter GstStreamVolume; do
  grep -q "$face" inspect || fail "$face"
done
