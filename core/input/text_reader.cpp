#include "base/unicode.h"
#include "input/reader.h"

namespace nianbao {

Result<Document> read_text(std::string_view bytes, const ReadOptions& options) {
  Result<Decoded> decoded = decode(bytes, {}, options.encoding);
  if (!decoded) return decoded.error();
  Document document;
  document.text = std::move(decoded.value().text);
  std::uint32_t begin = 0;
  while (begin < document.text.size()) {
    auto end = document.text.find(u'\n', begin);
    if (end == std::u16string::npos) end = document.text.size();
    document.blocks.push_back({.range = {begin, static_cast<std::uint32_t>(end)}});
    begin = static_cast<std::uint32_t>(end) + 1;
  }
  return document;
}

}  // namespace nianbao
