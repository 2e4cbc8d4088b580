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

# The same by a pad for each track.
drive insert sr0 cd-r-80
# shellcheck disable=SC2046  # words of a launch line
"$test_drive" run gst-launch-1.0 redbookalbum name=c device=/dev/sr0 settle-time=0 \
  $(branch 1) $(branch 2) $(branch 3) >said 2>&1 || { cat said; exit 1; }
drive dump sr0 by-drive
same expected by-drive "the drive"
lists_tracks 0 450 825 1225
lists_titles "The Disc" Morning Noon Evening


drive insert sr0 cd-r-80
burns write-mode=tao


apart >expected
silence 2 >run-out
reads_back
lists_tracks 0 602 1129 1531
lists_catalogue $catalogue
lists_isrcs $isrcs
says said "track at once has no CD-TEXT"
