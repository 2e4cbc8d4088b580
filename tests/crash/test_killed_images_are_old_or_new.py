#!/usr/bin/env python3
"""What makes a disc image is killed at every call by which it changes files, once the audio is
staged. Afterwards the older image is there whole or the newer one is, never a mix; the next run
makes the newer one and leaves nothing behind; and a stash is never blocked for good.

Without options a spread of the kills, as meson runs it. --whole: all of them, of writes the first
half too, some with no look before the next run, some with the next run killed as well. --kills
NUMBER: about so many. --case and --lacks take only those; --list lists the calls. Prints each fault
with the number of its call, and a table. What is no fault but worth a look is counted in it:
`refused`, a run that says that the audio of the stash is part of the image, which is there; and
`strays`, where a new image has a BIN or a .cdt but no sheet yet; and `away`, a report that a record
says is being changed, or a folder that has no name for a moment where two names can not be
exchanged: the next run has to bring it."""
import argparse
import collections
import concurrent.futures
import itertools
import json
import os
import re
import shutil
import sys
import tempfile

from finished import (Album, Ended, SEVERAL, content, ddp_differs, differs, exported, files_in,
                      padded, player_line, prepare_programs, tagged_sound, titles_of)

LACKS = ["", "exchange", "links", "unnamed", "exchange,links,unnamed"]
NAMING = ("link", "rename", "unlink", "rmdir", "mkdir", "remove", "symlink")
# Ways that are of the driver rather than of the library.
UNSEEN = "unseen, before"  # nobody reads what is there before the next run
TWICE = "twice, before"  # the next run is killed, too
HOW = {UNSEEN: "before", TWICE: "before"}
FAULTS = ["mixed", "gone", "next run", "leftovers", "stash"]
VARIES = [
    (r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", "NOW"),
    (r"\d\d:\d\d:\d\dZ", "NOW"),
]


class Place:
    """The folder of one run, with a cache folder of its own; what reports say of it is masked."""

    def __init__(self, root, name):
        self.folder = os.path.join(root, name)
        self.work = os.path.join(self.folder, "disc")
        self.cache = os.path.join(self.folder, "cache")
        self.log = os.path.join(self.folder, "calls")
        self.scratch = os.path.join(self.folder, "read")
        os.makedirs(self.work)
        os.makedirs(self.cache)

    def take_older(self, other):
        shutil.rmtree(self.work)
        shutil.copytree(other.work, self.work, symlinks=True)

    def run(self, command, **variables):
        return Ended(command, self.work, XDG_CACHE_HOME=self.cache, TMPDIR=self.cache, **variables)

    def read(self, name, lacks):
        """A sheet, as redbook-burner reads it; None where there is none."""
        if not os.path.lexists(os.path.join(self.work, name)) and not self.is_changing(name):
            return None
        read = exported(os.path.join(self.work, name), self.scratch, XDG_CACHE_HOME=self.cache,
                        TMPDIR=self.cache, **lacking(lacks))
        return read if os.path.lexists(os.path.join(self.work, name)) else None

    def is_changing(self, name):
        """A record says so: the next run, or a reader of redbooksink, finishes it."""
        return os.path.lexists(os.path.join(self.work, f".{name}.changes"))

    def masked(self, text):
        root = re.escape(os.path.dirname(self.folder))
        text = re.sub(root + "/[^/]+/", "/PLACE/", text.decode(errors="replace"))
        for pattern, word in VARIES:
            text = re.sub(pattern, word, text)
        return text

    def names(self):
        return sorted(files_in(self.work)), sorted(files_in(self.cache))

    def calls(self):
        try:
            with open(self.log, encoding="utf-8", errors="replace") as log:
                return [line.rstrip("\n").replace(self.folder, "") for line in log]
        except FileNotFoundError:
            return []

    def remove(self):
        shutil.rmtree(self.folder, ignore_errors=True)


def lacking(lacks):
    if not lacks:
        return {}
    return {"LD_PRELOAD": os.environ["LAST_CALL_LIBRARY"], "LACKS": lacks}


def as_text(packs):
    """What the packs of CD-TEXT say, without what each begins and ends with."""
    return b"".join(packs[at + 4:at + 16] for at in range(0, len(packs), 18))


class Case:
    """One thing to make, and how it is read."""
    program = "gst-launch-1.0"

    def __init__(self, name, albums):
        self.name = name
        self.albums = albums

    def command(self, album):
        raise NotImplementedError

    def counting_begins(self, album):
        return "read:" + album.files[-1]

    def is_killed(self, ended):
        return ended.code == -9

    def read(self, place, lacks):
        """What is there under the name: None for nothing, else what can be compared."""
        raise NotImplementedError

    def check_golden(self, read, album):
        """Of a run that nothing disturbed: that read() sees what it is to see."""
        raise NotImplementedError

    def variables(self, album, last, how, lacks, log):
        """What has the program killed."""
        return {"LD_PRELOAD": os.environ["LAST_CALL_LIBRARY"], "LACKS": lacks,
                "LAST_CALL_PROGRAM": self.program, "LAST_CALL": str(last),
                "LAST_CALL_HOW": HOW.get(how, how),
                "LAST_CALL_AFTER": self.counting_begins(album), "LAST_CALL_LOG": log}

    def after_kill(self, kill, place, golden):
        """The faults of what else is there."""
        return []

    def may_be_away(self, kill, place):
        """A folder that is being replaced where two names can not be exchanged: it has none for a
        moment, and the next run gives it one."""
        return False

    def next_run(self, kill, place, golden):
        """The same again without a kill: the faults that it shows."""
        ended = place.run(self.command(self.albums.newer), **lacking(kill.lacks))
        if ended.code != 0:
            return [("next run", f"ends with {ended.code}: {ended.last_words}")]
        faults = []
        if self.read(place, kill.lacks) != golden.newer:
            faults.append(("next run", "it does not make the newer disc"))
        return faults + leftovers(place, golden)


def seen_in(folder):
    """What is not hidden; that has to be gone after the next run only."""
    return {name: file for name, file in files_in(folder).items() if "/." not in "/" + name}


def leftovers(place, golden):
    """What a run never disturbed does not leave. The folder of a stash stays, empty, where a run
    has found it there: it may be the user's."""
    work, cache = place.names()
    expected_work, expected_cache = golden.names
    faults = []
    if extra := [*(set(work) - set(expected_work) - {"stash/"}),
                 *(set(cache) - set(expected_cache))]:
        faults.append(("leftovers", " ".join(sorted(extra))))
    if missing := [*(set(expected_work) - set(work)), *(set(expected_cache) - set(cache))]:
        faults.append(("next run", "it does not make " + " ".join(sorted(missing))))
    return faults


class Sheet(Case):
    """A sheet with a BIN and, of a cue sheet, CD-TEXT beside it."""

    def __init__(self, kind, albums):
        super().__init__(kind, albums)
        self.file = f"album.{kind}"

    def command(self, album):
        return player_line(album, f"location={self.file}")

    def read(self, place, lacks):
        return place.read(self.file, lacks)

    def check_golden(self, read, album):
        fault = differs(read, album.tracks, album.titles)
        assert not fault, fault
        assert f'"{album.title}"'.encode() in read["disc.cue"]
        assert album.artist.encode() in as_text(read["disc.cdt"])


class Ddp(Case):
    def may_be_away(self, kill, place):
        return "exchange" in kill.lacks and place.is_changing("album.ddp")

    def command(self, album):
        return player_line(album, "location=album.ddp")

    def read(self, place, lacks):
        folder = os.path.join(place.work, "album.ddp")
        return seen_in(folder) if os.path.lexists(folder) else None

    def check_golden(self, read, album):
        fault = ddp_differs(read, album.tracks)
        assert not fault, fault
        assert album.artist.encode() in as_text(read["CDTEXT.BIN"])


class Report(Sheet):
    """Three files, which are of one burn."""
    REPORTS = ("report.json", "report.txt", "report.html")

    def __init__(self, albums):
        super().__init__("cue", albums)
        self.name = "report"

    def command(self, album):
        return player_line(album, f"location={self.file}", "report-location=report.html")

    def reports(self, place):
        names = [os.path.join(place.work, name) for name in self.REPORTS]
        return [place.masked(content(name)) if os.path.exists(name) else None for name in names]

    def after_kill(self, kill, place, golden):
        reports = self.reports(place)
        if place.is_changing("report.json"):
            kill.notes.append("away")
            return []
        allowed = [golden.reports_of_newer]
        allowed.append(golden.reports_of_older if kill.over_older else [None] * 3)
        if reports in allowed:
            return []
        which = ["older" if report == older else "newer" if report == newer else
                 "none" if report is None else "neither"
                 for report, older, newer in zip(reports, golden.reports_of_older,
                                                 golden.reports_of_newer)]
        return [("mixed", "reports: " + ", ".join(map(" ".join, zip(self.REPORTS, which))))]

    def next_run(self, kill, place, golden):
        faults = super().next_run(kill, place, golden)
        if not faults and self.reports(place) != golden.reports_of_newer:
            faults.append(("next run", "it does not make the newer reports"))
        return faults


class Stash(Sheet):
    """An image by way of a stash that outlives crashes."""

    def __init__(self, albums):
        super().__init__("cue", albums)
        self.name = "stash"

    def command(self, album):
        return player_line(album, f"location={self.file}", "stash-location=stash")

    def next_run(self, kill, place, golden):
        finished = kill.read == golden.newer
        faults = [] if finished else self.export(kill, place)
        return faults + self.go_on(kill, place, golden, finished)

    def go_on(self, kill, place, golden, finished):
        ended = place.run(self.command(self.albums.newer), **lacking(kill.lacks))
        if finished and ended.code != 0 and "part of a disc image" in ended.said:
            return self.refused(kill, place, golden)
        if ended.code != 0:
            return [("stash", f"the next run ends with {ended.code}: {ended.last_words}")]
        read = self.read(place, kill.lacks)
        if finished and read == golden.newer:
            return leftovers(place, golden)
        faults = [] if self.goes_on(kill, read) else [
            ("stash", "the next run does not go on: " + (read if isinstance(read, str) else
                                                         str(titles_of(read["disc.cue"]))))]
        return faults + leftovers(place, golden)

    def kept(self, kill):
        """What tracks the stash may have: all, once something outside it was touched; before, the
        last one may be missing, or cut off."""
        tracks, titles = self.albums.newer.tracks, self.albums.newer.titles
        yield tracks, titles
        if kill.is_outside_stash:
            return
        yield tracks[:-1], titles[:-1]

    def goes_on(self, kill, read):
        newer = self.albums.newer
        if any(not differs(read, tracks + newer.tracks, titles + newer.titles)
               for tracks, titles in self.kept(kill)):
            return True
        return not kill.is_outside_stash and self.is_cut_off(read, newer.tracks, newer.titles)

    def is_cut_off(self, read, behind, titles):
        """The last track of the stash ends early, padded to a block; then comes `behind`."""
        newer = self.albums.newer
        if isinstance(read, str):
            return False
        audio, before = read["disc.bin"], b"".join(newer.tracks[:-1])
        length = len(audio) - len(before) - sum(map(len, behind))
        if length <= 0:
            return False
        cut = audio[len(before):len(before) + length].rstrip(b"\0")
        return newer.tracks[-1].startswith(cut) and not differs(
            read, [*newer.tracks[:-1], padded(cut) + bytes(length - len(padded(cut))), *behind],
            newer.titles + titles)

    def export(self, kill, place):
        """The image was not finished: the stash makes it."""
        stash = os.path.join(place.work, "stash")
        if not os.path.exists(stash):
            return [("stash", "there is neither the image nor the stash")]
        options = {"XDG_CACHE_HOME": place.cache, "TMPDIR": place.cache, **lacking(kill.lacks)}
        read = exported(stash, place.scratch, **options)
        if isinstance(read, str) and not kill.is_outside_stash:
            place.run(["redbook-burner", "--stash-repair", stash], **lacking(kill.lacks))
            read = exported(stash, place.scratch, **options)
        if any(not differs(read, tracks, titles) for tracks, titles in self.kept(kill)):
            return []
        if not kill.is_outside_stash and self.is_cut_off(read, [], []):
            return []
        return [("stash", "--export: " +
                 (differs(read, self.albums.newer.tracks, self.albums.newer.titles) or ""))]

    def refused(self, kill, place, golden):
        """Since the image is there; it stays as it is."""
        if self.read(place, kill.lacks) != golden.newer:
            return [("stash", "the refused run has changed the image")]
        kill.notes.append("refused")
        expected = golden.names[0]
        extra = [name for name in place.names()[0]
                 if name not in expected and not name.startswith("stash/")]
        return [("leftovers", " ".join(extra))] if extra else []


class Master(Case):
    """examples' master_album: a folder with a DDP set and its report."""
    program = "python3"

    def may_be_away(self, kill, place):
        return "exchange" in kill.lacks

    def command(self, album):
        return [os.environ["MASTER_ALBUM"], os.path.join(self.albums.folder, album.name, "Album"),
                "out"]

    def counting_begins(self, album):
        return "child"

    def read(self, place, lacks):
        folder = os.path.join(place.work, "out/Album")
        if not os.path.lexists(folder):
            return None
        read = seen_in(folder)
        for name in ("report.json", "report.txt", "report.html"):
            if name in read:
                read[name] = place.masked(read[name])
        if "log.txt" in read:
            read["log.txt"] = bool(read["log.txt"])
        return read

    def check_golden(self, read, album):
        ddp = {name.split("/")[1]: file for name, file in read.items()
               if name.startswith("album.ddp/")}
        del ddp[""]
        fault = ddp_differs(ddp, album.tracks)
        assert not fault, fault
        assert json.loads(read["report.json"])["disc"]["title"] == album.title


class MasterPlayer(Master):
    """The same, but the player below it is killed."""
    program = "gst-launch-1.0"

    def counting_begins(self, album):
        return "read:" + os.path.join(self.albums.folder, album.name, "Album",
                                      f"{len(album.files):02}.flac")

    def is_killed(self, ended):
        return ended.code == 1

    def after_kill(self, kill, place, golden):
        if kill.read == golden.newer:
            return []
        told = os.path.exists(os.path.join(place.work, "out/.failed/Album.log"))
        return [] if told else [("next run", "no log of the failure")]


class Export(Sheet):
    """An image that redbook-burner makes of another one."""
    program = "redbook-burner"

    def __init__(self, albums):
        super().__init__("cue", albums)
        self.name = "export"

    def command(self, album):
        return ["redbook-burner", "--export",
                os.path.join(self.albums.folder, f"{album.name}.cue"), self.file]

    def counting_begins(self, album):
        return "start"


class Albums:
    """The two, as files of all the kinds that are needed."""

    def __init__(self, folder):
        self.folder = folder
        self.older = Album("older", 2, folder)
        self.newer = Album("newer", 3, folder)

    def make_music_files(self):
        """As master_album wants them."""
        for album in (self.older, self.newer):
            folder = os.path.join(self.folder, album.name, "Album")
            os.makedirs(folder)
            for number in range(len(album.files)):
                ended = Ended(["gst-launch-1.0", "-q", *tagged_sound(album, number), "flacenc", "!",
                               "filesink", f"location={folder}/{number + 1:02}.flac"], folder)
                assert ended.code == 0, ended.said
            ended = Ended(player_line(album, f"location={album.name}.cue"), self.folder)
            assert ended.code == 0, ended.said


def all_cases(albums):
    return [Sheet("cue", albums), Sheet("toc", albums), Ddp("ddp", albums), Report(albums),
            Stash(albums), Export(albums), Master("master", albums),
            MasterPlayer("master-player", albums)]


class Golden:
    """What runs make that nothing disturbs."""

    def __init__(self, case, root):
        older, newer, over = (Place(root, f"golden-{case.name}-{name}")
                              for name in ("older", "newer", "over"))
        self.older_place = older
        self.older = self.make(case, older, case.albums.older)
        self.newer = self.make(case, newer, case.albums.newer)
        over.take_older(older)
        again = self.make(case, over, case.albums.newer)
        assert again == self.newer, "two runs do not make the same"
        assert self.older != self.newer
        self.names = newer.names()
        assert self.names == over.names(), (newer.names(), over.names())
        if isinstance(case, Report):
            self.reports_of_older = case.reports(older)
            self.reports_of_newer = case.reports(newer)
            assert case.reports(over) == self.reports_of_newer, "two reports are not the same"
            assert case.albums.newer.title in self.reports_of_newer[0]

    @staticmethod
    def make(case, place, album):
        ended = place.run(case.command(album))
        assert ended.code == 0, ended.said
        read = case.read(place, "")
        case.check_golden(read, album)
        return read


class Kill:
    """One kill, and what came of it."""
    count = 0

    def __init__(self, case, over_older, lacks, number, how, call):
        self.case = case
        self.over_older = over_older
        self.lacks = lacks
        self.number = number
        self.how = how
        self.call = call
        self.read = None
        self.is_outside_stash = False
        self.notes = []
        self.faults = []

    @property
    def setting(self):
        return (self.case.name, "over older" if self.over_older else "new name",
                self.lacks or "nothing")

    def __str__(self):
        name, over, lacks = self.setting
        return f"{name}, {over}, lacks {lacks}: {self.how} call {self.call}"


def place_for(root, golden, over_older, name):
    place = Place(root, name)
    if over_older:
        place.take_older(golden.older_place)
    return place


def count_calls(root, case, golden, over_older, lacks):
    """The calls of a run that is not killed; what is wrong with that, as of a kill before none."""
    run = Kill(case, over_older, lacks, 0, "without a kill, of", "none")
    place = place_for(root, golden, over_older,
                      f"count-{case.name}-{over_older}-{lacks or 'nothing'}")
    album = case.albums.newer
    ended = place.run(case.command(album), **case.variables(album, 0, "", lacks, place.log))
    if ended.code != 0 or case.read(place, lacks) != golden.newer:
        run.faults.append(("next run", f"ends with {ended.code}: {ended.last_words}"))
    else:
        run.faults += leftovers(place, golden)
    calls = place.calls()
    place.remove()
    return calls, run


def perform(kill, root, golden):
    Kill.count += 1
    place = place_for(root, golden, kill.over_older, f"kill-{Kill.count}-{kill.case.name}")
    album = kill.case.albums.newer
    try:
        ended = place.run(kill.case.command(album), **kill.case.variables(
            album, kill.number, kill.how, kill.lacks, place.log))
        made = place.calls()
        if len(made) < kill.number or not kill.case.is_killed(ended):
            kill.faults = None  # its calls are not always the same
            return kill
        kill.call = made[kill.number - 1]
        kill.is_outside_stash = any("/disc/stash" not in call for call in made)
        if kill.how == TWICE:
            again = kill.case.variables(album, 1 + 7 * kill.number % 50, "before", kill.lacks, "")
            place.run(kill.case.command(album), **{**again, "LAST_CALL_AFTER": "start"})
        judge(kill, place, golden)
    finally:
        place.remove()
    kill.read = None  # a few megabytes, of each
    return kill


def judge(kill, place, golden):
    if kill.how != UNSEEN:
        look(kill, place, golden)
    kill.faults += kill.case.next_run(kill, place, golden)


def look(kill, place, golden):
    kill.read = kill.case.read(place, kill.lacks)
    allowed = [golden.newer, golden.older if kill.over_older else None]
    if kill.read not in allowed:
        if kill.read is None and kill.case.may_be_away(kill, place):
            kill.notes.append("away")
        elif kill.read is None:
            kill.faults.append(("gone", "neither the older nor the newer is there"))
        else:
            kill.faults.append(("mixed", kill.read if isinstance(kill.read, str) else
                                what_is_mixed(kill.read, golden)))
    kill.faults += kill.case.after_kill(kill, place, golden)
    if kill.read is None and any(os.path.splitext(name)[1] in (".bin", ".cdt")
                                 for name in os.listdir(place.work) if name[0] != "."):
        kill.notes.append("strays")


def what_is_mixed(read, golden):
    """File by file."""
    which = []
    for name in sorted({*read, *golden.newer}):
        file = read.get(name)
        if golden.newer.get(name) == golden.older.get(name) == file:
            continue
        which.append(f"{name} " + ("newer" if file == golden.newer.get(name) else "older"
                                   if file == golden.older.get(name) else "neither"))
    return ", ".join(which)


def spread(items, number):
    """That many of them, from end to end."""
    if number >= len(items):
        return list(items)
    return [items[(2 * i + 1) * len(items) // (2 * number)] for i in range(number)]


def kills_of(case, over_older, lacks, calls, share):
    """Of the calls of a run: all (share None), or a share of them, those first that change
    names."""
    numbered = list(enumerate(calls, 1))
    kills = [Kill(case, over_older, lacks, number, how, call) for number, call in numbered
             for how in ("before", "after")]
    kills += [Kill(case, over_older, lacks, number, "half", call) for number, call in numbered
              if "write" in call.split()[1]]
    if case.name != "stash":  # whose next run makes a disc of more tracks
        kills += [Kill(case, over_older, lacks, number, how, call) for number, call in numbered
                  for how in (UNSEEN, TWICE) if call.split()[1].startswith(NAMING)]
    if share is None:
        return kills
    naming = [kill for kill in kills if kill.how == "before" and
              kill.call.split()[1].startswith(NAMING)]
    wanted = (share * 2 + 2) // 3
    chosen = spread(naming, wanted)
    rest = [kill for kill in kills if kill not in chosen]
    return chosen + spread(rest, share - len(chosen))


def print_table(kills):
    rows = collections.defaultdict(collections.Counter)
    for kill in kills:
        rows[kill.setting]  # pylint: disable=pointless-statement
    for kill in kills:
        for setting in (kill.setting, ("all", "", "")):
            if kill.faults is None:
                rows[setting]["not reached"] += 1
                continue
            rows[setting]["kills"] += kill.number > 0
            for fault in {fault for fault, _ in kill.faults}.union(kill.notes):
                rows[setting][fault] += 1
    columns = ["kills", "not reached", "refused", "strays", "away", *FAULTS]
    print(f"\n{'what':14}{'where':12}{'lacks':24}" + "".join(f"{name:>12}" for name in columns))
    for (name, over, lacks), row in rows.items():
        print(f"{name:14}{over:12}{lacks:24}" + "".join(f"{row[column]:12}" for column in columns))


def settings_of(options):
    if options.quick:
        return [(True, ""), (False, ""), (True, LACKS[-1])]
    return [(over_older, lacks) for over_older in (True, False) for lacks in LACKS]


def make_kills(options, root):
    albums = Albums(root)
    albums.make_music_files()
    cases = [case for case in all_cases(albums) if not options.case or case.name in options.case]
    settings = [(over_older, lacks) for over_older, lacks in settings_of(options)
                if not options.lacks or (lacks or "nothing") in options.lacks]
    with concurrent.futures.ThreadPoolExecutor(SEVERAL) as pool:
        goldens = dict(zip(cases, pool.map(lambda case: Golden(case, root), cases)))
        runs = [(case, *setting) for case in cases for setting in settings]
        counted = list(pool.map(
            lambda run: count_calls(root, run[0], goldens[run[0]], *run[1:]), runs))
        if options.list:
            for run, (calls, _) in zip(runs, counted):
                print(run[0].name, *run[1:], *calls, sep="\n  ")
            return []
        share = None if options.whole else max(1, options.kills // len(runs))
        kills = [kill for run, (calls, _) in zip(runs, counted)
                 for kill in kills_of(*run, calls, share)]
        made = pool.map(lambda kill: perform(kill, root, goldens[kill.case]), kills)
        return [told(kill) for kill in itertools.chain((run for _, run in counted), made)]


def told(kill):
    for fault, words in kill.faults or []:
        print(f"{kill}\n    {fault}: {words}", flush=True)
    return kill


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--whole", action="store_true")
    parser.add_argument("--kills", type=int)
    parser.add_argument("--case", action="append")
    parser.add_argument("--lacks", action="append")
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    options.quick = not (options.whole or options.kills or options.list)
    options.kills = options.kills or 72
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as root:
        root = os.path.realpath(root)
        prepare_programs(root)
        kills = make_kills(options, root)
    if options.list:
        return 0
    print_table(kills)
    return 1 if any(kill.faults for kill in kills) else 0


if __name__ == "__main__":
    sys.exit(main())
