#!/bin/sh
# An album goes through gst-launch onto a CD-R, session at once and track at once; other
# people's programs read back its sound, layout, codes and texts.
. "${0%/*}/drives.sh"


new_drive cd-r-80
burns report-location=burn.log


gapless >expected
drive dump sr0 by-drive
same expected by-drive "the drive"
reads_back
lists_tracks 0 450 825 1225
lists_catalogue $catalogue
lists_isrcs $isrcs
lists_titles "The Disc" Morning Noon Evening
says burn.log "^The disc is complete.$"
says burn.log "^ Write mode    sao$"


drive insert sr0 cd-r-80
burns write-mode=tao


apart >expected
silence 2 >run-out
reads_back
lists_tracks 0 602 1129 1531
lists_catalogue $catalogue
lists_isrcs $isrcs
says said "track at once has no CD-TEXT"
