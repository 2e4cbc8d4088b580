#!/bin/sh
# Texts in three languages, as tags have them, reach the packs of each format: as libcdio
# reads them, and as cdrdao burns them on the test drive.
# From meson: TEST_DRIVE, the program that makes drives.
. "${0%/*}/lib.sh"
for n in 1 2; do
  song "$n" 264600 "$n"
  metaflac --remove-all-tags --set-tag="TITLE=Night $n" --set-tag="ARTIST=Strings" \
    --set-tag="TITLE[de]=Nächte $n" --set-tag="ARTIST[de]=Streicher" \
    --set-tag="TITLE[fr]=Nuit $n" --set-tag="ALBUM=Times" --set-tag="ALBUM[de]=Zeiten" \
    --set-tag="ISRC=XYBLG110123$n" --set-tag="BARCODE=1234567890128" \
    --set-tag="LANGUAGE=en" "$n.flac"
done

cat >expected <<'TEXT'
Language 0 'English':
CD-TEXT for Disc:
TITLE: Times
PERFORMER: Strings
UPC_EAN: 1234567890128
CD-TEXT for Track 1:
TITLE: Night 1
PERFORMER: Strings
ISRC: XYBLG1101231
CD-TEXT for Track 2:
TITLE: Night 2
PERFORMER: Strings
ISRC: XYBLG1101232
Language 1 'German':
CD-TEXT for Disc:
TITLE: Zeiten
PERFORMER: Streicher
UPC_EAN: 1234567890128
CD-TEXT for Track 1:
TITLE: Nächte 1
PERFORMER: Streicher
ISRC: XYBLG1101231
CD-TEXT for Track 2:
TITLE: Nächte 2
PERFORMER: Streicher
ISRC: XYBLG1101232
Language 2 'French':
CD-TEXT for Disc:
TITLE: Times
PERFORMER: Strings
UPC_EAN: 1234567890128
CD-TEXT for Track 1:
TITLE: Nuit 1
PERFORMER: Strings
ISRC: XYBLG1101231
CD-TEXT for Track 2:
TITLE: Nuit 2
PERFORMER: Strings
ISRC: XYBLG1101232
TEXT

by_libcdio() { # PACKS: as the CD-TEXT of a sheet without texts
  cp "$1" packs.cdt
  ln -f album.bin packs.bin
  printf 'CDTEXTFILE "packs.cdt"\nFILE "packs.bin" BINARY\n' >packs.cue
  sed -n '/TRACK\|INDEX/p' album.cue >>packs.cue
  cd-info --no-cddb --no-device-info --no-header -q --cue-file=packs.cue |
    sed 's/[[:space:]]\{1,\}/ /g; s/^ //; /^$/d' | sed -n '/^Language/,$p'
}


for image in album.cue album.ddp album.toc; do record location=$image 1 2; done


by_libcdio album.cdt >found
diff -u expected found || fail "cue: languages by libcdio"
cmp album.cdt album.ddp/CDTEXT.BIN || fail "ddp: not the packs of the cue sheet"
expect "the sheet is in the first language" "Times Night 1 Night 2" \
  "$(sed -n 's/ *TITLE "\(.*\)"/\1/p' album.cue | xargs)"

cdrdao show-toc album.toc >/dev/null 2>log || fail "toc: $(cat log)"
grep -iE 'error|warning' log && fail "toc: what cdrdao says of it"
export TEST_DRIVE_FOLDER="$PWD/drives" HOME="$PWD"
"$TEST_DRIVE" create sr0
"$TEST_DRIVE" insert sr0 cd-r-80
"$TEST_DRIVE" run cdrdao write -n --device /dev/sr0 --driver generic-mmc:0x10 album.toc \
  >log 2>&1 || fail "cdrdao burns it: $(cat log)"
expect "the packs that cdrdao burns" "$(od -An -v -tx1 album.cdt | tr -d ' \n')" \
  "$("$TEST_DRIVE" packs sr0 | tr -d ' \n')"
