#!/usr/bin/env python3
"""Each launch line in the README and in doc/ is run as it stands there, and makes what it says. Only its
dots are filled in. The lines of one block are run in one folder, in their order."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

TEST_DRIVE = os.environ["TEST_DRIVE"]
COMPOSE = os.environ["COMPOSE"]
LINES = ("gst-", "redbook-burner ")
BRANCHES = " ".join(f"filesrc location={song}.flac ! flacparse ! flacdec ! audioconvert ! c."
                    for song in ("01", "02"))
SONG = "filesrc location=01.flac ! flacparse ! flacdec ! audioconvert !"
WITHOUT_END = "--follow"  # what goes on until it is told to stop
LONG = 41 * 60 * 75  # blocks: two of them are more than a disc


def sh(line, **more):
    return subprocess.run(["sh", "-euc", line], check=True, **more)


def pages():
    root = pathlib.Path(os.environ["SOURCE_ROOT"])
    return [root / "README.md", *sorted(root.glob("doc/*.md"))]


def blocks_of(text):
    """The indented blocks, with the lines put together that go on behind a backslash."""
    for block in re.findall(r"(?:^    .*\n)+", text, re.M):
        lines = re.sub(r" *\\\n *", " ", block).splitlines()
        found = [line.strip() for line in lines if line.strip().startswith(LINES)]
        if found:
            yield found


def filled_in(line):
    line = re.sub(r" (\.\.\.|…)$", f" {BRANCHES}", line)
    line = re.sub(r" (\.\.\.|…) !", f" {SONG}", line)
    return line.replace("/path/to/", f"{os.getcwd()}/")


def song(name, samples=264733, rate=44100, form="S16LE", encoder="flacenc"):
    sh(f'"{COMPOSE}" {samples} 1 | gst-launch-1.0 -q fdsrc ! rawaudioparse sample-rate={rate} ! '
       f"audioconvert ! audio/x-raw,format={form} ! {encoder} ! filesink location={name}")


def with_cue_sheet():
    song("album.flac", 600 * 588)
    with open("inside.cue", "w", encoding="ascii") as sheet:
        sheet.write('FILE "album.flac" FLAC\n TRACK 01 AUDIO\n  INDEX 01 00:00:00\n'
                    " TRACK 02 AUDIO\n  INDEX 01 00:04:00\n")
    sh("metaflac --import-cuesheet-from=inside.cue album.flac")


def image(name="album.cue"):
    sh(f"gst-launch-1.0 -q {SONG} redbooksink location={name}")


def long_stash():
    tracks = " ".join(f"audiotestsrc wave=silence samplesperbuffer=58800 num-buffers={LONG // 100} ! "
                      "audio/x-raw,format=S16LE,rate=44100,channels=2 ! c." for _ in range(2))
    sh("gst-launch-1.0 -q concat name=c ! redbooksink location=long.cue simulate=true "
       f"on-full=next-disc keep-stash=true stash-location=$HOME/stash {tracks}")


MATERIAL = {
    r"\b01\.flac|\*\.flac": lambda: song("01.flac"),
    r"\b02\.flac|\*\.flac": lambda: song("02.flac"),
    r"\*\.mp3": lambda: song("03.mp3", encoder="lamemp3enc"),
    r"\*\.ogg": lambda: song("04.ogg", form="F32LE", encoder="vorbisenc ! oggmux"),
    r"\balbum\.flac": with_cue_sheet,
    r"\bhires\.flac": lambda: song("hires.flac", rate=96000, form="S24LE"),
    r"(burner|cdiocddasrc) .*/?album\.cue": lambda: (song("01.flac"), image()),
    r"--stash-info album\.stash": lambda: (song("01.flac"), image(
        "other.cue simulate=true keep-stash=true stash-location=album.stash")),
    r"~/stash": long_stash,
}


def on_drive(line, **more):
    return subprocess.run([TEST_DRIVE, "run", "sh", "-euc", line], text=True, **more)


def on_disc():
    """Its table of contents; empty where the disc is blank."""
    return subprocess.run([TEST_DRIVE, "toc", "sr0"], check=False, text=True,
                          capture_output=True).stdout


def put_in_a_blank(number, kind):
    subprocess.run([TEST_DRIVE, "take", "sr0", f"used{number}"], capture_output=True, check=False)
    subprocess.run([TEST_DRIVE, "insert", "sr0", kind], check=True)


def reads_disc(line):
    return "cdiocddasrc device=/dev/sr0" in line or "--verify" in line


def burns_disc(line):
    return "sink device=/dev/sr0" in line or "--device /dev/sr0" in line


def prepare(number, line):
    for pattern, make in MATERIAL.items():
        if re.search(pattern, line):
            make()
    if burns_disc(line) or reads_disc(line) and not on_disc():
        put_in_a_blank(number, "written-rw" if "blank" in line else "cd-r-80")
    if reads_disc(line) and not on_disc():
        image("disc.cue")
        on_drive("redbook-burner --device /dev/sr0 disc.cue", check=True, capture_output=True)


def run_until_it_tells(line):
    """Whether it tells of the drive; then it is told to stop."""
    with subprocess.Popen([TEST_DRIVE, "run", "sh", "-euc", "exec " + line], text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        found = any("/dev/sr0" in words for words in process.stdout)
        process.terminate()
    return found


def made(line):
    """What is not there although the line names it."""
    names = re.findall(r"sink [^!]*?location=(\S+?)[\" ]", line + " ")
    names += re.findall(r"report-location=(\S+)", line)
    return [] if "simulate" in line else [name for name in names if not os.path.exists(name)]


def check(number, line):
    prepare(number, line)
    before = on_disc()
    if WITHOUT_END in line:
        return "" if run_until_it_tells(line) else "it tells of no drive"
    ended = on_drive(line, capture_output=True, check=False)
    if ended.returncode != 0:
        return ended.stdout[-2000:] + ended.stderr[-2000:]
    if missing := made(line):
        return f"not there: {missing}"
    burned = burns_disc(line) and "simulate" not in line
    return "" if burned == (on_disc() != before) else f"the disc holds {on_disc()}"


def run_block(lines):
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        os.environ.update(HOME=folder, TEST_DRIVE_FOLDER=f"{folder}/drives")
        subprocess.run([TEST_DRIVE, "create", "sr0"], check=True)
        put_in_a_blank(0, "cd-r-80")
        for number, line in enumerate(lines, 1):
            print(line, flush=True)
            if trouble := check(number, filled_in(line)):
                sys.exit(f"FAILED: {trouble}")
        os.chdir("/")


def main():
    os.environ["PATH"] = f"{os.path.dirname(os.environ['REDBOOK_BURNER'])}:{os.environ['PATH']}"
    blocks = [block for page in pages() for block in blocks_of(page.read_text("utf-8"))]
    for lines in blocks:
        run_block(lines)
    if sum(map(len, blocks)) < 15:
        sys.exit("FAILED: the lines were not found")


main()
