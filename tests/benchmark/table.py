"""The table that `run` prints, and the same as JSON."""
import dataclasses
import json
import os
import time


@dataclasses.dataclass
class Row:
    """One figure beside what it is compared with."""
    case: str
    unit: str
    ours: float
    other: float | None = None
    ratio: float | None = None
    goal: float | None = None
    judged: str = "ratio"      # what the goal is for: ratio, ours, or difference
    at_least: bool = False     # the goal; else it is at most that

    @property
    def value(self):
        if self.judged == "difference":
            return self.ours - self.other
        return getattr(self, self.judged)

    @property
    def met(self):
        if self.goal is None:
            return None
        return self.value >= self.goal if self.at_least else self.value <= self.goal

    def goal_text(self):
        if self.goal is None:
            return ""
        sign = {"ratio": " x", "ours": "", "difference": " more"}[self.judged]
        return f"{'>=' if self.at_least else '<='} {self.goal:g}{sign}"


def number(value):
    if value is None:
        return ""
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3f}"


def print_head():
    print(f"{'case':<68}{'unit':<13}{'ours':>12}{'other':>12}{'ratio':>8}  {'goal':<14}")


def print_row(row):
    ratio = "" if row.ratio is None else f"{row.ratio:.3f}"
    verdict = {None: "", True: "met", False: "MISSED"}[row.met]
    print(f"{row.case:<68}{row.unit:<13}{number(row.ours):>12}{number(row.other):>12}{ratio:>8}  "
          f"{row.goal_text():<14}{verdict}".rstrip(), flush=True)


def write_json(path, rows, settings):
    cases = [dataclasses.asdict(row) | {"met": row.met} for row in rows]
    with open(path, "w", encoding="utf-8") as out:
        json.dump({"when": time.strftime("%FT%TZ", time.gmtime()), "load": os.getloadavg(),
                   "cores": os.cpu_count(), "settings": settings, "cases": cases}, out, indent=2)
        out.write("\n")
