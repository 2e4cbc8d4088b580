#!/bin/sh
# burn_album.py makes a disc of files, bit for bit; names a file that is none of music, and
# makes nothing then.
. "${0%/*}/../launch/lib.sh"
song a 264733 1
song b 529277 2
flac -s -d --force-raw-format --endian=little --sign=signed -o a.decoded a.flac
flac -s -d --force-raw-format --endian=little --sign=signed -o b.decoded b.flac


"$BURN_ALBUM" --output album.cue --title "The Disc" --performer "The Band" --gapless a.flac b.flac \
  >launch.log 2>&1 || fail "burn_album.py"


cat a.decoded b.decoded >expected.bin
head -c $(((2352 - $(size expected.bin) % 2352) % 2352)) /dev/zero >>expected.bin
same_bytes expected.bin album.bin
expect "titles" "The Disc|Title-a|Title-b" "$(sed -n 's/ *TITLE "\(.*\)"/\1/p' album.cue | paste -sd '|')"
grep -q '^PERFORMER "The Band"$' album.cue || fail "the performer of the disc"
grep -q '^Burning 2 tracks' launch.log || fail "nothing is said of the burn"
grep -q '^The disc is complete' launch.log || fail "nothing is said of the end"

# Whole blocks of their own for each track, unless it is gapless.
"$BURN_ALBUM" --output album.cue a.flac b.flac >launch.log 2>&1 || fail "burn_album.py"
{ filled a; filled b; } >expected.bin
same_bytes expected.bin album.bin


# What is no music, or is not there, is named.
rm -f album.* expected.bin
head -c 100000 /dev/zero >zeros.flac
for bad in zeros nowhere; do
  if "$BURN_ALBUM" --output album.cue a.flac "$bad.flac" b.flac >launch.log 2>&1; then
    fail "a disc without $bad.flac"
  fi
  grep -q "^$bad.flac: " launch.log || fail "$bad.flac is not named"
done
escape=$(printf '\033]0;x')
if "$BURN_ALBUM" --output album.cue a.flac "$escape.flac" >launch.log 2>&1; then fail "no $escape"; fi
grep -q ']0;x.flac: ' launch.log || fail "what is not there is not named"
! grep -q "$escape" launch.log || fail "a name reaches the terminal raw"
if "$BURN_ALBUM" --device /dev/sr31 a.flac >launch.log 2>&1; then fail "burned on no drive"; fi

# A decoder that is not there is left to uridecodebin, which says what is missing.
"$COMPOSE" 44100 1 | ffmpeg -v error -y -f s16le -ar 44100 -ac 2 -i - a.w64
sed 's/"sfdec"/"no-such-element"/' "$BURN_ALBUM" >other.py
/usr/bin/python3 -c 'import other; other.Gst.init(None); print(other.branch_of(1, "a.w64"))' >launch.log
grep -q '^uridecodebin ' launch.log || fail "an element that is not there: $(cat launch.log)"
rm -rf a.w64 other.py __pycache__

only_these_are_here '^([ab]\.(raw|flac|decoded)|zeros\.flac|launch.log)$'
