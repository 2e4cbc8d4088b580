#compdef burn-album

# The kernel's list, which opens no drive: one that burns is left alone.
_burn_album_drives() {
  local -a drives
  drives=(/dev/${^$(sed -n 's/^drive name://p' /proc/sys/dev/cdrom/info 2>/dev/null)}(N))
  _wanted drives expl drive compadd -a drives
}

_arguments -s -S \
  '*--device[burn on this drive]:drive:_burn_album_drives' \
  '(-o --output)'{-o,--output}'[write a disc image]:image:_files -g "*.(cue|toc|ddp)"' \
  '--format[the image]:format:(auto cue toc ddp)' \
  '--list[show the tracks, and burn nothing]' \
  '--title[title of the disc]:text: ' \
  '--performer[performer of the disc]:text: ' \
  '--genre[genre of the disc]:text: ' \
  '--catalog[catalogue number of the disc]:digits: ' \
  '--language[language of the texts, ISO 639]:code: ' \
  '--no-cd-text[leave the texts out]' \
  '--cue-charset[charset of a cue sheet]:charset:(UTF-8 windows-1251 windows-1252 Shift_JIS GB18030 Big5 EUC-KR)' \
  '--gapless[join the tracks without adding a sample]' \
  '--gap[silence between tracks]:seconds: ' \
  '--capacity[what the disc holds]:blocks: ' \
  '--simulate[do everything but with the laser off]' \
  '--verify[read the disc back]:how:(none quick full)' \
  '--blank[erase a CD-RW first]:how:(none fast full)' \
  '--write-mode[session at once, or track at once]:mode:(auto sao tao)' \
  '--write-speed[how fast to burn]:speed:(1x 2x 4x 8x 10x 12x 16x 24x 32x 40x 48x 52x)' \
  '--copies[discs to burn on each drive]:number: ' \
  '--wait[how long to wait for a disc that will do]:seconds: ' \
  '--overburn[try what is too long for the disc]' \
  '--eject[open the tray afterwards]' \
  '--ignore-damage[burn what is there of damaged files]' \
  '--report[write what was made]:name:_files' \
  '--json[tell what happens as lines of JSON]' \
  '(-h --help)'{-h,--help}'[print the options]' \
  '--version[print the version]' \
  '*:music, folder or playlist:_files'
