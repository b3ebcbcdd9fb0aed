#include "report/lines.h"

#include "base/unicode.h"

namespace nianbao {
namespace {

Range trimmed(const std::u16string& text, Range r) {
  while (!r.empty() && is_space(text[r.begin])) ++r.begin;
  while (!r.empty() && is_space(text[r.end - 1])) --r.end;
  return r;
}

}  // namespace

std::vector<Line> text_lines(const Document& document) {
  std::vector<Line> lines;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (block.kind == BlockKind::table) continue;
    std::uint32_t begin = block.range.begin;
    while (begin < block.range.end) {
      std::uint32_t end = begin;
      while (end < block.range.end && document.text[end] != u'\n' && document.text[end] != u'\v') ++end;
      const Range range = trimmed(document.text, {begin, end});
      if (!range.empty()) lines.push_back({range, static_cast<int>(i), block.kind == BlockKind::heading});
      begin = end + 1;
    }
  }
  return lines;
}

}  // namespace nianbao
