"""Checksums of sound: code for AVX2 beside plain code and beside what memory gives, and what
they add to staging."""
import os

import measure
from table import Row

MEGABYTES = 1000  # for a figure in GB/s
MUSIC_SECONDS = 60


def has_avx2():
    with open("/proc/cpuinfo", encoding="ascii", errors="replace") as info:
        return " avx2 " in info.read().replace("\n", " \n")


def per_byte(program, *work):
    """User instructions, those left out that do not grow with the sound."""
    few, many = (measure.instructions([program, *work, str(megabytes)])
                 for megabytes in (10, 30))
    return (many - few) / 20e6


def kernels(program, options):
    """Of all checksums, where the processor has the instructions."""
    fast, plain = (("all", name, "loud") for name in ("avx2", "plain"))
    ours, other = per_byte(program, *fast), per_byte(program, *plain)
    yield Row("all checksums, AVX2 / plain code", "instr/byte", ours, other, ours / other)

    def speed(*work):
        return {"speed": float(measure.run([program, *work, str(MEGABYTES)]))}

    found = measure.in_turn(options.rounds, {
        "fast": lambda: speed(*fast), "plain": lambda: speed(*plain),
        "memory": lambda: speed("memory", "plain", "loud")})
    ours = found.pop("fast")
    for name, title in (("plain", "AVX2 / plain code"), ("memory", "AVX2 / copied memory")):
        yield Row(f"all checksums, {title}", "GB/s", measure.column(ours, "speed"),
                  measure.column(found[name], "speed"), measure.ratio(ours, found[name], "speed"),
                  4, "ours", at_least=True)


def while_staging(options, stage):
    """Whole pipelines, checksums on and off."""
    raw, flac = stage.path("song.raw"), stage.path("song.flac")
    measure.compose(options.build, raw, MUSIC_SECONDS, 1)
    measure.run(["gst-launch-1.0", "-q", "filesrc", f"location={raw}", "!", "rawaudioparse", "!",
                 "flacenc", "!", "filesink", f"location={flac}"])
    sources = {"rawaudioparse": f"filesrc location={raw} blocksize=16384 ! rawaudioparse",
               "flacdec": f"filesrc location={flac} ! flacparse ! flacdec ! audioconvert"}
    for name, source in sources.items():
        on, off = (measure.instructions(
            ["gst-launch-1.0", "-q", *f"{source} ! {stage.sinks()[sink]}".split()])
            / (MUSIC_SECONDS * 176400)
            for sink in ("redbooksink", "redbooksink, checksums off"))
        stage.clear()
        yield Row(f"staging behind {name}, checksums on / off", "instr/byte", on, off, on / off,
                  1.2 if has_avx2() else None, "difference")


def checksums(stage, options):
    """All checksums: alone, and while staging."""
    if has_avx2():
        program = os.path.join(options.build, "tests", "benchmark", "checksums")
        yield from kernels(program, options)
    yield from while_staging(options, stage)
