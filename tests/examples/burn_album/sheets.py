"""Cue sheets as people have them, and what each of them means: for the tests that have
burn-album and redbook-burner read them. The audio is made here."""

import os
import random
import re
import struct
import subprocess
import typing
import wave

BLOCK = 588
RATE = 44100
# Samples of the files that the sheets name.
FILES = {
    'all': 30 * RATE,
    'whole': 400 * BLOCK,
    'a': 400 * BLOCK,
    'b': 500 * BLOCK,
    'odd': 400 * BLOCK + 100,
    'most': 400 * BLOCK + 500,
}


def make_audio(folder):
    """The files as WAVE, all different."""
    for name, samples in FILES.items():
        noise = random.Random(name).randbytes(samples * 4)
        with wave.open(os.path.join(folder, name + '.wav'), 'wb') as file:
            file.setnchannels(2)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(noise)


def audio_of(folder, name):
    with wave.open(os.path.join(folder, name + '.wav')) as file:
        return file.readframes(file.getnframes())


T1 = 'TRACK 01 AUDIO\nINDEX 01 00:00:00\n'
T2 = 'TRACK 02 AUDIO\nINDEX 01 00:10:00\n'
ALL = 'FILE "all.wav" WAVE\n'
TWO = '01 00:00:00 01 00:10:00'
ONE = '01 00:00:00'

class Disc(typing.NamedTuple):
    """A sheet, and what its disc has: indexes, titles with the disc's first, codes and
    flags in their order, and blocks."""
    sheet: typing.Union[str, bytes]
    indexes: str
    titles: list
    facts: list = []
    blocks: int = 30 * 75


GOOD = {
    'quotes in quotes': (ALL + 'TRACK 01 AUDIO\nTITLE "7" Single"\nINDEX 01 00:00:00\n', ONE,
                         ["7' Single"]),
    'quotes around a word': ('TITLE "The "Best" Of"\n' + ALL + T1, ONE, ["The 'Best' Of"]),
    'a quote at the end': ('TITLE "12""\n' + ALL + T1 + T2, TWO, ["12'"]),
    'no last newline': (ALL + T1 + T2[:-1], TWO, []),
    'no last newline behind a text': (ALL + T1 + T2 + 'TITLE "End"', TWO, ['End']),
    'no last newline in CR LF': ((ALL + T1 + T2)[:-1].replace('\n', '\r\n'), TWO, []),
    'unquoted texts': ('PERFORMER Various Artists\nTITLE My Album\nFILE all.wav WAVE\n' + T1 +
                       'TITLE Two Words\n', ONE, ['My Album', 'Two Words']),
    'unquoted file of two words': ('FILE a b.wav WAVE\n' + T1, ONE, []),
    'tabs': ('TITLE\t"Tab"\nFILE\t"all.wav"\tWAVE\n\tTRACK\t01\tAUDIO\n\t\tINDEX\t01\t0:0:0\n', ONE,
             ['Tab']),
    'lower case': ((ALL + T1 + T2).lower(), TWO, []),
    'mixed case': ('File "all.wav" Wave\nTrack 01 Audio\nIndex 01 00:00:00\n' + T2, TWO, []),
    'a case of the file': ('FILE "ALL.WAV" WAVE\n' + T1, ONE, []),
    'CR': ((ALL + T1 + T2).replace('\n', '\r'), TWO, []),
    'CR LF': ((ALL + T1 + T2).replace('\n', '\r\n'), TWO, []),
    'CR and LF in turns': (ALL + T1.replace('\n', '\r') + T2, TWO, []),
    'byte order mark': ('\ufeffTITLE "Größe"\n' + ALL + T1, ONE, ['Größe']),
    'UTF-16 little endian': (('\ufeffTITLE "Größe"\n' + ALL + T1).encode('utf-16-le'), ONE, ['Größe']),
    'UTF-16 big endian': (('\ufeffTITLE "日本"\n' + ALL + T1).encode('utf-16-be'), ONE, ['日本']),
    'UTF-16 without a mark': (('TITLE "Größe"\n' + ALL + T1).encode('utf-16-le'), ONE, ['Größe']),
    'windows-1252': (('TITLE "Größe"\n' + ALL + T1).encode('cp1252'), ONE, ['Größe']),
    'DOS end of file': (ALL + T1 + '\x1a', ONE, []),
    'file before is the pregap': ('FILE "a.wav" WAVE\nTRACK 01 AUDIO\nINDEX 00 00:00:00\n'
                                  'FILE "b.wav" WAVE\nINDEX 01 00:00:00\n',
                                  '00 00:00:00 01 00:05:25', [], [], 900),
    'file before is the pregap of track 2': (
        'FILE "all.wav" WAVE\n' + T1 + 'FILE "a.wav" WAVE\nTRACK 02 AUDIO\nINDEX 00 00:00:00\n'
        'FILE "b.wav" WAVE\nINDEX 01 00:00:00\n', '01 00:00:00 00 00:30:00 01 00:35:25',
        [], [], 3150),
    'pregap at the end of the file before': (
        'FILE "a.wav" WAVE\n' + T1 + 'TRACK 02 AUDIO\nINDEX 00 00:05:00\n'
        'FILE "b.wav" WAVE\nINDEX 01 00:00:00\n', '01 00:00:00 00 00:05:00 01 00:05:25',
        [], [], 900),
    'pregap within a file': (ALL + T1 + 'TRACK 02 AUDIO\nINDEX 00 00:08:00\nINDEX 01 00:10:00\n'
                             'INDEX 02 00:20:00\n', '01 00:00:00 00 00:08:00 01 00:10:00 02 00:20:00',
                             []),
    'hidden track': (ALL + 'TRACK 01 AUDIO\nINDEX 00 00:00:00\nINDEX 01 00:07:33\n',
                     '00 00:00:00 01 00:07:33', []),
    'hidden track without index 00': (ALL + 'TRACK 01 AUDIO\nINDEX 01 00:07:33\n',
                                      '00 00:00:00 01 00:07:33', []),
    'PREGAP': (ALL + T1 + 'TRACK 02 AUDIO\nPREGAP 00:02:00\nINDEX 01 00:10:00\n',
               '01 00:00:00 00 00:10:00 01 00:12:00', [], [], 2400),
    'PREGAP of track 1': (ALL + 'TRACK 01 AUDIO\nPREGAP 00:02:33\nINDEX 01 00:00:00\n',
                          '00 00:00:00 01 00:02:33', [], [], 2433),
    'POSTGAP': (ALL + T1 + 'POSTGAP 00:02:00\n' + T2, '01 00:00:00 01 00:12:00', [], [], 2400),
    'POSTGAP of the last track': (ALL + T1 + T2 + 'POSTGAP 00:03:10\n', TWO, [], [], 2485),
    'SCMS': (ALL + 'TRACK 01 AUDIO\nFLAGS SCMS\nINDEX 01 00:00:00\n', ONE, [], ['FLAGS SCMS']),
    '4CH': (ALL + 'TRACK 01 AUDIO\nFLAGS 4CH\nINDEX 01 00:00:00\n', ONE, [], ['FLAGS 4CH']),
    'all flags': (ALL + 'TRACK 01 AUDIO\nFLAGS DCP PRE 4CH\nINDEX 01 00:00:00\n' + T2, TWO, [],
                  ['FLAGS DCP 4CH PRE']),
    'REM fields': ('REM GENRE Rock\nREM DATE 1999\nREM DISCID 1C03F303\nREM COMMENT "x"\n' + ALL + T1,
                   ONE, []),
    'codes': ('CATALOG 0051149201117\n' + ALL +
              'TRACK 01 AUDIO\nISRC XYBLG1101234\nINDEX 01 00:00:00\n', ONE, [],
              ['CATALOG 0051149201117', 'ISRC XYBLG1101234']),
    'a file without an index': ('FILE "a.wav" WAVE\n' + T1 + 'FILE "b.wav" WAVE\nFILE "whole.wav" WAVE\n'
                                'TRACK 02 AUDIO\nINDEX 01 00:00:00\n', '01 00:00:00 01 00:12:00',
                                [], [], 1300),
    'a last file without an index': ('FILE "a.wav" WAVE\n' + T1 + 'FILE "b.wav" WAVE\n', ONE,
                                     [], [], 900),
    'sound before the first index of a file': (
        'FILE "a.wav" WAVE\n' + T1 + 'FILE "b.wav" WAVE\nTRACK 02 AUDIO\nINDEX 01 00:01:00\n',
        '01 00:00:00 01 00:06:25', [], [], 900),
    'a file for each track': ('FILE "a.wav" WAVE\n' + T1 +
                              'FILE "b.wav" WAVE\nTRACK 02 AUDIO\nINDEX 01 00:00:00\n',
                              '01 00:00:00 01 00:05:25', [], [], 900),
    'a file a little longer than blocks': ('FILE "odd.wav" WAVE\n' + T1 + 'FILE "b.wav" WAVE\n'
                                           'TRACK 02 AUDIO\nINDEX 01 00:00:00\n',
                                           '01 00:00:00 01 00:05:25', [], [], 901),
    'a file almost a block longer': ('FILE "most.wav" WAVE\n' + T1 + 'FILE "odd.wav" WAVE\n'
                                     'TRACK 02 AUDIO\nINDEX 01 00:00:00\nINDEX 02 00:01:00\n',
                                     '01 00:00:00 01 00:05:26 02 00:06:26', [], [], 802),
    'a file named for each of its tracks': (ALL + T1 + ALL + T2, TWO, []),
    'a title with a backslash': ('TITLE "AC\\DC"\n' + ALL + T1, ONE, ['AC/DC']),
    'a backslash at the end': ('TITLE "a\\"\n' + ALL + T1 + 'TITLE "C:\\new"\n', ONE, ['a/', 'C:/new']),
    'a backslash in the file': ('FILE "sub\\all.wav" WAVE\n' + T1, ONE, []),
    'a path of Windows': ('FILE "C:\\x\\all.wav" WAVE\n' + T1, ONE, []),
    'another normal form': ('FILE "u\u0308.wav" WAVE\n' + T1, ONE, []),
}
GOOD = {name: Disc(*row) for name, row in GOOD.items()}

# burn-album decodes the file; redbook-burner takes nothing for raw sound that it is not.
# Name: the sheet, its indexes, and the line that redbook-burner names.
MISTAKEN = {
    'WAVE as BINARY': ('FILE "all.wav" BINARY\n' + T1 + T2, TWO, 1),
    'WAVE as MOTOROLA': ('\nFILE "all.wav" MOTOROLA\n' + T1 + T2, TWO, 2),
}

# Name: the sheet, and the line that its error names.
BAD = {
    'no index 01': (ALL + T1 + 'TRACK 02 AUDIO\nINDEX 00 00:10:00\nTRACK 03 AUDIO\nINDEX 01 00:20:00\n', 4),
    'no index at all': (ALL + T1 + 'TRACK 02 AUDIO\n', 4),
    'only index 00': (ALL + 'TRACK 01 AUDIO\nINDEX 00 00:00:00\n', 2),
    'falling times': (ALL + 'TRACK 01 AUDIO\nINDEX 01 00:15:00\n' + T2, 5),
    'equal times': (ALL + T1 + 'TRACK 02 AUDIO\nINDEX 01 00:00:00\n', 5),
    'falling times in a track': (ALL + 'TRACK 01 AUDIO\nINDEX 00 00:05:00\nINDEX 01 00:04:00\n', 4),
    '101 tracks': (ALL + ''.join('TRACK %02d AUDIO\nINDEX 01 00:%02d:%02d\n' % (i, i // 5, i % 5 * 15)
                                 for i in range(1, 102)), 200),
    'a track twice': (ALL + T1 + T1, 4),
    'a track left out': (ALL + T1 + 'TRACK 03 AUDIO\nINDEX 01 00:10:00\n', 4),
    'a mark behind the end': (ALL + T1 + 'TRACK 02 AUDIO\nINDEX 01 00:31:00\n', 3),
    'a data track': (ALL + 'TRACK 01 MODE1/2352\nINDEX 01 00:00:00\n', 2),
    'no file': (T1, 2),
    'no track': (ALL, 1),
    'nonsense': ('nonsense\n', 1),
    'a time of another kind': (ALL + 'TRACK 01 AUDIO\nINDEX 01 00:00.00\n', 3),
    'frames past 74': (ALL + 'TRACK 01 AUDIO\nINDEX 01 00:00:75\n', 3),
    'an unknown flag': (ALL + 'TRACK 01 AUDIO\nFLAGS DATA\nINDEX 01 00:00:00\n', 3),
    'PREGAP behind the index': (ALL + T1 + 'PREGAP 00:02:00\n', 4),
    'two names of one file': ('FILE "D:\\1\\all.wav" WAVE\n' + T1 + 'FILE "D:\\2\\all.wav" WAVE\n'
                              'TRACK 02 AUDIO\nINDEX 01 00:00:00\n', 4),
    'folders that are not there': ('FILE "CD1/all.wav" WAVE\n' + T1 + 'FILE "CD2/a.wav" WAVE\n'
                                   'TRACK 02 AUDIO\nINDEX 01 00:00:00\n', None),
    'a NUL in a name': ('\nFILE "all.wav\0x" WAVE\n' + T1, 2),
    '199 files': (''.join('FILE "%d.wav" WAVE\n' % i for i in range(199)) + T1, 199),
    'a track under four seconds': (ALL + T1 + 'TRACK 02 AUDIO\nINDEX 01 00:28:00\n', None),
    'an escape sequence in a name': ('FILE "\033]0;x\007.bin" WAVE\n' + T1, None),
    'a control sequence of one character': ('FILE "\u009b31m.wav" WAVE\n' + T1, None),
    'a name that turns the writing': ('FILE "\u202egpj.wav" WAVE\n' + T1, None),
    'a long name': ('FILE "' + 'x' * 400000 + '" WAVE\n' + T1, None),
    'two tracks under four seconds': (ALL + T1 + 'TRACK 02 AUDIO\nINDEX 01 00:02:00\n'
                                      'TRACK 03 AUDIO\nINDEX 01 00:03:00\n', None),
}


# No program of ours writes these: they are commands to a terminal.
RAW = re.compile('[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]')


def bytes_of(sheet):
    return sheet if isinstance(sheet, bytes) else sheet.encode()


def indexes_of(cue):
    return ' '.join(line.split(None, 1)[1] for line in cue.splitlines()
                    if line.strip().startswith('INDEX'))


def titles_of(cue):
    return [line.split('"')[1] for line in cue.splitlines() if line.strip().startswith('TITLE')]


def facts_of(cue):
    """Its codes and flags."""
    return [line.strip() for line in cue.splitlines()
            if line.split()[0] in ('CATALOG', 'FLAGS', 'ISRC')]


def read(path):
    with open(path, 'rb') as file:
        return file.read()


def run(*words):
    return subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          errors='replace', timeout=100, check=False)


def seek_points(offsets):
    """A FLAC's CUESHEET block with tracks at these samples, as of a whole disc."""
    def track(at, number, indexes):
        return (struct.pack('>Q', at) + bytes([number]) + bytes(26) + bytes([indexes]) +
                (bytes(12) if indexes else b''))
    body = bytes(128) + struct.pack('>Q', 88200) + bytes(259) + bytes([len(offsets)])
    body += b''.join(track(at, i + 1, 1) for i, at in enumerate(offsets[:-1]))
    return body + track(offsets[-1], 255, 0)
