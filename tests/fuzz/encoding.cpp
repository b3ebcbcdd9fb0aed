// declared 0x1E forced 0x1E bytes: decoding and folding.
#include "base/unicode.h"
#include "target.h"

using namespace nianbao;

namespace {

void try_folding(std::u16string_view text) {
  for (Spaces spaces : {Spaces::drop, Spaces::keep}) {
    const Folded folded = fold(text, spaces);
    if (folded.source.size() != folded.text.size() + 1 || folded.ends.size() != folded.text.size())
      fuzz::must_hold("fold: sizes");
    std::uint32_t last = 0;
    for (std::size_t i = 0; i < folded.text.size(); ++i) {
      if (folded.source[i] < last || folded.ends[i] < folded.source[i] || folded.ends[i] > text.size())
        fuzz::must_hold("fold: no way back");
      last = folded.source[i];
    }
    if (folded.text != nianbao::folded(text, spaces)) fuzz::must_hold("fold and folded differ");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto parts = fuzz::pieces(fuzz::view(data, size), 3);
  const Result<Decoded> decoded = decode(parts[2], parts[0], parts[1]);
  if (!decoded) return 0;
  const std::u16string& text = decoded.value().text;
  if (text.size() > 2 * parts[2].size() + 2) fuzz::must_hold("more text than bytes");
  const std::string utf8 = to_utf8(text);
  if (to_utf8(from_utf8(utf8)) != utf8) fuzz::must_hold("UTF-8 there and back");
  try_folding(text);
  utf16_pattern(parts[2]);
  return 0;
}
