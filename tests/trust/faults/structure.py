"""Sections, tables, rows and columns that are missing, out of order or renamed; sections without content."""
import copy

import forms
import grids
from faults.base import add


def grid(report, name):
    """The grid of a table, kept with the report so that it can be changed."""
    tables = report.extras.setdefault("tables", {})
    tables.setdefault(name, copy.deepcopy(grids.TABLES[name](report)))
    return tables[name]


def drop_cells(report, start):
    for cell in [cell for cell in report.printed if cell.startswith(start)]:
        del report.printed[cell]


def section_missing(report, rng):
    number = rng.choice((4, 5, 6))
    report.sections.remove(report.section(number))
    if number == 4:
        drop_cells(report, "proceedings.")
    add(report, "structure/section-missing", also=["structure/table-missing", "fees/statement", "structure/section-number", "title/parts-count"])


def section_order(report, rng):
    at = rng.choice((0, 1, 2, 3, 4))
    report.sections[at], report.sections[at + 1] = report.sections[at + 1], report.sections[at]
    add(report, "structure/section-order", also=["structure/section-number"])


def section_title(report, rng):
    number, words = rng.choice(((1, "工作概况"), (1, "概述"), (5, "存在问题及改进措施"), (5, "工作不足及改进措施"), (6, "下一步工作打算"), (3, "依申请公开政府信息情况")))
    section = report.section(number)
    section.heading = f"{forms.NUMERALS[number - 1]}、{words}"
    add(report, "structure/section-title", text=words, also=["title/parts-count", "content/problems-only"])


def section_number(report, rng):
    number = rng.randint(2, 6)
    section = report.section(number)
    words = section.heading.split("、", 1)[1]
    wrong = rng.choice((f"{number}、", f"{forms.NUMERALS[number - 2]}、", f"{forms.NUMERALS[number]}、"))
    section.heading = wrong + words
    add(report, "structure/section-number", text=section.heading, also=["structure/section-order"])


def section_empty(report, rng):
    number = rng.choice((1, 5, 6))
    report.section(number).blocks = []
    add(report, "structure/section-empty", text=report.section(number).heading,
        also=["content/overall-empty", "content/five-aspects", "content/problems-empty", "content/problems-only", "fees/statement", "content/government-assessment"])


def table_missing(report, rng):
    number, name = rng.choice(((2, "disclosure"), (3, "requests"), (4, "proceedings")))
    report.section(number).blocks = []
    drop_cells(report, name + ".")
    add(report, "structure/table-missing", also=["structure/section-empty"])


def row_missing(report, rng):
    rows = grid(report, "requests")
    fits = [row for row in forms.outcome_rows(report.form) if row.split("_")[0] in ("refused", "unavailable", "unprocessed")
            and all(report.printed[f"requests.{row}.{column}"] == "0" for column, _ in forms.APPLICANTS)]
    if not fits:
        return False
    row = rng.choice(fits)
    at = next(at for at, cells in enumerate(rows) if cells[-1].cell.startswith(f"requests.{row}."))
    for above in range(at - 1, -1, -1):  # cells that reach down over the row get shorter; one that begins in it moves down
        for cell in rows[above]:
            if above + cell.down > at:
                cell.down -= 1
    moving = [cell for cell in rows[at] if cell.down > 1]
    for cell in reversed(moving):
        cell.down -= 1
        rows[at + 1].insert(0, cell)
    del rows[at]
    drop_cells(report, f"requests.{row}.")
    add(report, "structure/row-missing")


def column_missing(report, rng):
    column, words = rng.choice(forms.APPLICANTS[1:6])
    if any(report.printed[f"requests.{row}.{column}"] != "0" for row in forms.request_rows(report.form)):
        return False
    rows = grid(report, "requests")
    for cells in rows:
        for cell in list(cells):
            if cell.cell.endswith("." + column) or cell.text == words and cell.label and cell.across == 1 and cells is rows[2]:
                cells.remove(cell)
            elif cell.text in ("申请人情况", "法人或其他组织"):
                cell.across -= 1
    for row in forms.request_rows(report.form):
        del report.printed[f"requests.{row}.{column}"]
    add(report, "structure/column-missing")


def label_altered(report, rng):
    table, old, new = rng.choice((("disclosure", "现行有效件数", "现行有效件"), ("requests", "3.要求提供公开出版物", "3.要求提供公开出版物品"),
                                  ("requests", "2.重复申请", "2.重复的申请"), ("disclosure", "行政强制", "行政强制执行"), ("requests", "1.属于国家秘密", "1.涉及国家秘密")))
    for cells in grid(report, table):
        for cell in cells:
            if cell.text == old:
                cell.text = new
                add(report, "form/label-altered", text=new)
                return True
    return False


def other_handling_unsplit(report, rng):
    if report.year < 2021:
        return False
    rows = grid(report, "requests")
    start = next(at for at, cells in enumerate(rows) if any(cell.text == "（六）其他处理" for cell in cells))
    sums = [sum(int(report.printed[f"requests.{row}.{column}"]) for row, _ in forms.OTHER_2021[1]) for column, _ in forms.APPLICANTS]
    rows[start:start + 3] = [[grids.Cell("（六）其他处理", 2), *(grids.Cell(str(value)) for value in sums)]]
    rows[5][0].down -= 2
    for row, _ in forms.OTHER_2021[1]:
        drop_cells(report, f"requests.{row}.")
    report.loose.append("requests.other_")
    add(report, "form/other-handling-unsplit", also=["form/mixed", "structure/row-missing", "form/label-altered"])


def mixed(report, rng):
    """Table two of the form of 2019 in a report with the other tables of 2021."""
    if report.year < 2021 or any(name in report.places for name in ("issued", "in_force")):
        return False
    rows = []
    for block, columns, lines in forms.DISCLOSURE[2019]:
        rows.append([grids.Cell(f"第二十条第{block}项", 4)])
        spans = [1] * (len(columns) - 1) + [4 - len(columns)]
        rows.append([grids.Cell("信息内容"), *(grids.Cell(words, span) for (_, words), span in zip(columns, spans))])
        rows += [[grids.Cell(words), *(grids.Cell("0", span) for span in spans)] for _, words in lines]
    report.extras.setdefault("tables", {})["disclosure"] = rows
    drop_cells(report, "disclosure.")
    report.loose += ["disclosure.", "requests.other_"]  # of two forms one must be taken, and loses what is the other's
    add(report, "form/mixed", also=["form/outdated", "structure/row-missing", "structure/column-missing", "form/label-altered", "structure/table-missing",
                                    "structure/section-missing"])


# ---- content ---------------------------------------------------------------------------------------------


def overall_empty(report, rng):
    report.section(1).blocks = [("p", rng.choice(("{}年，{}认真做好政府信息公开工作。", "{}年{}政府信息公开工作有序开展。")).format(report.year, report.body.own))]
    add(report, "content/overall-empty", also=["content/five-aspects", "content/government-assessment"])


def five_aspects(report, rng):
    if report.body.name.endswith("人民政府"):
        return False
    section = report.section(1)
    keep = [block for block in section.blocks[:5]]
    section.blocks = keep[:3] if keep[1][0] == "h" else keep[:2]
    section.blocks.append(("p", "围绕重点任务做好政策发布和解读，及时回应群众关切，主动接受群众咨询，全面展示工作进展情况和成效，增进社会各界的理解与支持。" * 2))
    add(report, "content/five-aspects", also=["residue/duplicate-paragraph"])


def government_assessment(report, rng):
    if report.body.kind != "government":
        return False
    words = ("考核", "评议", "责任追究", "追究", "问责")
    section = report.section(1)
    section.blocks = [(kind, "".join(part + "。" for part in text.split("。") if part and not any(word in part for word in words)) if kind == "p" else text)
                      for kind, text in section.blocks]
    section.blocks = [(kind, text or "健全日常指导机制，对各单位公开工作跟踪督办。") for kind, text in section.blocks]
    add(report, "content/government-assessment", also=["content/five-aspects"])


def problems_empty(report, rng):
    report.section(5).blocks = [("p", rng.choice(("无。", "暂无。", "不存在问题。", "无")))]
    add(report, "content/problems-empty", also=["content/problems-only", "structure/section-title"])


def problems_only(report, rng):
    section = report.section(5)
    texts = ("{0}年，{1}在公开工作中还存在一些不足：公开内容不够丰富，信息更新不够及时，工作人员业务能力不强。",
             "存在的主要问题有：基层力量薄弱，解读形式单一，群众知晓度不高，公开专栏内容偏少。")
    section.blocks = [("p", rng.choice(texts).format(report.year, report.body.own))]
    add(report, "content/problems-only")


FAULTS = dict(section_missing=section_missing, section_order=section_order, section_title=section_title, section_number=section_number,
              section_empty=section_empty, table_missing=table_missing, row_missing=row_missing, column_missing=column_missing, label_altered=label_altered,
              other_handling_unsplit=other_handling_unsplit, mixed=mixed, overall_empty=overall_empty, five_aspects=five_aspects,
              government_assessment=government_assessment, problems_empty=problems_empty, problems_only=problems_only)
