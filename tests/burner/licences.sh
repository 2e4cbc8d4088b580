#!/bin/sh
# licences.sh SOURCE-FOLDER: The plugin is built of no file under the GPL, and
# debian/copyright says the same of src/burner/ as its files do.
set -eu
cd "$1"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
under_gpl() { grep -q 'SPDX-License-Identifier: GPL-2.0-or-later' "$1"; }


sed -n 's,^ \(src/burner/.*\)\.\*$,\1,p' debian/copyright | sort >"$work/said"
for file in src/burner/*.[ch]pp; do
  under_gpl "$file" || echo "${file%.?pp}"
done | sort -u >"$work/found"
sed -n "s,^  '\(.*\.cpp\)'.*,src/\1,p" src/meson.build >"$work/core"


diff "$work/said" "$work/found"
[ "$(wc -l <"$work/core")" -gt 50 ]
while read -r file; do
  ! under_gpl "$file" || { echo "$file is in the core" && exit 1; }
done <"$work/core"
