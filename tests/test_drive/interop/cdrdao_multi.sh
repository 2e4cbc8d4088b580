#!/bin/sh
# cdrdao burns a second session at once behind the first.
. "$(dirname "$0")/common.sh"

new_drive cd-r-80
make_tracks
for track in 1 3; do
  printf 'CD_DA\nTRACK AUDIO\nAUDIOFILE "%s.wav" 0\n' $track >$track.toc
done
burn() {
  on_drive cdrdao write --force --device /dev/sr0 --driver generic-mmc -n "$@"
}
burn --multi 1.toc
drive list sr0 >listing
says listing "^medium: appendable CD-R"
burn 3.toc
drive list sr0 >listing
says listing "^medium: complete CD-R"
says listing "^track 2: .* LBA 11850, 400 blocks"

mkdir tracks
on_drive cdrskin dev=/dev/sr0 extract_audio_to=tracks
sound_of 3.wav >expected
tail -c +45 tracks/02.wav >track
same expected track "second session"
