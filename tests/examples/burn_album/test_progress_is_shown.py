#!/usr/bin/env python3
"""A bar on a terminal, plain lines in a pipe, JSON where it is asked for."""
import json
import os
import pty
import re
import subprocess
import sys
import tempfile

COMPOSE = os.environ["COMPOSE"]
BURN_ALBUM = os.environ["BURN_ALBUM"]
PATIENCE = 60  # seconds; what hangs is a fault
FILES = ["1.flac", "2.flac"]


def make_music():
    for number, file in enumerate(FILES, 1):
        raw = subprocess.run([COMPOSE, str(441000 * number), str(number)], check=True,
                             capture_output=True).stdout
        subprocess.run(["flac", "-s", "-f", "--force-raw-format", "--endian=little",
                        "--sign=signed", "--channels=2", "--bps=16", "--sample-rate=44100",
                        f"--tag=TITLE=Título\x1b[31m {number}", "-o", file, "-"],
                       input=raw, check=True)


def run(*arguments):
    return subprocess.run([BURN_ALBUM, *arguments], check=True, capture_output=True, text=True,
                          timeout=PATIENCE).stdout


def on_terminal(*arguments):
    """What a terminal gets."""
    terminal, end = pty.openpty()
    with subprocess.Popen([BURN_ALBUM, *arguments], stdout=end, stderr=end) as process:
        os.close(end)
        said = b""
        try:
            while more := os.read(terminal, 65536):
                said += more
        except OSError:  # how Linux tells that nobody has the other end any more
            pass
        code = process.wait(PATIENCE)
    os.close(terminal)
    assert code == 0, said
    return said.decode()


def check_terminal():
    said = on_terminal("--output", "disc.cue", *FILES)
    bars = re.findall(r"\r\x1b\[K(\[[#.]+\] +\d+ %  [^\r]*)", said)
    assert any("Decoding the music" in bar for bar in bars), said
    assert any("Writing the image" in bar and "100 %" in bar for bar in bars), said
    assert all(len(bar) < 80 for bar in bars), bars
    assert "\x1b[31m" not in said, "a title reaches the terminal as a command"
    assert said.endswith("disc.cue is written.\r\n"), said


def check_pipe():
    said = run("--output", "disc.cue", *FILES)
    assert "\r" not in said and "\x1b" not in said, said
    lines = said.splitlines()
    for wanted in ("2 tracks, 00:30 of 79:57: 79:27 are left", "Decoding the music ...",
                   "Track 1 of 2 is written", "disc.cue is written."):
        assert wanted in lines, (wanted, said)


def check_json():
    events = [json.loads(line) for line in run("--json", "--output", "disc.cue",
                                               *FILES).splitlines()]
    album, end = events[0], events[-1]
    assert album["event"] == "album" and album["available-blocks"] == 359849 - 2250, album
    assert [track["blocks"] for track in album["tracks"]] == [750, 1500], album
    assert end == {"event": "end", "code": 0, "text": "disc.cue is written."}, end
    stages = [event["stage"] for event in events if event["event"] == "stage"]
    assert stages == ["staging", "burning", "closing"], stages
    burned = [event for event in events
              if event["event"] == "progress" and event["stage"] == "burning"]
    assert burned[-1]["completed"] == burned[-1]["total"] == 2250, burned[-1]
    tracks = [event["track"] for event in events
              if event["event"] == "track" and event["stage"] == "burning"]
    assert tracks == [1, 2], tracks
    failed = subprocess.run([BURN_ALBUM, "--json", "--output", "disc.cue", "nowhere"],
                            capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert failed.returncode == 1
    assert json.loads(failed.stdout)["code"] == 1, failed.stdout


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            make_music()
            check_terminal()
            check_pipe()
            check_json()
        finally:
            os.chdir("/")


if __name__ == "__main__":
    try:
        main()
    except AssertionError as error:
        print("FAILED:", *error.args)
        sys.exit(1)
