#!/usr/bin/env python3
"""Ctrl-C after any of its words: gst-launch ends, and there is a whole image or none."""
import os
import signal
import subprocess
import sys
import tempfile

COMPOSE = os.environ["COMPOSE"]
SAMPLES = 7500 * 588  # 100 s
PATIENCE = 60  # seconds; what hangs is a fault


def play(folder, options):
    return subprocess.Popen(
        ["gst-launch-1.0", "-m", *options, "filesrc", "location=song.raw", "blocksize=65536", "!",
         "rawaudioparse", "!", "redbooksink", f"location={folder}/album.cue", "settle-time=0"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def said_in_all():
    os.mkdir("whole")
    process = play("whole", [])
    lines = process.communicate(timeout=PATIENCE)[0].count("\n")
    if process.returncode != 0:
        raise AssertionError("the music is not recorded")
    return lines


def check(folder, options, said, code):
    """With -e what was staged is a disc; without it only all of it is."""
    where = f"{options} {folder}, exit code {code}:\n{said}"
    left = sorted(os.listdir(folder))
    if left not in ([], ["album.bin", "album.cue"]):
        raise AssertionError(f"left behind: {left}, {where}")
    if code not in (0, 1, -signal.SIGINT):  # a handler is not there from the first moment
        raise AssertionError("an odd end, " + where)
    if not left:
        return
    with open(f"{folder}/album.bin", "rb") as audio:
        sound = audio.read()
    with open("song.raw", "rb") as song:
        whole = song.read()
    if not options and sound != whole:
        raise AssertionError("half an image, " + where)
    kept = len(sound.rstrip(b"\0"))
    if sound[:kept] != whole[:kept] or len(sound) % 2352:
        raise AssertionError("other music, " + where)


def interrupt(options, point):
    folder = f"at-{point}{''.join(options)}"
    os.mkdir(folder)
    process = play(folder, options)
    said = [process.stdout.readline() for _ in range(point)]
    process.send_signal(signal.SIGINT)
    said += process.communicate(timeout=PATIENCE)[0]
    check(folder, options, "".join(said), process.returncode)
    return bool(os.listdir(folder))


def main():
    with open("song.raw", "wb") as song:
        subprocess.run([COMPOSE, str(SAMPLES), "1"], stdout=song, check=True)
    lines = said_in_all()
    for options in [[], ["-e"]]:
        made = [interrupt(options, point) for point in range(0, lines, max(1, lines // 25))]
        print(options, sum(made), "images of", len(made))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        os.chdir(temporary)
        try:
            main()
        except AssertionError as error:
            print(error)
            sys.exit(1)
        finally:
            os.chdir("/")
