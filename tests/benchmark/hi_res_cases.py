"""Twelve FLAC files of 48 kHz and 24 bits onto one disc, beside programs that resample as well
as redbookbin does, and dither as it does."""
import os

import measure
from table import Row

TRACKS = 12
SHARE_OF_DISC = 5  # resampling takes its time: a fifth of the others' minutes will do


class HiResAlbum:
    """The files, and the programs that join them."""

    def __init__(self, build, stage, track_seconds):
        self.stage = stage
        self.files = [self.make(build, number, track_seconds)
                      for number in range(1, TRACKS + 1)]
        self.list = stage.path("hi-res.list")
        with open(self.list, "w", encoding="utf-8") as out:
            out.writelines(f"file '{file}'\n" for file in self.files)

    def make(self, build, number, track_seconds):
        raw = self.stage.path("song.raw")
        measure.compose(build, raw, track_seconds, number)
        file = self.stage.path(f"hi-res-{number:02}.flac")
        measure.run(["sox", "-t", "raw", "-r", "44100", "-c", "2", "-b", "16", "-e", "signed", raw,
                     "-b", "24", file, "gain", "-3", "rate", "-v", "48000"])
        os.unlink(raw)
        return file

    def decoded(self, conversion, joined):
        line = f"gst-launch-1.0 -q {joined}"
        for file in self.files:
            line += f" filesrc location={file} ! flacparse ! flacdec ! {conversion} ! c."
        return line.split()

    def programs(self):
        """Name to command, ours first."""
        out = self.stage.path("made.raw")
        image = self.stage.sinks()["redbooksink"].replace("redbooksink ", "", 1)
        in_float = ("audioconvert ! audio/x-raw,format=F32LE ! audioresample quality=10 ! "
                    "audioconvert dithering=tpdf noise-shaping=none")
        return {
            "redbookbin": self.decoded("audioconvert", f"concat name=c ! redbookbin {image}"),
            "redbookalbum": self.decoded(in_float, f"redbookalbum name=c {image}"),
            "ffmpeg, soxr": ["ffmpeg", "-v", "error", "-y", "-f", "concat", "-safe", "0", "-i",
                             self.list, "-af", "aresample=44100:resampler=soxr:precision=28:"
                             "osf=s16:dither_method=triangular", "-f", "s16le", out],
            "sox, rate -v": ["sox", *self.files, "-t", "raw", "-e", "signed", "-b", "16", out,
                             "rate", "-v", "44100", "dither"]}


def hi_res(stage, options):
    """An album of 48 kHz and 24 bits: wall, CPU and memory."""
    album = HiResAlbum(options.build, stage, options.minutes * 60 // TRACKS // SHARE_OF_DISC)

    found = measure.costs_in_turn(options.rounds, album.programs(), stage)
    for ours in ("redbookbin", "redbookalbum"):
        for other in ("ffmpeg, soxr", "sox, rate -v"):
            for unit, figure in (("s", "wall"), ("CPU s", "cpu"), ("peak KiB", "peak_kib")):
                yield Row(f"{ours}, 48 kHz and 24 bits / {other}", unit,
                          measure.column(found[ours], figure),
                          measure.column(found[other], figure),
                          measure.ratio(found[ours], found[other], figure))
