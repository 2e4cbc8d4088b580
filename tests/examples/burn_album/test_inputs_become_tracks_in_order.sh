#!/bin/sh
# Files, folders and playlists become tracks in the order in which they are given.
. "${0%/*}/lib.sh"
mkdir -p music/more
song a 264733 1; song b 529277 2; song c 265001 3
mv a.flac 'music/2 a.flac'; mv b.flac 'music/10 b & ü.flac'; mv c.flac music/more/c.flac
touch music/cover.jpg music/.hidden.flac


# A folder is read by the numbers in the names, and what is no music in it is left alone.
burn_album 0 --output folder.cue music
{ filled a; filled b; } >expected.bin
same_bytes expected.bin folder.bin
expect "titles of a folder" "Plucked Title-a Title-b" "$(titles folder.cue)"

# As given.
burn_album 0 --output given.cue music/more/c.flac 'music/2 a.flac'
{ filled c; filled a; } >expected.bin
same_bytes expected.bin given.bin

{ filled c; filled b; filled a; } >expected.bin
printf '\357\273\277#EXTM3U\r\n#EXTINF:6,C\r\nmore/c.flac\r\n\r\n%s/music/10 b & ü.flac\r\n2 a.flac\r\n' \
  "$PWD" >music/list.m3u8
# A list of old, in Latin-1.
printf 'more/c.flac\n10 b & \374.flac\n2 a.flac\n' >music/list.m3u
cat >music/list.pls <<'PLS'
[playlist]
File1=more/c.flac
Title1=C
File2=10 b & ü.flac
File3=2 a.flac
NumberOfEntries=3
Version=2
PLS
cat >music/list.xspf <<'XSPF'
<?xml version="1.0" encoding="UTF-8"?>
<playlist version="1" xmlns="http://xspf.org/ns/0/">
  <location>http://example.org/not-a-track.flac</location>
  <trackList>
    <track><location>more/c.flac</location><location>another/place.flac</location></track>
    <track><location>10%20b%20&amp;%20%C3%BC.flac</location></track>
XSPF
printf '    <track><location>file://%s/music/2%%20a.flac</location></track>\n</trackList></playlist>\n' \
  "$PWD" >>music/list.xspf
for ending in m3u8 m3u pls xspf; do
  burn_album 0 --output "$ending.cue" "music/list.$ending"
  same_bytes expected.bin "$ending.bin"
done

# Each kind of image, and what the disc is called.
burn_album 0 --output set.ddp --title Own --performer Us --catalog 1234567890128 music
says set.ddp/DDPMS "."
burn_album 0 --output disc.toc --gapless --title Own music
{ cat a.raw b.raw; } >joined.raw
filled joined >expected.bin
same_bytes expected.bin disc.bin
expect "cdrdao's tracks" 2 "$(cdrdao show-toc disc.toc 2>/dev/null | grep -c '^TRACK ')"
burn_album 0 --output gap.cue --gap 2 music
expect "starts with gaps" "0 601 1502" "$(starts_by_libcdio gap.cue)"

# What is wrong with a list is told.
echo >music/empty.m3u
burn_album 1 --list music/empty.m3u
says complained "empty.m3u names no music"
echo 'round.m3u' >music/round.m3u
burn_album 1 --list music/round.m3u
says complained "name it again"
echo '<playlist><trackList>' >music/cut.xspf
burn_album 1 --list music/cut.xspf
says complained "cut.xspf, line [12] is damaged"
mkdir empty
burn_album 1 --list empty
says complained "empty has no music in it"
