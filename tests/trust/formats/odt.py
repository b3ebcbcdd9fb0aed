"""OpenDocument text, zipped and flat: covered cells, spans of formatting, tracked changes."""
import io
import zipfile
from xml.sax.saxutils import escape

import grids

NAMES = ("office:urn:oasis:names:tc:opendocument:xmlns:office:1.0", "text:urn:oasis:names:tc:opendocument:xmlns:text:1.0",
         "table:urn:oasis:names:tc:opendocument:xmlns:table:1.0", "dc:http://purl.org/dc/elements/1.1/")
NS = " ".join(f'xmlns:{name.split(":", 1)[0]}="{name.split(":", 1)[1]}"' for name in NAMES)
KIND = "application/vnd.oasis.opendocument.text"


def words(text):
    """Blanks that XML would swallow and line breaks have elements of their own."""
    out = escape(text).replace("\n", "<text:line-break/>").replace("\t", "<text:tab/>")
    return f"<text:s/>{out[1:]}" if out.startswith(" ") else out


def paragraph(text):
    return f"<text:p>{words(text)}</text:p>"


def in_spans(text, rng):
    at = rng.randint(1, max(1, len(text) - 1))
    return f"<text:p>{words(text[:at])}<text:span>{words(text[at:])}</text:span></text:p>"


def table_xml(rows, name, rng, nested):
    width = grids.width_of(rows)
    out = [f'<table:table table:name="{name}"><table:table-column table:number-columns-repeated="{width}"/>']
    for at, line in enumerate(grids.spread_out(rows)):
        head = at < 3 and name == "requests"
        out.append("<table:table-header-rows>" if head and at == 0 else "")
        out.append("<table:table-row>")
        for cell, first in line:
            if not first:
                out.append("<table:covered-table-cell/>")
                continue
            spans = (f' table:number-columns-spanned="{cell.across}"' if cell.across > 1 else "") + \
                    (f' table:number-rows-spanned="{cell.down}"' if cell.down > 1 else "")
            out.append(f"<table:table-cell{spans}>{in_spans(cell.text, rng) if nested and cell.text else paragraph(cell.text)}</table:table-cell>")
        out.append("</table:table-row>")
        out.append("</table:table-header-rows>" if head and at == 2 else "")
    return "".join(out) + "</table:table>"


def body(report, rng, nested):
    tables = grids.tables(report)
    out = [paragraph(line) for line in report.before_title + report.title + report.preamble]
    for section in report.sections:
        out.append(f'<text:h text:outline-level="1">{words(section.heading)}</text:h>')
        for kind, content in section.blocks:
            out.append(table_xml(tables[content], content, rng, nested) if kind == "table" else
                       f'<text:h text:outline-level="2">{words(content)}</text:h>' if kind == "h" else in_spans(content, rng))
        for kind, text in report.extras.get("marks", ()) if section.number == 5 else ():
            note = f"<office:annotation><dc:creator>审核人</dc:creator>{paragraph(text)}</office:annotation>"
            out.append(f"<text:p>具体情况如上。{note}</text:p>")
    return "".join(out) + "".join(paragraph(line) for line in report.signature)


def zipped(nested):
    def write(report, rng):
        content = f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {NS}><office:body><office:text>{body(report, rng, nested)}' \
                  "</office:text></office:body></office:document-content>"
        manifest = ('<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
                    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{KIND}"/>'
                    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>')
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name, text, how in (("mimetype", KIND, zipfile.ZIP_STORED), ("content.xml", content, zipfile.ZIP_DEFLATED),
                                    ("META-INF/manifest.xml", manifest, zipfile.ZIP_DEFLATED)):
                archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), text, how)
        return out.getvalue()
    return write


LAYOUTS = {"plain": zipped(False), "spans": zipped(True)}
ENDING = "odt"
