#!/bin/sh
# An image read by cdiocddasrc and recorded again is the same disc.
. "${0%/*}/lib.sh"
song a 264733 1; song b 529277 2; song c 265001 3
record location=album.cue a b c


launch cdiocddasrc device="$PWD/album.cue" mode=continuous ! redbooksink location=copy.cue


same_bytes album.bin copy.bin
expect "the sheet" "$(sed "s/album/copy/" album.cue)" "$(cat copy.cue)"
same_bytes album.cdt copy.cdt
expect "the starts" "$(starts_by_libcdio album.cue)" "$(starts_by_libcdio copy.cue)"

# One track alone: the table of contents of the whole disc that comes with it is left out.
launch cdiocddasrc device="$PWD/album.cue" mode=normal track=2 ! redbooksink location=one.cue
expect "the track alone" "0 901" "$(starts_by_libcdio one.cue)"
filled b >expected.bin
same_bytes expected.bin one.bin
grep -q 'TITLE "Title-b"' one.cue || fail "the track's title"
grep -q 'describes something else' launch.log || fail "no warning about the table of contents"
