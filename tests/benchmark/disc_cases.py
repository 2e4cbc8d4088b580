"""What depends on the disc: its length, its tracks, its end; and the start-up."""
import os

import measure
from table import Row

SAMPLES = 4096
LIBRARY = "libeatmydata.so"  # makes fsync and the like do nothing


def ended_disc(stage, minutes, way):
    """An image staged and made; the time between EOS and its being there."""
    slow_down, environment, replaces, _goal = way
    stage.clear()
    make = lambda: stage(1, minutes * 60, SAMPLES,  # noqa: E731
                         slow_down + stage.sinks()["redbooksink"], env=environment)
    if replaces:
        make()
    return make()


def copied_disc(stage):
    """A copy of the image that was made last."""
    copy = stage.path("made.copy")
    figures = {"end_wall": measure.seconds(["cp", stage.path("made.bin"), copy])}
    os.unlink(copy)
    return figures


def end(stage, options):
    """From EOS to the image, without settle-time. Fed as fast as it goes, nothing but memory
    limits staging; what a decoder needs for a buffer lets the disk keep up. The copies are
    new files, also where the image takes the place of an older one."""
    no_disk = os.environ | {"LD_PRELOAD": LIBRARY}
    ways = {"fed as by a decoder": ("identity sleep-time=100 ! ", None, False, 0.15),
            "fed as fast as it goes": ("", None, False, 0.15),
            "over an older one": ("", None, True, 0.15),
            "not waiting for the disk": ("", no_disk, False, 0.02),
            "not waiting, over an older one": ("", no_disk, True, 0.02)}
    for title, way in ways.items():
        yield from end_rows(title, way, measure.in_turn(options.rounds, {
            "short": lambda: ended_disc(stage, 1, way),  # noqa: B023  # called at once
            "short copy": lambda: copied_disc(stage),
            "long": lambda: ended_disc(stage, 65, way),  # noqa: B023
            "long copy": lambda: copied_disc(stage)}))
    stage.clear()


def end_rows(title, way, found):
    goal = way[-1]
    for disc, ours, other, limit in (
            ("65 minutes / cp", "long", "long copy", goal),
            ("1 minute / cp", "short", "short copy", None),
            ("65 minutes / 1 minute", "long", "short", 2)):
        yield Row(f"EOS to image, {title}: {disc}", "ms",
                  1000 * measure.column(found[ours], "end_wall"),
                  1000 * measure.column(found[other], "end_wall"),
                  measure.ratio(found[ours], found[other], "end_wall"), limit)


def tracks(stage, options):
    """99 tracks of 48 s beside one of the same length."""
    sink = stage.sinks()["redbooksink"]
    shapes = {"many": (99, 48), "one": (1, 99 * 48)}

    def case(shape):
        figures = stage(*shape, SAMPLES, sink)
        stage.clear()
        return figures

    def counted(shape):
        count = measure.instructions(stage.command(*shape, SAMPLES, sink))
        stage.clear()
        return count

    start = counted((1, 4))
    blocks = 99 * 48 * 75
    many, one = ((counted(shape) - start) / blocks for shape in shapes.values())
    yield Row("99 tracks of 48 s / one of 79:12", "instr/block", many, one, many / one, 1.02)
    found = measure.in_turn(options.rounds, {
        name: lambda shape=shape: case(shape) for name, shape in shapes.items()})
    many, one = found["many"], found["one"]
    yield Row("99 tracks of 48 s / one of 79:12", "CPU us/block",
              measure.column(many, "cpu") / blocks * 1e6, measure.column(one, "cpu") / blocks * 1e6,
              measure.ratio(many, one, "cpu"), 1.02)
    yield Row("99 tracks of 48 s / one of 79:12", "peak KiB", measure.column(many, "peak_kib"),
              measure.column(one, "peak_kib"), measure.ratio(many, one, "peak_kib"), 1024,
              "difference")


def memory(stage, _options):
    """Peak memory of a disc beside a tenth of it."""
    sink = stage.sinks()["redbooksink"]
    peaks = []
    for length in (4790, 479):
        peaks.append(stage(1, length, SAMPLES, sink)["peak_kib"])
        stage.clear()
    yield Row("79:50 / a tenth of it", "peak KiB", *peaks, peaks[0] / peaks[1], 1024, "difference")


def start_up(stage, options):
    """gst-inspect-1.0 with and without the plugin: its registry being there, and made anew."""
    command = ["gst-inspect-1.0", "fakesink"]
    ways = {name: os.environ | {"GST_REGISTRY": stage.path(f"{name}.registry")}
            for name in ("with", "without")}
    ways["without"].pop("GST_PLUGIN_PATH_1_0")

    def timed(environment, anew):
        if anew and os.path.exists(environment["GST_REGISTRY"]):
            os.unlink(environment["GST_REGISTRY"])
        return {"wall": measure.seconds(command, env=environment)}

    for title, anew in ((", registry made anew", True), ("", False)):
        found = measure.in_turn(2 * options.rounds + 1, {
            name: lambda environment=environment: timed(environment, anew)  # noqa: B023
            for name, environment in ways.items()})
        ours, other = found.values()
        yield Row(f"gst-inspect-1.0 / without the plugin{title}", "ms",
                  1000 * measure.column(ours, "wall"), 1000 * measure.column(other, "wall"),
                  measure.ratio(ours, other, "wall"))
    ours, other = (measure.instructions(command, env=environment)
                   for environment in ways.values())
    yield Row("gst-inspect-1.0 / without the plugin", "instr", ours, other, ours / other)
