"""What the tests share that judge finished images from outside: two albums, the lines that make
images of them, and readers of what is there then."""
import hashlib
import os
import random
import shutil
import subprocess
import sys

BLOCK = 2352
LEAD = bytes(150 * BLOCK)  # before the audio of a DDP set
PATIENCE = 90  # seconds; what takes longer hangs
SEVERAL = 2  # at the same time


class Album:
    """Tracks of noise, none like another; each a little longer than four seconds."""

    def __init__(self, name, tracks, folder):
        self.name = name
        self.title, self.artist = f"{name} album", f"{name} band"
        self.titles = [f"{name} track {number}" for number in range(1, tracks + 1)]
        self.files = [os.path.join(folder, f"{name}-{number}.raw")
                      for number in range(1, tracks + 1)]
        self.tracks = []
        for number, file in enumerate(self.files, 1):
            samples = 300 * 588 + 100 * number
            sound = random.Random(f"{name} {number}").randbytes(4 * samples)
            write(file, sound)
            self.tracks.append(padded(sound))

    @property
    def audio(self):
        return b"".join(self.tracks)


def padded(sound):
    return sound + bytes(-len(sound) % BLOCK)


def write(name, content):
    with open(name, "wb") as file:
        file.write(content)


def content(name):
    with open(name, "rb") as file:
        return file.read()


def prepare_programs(folder):
    """The programs by the names that users type, and GStreamer's list of its plugins, which takes
    longer to make than all the rest."""
    programs = os.path.join(folder, "programs")
    os.mkdir(programs)
    os.symlink(os.environ["REDBOOK_BURNER"], os.path.join(programs, "redbook-burner"))
    os.environ["PATH"] = programs + ":" + os.environ["PATH"]
    os.environ["LC_ALL"] = "C.UTF-8"
    os.environ["TMPDIR"] = folder
    os.environ["GST_REGISTRY"] = os.path.join(folder, "registry")
    os.environ["GST_REGISTRY_FORK"] = "no"
    subprocess.run(["gst-inspect-1.0", "redbooksink"], check=True, stdout=subprocess.DEVNULL)
    os.environ["GST_REGISTRY_UPDATE"] = "no"


def tagged_sound(album, number):
    """The beginning of a launch line: a track of the album, with its tags."""
    tags = {"title": album.titles[number], "album": album.title, "artist": album.artist}
    words = ",".join(f'{tag}=(string)\\"{text}\\"' for tag, text in tags.items())
    return ["filesrc", f"location={album.files[number]}", "!", "rawaudioparse", "!", "taginject",
            f'tags="{words}"', "!"]


def player_line(album, *properties):
    """gst-launch-1.0 that makes a disc of the album."""
    line = ["gst-launch-1.0", "-m", "concat", "name=c", "!", "redbooksink", "settle-time=0",
            *properties]
    for number in range(len(album.files)):
        line += [*tagged_sound(album, number), "c."]
    return line


class Ended:
    """A program that was run to its end."""

    def __init__(self, command, folder, **variables):
        # Two pipes: gst-launch prints by several threads, and their lines would get mixed.
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **variables}, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
        try:
            said = process.communicate(timeout=PATIENCE)
            self.code = process.returncode
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, 9)
            said = [*process.communicate(), b"It hangs."]
            self.code = None
        self.said = "\n".join(text.decode(errors="replace") for text in said)

    @property
    def last_words(self):
        """What went wrong, in a line: gst-launch's first error, or the end of what another says."""
        lines = self.said.strip().splitlines()
        told = [line.split(": ", 2)[-1] for line in lines if line.startswith("ERROR: from element")]
        return told[0] if told else " ".join(line.strip() for line in lines[-2:])


def files_in(folder):
    """All that is in it, hidden files and folders too: path -> content, None for a folder."""
    found = {}
    for parent, folders, files in os.walk(folder):
        for name in folders:
            found[os.path.relpath(os.path.join(parent, name), folder) + "/"] = None
        for name in files:
            path = os.path.join(parent, name)
            found[os.path.relpath(path, folder)] = content(path)
    return found


def exported(source, scratch, **variables):
    """What redbook-burner reads of an image or a stash: its files as a cue sheet of a name that is
    always the same; or what it said, as a text."""
    shutil.rmtree(scratch, ignore_errors=True)
    os.makedirs(scratch)
    ended = Ended(["redbook-burner", "--export", source, os.path.join(scratch, "disc.cue")], "/",
                  **variables)
    read = files_in(scratch)
    shutil.rmtree(scratch)
    if ended.code != 0:
        return f"redbook-burner ends with {ended.code}: {ended.last_words}"
    return read


def titles_of(sheet):
    """Those of the tracks in a cue sheet."""
    return [line.strip()[len('TITLE "'):-1] for line in sheet.decode().splitlines()
            if line.startswith("    TITLE ")]


def starts_of(sheet):
    """The blocks at which the tracks of a cue sheet start."""
    starts = []
    for line in sheet.decode().splitlines():
        words = line.split()
        if words[:2] == ["INDEX", "01"]:
            minutes, seconds, frames = map(int, words[2].split(":"))
            starts.append((minutes * 60 + seconds) * 75 + frames)
    return starts


def lies_at(tracks):
    """Where tracks start that follow one another from block 0 on."""
    starts, at = [], 0
    for track in tracks:
        starts.append(at)
        at += len(track) // BLOCK
    return starts


def differs(read, tracks, titles):
    """In which way what was read by exported() is not a disc of these tracks, or None."""
    if isinstance(read, str):
        return read
    sheet, audio = read["disc.cue"], read["disc.bin"]
    if starts_of(sheet) != lies_at(tracks):
        return f"tracks start at {starts_of(sheet)} rather than {lies_at(tracks)}"
    if audio != b"".join(tracks):
        return f"the audio is another: {len(audio)} bytes, {len(b''.join(tracks))} expected"
    if titles_of(sheet) != titles:
        return f"the titles are {titles_of(sheet)} rather than {titles}"
    return None


def ddp_differs(files, tracks):
    """The same of the files of a DDP set."""
    if files.get("IMAGE.DAT") != LEAD + b"".join(tracks):
        return "IMAGE.DAT is not the lead and the audio"
    packets = [files["SD"][at:at + 64].decode() for at in range(0, len(files["SD"]), 64)]
    starts = [(int(packet[10:12]) * 60 + int(packet[12:14])) * 75 + int(packet[14:16]) - 150
              for packet in packets if packet[4:6] not in ("00", "AA") and packet[6:8] == "01"]
    if starts != lies_at(tracks):
        return f"tracks start at {starts} rather than {lies_at(tracks)}"
    for line in files["CHECKSUM.MD5"].decode().splitlines():
        digest, name = line.split(maxsplit=1)
        if hashlib.md5(files[name.lstrip("*")]).hexdigest() != digest:
            return f"the checksum of {name}"
    return None


def skipped(why):
    print(why)
    sys.exit(77)
