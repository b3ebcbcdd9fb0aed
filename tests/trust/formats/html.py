"""Web pages: clean, saved by Word, by WPS, by content systems; in several encodings, declared or not; xhtml; mht."""
import base64
import html
import quopri

import grids

MSO = "mso-yfti-irow:{n};mso-padding-alt:0cm 5.4pt 0cm 5.4pt"


def esc(text):
    return html.escape(text, quote=False).replace("\n", "<br>").replace("\u00a0", "&nbsp;")


def name_of(report):
    """What the browser shows as the page's name."""
    return report.title[-1] if report.title else "政府信息公开"


def table_html(rows, td, table_tag="<table border=\"1\">", tr="<tr>", cell_open="td"):
    out = [table_tag]
    for row in rows:
        out.append(tr)
        for cell in row:
            spans = (f' colspan="{cell.across}"' if cell.across > 1 else "") + (f' rowspan="{cell.down}"' if cell.down > 1 else "")
            out.append(td(cell, spans))
        out.append("</tr>")
    out.append("</table>")
    return "\n".join(out)


def body_of(report, heading, paragraph, table, title):
    tables = grids.tables(report)
    out = [paragraph(line) for line in report.before_title] + [title(line) for line in report.title]
    out += [paragraph(text) for text in report.preamble]
    for section in report.sections:
        out.append(heading(section.heading, 1))
        for kind, content in section.blocks:
            out.append(table(tables[content]) if kind == "table" else heading(content, 2) if kind == "h" else paragraph(content))
        for kind, text in report.extras.get("marks", ()) if section.number == 5 else ():
            out.append(f'<p>具体情况如上。<span style="display:none">{esc(text)}</span></p>')
    out += [paragraph(text) for text in report.signature]
    return "\n".join(out)


def page(body, head="", title=""):
    return f"<!DOCTYPE html>\n<html>\n<head>{head}<title>{esc(title)}</title></head>\n<body>\n{body}\n</body>\n</html>\n"


def clean(report, rng):
    td = lambda cell, spans: f"<td{spans}>{esc(cell.text)}</td>"
    text = page(body_of(report, lambda text, level: f"<h{level + 1}>{esc(text)}</h{level + 1}>", lambda text: f"<p>{esc(text)}</p>",
                        lambda rows: table_html(rows, td), lambda text: f"<h1>{esc(text)}</h1>"),
                '<meta charset="utf-8">', name_of(report))
    return text.encode("utf-8")


def word(report, rng):
    """What Word writes with 另存为网页: classes, spans, mso styles, o:p."""
    span = lambda text: f'<span style=\'font-family:仿宋_GB2312;mso-hansi-font-family:"Times New Roman"\'>{esc(text)}</span>'
    paragraph = lambda text: (f"<p class=MsoNormal style='text-indent:32.0pt;line-height:28.0pt'>{span(text)}"
                              "<span lang=EN-US><o:p></o:p></span></p>\n")

    def td(cell, spans):
        inner = (f"<span lang=EN-US style='font-size:10.5pt'>{esc(cell.text)}<o:p></o:p></span>" if cell.text
                 else "<span lang=EN-US style='font-size:10.5pt'><o:p>&nbsp;</o:p></span>")
        return (f"<td width=57{spans} valign=top style='width:42.6pt;border:solid windowtext 1.0pt'>\n"
                f"  <p class=MsoNormal align=center style='text-align:center'>{inner}</p>\n  </td>")

    table = lambda rows: table_html(rows, td, "<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse'>",
                                    f"<tr style='{MSO.format(n=0)}'>")
    head = ('<meta http-equiv=Content-Type content="text/html; charset=gb2312"><meta name=Generator content="Microsoft Word 15">'
            "<style><!-- p.MsoNormal {margin:0cm;} @page WordSection1 {size:595.3pt 841.9pt;} --></style>"
            "<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->")
    inner = body_of(report, lambda text, level: paragraph(text), paragraph, table,
                    lambda text: f"<p class=MsoNormal align=center style='text-align:center'><b>{span(text)}</b></p>")
    return page(f'<div class=WordSection1 style=\'layout-grid:15.6pt\'>\n{inner}\n</div>', head, name_of(report)).encode("gb18030")


def wps(report, rng):
    """WPS: a p class a paragraph, spans inside spans, cells with p."""
    span = lambda text: f'<span class="16" style="mso-spacerun:\'yes\';font-family:仿宋;font-size:16.0000pt;"><font face="仿宋">{esc(text)}</font></span>'
    paragraph = lambda text: f'<p class=MsoNormal style="text-indent:32.0000pt;">{span(text)}</p>'
    td = lambda cell, spans: (f'<td width=64 valign=center{spans} style="width:48.2000pt;padding:0.0000pt 5.4000pt;">'
                              f'<p class=MsoNormal align=center>{span(cell.text) if cell.text else "<span>&nbsp;</span>"}</p></td>')
    inner = body_of(report, lambda text, level: f"<p class=MsoNormal><b>{span(text)}</b></p>", paragraph,
                    lambda rows: table_html(rows, td, '<table class=MsoTableGrid style="border-collapse:collapse;">'),
                    lambda text: f'<p class=MsoNormal align=center style="text-align:center;"><b>{span(text)}</b></p>')
    head = '<meta http-equiv="Content-Type" content="text/html; charset=utf-8"><meta name=Generator content="WPS Office">'
    return page(f'<div class="Section0">{inner}</div>', head, name_of(report)).encode("utf-8")


MENU = ('<div class="top"><a href="/">首页</a> <a href="/xxgk/">政府信息公开</a> <a href="/bsdt/">办事服务</a></div>\n'
        '<div class="position">您现在的位置：<a href="/">首页</a> &gt; <a href="/xxgk/">政府信息公开年报</a></div>\n')
FOOT = ('<div class="bottom">主办单位：{agency} &nbsp; 网站标识码：62{n:08}<br>版权所有 未经许可不得转载</div>\n'
        "<script>var count = 1; document.title += '';</script>")


def cms(report, rng):
    """A page of a content system: menus, nested boxes, inline styles, thead and th, paragraphs in cells."""
    depth = rng.randint(1, 6)
    wrap = rng.choice(("{}", "<p>{}</p>", '<p style="text-align:center"><span style="font-size:12px">{}</span></p>', "<div><strong>{}</strong></div>"))
    paragraph = lambda text: f'<p style="text-indent:2em;line-height:2;"><span style="font-family:宋体;">{esc(text)}</span></p>'
    heading = lambda text, level: f'<p style="text-indent:2em;"><strong style="font-family:黑体">{esc(text)}</strong></p>'
    td = lambda cell, spans: f'<td{spans} style="border:1px solid #000;">{wrap.format(esc(cell.text) or "&nbsp;")}</td>'

    def table(rows):
        inner = table_html(rows, td, '<table style="border-collapse:collapse;width:100%;"><tbody>')
        return f'<div style="overflow:auto">{inner.replace("</table>", "</tbody></table>")}</div>'

    inner = body_of(report, heading, paragraph, table, lambda text: f'<h1 class="title">{esc(text)}</h1>')
    info = f'<div class="info">发布时间：{report.year + 1}-01-{rng.randint(10, 30)} &nbsp; 来源：{report.body.name} &nbsp; 浏览次数：{rng.randint(20, 900)}</div>'
    inner = inner.replace("</h1>", "</h1>\n" + info, 1) if len(report.title) == 1 else inner
    boxes = '<div class="box" style="margin:0 auto">' * depth + inner + "</div>" * depth
    foot = FOOT.format(agency=report.body.name, n=rng.randint(0, 99_999_999))
    return page(MENU + boxes + foot, '<meta charset="utf-8"><style>.box{width:1000px}</style>', name_of(report)).encode("utf-8")


def xhtml(report, rng):
    td = lambda cell, spans: f"<td{spans}><p>{esc(cell.text)}</p></td>"
    inner = body_of(report, lambda text, level: f"<h{level + 1}>{esc(text)}</h{level + 1}>", lambda text: f"<p>{esc(text)}</p>",
                    lambda rows: table_html(rows, td), lambda text: f"<h1>{esc(text)}</h1>")
    return ('<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" '
            '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml"><head><title>'
            f"{esc(name_of(report))}</title></head><body>{inner}</body></html>").encode("utf-8")


def encoded(write, encoding, declared):
    def inner(report, rng):
        text = write(report, rng).decode("utf-8")
        text = text.replace('<meta charset="utf-8">', f'<meta charset="{encoding}">' if declared else "")
        if encoding == "utf-16":
            return text.encode("utf-16")  # with its mark
        return text.encode("gb18030" if encoding == "gbk" else encoding)
    return inner


def mht(report, rng):
    """Saved as one file by a browser: the page and a picture in a MIME message."""
    page_bytes = cms(report, rng)
    if rng.random() < 0.5:
        transfer, data = "quoted-printable", quopri.encodestring(page_bytes).decode()
    else:
        transfer, data = "base64", base64.encodebytes(page_bytes).decode()
    edge = f"----=_NextPart_{rng.randint(0, 1 << 40):x}"
    parts = ["From: <Saved by Blink>", "Snapshot-Content-Location: http://www.example.gov.cn/xxgk/nb.html", "Subject: nb", "MIME-Version: 1.0",
             f'Content-Type: multipart/related; type="text/html"; boundary="{edge}"', "", f"--{edge}", "Content-Type: text/html; charset=utf-8",
             f"Content-Transfer-Encoding: {transfer}", "Content-Location: http://www.example.gov.cn/xxgk/nb.html", "", data,
             f"--{edge}", "Content-Type: image/png", "Content-Transfer-Encoding: base64", "", "iVBORw0KGgo=", f"--{edge}--", ""]
    return "\r\n".join(line.replace("\n", "\r\n") for line in parts).encode("utf-8")


LAYOUTS = {"clean": clean, "word": word, "wps": wps, "cms": cms, "xhtml": xhtml, "gbk": encoded(clean, "gbk", True),
           "gbk-undeclared": encoded(cms, "gbk", False), "utf16": encoded(clean, "utf-16", True), "utf8-undeclared": encoded(clean, "utf-8", False)}
ENDING = "html"
