#!/bin/sh
# wodim burns track at once.
. "$(dirname "$0")/common.sh"

new_drive cd-rw-80
make_tracks
apart >expected
burn_with_wodim -tao
reads_back
lists_tracks 0 602 1129 1531
lists_catalogue $catalogue
lists_isrcs $isrcs
