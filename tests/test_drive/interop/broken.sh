#!/bin/sh
# A drive broken on purpose does not get past the programs: whoever burns well on a sound
# drive finds something wrong with it.
set -eu
interop=$(dirname "$0")

noticed() {
  if BROKEN=$1 sh "$interop/$2.sh" "$test_drive" >"$report" 2>&1; then
    echo "$2 did not notice: $1"
    exit 1
  fi
  # It is the sound or a listing that is wrong, not that a program was missing.
  grep -q "not the sound\|does not say\|^failed: " "$report" || { cat "$report"; exit 1; }
  echo "$2 noticed $1: $(tail -n 1 "$report")"
}

test_drive=$1
report=$(mktemp)
trap 'rm -f "$report"' EXIT
noticed six-bit cdrskin_sao
noticed six-bit cdrdao_write
noticed six-bit wodim_dao
noticed msf cdrskin_tao
noticed q-binary cdrskin_sao
noticed pregap cdrdao_write
