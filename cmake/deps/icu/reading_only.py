#!/usr/bin/env python3
"""reading_only.py COMMON OUT    two of ICU's sources without what only writes legacy encodings, and without ISO-2022.

The tables of ucnvmbcs.cpp name the functions that convert from Unicode, and that of ucnv_bld.cpp names ISO-2022; with no name
there, nothing links them. Converting from Unicode with such a converter is not defined (core/base/encode.h has another way).
"""
import os
import sys


def without(text: str, name: str, times: int) -> str:
    for end in (",\n", "\n"):
        line = f"    {name}{end}"
        if text.count(line) == times:
            return text.replace(line, f"    NULL{end}")
    raise ValueError(f"{name} does not stand {times} times in a table")


def rewrite(name: str, cuts: dict) -> None:
    with open(os.path.join(sys.argv[1], name), encoding="utf-8") as file:
        text = file.read()
    for function, times in cuts.items():
        text = without(text, function, times)
    with open(os.path.join(sys.argv[2], name), "w", encoding="utf-8") as file:
        file.write(text)


rewrite("ucnv_bld.cpp", {"&_ISO2022Data": 1})
rewrite("ucnvmbcs.cpp", {
    "ucnv_MBCSFromUnicodeWithOffsets": 6, "ucnv_MBCSWriteSub": 3, "ucnv_MBCSGetUnicodeSet": 3,
    "ucnv_SBCSFromUTF8": 1, "ucnv_DBCSFromUTF8": 1,
})
