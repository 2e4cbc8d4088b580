#!/bin/sh
# A session at once from the command line, read by other people's programs.
. "$(dirname "$0")/programs.sh"

# Session at once: layout, codes, texts and sound.
new_drive cd-r-80
burn 0 --device /dev/sr0 disc.toc
says output '^Burning 3 tracks, 00:18, session at once, at 48x.$'
says output '^Track 3 of 3 is written.$'
says output '^The disc is burned.$'
with_pregap >expected
drive dump sr0 by-drive
same expected by-drive "the drive"
reads_back
lists_tracks 0 600 975 1375
lists_catalogue $catalogue
lists_isrcs $isrcs
lists_titles "The Disc" Morning Noon Evening
has_index 02 00 450
has_index 02 01 600
has_index 02 02 825

# The disc is written now.
burn 4 --device /dev/sr0 disc.toc
says output 'written already'
burn 4 --erase /dev/sr0
