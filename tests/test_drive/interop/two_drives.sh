#!/bin/sh
# Two drives burn at once, and a disc is carried from one to the other.
. "$(dirname "$0")/common.sh"

new_drive cd-r-80
drive create sr1
drive insert sr1 cd-rw-74
make_tracks
gapless >expected
drive run cdrskin dev=/dev/sr0 -sao -pad 1.wav 2.wav 3.wav >first 2>&1 &
first=$!
drive run cdrskin dev=/dev/sr1 -sao -pad 1.wav 2.wav 3.wav >second 2>&1
wait $first

reads_back
drive take sr1 disc
drive insert sr0 disc
reads_back
on_drive cdrskin --devices
says output "/dev/sr0"
says output "/dev/sr1"
