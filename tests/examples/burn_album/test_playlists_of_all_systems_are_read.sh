#!/bin/sh
# What other programs and systems write into playlists is found; what is not there is named
# with its line, and no disc is made without it.
. "${0%/*}/lib.sh"
mkdir -p sub/deep 'a b' lists
song a 264733 1; song b 265001 2
cp a.flac sub/s.flac; cp a.flac 'a b/ü.flac'; cp b.flac sub/deep/d.flac; cp b.flac 'sub/100% #1 [x].flac'

# lists NAMES LIST: the tracks of the list, by their files.
lists() {
  burn_album 0 --list --json "$2"
  expect "tracks of $2" "$1" "$(grep -o '"file":"[^"]*"' said | sed 's/.*[/"]\([^/"]*\)"/\1/' | paste -sd ' ')"
}
# refused LIST PATTERN
refused() {
  burn_album 1 --output none.cue "$1"
  says complained "$2"
  [ ! -e none.cue ] || fail "a disc of $1"
}


# Names of other systems and programs.
printf 'sub\\s.flac\r\n' >w.m3u; lists s.flac w.m3u
printf 'C:\\Music\\a.flac\n\\\\server\\share\\b.flac\n' >drive.m3u; lists 'a.flac b.flac' drive.m3u
printf 'a%%20b/%%C3%%BC.flac\n' >escaped.m3u; lists ü.flac escaped.m3u
printf 'a%%2520b/%%25C3%%25BC.flac\n' >again.m3u; lists ü.flac again.m3u
printf 'file://a.flac\n' >short.m3u; lists a.flac short.m3u
printf 'sub/100%% #1 [x].flac\n' >plain.m3u; lists '100% #1 [x].flac' plain.m3u
printf 'a b/u\314\210.flac\n' >decomposed.m3u; lists ü.flac decomposed.m3u
printf 'SUB/S.FLAC\na.wav\n' >case.m3u; lists 's.flac a.flac' case.m3u
printf 'file://%s/sub/100%%25%%20%%231%%20%%5Bx%%5D.flac\nfile:%s/a%%20b/ü.flac\nfile://localhost%s/a.flac\nfile:///C:/x/b.flac\n' \
  "$PWD" "$PWD" "$PWD" >uris.m3u
lists '100% #1 [x].flac ü.flac a.flac b.flac' uris.m3u
printf '"a.flac"\n  b.flac\t\n' >quoted.m3u; lists 'a.flac b.flac' quoted.m3u

# Charsets and line ends.
printf 'a.flac\rb.flac\r' >cr.m3u; lists 'a.flac b.flac' cr.m3u
for charset in UTF-16 UTF-16LE UTF-16BE; do
  printf 'a.flac\r\na b/ü.flac\r\n' | iconv -t $charset >$charset.m3u8; lists 'a.flac ü.flac' $charset.m3u8
done
printf 'a b/\374.flac\n' >latin.m3u; lists ü.flac latin.m3u
printf '\357\273\277[playlist]\nFile1=a.flac\n' >bom.pls; lists a.flac bom.pls

# Numbers of a PLS have gaps, and come in any order; words in any case.
printf '[playlist]\nFile1=a.flac\nFile3=b.flac\nNumberOfEntries=3\n' >gap.pls; lists 'a.flac b.flac' gap.pls
printf '[Playlist]\nfile2 = b.flac\nFILE1=a.flac\nTitle1=x=y\n' >case.pls; lists 'a.flac b.flac' case.pls
printf 'File10=b.flac\rFile9=a.flac\r' >cr.pls; lists 'a.flac b.flac' cr.pls

# xspf BASE TRACKS: a playlist with a prefix.
xspf() {
  printf '<x:playlist version="1" xmlns:x="http://xspf.org/ns/0/"%s><x:trackList>%s</x:trackList></x:playlist>' "$1" "$2"
}
location() { printf '<x:track%s><x:location%s>%s</x:location></x:track>' "$1" "$2" "$3"; }
xspf ' xml:base="sub/"' "$(location '' '' s.flac)" >prefix.xspf; lists s.flac prefix.xspf
xspf ' xml:base="sub/"' "$(location ' xml:base="deep/"' '' d.flac)" >nested.xspf; lists d.flac nested.xspf
xspf '' "$(location '' " xml:base=\"file://$PWD/sub/list.xspf\"" s.flac)$(location '' '' 'a%20b%2F%C3%BC.flac')" >own.xspf
lists 's.flac ü.flac' own.xspf
xspf '' '<x:track><x:location>http://example.org/x.flac</x:location><x:location><![CDATA[a.flac]]></x:location></x:track>' >two.xspf
lists a.flac two.xspf
xspf '' "$(location '' '' b.flac)" | sed '1s/^/<?xml version="1.0" encoding="UTF-16"?>/' | iconv -t UTF-16 >wide.xspf
lists b.flac wide.xspf

# Folders and playlists in playlists.
printf '../a.flac\n' >lists/one.m3u; printf '[playlist]\nFile1=one.m3u\nFile2=../sub\n' >lists/two.pls
printf 'lists/two.pls\nb.flac\n' >tree.m3u; lists 'a.flac 100% #1 [x].flac s.flac b.flac' tree.m3u
printf 'b.m3u\n' >a.m3u; printf 'sub/../a.m3u\n' >b.m3u; refused a.m3u 'name it again'
printf 'a.flac\n' >deep0.m3u; for i in 1 2 3 4 5 6 7 8 9; do echo deep$((i - 1)).m3u >deep$i.m3u; done
refused deep9.m3u '8 deep'; lists a.flac deep7.m3u

# What a list can't mean is named by its line.
printf 'a.flac\nnowhere.flac\nb.flac\ngone.flac\n' >missing.m3u
refused missing.m3u '^burn-album: missing.m3u, line 2: nowhere.flac is not there'
says complained '^missing.m3u, line 4: gone.flac is not there'
printf 'CD1/a.flac\nCD2\\a.flac\n' >discs.m3u; refused discs.m3u 'line 1: CD1/a.flac is not there'
says complained 'line 2: CD2.a.flac is not there'
printf 'D:\\1\\a.flac\nD:\\2\\a.flac\n' >names.m3u
refused names.m3u 'line 2: D:.1.a.flac and D:.2.a.flac would both be a.flac: one of them is not there'
printf 'a.flac\na.wav\n' >endings.m3u; refused endings.m3u 'a.flac and a.wav would both be a.flac'
printf 'a.flac\n./a.flac\na.flac\n' >thrice.m3u; lists 'a.flac a.flac a.flac' thrice.m3u
printf 'http://example.org/a.flac\n' >remote.m3u; refused remote.m3u 'line 1: http://example.org/a.flac is no file'
xspf '' '<x:track><x:title>T</x:title></x:track>' >nothing.xspf; refused nothing.xspf 'nothing.xspf, line 1 is of a track without a location'
printf '<playlist><trackList>\n<track><location>&#56553;.flac</location></track>' >bad.xspf; refused bad.xspf 'bad.xspf, line 2 is damaged'
printf '[playlist]\nFile1=a.flac\nFile1=b.flac\n' >twice.pls; refused twice.pls 'line 3 names File1 again'
printf 'a.flac\nb\0c\n' >nul.m3u; refused nul.m3u 'line 2 is no text'
printf '[playlist]\n' >none.pls; refused none.pls 'names no music'

# Neither what is no file nor what is too long holds it up.
mkfifo pipe.flac pipe.m3u; ln -s /dev/zero zeros.m3u; ln -s /dev/zero zeros.flac
for odd in pipe.flac pipe.m3u; do echo $odd >odd.m3u; refused odd.m3u "$odd is a FIFO"; done
for odd in zeros.flac zeros.m3u; do echo $odd >odd.m3u; refused odd.m3u "$odd is a device"; done
refused zeros.m3u 'zeros.m3u is longer than 4 MB'
yes a.flac | head -n 100 >100.m3u; refused 100.m3u '100.m3u names 100 files, and a disc holds 99 tracks'
yes a.flac | head -n 500000 >many.m3u; refused many.m3u '500000 files'
yes a.flac | head -n 1000000 >million.m3u; refused million.m3u 'longer than 4 MB'

# Nothing reaches the terminal as it is.
printf '\033]0;x\a\302\233\342\200\256y.flac\n' >escape.m3u; refused escape.m3u 'y.flac is not there'
if LC_ALL=C grep -q "$(printf '[\033\007\233]')" complained; then fail "control characters are shown"; fi
