"""Writes reports with known truth: python3 tests/trust/generate.py --count N --seed S --out DIR [--clean] [--formats html,docx,txt]

Each document DIR/NAME.ext has a line in DIR/truth.jsonl: name, previous (the file of the year before, or null), parent (the report that adds
this one up, or null), format, layout, form, year, agency, title, cells, sections, faults, decoys, allowed. The same seed gives the same bytes.
--clean leaves faults and odd writing of cells out; --together gives bodies two years each and governments that add up their bodies.
"""
import argparse
import json
import pathlib
import random

import figures
import forms
import names
import styles
from formats import docx, fodt, html, mht, odt, pdf, rtf, text
from faults.base import Fault
from drafts import EDITS, TOLD, Drafts
from faults.decoys import DECOYS
from faults import history

FORMATS = {"txt": text, "html": html, "mht": mht, "docx": docx, "odt": odt, "fodt": fodt, "rtf": rtf, "pdf": pdf}


class Writer:
    def __init__(self, folder, formats):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.layouts = [(name, layout) for name in formats for layout in FORMATS[name].LAYOUTS]
        self.lines, self.round, self.count, self.made = [], [], 0, 0

    def write(self, report, rng, **more):
        if not self.round:  # all layouts in turn, in another order each time
            self.round = rng.sample(self.layouts, len(self.layouts))
        fitting = report.extras.get("formats")
        if fitting:
            format_name, layout = rng.choice([both for both in self.layouts if both[0] in fitting] or self.layouts)
        else:
            format_name, layout = self.round.pop()
        module = FORMATS[format_name]
        name = f"{self.count:05}.{module.ENDING}"
        self.count += 1
        (self.folder / name).write_bytes(module.LAYOUTS[layout](report, rng))
        self.lines.append({"name": name, "previous": None, "parent": None, "format": format_name, "layout": layout, **report.truth(), **more})
        return name

    def close(self):
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in self.lines)
        (self.folder / "truth.jsonl").write_text(text, encoding="utf-8")


def add_to_parent(parent, rng):
    """The parent's table agrees with itself but has more than its bodies."""
    more = rng.randint(2, 9)
    for row in ("new_requests", "disclosed", "outcome_total"):
        for column in ("individuals", "total"):
            parent.cells[f"requests.{row}.{column}"] -= min(more, parent.cells[f"requests.disclosed.{column}"])
    return Fault("rollup/applications", cells=[f"requests.{row}.total" for row in ("new_requests", "outcome_total", "disclosed")])


def copy_unit(children):
    """Of two bodies that call themselves alike the second sends in the text of the first."""
    for at, one in enumerate(children):
        for other in children[at + 1:]:
            if one.body.own == other.body.own:
                for number in (1, 5):
                    other.section(number).blocks = list(one.section(number).blocks)
                for report in (one, other):
                    # What was copied may be what the body itself wrote a year ago.
                    follows = ["narrative/*", "history/problems-copied"] if report is other else []
                    report.faults.append(Fault("rollup/duplicate-units", also=follows))
                return


def together(writer, drafts, count, faults=False):
    """Places of one government and its bodies, two years each; the government's tables are the sums."""
    rng, places = drafts.rng, set()
    while writer.count < count:
        place = names.place_name(rng) + rng.choice("县区")
        if place in places:
            continue
        places.add(place)
        fault = rng.choice(("sum", "copy")) if faults else None
        parent = names.body(rng, "government", place)
        bodies = {}
        for _ in range(rng.randint(4, 9)):
            body = names.body(rng, rng.choice(("department", "department", "township")), place)
            bodies.setdefault(body.name, body)
        year = rng.randint(2022, 2025)
        previous, files = {}, {}
        for now in (year - 1, year):
            children = {name: drafts.clean(body, now, previous.get(name)) for name, body in bodies.items()}
            if fault == "copy" and now == year:
                copy_unit(list(children.values()))
            last = previous.get(parent.name)
            own = figures.generate(rng, 2021, "department", False, last.own if last else None, size="none")
            cells = figures.add_up(own, [child.cells for child in children.values()])
            report = drafts.clean(parent, now, last, cells)
            if fault == "sum" and now == year and report.cells["requests.disclosed.individuals"] > 20:
                found = add_to_parent(report, rng)
                report = drafts.clean(parent, now, last, report.cells)
                report.faults.append(found)
            report.own = own
            head = writer.write(report, rng, previous=files.get(parent.name), cause="parent")
            for name, child in children.items():
                files[name] = writer.write(child, rng, previous=files.get(name), parent=head, cause="child")
            files[parent.name] = head
            previous = {**children, parent.name: report}


# One round of everything: faults, figures said, decoys, ways to write cells, years, and a good number of
# plain reports.
PLAN = ([("edited", name) for name in EDITS] + [("told", name) for name in TOLD] + [("decoy", name) for name in DECOYS]
        + [("styled", name) for name in styles.STYLES] + [("pair", name) for name in (None, None, "narrative_copied", *history.FAULTS, *history.AFTER)]
        + [("outdated", None)] + [("clean", None)] * 60)


def write(writer, drafts, kind, name):
    writer.made += 1
    rng = drafts.rng
    if kind == "pair":
        last, report = drafts.pair(name)
        before = writer.write(last, rng, cause="last year")
        writer.write(report, rng, previous=before, cause=name or "pair")
    elif kind in ("clean", "outdated"):
        writer.write(getattr(drafts, kind)(), rng, cause=kind)
    else:
        writer.write(getattr(drafts, kind)(name), rng, cause=name)


def main(words=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--clean", action="store_true")
    parser.add_argument("--together", action="store_true")
    parser.add_argument("--formats", default=",".join(FORMATS))
    arguments = parser.parse_args(words)
    rng = random.Random(arguments.seed)
    drafts = Drafts(rng)
    writer = Writer(arguments.out, arguments.formats.split(","))
    if arguments.together:
        together(writer, drafts, arguments.count, not arguments.clean)
    kinds = [("clean", None)] if arguments.clean else PLAN
    while writer.count < arguments.count:
        kind, name = kinds[writer.made % len(kinds)]
        write(writer, drafts, kind, name)
    writer.close()


if __name__ == "__main__":
    main()
