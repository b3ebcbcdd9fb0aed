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
from formats import docx, html, mht, text
from report import compose

FORMATS = {"txt": text, "html": html, "mht": mht, "docx": docx}


def clean_report(rng, body=None, year=None, last=None, cells=None, taken=None):
    """A report without faults; its body is new if none is given (`taken`: names that other documents of the folder have)."""
    while body is None or (taken is not None and body.name in taken):
        body = names.body(rng)
    if taken is not None:
        taken.add(body.name)
    year = year or rng.randint(2019, 2025)
    form = forms.form_of_year(year)
    before = last.cells if last is not None and last.form == form else None
    cells = cells or figures.generate(rng, form, body.kind, body.maker, before)
    return compose(rng, body, year, cells, avoid=last.used if last is not None else ())


class Writer:
    def __init__(self, folder, formats):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.layouts = [(name, layout) for name in formats for layout in FORMATS[name].LAYOUTS]
        self.lines, self.count = [], 0

    def write(self, report, rng, **more):
        format_name, layout = self.layouts[self.count % len(self.layouts)]
        module = FORMATS[format_name]
        name = f"{self.count:05}.{module.ENDING}"
        self.count += 1
        (self.folder / name).write_bytes(module.LAYOUTS[layout](report, rng))
        self.lines.append({"name": name, "previous": None, "parent": None, "format": format_name, "layout": layout, **report.truth(), **more})
        return name

    def close(self):
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in self.lines)
        (self.folder / "truth.jsonl").write_text(text, encoding="utf-8")


def together(writer, rng, count):
    """Places of one government and its bodies, two years each; the government's tables are the sums."""
    places = set()
    while writer.count < count:
        place = names.place_name(rng) + rng.choice("县区")
        if place in places:
            continue
        places.add(place)
        parent = names.body(rng, "government", place)
        bodies = {}
        for _ in range(rng.randint(4, 9)):
            body = names.body(rng, rng.choice(("department", "department", "township")), place)
            bodies.setdefault(body.name, body)
        year = rng.randint(2022, 2025)
        previous, files = {}, {}
        for now in (year - 1, year):
            children = {name: clean_report(rng, body, now, previous.get(name)) for name, body in bodies.items()}
            last = previous.get(parent.name)
            own = figures.generate(rng, 2021, "department", False, last.own if last else None)
            cells = figures.add_up(own, [child.cells for child in children.values()])
            report = clean_report(rng, parent, now, last, cells)
            report.own = own
            head = writer.write(report, rng, previous=files.get(parent.name))
            for name, child in children.items():
                files[name] = writer.write(child, rng, previous=files.get(name), parent=head)
            files[parent.name] = head
            previous = {**children, parent.name: report}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--clean", action="store_true")
    parser.add_argument("--together", action="store_true")
    parser.add_argument("--formats", default=",".join(FORMATS))
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)
    writer = Writer(arguments.out, arguments.formats.split(","))
    if arguments.together:
        together(writer, rng, arguments.count)
    taken = set()
    while writer.count < arguments.count:
        writer.write(clean_report(rng, taken=taken), rng)
    writer.close()


if __name__ == "__main__":
    main()
