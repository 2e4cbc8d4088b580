#!/bin/sh
# Tracks at once from the command line, read by other people's programs.
. "$(dirname "$0")/programs.sh"

# Track at once: sound, codes, and what it can't hold.
new_drive cd-r-80
burn 0 --device /dev/sr0 --write-mode tao --write-speed 8x disc.toc
says output '^warning: Track 2: a pregap of 00:02:00 with audio needs session at once'
says output 'track at once, at 8x.$'
{
  sound_of 1.wav
  silence 152
  sound_of 2-with-pregap.wav
  silence 152
  sound_of 3.wav
  silence 2
} >expected
reads_back
lists_tracks 0 602 1279 1681
lists_catalogue $catalogue
lists_isrcs $isrcs
