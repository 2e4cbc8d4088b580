"""What the tests of the player share: the player on a screen that nobody sees, driven by its
actions over D-Bus. Run by dbus-run-session and xvfb-run."""
import os
import re
import subprocess
import sys

import gi
gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402  # pylint: disable=wrong-import-position

NAME = "org.redbooksink.Player"
PATIENCE = 60  # seconds; what hangs is a fault
COLOUR_OF_TRACK_1 = "3585E3"
COLOUR_OF_TRACK_2 = "195EB5"
COLOUR_OF_PROGRESS = "3584E4"
COLOUR_OF_SHADE = "949392"
COLOUR_OF_WHAT_IS_TOO_LONG = "E11C23"


def wait_until(holds, what):
    """Until it holds, which is looked at whenever something has happened."""
    context = GLib.MainContext.default()
    late = []
    timeout = GLib.timeout_add_seconds(PATIENCE, late.append, True)
    while not holds():
        if late:
            sys.exit(f"waited in vain for: {what}")
        context.iteration(True)
    GLib.source_remove(timeout)


class Player:
    """A player that runs. `program` is the command that starts it."""

    def __init__(self, *program):
        self.process = subprocess.Popen(program)
        present = []
        Gio.bus_watch_name(Gio.BusType.SESSION, NAME, Gio.BusNameWatcherFlags.NONE,
                           lambda *_: present.append(True), None)
        wait_until(lambda: present, "the player on the bus")
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.actions = Gio.DBusActionGroup.get(bus, NAME, "/" + NAME.replace(".", "/"))
        self.actions.list_actions()  # from here on it is told of changes
        wait_until(lambda: self.state("burn-status"), "the player's actions")

    def do(self, action, value=None):
        self.wait_whether_it_can(action, True)
        self.actions.activate_action(action, value)

    def wait_whether_it_can(self, action, expected):
        wait_until(lambda: self.actions.get_action_enabled(action) == expected,
                   f"{action} enabled: {expected}")

    def set(self, action, value):
        self.actions.change_action_state(action, value)
        self.wait(action, value.unpack())

    def state(self, action):
        value = self.actions.get_action_state(action)
        return None if value is None else value.unpack()

    def wait(self, action, wanted):
        """For a state, or for one that a function takes."""
        takes = wanted if callable(wanted) else lambda state: state == wanted
        wait_until(lambda: takes(self.state(action)), f"{action} as wanted: {wanted}")

    def ends(self, stage, words, picture=None):
        """The burn, in this stage and with these words."""
        self.wait("burn-status", lambda status: status in ("done", "cancelled", "failed"))
        expect("the end", (stage, words), (self.state("burn-status"), self.state("burn-words")))
        take_picture(picture or stage, COLOUR_OF_SHADE)
        self.do("dismiss")
        self.wait("burn-status", "idle")

    def quit(self):
        self.do("quit")
        if self.process.wait(PATIENCE) != 0:
            sys.exit("the player ended with a failure")


def colours_of(picture):
    """How many pixels there are of each colour."""
    histogram = subprocess.run(["convert", picture, "-format", "%c", "histogram:info:"],
                               check=True, capture_output=True, text=True).stdout
    return {colour: int(count)
            for count, colour in re.findall(r"(\d+): .*#([0-9A-F]{6})", histogram)}


def below_the_clock(picture):
    """What of a picture stands still while a song is played."""
    return subprocess.run(["convert", picture, "-crop", "1024x638+0+130", "rgb:-"], check=True,
                          capture_output=True).stdout


def take_picture(name, *colours, moves=False):
    """A picture of the screen, in the folder of the build, as soon as it has these colours and,
    unless it moves, looks the same twice: what has been asked for is painted a little later."""
    picture = os.path.join(os.environ["PICTURES"], name + ".png")
    before = None
    for _ in range(60):
        subprocess.run(["import", "-window", "root", picture], check=True)
        found = colours_of(picture)
        now = below_the_clock(picture)
        if (len(found) > 50 and all(found.get(colour, 0) > 10 for colour in colours)
                and (moves or now == before)):
            return
        before = now
    sys.exit(f"{picture} does not show {colours}, or does not stand still")


def expect(what, expected, found):
    if expected != found:
        sys.exit(f"{what}: expected {expected!r}, found {found!r}")
