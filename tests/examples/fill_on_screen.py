#!/usr/bin/python3
"""fill_on_screen.py SONG ...: all songs fit on a disc of 80 minutes; with the first one again they
do not. A file that is none of music cannot be burned."""
import os
import subprocess
import sys

from gi.repository import GLib

from driving import (COLOUR_OF_TRACK_1, COLOUR_OF_TRACK_2, COLOUR_OF_WHAT_IS_TOO_LONG, Player,
                     take_picture)

PLAYER = os.environ["PLAYER"]


def open_too(player, song):
    """By a second start of the program, as a desktop does."""
    subprocess.run([PLAYER, song], check=True)
    player.wait("playlist-status", lambda status: status in ("ready", "unreadable"))


def main():
    player = Player(PLAYER, "--audio-sink", "fakesink", *sys.argv[1:])
    player.wait("playlist-status", "ready")
    player.set("destination", GLib.Variant("s", os.path.abspath("album.cue")))
    take_picture("full", COLOUR_OF_TRACK_1, COLOUR_OF_TRACK_2)
    player.wait_whether_it_can("burn", True)

    # A file that goes while the player knows it.
    os.rename(sys.argv[1], "gone")
    player.do("burn")
    player.ends("failed", "1: Resource not found.")
    os.rename("gone", sys.argv[1])

    open_too(player, sys.argv[1])
    take_picture("too-long", COLOUR_OF_TRACK_1, COLOUR_OF_WHAT_IS_TOO_LONG)
    player.wait_whether_it_can("burn", False)
    player.quit()

    player = Player(PLAYER, "--audio-sink", "fakesink", sys.argv[1], "none.flac")
    player.wait("playlist-status", "unreadable")
    take_picture("unreadable", COLOUR_OF_TRACK_1)
    player.wait_whether_it_can("burn", False)
    player.quit()


main()
