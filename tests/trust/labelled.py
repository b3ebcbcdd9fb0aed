"""What the program makes of the figures of running text, on reports whose figures were labelled by hand.

tests/prose/reports/*.txt: whole reports, written and labelled by people who did not know what the reader understands. In the text
[[31件#a=requests.new_requests.total]] is the figure a, which must equal these cells (several with +); the label - means that no
table counts it, `part` that it is only a part of a cell, ? that a person cannot tell. Behind a line of hyphens the bonds:
  sum: a = b + c  (open: a > b + c)    share: p = part / whole    growth: g = now / base  (base - where it is not given)
  claim: words = cells                 true: id of a finding that is right
"""
import collections
import pathlib
import re
import tempfile
from dataclasses import dataclass, field

from score import LOUD, check

FOLDER = pathlib.Path(__file__).resolve().parents[1] / "prose" / "reports"
FIGURE = re.compile(r"\[\[(?P<text>[^\]#=]+)(?:#(?P<id>\w+))?=(?P<label>[^\]]+)\]\]")
MEASURES = ("right", "silent", "wrong", "alone", "touched", "told", "hinted", "untold", "claims told", "claims untold", "false",
            "false on change", "quiet on change")


@dataclass
class Figure:
    begin: int
    end: int
    label: str
    bound: bool = False   # a share or a growth: its change is an error
    summed: bool = False  # of a closed sum: a notice is enough
    tied: bool = False    # what a share or a growth follows from: it may be told

    @property
    def cells(self):
        return {cell.strip() for cell in self.label.split("+")} if "." in self.label else set()


@dataclass
class Labelled:
    name: str
    text: str
    figures: list
    claims: list = field(default_factory=list)  # (words, cells)
    true: set = field(default_factory=set)

    @property
    def today(self):
        year = re.search(r"(20\d\d)\s*年", self.text).group(1)
        return f"{int(year) + 1}-01-20"


def bonds(report, known, lines):
    for line in filter(None, map(str.strip, lines)):
        kind, rest = re.fullmatch(r"(sum|share|growth|claim|true):\s*(.+)", line).groups()
        if kind == "true":
            report.true.add(rest.split()[0])
        elif kind == "claim":
            words, cells = rest.rsplit(" = ", 1)
            report.claims.append((words, cells.split("+")))
        elif kind == "sum":
            names = re.findall(r"\w+", rest)
            for name in names if ">" not in rest else ():
                known[name].summed = True
        else:
            stated, first, second = re.fullmatch(r"(\w+) = (\w+) / (\w+|-)", rest).groups()
            known[stated].bound = first != second and second != "-"
            for name in {first, second} - {"-"}:
                known[name].tied = True


def parse(path):
    """Labels taken out of a report's text."""
    marked, _, tail = path.read_text(encoding="utf-8").partition("\n-----")
    text, figures, known, at = "", [], {}, 0
    for match in FIGURE.finditer(marked):
        text += marked[at:match.start()]
        figures.append(Figure(len(text), len(text) + len(match["text"]), match["label"].strip()))
        if match["id"]:
            known[match["id"]] = figures[-1]
        text += match["text"]
        at = match.end()
    report = Labelled(path.stem, text + marked[at:] + "\n", figures)
    bonds(report, known, tail.lstrip("-").splitlines())
    return report


def other_number(figure):
    """The figure with another number of the same length; nothing where none is certain to be another."""
    match = re.search(r"\d+(\.\d+)?", figure)
    if not match or re.search("[万亿余多]", figure):
        return None
    whole, dot, part = match.group().partition(".")
    number = int(whole)
    if re.search("[%％]", figure):
        number += -7 if number > 8 else 7
    else:
        number += 3 if number < 6 else 7 if number % 10 < 3 else -2
    return figure[:match.start()] + f"{number}{dot}{part}" + figure[match.end():]


def with_requests(text, cells):
    """The report with 3 where a claim says that there is nothing; its tables must be all zero."""
    def put(label, columns):
        nonlocal text
        row = re.search(rf"(?m)^([^\n]*{re.escape(label)}[^\n\d]*?)((?:\t0){{7}})$", text)
        if row:
            values = ["3" if at in columns else "0" for at in range(7)]
            text = text[:row.start(2)] + "\t" + "\t".join(values) + text[row.end(2):]
        return row

    table, row = cells[0].split(".")[:2]
    if table == "requests":
        first = "二、上年结转政府信息公开申请数量" if row == "carried_over" else "一、本年新收政府信息公开申请数量"
        rest = ["四、结转下年度继续办理"] if row == "carried_forward" else ["（一）予以公开", "（七）总计"]
        return text if all(put(label, (0, 6)) for label in [first, *rest]) else None
    at = {"review": 0, "direct_suits": 5, "suits_after_review": 10}.get(row)
    values = "\t".join("3" if at is not None and i in (at, at + 4) else "0" for i in range(15))
    changed = re.sub(r"(?m)^0(\t0){14}$", values, text)
    return changed if at is not None and changed != text else None


class Places:
    """From places in a file's text to the ranges of its result, which count UTF-16; white space does not matter."""

    def __init__(self, text, result):
        shown = result.get("text") or ""
        self.given = [at for at, c in enumerate(text) if not c.isspace()]
        self.shown, units = [], 0
        for c in shown:
            if not c.isspace():
                self.shown.append(units)
            units += 1 + (ord(c) > 0xFFFF)
        same = "".join(shown.split()) == "".join(text.split())
        self.index = {at: n for n, at in enumerate(self.given)} if same else {}

    def range(self, begin, end):
        if begin not in self.index:
            return None
        return self.shown[self.index[begin]], self.shown[self.index[end - 1]] + 1


def standing_on(findings, span):
    return [f for f in findings if span and any(p["range"][0] < span[1] and span[0] < p["range"][1] for p in f.get("places", []))]


def loud(result):
    return [f for f in result["findings"] if f["severity"] in LOUD]


def held_against(result, span):
    cells = set()
    for figure in result["ledger"]["figures"]:
        if figure["range"][0] < span[1] and span[0] < figure["range"][1] and figure["class"] in ("matches", "contradicts"):
            cells |= set(figure.get("cells", []))
    return cells


class Measure:
    def __init__(self):
        self.reports, self.counts, self.misses = 0, collections.Counter(), []
        self.shown_right, self.shown_wrong = collections.Counter(), collections.Counter()  # of each frame of the grammar

    def count(self, kind, report, words, detail=""):
        self.counts[kind] += 1
        if kind in ("silent", "wrong", "touched", "hinted", "untold", "claims untold", "false", "false on change", "lost"):
            self.misses.append((kind, report.name, f"{words} {detail}".strip()))

    def unchanged(self, report, result):
        self.reports += 1
        for finding in loud(result):
            if finding["rule"] not in report.true:
                self.count("false", report, finding["rule"], finding["message"])
        places = Places(report.text, result)
        for figure in report.figures:
            words, span = report.text[figure.begin - 12:figure.end], places.range(figure.begin, figure.end)
            if figure.label == "?":
                continue
            if span is None:
                self.count("lost", report, words)
                continue
            against = held_against(result, span)
            if figure.cells:
                kind = "right" if against == figure.cells else "wrong" if against else "silent"
            else:
                kind = "touched" if against else "alone"
            self.count(kind, report, words, " ".join(sorted(against)[:2]))
            self.hold_frames(figure, result, span)

    def hold_frames(self, figure, result, span):
        """A frame is shown right by what it holds against the right cells, wrong by a contradiction in a report without one."""
        for read in result["ledger"]["figures"]:
            if "frame" in read and read["range"][0] < span[1] and span[0] < read["range"][1]:
                self.shown_right[read["frame"]] += bool(figure.cells) and read["class"] == "matches"
                self.shown_wrong[read["frame"]] += read["class"] == "contradicts"

    def changed(self, report, before, figure, text, end, result):
        span = Places(text, result).range(figure.begin, end)
        words = text[figure.begin - 12:end]
        hits, hints = standing_on(loud(result), span), standing_on(result["findings"], span)
        if not figure.cells:  # an amount that no fee can have is wrong whatever it was
            hits = [hit for hit in hits if not hit["rule"].startswith("fees/")]
        if figure.cells or figure.bound or figure.summed:
            enough = hits or (hints and not figure.cells and not figure.bound)
            self.count("told" if enough else "hinted" if hints else "untold", report, words)
        elif hits and not figure.tied and not standing_on(loud(before), Places(report.text, before).range(figure.begin, figure.end)):
            self.count("false on change", report, words, hits[0]["rule"])
        else:
            self.count("quiet on change", report, words)


def variants(report):
    """(what is changed, the text, where the changed figure ends)"""
    for figure in report.figures:
        new = other_number(report.text[figure.begin:figure.end])
        if new is not None and figure.label != "?":
            yield figure, report.text[:figure.begin] + new + report.text[figure.end:], figure.begin + len(new)
    for words, cells in report.claims:
        text = with_requests(report.text, cells)
        if text is not None:
            yield words, text, 0


def results_of(program, texts, today):
    with tempfile.TemporaryDirectory() as place:
        names = [f"{n:05}.txt" for n in range(len(texts))]
        for name, text in zip(names, texts):
            (pathlib.Path(place) / name).write_text(text, encoding="utf-8", newline="")
        results = check(program, place, names, ("--ledger", "--today", today))
        return [results[name] for name in names]


def measure(program, folder=FOLDER):
    out = Measure()
    for path in sorted(folder.glob("*.txt")):
        report = parse(path)
        made = list(variants(report))
        base, *results = results_of(program, [report.text, *(text for _, text, _ in made)], report.today)
        out.unchanged(report, base)
        for (what, text, end), result in zip(made, results):
            if isinstance(what, Figure):
                out.changed(report, base, what, text, end, result)
                continue
            at = text.find(what)
            span = Places(text, result).range(at, at + len(what)) if at >= 0 else None
            told = standing_on(loud(result), span)
            out.count("claims told" if told else "claims untold", report, what)
    return out
