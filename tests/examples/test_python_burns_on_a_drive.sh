#!/bin/sh
# burn_album.py burns on a drive; Ctrl-C in the middle calls the burn off.
. "${0%/*}/../launch/drives.sh"


new_drive cd-r-80
on_drive "$BURN_ALBUM" --device /dev/sr0 1.flac 2.flac 3.flac


gapless >expected
drive dump sr0 by-drive
same expected by-drive "the drive"
says output "^The disc is complete"


# So slow, and with so small a buffer, that there is time to call it off in.
drive set sr0 speed 2
drive set sr0 buffer-kb 64
drive take sr0 done
drive insert sr0 cd-r-80
mkfifo words
"$test_drive" run "$BURN_ALBUM" --device /dev/sr0 1.flac 2.flac 3.flac >words 2>&1 &
while read -r word rest; do
  echo "$word $rest"
  if [ "$word" = Burning ]; then kill -INT $!; fi
done <words >said
status=0
wait $! || status=$?
if [ "$status" != 130 ]; then cat said; echo "exit code of Ctrl-C: $status"; exit 1; fi


# Half-written, or blank where it was called off before the first write.
drive list sr0 >list
says list '^medium: '
if grep '^medium: complete' list; then echo 'it was burned'; exit 1; fi
