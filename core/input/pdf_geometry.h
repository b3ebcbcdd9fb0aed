// Positioned text and ruling lines of a PDF, as text: what both PDF front ends hand to the core (poppler in nianbao-pdf,
// PDFium in the page), so that tables are made in one place.
//
//   NBPDF1
//   P 595.28 841.89                    a page begins: width and height in points
//   T 59.70 72.10 69.70 82.10 年        one character: left, top, right, bottom, then itself; never white space
//   L 50.00 60.00 540.00 60.00         a ruling line, or the long axis of a thin filled rectangle
//   I 50.00 60.00 540.00 400.00        a picture
//   E encrypted                        nothing could be read: encrypted, damaged or limit <name>; the only line after the first
//
// One record a line, ended by '\n'; numbers with two decimals, y grows downwards from the top of the page; UTF-8.
// Characters come in the order of the page's content stream.
#pragma once

#include <string_view>

namespace nianbao {

inline constexpr std::string_view pdf_geometry_magic = "NBPDF1\n";

}  // namespace nianbao
