#!/bin/sh
# cdrskin burns two sessions, track at once, and each track is read back.
. "$(dirname "$0")/common.sh"

new_drive cd-r-80
make_tracks
on_drive cdrskin dev=/dev/sr0 -v -tao -multi -pad 1.wav 2.wav
drive list sr0 >listing
says listing "^medium: appendable CD-R"
on_drive cdrskin dev=/dev/sr0 -v -tao -pad 3.wav
drive list sr0 >listing
says listing "^medium: complete CD-R"
says listing "^session 2"

# The second program area starts 11400 blocks behind the first lead-out, at LBA 979.
on_drive cd-info -C /dev/sr0 --no-header --no-device-info
says output "^  3: [0-9:]*  012379 audio"
says output "^170: [0-9:]*  012781 leadout"
mkdir tracks
on_drive cdrskin dev=/dev/sr0 extract_audio_to=tracks
for i in 1 2 3; do
  sound_of $i.wav >expected
  bytes=$(wc -c <expected)
  tail -c +45 tracks/0$i.wav | head -c "$bytes" >by-cdrskin
  same expected by-cdrskin "cdrskin, track $i"
  on_drive icedax -D /dev/sr0 -H -O cdr -E little -t $i by-icedax.cdr
  head -c "$bytes" by-icedax.cdr >by-icedax
  same expected by-icedax "icedax, track $i"
  # libcdio takes track 2 to last until track 3, through the gap between the sessions.
  [ $i -ne 2 ] || continue
  on_drive gst-launch-1.0 -q cdiocddasrc device=/dev/sr0 track=$i ! \
    filesink location=by-gst
  head -c "$bytes" by-gst >by-cdiocddasrc
  same expected by-cdiocddasrc "cdiocddasrc, track $i"
done

# After the loop `expected` is track 3, all of session 2.
on_drive cdrdao read-cd --session 2 --device /dev/sr0 --driver generic-mmc \
  --datafile second.swapped read.toc
dd if=second.swapped conv=swab bs=2352 status=none | head -c "$bytes" >by-cdrdao
same expected by-cdrdao "cdrdao, session 2"
