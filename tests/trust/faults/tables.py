"""Slips in the three tables."""
import forms
from faults.base import add, insert, put
from figures import PARTS
from styles import meant

SUMS = ["requests/row-total", "requests/outcome-total", "requests/balance"]


def number(report, cell):
    return int(report.cells[cell])


def slip(rng, value):
    """Another number, as a clerk slips: one off, a digit swapped or lost, a neighbour."""
    kinds = [value + 1, value + rng.randint(2, 9), value * 10 + rng.randint(0, 9)]
    if value > 0:
        kinds += [value - 1]
    if value > 9:
        kinds += [int(str(value)[::-1]), value // 10]
    return rng.choice([kind for kind in kinds if kind != value])


def misstated_part(report, rng):
    row, part = rng.choice(forms.outcome_rows(report.form)), rng.choice(PARTS)
    cell = f"requests.{row}.{part}"
    put(report, cell, slip(rng, number(report, cell)))
    add(report, "requests/misstated-cell", cells=[cell], instead=SUMS)


def misstated_total(report, rng):
    row = rng.choice(forms.request_rows(report.form))
    cell = f"requests.{row}.total"
    put(report, cell, slip(rng, number(report, cell)))
    add(report, "requests/misstated-cell", cells=[cell], instead=SUMS)


def misstated_column(report, rng):
    cell = f"requests.{rng.choice(('new_requests', 'carried_over', 'carried_forward', 'outcome_total'))}.{rng.choice(PARTS)}"
    put(report, cell, slip(rng, number(report, cell)))
    add(report, "requests/misstated-cell", cells=[cell], instead=SUMS)


def balance(report, rng):
    part, more = rng.choice(PARTS), rng.randint(1, 5)
    row = rng.choice(("new_requests", "carried_over", "carried_forward"))
    for column in (part, "total"):
        put(report, f"requests.{row}.{column}", number(report, f"requests.{row}.{column}") + more)
    cells = [f"requests.{row}.{column}" for row in ("new_requests", "carried_over", "outcome_total", "carried_forward") for column in (part, "total")]
    told = {"new_requests": "request", "carried_over": "carried-over", "carried_forward": "carried-forward"}[row]
    add(report, "requests/balance", cells=cells, instead=["requests/misstated-cell"],
        also=[f"narrative/{told}-count", "narrative/zero-claim", "narrative/all-handled-claim", "narrative/request-count"])


def outcome_total(report, rng):
    part, more = rng.choice(PARTS), rng.randint(1, 5)
    row = rng.choice(forms.outcome_rows(report.form))
    for column in (part, "total"):
        put(report, f"requests.{row}.{column}", number(report, f"requests.{row}.{column}") + more)
    rows = [*forms.outcome_rows(report.form), "outcome_total"]
    cells = [f"requests.{row}.{column}" for row in rows for column in (part, "total")]
    add(report, "requests/outcome-total", cells=cells, instead=["requests/misstated-cell"], also=["narrative/outcome-count", "narrative/percentage"])


def row_total(report, rng):
    more = rng.randint(1, 9)
    cells = ["requests.new_requests.total", "requests.carried_forward.total"]
    for cell in cells:
        put(report, cell, number(report, cell) + more)
    add(report, "requests/row-total", cells=cells, instead=["requests/misstated-cell"],
        also=["narrative/request-count", "narrative/carried-forward-count", "narrative/all-handled-claim", "narrative/zero-claim"])


def total_blank(report, rng):
    rows = [row for row in forms.request_rows(report.form) if number(report, f"requests.{row}.total")]
    if not rows:
        return False
    cell = f"requests.{rng.choice(rows)}.total"
    report.printed[cell] = ""
    add(report, "requests/total-blank", cells=[cell], also=["cells/blank"])


def shifted_row(report, rng):
    rows = [row for row in forms.request_rows(report.form) if number(report, f"requests.{row}.total") > 1]
    columns = [name for name, _ in forms.APPLICANTS]
    rng.shuffle(rows)
    for row in rows:
        values = [report.printed[f"requests.{row}.{column}"] for column in columns]
        moved = ["0", *values[:-1]]  # one column to the right: the total falls out
        if values[-2] != "0" or moved == values:
            continue
        cells = [f"requests.{row}.{column}" for column in columns]
        for cell, text in zip(cells, moved):
            put(report, cell, text)
        add(report, "requests/shifted-row", cells=cells, instead=[*SUMS, "requests/misstated-cell"])
        return True
    return False


def partial_double_count(report, rng):
    partly = {column: number(report, f"requests.partly_disclosed.{column}") for column, _ in forms.APPLICANTS}
    if partly["total"] == 0:
        return False
    row = rng.choice([row for row in forms.outcome_rows(report.form) if row.startswith("refused")])
    for column, count in partly.items():
        put(report, f"requests.{row}.{column}", number(report, f"requests.{row}.{column}") + count)
    rows = ["partly_disclosed", row, "outcome_total"]
    add(report, "requests/partial-double-count", cells=[f"requests.{r}.{c}" for r in rows for c in partly],
        instead=["requests/outcome-total", "requests/misstated-cell"], also=["narrative/outcome-count"])


def proceedings_total(report, rng):
    row, column = rng.choice([row for row, _ in forms.PROCEEDINGS]), rng.choice([name for name, _ in forms.RESULTS])
    cell = f"proceedings.{row}.{column}"
    put(report, cell, slip(rng, number(report, cell)))
    also = ["narrative/all-upheld-claim", "narrative/review-count", "narrative/litigation-count", "narrative/zero-claim"]
    add(report, "proceedings/total", cells=[f"proceedings.{row}.{name}" for name, _ in forms.RESULTS], also=also)


def proceedings_total_blank(report, rng):
    rows = [row for row, _ in forms.PROCEEDINGS if number(report, f"proceedings.{row}.total")]
    if not rows:
        return False
    cell = f"proceedings.{rng.choice(rows)}.total"
    report.printed[cell] = ""
    add(report, "proceedings/total-blank", cells=[cell], also=["cells/blank"])


# ---- single cells ----------------------------------------------------------------------------------------


def free_cells(report):
    """Cells that no sum contains."""
    return [cell for cell in report.printed if cell.startswith("disclosure.") and not cell.endswith(("amount", "change"))
            and "normative" not in cell and "regulations" not in cell]


def odd_cell(rule, texts):
    def fault(report, rng):
        cell = rng.choice(free_cells(report))
        text, value, state = rng.choice(texts)
        report.printed[cell] = text
        report.meant[cell] = meant(value, state, text)
        add(report, rule, cells=[cell])
    return fault


not_a_number = odd_cell("cells/not-a-number", (("若干", None, "text"), ("见附件", None, "text"), ("多件", None, "text"), ("待统计", None, "text")))
negative = odd_cell("cells/negative", (("-1", "-1", "number"), ("-12", "-12", "number"), ("－3", "-3", "number")))
fraction = odd_cell("cells/fraction", (("2.5", "2.5", "number"), ("12.75", "12.75", "number"), ("0.5", "0.5", "number")))
unit = odd_cell("cells/unit", (("43项", "43", "number"), ("12件", "12", "number"), ("约30", "30", "number"), ("6 件", "6", "number")))
number_format = odd_cell("cells/number-format", (("１２", "12", "number"), ("1,234", "1234", "number"), ("012", "12", "number"), ("十二", "12", "number"),
                                                 ("1，234", "1234", "number")))


def in_force(report, rng):
    if report.form != 2021 or any(name in report.places for name in ("issued", "repealed", "in_force")):
        return False
    issued, repealed = rng.randint(5, 20), rng.randint(0, 2)
    row = "disclosure.normative_documents."
    for name, value in (("issued", issued), ("repealed", repealed), ("in_force", rng.randint(0, issued - repealed - 1))):
        put(report, row + name, value)
    add(report, "disclosure/in-force", cells=[row + name for name in ("issued", "repealed", "in_force")])


def regulations_by_non_maker(report, rng):
    if report.form != 2021 or report.body.place[-1] == "市":  # a city of the name may be one with districts
        return False
    count = rng.randint(1, 5)
    put(report, "disclosure.regulations.in_force", count)
    add(report, "disclosure/regulations-by-non-maker", cells=["disclosure.regulations.in_force"])


def fee_unit(report, rng):
    if report.form != 2021:
        return False
    amount = rng.randint(10_001, 900_000)
    put(report, "disclosure.fees.amount", amount)
    if not insert(report, rng, f"全年收取行政事业性收费{amount}元，全部上缴国库。"):
        return False
    add(report, "disclosure/fee-unit", cells=["disclosure.fees.amount"])


FAULTS = dict(misstated_part=misstated_part, misstated_total=misstated_total, misstated_column=misstated_column, balance=balance, outcome_total=outcome_total,
              row_total=row_total, total_blank=total_blank, shifted_row=shifted_row, partial_double_count=partial_double_count,
              proceedings_total=proceedings_total, proceedings_total_blank=proceedings_total_blank, not_a_number=not_a_number, negative=negative,
              fraction=fraction, unit=unit, number_format=number_format, in_force=in_force, regulations_by_non_maker=regulations_by_non_maker,
              fee_unit=fee_unit)
