#!/bin/sh
# A second program that wants a drive for itself is told it is busy, and the burn it
# came across is none the worse.
. "$(dirname "$0")/common.sh"

new_drive cd-r-80
make_tracks
gapless >expected
drive plan sr0 "write 20 delay 8000"
drive run cdrskin dev=/dev/sr0 -sao -pad 1.wav 2.wav 3.wav >first 2>&1 &
first=$!
until grep -q "^cue-sheet" drives/sr0/commands.log 2>/dev/null; do :; done

if drive run cdrskin dev=/dev/sr0 -toc >refusal 2>&1; then
  echo "cdrskin got a drive that was in use"
  exit 1
fi
says refusal "Device or resource busy"
wait $first
read_with_cdrskin
same expected by-cdrskin cdrskin
