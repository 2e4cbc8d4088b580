#!/bin/sh
# cdrdao simulates, then burns a pregap with sound, an index 2, flags, codes and texts.
. "$(dirname "$0")/common.sh"

new_drive cd-r-80
make_tracks
burn_with_cdrdao write --simulate
drive list sr0 >listing
says listing "^medium: blank CD-R"

with_pregap >expected
burn_with_cdrdao write
reads_back
lists_tracks 0 600 975 1375
lists_catalogue $catalogue
lists_isrcs $isrcs
lists_titles "The Disc" Morning Noon Evening
says by-cd-info "^ *1: .*audio *[a-z]* *yes *2 *no"
says by-cd-info "^ *2: .*audio *[a-z]* *no *2 *yes"
says read-toc.toc "^START 00:02:00"
says read-toc.toc "^INDEX 00:03:00"
has_index 02 00 450
has_index 02 01 600
has_index 02 02 825
