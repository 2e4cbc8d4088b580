#!/bin/sh
# One file with a table of contents becomes its tracks: FLAC, Matroska, WAV. What is known of
# them in time costs no second reading for the checksums.
. "${0%/*}/lib.sh"
song all 1060164 4  # 24.04 s, exactly 1803 blocks
starts='01 00:00:00 01 00:06:01 01 00:18:02'
cat >all.cue <<'CUE'
FILE "all.flac" FLAC
  TRACK 01 AUDIO
    INDEX 01 00:00:00
  TRACK 02 AUDIO
    ISRC XYBLG1101234
    INDEX 01 00:06:01
  TRACK 03 AUDIO
    INDEX 01 00:18:02
CUE
cat >chapters.txt <<'CHAPTERS'
CHAPTER01=00:00:00.000
CHAPTER01NAME=First
CHAPTER02=00:00:06.013
CHAPTER02NAME=Second
CHAPTER03=00:00:18.026
CHAPTER03NAME=Third
CHAPTERS
metaflac --import-cuesheet-from=all.cue all.flac
gst-launch-1.0 -q filesrc location=all.flac ! flacparse ! flacdec ! wavenc ! filesink location=all.wav
gst-launch-1.0 -q filesrc location=all.raw ! rawaudioparse ! wavenc ! filesink location=plain.wav
mkvmerge -q -o all.mka --chapters chapters.txt plain.wav

read_once() { grep -q "checksums: 0 bytes were read again" launch.log || fail "read twice: $1"; }


export GST_DEBUG=redbooksink:4 GST_DEBUG_NO_COLOR=1
# flacparse sends the table before every frame.
launch filesrc location=all.flac ! flacparse ! flacdec ! audioconvert ! \
  redbooksink location=flac.cue
expect "FLAC" "$starts" "$(indexes flac.cue)"
same_bytes all.raw flac.bin
read_once FLAC
grep -q '^TITLE "Plucked"' flac.cue || fail "the album's title"

launch filesrc location=all.mka ! matroskademux ! audioconvert ! redbooksink location=mka.cue
expect "Matroska" "$starts" "$(indexes mka.cue)"
same_bytes all.raw mka.bin
read_once Matroska
grep -q 'TITLE "Second"' mka.cue || fail "the chapters' titles"

launch filesrc location=all.wav ! wavparse ! audioconvert ! redbooksink location=wav.cue
expect "WAV" "$starts" "$(indexes wav.cue)"
same_bytes all.raw wav.bin
read_once WAV

launch filesrc location=all.flac ! flacparse ! flacdec ! redbooksink location=one.cue \
  track-split=stream
expect "by streams only" "01 00:00:00" "$(indexes one.cue)"
