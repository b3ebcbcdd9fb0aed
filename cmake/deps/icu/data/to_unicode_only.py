#!/usr/bin/env python3
"""to_unicode_only.py CNV...    drops from ICU's .cnv files the tables for converting from Unicode, in place.

Writing inverts what reading says (core/base/encode.h), and these tables are more than half of the data. What remains is byte for byte
what ICU reads when it converts to Unicode, in the layout of icu/source/common/ucnvmbcs.h (_MBCSHeader 4.x). Opening such a
converter and converting from Unicode with it is not defined.
"""
import struct
import sys


def without_from_unicode(data: bytes) -> bytes:
    header_size = struct.unpack_from("<H", data, 0)[0]  # of the data file (UDataInfo)
    table = header_size + struct.unpack_from("<I", data, header_size)[0]  # behind UConverterStaticData
    version, states, fallbacks, to_units, from_table, from_bytes, flags, from_length = struct.unpack_from("<4s7I", data, table)
    if version[0] != 4:
        raise ValueError(f"unknown layout {version[0]}.{version[1]}")
    if states == 0:
        return data  # an extension of another table
    extension = flags >> 8
    kept = data[table + 32:table + from_table]
    kept += bytes(-(32 + len(kept)) % 4)
    moved = 32 + len(kept) if extension else 0
    header = struct.pack("<4s7I", version, states, fallbacks, to_units, 0, 0, moved << 8 | flags & 0xFF, 0)
    return data[:table] + header + kept + (data[table + extension:] if extension else b"")


for path in sys.argv[1:]:
    with open(path, "rb") as file:
        data = file.read()
    with open(path, "wb") as file:
        file.write(without_from_unicode(data))
