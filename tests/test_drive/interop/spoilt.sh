#!/bin/sh
# Time and offsets as the programs see them: a starved burn without underrun protection
# spoils the medium, one with it pauses; a read offset moves the sound.
. "$(dirname "$0")/common.sh"

new_drive cd-r-80
drive music 1 $((600 * blocks)) 1.wav
drive set sr0 speed 48
drive set sr0 buffer-kb 256
starve() {
  drive insert sr0 cd-r-80
  drive plan sr0 "write 30 after delay 200"
  drive run cdrskin dev=/dev/sr0 -v -sao "$@" -pad 1.wav >output 2>&1
}

if starve driveropts=noburnfree; then
  echo "a starved burn went well"
  exit 1
fi
drive list sr0 >listing
says listing "^medium: spoilt CD-R"

starve driveropts=burnfree
drive list sr0 >listing
says listing "^medium: complete CD-R"
says listing "^pauses to save the recording: [1-9]"

drive set sr0 read-offset 30
read_with_cdrskin
{ head -c 120 /dev/zero; sound_of 1.wav; } | head -c "$(wc -c <by-cdrskin)" >expected
same expected by-cdrskin "with a read offset"
