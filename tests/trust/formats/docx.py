"""Word files: merged cells in both ways, tables split in two, content controls, automatic numbers, tracked changes."""
import io
import zipfile
from xml.sax.saxutils import escape

import forms
import grids

NS = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
      'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"')
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def run(text, properties=""):
    lines = text.split("\n")
    inner = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in lines)
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inner}</w:r>"


def broken(text, rng):
    """A text in several runs, as Word leaves it after editing."""
    cuts = sorted(rng.sample(range(1, len(text)), min(len(text) - 1, rng.randint(0, 3)))) if len(text) > 1 else []
    pieces = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)])]
    return "".join(run(piece) for piece in pieces)


def paragraph(inner, style="", number=None):
    numbering = f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>' if number else ""
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties = f"<w:pPr>{style}{numbering}</w:pPr>" if style or numbering else ""
    return f"<w:p>{properties}{inner}</w:p>"


def cell_xml(inner, across=1, merge=""):
    span = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/>{span}{merge}</w:tcPr>{inner}</w:tc>'


def value_inner(cell, options, rng):
    text = cell.text
    if options.get("controls") and not cell.label and text:
        content = f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{run(text)}</w:sdtContent></w:sdt>"
        return paragraph(content)
    if not text:
        return "<w:p/>"
    return paragraph(run(text, "<w:b/>") if options.get("bold") else broken(text, rng))


def table_xml(rows, options, rng):
    width = grids.width_of(rows)
    out = []
    for line in grids.spread_out(rows):
        cells, at = [], 0
        while at < width:
            cell, first = line[at]
            continued = '<w:vMerge w:val="continue"/>' if options.get("continue") else "<w:vMerge/>"
            if first:
                merge = '<w:vMerge w:val="restart"/>' if cell.down > 1 else ""
                if options.get("hmerge") and cell.across > 1:
                    cells.append(cell_xml(value_inner(cell, options, rng), 1, '<w:hMerge w:val="restart"/>' + merge))
                    cells += [cell_xml("<w:p/>", 1, "<w:hMerge/>" + (merge and continued)) for _ in range(cell.across - 1)]
                else:
                    cells.append(cell_xml(value_inner(cell, options, rng), cell.across, merge))
            elif options.get("hmerge") and cell.across > 1:
                cells.append(cell_xml("<w:p/>", 1, '<w:hMerge w:val="restart"/>' + continued))
                cells += [cell_xml("<w:p/>", 1, "<w:hMerge/>" + continued) for _ in range(cell.across - 1)]
            else:
                cells.append(cell_xml("<w:p/>", cell.across, continued))
            at += cell.across
        out.append(f"<w:tr>{''.join(cells)}</w:tr>")
    grid = '<w:tblGrid>' + '<w:gridCol w:w="900"/>' * width + "</w:tblGrid>"
    head = f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr>{grid}'
    if options.get("split") and len(out) > 12:
        cut = rng.randint(8, len(out) - 4)
        return head + "".join(out[:cut]) + "</w:tbl><w:p/>" + head + "".join(out[cut:]) + "</w:tbl>"
    return head + "".join(out) + "</w:tbl>"


NUMBERING = HEAD + f"""<w:numbering {NS}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="（%2）"/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""


def numbered(text, options, level):
    """Heading with its number typed, or made by Word."""
    mark = "、" if level == 0 else "）"
    if options.get("numbering") and text.startswith(options["expected"][level] + mark):
        return paragraph(run(text.split(mark, 1)[1].strip()), number=(1, level))
    return paragraph(run(text), "Heading1" if level == 0 else "")


AUTHOR = 'w:id="1" w:author="审核人" w:date="2025-01-06T09:00:00Z"'


def mark_xml(kind, text):
    """A paragraph with what an editor left behind."""
    if kind == "comment":
        return paragraph(f'<w:commentRangeStart w:id="1"/>{run("具体情况如上。")}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>')
    if kind == "hidden":
        return paragraph(run("具体情况如上。") + run(text, "<w:vanish/>"))
    inner = run(text)
    if kind == "deleted":
        return paragraph(run("具体情况如上。") + f'<w:del {AUTHOR}>{inner.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")}</w:del>')
    return paragraph(run("具体情况如上。") + f"<w:ins {AUTHOR}>{inner}</w:ins>")


def comments(report):
    """word/comments.xml where there are comments."""
    texts = [text for kind, text in report.extras.get("marks", ()) if kind == "comment"]
    if not texts:
        return {}
    xml = f"{HEAD}<w:comments {NS}><w:comment {AUTHOR}>{paragraph(run(texts[0]))}</w:comment></w:comments>"
    return {"comments.xml": ("application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml", "comments", xml)}


def document(report, options, rng):
    tables = grids.tables(report)
    body = [paragraph(run(line)) for line in report.before_title] + [paragraph(run(line), "Title") for line in report.title]
    body += [paragraph(broken(text, rng)) for text in report.preamble]
    for at, section in enumerate(report.sections):
        automatic = {**options, "expected": (forms.NUMERALS[at], "（" + forms.NUMERALS[0])}
        body.append(numbered(section.heading, automatic, 0))
        under = 0
        for kind, content in section.blocks:
            if kind == "table":
                body.append(table_xml(tables[content], options, rng))
            elif kind == "h":
                automatic["expected"] = (forms.NUMERALS[at], "（" + forms.NUMERALS[under])
                body.append(numbered(content, automatic, 1))
                under += 1
            else:
                body.append(paragraph(broken(content, rng)))
        body += [mark_xml(kind, text) for kind, text in report.extras.get("marks", ()) if section.number == 5]
    body += [paragraph(run(text)) for text in report.signature]
    return body


def pack(body, numbering=True, more=None):
    """The zip; `more`: further parts {name: (type, relation, xml)} below word/."""
    more = dict(more or {})
    if numbering:
        more["numbering.xml"] = ("application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml", "numbering", NUMBERING)
    overrides = "".join(f'<Override PartName="/word/{name}" ContentType="{kind}"/>' for name, (kind, _, _) in more.items())
    relations = "".join(f'<Relationship Id="rId{at}" Type="{OFFICE}/{relation}" Target="{name}"/>' for at, (name, (_, relation, _)) in enumerate(more.items(), 1))
    package = "http://schemas.openxmlformats.org/package/2006"
    files = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/'
        f'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>{overrides}</Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"{HEAD}<w:document {NS}><w:body>{''.join(body)}<w:sectPr/></w:body></w:document>",
        "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="{package}/relationships">{relations}</Relationships>',
        **{f"word/{name}": xml for name, (_, _, xml) in more.items()},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def writer(**options):
    def write(report, rng):
        return pack(document(report, options, rng), more=comments(report))
    return write


LAYOUTS = {"merged": writer(), "continue": writer(**{"continue": True}), "hmerge": writer(hmerge=True), "split": writer(split=True),
           "controls": writer(controls=True), "numbering": writer(numbering=True), "bold": writer(bold=True)}
ENDING = "docx"
