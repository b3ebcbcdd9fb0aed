"""RTF: merged cells by \\clmgf and \\clvmgf, characters as \\u or in the code page."""
import grids


def unicode_words(text):
    out = []
    for char in text:
        if char in "\\{}":
            out.append("\\" + char)
        elif char == "\n":
            out.append("\\line ")
        elif ord(char) < 128:
            out.append(char)
        else:
            code = ord(char)
            out.append(f"\\u{code - 65536 if code > 32767 else code}?")
    return "".join(out)


def code_page_words(text):
    out = []
    for char in text:
        if char == "\n":
            out.append("\\line ")
        elif ord(char) < 128 and char not in "\\{}":
            out.append(char)
        else:
            try:
                out += [f"\\'{byte:02x}" for byte in char.encode("gbk")]
            except UnicodeEncodeError:
                out.append(unicode_words(char))
    return "".join(out)


def table_rtf(rows, words):
    out, width = [], grids.width_of(rows)
    for line in grids.spread_out(rows):
        heads, cells = [], []
        at = 0
        while at < width:
            cell, first = line[at]
            vertical = ("\\clvmgf" if first else "\\clvmrg") if cell.down > 1 else ""
            for part in range(cell.across):
                across = ("\\clmgf" if part == 0 else "\\clmrg") if cell.across > 1 else ""
                heads.append(f"{vertical}{across}\\cellx{(at + part + 1) * 900}")
                cells.append((words(cell.text) if first and part == 0 else "") + "\\cell")
            at += cell.across
        out.append("\\trowd\\trgaph108" + "".join(heads) + "\n\\pard\\intbl " + " ".join(cells) + "\\row\n")
    return "".join(out)


def writer(words, head):
    def write(report, rng):
        tables = grids.tables(report)
        out = [head, "{\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}}\\f0\\fs32\n"]
        paragraph = lambda text: f"\\pard\\plain\\f0 {words(text)}\\par\n"
        out += [paragraph(line) for line in report.before_title + report.title + report.preamble]
        for section in report.sections:
            out.append(f"\\pard\\plain\\b {words(section.heading)}\\b0\\par\n")
            for kind, content in section.blocks:
                out.append(table_rtf(tables[content], words) + "\\pard\n" if kind == "table" else paragraph(content))
        out += [paragraph(line) for line in report.signature]
        return ("".join(out) + "}").encode("ascii")
    return write


LAYOUTS = {"unicode": writer(unicode_words, "{\\rtf1\\ansi\\ansicpg936\\uc1\\deff0"),
           "code-page": writer(code_page_words, "{\\rtf1\\ansi\\ansicpg936\\deff0")}
ENDING = "rtf"
