#!/bin/sh
# The command in the error of an image that could not be written makes it after all.
. "${0%/*}/lib.sh"
song a 264733 1
export XDG_CACHE_HOME=$folder/cache

music() { "$COMPOSE" 264733 1; }
pcm='rawaudioparse use-sink-caps=false'
# shellcheck disable=SC2086  # words of a launch line
music | launch fdsrc ! $pcm ! redbooksink location=good.cue

for kind in cue toc; do
  mkdir gone
  # The folder goes before the music ends.
  # shellcheck disable=SC2086  # words of a launch line
  if { music; rmdir gone; } |
    gst-launch-1.0 fdsrc ! $pcm ! redbooksink location="gone/album.$kind" >launch.log 2>&1
  then fail "an image without a folder"; fi
  command=$(sed -n 's,^redbook-burner,"$REDBOOK_BURNER",p' launch.log)
  [ -n "$command" ] || fail "no command"
  mkdir gone
  eval "$command" >export.log 2>&1 || fail "$command: $(cat export.log)"
  same_bytes good.bin gone/album.bin
  expect "tracks" "$(starts_by_cdrdao good.cue)" "$(cd gone; starts_by_cdrdao "album.$kind")"
  rm -r gone
done
