#!/bin/sh
# A report keeps to its schema, and its checksums are those of the sound.
. "${0%/*}/lib.sh"
song 1 300000 1
song 2 264601 2


record "location=album.cue report-location=album.log" 1 2


python3 - "$SCHEMA" <<'END' || fail "the report"
import json, sys, zlib
import jsonschema

report = json.load(open("album.json"))
jsonschema.validate(report, json.load(open(sys.argv[1])))
sound = open("album.bin", "rb").read()
assert report["disc"]["title"] == "Plucked", report["disc"]
assert len(report["tracks"]) == 2
for track in report["tracks"]:
    first = track["index-1"] * 2352
    part = sound[first:first + track["length"] * 2352]
    assert track["checksums"]["crc-32"] == "%08X" % zlib.crc32(part), track
assert report["checksums"]["crc-32"] == "%08X" % zlib.crc32(sound)
END
for words in "The disc is complete." "Table of contents" "Strings - Title-2" "None: nothing was"; do
  grep -q "$words" album.log || fail "no '$words' in the text"
done
