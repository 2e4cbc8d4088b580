#!/usr/bin/env python3
"""The disk gets full near the end of a track. Each track that was told as staged is kept: the
error has a command, and that makes a disc of exactly those tracks, on the disk as it is.

The disk is a tmpfs in a namespace of its own, or mounted by root; where neither is allowed the
test is skipped. Without options a spread of the sizes, as meson runs it. --whole: 402 sizes, 4 KiB
apart, for each of the cases; --case takes only that, --size KIB only that size. Prints each fault
with its size, and a table."""
import argparse
import collections
import concurrent.futures
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

from finished import (Album, BLOCK, Ended, SEVERAL, LEAD, ddp_differs, differs, exported, files_in,
                      player_line, prepare_programs, skipped)

KIB = 1024
PAGE = 4 * KIB
STEPS = 134  # around the end of each of three tracks
WITHIN = "REDBOOK_TEST_MAY_MOUNT"
CASES = {
    "cue": ["location=album.cue"],
    "toc": ["location=album.toc"],
    "ddp": ["location=album.ddp"],
    "report": ["location=album.cue", "report-location=report.html"],
    "stash": ["location=album.cue", "stash-location=stash"],
}
FAULTS = ["other error", "lost", "command fails", "wrong disc", "leftovers"]


class Disk:
    """A file system of a certain size."""

    def __init__(self, folder, size_bytes):
        self.folder = folder
        self.size_bytes = size_bytes

    def __enter__(self):
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={self.size_bytes},mode=700", "none",
                        self.folder], check=True)
        return self

    def __exit__(self, *_):
        subprocess.run(["umount", "-l", self.folder], check=True)


class Run:
    """One disc that is made on one disk."""

    def __init__(self, case, cache, size_kib):
        self.case = case
        self.cache = cache  # "same": on the disk, too
        self.size_kib = size_kib
        self.told = 0
        self.is_full = False
        self.faults = []

    def __str__(self):
        return f"{self.case}, cache {self.cache}, {self.size_kib} KiB, {self.told} tracks staged"


def told_tracks(log, album):
    """How many tracks were told as staged before the first error; they are the first ones, and
    whole. From the log of GStreamer's bus: when an error comes, gst-launch does not print all
    that was posted before it."""
    told = []
    with open(log, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            if " posting on bus error message" in line:
                break
            staged = re.search(r" posting on bus .* redbook-track-staged, track=\(uint\)(\d+), "
                               r"blocks=\(uint\)(\d+)", line)
            if staged and staged.groups() not in told:  # a bus in a bus posts it again
                told.append(staged.groups())
    expected = [(str(number), str(len(track) // BLOCK))
                for number, track in enumerate(album.tracks, 1)]
    assert told == expected[:len(told)], told
    return len(told)


def image_differs(image, tracks, titles, scratch):
    """In which way the image is not a disc of these tracks, or None."""
    if not os.path.lexists(image):
        return f"there is no {os.path.basename(image)}"
    if not image.endswith(".ddp"):
        return differs(exported(image, scratch), tracks, titles)
    files = files_in(image)
    if set(files) < {"IMAGE.DAT", "SD", "CHECKSUM.MD5"}:
        return f"the set has only {sorted(files)}"
    return ddp_differs(files, tracks)


def image_in(words):
    """What a command of redbook-burner makes."""
    images = [word for word in words if word.endswith((".cue", ".toc", ".ddp"))]
    return images[-1] if images else None


class Judge:
    """Makes the disc, does as it is told, and looks what has become of the tracks."""

    def __init__(self, run, album, place):
        self.run = run
        self.album = album
        self.work = os.path.join(place, "work")
        self.scratch = os.path.join(place, "read")
        self.log = os.path.join(place, "bus")
        self.environment = {
            "XDG_CACHE_HOME": os.path.join(self.work if run.cache == "same" else place, "cache"),
            "TMPDIR": place}

    def fault(self, kind, words):
        self.run.faults.append((kind, words))

    def differs(self, image, count):
        return image_differs(os.path.join(self.work, image), self.album.tracks[:count],
                             self.album.titles[:count], self.scratch)

    def make(self):
        properties = CASES[self.run.case]
        ended = Ended(player_line(self.album, *properties), self.work, **self.environment,
                      GST_DEBUG="GST_BUS:5", GST_DEBUG_NO_COLOR="1", GST_DEBUG_FILE=self.log)
        self.run.told = told_tracks(self.log, self.album)
        image = properties[0].split("=")[1]
        if ended.code == 0:
            if wrong := self.differs(image, len(self.album.tracks)):
                self.fault("wrong disc", f"the player succeeds, but {wrong}")
            return
        self.run.is_full = "No space left on device" in ended.said
        if not self.run.is_full:
            self.fault("other error", f"{ended.code}: {ended.last_words}")
        if self.run.told and self.differs(image, self.run.told):
            self.follow(ended)

    def look_for_leftovers(self):
        hidden = [name for name in files_in(self.work) if name.startswith(".")]
        if hidden:
            self.fault("leftovers", " ".join(hidden))

    def follow(self, ended):
        """Does what the error says."""
        commands = [line for line in ended.said.splitlines() if line.startswith("redbook-burner ")]
        if not commands:
            return self.fault("lost", f"no command: {ended.last_words}")
        for command in commands:
            done = Ended(["sh", "-c", command], self.work, **self.environment)
            if done.code != 0:
                return self.fault("command fails", f"{command}\n      ends with {done.code}: "
                                  f"{done.last_words}")
        if wrong := self.differs(image_in(shlex.split(commands[-1])), self.run.told):
            self.fault("wrong disc", f"{commands[-1]}\n      {wrong}")


def perform(run, root, album, number):
    place = os.path.join(root, f"run-{number}")
    work = os.path.join(place, "work")
    os.makedirs(work)
    try:
        with Disk(work, run.size_kib * KIB):
            judge = Judge(run, album, place)
            judge.make()
            judge.look_for_leftovers()
    finally:
        shutil.rmtree(place, ignore_errors=True)
    return run


def ends_of(album, case):
    """Where in the file tracks end, in KiB, rounded to pages."""
    at = len(LEAD) if case == "ddp" else 0
    for track in album.tracks:
        at += len(track)
        yield at // PAGE * PAGE // KIB


def all_sizes(album, case):
    for end in ends_of(album, case):
        for step in range(-STEPS // 2, STEPS // 2):
            yield end + step * PAGE // KIB


def few_sizes(album, case):
    """Between two ends, and where the audio has room but not all that comes with it."""
    *ends, last = ends_of(album, case)
    for end in ends:
        yield from (end - 176, end, end + 48, end + 180)
    yield from (last - 100, last + 4, last + 8, last + 12, last + 16, last + 24)


def runs_of(options, album):
    for case in options.case or CASES:
        few = not options.whole and not options.size
        sizes = options.size or list((few_sizes if few else all_sizes)(album, case))
        for number, size in enumerate(sizes):
            for cache in ("elsewhere", "same"):
                if not few or (cache == "same") == number % 2:  # each with every second one
                    yield Run(case, cache, size)


def print_table(runs):
    rows = collections.defaultdict(collections.Counter)
    for run in runs:
        for setting in ((run.case, run.cache), ("all", "")):
            row = rows[setting]
            row["runs"] += 1
            row["full"] += run.is_full
            row["promised"] += run.is_full and run.told > 0
            for fault in {fault for fault, _ in run.faults}:
                row[fault] += 1
    rows["all", ""] = rows.pop(("all", ""))
    columns = ["runs", "full", "promised", *FAULTS]
    print(f"\n{'what':10}{'cache':12}" + "".join(f"{name:>15}" for name in columns))
    for (case, cache), row in rows.items():
        print(f"{case:10}{cache:12}" + "".join(f"{row[name]:15}" for name in columns))


def fill_disks(options, root):
    album = Album("newer", 3, root)
    runs = list(runs_of(options, album))
    with concurrent.futures.ThreadPoolExecutor(SEVERAL) as pool:
        for run in pool.map(lambda numbered: perform(numbered[1], root, album, numbered[0]),
                            enumerate(runs)):
            for fault, words in run.faults:
                print(f"{run}\n    {fault}: {words}", flush=True)
    return runs


def go_where_mounts_are_allowed():
    """Starts this program again where it may mount, and does not return; or finds itself there."""
    if WITHIN in os.environ:
        return
    with tempfile.TemporaryDirectory() as folder:
        trial = ["sh", "-c", 'mount -t tmpfs -o size=64k none "$0" && umount -l "$0"', folder]
        for way in (["unshare", "-rm"], ["unshare", "-m"],
                    ["unshare", "-m", "--propagation", "unchanged"], ["env"]):
            tried = subprocess.run([*way, *trial], stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, check=False)
            if tried.returncode == 0:
                break
        else:
            skipped("No file system can be mounted here.")
    print("Mounts by:", *way, flush=True)
    os.environ[WITHIN] = "yes"
    os.execvp(way[0], [*way, sys.executable, *sys.argv])


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--whole", action="store_true")
    parser.add_argument("--case", action="append", choices=CASES)
    parser.add_argument("--size", action="append", type=int)
    options = parser.parse_args()
    go_where_mounts_are_allowed()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as root:
        root = os.path.realpath(root)
        prepare_programs(root)
        runs = fill_disks(options, root)
    print_table(runs)
    return 1 if any(run.faults for run in runs) else 0


if __name__ == "__main__":
    sys.exit(main())
