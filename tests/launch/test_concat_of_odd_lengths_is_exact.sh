#!/bin/sh
# Three files of odd sample counts become tracks that equal the decoded files.
. "${0%/*}/lib.sh"
song a 264733 1; song b 529277 2; song c 265001 3


record location=album.cue a b c


{ filled a; filled b; filled c; } >expected.bin
same_bytes expected.bin album.bin
expect "libcdio's starts" "0 451 1352 1803" "$(starts_by_libcdio album.cue)"
expect "cdrdao's starts" "0 451 1352 1803" "$(starts_by_cdrdao album.cue)"
grep -q 'TITLE "Plucked"' album.cue && grep -q 'TITLE "Title-b"' album.cue || fail "titles"

# As a TOC for cdrdao: the same places, and the samples the right way round.
record location=toc.toc a b c
same_bytes expected.bin toc.bin
expect "cdrdao's starts in its TOC" "0 451 1352 1803" "$(starts_by_cdrdao toc.toc)"
expect "cdrdao's first samples" "$(od -An -td2 -N64 -w4 expected.bin | xargs)" \
  "$(cdrdao show-data toc.toc 2>/dev/null | head -n 16 | sed 's/.*://' | xargs)"

# Gapless: the joined samples, filled once at the end.
record 'location=gapless.cue gapless=true' a b c
cat a.raw b.raw c.raw >joined.raw
filled joined >expected.bin
same_bytes expected.bin gapless.bin
expect "libcdio's gapless starts" "0 450 1350 1802" "$(starts_by_libcdio gapless.cue)"
expect "cdrdao's gapless starts" "0 450 1350 1802" "$(starts_by_cdrdao gapless.cue)"

# With a gap, all readers see the silence, and each track its own sound.
record 'location=gap.cue track-gap=150' a b c
{ filled a; head -c 352800 /dev/zero; filled b; head -c 352800 /dev/zero; filled c; } >expected.bin
same_bytes expected.bin gap.bin
expect "libcdio's starts with gaps" "0 601 1652 2103" "$(starts_by_libcdio gap.cue)"
