#!/bin/sh
# The player burns an album on a drive, called off once, then to its end, and into an image: the
# very samples of the files, with their titles. Where the drive fails it says so.
. "${0%/*}/../launch/drives.sh"
. "${0%/*}/screen.sh"

# So slow, and with so small a buffer, that there is time to call it off in.
new_drive cd-r-80
drive set sr0 speed 4
drive set sr0 buffer-kb 64


on_screen "${0%/*}/burn_on_screen.py" 1.flac 2.flac 3.flac


for i in 1 2 3; do
  flac -s -d --force-raw-format --endian=little --sign=signed -c "$i.flac"
done >expected
silence 1 | head -c 400 >>expected  # what the second track lacks of a block
same expected by-drive "the drive"
same expected album.bin "the image"
export TEST_DRIVE_FOLDER=$work/drives-burned
lists_tracks 0 450 824 1225
lists_titles "The Disc" Morning Noon Evening
