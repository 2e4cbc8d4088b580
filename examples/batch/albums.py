"""What an album is made of, and where what is made of it lies."""
import os

DECODERS = {
    ".flac": "flacparse ! flacdec",
    ".wav": "wavparse",
    ".aif": "aiffparse",
    ".aiff": "aiffparse",
}

# Sound that would be left out in silence, were it not for this list.
OTHER_SOUND = {".aac", ".ape", ".m4a", ".mp3", ".ogg", ".opus", ".wma", ".wv"}


class Refused(Exception):
    """An album that cannot be made, and why."""


def shown(text):
    """A text that names of files had a say in, without what a terminal would obey."""
    return "".join(c if c.isprintable() else " " for c in text)


def ending_of(name):
    return os.path.splitext(name)[1].lower()


def tracks_of(album):
    """The names of an album's tracks, in their order."""
    names = sorted(os.listdir(album))
    strange = [name for name in names if ending_of(name) in OTHER_SOUND]
    if strange:
        raise Refused(f"{strange[0]} is neither FLAC, WAV nor AIFF")
    tracks = [name for name in names if ending_of(name) in DECODERS]
    if not tracks:
        raise Refused("there is no FLAC, WAV or AIFF file in it")
    return tracks


def recipe_of(album, tracks, options):
    """What the album is made of, line by line: another recipe is another album."""
    lines = [f"format={options.format}", *options.properties]
    for name in tracks:
        status = os.stat(os.path.join(album, name))
        lines.append(f"{status.st_size} {status.st_mtime_ns} {name}")
    return "\n".join(lines) + "\n"


def text_in(path):
    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            return file.read()
    except OSError:
        return None


def write(path, text):
    with open(path, "w", encoding="utf-8", errors="surrogateescape") as file:
        file.write(text)


class Places:
    """Where things of an album are below OUT."""

    def __init__(self, out, album):
        out, name = os.path.abspath(out), os.path.basename(album)
        self.final = os.path.join(out, name)
        self.recipe = os.path.join(self.final, "recipe.txt")
        self.report = os.path.join(self.final, "report.json")
        self.making = os.path.join(out, ".making", name)
        self.older = os.path.join(out, ".older", name)
        self.lock = os.path.join(out, ".locks", name)
        self.failed = os.path.join(out, ".failed", name + ".log")

    def prepare(self):
        for path in (self.making, self.older, self.lock, self.failed):
            os.makedirs(os.path.dirname(path), exist_ok=True)


def add_recipe(parser):
    """The options that make another disc of the same files."""
    parser.add_argument("--format", choices=("ddp", "cue", "toc"), default="ddp",
                        help="a DDP set, a cue sheet or cdrdao's TOC with a BIN; ddp")
    parser.add_argument("properties", nargs="*", metavar="PROPERTY=VALUE",
                        help="of redbookbin, such as gapless=true")
