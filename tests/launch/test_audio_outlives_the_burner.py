#!/usr/bin/env python3
"""A burner that is killed leaves an error that says so, and the audio, which burns again."""
import os
import re
import signal
import subprocess

from killing import (BURNER, PATIENCE, POINTS, TEST_DRIVE, at_all_points, child_of, is_whole,
                     load_blank, player, run, run_until, state_of)


def outlives(point):
    drive = f"sr{point}"
    load_blank(drive)
    process = player(drive)
    said = run_until(process, point)
    os.kill(child_of(process.pid), signal.SIGKILL)
    said = "".join(said + process.stdout.readlines())
    where = f"killed at {point}/{POINTS}:\n{said}"
    if process.wait(PATIENCE) == 0 or "Got EOS" in said:
        raise AssertionError("no error, " + where)
    if "redbook-burner died before the disc was complete" not in said:
        raise AssertionError("not named, " + where)
    kept = re.search(r"^redbook-burner --device '(.*)' '(.*)'$", said, re.MULTILINE)
    if not kept:
        raise AssertionError("no command, " + where)
    load_blank(drive)
    subprocess.run([TEST_DRIVE, "run", BURNER, "--device", kept.group(1), kept.group(2)],
                   check=True, timeout=PATIENCE, capture_output=True)
    if "medium: complete CD-R" not in state_of(drive) or not is_whole(drive):
        raise AssertionError("not the same disc, " + where)


if __name__ == "__main__":
    run(lambda: at_all_points(outlives))
