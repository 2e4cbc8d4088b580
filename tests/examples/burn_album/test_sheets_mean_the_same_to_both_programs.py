#!/usr/bin/env python3
"""burn-album and redbook-burner make the same disc of every cue sheet of the table, or
both refuse it and name the same line."""

import os
import shutil
import sys
import tempfile

import sheets

ALBUM = os.environ['BURN_ALBUM']
BURNER = os.environ['REDBOOK_BURNER']


def faults_of_good(name, wanted):
    for program, words in (('album', (ALBUM, '--output', 'album.cue', 'sheet.cue')),
                           ('burner', (BURNER, '--export', 'sheet.cue', 'burner.cue'))):
        ended = sheets.run(*words)
        if ended.returncode:
            yield f'{name}: {program} ends with {ended.returncode}: {ended.stdout}{ended.stderr}'
            return
    cue = sheets.read('album.cue').decode()
    made = sheets.Disc(wanted.sheet, sheets.indexes_of(cue), sheets.titles_of(cue),
                       sheets.facts_of(cue), os.path.getsize('album.bin') / 2352)
    if made != wanted:
        yield f'{name}: {made[1:]}, not {wanted[1:]}'
    other = sheets.read('burner.cue').decode().replace('burner.', 'album.')
    if cue != other:
        yield f'{name}: other sheets:\n{cue}---\n{other}'
    for ending in ('bin', 'cdt'):
        files = ['album.' + ending, 'burner.' + ending]
        there = [os.path.exists(file) for file in files]
        if there[0] != there[1] or (there[0] and sheets.read(files[0]) != sheets.read(files[1])):
            yield f'{name}: other bytes in {ending}'


def faults_of_mistaken(name, wanted_indexes, line):
    ended = sheets.run(ALBUM, '--output', 'album.cue', 'sheet.cue')
    indexes = sheets.indexes_of(sheets.read('album.cue').decode()) if not ended.returncode else ended.stderr
    if indexes != wanted_indexes:
        yield f'{name}: {indexes}, not {wanted_indexes}'
    ended = sheets.run(BURNER, '--export', 'sheet.cue', 'burner.cue')
    if ended.returncode != 5 or f'sheet.cue:{line}' not in ended.stderr:
        yield f'{name}: burner ends with {ended.returncode}: {ended.stderr}'


def faults_of_bad(name, line):
    for program, words, code in (
            ('album', (ALBUM, '--output', 'album.cue', 'sheet.cue'), 1),
            ('album --list', (ALBUM, '--list', 'sheet.cue'), 1),
            ('burner', (BURNER, '--export', 'sheet.cue', 'burner.cue'), 5)):
        ended = sheets.run(*words)
        if ended.returncode != code:
            yield f'{name}: {program} ends with {ended.returncode}: {ended.stdout}{ended.stderr}'
        if line and f'sheet.cue:{line}' not in ended.stderr:
            yield f'{name}: {program} does not name line {line}: {ended.stderr}'
        if sheets.RAW.search(ended.stdout + ended.stderr) or len(ended.stderr) > 5000:
            yield f'{name}: {program} writes it to the terminal as it is'
    if os.path.exists('album.cue') or os.path.exists('burner.cue'):
        yield f'{name}: an image is there'


def in_a_folder(folder, audio, sheet, check):
    os.mkdir(folder)
    os.mkdir(os.path.join(folder, 'sub'))
    for file in os.listdir(audio):
        os.symlink(os.path.join(audio, file), os.path.join(folder, file))
    for other in ('a b.wav', 'sub/all.wav', '\u00fc.wav'):
        os.symlink(os.path.join(audio, 'all.wav'), os.path.join(folder, other))
    os.chdir(folder)
    with open('sheet.cue', 'wb') as file:
        file.write(sheets.bytes_of(sheet))
    faults = list(check())
    os.chdir('/')
    shutil.rmtree(folder)
    return faults


def main():
    base = tempfile.mkdtemp()
    os.environ['XDG_CACHE_HOME'] = os.path.join(base, 'cache')
    audio = os.path.join(base, 'audio')
    os.mkdir(audio)
    sheets.make_audio(audio)
    work = os.path.join(base, 'work')
    faults = []
    only = sys.argv[1:]
    for name, disc in sheets.GOOD.items():
        if not only or name in only:
            faults += in_a_folder(work, audio, disc.sheet, lambda: faults_of_good(name, disc))
    for name, (sheet, indexes, line) in sheets.MISTAKEN.items():
        if not only or name in only:
            faults += in_a_folder(work, audio, sheet,
                                  lambda: faults_of_mistaken(name, indexes, line))
    for name, (sheet, line) in sheets.BAD.items():
        if not only or name in only:
            faults += in_a_folder(work, audio, sheet, lambda: faults_of_bad(name, line))
    shutil.rmtree(base)
    print('\n'.join(faults))
    return 1 if faults else 0


sys.exit(main())
