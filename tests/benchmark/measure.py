"""What the benchmarks share: programs run and measured, and words about them."""
import os
import statistics
import subprocess
import time

TOP = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))


def install(*packages):
    subprocess.run([os.path.join(TOP, ".ci", "packages"), *packages], check=True)


def build_folder(given):
    """The build that was named, or the usual one; its plugin is the one that is loaded."""
    build = os.path.realpath(given or os.path.join(TOP, "build"))
    os.environ["GST_PLUGIN_PATH_1_0"] = os.path.join(build, "gst")
    os.environ["LC_ALL"] = "C"
    return build


def median(values):
    return statistics.median(values)


def run(command, **options):
    """Runs a program that has to succeed; what it wrote."""
    ended = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                           check=False, **options)
    if ended.returncode != 0:
        raise RuntimeError(f"{command} failed:\n{ended.stdout}{ended.stderr}")
    return ended.stdout


def cost(command):
    """Seconds, processor seconds and peak KiB of a program and those it waits for."""
    begin = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as program:
        _, status, usage = os.wait4(program.pid, 0)
        program.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - begin
    if program.returncode != 0:
        raise RuntimeError(f"{command} failed: {program.returncode}")
    return {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "peak": usage.ru_maxrss}
