#!/bin/sh
# libburn notices the faults it can: cdrskin fails, or says what went wrong.
. "$(dirname "$0")/common.sh"

new_drive cd-r-80
drive music 1 $((300 * blocks)) 1.wav

burn() { drive run cdrskin dev=/dev/sr0 -v "$@" -pad 1.wav >output 2>&1; }

# A burn into this fault fails, and cdrskin names it.
fails_with() {
  drive insert sr0 cd-r-80
  drive plug sr0
  drive plan sr0 "$1"
  if burn -sao; then
    cat output
    echo "burned in spite of: $1"
    exit 1
  fi
  says output "$2"
}

# A burn gets over this fault, and the sound is right.
gets_over() {
  drive insert sr0 cd-r-80
  drive plug sr0
  drive plan sr0 "$@"
  burn -sao || { cat output; exit 1; }
  sound_of 1.wav >expected
  drive plan sr0
  read_with_cdrskin
  same expected by-cdrskin "after $*"
}

fails_with "write 5 sense 3/0C/00" "on write.*\[3 0C 00\]"
fails_with "write 5 sense B/00/00" "on write.*Sense Key B"
fails_with "cue-sheet 1 sense 5/26/00" "\[5 26 00\]"
fails_with "sync 1 sense 3/0C/00" "\[3 0C 00\]"
fails_with "write 5 busy" "\[5 21 02\]"
fails_with "write 5 host 3" "DID_TIME_OUT"
fails_with "write 5 gone" "Lost connection to drive"
fails_with "write 5 errno EIO" "Lost connection to drive"
gets_over "write 5..9 sense 2/04/08"
gets_over "write 5 sense 6/29/00"
gets_over "write 5 after sense 1/0C/00"
gets_over "tur 30..33 sense 2/04/08"
gets_over "track-info every sense 5/24/00"

# libburn does not notice that the last WRITE got lost: the drive still waits for it.
drive insert sr0 cd-r-80
drive plug sr0
drive plan sr0 "write lba 299 busy"
burn -sao
drive list sr0 >listing
says listing "^medium: half-written CD-R"

# A wrong bit is nobody's business until it is read.
drive insert sr0 cd-r-80
drive plan sr0 "write lba 100 flip 5"
burn -sao
drive plan sr0
read_with_cdrskin
if cmp -s expected by-cdrskin; then
  echo "the wrong bit is not there"
  exit 1
fi
