"""One report before it is dressed in a format: title, paragraphs, headings, tables, signature, and the truth about them."""
from dataclasses import dataclass, field
from decimal import Decimal

import figures
import forms
import phrases
from prose import Prose, share


@dataclass
class Section:
    number: int             # 1 to 6
    heading: str            # as printed, with its numeral
    blocks: list            # ("p", text), ("h", text), ("table", name)


@dataclass
class Report:
    body: object
    form: int
    year: int
    cells: dict             # right figures, before any fault
    printed: dict           # cell -> what is printed; "" is blank
    title: list             # lines
    preamble: list
    sections: list
    signature: list         # agency and date; empty: none
    places: dict            # figure -> clause of the text
    figures: dict = field(default_factory=dict)  # what the prose says
    faults: list = field(default_factory=list)
    decoys: list = field(default_factory=list)
    allowed: list = field(default_factory=list)  # rules that may speak here: a matter of opinion
    meant: dict = field(default_factory=dict)   # cell -> {"value", "state", "text"} where the printed text is no plain number
    loose: list = field(default_factory=list)    # beginnings of cells that need not be read, as they are not of the form
    before_title: list = field(default_factory=list)
    used: set = field(default_factory=set)       # sentences said, for next year's report
    extras: dict = field(default_factory=dict)   # "tables": changed grids; "labels": marks of labels; and what only some formats can hold

    @property
    def paragraphs(self):
        return [(section, at) for section in self.sections for at, block in enumerate(section.blocks) if block[0] == "p"]

    def section(self, number):
        return next((section for section in self.sections if section.number == number), None)

    def wanted(self, cell):
        """What must be read: nothing where the document has no such cell."""
        if cell not in self.printed:
            return None
        text = self.printed[cell]
        return self.meant.get(cell) or dict(value=text or None, state="number" if text else "blank", text=text)

    def truth(self):
        title = "".join(self.title)
        return dict(form=None if "disclosure." in self.loose else str(self.form), year=self.year,
                    agency=self.body.name if self.body.name in title else None, title=title or None,
                    cells={cell: self.wanted(cell) for cell in forms.cell_ids(self.form)},
                    sections=[section.number for section in self.sections],
                    faults=[fault.__dict__ for fault in self.faults], decoys=self.decoys, allowed=self.allowed, loose=self.loose)


def plain_number(value):
    """1234, 3.5 or -2 as a clerk types it."""
    return format(value.normalize(), "f") if isinstance(value, Decimal) else str(value)


def said(cells, form):
    """The figures that the prose may quote."""
    def total(row):
        return cells[f"requests.{row}.total"]

    rows = forms.outcome_rows(form)
    facts = dict(new=total("new_requests"), over=total("carried_over"), done=total("outcome_total"), forward=total("carried_forward"),
                 disclosed=total("disclosed"), partly=total("partly_disclosed"))
    facts["all"] = facts["new"] + facts["over"]
    for name in ("refused", "unavailable", "unprocessed", "other"):
        facts[name] = sum(total(row) for row in rows if row.startswith(name + "_"))
    facts["persons"] = cells["requests.new_requests.individuals"]
    facts["bodies"] = facts["new"] - facts["persons"]
    for row, name in (("review", "review"), ("direct_suits", "direct"), ("suits_after_review", "after")):
        facts[name] = cells[f"proceedings.{row}.total"]
    for result in ("upheld", "corrected", "other", "pending"):
        facts["review_" + result] = cells[f"proceedings.review.{result}"]
    facts["suits"] = facts["direct"] + facts["after"]
    if form == 2021:
        for name in ("issued", "repealed", "in_force"):
            facts[name] = cells[f"disclosure.normative_documents.{name}"]
    return facts


def shares(facts, rng):
    digits = rng.choice((0, 1, 2))
    if facts["done"]:
        facts["disclosed_share"] = share(facts["disclosed"], facts["done"], digits)
        facts["unavailable_share"] = share(facts["unavailable"], facts["done"], digits)


def requests_text(prose, rng):
    f = prose.figures
    out = []
    if not (f["new"] or f["over"] or f["done"] or f["forward"]):
        return prose.say(phrases.NO_REQUESTS)
    simple = f["new"] and not f["over"] and not f["forward"]
    if f["scope"]:
        out.append(prose.say(phrases.REQUESTS_OF_ALL))
    else:
        out.append(prose.say(phrases.ALL_DONE if simple and rng.random() < 0.5 else phrases.REQUESTS))
    if f["new"] and rng.random() < 0.4:
        out.append(prose.say(phrases.APPLICANTS))
    elif f["new"] and rng.random() < 0.3:
        web = rng.randint(0, f["new"])
        mail = rng.randint(0, f["new"] - web)
        out.append(prose.say(phrases.CHANNELS, web=web, mail=mail, visit=f["new"] - web - mail))
    if f["done"] and rng.random() < 0.6:
        out.append(prose.say(phrases.OUTCOMES))
        if rng.random() < 0.4:
            out.append(prose.say(phrases.OUTCOME_SHARES))
    return "".join(out)


def proceedings_text(prose):
    f = prose.figures
    return prose.say(phrases.PROCEEDINGS if f["review"] or f["suits"] else phrases.NO_PROCEEDINGS)


def work_figures(rng):
    a, b, c = rng.randint(3, 90), rng.randint(100, 4000), rng.randint(2, 60)
    return dict(a=a, b=b, c=c, all=a + b + c, few=rng.randint(1, 9), rate=f"9{rng.randint(0, 9)}.{rng.randint(0, 9)}",
                rate2=f"9{rng.randint(5, 9)}.{rng.randint(0, 9)}")


def overall(prose, body, rng, form):
    """Blocks of section one."""
    def work(sentences, count):
        return "".join(prose.say(sentences, **work_figures(rng)) for _ in range(count))

    proactive = work(phrases.PUBLISHED, 1)
    if form == 2021 and rng.random() < 0.6:
        proactive += prose.say(phrases.DOCUMENTS)
    proactive += work(phrases.ACTIVITY, rng.randint(0, 3))
    on_request = requests_text(prose, rng)
    if rng.random() < 0.7:
        on_request += proceedings_text(prose)
    supervision = prose.some(phrases.SUPERVISION, rng.randint(2, 3))
    if body.name.endswith("人民政府"):  # of any level, townships too
        supervision = prose.say(phrases.GOVERNMENT_DUTIES) + supervision
    texts = (proactive, on_request, prose.some(phrases.MANAGEMENT, rng.randint(2, 3)), prose.some(phrases.PLATFORM, rng.randint(2, 3)), supervision)
    names = ("主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障")
    habit = rng.choice(("（{n}）{name}情况", "（{n}）{name}", "（{n}）{name}。", "inline", "（{n}）{name}情况"))
    blocks = [("p", prose.say(phrases.OVERVIEW))]
    for number, name, text in zip(forms.NUMERALS, names, texts):
        if habit == "inline":
            blocks.append(("p", f"{number}是{name}方面。{text}"))
        elif habit.endswith("。"):
            blocks.append(("p", habit.format(n=number, name=name) + text))
        else:
            blocks += [("h", habit.format(n=number, name=name)), ("p", text)]
    return blocks


def problems(prose, rng):
    frame = rng.choice(phrases.PROBLEM_FRAMES)
    fresh = [at for at in range(len(phrases.PROBLEMS)) if phrases.PROBLEMS[at] not in prose.avoid]
    picked = rng.sample(fresh, min(len(fresh), rng.randint(2, 3)))
    prose.used.update(phrases.PROBLEMS[at] for at in picked)
    first = "；".join(f"{forms.NUMERALS[n]}是{phrases.PROBLEMS[at]}" for n, at in enumerate(picked))
    second = "；".join(f"{forms.NUMERALS[n]}是{phrases.CURES[at]}" for n, at in enumerate(picked))
    texts = [prose.say(frame[0]) + first + "。", prose.say(frame[1]) + second + "。"]
    return [("p", "".join(texts))] if rng.random() < 0.4 else [("p", text) for text in texts]


def other_matters(prose, rng, year):
    text = ""
    if year >= 2021 or rng.random() < 0.3:
        if rng.random() < 0.15:
            cases = rng.randint(1, 9)
            text = prose.say(phrases.FEE, cases=cases, amount=cases * 10 * rng.randint(3, 40))
        else:
            text = prose.say(phrases.NO_FEE)
    if not text or rng.random() < 0.5:
        text += prose.say(phrases.NOTHING_ELSE)
    return [("p", text)]


def headings(rng, sections):
    """Six printed headings in one of the wordings that offices use and nobody objects to."""
    words = list(sections)
    if rng.random() < 0.1:
        words[1] = "行政机关主动公开政府信息情况"
        words[2] = "行政机关收到和处理政府信息公开申请情况"
        words[3] = "因政府信息公开工作被申请行政复议、提起行政诉讼情况"
    if rng.random() < 0.15:
        words[4] = "政府信息公开工作存在的主要问题及改进情况"
    return [f"{forms.NUMERALS[at]}、{word}" for at, word in enumerate(words)]


TITLES = (
    ["{agency}{year}年政府信息公开工作年度报告"], ["{agency}{year}年政府信息公开工作年度报告"], ["{agency}", "{year}年政府信息公开工作年度报告"],
    ["{agency}{year}年度政府信息公开工作年度报告"], ["{year}年{agency}政府信息公开工作年度报告"], ["{agency}政府信息公开工作{year}年度报告"],
    ["{agency}", "{year}年度政府信息公开工作年度报告"],
)


def signed(body, rng, year):
    if rng.random() < 0.4:
        return []
    month, day = (rng.randint(1, 3), rng.randint(1, 28)) if body.kind == "government" else (1, rng.randint(4, 30))
    date = rng.choice(("{}年{}月{}日",) * 4 + ("{}年{:02}月{:02}日",)).format(year + 1, month, day)
    return [body.name, date]


def opening(prose, rng, names):
    text = prose.say(phrases.OPENING, **names)
    if rng.random() < 0.5:
        text += prose.say(phrases.PARTS)
    if rng.random() < 0.7:
        text += prose.say(phrases.PERIOD, **names)
    if rng.random() < 0.5:
        text += prose.say(phrases.CONTACT, **names)
    return [text]


def compose(rng, body, year, cells, told=None, avoid=(), form=None):
    """A report that is right. `told` replaces figures of the prose; `avoid`: sentences that last year's report used."""
    form = form or forms.form_of_year(year)
    facts = said(cells, form)
    shares(facts, rng)
    facts.update(told or {})
    names = dict(agency=body.name, own=body.own, scope=body.scope, place=body.place, year=year, notice=forms.NOTICES[form],
                 notice_name=forms.NOTICE_NAMES[form],
                 phone=f"{body.code}-{rng.randint(2, 8)}{rng.randint(100000, 999999)}", postcode=rng.randint(100000, 899999))
    prose = Prose(rng, {**names, **facts}, avoid)
    preamble = opening(prose, rng, names) if rng.random() < 0.85 else []
    blocks = [overall(prose, body, rng, form), [("table", "disclosure")], [("table", "requests")], [("table", "proceedings")],
              problems(prose, rng), other_matters(prose, rng, year)]
    printed = headings(rng, forms.SECTIONS)
    sections = [Section(at + 1, printed[at], blocks[at]) for at in range(6)]
    title = [line.format(**names) for line in rng.choice(TITLES)]
    report = Report(body, form, year, cells, {cell: plain_number(value) for cell, value in cells.items()}, title, preamble, sections,
                    signed(body, rng, year), prose.places, prose.figures)
    report.used.update(prose.used)
    if "行政机关" in printed[1] or "工作" in printed[4]:
        report.allowed.append("structure/section-title")
    return report
