"""PDF: text placed by a small typesetter, tables with ruling lines over page breaks. Identity-H with a ToUnicode map, no font inside."""
import zlib

import grids

WIDTH, HEIGHT, MARGIN, SIZE = 595, 842, 60, 12
LEADING = 20


def advance(char, size):
    return size / 2 if ord(char) < 0x2000 else size


def wrapped(text, room, size):
    lines, line, used = [], "", 0
    for char in text:
        if char == "\n" or (used + advance(char, size) > room and line):
            lines.append(line)
            line, used = "", 0
            if char == "\n":
                continue
        line += char
        used += advance(char, size)
    return lines + [line]


class Pages:
    def __init__(self):
        self.pages, self.used = [[]], set()
        self.y = HEIGHT - MARGIN

    def room(self, height):
        if self.y - height < MARGIN:
            self.pages.append([])
            self.y = HEIGHT - MARGIN

    def put(self, x, y, text, size):
        if not text.strip():
            return
        self.used.update(text)
        self.pages[-1].append(f"BT /F1 {size} Tf {x:.2f} {y:.2f} Td <{''.join(f'{ord(char):04X}' for char in text)}> Tj ET")

    def line(self, x0, y0, x1, y1):
        self.pages[-1].append(f"{x0:.2f} {y0:.2f} m {x1:.2f} {y1:.2f} l S")

    def paragraph(self, text, indent=2, size=SIZE, centred=False):
        for at, line in enumerate(wrapped("\u3000" * indent + text, WIDTH - 2 * MARGIN, size)):
            self.room(LEADING)
            self.y -= LEADING
            x = (WIDTH - sum(advance(char, size) for char in line)) / 2 if centred else MARGIN
            text_of_line = line.lstrip("\u3000")
            shift = (len(line) - len(text_of_line)) * size
            self.put(x + shift, self.y, text_of_line, size)


def column_widths(rows):
    width = grids.width_of(rows)
    room = WIDTH - 2 * MARGIN
    if width == 10:
        shares = [1.0, 1.5, 3.4] + [1.0] * 7
    elif width == 15:
        shares = [1.0] * 15
    else:
        shares = [2.0] + [1.2] * (width - 1)
    return [room * share / sum(shares) for share in shares]


def row_heights(rows, grid, widths, size):
    heights = []
    for line in grid:
        tallest = 1
        for at, (cell, first) in enumerate(line):
            if first and cell.down == 1:
                tallest = max(tallest, len(wrapped(cell.text, sum(widths[at:at + cell.across]) - 4, size)))
        heights.append(tallest * (size + 3) + 6)
    for at, line in enumerate(grid):  # a tall merged cell stretches its last row
        for column, (cell, first) in enumerate(line):
            if first and cell.down > 1:
                needed = len(wrapped(cell.text, sum(widths[column:column + cell.across]) - 4, size)) * (size + 3) + 6
                last = min(at + cell.down, len(grid)) - 1
                heights[last] += max(0, needed - sum(heights[at:last + 1]))
    return heights


def table(pages, rows, size=9):
    grid, widths = grids.spread_out(rows), column_widths(rows)
    heights = row_heights(rows, grid, widths, size)
    edges = [MARGIN]
    for width in widths:
        edges.append(edges[-1] + width)
    shown = set()
    pages.y -= 8
    for at, line in enumerate(grid):
        if pages.y - heights[at] < MARGIN:
            pages.line(edges[0], pages.y, edges[-1], pages.y)
            pages.room(heights[at])
        top, bottom = pages.y, pages.y - heights[at]
        for column, (cell, first) in enumerate(line):
            above = grid[at - 1][column][0] is cell if at else False
            before = line[column - 1][0] is cell if column else False
            if not above or top == HEIGHT - MARGIN:
                pages.line(edges[column], top, edges[column + 1], top)
            if not before:
                pages.line(edges[column], top, edges[column], bottom)
            if first and id(cell) not in shown:
                shown.add(id(cell))
                text_lines = wrapped(cell.text, sum(widths[column:column + cell.across]) - 4, size)
                for n, text in enumerate(text_lines):
                    room = sum(widths[column:column + cell.across])
                    x = edges[column] + (2 if cell.label else max(2, (room - sum(advance(char, size) for char in text)) / 2))
                    pages.put(x, top - 3 - (n + 1) * (size + 3) + 3, text, size)
        pages.line(edges[-1], top, edges[-1], bottom)
        pages.y = bottom
    pages.line(edges[0], pages.y, edges[-1], pages.y)
    pages.y -= 10


def to_unicode(chars):
    codes = sorted(ord(char) for char in chars)
    parts = ["/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def",
             "1 begincodespacerange <0000> <FFFF> endcodespacerange"]
    for start in range(0, len(codes), 100):
        chunk = codes[start:start + 100]
        parts.append(f"{len(chunk)} beginbfchar\n" + "\n".join(f"<{code:04X}> <{code:04X}>" for code in chunk) + "\nendbfchar")
    return "\n".join(parts + ["endcmap end end"])


def assemble(pages):
    objects = {}
    narrow = "[" + " ".join(f"{ord(char)} [500]" for char in sorted(pages.used) if ord(char) < 0x2000) + "]"
    count = len(pages.pages)
    kids = " ".join(f"{10 + 2 * at} 0 R" for at in range(count))
    objects[1] = "<< /Type /Catalog /Pages 2 0 R >>"
    objects[2] = f"<< /Type /Pages /Kids [{kids}] /Count {count} >>"
    objects[3] = "<< /Type /Font /Subtype /Type0 /BaseFont /FangSong /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>"
    objects[4] = ("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /FangSong /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
                  f"/DW 1000 /W {narrow} /FontDescriptor 5 0 R >>")
    objects[5] = ("<< /Type /FontDescriptor /FontName /FangSong /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 859 /Descent -141 "
                  "/CapHeight 700 /StemV 80 >>")
    streams = {6: to_unicode(pages.used)}
    for at, operations in enumerate(pages.pages):
        objects[10 + 2 * at] = (f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {11 + 2 * at} 0 R "
                                "/Resources << /Font << /F1 3 0 R >> >> >>")
        streams[11 + 2 * at] = "0.5 w\n" + "\n".join(operations)
    out, places = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n"), {}
    for number in sorted({*objects, *streams}):
        places[number] = len(out)
        if number in objects:
            out += f"{number} 0 obj\n{objects[number]}\nendobj\n".encode()
        else:
            data = zlib.compress(streams[number].encode())
            out += f"{number} 0 obj\n<< /Length {len(data)} /Filter /FlateDecode >>\nstream\n".encode() + data + b"\nendstream\nendobj\n"
    start, last = len(out), max(places)
    out += f"xref\n0 {last + 1}\n0000000000 65535 f \n".encode()
    for number in range(1, last + 1):
        out += (f"{places[number]:010} 00000 n \n" if number in places else "0000000000 65535 f \n").encode()
    return bytes(out + f"trailer\n<< /Size {last + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode())


def write(report, rng):
    pages, tables = Pages(), grids.tables(report)
    for line in report.before_title:
        pages.paragraph(line, 0)
    for line in report.title:
        pages.paragraph(line, 0, 18, True)
    for text in report.preamble:
        pages.paragraph(text)
    for section in report.sections:
        pages.paragraph(section.heading)
        for kind, content in section.blocks:
            if kind == "table":
                table(pages, tables[content])
            else:
                pages.paragraph(content)
    for line in report.signature:
        pages.paragraph(line, 24)
    return assemble(pages)


LAYOUTS = {"ruled": write}
ENDING = "pdf"
