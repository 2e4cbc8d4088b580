#!/bin/sh
# gst-device-monitor-1.0 shows the drives with their media, and a launch line that burns as it
# is printed; a drive in use is left alone; no player finds a loudspeaker.
set -- "$TEST_DRIVE"
. "$INTEROP/common.sh"

monitor() { on_drive gst-device-monitor-1.0 "$@" && mv output listed; }


drive create sr0
drive insert sr0 cd-r-80
drive create sr1
monitor Sink/Disc


for sr in sr0 sr1; do
  says listed "name  : REDBOOK TEST DRIVE (/dev/$sr)$"
  says listed "gst-launch-1.0 ... ! redbooksink device=/dev/$sr$"
done
says listed "class : Sink/Disc$"
says listed "caps  : audio/x-raw, format=S16LE, rate=44100, channels=2, layout=interleaved$"
says listed "capabilities.sao = true$"
says listed "medium.state = blank$"
says listed "medium.state = none$"
says listed "medium.free-blocks = 359849$"

line=$(sed -n 's/.*gst-launch-1.0 \.\.\. \(! redbooksink device=.*sr0\)$/\1/p' listed)
# shellcheck disable=SC2086  # words of a launch line
on_drive gst-launch-1.0 audiotestsrc samplesperbuffer=44100 num-buffers=4 ! \
  audio/x-raw,rate=44100,channels=2,format=S16LE $line
monitor Sink/Disc
says listed "medium.state = complete$"
says listed "medium.tracks = 1$"


# Where nothing at all provides loudspeakers, the monitor does not even start.
"$test_drive" run gst-device-monitor-1.0 Audio/Sink >loudspeakers 2>&1 || true
if grep -q /dev/sr loudspeakers; then echo "taken for a loudspeaker"; exit 1; fi


drive take sr0 burned
drive plan sr0 "open every busy"
: >"$TEST_DRIVE_FOLDER/sr0/commands.log"
monitor Sink/Disc
says listed "name  : .*(/dev/sr0)$"
if [ -s "$TEST_DRIVE_FOLDER/sr0/commands.log" ]; then echo "did not leave the drive alone"; exit 1; fi


gst-inspect-1.0 redbook >inspected
says inspected "redbookdeviceprovider: Audio CD recorder device provider"
