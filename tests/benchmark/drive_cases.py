"""One staging burned at 52x on several test drives at once: processor time and memory of each
drive, the lowest fill of its buffer, pauses, and how many such drives one core can feed.

The test drive works inside redbook-burner, where a real one has its own processor. Its cost
is measured in the same burn and taken off: drive_meter.cpp stands between libburn and the
drive and reads the processor time of the calling thread before and after each command. What
is left is all of redbook-burner (libburn, reading the staging, progress) and what the player
spends on the burn. Two things stay out: the kernel's work for a command to a real drive, as
none is here, and for the pretended disc's pages.

The drive records at 52x, but the fastest speed that it offers is 48x, and this is what libburn
chooses. The cost goes with the blocks, not with the time, so that it holds for 52x, too. One
core feeds

    1 / (processor seconds for one drive / seconds of the disc at 52x)

drives, from the first WRITE to the last, where all the sound goes; the median of the rounds.
"""
import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile

import measure
from table import Row

MINUTES = 10  # of sound on each disc
BLOCKS = MINUTES * 60 * 75
BLOCKS_AT_52 = 52 * 75
GOAL = 50
ROUNDS = 3


@contextlib.contextmanager
def other_cores_busy():
    """All but one: the burn has to share."""
    endless = [sys.executable, "-c", "while True: pass"]
    busy = [subprocess.Popen(endless) for _ in range(os.cpu_count() - 1)]
    try:
        yield
    finally:
        for process in busy:
            process.kill()
            process.wait()


@contextlib.contextmanager
def folder_for_discs(stage):
    """In memory, where there is room: a real disc does not keep the machine's disk busy."""
    memory = "/dev/shm"
    roomy = os.path.isdir(memory) and shutil.disk_usage(memory).free > 2**30
    folder = tempfile.mkdtemp(prefix="drives.", dir=memory if roomy else stage.folder)
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


class Bench:
    """A folder with sound and drives, and the programs that burn."""

    def __init__(self, build, stage, discs):
        self.tests = os.path.join(build, "tests")
        self.drive = os.path.join(self.tests, "drive", "test-drive")
        self.meter = stage.path("meter")
        self.environment = os.environ | {
            "REDBOOK_BURNER": os.path.join(build, "src", "burner", "redbook-burner"),
            "TEST_DRIVE_FOLDER": os.path.join(discs, "drives"),
            "XDG_CACHE_HOME": stage.path("cache"), "DRIVE_METER": self.meter}
        self.sound = stage.path("sound.raw")
        # Noise, which no disk or pipe makes smaller.
        measure.run(["gst-launch-1.0", "-q", "audiotestsrc", "wave=white-noise",
                     "samplesperbuffer=44100", f"num-buffers={MINUTES * 60}", "!",
                     "audio/x-raw,format=S16LE,rate=44100,channels=2", "!",
                     "filesink", f"location={self.sound}"])

    def with_drive(self, *words):
        return measure.run([self.drive, *words], env=self.environment)

    def fresh_drives(self, count):
        shutil.rmtree(self.environment["TEST_DRIVE_FOLDER"], ignore_errors=True)
        for number in range(count):
            for words in (["create"], ["set", "speed", "52"], ["insert", "cd-r-80"]):
                self.with_drive(words[0], f"sr{number}", *words[1:])

    def pauses(self, number):
        said = self.with_drive("list", f"sr{number}")
        return sum(int(line.split(":")[1]) for line in said.splitlines()
                   if line.startswith("pauses to save the recording:"))

    def burn(self, count):
        """One burn on so many drives."""
        self.fresh_drives(count)
        open(self.meter, "w", encoding="ascii").close()
        libraries = [os.path.join(self.tests, "benchmark", "libdrivemeter.so"),
                     os.path.join(self.tests, "drive", "libtestdrive.so")]
        player = json.loads(measure.run(
            [os.path.join(self.tests, "benchmark", "burn_drives"), self.sound,
             *(f"/dev/sr{number}" for number in range(count))],
            env=self.environment | {"LD_PRELOAD": ":".join(libraries)}))
        with open(self.meter, encoding="ascii") as lines:
            burners = [json.loads(line) for line in lines]
        if len(burners) != count:
            raise RuntimeError(f"{len(burners)} burners wrote, not {count}")
        return self.figures(count, player, burners)

    def figures(self, count, player, burners):
        cost = (sum(one["cpu"] - one["drive"] for one in burners) + player["cpu"]) / count
        return {
            "cost": cost,
            "peak_kib": max(one["peak_kib"] for one in burners),
            "lowest_fill": min(player["lowest_fills"].values()),
            "pauses": sum(self.pauses(number) for number in range(count)),
            "fed_by_a_core": BLOCKS / BLOCKS_AT_52 / cost}


def rows(title, found):
    """One bad run counts where a disc would be spoilt by it."""
    yield Row(f"burn at 52x, {title}", "CPU s/drive", measure.column(found, "cost"))
    yield Row(f"burn at 52x, {title}: lowest fill of a buffer", "%",
              min(one["lowest_fill"] for one in found))
    yield Row(f"burn at 52x, {title}: pauses for lack of sound", "pauses",
              max(one["pauses"] for one in found))
    yield Row(f"burn at 52x, {title}: burner, test drive", "peak KiB",
              max(one["peak_kib"] for one in found))
    yield Row(f"burn at 52x, {title}: drives that a core feeds", "drives",
              measure.column(found, "fed_by_a_core"), goal=GOAL, judged="ours", at_least=True)


def drives(stage, options):
    """A burn of ten minutes at 52x; nothing where redbook-burner was not built."""
    if not os.path.exists(os.path.join(options.build, "src", "burner", "redbook-burner")):
        return
    with folder_for_discs(stage) as discs:
        bench = Bench(options.build, stage, discs)
        for count, title in ((1, "one drive"), (4, "four drives")):
            yield from rows(title, [bench.burn(count) for _ in range(ROUNDS)])
        with other_cores_busy():
            yield from rows("other cores busy", [bench.burn(1) for _ in range(ROUNDS)])
