#!/bin/sh
# A file that ends before its sound does is named before anything is decoded, if its kind can
# tell; a length that was never known is no fault.
. "${0%/*}/lib.sh"
"$COMPOSE" 264733 1 >a.raw
convert() { ffmpeg -v error -y -f s16le -ar 44100 -ac 2 -i a.raw "$@"; }
convert a.wav; convert a.aiff; convert a.w64; convert -rf64 always rf64.wav
convert -c:a libmp3lame a.mp3; convert -c:a libmp3lame -q:a 4 -metadata title=T tagged.mp3
convert -c:a libvorbis a.ogg; convert -c:a libopus a.opus; convert -c:a flac -f ogg flac.ogg


for whole in a.wav rf64.wav a.w64 a.aiff a.mp3 tagged.mp3 a.ogg a.opus flac.ogg; do
  head -c $(($(size $whole) * 2 / 3)) $whole >cut.$whole
  burn_album 1 --output none.cue $whole cut.$whole
  says complained "^burn-album: cut.$whole is cut off"
  says complained 'Nothing was burned; --ignore-damage burns what is there'
  [ ! -e none.cue ] || fail "a disc of cut.$whole"
done
burn_album 1 --output none.cue cut.a.wav cut.a.ogg
says complained '^burn-album: cut.a.wav is cut off: 1058932 bytes of sound are promised, and 70[0-9]* are there'
says complained '^cut.a.ogg is cut off'

# In a cue sheet, also in another folder.
mkdir -p sheets
for type in wav mp3; do
  printf 'FILE "../cut.a.%s" WAVE\n TRACK 01 AUDIO\n INDEX 01 00:00:00\n' "$type" >sheets/s.cue
  burn_album 1 --output none.cue sheets/s.cue
  says complained "cut.a.$type is cut off"
done

# It is worth a look, and a disc for those who want one.
burn_album 0 --list cut.a.wav
says complained '^Warning: cut.a.wav is cut off'
burn_album 0 --output cut.cue --ignore-damage cut.a.wav cut.a.mp3
says complained '^Warning: cut.a.wav is cut off'
says complained '^Warning: cut.a.mp3 is cut off'

# Whole files.
decodable() { if gst-inspect-1.0 --exists "$2"; then echo "$1"; fi; }
for whole in a.wav rf64.wav $(decodable a.w64 sfdec) $(decodable a.aiff aiffparse) a.mp3 tagged.mp3 \
    a.ogg a.opus flac.ogg; do
  burn_album 0 --output whole.cue $whole
  [ ! -s complained ] || fail "$whole: $(cat complained)"
done

# What writes into a pipe does not know how much there will be.
convert -f wav - | cat >stream.wav
burn_album 0 --output stream.cue stream.wav
cmp -n "$(size a.raw)" a.raw stream.bin
