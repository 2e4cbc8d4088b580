#!/bin/sh
# Damaged and truncated files make the disc they can, and a warning that names the place.
. "${0%/*}/lib.sh"
song a 1060164 4


# A hole in the middle of a FLAC: the decoder goes on behind it.
middle=$(($(size a.flac) / 2))
cp a.flac hole.flac
dd if=/dev/zero of=hole.flac bs=1 seek="$middle" count=60000 conv=notrunc status=none
record location=hole.cue hole
grep -q 's of audio are missing in track 1 at 0:' launch.log || fail "no warning about the hole"

# Cut off: what came is a track, and the table of contents keeps its marks.
printf 'FILE "a.flac" FLAC\n  TRACK 01 AUDIO\n    INDEX 01 00:00:00\n  TRACK 02 AUDIO\n    INDEX 01 00:06:00\n' >a.cue
metaflac --import-cuesheet-from=a.cue a.flac
head -c "$middle" a.flac >short.flac
record location=short.cue short
expect "the marks" "01 00:00:00 01 00:06:00" "$(indexes short.cue)"
grep -q 'may be damaged' launch.log || fail "no warning about the end"

# Nothing at all: a warning, no image.
launch audiotestsrc num-buffers=0 ! audio/x-raw,format=S16LE,rate=44100,channels=2 ! \
  redbooksink location=empty.cue
grep -q 'WARNING.*ended before it began\|ended before it began' launch.log || fail "no warning"
[ ! -e empty.cue ] || fail "an image of nothing"

# Sound that does not fit is refused before the sink.
if gst-launch-1.0 audiotestsrc num-buffers=9 ! audio/x-raw,rate=48000 ! \
  redbooksink location=caps.cue >launch.log 2>&1; then fail "48 kHz went in"; fi
[ ! -e caps.cue ] || fail "an image at 48 kHz"

# No destination.
if gst-launch-1.0 audiotestsrc num-buffers=9 ! redbooksink >launch.log 2>&1
then fail "no destination went by"; fi
grep -q 'set location' launch.log || fail "the error does not say what to set"
