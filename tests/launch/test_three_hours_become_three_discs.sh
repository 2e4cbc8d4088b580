#!/bin/sh
# Three hours in one stream become three discs, as images and on a drive whose discs somebody
# changes; end to end they have every sample.
. "${0%/*}/drives.sh"

hours="audiotestsrc wave=sine freq=441.0007 samplesperbuffer=44100 num-buffers=10800 !
  audio/x-raw,format=S16LE,rate=44100,channels=2,layout=interleaved"
# shellcheck disable=SC2086  # words of a launch line
wanted=$(gst-launch-1.0 -q $hours ! fdsink fd=1 | md5sum)


# shellcheck disable=SC2086
gst-launch-1.0 -q $hours ! redbooksink location=long.cue on-full=next-disc settle-time=0 \
  checksums=false >said 2>&1


[ "$(cat long.bin long-2.bin long-3.bin | md5sum)" = "$wanted" ] || {
  echo "the images have lost sound"
  exit 1
}
[ "$(stat -c %s long.bin)" = $((359849 * 2352)) ]
[ ! -e long-4.bin ]
rm -f long*


new_drive cd-r-80
# shellcheck disable=SC2086
"$test_drive" run gst-launch-1.0 -m $hours ! redbooksink device=/dev/sr0 on-full=next-disc \
  settle-time=0 checksums=false 2>&1 | while read -r line; do
  case $line in
    *redbook-insert-disc*)
      count=$((${count:-0} + 1))
      "$test_drive" take sr0 "disc-$count" && drive insert sr0 cd-r-80 && drive load sr0
      ;;
    *redbook-burn-complete*) echo "$line" ;;
  esac
done >burns
drive dump sr0 last


for disc in disc-1 disc-2; do
  drive eject sr0
  "$test_drive" take sr0 out
  mv "$disc" back
  "$test_drive" insert sr0 "$PWD/back"
  drive load sr0
  drive dump sr0 "$disc.raw"
  rm -rf out
done
[ "$(cat disc-1.raw disc-2.raw last | md5sum)" = "$wanted" ] || {
  echo "the discs have lost sound"
  exit 1
}
[ "$(grep -c 'total-discs=(uint)3' burns)" = 3 ]
