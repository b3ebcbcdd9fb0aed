"""Measures the program on generated documents: python3 tests/trust/measure.py [--subset | --record | --count N --seed S]

Without options, 5,000 documents of a seed: writes docs/trust.md and build/trust.json (scripts/trust).
--subset  a few hundred of them, held against tests/trust/recorded.json; fails where a figure is worse than recorded (scripts/test).
--record  writes tests/trust/recorded.json anew; its difference is for review.
"""
import argparse
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import generate
import labelled
import page
from score import Score, check, read_truth

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "build" / "nianbao"
RECORDED = pathlib.Path(__file__).with_name("recorded.json")
FRAMES = ROOT / "core" / "narrative" / "frames.inc"
WRONG_TO_RIGHT = 10  # one reading in ten may be wrong where the labels themselves leave doubt
SUBSET = dict(count=420, seed=7, together=60)
FULL = dict(count=5000, seed=20, together=600)


def as_doc(folder, truths):
    """Some of the files once more as .doc, written by LibreOffice; nothing where it is not installed."""
    office = shutil.which("soffice")
    chosen = [truth for truth in truths if truth["format"] == "docx" and not truth["previous"] and truth["cause"] != "last year"][:120]
    if not office or not chosen:
        return []
    out = folder / "doc"
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run([office, f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "doc", "--outdir", str(out),
                        *(str(folder / truth["name"]) for truth in chosen)], capture_output=True, timeout=900, check=True)
    made = [dict(truth, name=truth["name"].replace(".docx", ".doc"), format="doc", layout="LibreOffice") for truth in chosen]
    return [truth for truth in made if (out / truth["name"]).exists()]


def score_folder(score, folder, truths, *options):
    results = check(str(PROGRAM), folder, [truth["name"] for truth in truths], options)
    for truth in truths:
        score.add(truth, results[truth["name"]])


def measure(count, seed, together, with_doc=False):
    score = Score()
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        for name, options, amount in (("single", [], count), ("together", ["--together"], together)):
            generate.main(["--count", str(amount), "--seed", str(seed), "--out", str(folder / name), *options])
            truths = read_truth(folder / name)
            score_folder(score, folder / name, truths, *options)
            if with_doc and name == "single":
                score_folder(score, folder / name / "doc", as_doc(folder / name, truths))
    return score


def prose_figures(prose):
    """The same for the reports with labels."""
    worst = ("wrong", "touched", "untold", "claims untold", "false", "false on change", "lost")
    return {"labelled prose": {"documents": prose.reports, **{f"least {kind}": prose.counts[kind] for kind in ("right", "told", "claims told")},
                               **{f"most {kind}": prose.counts[kind] for kind in worst}}}


def figures(score):
    """What is recorded and compared: {name: {figure: number}}; `most` may not rise, `least` may not fall."""
    out = {}
    for (name, layout), m in sorted(score.layouts.items()):
        heads = {"least " + head: count for head, count in sorted(m.heads.items())}
        out[f"{name} {layout}"] = {"documents": m.documents, "least right": m.right, "most wrong": m.wrong, "most unread": m.unread,
                                   "most alarms": m.alarms, "most notices": m.notices, **heads}
    for rule, counts in sorted(score.rules.items()):
        out[rule] = {"documents": counts["faults"], "least found": counts["found"], "least placed": counts["placed"]}
    return out


def worse(name, now, recorded):
    """What is worse than recorded, in words."""
    if name not in now:
        return [f"{name}: not measured any more"]
    out = []
    for figure, value in recorded.items():
        got = now[name].get(figure, 0)
        bad = got < value if figure.startswith("least") else got > value if figure.startswith("most") else got != value
        if bad:
            out.append(f"{name}: {figure} is {got}, recorded {value}")
    return out


def standing_of_frames():
    """{pattern: agrees, trial or proven} of the grammar's table."""
    lines = re.findall(r'\{"([^"]+)", Reads::\w+, Standing::(\w+),', FRAMES.read_text(encoding="utf-8"))
    return dict(lines)


def frames_out_of_place(prose):
    """Frames that contradict in earnest though no labelled report has shown them right, or several have shown them wrong."""
    out = []
    for pattern, standing in standing_of_frames().items():
        right, wrong = prose.shown_right[pattern], prose.shown_wrong[pattern]
        if standing == "proven" and (right == 0 or wrong * WRONG_TO_RIGHT > right):
            out.append(f"frame {pattern}: right {right} times, wrong {wrong} times in the labelled reports; on trial")
    return out


def compare(score, prose):
    """Every layout and every rule is one test, and the prose is one."""
    recorded, now = json.loads(RECORDED.read_text(encoding="utf-8")), {**figures(score), **prose_figures(prose)}
    unproven = frames_out_of_place(prose)
    failed = bool(unproven)
    for line in unproven:
        print(line)
    for name in sorted({*recorded, *now}):
        if name not in recorded:
            complaints = [f"{name}: not recorded; scripts/trust --record"]
        else:
            complaints = worse(name, now, recorded[name])
        failed += bool(complaints)
        for line in complaints:
            print(line)
    if failed:
        for kind, document, detail in [*score.misses[:40], *prose.misses[:40]]:
            print(f"   {kind}  {document}  {detail[:200]}")
    print(f"{len({*recorded, *now}) + 1 - failed} passed, {failed} failed")
    return 1 if failed else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--subset", action="store_true")
    parser.add_argument("--record", action="store_true")
    parser.add_argument("--count", type=int, default=FULL["count"])
    parser.add_argument("--seed", type=int, default=FULL["seed"])
    arguments = parser.parse_args()
    prose = labelled.measure(str(PROGRAM))
    if arguments.subset:
        return compare(measure(**SUBSET), prose)
    if arguments.record:
        text = json.dumps({**figures(measure(**SUBSET)), **prose_figures(prose)}, ensure_ascii=False, indent=1)
        RECORDED.write_text(text + "\n", encoding="utf-8")
        return 0
    score = measure(arguments.count, arguments.seed, FULL["together"], with_doc=True)
    (ROOT / "build" / "trust.json").write_text(json.dumps(dict(figures={**figures(score), **prose_figures(prose)}, misses=score.misses + prose.misses), ensure_ascii=False, indent=1), encoding="utf-8")
    rules = json.loads(subprocess.run([str(PROGRAM), "rules", "--format", "json"], capture_output=True, check=True).stdout)
    (ROOT / "docs" / "trust.md").write_text(page.write(score, prose, rules, arguments.seed), encoding="utf-8")
    print(page.summary(score))
    return 0


if __name__ == "__main__":
    sys.exit(main())
