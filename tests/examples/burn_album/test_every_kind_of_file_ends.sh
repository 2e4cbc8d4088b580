#!/bin/sh
# Files of all kinds, again and again: each becomes a disc, but where GStreamer has nothing to
# decode it by, and none keeps burn-album waiting. What is without loss is on the disc bit for bit.
. "${0%/*}/lib.sh"
"$COMPOSE" 220588 1 >a.raw
convert() { ffmpeg -v error -y -f s16le -ar 44100 -ac 2 -i a.raw "$@"; }
convert a.aiff; convert -c:a pcm_s16le aifc.aiff; convert a.w64; convert -rf64 always rf64.wav; convert a.caf
convert -c:a aac a.m4a; convert -c:a alac alac.m4a; convert a.wv; convert -c:a libopus a.opus
convert -c:a libspeex a.spx; convert a.tta; convert -c:a flac a.mka; convert -c:a ac3 a.ac3
ffmpeg -v error -y -f lavfi -i testsrc=d=5:s=160x120:r=10 -f s16le -ar 44100 -ac 2 -i a.raw \
  -c:v mpeg4 -c:a aac -shortest video.mp4
if command -v mpcenc >/dev/null; then
  convert a.wav
  mpcenc --silent a.wav a.mpc >encoder.log 2>&1
  rm a.wav
fi
filled a >expected.bin
exact=' a.aiff aifc.aiff a.w64 rf64.wav alac.m4a a.wv a.tta a.mka '


# Several at once, since what goes wrong here does so by chance.
try() { # FILE NUMBER
  code=0
  timeout 60 "$BURN_ALBUM" --output "$2.cue" "$1" >"$2.said" 2>"$2.complained" || code=$?
  case $code in
    0)
      case $exact in *" $1 "*) cmp -s -n "$(size a.raw)" a.raw "$2.bin" || { echo "$1: other sound"; return 1; } ;; esac ;;
    1) grep -q "^burn-album: $1 can't be decoded: GStreamer lacks " "$2.complained" || { cat "$2.complained"; return 1; } ;;
    *) echo "$1: code $code"; cat "$2.complained"; return 1 ;;
  esac
}
for file in *.aiff *.w64 *.wav *.caf *.m4a *.wv *.opus *.spx *.tta *.mka *.ac3 *.mp4 *.mpc; do
  [ -e "$file" ] || continue
  for round in 1 2 3 4 5; do
    pids=
    for i in 1 2 3 4; do try "$file" $i & pids="$pids $!"; done
    for pid in $pids; do wait "$pid" || fail "$file, round $round"; done
  done
done

# Several of them on one disc.
mkdir aiffs; cp a.aiff aiffs/1.aiff; cp aifc.aiff aiffs/2.aiff
if gst-inspect-1.0 --exists aiffparse; then
  burn_album 0 --output folder.cue aiffs
  cat expected.bin expected.bin | cmp - folder.bin
fi

# Channels that nobody has told apart: libsndfile reads none from W64.
if gst-inspect-1.0 --exists sfdec; then
  ffmpeg -v error -y -f s16le -ar 44100 -ac 3 -i a.raw three.w64
  burn_album 1 --output none.cue three.w64
  says complained "three.w64 can't be decoded. The decoder says: it has 3 channels and does not say where each"
fi
