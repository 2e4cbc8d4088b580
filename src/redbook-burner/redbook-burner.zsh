#compdef redbook-burner
# SPDX-License-Identifier: GPL-2.0-or-later

# The kernel's list, which opens no drive: one that burns is left alone.
_redbook_burner_drives() {
  local -a drives
  drives=(/dev/${^$(sed -n 's/^drive name://p' /proc/sys/dev/cdrom/info 2>/dev/null)}(N))
  _wanted drives expl drive compadd -a drives
}

_redbook_burner_source() {
  _files -g '*.(cue|toc)' || _directories
}

_redbook_burner_image() {
  if (( ${words[(I)--export*]} )); then
    _files -g '*.(cue|toc|ddp)'
  else
    _redbook_burner_source
  fi
}

_arguments -s -S \
  '(: -)'{-h,--help}'[print the options]' \
  '(: -)--version[print the version]' \
  '--list[list the drives and what is in them]' \
  '--probe[tell what a drive and its disc are like]:drive:_redbook_burner_drives' \
  '--device[burn an image on this drive]:drive:_redbook_burner_drives' \
  '--verify[compare the disc in this drive with an image]:drive:_redbook_burner_drives' \
  '--erase[make a CD-RW blank]:drive:_redbook_burner_drives' \
  '--eject[open the tray]:drive:_redbook_burner_drives' \
  '--load[close the tray]:drive:_redbook_burner_drives' \
  '--stash-info[check a stash, and tell what it holds]:folder:_directories' \
  '--stash-repair[save what is there of a damaged stash]:folder:_directories' \
  '--export[write a stash, or an image, as a disc image]:stash or image:_redbook_burner_source' \
  '--full[with --erase\: erase all, which takes long]' \
  '--quick[with --verify\: all but the audio]' \
  '--json[with --list, --probe and --stash-info\: in JSON]' \
  '--disc[which disc of a stash that is longer than one]:number: ' \
  '--capacity[what a disc holds]:blocks: ' \
  '--cue-charset[charset of a cue sheet]:charset:(UTF-8 windows-1251 windows-1252 Shift_JIS GB18030 Big5 EUC-KR)' \
  '--write-mode[session at once, or track at once]:mode:(auto sao tao)' \
  '--write-speed[how fast to burn]:speed:(1x 2x 4x 8x 10x 12x 16x 24x 32x 40x 48x 52x)' \
  '--simulate[do everything but with the laser off]' \
  '--blank[erase a CD-RW first]:how:(none fast full)' \
  '--overburn[try what is too long for the disc]' \
  '--no-finalize[leave the disc open]' \
  '--no-underrun-protection[do without pauses when the buffer is empty]' \
  '--write-offset[samples to write early]:samples: ' \
  '--verify-after[read the disc back]:how:(none quick full)' \
  '--eject-after[open the tray after the burn]' \
  ':image or stash:_redbook_burner_image'
