"""Figures of the prose that are not those of the tables. Such a fault says which figures to tell, before the text is made.

TOLD[name] = (figure of the prose that goes wrong, rule, cells that it contradicts, rules that are as good, rules that may follow)
"""
import forms


def total(*rows):
    return [f"requests.{row}.total" for row in rows]


def outcomes(start):
    return [f"requests.{row}.total" for row in [*forms.outcome_rows(2021), "other_handling"] if row.startswith(start)]


BALANCE = "narrative/balance"
SHARES = ["narrative/percentage", "narrative/sum", "narrative/sum-incomplete"]
PENDING = ["narrative/all-handled-claim"]

TOLD = {
    "new": ("new", "narrative/request-count", total("new_requests"), [BALANCE, "narrative/table-all-zero"], [BALANCE, *SHARES, "narrative/handled-count", *PENDING]),
    "over": ("over", "narrative/carried-over-count", total("carried_over"), [BALANCE], [BALANCE, *SHARES, "narrative/request-count", "narrative/handled-count"]),
    "done": ("done", "narrative/handled-count", total("outcome_total"), [BALANCE], [BALANCE, *SHARES]),
    "forward": ("forward", "narrative/carried-forward-count", total("carried_forward"), [BALANCE], [BALANCE]),
    "disclosed": ("disclosed", "narrative/outcome-count", total("disclosed"), [], SHARES),
    "partly": ("partly", "narrative/outcome-count", total("partly_disclosed"), [], SHARES),
    "refused": ("refused", "narrative/outcome-count", outcomes("refused"), [], SHARES),
    "unavailable": ("unavailable", "narrative/outcome-count", outcomes("unavailable"), [], SHARES),
    "unprocessed": ("unprocessed", "narrative/outcome-count", outcomes("unprocessed"), [], SHARES),
    "other": ("other", "narrative/outcome-count", outcomes("other"), [], SHARES),
    "review": ("review", "narrative/review-count", ["proceedings.review.total"], ["narrative/zero-claim"], SHARES),
    "suits": ("suits", "narrative/litigation-count", ["proceedings.direct_suits.total", "proceedings.suits_after_review.total"], ["narrative/zero-claim"], SHARES),
    "issued": ("issued", "narrative/document-count", ["disclosure.normative_documents.issued"], [], []),
    "repealed": ("repealed", "narrative/document-count", ["disclosure.normative_documents.repealed"], [], []),
    "in_force": ("in_force", "narrative/document-count", ["disclosure.normative_documents.in_force"], [], []),
    "disclosed_share": ("disclosed_share", "narrative/percentage", [], [], []),
    "unavailable_share": ("unavailable_share", "narrative/percentage", [], [], []),
}


def wrong(rng, key, figures):
    """Another figure than that of `key`, a number or the text of a share, which no other reading of the table gives."""
    value = figures[key]
    readings = {"done": {figures["done"] - figures["over"]}, "new": {figures["all"]}}.get(key, set())
    if isinstance(value, str):
        whole, _, rest = value.partition(".")
        other = (int(whole) + rng.choice((7, 11, 23))) % 98 + 1
        return f"{other}.{rest}" if rest else str(other)
    others = [value + rng.randint(1, 3), value + rng.randint(4, 40), value + 41] + ([value - 1] if value > 1 else [])
    return rng.choice([other for other in others if other not in readings])
