#!/bin/sh
# The lines of the README's section burn-album, pasted; but for the one that wants a drive.
. "${0%/*}/lib.sh"
song 01 264733 1; song 02 265001 2
mkdir concert
cp 01.flac 02.flac concert
printf '01.flac\n02.flac\n' >album.m3u
song whole 529200 3
cat >album-in-one-file.cue <<'CUE'
FILE "whole.flac" WAVE
  TRACK 01 AUDIO
    INDEX 01 00:00:00
  TRACK 02 AUDIO
    INDEX 01 00:06:00
CUE
mkdir bin
ln -s "$BURN_ALBUM" bin/burn-album
PATH=$PWD/bin:$PATH


sed -n '/^## burn-album/,/^## Other examples/s/^    \(burn-album .*\)/\1/p' "$README" >lines
[ "$(wc -l <lines)" -ge 5 ] || fail "the README has too few lines"
grep -v /dev/ lines >without-drives
while read -r line; do
  eval "$line" >said 2>&1 || { cat said; fail "$line"; }
done <without-drives


[ -e album.cue ] && [ -e concert.toc ] && [ -e album.ddp/DDPMS ] || fail "images are missing"
same_bytes whole.raw disc.bin
