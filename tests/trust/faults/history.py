"""Faults between two years of one body: fault(report, last, rng), where `last` is the report of the year before."""
import forms
from faults.base import add, put
from figures import PARTS


def carry_over(report, last, rng):
    """All of this year's table agrees with itself, but more was carried over than last year left."""
    part = rng.choice(PARTS)
    for row in ("carried_over", "outcome_total", "disclosed"):
        for column in (part, "total"):
            cell = f"requests.{row}.{column}"
            report.cells[cell] += 3
    return [("history/carry-over", ["requests.carried_over.total", f"requests.carried_over.{part}"], ["history/carry-over-by-applicant"])]


def carry_over_by_applicant(report, last, rng):
    rows = [part for part in PARTS if report.cells[f"requests.carried_over.{part}"]]
    if not rows:
        return None
    source = rng.choice(rows)
    target = rng.choice([part for part in PARTS if part != source])
    for row in ("carried_over", "outcome_total"):
        report.cells[f"requests.{row}.{source}"] -= 1
        report.cells[f"requests.{row}.{target}"] += 1
    for row in forms.outcome_rows(2021):
        if report.cells[f"requests.{row}.{source}"]:
            report.cells[f"requests.{row}.{source}"] -= 1
            report.cells[f"requests.{row}.{target}"] += 1
            return [("history/carry-over-by-applicant", [f"requests.carried_over.{part}" for part in (source, target)], [])]
    return None


def in_force(report, last, rng):
    report.cells["disclosure.normative_documents.in_force"] += rng.randint(2, 9)
    return [("history/in-force", ["disclosure.normative_documents.in_force"], [])]


def tables_copied(report, last, rng):
    if not last.cells["requests.new_requests.total"]:
        return None
    report.cells.update(last.cells)
    return [("history/tables-copied", [], ["history/carry-over", "history/carry-over-by-applicant", "history/in-force"])]


# These change the figures of this year before its text is made.
FAULTS = dict(carry_over=carry_over, carry_over_by_applicant=carry_over_by_applicant, in_force=in_force, tables_copied=tables_copied)


def problems_copied(report, last, rng):
    report.section(5).blocks = [(kind, text.replace(str(last.year), str(report.year))) for kind, text in last.section(5).blocks]
    add(report, "history/problems-copied")


def growth(report, last, rng):
    old, new = (r.cells["requests.new_requests.total"] for r in (last, report))
    if old < 3 or new <= old:
        return False
    from faults.base import insert
    wrong = round((new - old) * 100 / old) + rng.choice((9, 15, 30))
    if not insert(report, rng, f"全年新收政府信息公开申请{new}件，同比增长{wrong}%。"):
        return False
    add(report, "history/growth", text=f"增长{wrong}%", instead=["narrative/growth"])


# These change the finished report.
AFTER = dict(problems_copied=problems_copied, said_growth=growth)
