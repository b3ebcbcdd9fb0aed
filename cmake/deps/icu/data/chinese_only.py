#!/usr/bin/env python3
"""chinese_only.py OUT IN...    the normalisation data of ICU's norm2/*.txt for what stands in Chinese documents.

Left out: letters of other scripts with their marks (é stays é, and e with an accent behind it stays two), Arabic and Hangul
forms, mathematical letters, compatibility ideographs beyond the basic plane. What remains is as in Unicode: full and half
width, compatibility ideographs and radicals, numbers in circles and brackets, Roman numerals, units,
superscripts, kana, vertical forms, ligatures.
"""
import os
import re
import sys

KEPT = [
    (0x00A0, 0x00FF), (0x2000, 0x3130), (0x3190, 0x31FF), (0x3220, 0x325F), (0x3280, 0x33FF), (0xF900, 0xFAD9),
    (0xFB00, 0xFB06), (0xFE10, 0xFE6F), (0xFF00, 0xFF9F), (0xFFE0, 0xFFEF), (0x1D7CE, 0x1D7FF), (0x1F100, 0x1F2FF),
]


def kept(line: str) -> bool:
    code = re.match(r"[0-9A-F]+", line)
    return code is None or any(first <= int(code[0], 16) <= last for first, last in KEPT)


for path in sys.argv[2:]:
    with open(path, encoding="utf-8") as file:
        lines = [line for line in file if kept(line)]
    with open(os.path.join(sys.argv[1], os.path.basename(path)), "w", encoding="utf-8") as file:
        file.writelines(lines)
