#!/bin/sh
# A test write of cdrskin's leaves the medium blank, whichever way it writes.
. "$(dirname "$0")/common.sh"

new_drive cd-r-80
make_tracks
for mode in -sao -tao; do
  burn_with_cdrskin $mode -dummy
  drive list sr0 >listing
  says listing "^medium: blank CD-R"
  drive dump sr0 program
  [ ! -s program ]
done
grep -q "^write " drives/sr0/commands.log
