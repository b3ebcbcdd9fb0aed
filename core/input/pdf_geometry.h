// Positioned text and painted lines of a PDF, as text: what both PDF front ends hand to the core (poppler in
// nianbao-pdf, PDFium in the page). They say what is drawn; what of it is a word, a table or nothing is told
// in one place, the core.
//
//   NBPDF1
//   P 595.28 841.89                    a page begins: width and height in points, as it is shown
//   Q 1                                the characters that follow are turned by so many quarters clockwise, 4
//                                      by any other angle; 0 where a page begins
//   T 59.70 72.10 69.70 82.10 年        one character: left, top, right, bottom of its place, then itself;
//                                       never white space;
//                                      U+FFFD where its font does not tell which one it is. A place is as
//                                      wide as the advance and as high as the size, 0.88 of it above the
//                                      baseline
//   L 50.00 60.00 540.00 60.00 ff0000  a straight stroke, level or upright; its colour, where that is not
//                                      black
//   R 50.00 60.00 540.00 60.50 c0c0c0  a filled rectangle; its colour likewise
//   I 50.00 60.00 540.00 400.00        a picture
//   S 12                               the page is a picture, and what follows was recognised in it; U+FFFD:
//                                      not with certainty. 12: numbers in its tables that no person has
//                                      confirmed; behind it what keeps the page from being read whole: "S 12
//                                      blurred cut" (input/picture_fault.h)
//   A 2 17                             the last two characters were read as a number that may also be 17; on
//                                      a page with S
//   V 71.12 90.00 83.12 104.00 中      a character as T, confirmed by a person
//   M                                  tables of characters that some font needs are not installed; what it
//                                      writes is not here
//   E encrypted                        nothing could be read: encrypted, damaged or limit <name>; the only
//                                      line after the first
//
// One record a line, ended by '\n'; numbers with at most two decimals, y grows downwards from the top of the
// page; UTF-8. Characters come in the order of the page's content stream, each kind in the order in which it
// is painted. What is fully transparent is left out.
#pragma once

#include <string_view>

namespace nianbao {

inline constexpr std::string_view pdf_geometry_magic = "NBPDF1\n";

}  // namespace nianbao
