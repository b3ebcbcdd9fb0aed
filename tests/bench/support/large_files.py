"""Writes OUT/large.docx (about 500 kB) and OUT/large.pdf (20 pages or a few more): python3 large_files.py OUT"""
import io
import pathlib
import random
import re
import sys
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "trust"))
from drafts import Drafts  # noqa: E402
from formats import docx, pdf  # noqa: E402

WORDS = "政务公开工作信息发布群众企业服务平台建设制度机制落实推进完善加强规范管理监督保障培训考核解读回应关切办理答复审查更新"


def filler(rng, paragraphs):
    """Paragraphs that say nothing and do not repeat."""
    for _ in range(paragraphs):
        yield "p", "，".join("".join(rng.sample(WORDS, rng.randint(8, 20))) for _ in range(rng.randint(5, 12))) + "。"


def without_table_style(docx_file):
    """mammoth 1.13 fails where a table names a style and the file has no styles.xml."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx_file)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, re.sub(rb"<w:tblStyle [^>]*/>", b"", old.read(name)))
    return out.getvalue()


def main():
    out, rng = pathlib.Path(sys.argv[1]), random.Random(1)
    for name, paragraphs, write, last in (
        ("large.docx", 3450, docx.LAYOUTS["merged"], without_table_style),
        ("large.pdf", 175, pdf.LAYOUTS["ruled"], bytes),
    ):
        report = Drafts(rng).clean(year=2024)
        report.section(1).blocks += filler(rng, paragraphs)
        (out / name).write_bytes(last(write(report, rng)))


main()
