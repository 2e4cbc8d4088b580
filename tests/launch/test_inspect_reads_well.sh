#!/bin/sh
# gst-inspect shows every property and signal with its documentation.
. "${0%/*}/lib.sh"


gst-inspect-1.0 redbooksink >inspect


sed -n '/^Element Properties/,/^Element Signals/p' inspect | grep -E '^  [a-z-]+ +:' >properties
[ "$(wc -l <properties)" -gt 60 ]
grep -vE '^  [a-z-]+ +: [A-Z0-9].{12,}' properties && fail "these properties say too little"
gst-inspect-1.0 fakesink >fakesink
sed 's/ *:.*//; s/^ *//' properties | while read -r name; do
  grep -qE "^  $name +:" fakesink || grep -q "\`$name\`" "${0%/*}/../../doc/reference.md" ||
    fail "doc/reference.md does not have $name"
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
