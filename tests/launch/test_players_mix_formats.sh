#!/bin/sh
# gst-play makes one disc of what there is: other rates, other depths, other codecs. What a
# disc can hold as it is, arrives bit for bit.
. "${0%/*}/lib.sh"
song a 264733 1; song c 264001 3

# At 48 kHz, in 24 bits.
"$COMPOSE" 220501 2 >b.raw
gst-launch-1.0 -q filesrc location=b.raw ! rawaudioparse sample-rate=48000 ! audioconvert ! \
  audio/x-raw,format=S24LE ! flacenc ! filesink location=b.flac
gst-launch-1.0 -q filesrc location=a.raw ! rawaudioparse ! lamemp3enc ! xingmux ! \
  filesink location=a.mp3
gst-launch-1.0 -q filesrc location=c.raw ! rawaudioparse ! audioconvert ! vorbisenc ! oggmux ! \
  filesink location=c.ogg
gst-launch-1.0 -q filesrc location=c.raw ! rawaudioparse ! wavenc ! filesink location=c.wav

# track SHEET NUMBER: the sound of one track.
track() {
  # shellcheck disable=SC2046  # numbers
  set -- "${1%.cue}.bin" "$2" $(starts_by_libcdio "$1")
  bin=$1
  shift "$(($2 + 1))"
  tail -c +"$(($1 * 2352 + 1))" "$bin" | head -c "$((($2 - $1) * 2352))"
}


for playbin in '' --use-playbin3; do
  rm -f album.*
  # shellcheck disable=SC2086  # no word at all where there is none
  gst-play-1.0 --quiet --no-interactive $playbin --gapless --volume=0.5 \
    --audiosink="redbookbin location=album.cue" a.flac b.flac a.mp3 c.ogg c.wav \
    >launch.log 2>&1 || fail "gst-play-1.0 $playbin"
  for number in 1 2 3 4 5; do track album.cue $number >"$number.raw"; done
  filled a >expected.raw
  same_bytes expected.raw 1.raw
  filled c >expected.raw
  same_bytes expected.raw 5.raw
  # 220501 * 44100 / 48000 = 202585.3 samples are 345 blocks.
  expect "blocks of the 48 kHz track ($playbin)" 345 $(($(size 2.raw) / 2352))
  expect "blocks of the Vorbis track ($playbin)" "$(($(size 5.raw) / 2352))" $(($(size 4.raw) / 2352))
  starts=$(starts_by_libcdio album.cue)
  expect "tracks and the lead-out ($playbin)" 6 "$(echo "$starts" | wc -w)"
done

# A launch line needs no converters.
launch filesrc location=b.flac ! decodebin ! redbookbin location=line.cue
expect "the starts of a launch line" "0 345" "$(starts_by_libcdio line.cue)"
track album.cue 2 >play.raw
track line.cue 1 >line.raw
same_bytes play.raw line.raw

# Nor does playbin.
for playbin in playbin playbin3; do
  launch $playbin uri="file://$folder/b.flac" audio-sink="redbookbin location=$playbin.cue"
  track $playbin.cue 1 >play.raw
  same_bytes line.raw play.raw
done
