#!/usr/bin/env python3
"""A player that is killed leaves a finished disc, at whatever point of the burn it dies."""
import os
import signal

from killing import (PATIENCE, POINTS, at_all_points, child_of, is_whole, load_blank, player, run,
                     run_until, state_of, wait_for_end)

DEADLY = (signal.SIGTERM, signal.SIGKILL, signal.SIGSEGV)


def outlives(point, number, options):
    drive = f"sr{point}"
    load_blank(drive)
    process = player(drive, *options)
    said = run_until(process, point)
    burner = os.pidfd_open(child_of(process.pid))
    process.send_signal(number)
    said += process.stdout.readlines()
    process.wait(PATIENCE)
    wait_for_end(burner)
    os.close(burner)
    if number in DEADLY and process.returncode != -number:
        raise AssertionError(f"{number.name} at {point}/{POINTS} came too late")
    state = state_of(drive)
    if "medium: complete CD-R" not in state or not is_whole(drive):
        raise AssertionError(f"{number.name} at {point}/{POINTS}:\n{state}{''.join(said)}")
    if "tray: closed\n" not in state:
        raise AssertionError(f"{number.name} at {point}/{POINTS}: {state}")


def main():
    # gst-launch takes SIGINT for a wish to stop, unless -e makes it wait for the end, and
    # catches SIGSEGV unless it is told not to.
    for number, option in ((signal.SIGTERM, []), (signal.SIGHUP, []), (signal.SIGKILL, []),
                           (signal.SIGSEGV, ["--no-fault"]), (signal.SIGINT, ["-e"])):
        at_all_points(outlives, number, option)


if __name__ == "__main__":
    run(main)
