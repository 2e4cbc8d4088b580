#!/usr/bin/python3
"""play_on_screen.py SONG SONG LONG: plays two by the player into played.raw, then with its buttons. In
time: playbin3 1.22 loses its way where one song is played before it knows the next."""
import os
import sys

from gi.repository import GLib

from driving import Player, wait_until


def play_to_the_end():
    player = Player(os.environ["PLAYER"], "--audio-sink", "capsfilter caps=audio/x-raw,"
                    "format=S16LE,rate=44100,channels=2 ! filesink location=played.raw sync=true",
                    *sys.argv[1:3])
    player.wait("playlist-status", "ready")
    states = []
    player.actions.connect("action-state-changed::playback-status",
                           lambda _, __, state: states.append(state.unpack()))
    player.do("play")
    wait_until(lambda: states and states[-1] == "stopped", "the end of both songs")
    player.quit()


def seek_and_go_on():
    """In a song that would take longer than anybody waits here."""
    player = Player(os.environ["PLAYER"], "--audio-sink", "fakesink sync=true", *sys.argv[3:],
                    sys.argv[2])
    player.wait("playlist-status", "ready")
    player.do("play")
    player.do("seek", GLib.Variant("d", 198.0))  # it may not know yet what it plays
    player.wait("playback-status", "playing 2")
    player.do("seek", GLib.Variant("d", 4.0))
    player.wait("playback-status", "stopped")
    player.quit()


def use_buttons():
    player = Player(os.environ["PLAYER"], "--audio-sink", "fakesink sync=true", *sys.argv[1:3])
    player.wait("playlist-status", "ready")
    player.do("play")
    player.wait("playback-status", "playing 1")
    player.do("pause")
    player.wait("playback-status", "paused 1")
    player.do("play")
    player.wait("playback-status", "playing 1")
    player.do("next")
    player.wait("playback-status", "playing 2")
    player.do("previous")
    player.wait("playback-status", "playing 1")
    player.do("play-song", GLib.Variant("i", 2))
    player.wait("playback-status", "playing 2")
    player.quit()


play_to_the_end()
seek_and_go_on()
use_buttons()
