#!/usr/bin/env python3
"""The pictures of a report are well-formed, need nothing else, and a browser shows them."""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zlib

SVG = "{http://www.w3.org/2000/svg}"
HTML = "{http://www.w3.org/1999/xhtml}"
SKIPPED = 77


def make_the_pictures_of_discs():
    subprocess.run([os.environ["MAKE_PICTURES"]], check=True)
    return [name for name in sorted(os.listdir()) if name.endswith((".html", ".svg"))]


def record(report, *tracks):
    """The titles as tracks of four seconds, by a launch line, and their report."""
    line = ["gst-launch-1.0", "-q", "concat", "name=c", "!", "redbooksink", "settle-time=0",
            "location=disc.cue", "loudness=album", f"report-location={report}"]
    for title in tracks:
        line += ["audiotestsrc", "num-buffers=4", "samplesperbuffer=44100", "volume=0.5", "!",
                 "audio/x-raw,format=S16LE,rate=44100,channels=2", "!", "taginject",
                 f'tags=title="{title}"', "!", "c."]
    subprocess.run(line, check=True)


def check_that_it_stands_alone(name):
    """No script, and nothing that is fetched from elsewhere."""
    for element in ElementTree.parse(name).iter():
        assert not element.tag.endswith("}script"), f"{name}: a script"
        for attribute, value in element.items():
            assert not attribute.startswith("on"), f"{name}: {attribute}"
            assert not attribute.endswith(("href", "src")), f"{name}: {attribute}={value}"
        if element.tag.endswith("}style"):
            assert "url(#" in element.text and "@import" not in element.text
            assert element.text.count("url(") == element.text.count("url(#"), name


def check_what_was_recorded():
    drawing = ElementTree.parse("x.svg").getroot()
    tracks = [title.text for title in drawing.iter(SVG + "title")
              if title.text.startswith("Track ")]
    assert len(tracks) == 2 and tracks[1].startswith("Track 2: B&<C>. Starts at 00:04.00"), tracks
    waves = [path for path in drawing.iter(SVG + "path") if path.get("class") == "wave"]
    assert len(waves) == 2 and len(waves[0].get("d")) > 10000
    page = ElementTree.parse("x.html").getroot()
    rows = page.find(f".//{HTML}table").findall(f"{HTML}tbody/{HTML}tr")
    assert len(rows) == 2, len(rows)
    headings = [heading.text for heading in page.iter(HTML + "h2")]
    assert "Loudness" in headings, headings


def loudest_in(drawing):
    """Of the left channel, from 0 to 1: its lane is 84 high, and begins at 68."""
    path = next(path.get("d") for path in ElementTree.parse(drawing).iter(SVG + "path")
                if path.get("class") == "wave")
    heights = [float(point.split()[1].rstrip("Z")) for point in re.split("[ML]", path)[1:]]
    return (68 + 42 - min(heights)) / 41


def check_each_disc_shows_its_own_sound():
    """As images, whose sound has silence before it, and is a part of what was staged."""
    line = ["gst-launch-1.0", "-q", "concat", "name=c", "!", "redbooksink", "settle-time=0",
            "location=long.ddp", "report-location=long.svg", "on-full=next-disc", "capacity=600"]
    volumes = (0.9, 0.2, 0.5)
    for volume in volumes:
        line += ["audiotestsrc", "num-buffers=5", "samplesperbuffer=44100", f"volume={volume}",
                 "!", "audio/x-raw,format=S16LE,rate=44100,channels=2", "!", "c."]
    subprocess.run(line, check=True)
    for name, volume in zip(("long.svg", "long-2.svg", "long-3.svg"), volumes):
        assert abs(loudest_in(name) - volume) < 0.01, (name, loudest_in(name))


def browser():
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if shutil.which(name):
            return [name, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                    "--enable-logging=stderr", f"--user-data-dir={os.getcwd()}/profile"]
    return None


def opened(program, *options, name):
    """What the browser says of a page: its output, and what went wrong in the page."""
    done = subprocess.run([*program, *options, f"file://{os.getcwd()}/{name}"], check=True,
                          capture_output=True, text=True, timeout=100)
    complaints = [line for line in done.stderr.splitlines() if "CONSOLE" in line]
    assert not complaints, f"{name}: {complaints}"
    return done.stdout


def values_in(picture):
    """How many different bytes a PNG's rows are made of: a blank page has a handful."""
    data, at, packed = open(picture, "rb").read(), 8, b""
    while at < len(data):
        size = int.from_bytes(data[at:at + 4], "big")
        if data[at + 4:at + 8] == b"IDAT":
            packed += data[at + 8:at + 8 + size]
        at += size + 12
    return len(set(zlib.decompress(packed)))


def check_in_the_browser(program, names):
    for name in names:
        shown = opened(program, "--dump-dom", name=name)
        assert "parsererror" not in shown, f"{name} is not well-formed"
        assert "<script" not in shown, f"{name}: a script"
    shown = opened(program, "--dump-dom", name="ninety_nine.html")
    assert shown.count('<th scope="row"') == 2 * 99 + 1 + 33, shown.count('<th scope="row"')
    open("blank.html", "w").write("<html></html>")
    for name in ("blank.html", "x.html", "x.svg"):
        opened(program, "--screenshot=" + name + ".png", "--window-size=1200,900", name=name)
    blank = values_in("blank.html.png")
    for name in ("x.html", "x.svg"):
        assert values_in(name + ".png") > 10 * blank, f"{name} is blank"


def main():
    names = make_the_pictures_of_discs()
    for picture in ("x.svg", "x.html"):
        record(picture, "A", "B&<C>")


    for name in names + ["x.svg", "x.html"]:
        check_that_it_stands_alone(name)
    check_what_was_recorded()
    check_each_disc_shows_its_own_sound()
    program = browser()
    if not program:
        print("There is no chromium, so no browser has seen the pictures.")
        return SKIPPED
    check_in_the_browser(program, names + ["x.svg", "x.html"])
    return 0


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        result = main()
        os.chdir("/")
    sys.exit(result)
