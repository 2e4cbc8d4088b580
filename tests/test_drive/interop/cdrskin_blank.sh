#!/bin/sh
# cdrskin blanks a CD-RW and burns it again with another disc.
. "$(dirname "$0")/common.sh"

new_drive written-rw
make_tracks
on_drive cdrskin dev=/dev/sr0 -v blank=fast
drive list sr0 >listing
says listing "^medium: blank CD-RW"

gapless >expected
burn_with_cdrskin -sao
reads_back
lists_tracks 0 450 825 1225

# A half-written one can be saved too, by force; a CD-R cannot.
drive insert sr0 half-written-rw
on_drive cdrskin dev=/dev/sr0 -v -force blank=all
drive list sr0 >listing
says listing "^medium: blank CD-RW"
drive insert sr0 written
if on_drive cdrskin dev=/dev/sr0 -v blank=fast >refusal; then
  echo "a CD-R was blanked"
  exit 1
fi
