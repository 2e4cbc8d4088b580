#!/bin/sh
# FLACs with MusicBrainz's tags become a DDP set whose CD-TEXT, ISRCs and catalogue number are
# right, with no other property than location.
. "${0%/*}/lib.sh"
for n in 1 2 3; do
  song "$n" $((264000 + n * 589)) "$n"
  metaflac --remove-all-tags --set-tag="TITLE=Größe $n" --set-tag="ARTIST=Künstler" \
    --set-tag="ALBUM=Das Album" --set-tag="ALBUMARTIST=Künstler" --set-tag="TRACKNUMBER=$n" \
    --set-tag="ISRC=DEABC260000$n" --set-tag="BARCODE=123456789012" \
    --set-tag="COMPOSER=Komponist" --set-tag="LYRICIST=Dichter" \
    --set-tag="MUSICBRAINZ_ALBUMID=0d5c2ecd-0000-4000-8000-000000000000" "$n.flac"
done


record location=album.ddp 1 2 3


cd album.ddp
md5sum --quiet -c CHECKSUM.MD5 || fail "the checksums"
expect "the catalogue number" "0123456789012" "$(head -c 21 DDPID | tail -c 13)"
expect "the ISRCs" "DEABC2600001 DEABC2600002 DEABC2600003" \
  "$(fold -w 64 SD | cut -c 21-32 | xargs)"
expect "the starts" "000200 000800 001401" \
  "$(fold -w 64 SD | sed -n 's/^VVVS0[1-3]01  \([0-9]*\)01.*/\1/p' | xargs)"
{ head -c 352800 /dev/zero; for n in 1 2 3; do (cd .. && filled $n); done; } >../expected.dat
cmp ../expected.dat IMAGE.DAT || fail "the sound"

# CD-TEXT as libcdio reads it, by way of a cue sheet.
{ echo 'CDTEXTFILE "CDTEXT.BIN"'; echo 'FILE "text.bin" BINARY'; for n in 1 2 3; do
  printf '  TRACK %02d AUDIO\n    INDEX 01 00:%02d:00\n' $n $((n * 4 - 4)); done; } >text.cue
cp IMAGE.DAT text.bin
cd-info --no-cddb --no-device-info --cue-file=text.cue >texts
for text in "TITLE: Das Album" "TITLE: Größe 2" "PERFORMER: Künstler" "COMPOSER: Komponist" \
  "SONGWRITER: Dichter" "ISRC: DEABC2600003" "UPC_EAN: 0123456789012"; do
  grep -qF "$text" texts || fail "no '$text' in CD-TEXT: $(sed -n '/CD-TEXT/,$p' texts)"
done
