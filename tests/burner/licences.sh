#!/bin/sh
# licences.sh SOURCE-FOLDER: What is under the GPL lies in src/redbook-burner/, but not in its
# folder serve/, as debian/copyright says; nothing else is.
set -eu
cd "$1"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT


find src/redbook-burner -path '*/serve/*' -o -name '*.[ch]pp' -print | sort >"$work/said"
grep -rl 'SPDX-License-Identifier: GPL-2.0-or-later' src gst --include='*.[ch]pp' |
  sort >"$work/found"


diff "$work/said" "$work/found"
