"""Staging beside other sinks that the same sound goes into."""
import measure
from table import Row

PLAIN = "redbooksink, checksums off"
# 588 samples are a block, 1024 make 4 KiB, 1152 an MP3 frame, 4096 a FLAC frame and 16 KiB.
SIZES = (588, 1024, 1152, 4096, 16384)
CPU_GOALS = {1024: 0.85, 4096: 1.00}
INSTRUCTIONS_GOAL = 1.15
WRITES_GOAL = 3000


def per_buffer(samples, sink):
    """User instructions for one buffer: the difference of two lengths, so that nothing counts
    that does not grow with the sound."""
    def whole(buffers):
        return measure.instructions(
            ["gst-launch-1.0", "-q", "audiotestsrc", "wave=silence",
             f"samplesperbuffer={samples}", f"num-buffers={buffers}", "!",
             "audio/x-raw,format=S16LE,rate=44100,channels=2,layout=interleaved", "!",
             *sink.split()])
    few, many = 1000, 5000
    return (whole(many) - whole(few)) / (many - few)


def instructions(stage, _options):
    """User instructions per buffer."""
    for samples in SIZES:
        found = {}
        for name, sink in stage.sinks().items():
            found[name] = per_buffer(samples, sink)
            stage.clear()
        floor = found.pop("filesink")
        for name, ours in found.items():
            yield Row(f"{name} / filesink, buffers of {samples} samples", "instr/buffer", ours,
                      floor, ours / floor, INSTRUCTIONS_GOAL if name == PLAIN else None)


def processor_time(stage, options):
    """Processor seconds for a disc."""
    def case(samples, sink):
        figures = stage(1, options.minutes * 60, samples, sink)
        stage.clear()
        return figures

    for samples in SIZES:
        found = measure.in_turn(options.rounds, {
            name: lambda sink=sink: case(samples, sink)  # noqa: B023  # called at once
            for name, sink in stage.sinks().items()})
        floor = found.pop("filesink")
        for name, figures in found.items():
            yield Row(f"{name} / filesink, buffers of {samples} samples", "CPU s",
                      measure.column(figures, "cpu"), measure.column(floor, "cpu"),
                      measure.ratio(figures, floor, "cpu"),
                      CPU_GOALS.get(samples) if name == PLAIN else None)


def write_calls(stage, _options):
    """Write calls for a disc of 79:57."""
    sinks = stage.sinks()
    for samples in (588, 4096, 16384):
        counts = []
        for name in ("redbooksink", "filesink"):
            counts.append(measure.write_calls(stage.command(1, 4797, samples, sinks[name]),
                                              stage.folder))
            stage.clear()
        ours, other = counts
        yield Row(f"write calls / filesink, 79:57, buffers of {samples} samples", "calls", ours,
                  other, ours / other, WRITES_GOAL, "ours")
