#!/bin/sh
# wodim burns a session at once, with codes and texts.
. "$(dirname "$0")/common.sh"

new_drive cd-r-80
make_tracks
gapless >expected
burn_with_wodim -dao -text
reads_back
lists_tracks 0 450 825 1225
lists_catalogue $catalogue
lists_isrcs $isrcs
lists_titles "The Disc" "Song 1" "Song 2" "Song 3"
