"""Reports with one fault, with decoys, with odd writing of cells; pairs of years. Each begins as a report that is right."""
import random
import re

import figures
import forms
import names
import styles
from faults import claims, decoys, history, marks, structure, tables, words
from faults.base import Fault
from faults.figures_said import TOLD, wrong
from report import compose

EDITS = {**tables.FAULTS, **words.FAULTS, **structure.FAULTS, **claims.FAULTS, **marks.FAULTS}
TRIES = 60


def alike(one, other):
    """Whether section one of two reports differs in figures only."""
    texts = [re.sub(r"[\d.]+", "", "".join(block[1] for block in report.section(1).blocks)) for report in (one, other)]
    return texts[0] == texts[1]


class Drafts:
    """Makes reports whose bodies all have different names."""

    def __init__(self, rng):
        self.rng, self.taken = rng, set()

    def body(self):
        while True:
            body = names.body(self.rng)
            if body.name not in self.taken:
                self.taken.add(body.name)
                return body

    def clean(self, body=None, year=None, last=None, cells=None):
        body = body or self.body()
        year = year or self.rng.randint(2019, 2025)
        form = forms.form_of_year(year)
        before = last.cells if last is not None and last.form == form else None
        cells = cells or figures.generate(self.rng, form, body.kind, body.maker, before)
        return compose(self.rng, body, year, cells, avoid=last.used if last is not None else ())

    def styled(self, style):
        report = self.clean()
        styles.STYLES[style](report, self.rng)
        return report

    def decoy(self, name):
        for _ in range(TRIES):
            report = self.clean()
            if decoys.DECOYS[name](report, self.rng) is not False:
                report.decoys.append(name)
                return report
        raise RuntimeError(f"no report takes the decoy {name}")

    def edited(self, name):
        """A report with the fault EDITS[name]."""
        for _ in range(TRIES * 5):
            report = self.clean()
            if EDITS[name](report, self.rng) is not False:
                return report
        raise RuntimeError(f"no report takes the fault {name}")

    def told(self, name):
        """A report whose prose gives a wrong figure."""
        key, rule, cells, instead, also = TOLD[name]
        for _ in range(TRIES * 5):
            body, year, seed = self.body(), self.rng.randint(2021, 2025), self.rng.getrandbits(48)
            numbers = figures.generate(self.rng, 2021, body.kind, body.maker)
            right = compose(random.Random(seed), body, year, numbers)
            self.taken.discard(body.name)
            if key not in right.places:
                continue
            told = {key: wrong(self.rng, key, right.figures)}
            if key in ("new", "over"):  # 收办 is their sum, and stays so
                told["all"] = sum({**right.figures, **told}[part] for part in ("new", "over"))
            report = compose(random.Random(seed), body, year, numbers, told)
            if key not in report.places:
                continue
            report.faults.append(Fault(rule, text=report.places[key], instead=list(instead), also=list(also)))
            self.taken.add(body.name)
            return report
        raise RuntimeError(f"no report tells {name}")

    def outdated(self):
        """The form of 2019 in a later year."""
        body, year = self.body(), self.rng.randint(2021, 2025)
        report = compose(self.rng, body, year, figures.generate(self.rng, 2019, body.kind, body.maker), form=2019)
        report.faults.append(Fault("form/outdated", also=["form/stale-citation"]))
        return report

    def pair(self, name=None):
        """(last year's report, this year's), the second with the fault `name` of history."""
        for _ in range(TRIES * 5):
            body, year = self.body(), self.rng.randint(2022, 2025)
            last = self.clean(body, year - 1)
            cells = figures.generate(self.rng, 2021, body.kind, body.maker, last.cells)
            report = self.clean(body, year, last, cells)
            if name == "narrative_copied":  # the same sentences with other years and figures
                seed = self.rng.getrandbits(48)
                last, report = (compose(random.Random(seed), body, y, c) for y, c in ((year - 1, last.cells), (year, cells)))
                if last.form != report.form or not alike(last, report):
                    continue
                report.faults.append(Fault("history/narrative-copied", also=["history/problems-copied"]))
            elif name in history.FAULTS:
                found = history.FAULTS[name](report, last, self.rng)
                if not found:
                    continue
                report = self.clean(body, year, last, report.cells)
                report.faults += [Fault(rule, cells=guilty, also=also) for rule, guilty, also in found]
            elif name and history.AFTER[name](report, last, self.rng) is False:
                continue
            return last, report
        raise RuntimeError(f"no pair takes the fault {name}")
