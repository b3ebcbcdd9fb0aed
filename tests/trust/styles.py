"""How clerks write the value of a cell. Each style changes what is printed and says what must be read."""
from faults.base import Fault

FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
MARKS = {"/": "dash", "—": "dash", "-": "dash", "无": "dash", "": "blank"}


def meant(value, state, text):
    return dict(value=value, state=state, text=text)


def zeros_as(report, mark, rng, layout_keeps_blanks=True):
    """Writes the zeros of one or all tables as `mark`."""
    tables = rng.choice((["disclosure"], ["requests"], ["proceedings"], ["disclosure", "requests", "proceedings"]))
    state = MARKS[mark]
    for table in tables:
        zeros = [cell for cell, text in report.printed.items() if cell.startswith(table + ".") and text == "0"]
        if not zeros or (mark == "" and len(zeros) == sum(cell.startswith(table + ".") for cell in report.printed)):
            continue
        for cell in zeros:
            report.printed[cell] = mark
            report.meant[cell] = meant(None, state, mark)
        report.faults.append(Fault("cells/" + state, cells=zeros))


def rewrite(report, rng, change, rule, share=1.0):
    """Writes some numbers otherwise without changing them; `rule` remarks on it, if any."""
    touched = []
    for cell, text in list(report.printed.items()):
        if not text.replace(".", "").replace("-", "").isdigit() or rng.random() > share:
            continue
        written = change(text)
        if written is None or written == text:
            continue
        report.printed[cell] = written
        report.meant[cell] = meant(text, "number", written)
        touched.append(cell)
    if touched and rule:
        report.faults.append(Fault(rule, cells=touched))


def thousands(text):
    return f"{int(text):,}" if text.isdigit() and int(text) > 999 else None


STYLES = {
    "plain": lambda report, rng: None,
    "full-width": lambda report, rng: rewrite(report, rng, lambda text: text.translate(FULL_WIDTH), "cells/number-format", rng.choice((0.05, 1))),
    "thousands": lambda report, rng: rewrite(report, rng, thousands, "cells/number-format"),
    "padded": lambda report, rng: rewrite(report, rng, lambda text: f" {text} ", None),
    "nbsp": lambda report, rng: rewrite(report, rng, lambda text: f"\u00a0{text}\u00a0", None),
    "wide-space": lambda report, rng: rewrite(report, rng, lambda text: f"\u3000{text}", None),
    "unit": lambda report, rng: rewrite(report, rng, lambda text: text + "件" if text.isdigit() and text != "0" else None, "cells/unit", 0.3),
    "leading-zero": lambda report, rng: rewrite(report, rng, lambda text: "0" + text if text.isdigit() and text != "0" else None, "cells/number-format", 0.1),
    "blank": lambda report, rng: zeros_as(report, "", rng),
    "slash": lambda report, rng: zeros_as(report, "/", rng),
    "dash": lambda report, rng: zeros_as(report, "—", rng),
    "hyphen": lambda report, rng: zeros_as(report, "-", rng),
    "none": lambda report, rng: zeros_as(report, "无", rng),
}
