#!/bin/sh
# What stands against a burn is told before anything is staged; a CD-RW is erased where that is
# asked; a simulated burn leaves the disc blank and says so in every message.
. "${0%/*}/drives.sh"


drive create sr0
refuses "There is no disc in the drive"
drive insert sr0 written
refuses "written already and can't be erased"
refuses "written already and can't be erased" blank=fast
drive take sr0 gone
drive insert sr0 data-cd
refuses "is a pressed one"
drive take sr0 gone-too
drive insert sr0 dvd
refuses "no CD-R or CD-RW"
drive take sr0 gone-as-well
refuses "no such device" device=/dev/sr7
refuses "is a file, not a drive" device=1.wav


drive insert sr0 written-rw
refuses "blank=fast erases it first"
gapless >expected
burns blank=fast
drive dump sr0 by-drive
same expected by-drive "the drive"


drive take sr0 written-by-us
drive insert sr0 cd-r-80
messages=-m
burns simulate=true
medium_is "blank CD-R"
said_of_the_burn() { grep -o 'redbook-\(preparing-burn\|track-progress\|block-progress\|closing-disc\|burn-complete\).*' said; }
said_of_the_burn | grep -v 'simulate=(boolean)true' >without || true
if [ -s without ]; then cat without; echo "do not say that it is a simulation"; exit 1; fi


# 79:57:74 and one track more.
drive set sr0 speed 0
if "$test_drive" run gst-launch-1.0 audiotestsrc wave=silence samplesperbuffer=44100 \
  num-buffers=4801 ! audio/x-raw,rate=44100,channels=2,format=S16LE ! \
  redbooksink device=/dev/sr0 settle-time=0 >said 2>&1; then echo "too long, and burned"; exit 1; fi
says said "The music is longer than the disc, which holds 79:57:74"
medium_is "blank CD-R"
