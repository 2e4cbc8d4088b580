#!/usr/bin/env python3
"""Ten albums are mastered by examples/batch, killed in the middle of two of them, and mastered
again by two who do not know of each other: each album is made exactly once, and right.
Argument: slurm, on a Slurm of its own on this machine, or parallel."""
import contextlib
import glob
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile

ALBUMS = [f"{number:02} It's \"quoted\" & more" if number == 3 else f"{number:02}"
          for number in range(1, 11)]
STUCK = ["05", "08"]  # two workers are
MADE_BEFORE = [album for album in ALBUMS[:8] if album not in STUCK]
LEAD = bytes(150 * 2352)
SKIPPED = 77

SLURM_CONF = """
ClusterName=test
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={ports[0]}
SlurmdPort={ports[1]}
SlurmUser=root
SlurmdUser=root
AuthType=auth/none
CredType=cred/none
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
ReturnToService=2
KillWait=1
SchedulerType=sched/builtin
SchedulerParameters=sched_interval=1,sched_min_interval=0,batch_sched_delay=0
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
NodeName={host} NodeAddr=127.0.0.1 CPUs=2
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
"""


def free_ports(count):
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]


@contextlib.contextmanager
def slurm():
    """A cluster of this machine alone, with no word to any other."""
    folder = os.path.join(os.getcwd(), "slurm")
    for name in ("state", "spool"):
        os.makedirs(os.path.join(folder, name))
    os.environ["SLURM_CONF"] = os.path.join(folder, "slurm.conf")
    with open(os.environ["SLURM_CONF"], "w", encoding="utf-8") as file:
        file.write(SLURM_CONF.format(host=socket.gethostname().split(".")[0], folder=folder,
                                     ports=free_ports(2)))
    with open(os.path.join(folder, "cgroup.conf"), "w", encoding="utf-8") as file:
        file.write("CgroupPlugin=cgroup/v1\n")  # the other looks for a mounted one at once
    with open(os.path.join(folder, "said"), "w", encoding="utf-8") as said:
        daemons = [subprocess.Popen([name, "-D"], stdout=said, stderr=said)
                   for name in ("slurmctld", "slurmd")]
    try:
        while "idle" not in (state := output_of("sinfo", "--noheader", "--format=%t")):
            assert all(daemon.poll() is None for daemon in daemons), state
        yield
    finally:
        for daemon in reversed(daemons):
            daemon.terminate()
            daemon.wait()


def output_of(*words):
    return subprocess.run(words, capture_output=True, text=True, check=False).stdout


def make_track(album, number):
    """Four seconds and a bit, and no two tracks alike; their sound."""
    seed = 10 * int(album[:2]) + number
    sound = subprocess.run([os.environ["COMPOSE"], str(176400 + seed), str(seed)], check=True,
                           capture_output=True).stdout
    subprocess.run(["flac", "-s", "-f", "--force-raw-format", "--endian=little", "--sign=signed",
                    "--channels=2", "--bps=16", "--sample-rate=44100", f"--tag=ALBUM={album}",
                    "-o", f"music/{album}/{number:02} it's.flac", "-"], input=sound, check=True)
    return sound + bytes(-len(sound) % 2352)


def masters(by):
    """The command, begun in a session of its own."""
    return subprocess.Popen([os.environ["MASTER_ALBUMS"], "music", "out", f"--by={by}", "--jobs=2"],
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                            start_new_session=True)


def wait_until_half_of_it_is_done(command):
    """Six albums are made and two are being made; what was said until then."""
    due = {f"made {album}" for album in MADE_BEFORE} | {f"making {album}" for album in STUCK}
    said = []
    while due:
        line = command.stdout.readline()
        assert line, "".join(said)
        said.append(line)
        due.discard(line.rstrip("\n"))
    return said


def session_of(process):
    try:
        with open(f"/proc/{process}/stat", encoding="utf-8", errors="replace") as file:
            return int(file.read().rsplit(")", 1)[1].split()[3])
    except OSError:
        return None


def kill_all(command, by):
    """No warning to anybody."""
    if by == "slurm":
        subprocess.run(["scancel", "--state=PENDING", "--name=master-albums"], check=True)
    for process in filter(str.isdigit, os.listdir("/proc")):
        if session_of(process) == command.pid:
            os.kill(int(process), signal.SIGKILL)
    command.wait()
    if by == "slurm":
        subprocess.run(["scancel", "--full", "--signal=KILL", "--name=master-albums"], check=True)


def inodes():
    return {album: os.stat(f"out/{album}/recipe.txt").st_ino for album in ALBUMS
            if os.path.exists(f"out/{album}")}


def words_of_workers(said, by):
    if by == "parallel":
        return said
    return [line for name in glob.glob("out/.slurm/*") for line in open(name, encoding="utf-8")]


def check_album(album, sound):
    with open(f"out/{album}/album.ddp/IMAGE.DAT", "rb") as image:
        assert image.read() == LEAD + sound, f"{album}: the sound"
    report = json.load(open(f"out/{album}/report.json", encoding="utf-8"))
    assert report["outcome"]["result"] == "ok" and report["disc"]["title"] == album, report
    assert report["destination"]["name"] == os.path.abspath(f"out/{album}/album.ddp"), report
    assert os.path.getsize(f"out/{album}/report.html") > 10000
    assert sorted(os.listdir(f"out/{album}")) == [
        "album.ddp", "log.txt", "recipe.txt", "report.html", "report.json", "report.txt"]


def check_failures_are_named(by):
    os.mkdir("music/11")
    open("music/11/song.mp3", "w", encoding="utf-8").close()
    command = masters(by)
    said = command.communicate()[0]
    assert command.returncode == 1, said
    assert "11  " in said and "song.mp3 is neither" in said, said
    assert "10 of 11 albums are made, 1 failed." in said, said


def master_ten_albums(by):
    sounds = {}
    for album in ALBUMS:
        os.makedirs(f"music/{album}")
        sounds[album] = make_track(album, 1)
        if album in STUCK:
            os.mkfifo(f"music/{album}/02 it's.flac")
        else:
            sounds[album] += make_track(album, 2)
    command = masters(by)
    said = wait_until_half_of_it_is_done(command)
    kill_all(command, by)
    before = inodes()
    assert sorted(before) == MADE_BEFORE, before
    for album in STUCK:
        os.unlink(f"music/{album}/02 it's.flac")
        sounds[album] += make_track(album, 2)


    both = [masters(by), masters(by)]
    for command in both:
        ended = command.communicate()[0]
        assert command.returncode == 0 and "10 of 10 albums are made." in ended, ended
        said += ended.splitlines(keepends=True)


    words = words_of_workers(said, by)
    for album in ALBUMS:
        assert words.count(f"made {album}\n") == 1, (album, words)
        check_album(album, sounds[album])
    after = inodes()
    assert {album: after[album] for album in before} == before
    assert not os.listdir("out/.making") and not os.listdir("out/.older")
    check_failures_are_named(by)
    assert inodes() == after


def main():
    by = sys.argv[1]
    missing = [name for name in {"slurm": ("slurmctld", "slurmd", "sbatch"),
                                 "parallel": ("parallel",)}[by] if not shutil.which(name)]
    if missing or (by == "slurm" and os.getuid() != 0):
        print(f"Not installed: {missing}." if missing else "Only root runs a Slurm of its own.")
        return SKIPPED
    with slurm() if by == "slurm" else contextlib.nullcontext():
        master_ten_albums(by)
    return 0


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        os.chdir(folder)
        try:
            result = main()
        finally:
            os.chdir("/")
    sys.exit(result)
