// A Document in a notation that reads like the document, for tests:
//   # 一、总体情况                     heading of level 1
//   2024年，我局……                     paragraph
//   [2x3]                             table of two rows and three columns, one line a row of cells that begin
//                                     in it
//   | 信息内容 2x1 | 件数 1x2 |         rows x columns of a cell, unless 1x1; ~ a place no cell covers; ⏎ a
//                                       break inside
//   hidden "" 内部口径                 marks, after all blocks: kind, text of the range, detail
#pragma once

#include <string>

#include "document/document.h"

namespace nianbao::testing {

std::string dump(const Document& document);

}  // namespace nianbao::testing
