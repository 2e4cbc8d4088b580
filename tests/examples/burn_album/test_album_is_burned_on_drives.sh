#!/bin/sh
# burn-album burns files and images on drives, verifies them, and says what went wrong.
. "$LAUNCH/drives.sh"
export XDG_CACHE_HOME=$PWD/cache

# album CODE ARGUMENT ...: ends with this code. Its words go to `said`.
album() {
  wanted=$1
  shift
  code=0
  timeout -k 5 60 "$test_drive" run "$BURN_ALBUM" "$@" >said 2>&1 || code=$?
  [ "$code" = "$wanted" ] || { cat said; echo "burn-album $* ends with $code, not $wanted"; exit 1; }
}
onto="--device /dev/sr0"


# Without a disc, or with one that won't do, nothing begins.
# shellcheck disable=SC2086  # two words
{
drive create sr0
album 2 $onto 1.flac
says said "There is no disc in the drive"
drive insert sr0 written
album 2 $onto 1.flac
drive take sr0 gone
album 2 --device /dev/sr7 1.flac

# What is left is told of the disc in the drive; a simulated burn leaves it blank.
drive insert sr0 cd-r-80
album 0 $onto --list 1.flac 2.flac 3.flac
says said "3 tracks, 00:16 of 79:57: 79:41 are left"
album 0 $onto --simulate 1.flac 2.flac 3.flac
says said "Nothing was written"
medium_is "blank CD-R"

# Onto the disc, read back by others.
album 0 $onto 1.flac 2.flac 3.flac
says said "The disc is burned and verified"
gapless >expected
reads_back
lists_tracks 0 450 825 1225
lists_catalogue $catalogue
lists_isrcs $isrcs
lists_titles "The Disc" Morning Noon Evening

# A CD-RW that is not blank is erased first; a whole verification finds what is wrong.
drive take sr0 burned
drive insert sr0 written-rw
album 0 $onto --blank fast --verify full 1.flac 2.flac
drive take sr0 gone-too
drive insert sr0 cd-r-80
drive plan sr0 'write lba 500 flip 3'
album 3 $onto --verify full 1.flac 2.flac
drive plan sr0

# A burn that fails keeps the music, and its words make a disc of it.
drive take sr0 bad
drive insert sr0 cd-r-80
drive plan sr0 'write lba 500 sense 3/0C/00'
album 2 $onto 1.flac 2.flac 3.flac
command=$(grep -o 'redbook-burner --device .*' said | head -n 1 | tr -d ')')
[ -n "$command" ] || { cat said; echo "no command goes on"; exit 1; }
drive plan sr0
drive take sr0 spoilt
drive insert sr0 cd-r-80
eval "$test_drive run $REDBOOK_BURNER ${command#redbook-burner}" >said 2>&1 || { cat said; exit 1; }
drive dump sr0 by-drive
same expected by-drive "the second try"

# A damaged file spoils no disc.
drive take sr0 good
drive insert sr0 cd-r-80
head -c $(($(wc -c <2.flac) / 2)) 2.flac >cut.flac
album 1 $onto 1.flac cut.flac
says said "cut.flac is damaged"
medium_is "blank CD-R"

# An image is burned as it is.
album 0 --output image.cue 1.flac 2.flac 3.flac
album 0 $onto image.cue
drive dump sr0 by-drive
same expected by-drive "an image"
album 2 $onto image.cue
album 1 $onto --title Another --gapless image.cue
says said "taken as it is: without --title, --gapless"
album 1 --simulate --output copy.toc image.cue
says said "taken as it is: without --simulate"

# One that does not become what it should has a code of its own there, too.
drive take sr0 burned-as-it-is
drive insert sr0 cd-r-80
drive plan sr0 'write lba 500 flip 3'
album 3 $onto --verify full image.cue
drive plan sr0

# Of an image another one can be made.
album 0 --output copy.toc image.cue
same image.bin copy.bin "an image of an image"
grep -q '"Morning"' copy.toc

# Two drives at once.
drive take sr0 imaged
drive insert sr0 cd-r-80
drive create sr1
drive insert sr1 cd-r-80
album 0 $onto --device /dev/sr1 1.flac 2.flac 3.flac
says said "All 2 discs are burned and verified"
}
for number in 0 1; do
  drive dump sr$number by-drive
  same expected by-drive "drive $number"
done
