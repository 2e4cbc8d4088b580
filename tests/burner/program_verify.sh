#!/bin/sh
# A disc in the drive compared with its image, whoever has burned it.
. "$(dirname "$0")/programs.sh"

# Ours, burned and verified in one go, and once more by itself.
new_drive cd-r-80
drive set sr0 read-offset 667
burn 0 --device /dev/sr0 --verify-after full disc.toc
says output '^The disc is verified ...$'
says output '^note: Disc: its audio is read 667 samples late, as'
says output 'the audio of 3 tracks are what was staged.$'
says output '^The disc is burned.$'
burn 0 --verify /dev/sr0 disc.toc
says output '^The disc is what it should be.$'
burn 0 --verify /dev/sr0 --quick disc.toc
says output '^note: Disc: its table of contents, codes and texts are what was staged.$'

# Sound that is lost or damaged, and libburn calls the burn a success: cdrskin leaves with 0.
cat >plain.toc <<'SHEET'
CD_DA
TRACK AUDIO
AUDIOFILE "1.wav" 0
TRACK AUDIO
AUDIOFILE "3.wav" 0
SHEET
plain_burn() {
  new_drive cd-r-80
  drive plan sr0 "$2"
  on_drive cdrskin dev=/dev/sr0 "-$1" -audio 1.wav 3.wav
  drive plan sr0
}
is_found() {
  plain_burn "$1" "$2"
  burn 7 --verify /dev/sr0 plain.toc
  says output "The disc is not what was staged. $3"
}
plain_burn sao 'write 999 drop'
burn 0 --verify /dev/sr0 plain.toc
plain_burn tao 'write 999 drop'
burn 0 --verify /dev/sr0 plain.toc
is_found tao 'write 35 host 3' 'Track 1: .* of its audio differ: 00:05.67 (sample 259896) to'
is_found tao 'write 35 host 11' 'Track 1: .* of its audio differ: 00:05.67 (sample 259896) to'
is_found tao 'write 35 busy' 'Track 1: .* of its audio differ: 00:05.67 (sample 259896) to'
is_found tao 'write 66 host 3' 'Track 2: it is 00:05:17 long instead of 00:05:25'
is_found tao 'write 20 drop' 'Track 1: .* of its audio differ'
is_found sao 'write 20 drop' 'Track 1: .* of its audio differ'
is_found sao 'write lba 700 flip 3' 'Track 2: 1 sample of its audio differs: 00:03.25 (sample 147000)'

# Nothing to compare.
new_drive cd-r-80
burn 7 --verify /dev/sr0 disc.toc
says output 'There is nothing on the disc in the drive'
burn 2 --verify /dev/sr0
