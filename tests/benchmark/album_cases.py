"""Twelve FLAC files onto one disc: the pipeline with all that redbooksink does, beside the
same pipeline into a file and programs that people use instead; and redbookalbum, which takes
them at the same time."""
import filecmp
import os

import measure
from table import Row

TRACKS = 12


class Album:
    """FLAC files of music, with tags, and the programs that join them."""

    def __init__(self, build, stage, track_seconds):
        self.stage = stage
        self.files = [self.make(build, number, track_seconds)
                      for number in range(1, TRACKS + 1)]
        self.list = stage.path("list")
        with open(self.list, "w", encoding="utf-8") as out:
            out.writelines(f"file '{file}'\n" for file in self.files)

    def make(self, build, number, track_seconds):
        raw = self.stage.path("song.raw")
        measure.compose(build, raw, track_seconds, number)
        file = self.stage.path(f"{number:02}-{track_seconds}.flac")
        measure.run(["flac", "-s", "-f", "--force-raw-format", "--endian=little", "--sign=signed",
                     "--channels=2", "--bps=16", "--sample-rate=44100",
                     f"--tag=TITLE=Song {number}", f"--tag=ISRC=XYBLG11000{number:02}",
                     "--tag=ARTIST=The Band", "--tag=ALBUM=The Disc",
                     "--tag=BARCODE=0724384960650", "-o", file, raw])
        os.unlink(raw)
        return file

    def pipeline(self, sink, tracks=TRACKS):
        return self.decoders(f"concat name=c ! {sink}", tracks)

    def decoders(self, joined, tracks=TRACKS):
        """A line of decoders that go into `c`, which is in `joined`."""
        line = ["gst-launch-1.0", "-q", *joined.split()]
        for file in self.files[:tracks]:
            line += ["filesrc", f"location={file}", "!", "flacparse", "!", "flacdec", "!",
                     "audioconvert", "!", "audioresample", "!",
                     "audio/x-raw,format=S16LE,rate=44100,channels=2", "!", "c."]
        return line

    def programs(self):
        """Name to command, ours first."""
        out = self.stage.path("made.raw")
        part = self.stage.path("made.part")
        sinks = self.stage.sinks()
        decode = (f"for file in {' '.join(self.files)}; do flac -d -s -f --force-raw-format "
                  f"--endian=little --sign=signed -o {part} $file; cat {part}; done >{out}")
        return {
            "redbooksink": self.pipeline(
                f"{sinks['redbooksink']} report-location={self.stage.path('made.report')}"),
            "filesink": self.pipeline(sinks["filesink"]),
            "ffmpeg": ["ffmpeg", "-v", "error", "-y", "-f", "concat", "-safe", "0", "-i",
                       self.list, "-f", "s16le", out],
            "sox": ["sox", *self.files, "-t", "raw", "-e", "signed", "-b", "16", "-L", out],
            "flac -d, cat": ["sh", "-e", "-c", decode]}

    def programs_at_once(self):
        """The same for those that use all cores, and our own that doesn't."""
        folder = self.stage.folder
        decode = (f"ls {' '.join(self.files)} | xargs -P $(nproc) -I @ sh -c 'flac -d -s -f "
                  "--force-raw-format --endian=little --sign=signed "
                  f"-o {folder}/made.$(basename @).part @'; cat {folder}/made.*.part "
                  f">{folder}/made.raw")
        one_by_one = self.programs()
        return {
            "redbookalbum": self.decoders(self.stage.sinks()["redbooksink"].replace(
                "redbooksink", "redbookalbum name=c", 1)),
            "one after another": self.pipeline(self.stage.sinks()["redbooksink"]),
            "ffmpeg": one_by_one["ffmpeg"],
            "flac -d at once, cat": ["sh", "-e", "-c", decode]}


WALL_GOALS = {"filesink": 1.04}
CPU_GOALS = {"filesink": 1.04, "ffmpeg": 0.90}


def rows(ours, name, theirs):
    """The redbooksink line beside one other program."""
    for unit, figure, goals in (("s", "wall", WALL_GOALS), ("CPU s", "cpu", CPU_GOALS)):
        yield Row(f"twelve FLAC files / {name}", unit, measure.column(ours, figure),
                  measure.column(theirs, figure), measure.ratio(ours, theirs, figure),
                  goals.get(name))
    memory_goal = 8 * 1024 if name == "filesink" else None
    yield Row(f"twelve FLAC files / {name}", "peak KiB", measure.column(ours, "peak_kib"),
              measure.column(theirs, "peak_kib"), measure.ratio(ours, theirs, "peak_kib"),
              memory_goal, "difference")


def time_and_memory(album, options):
    found = measure.costs_in_turn(options.rounds, album.programs(), album.stage)
    ours = found.pop("redbooksink")
    for name, theirs in found.items():
        yield from rows(ours, name, theirs)


AT_ONCE_GOALS = {"one after another": (0.62, 1.12), "ffmpeg": (1, None),
                 "flac -d at once, cat": (1, None)}


def at_once(stage, options):
    """Twelve FLAC files at the same time: wall, CPU and memory."""
    album = Album(options.build, stage, options.minutes * 60 // TRACKS)
    check_same(album)

    found = measure.costs_in_turn(options.rounds, album.programs_at_once(), stage)
    ours = found.pop("redbookalbum")
    for name, theirs in found.items():
        for unit, figure, goal in zip(("s", "CPU s"), ("wall", "cpu"), AT_ONCE_GOALS[name]):
            yield Row(f"redbookalbum, twelve FLAC files / {name}", unit,
                      measure.column(ours, figure), measure.column(theirs, figure),
                      measure.ratio(ours, theirs, figure), goal)
    yield Row("redbookalbum, twelve FLAC files", "peak KiB", measure.column(ours, "peak_kib"),
              goal=64 * 1024, judged="ours")


def disk_space(stage, options):
    """Room that is taken while a disc is made, beside what the disc takes."""
    album = Album(options.build, stage, options.minutes * 60 // TRACKS)
    size = options.minutes * 60 // TRACKS * TRACKS * 75 * 2352 / 2**20
    ways = album.programs() | album.programs_at_once()
    for name in ("redbooksink", "redbookalbum", "ffmpeg", "flac -d, cat", "flac -d at once, cat"):
        peak = measure.peak_disk_space(ways[name], stage.folder) / 2**20
        stage.clear()
        yield Row(f"disk space for twelve FLAC files, {name} / the disc", "MiB", peak, size,
                  peak / size, 1.05 if name.startswith("redbook") else None)


def check_same(album):
    """Both ways make the same disc, to the byte."""
    programs = album.programs_at_once()
    first = album.stage.path("first.bin")
    measure.run(programs["redbookalbum"])
    os.rename(album.stage.path("made.bin"), first)
    measure.run(programs["one after another"])
    if not filecmp.cmp(first, album.stage.path("made.bin"), shallow=False):
        raise RuntimeError("redbookalbum makes another disc than redbooksink")
    os.unlink(first)
    album.stage.clear()


def instructions(build, stage):
    """Of the two pipelines, for one file and for three of 10 s: the difference."""
    album = Album(build, stage, 10)
    counts = []
    for sink in ("redbooksink", "filesink"):
        few, many = (measure.instructions(album.pipeline(stage.sinks()[sink], tracks))
                     for tracks in (1, 3))
        counts.append((many - few) / (2 * 10 * 176400))
        stage.clear()
    ours, other = counts
    yield Row("FLAC pipeline / filesink", "instr/byte", ours, other, ours / other, 1.04)


def album(stage, options):
    """Twelve FLAC files: wall, CPU, memory and instructions."""
    yield from instructions(options.build, stage)
    yield from time_and_memory(Album(options.build, stage, options.minutes * 60 // TRACKS),
                               options)
