#!/usr/bin/env python3
"""Cue sheets of music in files of many kinds and names: tracks begin at the samples that
the files really give, and the list tells what the disc will have."""

import os
import re
import shutil
import subprocess
import sys
import tempfile

import sheets

ALBUM = os.environ['BURN_ALBUM']
FAULTS = []


def check(what, wanted, found):
    if wanted != found:
        FAULTS.append(f'{what}: {found!r}, not {wanted!r}')


def album(*words, code=0):
    ended = sheets.run(ALBUM, *words)
    if ended.returncode != code:
        FAULTS.append(f'{words} ends with {ended.returncode}: {ended.stdout}{ended.stderr}')
    return ended


def ffmpeg(*words):
    subprocess.run(('ffmpeg', '-v', 'error', '-y') + words, check=True, stdin=subprocess.DEVNULL)


def write(name, text):
    with open(name, 'wb') as file:
        file.write(sheets.bytes_of(text))


def indexes(name):
    return sheets.indexes_of(sheets.read(name).decode())


def blocks_of(bin_name):
    return os.path.getsize(bin_name) // 2352


def msf(blocks):
    return '%02d:%02d:%02d' % (blocks // 4500, blocks // 75 % 60, blocks % 75)


def listed(ended):
    """The lengths and titles of the table."""
    return re.findall(r'^ *\d+ +(\d+:\d+)  (\S*)', ended.stdout, re.MULTILINE)


def make_flacs():
    os.mkdir('flac')
    for name in sheets.FILES:
        ffmpeg('-i', name + '.wav', f'flac/{name}.flac')
    shutil.copy('flac/all.flac', 'flac/a b.flac')
    shutil.copy('flac/all.flac', 'flac/\u00fc.flac')
    os.mkdir('flac/sub')
    shutil.copy('flac/all.flac', 'flac/sub/all.flac')


def same_disc_in_flac():
    """Each sheet names WAVEs, and there are FLACs."""
    for name, wanted in sheets.GOOD.items():
        write('flac/sheet.cue', wanted.sheet)
        album('--output', 'flac.cue', 'flac/sheet.cue')
        cue = sheets.read('flac.cue').decode()
        check(name + ' in FLAC', wanted,
              sheets.Disc(wanted.sheet, sheets.indexes_of(cue), sheets.titles_of(cue),
                          sheets.facts_of(cue), blocks_of('flac.bin')))


def guessed_lengths_place_nothing():
    """MP3 without a Xing header, loud in one half: its length is guessed by its size."""
    for name, silent in (('early', 'gt(t,10)'), ('late', 'lt(t,20)')):
        ffmpeg('-i', 'all.wav', '-af', f"volume=0:enable='{silent}'", '-q:a', '2', '-write_xing', '0',
               name + '.mp3')
        album('--output', name + '.cue', name + '.mp3')
    write('short.cue', 'FILE "early.mp3" MP3\n' + sheets.T1 + 'TRACK 02 AUDIO\nINDEX 01 00:20:00\n')
    write('long.cue', 'FILE "late.mp3" MP3\n' + sheets.T1 + 'TRACK 02 AUDIO\nINDEX 01 00:20:00\n'
          'FILE "early.mp3" MP3\nTRACK 03 AUDIO\nINDEX 01 00:00:00\nTRACK 04 AUDIO\nINDEX 01 00:05:00\n')
    album('--output', 'o.cue', 'short.cue')
    check('short.cue', '01 00:00:00 01 00:20:00', indexes('o.cue'))
    album('--output', 'o.cue', 'long.cue')
    late = blocks_of('late.bin')
    nearest = [f'01 00:00:00 01 00:20:00 01 {msf(third)} 01 {msf(third + 375)}'
               for third in (late - 1, late)]
    check('long.cue', True, indexes('o.cue') in nearest)
    check('length of long.cue', True, 0 <= late + blocks_of('early.bin') - blocks_of('o.bin') <= 1)
    check('list of long.cue', ['00:20', '00:10', '00:05', '00:25'],
          [length for length, _ in listed(album('--list', 'long.cue'))])


def guessed_lengths_refuse_nothing():
    """How long they are said to be depends on how far they were read."""
    for capacity, code in (('5000', 0), ('4600', 0), ('4000', 1)):
        words = ('--capacity', capacity, 'late.mp3', 'late.mp3')
        check('list of ' + capacity, True, ', about ' in album('--list', *words).stdout)
        album('--output', 'small.cue', *words, code=code)
        check(capacity, code == 0, os.path.exists('small.cue'))
        if code == 0:
            os.remove('small.cue')


def other_rates_are_counted():
    ffmpeg('-i', 'odd.wav', '-ar', '48000', 'rate.wav')
    write('rate.cue', 'FILE "rate.wav" WAVE\n' + sheets.T1 +
          'FILE "a.wav" WAVE\nTRACK 02 AUDIO\nINDEX 01 00:00:00\n')
    album('--output', 'o.cue', 'rate.cue')
    check('rate.cue', '01 00:00:00 01 00:05:25', indexes('o.cue'))
    check('length of rate.cue', 801, blocks_of('o.bin'))


def the_sheet_itself_names_the_music():
    for sheet, line in (('Stem.cue', 'FILE "gone.wav" WAVE\n'), ('stem.cue', 'FILE "D:\\x\\y.ape" APE\n'),
                        ('STEM.cue', 'FILE "" WAVE\n')):
        os.mkdir('stem')
        shutil.copy('flac/all.flac', 'stem/Stem.flac')
        write('stem/' + sheet, line + sheets.T1)
        told = album('--list', 'stem/' + sheet).stderr
        check(sheet, True, 'Stem.flac is taken' in told)
        shutil.rmtree('stem')
    write('gone.cue', 'FILE "gone.wav" WAVE\n' + sheets.T1)
    check('gone.cue', True, 'gone.wav is not there' in album('--list', 'gone.cue', code=1).stderr)


def sheets_inside_count():
    """The tag of foobar2000; with another sheet beside it, and in a list of files."""
    inside = 'TITLE "T"\nFILE "x.flac" WAVE\n' + sheets.T1 + 'TITLE "One"\n' + sheets.T2 + 'TITLE "Two"\n'
    for name, options in (('tag.flac', ()), ('tag.oga', ('-c:a', 'flac')), ('tag.ogg', ('-c:a', 'libvorbis'))):
        ffmpeg('-i', 'all.wav', *options, '-metadata', 'CUESHEET=' + inside, name)
        check(name, [('00:10', 'One'), ('00:20', 'Two')], listed(album('--list', name)))
        album('--output', 'o.cue', name)
        check(name, sheets.TWO, indexes('o.cue'))
    both = album('--list', 'tag.flac', 'a.wav')
    check('tag.flac and a.wav', 2, len(listed(both)))
    check('tag.flac and a.wav', True, 'The cue sheet in tag.flac is left out' in both.stderr)
    ffmpeg('-i', 'all.wav', '-metadata', 'CUESHEET=nonsense', 'bad.flac')
    check('bad.flac', True, 'bad.flac:1' in album('--list', 'bad.flac', code=1).stderr)


def first_of_several_sheets_is_told():
    os.mkdir('twin')
    shutil.copy('flac/all.flac', 'twin/all.flac')
    for name in ('b.cue', 'a.cue', 'c.cue'):
        write('twin/' + name, f'TITLE "{name}"\nFILE "all.flac" WAVE\n' + sheets.T1 + sheets.T2)
    ended = album('--list', 'twin')
    check('twin', 2, len(listed(ended)))
    check('twin', True, ended.stdout.startswith('a.cue'))
    check('twin', True, 'The folder has 3 cue sheets: twin/a.cue is taken.' in ended.stderr)
    check('twin/b.cue', False, 'is taken' in album('--list', 'twin/b.cue').stderr)


def a_sheet_of_a_whole_disc_in_one_track_makes_one_track():
    flac = sheets.read('flac/all.flac')
    rate = sheets.RATE
    for name, offsets in (('early', [19404, 11982264, 20000000, 30000000]),
                          ('middle', [0, 200 * rate, 230 * rate, 500 * rate]),
                          ('late', [88200, 300 * rate, 400 * rate, 430 * rate])):
        block = sheets.seek_points(offsets)
        write(name + '.flac', b'fLaC' + bytes([flac[4] & 127]) + flac[5:42] + bytes([5]) +
              len(block).to_bytes(3, 'big') + block + flac[42:])
        lines = listed(album('--list', name + '.flac'))
        check(name + ' of a whole disc', ['00:30'], [length for length, _ in lines])
        album('--output', 'o.cue', name + '.flac')
        check(name + ' of a whole disc', sheets.ONE, indexes('o.cue'))


def the_list_has_what_the_disc_has():
    for seconds in ('0.5', '2', '3.9'):
        ffmpeg('-i', 'all.wav', '-t', seconds, 'small.wav')
        ended = album('--list', 'small.wav', 'a.wav')
        check('a small file', ['00:04', '00:05'], [length for length, _ in listed(ended)])
        check('a small file', True, '2 tracks, 00:09 of' in ended.stdout)
        album('--output', 'o.cue', 'small.wav', 'a.wav')
        check('a small file', '01 00:00:00 01 00:04:00', indexes('o.cue'))
    many = ['a.wav'] * 100
    for words in (['--list'], ['--output', 'many.cue']):
        check('100 tracks', True, '99 tracks' in album(*words, *many, code=1).stderr)
    check('100 tracks', False, os.path.exists('many.cue'))


def a_length_of_days_is_not_believed():
    flac = bytearray(sheets.read('flac/a.flac'))
    flac[21] |= 15
    flac[22:26] = b'\xff' * 4
    write('days.flac', bytes(flac))
    ended = album('--list', 'days.flac', 'a.wav')
    check('days.flac', ['00:04', '00:05'], [length for length, _ in listed(ended)])
    album('--output', 'o.cue', 'days.flac', 'a.wav')
    check('days.flac', '01 00:00:00 01 00:05:25', indexes('o.cue'))


def charsets_are_named():
    for charset, title in (('Shift_JIS', '日本'), ('windows-1251', 'Песня'), ('KOI8-R', 'Песня')):
        write('named.cue', ('TITLE "' + title + '"\n' + sheets.ALL + sheets.T1).encode(charset))
        check(charset, True, album('--list', '--cue-charset', charset, 'named.cue').stdout.startswith(title))
        check(charset, True, 'guess' in album('--list', 'named.cue').stderr)
    album('--list', '--cue-charset', 'nonsense', 'named.cue', code=1)


def music_that_is_called_binary_is_found_in_the_charset_of_its_sheet():
    """By how it begins, or by its ending, as MP3s begin like anything."""
    shutil.copy('all.wav', 'Песня.bin')
    write('named.cue', ('FILE "Песня.bin" BINARY\n' + sheets.T1 + sheets.T2).encode('cp866'))
    lines = listed(album('--list', '--cue-charset', 'IBM866', 'named.cue'))
    check('Песня.bin', ['00:10', '00:20'], [length for length, _ in lines])
    ffmpeg('-i', 'all.wav', '-id3v2_version', '0', '-write_xing', '0', 'bare.mp3')
    check('bare.mp3', b'\xff', sheets.read('bare.mp3')[:1])
    write('bare.cue', 'FILE "bare.mp3" BINARY\n' + sheets.T1 + sheets.T2)
    check('bare.mp3', 2, len(listed(album('--list', 'bare.cue'))))


def a_file_that_is_cut_off_is_told():
    flac = sheets.read('flac/all.flac')
    for part in (0.97, 0.7, 0.5):
        write('cut.flac', flac[:int(len(flac) * part)])
        write('cut.cue', 'FILE "cut.flac" FLAC\n' + sheets.T1 + sheets.T2)
        ended = album('--output', 'cut_off.cue', 'cut.cue', code=1)
        check('cut.flac', True, 'cut.flac' in ended.stderr)
        check('cut.flac', False, os.path.exists('cut_off.cue'))
        album('--output', 'cut_off.cue', '--ignore-damage', 'cut.cue')
        check('cut.flac in spite of it', sheets.TWO, indexes('cut_off.cue'))
        os.remove('cut_off.cue')


def only_files_are_opened():
    os.mkfifo('fifo.wav')
    os.symlink('/dev/zero', 'zero.wav')
    os.mkdir('folder.wav')
    for name in ('fifo.wav', 'zero.wav', 'folder.wav'):
        for kind in ('WAVE', 'BINARY', 'MP3'):
            write('kind.cue', f'FILE "{name}" {kind}\n' + sheets.T1)
            ended = sheets.run(ALBUM, '--output', 'o.cue', 'kind.cue')
            check(f'{name} as {kind}', 1, ended.returncode)
            check(f'{name} as {kind}', True, 'is not a file' in ended.stderr)
    for sheet in ('fifo.cue', 'zero.cue'):
        os.rename(sheet.replace('cue', 'wav'), sheet)
        check(sheet, 1, sheets.run(ALBUM, '--list', sheet).returncode)


def nothing_reaches_the_terminal_raw():
    for bad in ('\033]0;x\007', '\x9b31m'.encode('latin-1').decode('latin-1'), '\u202egpj'):
        write('raw.cue', f'TITLE "{bad}"\nFILE "{bad}.wav" WAVE\n' + sheets.T1)
        ended = album('--list', 'raw.cue', code=1)
        for told in (ended.stdout, ended.stderr):
            check(repr(bad), None, sheets.RAW.search(told))
        write('raw.cue', f'TITLE "{bad}"\n' + sheets.ALL + sheets.T1 + f'TITLE "{bad}"\n')
        ended = album('--list', 'raw.cue')
        check(repr(bad), None, sheets.RAW.search(ended.stdout))
    write('big.cue', 'CATALOG ' + '1' * 400000 + '\n' + sheets.ALL + sheets.T1)
    check('a long code', True, len(album('--output', 'o.cue', 'big.cue').stderr) < 5000)
    for long in (' ' * 200000 + '\n', '\n' * 200000, 'FILE "' + 'x' * 200000 + '" WAVE\n'):
        write('long.cue', long + sheets.ALL + sheets.T1)
        check('a long sheet', True, sheets.run(ALBUM, '--list', 'long.cue').returncode in (0, 1))


def main():
    base = tempfile.mkdtemp()
    os.environ['XDG_CACHE_HOME'] = os.path.join(base, 'cache')
    os.chdir(base)
    sheets.make_audio('.')
    make_flacs()
    tests = (same_disc_in_flac, guessed_lengths_place_nothing,
             guessed_lengths_refuse_nothing, other_rates_are_counted,
                 the_sheet_itself_names_the_music, sheets_inside_count,
                 first_of_several_sheets_is_told,
                 a_sheet_of_a_whole_disc_in_one_track_makes_one_track,
                 the_list_has_what_the_disc_has, a_length_of_days_is_not_believed, charsets_are_named,
                 music_that_is_called_binary_is_found_in_the_charset_of_its_sheet,
                 a_file_that_is_cut_off_is_told, only_files_are_opened,
                 nothing_reaches_the_terminal_raw)
    for test in tests:
        if sys.argv[1:] and test.__name__ not in sys.argv:
            continue
        try:
            test()
        except (OSError, IndexError) as error:
            FAULTS.append(f'{test.__name__}: {error}')
    os.chdir('/')
    shutil.rmtree(base)
    print('\n'.join(FAULTS))
    return 1 if FAULTS else 0


sys.exit(main())
