#!/bin/sh
# Every command that an error names does what the error says. A sentence that is new has to
# come in here: the first part counts them.
. "${0%/*}/drives.sh"

# named_in FILE: how often its sentences and details name a command of redbook-burner.
named_in() { grep -cE '"[^"]*redbook-burner( --|")' "$SOURCE_ROOT/$1"; }
counts=$(cd "$SOURCE_ROOT" && grep -rlE '"[^"]*redbook-burner( --|")' src gst --include=*.cpp |
  grep -vE 'command_line|console|main\.cpp|burner_program|remote_drive' | sort |
  while read -r file; do echo "$file $(named_in "$file")"; done)
wanted="gst/recording/stash_provider.cpp 1
src/burn/rescue.cpp 2
src/redbook-burner/libburn/device_node.cpp 3
src/stash/stash_folder.cpp 1
src/stash/stash_state.cpp 2"
[ "$counts" = "$wanted" ] || { echo "other errors name commands: $counts"; exit 1; }

burner() { "$test_drive" run "$REDBOOK_BURNER" "$@" >said 2>&1; }

# works WORDS: of the command.
works() {
  eval "$test_drive run $REDBOOK_BURNER $1" >after 2>&1 || { cat said after; exit 1; }
}
refused() { # SENTENCE ARGUMENTS
  words=$1
  shift
  if burner "$@"; then echo "no error: $*"; exit 1; fi
  says said "$words"
}

# What is no drive: the list shows the one that is.
new_drive cd-r-80
make_tracks
for device in 1.wav /dev/null /dev/sr7; do
  refused 'redbook-burner --list shows the drives' --probe "$device"
  works --list
  says after '^/dev/sr0 '
done

# A stash whose last track was not finished, one without its journal, a damaged one.
pcm='rawaudioparse use-sink-caps=false'
"$COMPOSE" 700000 1 >long.raw
mkfifo music
# The player is killed when it has read all but what the pipe holds.
unfinished_stash() {
  # shellcheck disable=SC2086  # words of a launch line
  gst-launch-1.0 fdsrc ! $pcm ! redbooksink location=disc.cue stash-location=stash \
    <music >said 2>&1 &
  exec 4>music
  cat long.raw >&4
  kill -KILL $!
  exec 4>&-
  wait $! || true
}
is_repaired() {
  works "--stash-repair stash"
  burner --export stash kept.cue || { cat said; exit 1; }
  cmp -n 2000000 kept.bin long.raw
  rm kept.*
}
unfinished_stash
refused 'redbook-burner --stash-repair keeps what is there' --export stash kept.cue
is_repaired
rm stash/journal
refused 'redbook-burner --stash-repair saves what is there' --export stash kept.cue
is_repaired
printf '\377' | dd of=stash/journal bs=1 seek=60 conv=notrunc status=none
refused 'redbook-burner --stash-repair saves what is there' --export stash kept.cue
is_repaired

# An image that can't be made: of one disc in each format, and of the second of two.
# kept LOCATION PROPERTY ...: fails, and runs the command that is told.
kept() {
  location=$1
  shift
  mkdir gone
  # shellcheck disable=SC2086  # words of a launch line
  if { cat long.raw; rmdir gone; } | gst-launch-1.0 fdsrc ! $pcm ! \
    redbooksink location="gone/$location" "$@" >said 2>&1; then echo "an image: $*"; exit 1; fi
  command=$(grep -o '^redbook-burner .*' said | head -n 1)
  [ -n "$command" ] || { cat said; exit 1; }
  mkdir -p gone
  works "${command#redbook-burner}"
}
for format in cue toc; do
  kept disc.$format
  cmp -n 2800000 gone/disc.bin long.raw
  rm -r gone
done
kept disc.ddp
[ "$(tail -c +352801 gone/disc.ddp/IMAGE.DAT | head -c 2800000 | md5sum)" = \
  "$(md5sum <long.raw)" ]
rm -r gone
kept disc.cue on-full=next-disc capacity=600
cmp -n $((600 * 2352)) gone/disc.bin long.raw
rm -r gone

# A process that died when it had kept the audio, and had not said so.
mkdir left
cp -r stash left/.stash-abcdef
gst-launch-1.0 filesrc location=long.raw ! $pcm ! redbooksink location=left/disc.cue >said 2>&1
command=$(grep -o '^redbook-burner .*' said | head -n 1)
works "${command#redbook-burner}"
says after 'of audio, finished'
[ -d left/stash-abcdef ]

# A burn that fails.
drive plan sr0 'write lba 500 sense 3/0C/00'
# shellcheck disable=SC2086  # words of a launch line
if "$test_drive" run gst-launch-1.0 filesrc location=long.raw ! $pcm ! \
  redbooksink device=/dev/sr0 settle-time=0 >said 2>&1; then echo "no fault"; exit 1; fi
drive plan sr0
drive take sr0 spoilt
drive insert sr0 cd-r-80
command=$(grep -o '^redbook-burner .*' said | head -n 1)
works "${command#redbook-burner}"
drive dump sr0 by-drive
cmp -n 2800000 by-drive long.raw
