# What the tests of other people's programs on the drive share. Sourced by each of them
# with the program test-drive as its first argument; leaves nothing behind.

set -eu
test_drive=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export TEST_DRIVE_FOLDER=$work/drives HOME=$work LC_ALL=C

blocks=588 # samples

# Runs a program that sees the drives; its words are told if it fails.
on_drive() {
  if ! "$test_drive" run "$@" >output 2>&1; then
    cat output
    echo "failed: $*"
    return 1
  fi
}

drive() { "$test_drive" "$@"; }

# A drive sr0 with this medium in its tray; broken.sh asks for one with a fault.
new_drive() {
  drive create sr0
  drive set sr0 broken "${BROKEN:-nothing}"
  drive insert sr0 "$1"
}

# Three tracks; the second does not fill its last block. 2-with-pregap.wav has 150
# blocks of sound before index 01.
make_tracks() {
  drive music 1 $((450 * blocks)) 1.wav
  drive music 2 $((375 * blocks - 100)) 2.wav
  drive music 2 $((525 * blocks - 100)) 2-with-pregap.wav
  drive music 3 $((400 * blocks)) 3.wav
}

# The sound of a WAVE file as it is on a disc: whole blocks. Silence of so many blocks.
sound_of() {
  tail -c +45 "$1"
  head -c $(((2352 - ($(wc -c <"$1") - 44) % 2352) % 2352)) /dev/zero
}
silence() { head -c $(($1 * 2352)) /dev/zero; }

# What the program area is to be from LBA 0 on: gapless, with a pregap that sounds, and
# track at once with two run-out blocks and a pregap of 150 between tracks.
gapless() { for i in 1 2 3; do sound_of $i.wav; done; }
with_pregap() { for i in 1 2-with-pregap 3; do sound_of $i.wav; done; }
apart() {
  for i in 1 2 3; do
    sound_of $i.wav
    silence 2
    if [ $i -lt 3 ]; then silence 150; fi
  done
}

same() {
  if ! cmp "$1" "$2"; then
    echo "$3: not the sound that was burned"
    return 1
  fi
}

# Readers: each makes a file of the sound from LBA 0 to the lead-out.
read_with_cdrskin() {
  rm -rf tracks && mkdir tracks
  on_drive cdrskin dev=/dev/sr0 extract_audio_to=tracks
  for track in tracks/*.wav; do tail -c +45 "$track"; done >by-cdrskin
}
read_with_icedax() {
  rm -rf tracks && mkdir tracks
  (cd tracks && "$test_drive" run icedax -D /dev/sr0 -B -H -O cdr -E little) >output 2>&1 ||
    { cat output; return 1; }
  for track in tracks/*; do cat "$track"; done >by-icedax
}
read_with_cdrdao() {
  rm -f read.toc by-cdrdao.swapped
  on_drive cdrdao read-cd --device /dev/sr0 --driver generic-mmc \
    --datafile by-cdrdao.swapped read.toc
  dd if=by-cdrdao.swapped of=by-cdrdao conv=swab bs=2352 status=none
}
read_with_cdiocddasrc() {
  on_drive gst-launch-1.0 -q cdiocddasrc device=/dev/sr0 mode=continuous ! \
    filesink location=by-cdiocddasrc
}

# All four of them read what the file `expected` holds.
reads_back() {
  for reader in cdrskin icedax cdrdao cdiocddasrc; do
    "read_with_$reader"
    same expected "by-$reader" "$reader" || return 1
  done
}

# A listing has this line, which is a basic regular expression.
says() {
  if ! grep -q -- "$2" "$1"; then
    cat "$1"
    echo "does not say: $2"
    return 1
  fi
}

# cd-info, cdrskin and cdrdao list these tracks (LBA of index 01) and this lead-out.
lists_tracks() {
  rm -f read-toc.toc
  on_drive cd-info -C /dev/sr0 --no-header --no-device-info
  mv output by-cd-info
  on_drive cdrskin dev=/dev/sr0 -toc
  mv output by-cdrskin-toc
  on_drive cdrdao read-toc --device /dev/sr0 --driver generic-mmc read-toc.toc
  mv output by-cdrdao-toc
  track=1
  for lba in "$@"; do
    six=$(printf %06d "$lba")
    if [ $track -eq $# ]; then
      says by-cd-info "^170: [0-9:]*  $six leadout" &&
        says by-cdrskin-toc "^track:lout lba: *$lba " &&
        says by-cdrdao-toc "^Leadout AUDIO.*( *$lba)" || return 1
    else
      says by-cd-info "^ *$track: [0-9:]*  $six audio" &&
        says by-cdrskin-toc "^track: *$track lba: *$lba " &&
        says by-cdrdao-toc "^ *$track *AUDIO.*( *$lba) .*(.*)" || return 1
    fi
    track=$((track + 1))
  done
}

lists_catalogue() {
  says by-cd-info "(MCN): $1" && says read-toc.toc "^CATALOG \"$1\""
}

lists_isrcs() {
  track=1
  for isrc in "$@"; do
    says by-cd-info "^TRACK *$track ISRC: $isrc" && says read-toc.toc "^ISRC \"$isrc\"" ||
      return 1
    track=$((track + 1))
  done
}

# The texts in the order they are on the disc: disc title, then those of the tracks.
lists_titles() {
  on_drive cdrskin dev=/dev/sr0 cdtext_to_v07t=-
  mv output by-cdrskin-text
  for title in "$@"; do
    says by-cd-info "TITLE: $title\$" && says read-toc.toc "TITLE \"$title\"" &&
      says by-cdrskin-text "Title *= $title\$" || return 1
  done
}

# Q data: a track's index is at this LBA.
has_index() {
  drive q sr0 >q-data
  says q-data "^LBA $3 .* track $1 index $2\$"
}

# The disc every program burns that can: codes, texts, three tracks.
catalogue=1234567890128
isrcs="XYBLG1101234 XYBLG1100005 XYBLG1100006"
make_text_sheet() {
  cat >text.v07t <<'SHEET'
Input Sheet Version = 0.7T
Text Code           = 8859
Language Code       = English
Album Title         = The Disc
Artist Name         = The Band
Track 01 Title      = Morning
Track 01 Artist     = The Band
Track 02 Title      = Noon
Track 02 Artist     = A Guest
Track 03 Title      = Evening
Track 03 Artist     = The Band
SHEET
}
make_toc() {
  cat >disc.toc <<'SHEET'
CD_DA
CATALOG "1234567890128"
CD_TEXT {
  LANGUAGE_MAP { 0 : EN }
  LANGUAGE 0 { TITLE "The Disc" PERFORMER "The Band" }
}
TRACK AUDIO
COPY
ISRC "XYBLG1101234"
CD_TEXT { LANGUAGE 0 { TITLE "Morning" PERFORMER "The Band" } }
AUDIOFILE "1.wav" 0
TRACK AUDIO
PRE_EMPHASIS
ISRC "XYBLG1100005"
CD_TEXT { LANGUAGE 0 { TITLE "Noon" PERFORMER "A Guest" } }
AUDIOFILE "2-with-pregap.wav" 0
START 0:2:0
INDEX 0:3:0
TRACK AUDIO
ISRC "XYBLG1100006"
CD_TEXT { LANGUAGE 0 { TITLE "Evening" PERFORMER "The Band" } }
AUDIOFILE "3.wav" 0
SHEET
}
make_inf() {
  track=1
  for isrc in $isrcs; do
    cat >$track.inf <<SHEET
Albumperformer=	'The Band'
Performer=	'The Band'
Albumtitle=	'The Disc'
Tracktitle=	'Song $track'
Tracknumber=	$track
MCN=	$catalogue
ISRC=	$isrc
Pre-emphasis=	no
Channels=	2
Copy_permitted=	yes
Endianess=	little
Index=	0
Index0=	-1
SHEET
    track=$((track + 1))
  done
}

burn_with_cdrskin() {
  make_text_sheet
  set -- $isrcs "$@"
  first=$1 second=$2 third=$3
  shift 3
  on_drive cdrskin dev=/dev/sr0 -v -pad mcn=$catalogue "$@" \
    isrc=$first 1.wav isrc=$second 2.wav isrc=$third 3.wav
}
burn_with_cdrdao() {
  make_toc
  on_drive cdrdao "$@" --device /dev/sr0 --driver generic-mmc:0x10 -n disc.toc
}
burn_with_wodim() {
  make_inf
  on_drive wodim dev=/dev/sr0 -v gracetime=2 -useinfo -pad "$@" 1.wav 2.wav 3.wav
}
