#!/bin/sh
# 80 minutes in small buffers: few write calls, and no more memory than for 8 minutes.
. "${0%/*}/lib.sh"
caps=audio/x-raw,format=S16LE,rate=44100,channels=2,layout=interleaved

stage() { # BLOCKS
  $measure gst-launch-1.0 -q audiotestsrc wave=silence samplesperbuffer=588 num-buffers="$1" ! \
    "$caps" ! redbooksink location=disc.cue settle-time=0 >launch.log 2>&1 || fail "staging $1 blocks"
}


measure='strace -f -qq -o calls -e trace=write,writev,pwrite64,pwritev,pwritev2'
stage 359849
writes=$(grep -vc ' resumed>' calls)  # one that another thread came between has two lines
measure='/usr/bin/time -o peak -f %M'
stage 359849
whole=$(cat peak)
stage 36000
tenth=$(cat peak)


[ "$writes" -le 3000 ] || fail "$writes write calls"
[ "$whole" -le 40960 ] || fail "$whole KiB for a whole disc"
[ $((whole - tenth)) -le 2048 ] || fail "$whole KiB for a whole disc, $tenth for a tenth of it"
