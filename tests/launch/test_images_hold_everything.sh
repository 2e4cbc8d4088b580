#!/bin/sh
# Programs that are not ours read from our images what we put there: layout, codes, flags
# and texts. From meson: MAKE_IMAGES, the program that writes one disc in every format.
. "${0%/*}/lib.sh"

cat >toc.cdrdao <<'TEXT'
TOC TYPE: CD_DA
CATALOG NUMBER: 0051149201117
TRACK 1 Mode AUDIO:
ISRC XY BLG 11 01234
COPY PERMITTED
NO PRE-EMPHASIS
TWO CHANNEL AUDIO
PREGAP 00:02:00( 150)
START 00:02:00( 150)
END 00:08:00( 600)
TRACK 2 Mode AUDIO:
ISRC XY BLG 11 00005
COPY NOT PERMITTED
PRE-EMPHASIS
TWO CHANNEL AUDIO
PREGAP 00:01:00( 75)
START 00:09:00( 675)
INDEX 2 00:11:00( 825)
INDEX 3 00:13:00( 975)
END 00:17:00( 1275)
TRACK 3 Mode AUDIO:
COPY NOT PERMITTED
NO PRE-EMPHASIS
FOUR CHANNEL AUDIO
START 00:17:00( 1275)
END 00:22:00( 1650)
TRACK 4 Mode AUDIO:
ISRC US ABC 12 34567
COPY PERMITTED
PRE-EMPHASIS
TWO CHANNEL AUDIO
PREGAP 00:00:01( 1)
START 00:22:01( 1651)
INDEX 2 00:28:00( 2100)
END 00:28:01( 2101)
TRACK 5 Mode AUDIO:
COPY NOT PERMITTED
NO PRE-EMPHASIS
TWO CHANNEL AUDIO
START 00:28:01( 2101)
END 00:32:01( 2401)
TEXT

cat >tracks.libcdio <<'TEXT'
1: 00:04:00 000150 audio false yes 2 no
2: 00:11:00 000675 audio false no 2 yes
3: 00:19:00 001275 audio false no 4 no
4: 00:24:01 001651 audio false yes 2 yes
5: 00:30:01 002101 audio false no 2 no
170: 00:34:01 002401 leadout (5 MB raw, 5 MB formatted)
Media Catalog Number (MCN): 0051149201117
TEXT

# Texts of number N, as cd-info has them, with the title and the ISRC that they go with.
texts() { # N TITLE [LINE ...]
  printf 'TITLE: %s\nPERFORMER: Performer %s\nSONGWRITER: Songwriter %s\n' "$2" "$1" "$1"
  printf 'COMPOSER: Composer %s\nMESSAGE: Message %s\nARRANGER: Arranger %s\n' "$1" "$1" "$1"
  shift 2
  for line; do printf '%s\n' "$line"; done
}
{
  echo "Language 0 'German':"
  echo 'CD-TEXT for Disc:'
  texts 0 'Größe 0' 'UPC_EAN: 0051149201117' 'GENRE: Jazz' 'GENRE_CODE: 14 (Jazz)'
  echo 'CD-TEXT for Track 1:'
  texts 1 'Title 1' 'ISRC: XYBLG1101234'
  echo 'CD-TEXT for Track 2:'
  texts 2 'Über "2" \ 1' 'ISRC: XYBLG1100005'
  echo 'CD-TEXT for Track 3:'
  echo 'CD-TEXT for Track 4:'
  texts 4 'Title 4' 'ISRC: USABC1234567'
  echo 'CD-TEXT for Track 5:'
  texts 5 'Title 5'
} >texts.libcdio

cat >sheet.cuetools <<'TEXT'
CATALOG 0051149201117
TITLE "Größe 0"
PERFORMER "Performer 0"
SONGWRITER "Songwriter 0"
FILE "album.bin" BINARY
TRACK 01 AUDIO
TITLE "Title 1"
PERFORMER "Performer 1"
SONGWRITER "Songwriter 1"
FLAGS DCP
ISRC XYBLG1101234
INDEX 00 00:00:00
INDEX 01 00:02:00
TRACK 02 AUDIO
TITLE "Über '2' / 1"
PERFORMER "Performer 2"
SONGWRITER "Songwriter 2"
FLAGS PRE
ISRC XYBLG1100005
INDEX 00 00:08:00
INDEX 01 00:09:00
INDEX 02 00:11:00
INDEX 03 00:13:00
TRACK 03 AUDIO
FLAGS 4CH
INDEX 01 00:17:00
TRACK 04 AUDIO
TITLE "Title 4"
PERFORMER "Performer 4"
SONGWRITER "Songwriter 4"
FLAGS DCP PRE
ISRC USABC1234567
INDEX 00 00:22:00
INDEX 01 00:22:01
INDEX 02 00:28:00
TRACK 05 AUDIO
TITLE "Title 5"
PERFORMER "Performer 5"
SONGWRITER "Songwriter 5"
INDEX 01 00:28:01
TEXT

same_text() { diff -u "$1" "$2" >&2 || fail "$3"; }

# One blank between words, no empty lines.
words() { sed 's/[[:space:]]\{1,\}/ /g; s/^ //; s/ $//; /^$/d'; }

by_cdrdao() { (cd "${1%/*}" && cdrdao show-toc "${1##*/}" 2>cdrdao.log) | words; }

by_libcdio() { # --cue-file|--toc-file SHEET
  (cd "${2%/*}" && cd-info --no-cddb --no-device-info --no-header -q "$1=${2##*/}") | words
}
tracks() { sed -n '/^[0-9]*: /p; /^Media Catalog/p'; }
cd_text() { sed -n '/^Language/,$p' | grep -v '^Hidden Track'; }

# The order of flags means nothing; cuetools takes any file for a WAVE.
in_our_words() {
  sed 's/^FLAGS PRE DCP$/FLAGS DCP PRE/; s/^FILE .*/FILE "album.bin" BINARY/'
}

breakpoints() { (cd "${1%/*}" && cuebreakpoints "${1##*/}" 2>/dev/null) | xargs; }


"$MAKE_IMAGES" "$PWD" >findings
expect "findings" "Track 3: it is marked as four-channel audio, which no player plays." \
  "$(cat findings)"


# The cue sheet. cdrdao 1.2.4 takes an INDEX 02 for a place in the track, not in the file.
sed '/INDEX 0[2-9]/d' cue/album.cue >cue/points.cue
grep -v '^INDEX ' toc.cdrdao >points.cdrdao
by_cdrdao cue/points.cue >found
same_text points.cdrdao found "cue: layout, codes and flags by cdrdao"

by_libcdio --cue-file cue/album.cue >all
tracks <all >found
same_text tracks.libcdio found "cue: layout and flags by libcdio"

# Without the texts of the sheet, which libcdio prefers and takes as Latin-1: the packs.
# It finds the audio by the name of the sheet.
mkdir packs
ln cue/album.bin cue/album.cdt packs
sed '/^ *\(REM\|TITLE\|PERFORMER\|SONGWRITER\) /d' cue/album.cue >packs/album.cue
by_libcdio --cue-file packs/album.cue | cd_text >found
same_text texts.libcdio found "cue: packs by libcdio"

(cd cue && cueconvert -i cue -o cue album.cue) | words | in_our_words >found
same_text sheet.cuetools found "cue: everything by cuetools"
expect "cue: joins by cuetools" "0:09.00 0:17.00 0:22.01 0:28.01" \
  "$(breakpoints cue/album.cue)"
expect "cue: ISRCs by cuetools" "XYBLG1101234 XYBLG1100005 USABC1234567" \
  "$(cueprint -d '' -t '%i\n' cue/album.cue | xargs)"


# cdrdao's TOC. libcdio 2.1 and cuetools do not know SWAP, nor cuetools GENRE, nor libcdio
# codes among the texts, and neither knows that \ooo is a byte.
by_cdrdao toc/album.toc >found
same_text toc.cdrdao found "toc: layout, codes and flags by cdrdao"
grep -iE 'error|warning' toc/cdrdao.log && fail "toc: what cdrdao says of it"

bytes_of_octal() { # Latin-1 to UTF-8
  sed 's/\\\([0-7]\{3\}\)/\\0\1/g' | while IFS= read -r line; do printf '%b\n' "$line"; done |
    iconv -f latin1 -t utf-8
}
sed 's/ SWAP / /; /GENRE/d; /^    \(UPC_EAN\|ISRC\) /d' toc/album.toc >toc/plain.toc
by_libcdio --toc-file toc/plain.toc >all
tracks <all >found
same_text tracks.libcdio found "toc: layout and flags by libcdio"
cd_text <all | sed 1d | bytes_of_octal >found
grep -vE '^(Language|UPC_EAN|GENRE|GENRE_CODE|ISRC)' texts.libcdio >texts.toc
grep -vE '^(UPC_EAN|ISRC)' found >found.toc
same_text texts.toc found.toc "toc: texts by libcdio"
grep -q '^    GENRE { 0, 14, 74, 97, 122, 122, 0 }$' toc/album.toc || fail "toc: genre"
grep -q 'LANGUAGE_MAP { 0 : 8 }' toc/album.toc || fail "toc: language"

# cuetools keeps COMPOSER, ARRANGER and MESSAGE of a TOC, which cue sheets have as REM. It
# counts INDEX from index 00, cdrdao itself from index 01.
sed 's/^INDEX 02 00:11:00/INDEX 02 00:10:00/; s/^INDEX 03 00:13:00/INDEX 03 00:12:00/
  s/^INDEX 02 00:28:00/INDEX 02 00:27:74/; s,^\(TITLE "Über .2.\) / 1,\1 \\ 1,' sheet.cuetools >toc.cuetools
(cd toc && cueconvert -i toc -o cue plain.toc 2>/dev/null) | words |
  grep -vE '^(COMPOSER|ARRANGER|MESSAGE) |""$' | in_our_words |
  bytes_of_octal | sed "s/\"2\"/'2'/" | awk '!/^FILE/ || !seen++' >found
same_text toc.cuetools found "toc: everything by cuetools"
expect "toc: joins by cuetools" "0:09.00 0:17.00 0:22.01 0:28.01" \
  "$(breakpoints toc/plain.toc)"


# The DDP set. No package of Debian reads one: the PQ stream becomes a sheet, and from there
# on others read the files of the set.
(cd ddp/album.ddp && md5sum --quiet --strict -c CHECKSUM.MD5) || fail "ddp: checksums"
expect "ddp: pregap" "0" "$(head -c 352800 ddp/album.ddp/IMAGE.DAT | tr -d '\0' | wc -c)"
tail -c +352801 ddp/album.ddp/IMAGE.DAT >ddp/album.bin
same_bytes cue/album.bin ddp/album.bin
same_bytes cue/album.cdt ddp/album.ddp/CDTEXT.BIN

fold -w 64 ddp/album.ddp/SD | awk '
  function time(text) {  # HHMMSSFF, from the start of the pregap
    blocks = (substr(text, 3, 2) * 60 + substr(text, 5, 2)) * 75 + substr(text, 7, 2) - 150
    return sprintf("%02d:%02d:%02d", blocks / 4500, blocks / 75 % 60, blocks % 75)
  }
  {
    track = substr($0, 5, 2); point = substr($0, 7, 2); control = substr($0, 17, 1)
    isrc = substr($0, 21, 12); gsub(/ /, "", isrc)
  }
  track == "00" { print "CATALOG " substr($0, 33, 13) "\nCDTEXTFILE \"album.ddp/CDTEXT.BIN\""
                  print "FILE \"album.bin\" BINARY" }
  track == "00" || track == "AA" { next }
  track != last {
    print "TRACK " track " AUDIO"; last = track
    flags = index("2367AB", control) ? " DCP" : ""
    if (index("89AB", control)) flags = flags " 4CH"
    if (index("139B", control)) flags = flags " PRE"
    if (flags != "") print "FLAGS" flags
    if (isrc != "") print "ISRC " isrc
  }
  track == "01" && point == "00" { print "INDEX 00 00:00:00"; next }
  { print "INDEX " point " " time(substr($0, 9, 8)) }
' >ddp/album.cue
grep -vE '^(TITLE|PERFORMER|SONGWRITER) ' sheet.cuetools >points.ddp
grep -v '^CDTEXTFILE' ddp/album.cue >found
same_text points.ddp found "ddp: the PQ stream"

by_libcdio --cue-file ddp/album.cue >all
tracks <all >found
same_text tracks.libcdio found "ddp: layout and flags by libcdio"
cd_text <all >found
same_text texts.libcdio found "ddp: packs by libcdio"
sed '/INDEX 0[2-9]/d' ddp/album.cue >ddp/points.cue
by_cdrdao ddp/points.cue >found
same_text points.cdrdao found "ddp: layout, codes and flags by cdrdao"
