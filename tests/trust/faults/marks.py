"""What an editing program leaves in the file: comments, tracked changes, hidden text. Only some formats can hold it.

report.extras["marks"] holds (kind, text); the writers of the formats in report.extras["formats"] print it at the end of section five."""
from faults.base import add

FORMATS = {"comment": ("docx", "odt", "fodt"), "inserted": ("docx",), "deleted": ("docx",), "hidden": ("docx", "html")}
RULES = {"comment": "residue/comment", "inserted": "residue/tracked-change", "deleted": "residue/tracked-change", "hidden": "residue/hidden-text"}
TEXTS = {"comment": "这里的数字请再核实一下", "inserted": "同时完善了内部审核流程。", "deleted": "该段内容待领导审定后再定。", "hidden": "上报前删除本段说明文字。"}


def mark(kind):
    def fault(report, rng):
        if report.section(5) is None or report.section(5).blocks[-1][0] != "p":
            return False
        report.extras["marks"] = [(kind, TEXTS[kind])]
        report.extras["formats"] = FORMATS[kind]
        add(report, RULES[kind], instead=["residue/comment", "residue/tracked-change"] if kind != "hidden" else [])
    return fault


FAULTS = {"mark_" + kind: mark(kind) for kind in FORMATS}
