#!/bin/sh
# All that the command line has, and what it refuses.
. "$(dirname "$0")/programs.sh"

# A CD-RW is erased where asked, and simulated burns leave it blank.
new_drive written-rw
burn 4 --device /dev/sr0 disc.toc
says output 'blank=fast'
burn 0 --device /dev/sr0 --blank fast --eject-after disc.toc
drive list sr0 >list
says list '^tray: open$'
drive load sr0
burn 0 --erase /dev/sr0
says output '^The disc is blank.$'
burn 0 --device /dev/sr0 --simulate disc.toc
says output '^Simulating 3 tracks'
says output '^The simulation went well. Nothing was written.$'
drive list sr0 >list
says list '^medium: blank CD-RW$'

# Looking at drives.
burn 0 --list
says output '^/dev/sr0  REDBOOK TEST DRIVE 1.0  blank CD-RW, 79:57:74 free$'
burn 0 --probe /dev/sr0
says output '^writes:  session at once, track at once, simulation'
burn 0 --probe /dev/sr0 --json
says output '"state":"blank","capacity":359849,'
burn 0 --list --json
says output '^\[{"device":"/dev/sr0"'

# Command lines and images that won't do.
burn 2 --device /dev/sr0
burn 2 --list --eject /dev/sr0
burn 2 --device /dev/sr0 --write-speed fast disc.toc
burn 2 --device /dev/sr0 --write-speed 99999999x disc.toc
burn 3 --probe /dev/sr5
burn 5 --device /dev/sr0 none.cue
burn 0 --help
says output 'Exit codes'
