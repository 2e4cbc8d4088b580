#!/usr/bin/env python3
"""includes.py SOURCE-FOLDER: says what breaks the order of the rooms, the folders of src/ and gst/."""

import re
import sys
from pathlib import Path

# What a room may include besides itself and the files that lie in src/ itself.
MAY_INCLUDE = {
    'src': '',
    'src/text': '',
    'src/file': 'src/text',
    'src/disc': 'src/text',
    'src/checksum': 'src/disc',
    'src/stash': 'src/checksum src/disc src/file src/text',
    'src/loudness': 'src/disc src/stash',
    'src/cdtext': 'src/disc src/text',
    'src/image': 'src/cdtext src/checksum src/disc src/file src/stash src/text',
    'src/image/reader': 'src/cdtext src/checksum src/disc src/file src/image src/stash src/text',
    'src/drive': 'src/checksum src/disc src/loudness src/stash src/text',
    'src/report': 'src/checksum src/disc src/loudness src/stash src/text',
    'src/report/format': 'src/disc src/file src/report src/text',
    'src/protocol': 'src/disc src/drive src/report',
    'src/verify': 'src/cdtext src/checksum src/disc src/drive src/text',
    'src/burn': 'src/disc src/drive src/image src/loudness src/protocol src/report src/stash src/text',
    'src/redbook-burner/serve': 'src/cdtext src/disc src/protocol src/report src/report/format'
                                ' src/stash',
    'src/redbook-burner/libburn': 'src/cdtext src/drive src/stash src/verify',
    'src/redbook-burner': 'src/burn src/cdtext src/disc src/drive src/image/reader'
                          ' src/redbook-burner/libburn src/redbook-burner/serve src/stash src/text',
    'gst/util': '',
    'gst/bus': 'gst/util src/cdtext src/checksum src/disc src/drive src/image src/loudness src/report'
               ' src/stash',
    'gst/metadata': 'gst/bus gst/util src/disc',
    'gst/recording': 'gst/bus gst/metadata gst/util src/burn src/cdtext src/disc src/drive src/image'
                     ' src/loudness src/report src/report/format src/stash src/text',
    'gst/sink': 'gst/bus gst/metadata gst/recording gst/util src/burn src/drive src/report',
    'gst/bin': 'gst/bus gst/metadata gst/sink gst/util',
    'gst/album': 'gst/bus gst/metadata gst/sink gst/util src/disc src/stash',
    'gst/device': 'gst/bus gst/sink gst/util src/burn src/drive',
    'gst': 'gst/album gst/bin gst/device gst/metadata gst/sink',
}

# The rooms that may include the headers of a library; a room's name ends with a slash.
LIBRARIES = {'gst': 'gst/', 'gudev': 'gst/device/', 'gio': 'gst/device/',
             'libburn': 'src/redbook-burner/libburn/'}

INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)', re.M)


def circles(arrows):
    """The sets of nodes from each of which one comes to all others."""
    def reached(start):
        seen, todo = set(), [start]
        while todo:
            new = arrows.get(todo.pop(), set()) - seen
            seen |= new
            todo += new
        return seen

    reach = {node: reached(node) for node in arrows}
    return {frozenset(other for other in reach[node] if node in reach.get(other, ()))
            for node in arrows if node in reach[node]}


class Tree:
    def __init__(self, root):
        self.texts = {path.relative_to(root): path.read_text()
                      for folder in ('src', 'gst') for path in (root / folder).rglob('*.[ch]pp')
                      if path.parent.name != 'pch'}

    def found(self, file, name):
        """The file that `file` includes as "name", or None."""
        for folder in (file.parent, Path('src'), Path('gst')):
            if folder / name in self.texts:
                return folder / name
        return None

    def includes(self):
        """(file, name, file included or None if it is a library's)"""
        for file, text in self.texts.items():
            for mark, name in INCLUDE.findall(text):
                yield file, name, None if mark == '<' else self.found(file, name)


def faults_of_paths(tree):
    for file, text in tree.texts.items():
        for mark, name in INCLUDE.findall(text):
            if mark == '"' and not tree.found(file, name):
                yield f'{file} includes "{name}", which is nowhere'


def faults_of_rooms(tree):
    for room in sorted({str(file.parent) for file in tree.texts} - set(MAY_INCLUDE)):
        yield f'{room} is not in the table of rooms'
    for file, name, included in tree.includes():
        if included is None:
            allowed = LIBRARIES.get(name.split('/')[0], '')
            if not str(file).startswith(allowed):
                yield f'{file} includes <{name}>, which is for {allowed}'
            continue
        room, other = str(file.parent), str(included.parent)
        if other not in ('src', room, *MAY_INCLUDE.get(room, '').split()):
            yield f'{file} includes {included}; {room} may not include {other}'
    table = {room: set(others.split()) for room, others in MAY_INCLUDE.items()}
    for circle in circles(table):
        yield f'the table of rooms has a circle: {" ".join(sorted(circle))}'


def faults_of_modules(tree):
    """x.hpp and x.cpp are one module."""
    arrows = {}
    for file, _, included in tree.includes():
        if included and included.with_suffix('') != file.with_suffix(''):
            arrows.setdefault(str(file.with_suffix('')), set()).add(str(included.with_suffix('')))
    for circle in circles(arrows):
        yield f'a circle of modules: {" ".join(sorted(circle))}'


def faults_of_names(tree):
    rooms = {}
    for file in tree.texts:
        rooms.setdefault(file.stem, set()).add(file.parent)
    for name, where in rooms.items():
        if len(where) > 1:
            yield f'several rooms have a file {name}: {" ".join(sorted(map(str, where)))}'


def faults_of_licences(tree):
    """As debian/copyright has them."""
    for file, text in tree.texts.items():
        path = str(file)
        is_gpl = path.startswith('src/redbook-burner/') and '/serve/' not in path
        if is_gpl != ('SPDX-License-Identifier: GPL-2.0-or-later' in text):
            yield f'{file} is {"not " if is_gpl else ""}marked as under the GPL'


def main():
    tree = Tree(Path(sys.argv[1]))
    faults = [fault for faults_of in (faults_of_paths, faults_of_rooms, faults_of_modules, faults_of_names,
                                      faults_of_licences) for fault in faults_of(tree)]
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
