"""The three tables as grids of cells with spans, as they are printed."""
from dataclasses import dataclass

import forms


@dataclass
class Cell:
    text: str
    across: int = 1
    down: int = 1
    cell: str = ""      # id of a value cell
    label: bool = True


def value(report, cell, across=1):
    return Cell(report.printed[cell], across, 1, cell, False)


def disclosure(report):
    rows, width = [], 4
    for block, columns, lines in forms.DISCLOSURE[report.form]:
        spans = [width - 1] if len(columns) == 1 else [1] * len(columns)
        if 1 < len(columns) < width - 1:
            spans[-1] = width - len(columns)
        rows.append([Cell(f"第二十条第{block}项", width)])
        rows.append([Cell("信息内容"), *(Cell(words, span) for (_, words), span in zip(columns, spans))])
        for row, words in lines:
            rows.append([Cell(words), *(value(report, f"disclosure.{row}.{column}", span) for (column, _), span in zip(columns, spans))])
    return rows


def request_values(report, row):
    return [value(report, f"requests.{row}.{column}") for column, _ in forms.APPLICANTS]


def requests(report):
    names = [words for _, words in forms.APPLICANTS]
    groups = forms.outcome_groups(report.form)
    height = sum(len(rows) for _, rows in groups) + 1
    rows = [[Cell(forms.NOTE, 3, 3), Cell("申请人情况", 7)],
            [Cell(names[0], 1, 2), Cell("法人或其他组织", 5), Cell(names[-1], 1, 2)],
            [Cell(words) for words in names[1:-1]],
            [Cell("一、本年新收政府信息公开申请数量", 3), *request_values(report, "new_requests")],
            [Cell("二、上年结转政府信息公开申请数量", 3), *request_values(report, "carried_over")]]
    first = True
    for group, lines in groups:
        for at, (row, words) in enumerate(lines):
            cells = [Cell("三、本年度办理结果", 1, height)] if first else []
            first = False
            if group is None:
                cells.append(Cell(words, 2))
            else:
                cells += [Cell(group, 1, len(lines))] if at == 0 else []
                cells.append(Cell(words))
            rows.append(cells + request_values(report, row))
    rows.append([Cell("（七）总计", 2), *request_values(report, "outcome_total")])
    rows.append([Cell("四、结转下年度继续办理", 3), *request_values(report, "carried_forward")])
    return rows


def proceedings(report):
    results = [words for _, words in forms.RESULTS]
    return [[Cell("行政复议", 5, 2), Cell("行政诉讼", 10)],
            [Cell("未经复议直接起诉", 5), Cell("复议后起诉", 5)],
            [Cell(words) for _ in range(3) for words in results],
            [value(report, f"proceedings.{row}.{column}") for row, _ in forms.PROCEEDINGS for column, _ in forms.RESULTS]]


TABLES = {"disclosure": disclosure, "requests": requests, "proceedings": proceedings}


def tables(report):
    """{name: rows}; an edit of the report (a missing row, a renamed label) may have replaced one."""
    shown = {content for section in report.sections for kind, content in section.blocks if kind == "table"}
    made = {name: report.extras.get("tables", {}).get(name) or TABLES[name](report) for name in sorted(shown)}
    for rows in made.values():
        for cell in (cell for row in rows for cell in row):
            if cell.cell in report.printed:  # written after the grid was made
                cell.text = report.printed[cell.cell]
            for old, new in report.extras.get("labels", {}).items() if cell.label else ():
                cell.text = cell.text.replace(old, new)
    return made


def width_of(rows):
    return sum(cell.across for cell in rows[0])


def spread_out(rows):
    """Rows of full width: each place holds (cell, is_its_first_place)."""
    width = width_of(rows)
    grid = [[None] * width for _ in rows]
    for at, row in enumerate(rows):
        column = 0
        for cell in row:
            while grid[at][column] is not None:
                column += 1
            for down in range(min(cell.down, len(rows) - at)):
                for across in range(cell.across):
                    grid[at + down][column + across] = (cell, down == 0 and across == 0)
    return grid
