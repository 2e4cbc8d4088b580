#!/usr/bin/env python3
"""Ctrl-C, whenever it comes, ends burn-album with 130 and leaves nothing half done; on a drive
it says what became of the disc."""
import os
import signal
import subprocess
import sys
import tempfile

COMPOSE = os.environ["COMPOSE"]
BURN_ALBUM = os.environ["BURN_ALBUM"]
TEST_DRIVE = os.environ["TEST_DRIVE"]
PATIENCE = 60  # seconds; what hangs is a fault
BLOCKS = 1500


def test_drive(*words):
    subprocess.run([TEST_DRIVE, *words], check=True, stdout=subprocess.DEVNULL)


def prepare():
    os.environ["TEST_DRIVE_FOLDER"] = os.path.abspath("drives")
    os.environ["XDG_CACHE_HOME"] = os.path.abspath("cache")
    raw = subprocess.run([COMPOSE, str(BLOCKS * 588), "1"], check=True,
                         capture_output=True).stdout
    subprocess.run(["flac", "-s", "--force-raw-format", "--endian=little", "--sign=signed",
                    "--channels=2", "--bps=16", "--sample-rate=44100", "-o", "song.flac", "-"],
                   input=raw, check=True)
    test_drive("create", "sr0")
    # So slow, and with so small a buffer, that there is time to be cancelled in.
    test_drive("set", "sr0", "speed", "8")
    test_drive("set", "sr0", "buffer-kb", "64")
    test_drive("insert", "sr0", "cd-r-80")


def start(*arguments):
    return subprocess.Popen([TEST_DRIVE, "run", BURN_ALBUM, "--json", *arguments, "song.flac"],
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def interrupted_after(words, *arguments):
    """All that it says, where it is interrupted when it has said `words`."""
    process = start(*arguments)
    said = ""
    for line in process.stdout:
        said += line
        if words in line:
            break
    process.send_signal(signal.SIGINT)
    said += process.communicate(timeout=PATIENCE)[0]
    return process.returncode, said


def check_images():
    """After each of its words. Late ones come when there is nothing to cancel any more."""
    whole = start("--output", "whole.cue").communicate(timeout=PATIENCE)[0].splitlines()
    kept = {"cache", "drives", "song.flac", "whole.cue", "whole.bin"}
    for line in whole[:-1]:
        code, said = interrupted_after(line[:30], "--output", "disc.cue")
        left = set(os.listdir(".")) - kept
        if code == 0:
            assert left == {"disc.cue", "disc.bin"}, (left, said)
            os.unlink("disc.cue")
            os.unlink("disc.bin")
        else:
            assert code in (130, -signal.SIGINT), (code, said)
            assert not left, (left, said)
            assert code != 130 or "Cancelled." in said, said


def check_drive():
    code, said = interrupted_after('"completed":0', "--device", "/dev/sr0", "--simulate")
    assert code == 130 and "Nothing was written" in said, (code, said)
    state = subprocess.run([TEST_DRIVE, "list", "sr0"], check=True, capture_output=True,
                           text=True).stdout
    assert "medium: blank CD-R" in state, state
    code, said = interrupted_after('"track":1,"completed":3', "--device", "/dev/sr0")
    assert code == 130 and "The disc was being written" in said, (code, said)
    assert "tray: closed\n" in subprocess.run([TEST_DRIVE, "list", "sr0"], check=True,
                                              capture_output=True, text=True).stdout


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            prepare()
            check_images()
            check_drive()
        finally:
            os.chdir("/")


if __name__ == "__main__":
    try:
        main()
    except AssertionError as error:
        print("FAILED:", *error.args)
        sys.exit(1)
