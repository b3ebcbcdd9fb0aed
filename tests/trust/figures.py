"""Figures of a report that is right: every sum holds, and one year's report fits the next."""
from decimal import Decimal

import forms

PARTS = [name for name, _ in forms.APPLICANTS if name != "total"]
SIZES = {"none": 0, "few": 4, "some": 25, "many": 220, "crowd": 2600}


def size_of(rng, kind):
    weights = {"department": (35, 35, 20, 9, 1), "township": (55, 35, 9, 1, 0), "government": (0, 5, 30, 45, 20)}[kind]
    return rng.choices(list(SIZES), weights)[0]


def spread(rng, amount, places, weights):
    """`amount` dealt out over `places`."""
    out = dict.fromkeys(places, 0)
    for place in rng.choices(places, weights, k=amount):
        out[place] += 1
    return out


def requests(rng, form, size, carried_over=None):
    """{row: {applicant: count}} with totals. `carried_over` {applicant: count} is what last year left."""
    outcomes = forms.outcome_rows(form)
    limit = SIZES[size]
    habit = [60, 14, 8, 2, 3, 9][:len(PARTS)]
    likely = [rng.choice((0, 1, 1, 2, 6)) for _ in outcomes]
    likely[0] = 20
    handled_total = rng.randint(max(1, limit // 3), limit) if limit else 0
    table = {row: dict.fromkeys(PARTS, 0) for row in forms.request_rows(form)}
    if carried_over is None:
        carried_over = spread(rng, rng.choice((0, 0, 1, 2, limit // 20)) if limit else 0, PARTS, habit)
    handled = spread(rng, handled_total, PARTS, habit)
    left = spread(rng, rng.choice((0, 0, 1, 2, limit // 18)) if limit else 0, PARTS, habit)
    for part in PARTS:
        handled[part] = max(handled[part], carried_over[part] - left[part])
        for row, count in spread(rng, handled[part], outcomes, likely).items():
            table[row][part] = count
        table["carried_over"][part] = carried_over[part]
        table["carried_forward"][part] = left[part]
        table["outcome_total"][part] = handled[part]
        table["new_requests"][part] = handled[part] + left[part] - carried_over[part]
    for counts in table.values():
        counts["total"] = sum(counts.values())
    return table


def proceedings(rng, requests_total):
    limit = 0 if requests_total < 3 else min(40, 2 + requests_total // 15)
    table = {}
    for row, _ in forms.PROCEEDINGS:
        busy = limit and rng.random() < 0.6
        counts = {name: rng.randint(0, limit) if busy and rng.random() < 0.6 else 0 for name, _ in forms.RESULTS if name != "total"}
        table[row] = {**counts, "total": sum(counts.values())}
    return table


def money(rng):
    return Decimal(rng.randint(1, 90_000_000)).scaleb(-rng.choice((0, 1, 2, 4))) if rng.random() < 0.4 else Decimal(0)


def documents_2021(rng, maker, in_force_before):
    """Issued, repealed, in force; `in_force_before` {row: count} is last year's."""
    table = {}
    for row in ("regulations", "normative_documents"):
        if row == "regulations" and not maker:
            table[row] = dict(issued=0, repealed=0, in_force=0)
            continue
        before = in_force_before.get(row, rng.choice((0, 0, 3, 12, 40)))
        issued, repealed = rng.choice((0, 0, 1, 2, 6)), rng.randint(0, min(before, 3))
        table[row] = dict(issued=issued, repealed=repealed, in_force=before + issued - repealed)
    for row in ("licences", "penalties", "coercive_measures"):
        table[row] = dict(decisions=rng.choice((0, 0, rng.randint(1, 90), rng.randint(100, 99_999))))
    table["fees"] = dict(amount=min(money(rng), Decimal(99_999)))
    return table


def documents_2019(rng, maker):
    table = {}
    for row in ("regulations", "normative_documents"):
        made = 0 if row == "regulations" and not maker else rng.choice((0, 0, 1, 4))
        before = 0 if row == "regulations" and not maker else rng.choice((0, 3, 12))
        table[row] = dict(made=made, disclosed=made, public_total=before + made)
    for row in ("licences", "other_services", "penalties", "coercive_measures"):
        before = rng.choice((0, 0, 12, 46))
        table[row] = dict(previous_items=before, change=rng.randint(-min(before, 5), 9) if before else 0,
                          decisions=rng.choice((0, rng.randint(1, 9000))))
    table["fees"] = dict(previous_items=rng.choice((0, 0, 3)), change=0)
    items = rng.choice((0, 0, rng.randint(1, 60)))
    table["procurement"] = dict(items=items, amount=Decimal(rng.randint(1000, 9_000_000)).scaleb(-2) if items else Decimal(0))
    return table


def as_cells(disclosure, request_table, proceedings_table):
    cells = {}
    for table, rows in (("disclosure", disclosure), ("requests", request_table), ("proceedings", proceedings_table)):
        for row, columns in rows.items():
            for column, value in columns.items():
                cells[f"{table}.{row}.{column}"] = value
    return cells


def generate(rng, form, kind, maker, last_year=None, size=None):
    """Cells of one report. `last_year`: the cells of the year before, of the same form."""
    over = before = None
    if last_year:
        over = {part: last_year[f"requests.carried_forward.{part}"] for part in PARTS}
        before = {row: last_year.get(f"disclosure.{row}.in_force", 0) for row in ("regulations", "normative_documents")}
    table = requests(rng, form, size or size_of(rng, kind), over)
    disclosure = documents_2021(rng, maker, before or {}) if form == 2021 else documents_2019(rng, maker)
    return as_cells(disclosure, table, proceedings(rng, table["new_requests"]["total"]))


def add_up(own, children):
    """The tables of a government that reports for all: tables three and four are own office plus children."""
    cells = dict(own)
    for cell in cells:
        if cell.startswith(("requests.", "proceedings.")):
            cells[cell] = own[cell] + sum(child[cell] for child in children)
    return cells
