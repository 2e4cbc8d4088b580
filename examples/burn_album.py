#!/usr/bin/python3
"""Makes an audio CD of music files, each a track, in the order they are given.

  burn_album.py --output album.cue 01.flac 02.mp3 ...
  burn_album.py --device /dev/sr0 --title "The Album" --performer "The Band" *.flac
"""
import argparse
import os
import signal
import sys

import gi
gi.require_version("Gst", "1.0")
gi.require_version("GstBase", "1.0")
from gi.repository import GLib, Gst, GstBase  # noqa: E402  # pylint: disable=wrong-import-position

# One conversion: what is 44.1 kHz and 16 bits stays as it is, what is not goes by floating point.
BRANCH = ("{1} ! audioconvert ! "
          "audio/x-raw,format=S16LE,rate=44100;audio/x-raw,format=F32LE ! "
          "audioresample quality=10 ! audioconvert ! album.track_{0} ")
DECODER = "uridecodebin name=file_{0} caps=audio/x-raw expose-all-streams=false"

# These bring audio before uridecodebin (1.22) has linked them, now and then, and that is lost then.
HASTY_DECODERS = {"audio/x-aiff": "aiffparse", "audio/x-musepack": "musepackdec",
                  "audio/x-w64": "sfdec"}


def parse_arguments():
    parser = argparse.ArgumentParser(description="Makes an audio CD of music files.")
    parser.add_argument("files", nargs="+", metavar="FILE")
    destination = parser.add_mutually_exclusive_group(required=True)
    destination.add_argument("--output", metavar="FILE", help="image: .cue, .toc or .ddp")
    destination.add_argument("--device", metavar="DRIVE", help="drive, such as /dev/sr0")
    parser.add_argument("--title", help="of the disc")
    parser.add_argument("--performer", help="of the disc")
    parser.add_argument("--gapless", action="store_true", help="add no sample between tracks")
    return parser.parse_args()


def kind_of(file):
    """What GStreamer takes its beginning for; nothing for a file that can't be read."""
    try:
        with open(file, "rb") as opened:
            caps, _ = GstBase.type_find_helper_for_data(None, opened.read(4096))
        return caps.get_structure(0).get_name() if caps else None
    except OSError:
        return None


def branch_of(number, file):
    hasty = HASTY_DECODERS.get(kind_of(file))
    hasty = hasty if hasty and Gst.ElementFactory.find(hasty) else None
    decoder = f"filesrc name=file_{number} ! {hasty} name=file_{number}_decoder" if hasty \
        else DECODER.format(number)
    return BRANCH.format(number, decoder)


def make_pipeline(options):
    branches = [branch_of(number, file) for number, file in enumerate(options.files, 1)]
    pipeline = Gst.parse_launch("redbookalbum name=album " + "".join(branches))
    for number, file in enumerate(options.files, 1):
        source = pipeline.get_by_name(f"file_{number}")
        if source.find_property("location"):
            source.set_property("location", file)
        else:
            source.set_property("uri", Gst.filename_to_uri(os.path.abspath(file)))
    album = pipeline.get_by_name("album")
    for name, value in {"location": literal_location(options.output), "device": options.device,
                        "disc-title": options.title, "disc-artist": options.performer,
                        "gapless": options.gapless}.items():
        album.set_property(name, value)
    return pipeline


def literal_location(file):
    """The location that means this very file: a % in its name would begin a number."""
    folder, name = os.path.split(file or "")
    return os.path.join(folder, name.replace("%", "%%"))


def shown(text):
    """A text that files had a say in, without what a terminal would obey."""
    return "".join(c if c.isprintable() else " " for c in text)


def file_of(element, files):
    """What the branch of an element reads, with a colon; nothing for an element of no branch."""
    while element and not element.get_name().startswith("file_"):
        element = element.get_parent()
    return files[int(element.get_name().split("_")[1]) - 1] + ": " if element else ""


def burn(pipeline, files):
    """How it ended, as an exit code."""
    loop = GLib.MainLoop()
    codes = []

    def end(code):
        codes.append(code)
        loop.quit()

    def take(_, message):
        if message.type == Gst.MessageType.PROGRESS:
            print(shown(message.parse_progress().text), flush=True)
        elif message.type == Gst.MessageType.WARNING:
            print("Warning:", shown(message.parse_warning()[0].message), file=sys.stderr)
        elif message.type == Gst.MessageType.ERROR and not codes:
            sentence = file_of(message.src, files) + message.parse_error()[0].message
            print(shown(sentence), file=sys.stderr)
            end(1)
        elif message.type == Gst.MessageType.EOS:
            end(0)

    bus = pipeline.get_bus()
    bus.add_signal_watch()
    bus.connect("message", take)
    GLib.unix_signal_add(GLib.PRIORITY_HIGH, signal.SIGINT, end, 128 + signal.SIGINT)
    pipeline.set_state(Gst.State.PLAYING)
    loop.run()
    pipeline.set_state(Gst.State.NULL)
    return codes[0]


if __name__ == "__main__":
    Gst.init(None)
    arguments = parse_arguments()
    try:
        sys.exit(burn(make_pipeline(arguments), arguments.files))
    except GLib.Error as error:
        sys.exit(error.message)
