#!/bin/sh
# A FLAC with a cue sheet becomes the sheet's tracks, sample for sample.
. "${0%/*}/lib.sh"
song all 1060164 4  # 24.04 s, exactly 1803 blocks
cat >all.cue <<'CUE'
CATALOG 1234567890128
PERFORMER "The Bänd"
TITLE "Sheet"
FILE "all.wav" WAVE
  TRACK 01 AUDIO
    TITLE "One"
    INDEX 01 00:00:00
  TRACK 02 AUDIO
    TITLE "Two"
    PERFORMER "Guest"
    ISRC XYBLG1101234
    FLAGS DCP PRE
    INDEX 00 00:05:00
    INDEX 01 00:06:01
    INDEX 02 00:08:00
  TRACK 03 AUDIO
    TITLE "Three"
    INDEX 01 00:18:02
CUE


flac -s -d -o decoded.wav all.flac
tail -c +45 decoded.wav >decoded
burn_album 0 --output disc.cue all.cue
same_bytes decoded disc.bin
expect "indexes" "01 00:00:00 00 00:05:00 01 00:06:01 02 00:08:00 01 00:18:02" "$(indexes disc.cue)"
expect "titles" "Sheet One Two Three" "$(titles disc.cue)"
says disc.cue 'CATALOG 1234567890128'
says disc.cue 'PERFORMER "The B.*nd"'
says disc.cue 'ISRC XYBLG1101234'
says disc.cue 'FLAGS DCP PRE'
says said '3 tracks, 00:24 of 79:57'

# A folder of both is the same; so is a sheet in Latin-1 with DOS's line ends.
mkdir both
cp all.flac both
iconv -f UTF-8 -t ISO-8859-1 all.cue | sed 's/$/\r/' >both/all.cue
burn_album 0 --output both.cue both
same_bytes disc.bin both.bin
sed s/disc/both/ disc.cue | cmp - both.cue || fail "another sheet"

# Sound before track 1 is its pregap: the file is there as a whole.
sed '0,/INDEX 01 00:00:00/s//INDEX 00 00:00:00\n    INDEX 01 00:02:00/' all.cue >hidden.cue
burn_album 0 --output pregap.cue hidden.cue
same_bytes decoded pregap.bin
expect "hidden track" "00 00:00:00 01 00:02:00 00 00:05:00 01 00:06:01 02 00:08:00 01 00:18:02" "$(indexes pregap.cue)"

# A file for each track, with and without tracks that begin in the file before.
song a 264600 1; song b 529200 2
cat >two.cue <<'CUE'
TITLE "Two files"
FILE "a.flac" WAVE
  TRACK 01 AUDIO
    TITLE "First"
    INDEX 01 00:00:00
  TRACK 02 AUDIO
    TITLE "Second"
    INDEX 00 00:05:00
FILE "b.flac" WAVE
    INDEX 01 00:00:00
CUE
burn_album 0 --output files.cue two.cue
cat a.raw b.raw | cmp - files.bin || fail "other sound of two files"
expect "starts of two files" "0 450 1350" "$(starts_by_libcdio files.cue)"
expect "titles of two files" "Two files First Second" "$(titles files.cue)"
cat >>two.cue <<'CUE'
  TRACK 03 AUDIO
    TITLE "Third"
    INDEX 01 00:06:00
CUE
burn_album 0 --output files.cue two.cue
cat a.raw b.raw | cmp - files.bin || fail "other sound of three tracks"
expect "starts of three tracks" "0 450 900 1350" "$(starts_by_libcdio files.cue)"

# What can't be is told.
sed 's/PERFORMER "Guest"/PREGAP 00:02:00/; /INDEX 00/d' all.cue >silence.cue
burn_album 0 --output filled.cue silence.cue
expect "silence" "01 00:00:00 00 00:06:01 01 00:08:01 02 00:10:00 01 00:20:02" "$(indexes filled.cue)"
sed s/AUDIO/MODE1\\/2352/ all.cue >data.cue
burn_album 1 --list data.cue
says complained "Track 1 of the cue sheet is a data track"
echo nonsense >bad.cue
burn_album 1 --list bad.cue
says complained "bad.cue:1"
burn_album 1 --list all.cue all.flac
says complained "all.cue is a disc of its own"
sed 's/00:18:02/01:18:02/' all.cue >long.cue
burn_album 1 --list long.cue
says complained "A file is shorter than its sheet says"
