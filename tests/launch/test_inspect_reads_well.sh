#!/bin/sh
# gst-inspect shows every property and signal with its documentation.
. "${0%/*}/lib.sh"


gst-inspect-1.0 redbooksink >inspect


for name in location image-format gapless track-gap track-split hidden-track short-track \
  on-full capacity expected-blocks keep-stash auto-burn settle-time simulate block-size \
  total-blocks used-blocks available-blocks total-tracks loudness loudness-target \
  true-peak-limit; do
  grep -qE "^  $name +: [A-Z0-9].{15,}" inspect || fail "property $name"
done
for signal in create-track close-track clear burn cancel; do
  grep -q "\"$signal\"" inspect || fail "signal $signal"
done
grep -q 'Rank  *none (0)' inspect || fail "players would take it for a loudspeaker"
for face in GstTagSetter GstTocSetter GstStreamVolume; do
  grep -q "$face" inspect || fail "$face"
done

# The bins have all of it too.
gst-inspect-1.0 redbookbin >bin
gst-inspect-1.0 redbookalbum >album
grep -qE '^  resample-quality +: [A-Z0-9].{15,}' bin || fail "resample-quality"
grep -qE '^  parallel +: [A-Z0-9].{15,}' album || fail "parallel"
for name in title performer composer isrc gapless pregap pre-emphasis copy; do
  grep -qE "^      $name +: [A-Z0-9].{15,}" album || fail "property $name of the pads"
done
lines() { sed -n '/^Element Properties/,/^Children/p' "$1" | grep -vE '"redbook(sink|bin)0"'; }
lines inspect >wanted
lines bin >found
diff wanted found | grep '^<' | grep -v 'Element Properties' && fail "these are not as on redbooksink"
grep -q 'Rank  *none (0)' bin || fail "players would take the bin for a loudspeaker"
