#!/usr/bin/env python3
"""pack.py ARCHIVE OUT    an ICU data archive of converters, compressed to less than half of what deflate alone makes of it.

Characters that follow each other in an encoding mostly do so in Unicode: each 16-bit unit is replaced by its difference to
the one before, low bytes first, high bytes after them. OUT: unpacked size, packed size (32 bits each, little endian), zlib
stream. core/base/converter.cpp undoes it.
"""
import array
import struct
import sys
import zlib

with open(sys.argv[1], "rb") as file:
    data = file.read()
data += bytes(len(data) % 2)
units = array.array("H", data)
if sys.byteorder == "big":
    units.byteswap()
steps = [(unit - before) & 0xFFFF for before, unit in zip([0, *units], units)]
packed = zlib.compress(bytes(step & 0xFF for step in steps) + bytes(step >> 8 for step in steps), 9)
with open(sys.argv[2], "wb") as file:
    file.write(struct.pack("<2I", len(data), len(packed)) + packed)
