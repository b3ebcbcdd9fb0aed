"""Claims of the prose against the tables: the sentence of the requests or cases is replaced by a wrong one."""
import re

from faults.base import add


def sentences_with(report, word):
    for section in report.sections:
        if section.number != 1:
            continue
        for at, (kind, text) in enumerate(section.blocks):
            if kind == "p":
                for sentence in re.findall(r"[^。]*。", text):
                    if word in sentence:
                        yield section, at, sentence


def swap(report, word, new):
    """Takes all sentences with `word` out of section one and puts `new` where the first was."""
    found = list(sentences_with(report, word))
    if not found:
        return False
    for section, at, sentence in found:
        text = section.blocks[at][1].replace(sentence, new if sentence is found[0][2] else "", 1)
        section.blocks[at] = ("p", text)
    return True


def all_handled(report, rng):
    new, forward, done = (report.cells[f"requests.{row}.total"] for row in ("new_requests", "carried_forward", "outcome_total"))
    if not forward or not new:
        return False
    claim = rng.choice(("已全部办结", "均已按时答复", "已全部按期办结并答复"))
    if not swap(report, "件", f"全年共收到政府信息公开申请{new}件，{claim}。"):
        return False
    add(report, "narrative/all-handled-claim", text=claim, also=["narrative/handled-count", "narrative/balance"])


def zero_claim(report, rng):
    if not report.cells["requests.new_requests.total"]:
        return False
    text = rng.choice(("{}年，{}未收到政府信息公开申请", "{}年，{}没有收到公民、法人和其他组织提出的政府信息公开申请", "{}年度，{}未接到依申请公开件")).format(report.year, report.body.own)
    if not swap(report, "申请", text + "。"):
        return False
    add(report, "narrative/zero-claim", text=text)


def zero_claim_cases(report, rng):
    if not report.cells["proceedings.review.total"]:
        return False
    text = rng.choice(("未发生因政府信息公开引起的行政复议", "没有因政府信息公开工作被申请行政复议", "无政府信息公开行政复议案件"))
    if not swap(report, "复议", f"全年{text}。"):
        return False
    add(report, "narrative/zero-claim", text=text)


def table_all_zero(report, rng):
    if report.cells["requests.new_requests.total"] or report.cells["requests.carried_over.total"]:
        return False
    count = rng.randint(1, 30)
    if not swap(report, "申请", f"全年共收到政府信息公开申请{count}件，均已按时答复。"):
        return False
    add(report, "narrative/table-all-zero", text=f"{count}件", instead=["narrative/request-count"], also=["narrative/handled-count"])


def all_upheld(report, rng):
    review = {name: report.cells[f"proceedings.review.{name}"] for name in ("upheld", "corrected", "other", "pending", "total")}
    if not review["total"] or review["upheld"] == review["total"]:
        return False
    if not swap(report, "复议", f"全年因政府信息公开被申请行政复议{review['total']}件，均获维持。"):
        return False
    add(report, "narrative/all-upheld-claim", text="均获维持", instead=["narrative/review-count"])


def column_for_total(report, rng):
    new, persons = report.cells["requests.new_requests.total"], report.cells["requests.new_requests.individuals"]
    if persons == new or persons < 2:
        return False
    if not swap(report, "件", f"全年新收政府信息公开申请{persons}件。"):
        return False
    add(report, "narrative/column-for-total", text=f"{persons}件", instead=["narrative/request-count"])


def balance(report, rng):
    cells = [report.cells[f"requests.{row}.total"] for row in ("new_requests", "carried_over", "outcome_total", "carried_forward")]
    if not cells[0]:
        return False
    new, over, done, forward = cells
    more = rng.randint(1, 5)
    if not swap(report, "件", f"新收政府信息公开申请{new}件，上年结转{over}件；办结{done + more}件，结转下年度{forward}件。"):
        return False
    add(report, "narrative/balance", instead=["narrative/handled-count"])


def request_unit(report, rng):
    new = report.cells["requests.new_requests.total"]
    unit = rng.choice("条个份封")
    if not swap(report, "申请", f"全年共收到政府信息公开申请{new}{unit}。"):
        return False
    add(report, "wording/request-unit", text=f"{new}{unit}")


FAULTS = dict(all_handled=all_handled, zero_claim=zero_claim, zero_claim_cases=zero_claim_cases, table_all_zero=table_all_zero, all_upheld=all_upheld,
              column_for_total=column_for_total, said_balance=balance, request_unit=request_unit)
