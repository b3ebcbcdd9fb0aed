// A file, corrected in its first paragraphs and blank cells: a copy that is handed out reads as the document
// with the corrections made, and of a file that was not to be corrected there is none.
#include "fix/fix.h"

#include "target.h"

using namespace nianbao;

namespace {

std::vector<Correction> corrections_in(const Document& document) {
  constexpr std::size_t most = 20;
  std::vector<Correction> out;
  const auto add = [&](Range range, const char16_t* text) {
    if (out.size() < most && (out.empty() || out.back().range.end < range.begin))
      out.push_back({range, std::u16string(document.view(range)), text, {}, {}});
  };
  for (const Block& block : document.blocks)
    if (block.kind != BlockKind::table) {
      if (block.range.size() > 2) add({block.range.begin + 1, block.range.begin + 2}, u"改<&");
    } else {
      for (const Cell& cell : document.tables[static_cast<std::size_t>(block.table)].cells)
        add(cell.range, u"0");
    }
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::view(data, size);
  const Result<Document> document = read(bytes, {});
  if (!document || !can_be_fixed(document.value().format)) return 0;
  for (const Correction& c : corrections_in(document.value()))
    for (const bool plain : {false, true}) {
      const Fixed out = fix(bytes, document.value(), {{}, {c}}, {plain, std::nullopt});
      if (out.refusal.empty() == out.bytes.empty()) fuzz::must_hold("a copy and a refusal, or neither");
    }
  const Fixed all = fix(bytes, document.value(), {{}, corrections_in(document.value())}, {});
  if (all.refusal.empty()) fuzz::must_hold(read(all.bytes, {}) ? "" : "the copy cannot be read");
  return 0;
}
