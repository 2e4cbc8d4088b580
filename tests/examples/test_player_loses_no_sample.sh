#!/bin/sh
# The player plays one song into the other: what reaches the loudspeaker is every sample of both,
# and nothing else. Pause, next, previous and seeks do what they say.
. "${0%/*}/../launch/lib.sh"
. "${0%/*}/screen.sh"
song a 176501 1
song b 220533 2
song long 8820000 3


on_screen "${0%/*}/play_on_screen.py" a.flac b.flac long.flac || fail "the player"


cat a.raw b.raw >expected.raw
same_bytes expected.raw played.raw
