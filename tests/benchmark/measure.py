"""What the benchmarks share: programs run and measured."""
import json
import os
import re
import statistics
import subprocess
import time

TOP = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))

median = statistics.median


def install(*packages):
    subprocess.run([os.path.join(TOP, ".ci", "packages"), *packages], check=True)


def build_folder(given):
    """The build that was named, or the usual one; its plugin is the one that is loaded."""
    build = os.path.realpath(given or os.path.join(TOP, "build"))
    os.environ["GST_PLUGIN_PATH_1_0"] = os.path.join(build, "gst")
    os.environ["LC_ALL"] = "C"
    return build


def ended(command, **options):
    """A program that has run and succeeded, with what it wrote."""
    program = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                             check=False, **options)
    if program.returncode != 0:
        raise RuntimeError(f"{command} failed:\n{program.stdout}{program.stderr}")
    return program


def run(command, **options):
    """What a program wrote."""
    return ended(command, **options).stdout


def seconds(command, **options):
    begin = time.monotonic()
    run(command, **options)
    return time.monotonic() - begin


def cost(command):
    """Seconds, processor seconds and peak KiB of a program and those it waits for. By GNU time:
    the peak that Python would be told counts Python's own memory."""
    said = ended(["/usr/bin/time", "-f", "%e %U %S %M", *command]).stderr.split()[-4:]
    wall, user, system, peak = map(float, said)
    return {"wall": wall, "cpu": user + system, "peak_kib": peak}


def peak_disk_space(command, folder):
    """How many bytes less the file system has while a program runs, at most: of others, too,
    so that nothing else should write there."""
    def free():
        there = os.statvfs(folder)
        return there.f_bfree * there.f_frsize

    before = lowest = free()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as program:
        while program.poll() is None:
            lowest = min(lowest, free())
            time.sleep(0.01)
    if program.returncode != 0:
        raise RuntimeError(f"{command} failed")
    return before - min(lowest, free())


# callgrind counts one instruction for each byte of `rep movsb`, which the C library uses for
# long copies: it is asked for its other way, vectors.
WITHOUT_REP = ":".join(f"glibc.cpu.x86_rep_{name}_threshold=1000000000"
                       for name in ("movsb", "stosb"))


def instructions(command, env=None):
    """User instructions, which do not depend on what else the machine does."""
    said = ended(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command],
                 env=(env or os.environ) | {"GLIBC_TUNABLES": WITHOUT_REP}).stderr
    return int(re.search(r"Collected : (\d+)", said).group(1))


def write_calls(command, folder):
    calls = os.path.join(folder, "calls")
    run(["strace", "-f", "-qq", "-o", calls,
         "-e", "trace=write,writev,pwrite64,pwritev,pwritev2", *command])
    with open(calls, encoding="utf-8", errors="replace") as lines:
        return sum("write" in line for line in lines)


def in_turn(count, cases):
    """Each case, a name and what measures it, so many times, all of them in each round, so
    that a machine that grows slower does so for all: name -> a list of figures, round by
    round."""
    found = {name: [] for name in cases}
    for _ in range(count):
        for name, case in cases.items():
            found[name].append(case())
    return found


def costs_in_turn(count, programs, stage):
    """What each program, a name and its command, costs; what it made goes."""
    def case(command):
        figures = cost(command)
        stage.clear()
        return figures

    return in_turn(count, {name: lambda command=command: case(command)
                           for name, command in programs.items()})


def compose(build, path, length, number):
    """So many seconds of music as raw sound; another piece for each number."""
    with open(path, "wb") as out:
        subprocess.run([os.path.join(build, "examples", "compose"), str(length * 44100),
                        str(number)], stdout=out, check=True)


def column(figures, name):
    return median(one[name] for one in figures)


def ratio(ours, theirs, name):
    """The median of the rounds' ratios."""
    return median(a[name] / b[name] for a, b in zip(ours, theirs))


class Stage:
    """The program that feeds a sink."""

    def __init__(self, build, folder):
        self.program = os.path.join(build, "tests", "benchmark", "stage")
        self.folder = folder

    def command(self, tracks, length, samples, sink):
        return [self.program, str(tracks), str(length), str(samples), sink]

    def __call__(self, *arguments, **options):
        figures = json.loads(run(self.command(*arguments), **options))
        figures["cpu"] += figures["end_cpu"]
        return figures

    def path(self, name):
        return os.path.join(self.folder, name)

    def clear(self):
        for name in os.listdir(self.folder):
            if name.startswith("made."):
                os.unlink(self.path(name))

    def sinks(self):
        """Launch lines that end in what is compared."""
        image = f"redbooksink location={self.path('made.cue')} settle-time=0"
        into_file = f"filesink location={self.path('made.raw')}"
        return {"redbooksink": image, "redbooksink, checksums off": image + " checksums=false",
                "filesink": into_file, "wavenc ! filesink": "wavenc ! " + into_file,
                "fakesink": "fakesink"}
