"""Holds what the program says against the truth of the generated documents."""
import json
import pathlib
import re
import subprocess
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

LOUD = ("error", "warning")


def check(program, folder, names, extra=()):
    """{name: result} for files of a folder; every file must get its result."""
    run = subprocess.run([program, "check", "--format", "jsonl", "--with-text", *extra, "--names", "-"], cwd=folder, capture_output=True,
                         input="\n".join(names).encode())
    if run.returncode not in (0, 1, 2):
        raise RuntimeError(f"the program ended with {run.returncode}: {run.stderr[-500:]!r}")
    results = {}
    for line in filter(None, run.stdout.decode("utf-8").split("\n")):
        result = json.loads(line)
        results[pathlib.Path(result["source"]["name"]).name] = result
    missing = set(names) - set(results)
    if missing:
        raise RuntimeError(f"no result for {sorted(missing)[:5]}; {run.stderr[-500:]!r}")
    return results


def read_truth(folder):
    with open(pathlib.Path(folder) / "truth.jsonl", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


@dataclass
class Marks:
    """Counts of one group of documents."""
    documents: int = 0
    right: int = 0
    wrong: int = 0
    unread: int = 0
    heads: Counter = field(default_factory=Counter)  # form, year, agency, title, sections: documents that have it right
    clean: int = 0
    alarms: int = 0
    notices: int = 0
    faults: int = 0
    found: int = 0
    placed: int = 0
    loud: int = 0                                    # findings of error or warning in documents with faults


def same_number(value, wanted):
    try:
        return Decimal(str(value)) == Decimal(wanted)
    except InvalidOperation:
        return False


def judge_cell(got, wanted):
    """right, wrong or unread; wanted is {"value": text or null, "state": ...}."""
    if got is None:
        return "unread"
    value = got["value"]
    if got["state"] == "unread":
        return "unread"
    if wanted["value"] is None:
        if value is not None and not (wanted["state"] == "dash" and value == 0):
            return "wrong"
        return "right" if got["state"] == wanted["state"] else "wrong"
    if value is None:
        return "unread"
    return "right" if same_number(value, wanted["value"]) else "wrong"


def heads(report, truth):
    squeeze = lambda text: re.sub(r"\s", "", text or "")
    return dict(form=truth["form"] is None or report.get("form") == truth["form"], year=report.get("year") == truth["year"],
                agency=truth["agency"] is None or squeeze(report.get("agency")) == squeeze(truth["agency"]), title=squeeze(report.get("title")) == squeeze(truth["title"]),
                sections=sorted(s["number"] for s in report.get("sections", []) if s["present"]) == sorted(truth["sections"]))


def rules_of(finding):
    return {finding["rule"], *finding.get("violates", [])}


def fits(finding, fault):
    """Whether the finding tells of the fault, by its rule."""
    return bool(rules_of(finding) & {fault["rule"], *fault.get("instead", [])})


def placed(finding, fault, text):
    if fault["cells"]:
        return bool(set(finding.get("cells", [])) & set(fault["cells"]))
    if not fault["text"]:
        return True
    squeeze = lambda words: re.sub(r"\s", "", words)
    wanted = squeeze(fault["text"])
    for place in finding.get("places", []):
        shown = squeeze(text[place["range"][0]:place["range"][1]])
        if shown and (shown in wanted or wanted in shown):
            return True
    return False


def follows(rule, also):
    """Whether the rule is named among those that may follow from a fault; narrative/* names a family."""
    return rule in also or any(name.endswith("/*") and rule.startswith(name[:-1]) for name in also)


class Score:
    def __init__(self):
        self.layouts = defaultdict(Marks)   # (format, layout)
        self.rules = defaultdict(Counter)   # rule -> faults, found, placed, said, explained
        self.misses = []                    # (what, document, detail), to be looked at

    def add(self, truth, result):
        marks = self.layouts[truth["format"], truth["layout"]]
        marks.documents += 1
        # Offsets count UTF-16 units; all characters here lie in the basic plane, so they count characters
        # too.
        text = result.get("text", "")
        self.add_cells(marks, truth, result)
        report = result.get("report") or {}
        for name, right in heads(report, truth).items():
            marks.heads[name] += right
            if not right:
                self.misses.append((f"head {name}", truth["name"], f"{report.get(name)} for {truth.get(name)}"))
        self.add_findings(marks, truth, result.get("findings", []), text)

    def add_cells(self, marks, truth, result):
        cells = (result.get("report") or {}).get("cells", {})
        for cell, wanted in truth["cells"].items():
            if cell.startswith(tuple(truth["loose"])):
                continue
            if wanted is None:
                verdict = "right" if cell not in cells else "wrong"
            else:
                verdict = judge_cell(cells.get(cell), wanted)
            setattr(marks, verdict, getattr(marks, verdict) + 1)
            if verdict != "right":
                self.misses.append((f"cell {verdict}", truth["name"], f"{cell} {cells.get(cell)} for {wanted}"))
        for cell in set(cells) - set(truth["cells"]):
            if cell.startswith(tuple(truth["loose"])):
                continue
            marks.wrong += 1
            self.misses.append(("cell wrong", truth["name"], f"{cell} is not of the form"))

    def add_findings(self, marks, truth, findings, text):
        left = [finding for finding in findings if finding["rule"] not in truth["allowed"]]
        for fault in truth["faults"]:
            rule = self.rules[fault["rule"]]
            rule["faults"] += 1
            marks.faults += 1
            fitting = [finding for finding in findings if fits(finding, fault)]
            good = [finding for finding in fitting if placed(finding, fault, text)]
            rule["found"] += bool(fitting)
            rule["placed"] += bool(good)
            marks.found += bool(fitting)
            marks.placed += bool(good)
            if not fitting:
                self.misses.append((f"missed {fault['rule']}", truth["name"], json.dumps(fault, ensure_ascii=False)))
            elif not good:
                where = [[text[slice(*place["range"])] for place in finding["places"]] + finding["cells"] for finding in fitting]
                self.misses.append((f"misplaced {fault['rule']}", truth["name"], f"{where} for {fault['cells'] or fault['text']}"))
            left = [finding for finding in left if finding not in fitting and not follows(finding["rule"], fault["also"])]
        loud = [finding for finding in findings if finding["severity"] in LOUD]
        for finding in loud:
            self.rules[finding["rule"]]["said"] += 1
            self.rules[finding["rule"]]["false"] += finding in left
        marks.loud += len(loud) if truth["faults"] else 0
        for finding in left:
            kind = "alarm" if finding["severity"] in LOUD else "notice"
            where = "; ".join(text[slice(*place["range"])] for place in finding["places"][:2])
            self.misses.append((f"{kind} {finding['rule']}", truth["name"], f"{finding['message']} <{where}>"))
        marks.alarms += sum(finding["severity"] in LOUD for finding in left)
        marks.notices += sum(finding["severity"] not in LOUD for finding in left)
        marks.clean += not truth["faults"]


def main():
    import argparse
    parser = argparse.ArgumentParser(description="Scores one folder and lists what is not right.")
    parser.add_argument("folder")
    parser.add_argument("--program", default="build/nianbao")
    parser.add_argument("--together", action="store_true")
    parser.add_argument("--show", type=int, default=3, help="examples a kind")
    arguments = parser.parse_args()
    truths = read_truth(arguments.folder)
    results = check(str(pathlib.Path(arguments.program).resolve()), arguments.folder, [truth["name"] for truth in truths],
                    ["--together"] if arguments.together else [])
    score = Score()
    for truth in truths:
        score.add(truth, results[truth["name"]])
    for (name, layout), m in sorted(score.layouts.items()):
        print(f"{name:5} {layout:16} {m.documents:5} docs  right {m.right} wrong {m.wrong} unread {m.unread}  alarms {m.alarms} notices {m.notices}"
              f"  faults {m.found}/{m.faults} placed {m.placed}  heads {dict(m.heads)}")
    kinds = defaultdict(list)
    for kind, name, detail in score.misses:
        kinds[kind].append((name, detail))
    for kind, examples in sorted(kinds.items()):
        print(f"\n{kind}: {len(examples)}")
        for name, detail in examples[:arguments.show]:
            print(f"   {name} {detail[:330]}")


if __name__ == "__main__":
    main()
