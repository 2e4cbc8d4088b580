#!/usr/bin/python3
"""burn_on_screen.py SONG ...: burns the songs by the player: on the drive, called off once, then
to the end; into album.cue; on a drive that waits for a disc, and then fails."""
import os
import subprocess
import sys

from gi.repository import GLib

from driving import (COLOUR_OF_PROGRESS, COLOUR_OF_SHADE, COLOUR_OF_TRACK_1, COLOUR_OF_TRACK_2, Player, expect,
                     take_picture)

TEST_DRIVE = os.environ["TEST_DRIVE"]


def drive(*words):
    subprocess.run([TEST_DRIVE, *words], check=True)


def call_off(player):
    player.do("burn")
    player.wait("burn-words", lambda words: words.startswith("Burning track 2 of 3"))
    take_picture("burning", COLOUR_OF_SHADE, COLOUR_OF_PROGRESS, moves=True)
    player.do("cancel")
    player.ends("cancelled", "The burn was called off. The disc in the drive is incomplete: take "
                "another one.")


def burn(player):
    player.set("verify", GLib.Variant("b", True))
    player.do("burn")
    player.ends("done", "The disc in /dev/sr0 is burned: 3 tracks, 0:16. It was read back, and "
                "every sample is right.")
    expect("what is known of the disc", ["/dev/sr0 "], player.state("recorders"))


def make_image(player):
    image = os.path.abspath("album.cue")
    player.set("destination", GLib.Variant("s", image))
    player.do("burn")
    player.ends("done", f"The disc image is made: {image} (3 tracks, 0:16).", "image")


def fail(player):
    drive("take", "sr0", "burned")
    drive("plan", "sr0", "write 100 sense 3/0C/00")
    player.set("destination", GLib.Variant("s", "/dev/sr0"))
    player.do("burn")
    player.wait("burn-status", "waiting")
    expect("what is asked for", "Insert a blank CD-R or CD-RW.", player.state("burn-words"))
    take_picture("waiting", COLOUR_OF_SHADE)
    drive("insert", "sr0", "cd-r-80")
    player.ends("failed", "The drive could not write on the disc: it is dirty, damaged, or of a make "
                "that the drive does not like. The disc is spoilt. The audio is kept; the details "
                "have the command that burns it.")


def main():
    player = Player(TEST_DRIVE, "run", os.environ["PLAYER"], "--audio-sink", "fakesink sync=true",
                    *sys.argv[1:])
    player.wait("playlist-status", "ready")
    take_picture("loaded", COLOUR_OF_TRACK_1, COLOUR_OF_TRACK_2)
    player.wait("recorders", ["/dev/sr0 blank"])
    player.set("destination", GLib.Variant("s", "/dev/sr0"))
    player.do("play")
    player.wait("playback-status", "playing 1")

    call_off(player)
    drive("take", "sr0", "called-off")
    drive("set", "sr0", "speed", "0")
    drive("insert", "sr0", "cd-r-80")
    burn(player)
    drive("dump", "sr0", "by-drive")
    subprocess.run(["cp", "-r", "drives", "drives-burned"], check=True)

    make_image(player)
    fail(player)
    player.quit()


main()
