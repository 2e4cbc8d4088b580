#!/bin/sh
# What can't be burned is named before anything is, and leaves nothing.
. "${0%/*}/lib.sh"
song a 264733 1; song b 1060164 2; song c 265001 3
nothing_left() { only_these_are_here '^([a-z]*\.(raw|flac)|said|complained|cache|launch.log)$'; }


head -c 100000 /dev/zero >noise.flac
echo words >text.flac
burn_album 1 --output disc.cue a.flac noise.flac c.flac text.flac
says complained "noise.flac can't be decoded. The decoder says: "
says complained "text.flac "
says complained "Nothing was burned"
[ ! -s said ] || fail "said: $(cat said)"
nothing_left

burn_album 1 --output disc.cue a.flac nowhere.flac nor.flac
says complained "nowhere.flac is not there"
says complained "nor.flac is not there"
nothing_left

# What is seen from a folder that is gone.
echo a.flac >list.m3u
for input in a.flac list.m3u; do
  mkdir gone
  code=0
  (cd gone && rmdir ../gone && exec "$BURN_ALBUM" --list ../$input) >said 2>complained || code=$?
  expect "code of ../$input" 1 "$code"
  says complained "$input can't be found: the folder that it is seen from is gone."
done
rm list.m3u

# What shows only when it is decoded.
head -c $(($(size b.flac) / 2)) b.flac >cut.flac
cp b.flac hole.flac
dd if=/dev/zero of=hole.flac bs=1 seek=$(($(size b.flac) / 2)) count=60000 conv=notrunc status=none
for bad in cut hole; do
  burn_album 1 --output disc.cue a.flac $bad.flac c.flac
  says complained "$bad.flac is damaged: .* of its sound are missing"
  if grep -q written said; then fail "$bad.flac was burned"; fi
  nothing_left
done
burn_album 0 --output disc.cue --ignore-damage a.flac hole.flac
says complained "Warning: hole.flac is damaged"
burn_album 0 --output "100%.cue" a.flac c.flac
[ -f "100%.cue" ] || fail "a percent sign is taken for a number"
rm 100%.*
rm disc.*

# An image that can't be written: its music is kept, and the error says where.
mkdir gone
rmdir gone
burn_album 2 --output gone/disc.cue a.flac
nothing_left

# The command line.
burn_album 1
burn_album 1 a.flac
says complained "say where to"
burn_album 1 --output disc.cue --device /dev/sr0 a.flac
burn_album 1 --output disc.xyz a.flac
burn_album 1 --output disc.cue --write-speed fast a.flac
burn_album 1 --output disc.cue --capacity 900 a.flac b.flac
says complained "too long for the disc"
nothing_left
burn_album 0 --help
burn_album 0 --version
burn_album 0 --simulate --output disc.cue a.flac
says said "Nothing was written"
nothing_left
