"""What all faults share."""
from dataclasses import dataclass, field


@dataclass
class Fault:
    rule: str
    cells: list = field(default_factory=list)     # guilty cells; the finding should name one of them
    text: str = ""                                # or the words where the finding should stand; empty: anywhere
    instead: list = field(default_factory=list)   # rules that tell of it as well
    also: list = field(default_factory=list)      # rules that may speak of what follows from it


def put(report, cell, value):
    """Prints another number in a cell."""
    report.printed[cell] = str(value)
    report.meant.pop(cell, None)


def add(report, *args, **more):
    report.faults.append(Fault(*args, **more))


def insert(report, rng, text, number=1):
    """Puts a sentence at the end of a paragraph of a section; False without one."""
    section = report.section(number)
    places = [at for at, block in enumerate(section.blocks) if block[0] == "p" and not block[1].endswith(("：", ":"))] if section else []
    if not places:
        return False
    at = rng.choice(places[1:] or places)
    section.blocks[at] = ("p", section.blocks[at][1] + text)
    return True


def replace(report, old, new):
    """Replaces the one place of the prose that holds `old`; False if there is not exactly one."""
    spots = [(section.blocks, at) for section in report.sections for at, block in enumerate(section.blocks) if block[0] != "table" and old in block[1]]
    lines = [at for at, text in enumerate(report.preamble) if old in text]
    if len(spots) + len(lines) != 1:
        return False
    if lines:
        report.preamble[lines[0]] = report.preamble[lines[0]].replace(old, new, 1)
    else:
        blocks, at = spots[0]
        blocks[at] = (blocks[at][0], blocks[at][1].replace(old, new, 1))
    return True


def clause_of(text, word):
    """The clause of `text` that holds `word`."""
    begin = max(text.rfind(mark, 0, text.index(word)) for mark in "，。；：") + 1
    ends = [at for at in (text.find(mark, text.index(word)) for mark in "，。；：") if at >= 0]
    return text[begin:min(ends) if ends else len(text)]
