#!/bin/sh
# Texts as bad as can be are read by programs that are not ours, from each format, or there
# is a finding. From meson: MAKE_BAD_TEXTS, the program that writes discs of such texts, and
# TEST_DRIVE, the program that makes drives.
. "${0%/*}/lib.sh"

tracks_by_cdrdao() { # SHEET
  (cd "${1%/*}" && cdrdao show-toc "${1##*/}" 2>log) | grep -c '^TRACK'
}

by_libcdio() { # SHEET
  (cd "${1%/*}" && cd-info --no-cddb --no-device-info --no-header -q --cue-file="${1##*/}") |
    sed 's/[[:space:]]\{1,\}/ /g; s/^ //; s/ $//; /^$/d' >libcdio
}

count_of_tracks() { grep -c '^ *TRACK ' "$1/cue/album.cue"; }

burned_by_cdrdao() { # TOC: the packs, in hexadecimal
  rm -rf drives
  "$TEST_DRIVE" create sr0
  "$TEST_DRIVE" insert sr0 cd-r-80
  (cd "${1%/*}" && "$TEST_DRIVE" run cdrdao write -n --device /dev/sr0 \
    --driver generic-mmc:0x10 "${1##*/}") >log 2>&1 || fail "cdrdao burns $1: $(tail -n 5 log)"
  "$TEST_DRIVE" packs sr0 | tr -d ' ' | sed '/^8f/d; s/^\(....\)../\1/; s/....$//'
}

packs_in() { # FILE: in hexadecimal; without sizes, sequence numbers and CRCs
  od -An -v -tx1 -w18 "$1" | tr -d ' ' | sed '/^8f/d; s/^\(....\)../\1/; s/....$//'
}


"$MAKE_BAD_TEXTS" "$PWD/discs"
export TEST_DRIVE_FOLDER="$PWD/drives" HOME="$PWD"


for disc in discs/*; do
  count=$(count_of_tracks "$disc")
  for format in cue toc; do
    expect "$disc, $format: tracks by cdrdao" "$count" \
      "$(tracks_by_cdrdao "$disc/$format/album.$format")"
    [ -s "$disc/$format/findings" ] || fail "$disc, $format: no findings"
  done
  by_libcdio "$disc/cue/album.cue"
  expect "$disc, cue: tracks by libcdio" "$count" "$(grep -c '^[0-9]*: .* audio ' libcdio)"
  cmp "$disc/cue/album.cdt" "$disc/ddp/album.ddp/CDTEXT.BIN" || fail "$disc, ddp: CD-TEXT"
  (cd "$disc/ddp/album.ddp" && md5sum --quiet --strict -c CHECKSUM.MD5) ||
    fail "$disc, ddp: checksums"
done

# What cdrdao burns of the TOC is what the packs are.
for disc in long full odd; do
  packs_in "discs/$disc/cue/album.cdt" >expected
  burned_by_cdrdao "discs/$disc/toc/album.toc" >found
  diff -u expected found || fail "$disc: packs by cdrdao"
done

# What libcdio reads of the packs alone: it prefers the texts of a sheet, as Latin-1.
for disc in discs/*; do
  mkdir "$disc/packs"
  ln "$disc/cue/album.bin" "$disc/cue/album.cdt" "$disc/packs"
  sed '/^ *\(REM\|TITLE\|PERFORMER\|SONGWRITER\) /d' "$disc/cue/album.cue" \
    >"$disc/packs/album.cue"
  by_libcdio "$disc/packs/album.cue"
  cp libcdio "$disc/libcdio"
done
titles() { sed -n 's/^TITLE: *//p' "discs/$1/libcdio"; }
expect "long titles, which fill the lead-in" "155 155 155" "$(titles long | awk '{print length($0)}' | xargs)"
expect "99 tracks of text" "100" "$(titles full | grep -c .)"
titles odd >found
cat >expected <<'TEXT'
slwm 'wlm
slwm 'wlm
mrhba bal(modifier letter left half ring)alm
abc
(musical note)(fire)(man)(woman)(girl)
az
a z
"""
"a" 'b'
a b c d
../../etc/passwd
C:\music\*?
\\042\"
} LANGUAGE 1 {
%s%n
é
//
TEXT
diff -u expected found || fail "odd titles by libcdio"
titles japanese >found
printf '%s\n' 'ひとつ' 'ひとつ' '”ふたつ”' '三つ （ｍｕｓｉｃａｌ ｎｏｔｅ）' >expected
diff -u expected found || fail "Japanese titles by libcdio"
