"""Plain text: tables as tabs, pipes, aligned blanks, one cell a line, Markdown."""
import unicodedata

import grids


def flat(text):
    return text.replace("\n", "")


def lines_of(report, table_lines):
    """The report as lines; `table_lines(rows, name)` writes a table."""
    tables = grids.tables(report)
    out = [*report.before_title, *report.title, ""]
    for text in report.preamble:
        out += [text, ""]
    for section in report.sections:
        out += [section.heading, ""]
        for kind, content in section.blocks:
            out += table_lines(tables[content], content) if kind == "table" else [content]
            out.append("")
    return out + report.signature


def tabs(rows, name):
    return ["\t".join(flat(cell.text) if first else "" for cell, first in row) for row in grids.spread_out(rows)]


def pipes(rows, name):
    """As an extractor writes a web table: labels of merged cells repeated."""
    return ["| " + " | ".join(flat(cell.text) for cell, _ in row) + " |" for row in grids.spread_out(rows)]


def markdown(rows, name):
    body = ["| " + " | ".join(flat(cell.text) if first else " " for cell, first in row) + " |" for row in grids.spread_out(rows)]
    return [body[0], "|" + " --- |" * grids.width_of(rows), *body[1:]]


def wide(text):
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def blanks(rows, name):
    """Columns aligned with blanks, as text taken from a printed page."""
    grid = grids.spread_out(rows)
    widths = [max([4] + [wide(flat(row[at][0].text)) for row in grid if row[at][1] and row[at][0].across == 1]) + 3 for at in range(len(grid[0]))]
    out = []
    for row in grid:
        line, target = "", 0
        for at, (cell, first) in enumerate(row):
            if first:
                line += " " * max(target - wide(line), 2 if line else 0) + flat(cell.text)
            target += widths[at]
        out.append(line.rstrip())
    return out


def torn(rows, name):
    """One cell a line."""
    return [flat(cell.text) for row in rows for cell in row]


def writer(table_lines, prefix=""):
    def write(report, rng):
        text = "\n".join(lines_of(report, table_lines))
        return text.encode("utf-8")
    return write


LAYOUTS = {"tabs": writer(tabs), "pipes": writer(pipes), "markdown": writer(markdown), "blanks": writer(blanks), "torn": writer(torn)}
ENDING = "txt"
