#!/bin/sh
# wodim tries first, then burns two sessions, then blanks another disc.
. "$(dirname "$0")/common.sh"

new_drive cd-r-80
make_tracks
burn() { on_drive wodim dev=/dev/sr0 -v gracetime=2 -pad "$@"; }
for mode in -dao -tao; do
  burn -dummy $mode 1.wav 2.wav
  drive list sr0 >listing
  says listing "^medium: blank CD-R"
done

burn -multi -tao 1.wav 2.wav
burn -tao 3.wav
drive list sr0 >listing
says listing "^medium: complete CD-R"
says listing "^track 3: .* LBA 12379, 402 blocks"

drive insert sr0 written-rw
on_drive wodim dev=/dev/sr0 gracetime=2 blank=fast
drive list sr0 >listing
says listing "^medium: blank CD-RW"
