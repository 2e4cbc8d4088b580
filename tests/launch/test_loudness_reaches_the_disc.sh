#!/bin/sh
# An image is as loud as was asked, as ffmpeg measures it, and its report keeps to the
# schema and agrees.
. "${0%/*}/lib.sh"
song 1 400000 1
song 2 364601 2

# measure FILE NAME: what ffmpeg's ebur128 filter says of raw sound, as shell variables.
measure() {
  ffmpeg -nostats -f s16le -ar 44100 -ac 2 -i "$1" -filter_complex \
    ebur128=peak=true:framelog=verbose -f null - 2>&1 |
    sed -n "s/^ *I: *\(.*\) LUFS/${2}_loudness=\1/p; s/^ *Peak: *\(.*\) dBFS/${2}_peak=\1/p"
}
close() { # WHAT A B TOLERANCE
  awk "BEGIN { d = $2 - $3; exit !(d < $4 && d > -$4) }" || fail "$1: $2, not $3"
}


record "location=plain.cue" 1 2
record "location=album.cue report-location=album loudness=album loudness-target=-23" 1 2
record "location=peaks.cue loudness=album loudness-target=-1 true-peak-limit=-3" 1 2


eval "$(measure plain.bin plain; measure album.bin album; measure peaks.bin peaks)"
close "loudness of the album" "$album_loudness" -23 0.15
# Meters that are 4 times oversampled may be 0.55 dB apart (BS.1770-4, annex 2), which
# plucked strings bring out.
close "true peak at its limit" "$peaks_peak" -3 0.6
python3 - "$SCHEMA" "$plain_loudness" "$plain_peak" <<'END' || fail "the report"
import json, sys, zlib
import jsonschema

report = json.load(open("album.json"))
jsonschema.validate(report, json.load(open(sys.argv[1])))
loudness, peak = map(float, sys.argv[2:])
assert abs(report["loudness"]["integrated"] - loudness) < 0.15, (report["loudness"], loudness)
assert abs(report["loudness"]["true-peak"] - peak) < 0.6, (report["loudness"], peak)
for track in report["tracks"]:
    assert abs(track["loudness"]["gain"] - (-23 - loudness)) < 0.15, track
sound = open("album.bin", "rb").read()
assert report["checksums"]["crc-32"] == "%08X" % zlib.crc32(sound)
END
