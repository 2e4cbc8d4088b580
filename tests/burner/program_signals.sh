#!/bin/sh
# Ctrl-C stops a burn, and the last line says what became of the disc; so does SIGTERM.
. "$(dirname "$0")/programs.sh"

new_drive cd-rw-80
for signal in INT TERM HUP; do
  drive insert sr0 cd-rw-80
  drive set sr0 speed 4
  "$test_drive" run "$burner" --device /dev/sr0 disc.toc >output 2>&1 &
  until grep -q 'getting ready' output && [ "$(drive list sr0 | grep -c '^recording')" = 1 ]
  do :; done
  kill -s $signal $!
  code=0
  wait $! || code=$?
  [ $code -eq 6 ] || { cat output; echo "exit code $code after SIG$signal"; exit 1; }
  says output '^Cancelled. The disc is incomplete: blank=fast makes it usable again.$'
  drive list sr0 >list
  says list '^tray: closed$'
done
