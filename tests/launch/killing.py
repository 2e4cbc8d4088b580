"""What the tests share that kill players and burners, each at twenty points of a burn."""
import os
import re
import select
import subprocess
import sys
import tempfile
import threading

TEST_DRIVE = os.environ["TEST_DRIVE"]
COMPOSE = os.environ["COMPOSE"]
BURNER = os.environ["REDBOOK_BURNER"]
POINTS = 20
SAMPLES = 750 * 588  # 10 s
PATIENCE = 60  # seconds; what hangs is a fault


def test_drive(*words):
    subprocess.run([TEST_DRIVE, *words], check=True, stdout=subprocess.DEVNULL)


def load_blank(drive):
    """A blank in the drive, whatever was in it."""
    number = len(os.listdir("used"))
    subprocess.run([TEST_DRIVE, "take", drive, f"used/{drive}-{number}-{threading.get_ident()}"],
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    test_drive("insert", drive, "cd-r-80")


def player(drive, *options):
    return subprocess.Popen(
        [TEST_DRIVE, "run", "gst-launch-1.0", "-m", *options, "filesrc", "location=song.wav", "!",
         "wavparse", "!", "redbooksink", f"device=/dev/{drive}", "settle-time=0"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def child_of(pid):
    with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as children:
        found = children.read().split()
    for task in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{task}/children", encoding="ascii") as children:
            found += children.read().split()
    return int(found[-1])


def wait_for_end(process):
    """Of a process that need not be a child."""
    poll = select.poll()
    poll.register(process, select.POLLIN)
    if not poll.poll(PATIENCE * 1000):
        raise TimeoutError("redbook-burner has not ended")


def reaches(line, point):
    """Point 0 is before the first block, the others are twentieths of the disc."""
    if point == 0:
        return "redbook-preparing-burn" in line
    blocks = re.search(r"redbook-block-progress, completed-blocks=\(uint\)(\d+)", line)
    return blocks and int(blocks.group(1)) >= point * 750 // POINTS


def run_until(process, point):
    """What it said up to there."""
    said = []
    for line in process.stdout:
        said.append(line)
        if reaches(line, point):
            break
    return said


def is_whole(drive):
    test_drive("dump", drive, f"{drive}.pcm")
    with open(f"{drive}.pcm", "rb") as burned, open("song.raw", "rb") as song:
        return burned.read() == song.read()


def state_of(drive):
    return subprocess.run([TEST_DRIVE, "list", drive], check=True, capture_output=True,
                          text=True).stdout


def at_all_points(check, *arguments):
    """All points at once, each on a drive of its own."""
    failures = []

    def one(point):
        try:
            check(point, *arguments)
        except Exception as failure:  # pylint: disable=broad-except
            failures.append(failure)

    threads = [threading.Thread(target=one, args=(point,)) for point in range(POINTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        print(*failures, sep="\n")
        sys.exit(1)


def prepare():
    os.environ["TEST_DRIVE_FOLDER"] = os.path.abspath("drives")
    os.environ["XDG_CACHE_HOME"] = os.path.abspath("cache")
    os.mkdir("used")
    with open("song.raw", "wb") as song:
        subprocess.run([COMPOSE, str(SAMPLES), "1"], stdout=song, check=True)
    subprocess.run(["gst-launch-1.0", "-q", "filesrc", "location=song.raw", "!", "rawaudioparse",
                    "!", "wavenc", "!", "filesink", "location=song.wav"], check=True)
    for point in range(POINTS):
        test_drive("create", f"sr{point}")
        # So slow, and with so small a buffer, that there is time to be killed in.
        test_drive("set", f"sr{point}", "speed", "8")
        test_drive("set", f"sr{point}", "buffer-kb", "64")


def run(main):
    """In a folder that goes when it ends."""
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            prepare()
            main()
        finally:
            os.chdir("/")
