#include "base/converter.h"

#include <unicode/ucnv.h>

#include "base/legacy_tables.h"

namespace nianbao {
namespace {

std::uint32_t number(const unsigned char* at, bool little_endian) {
  std::uint32_t out = 0;
  for (int i = 0; i < 4; ++i) out = out << 8 | at[little_endian ? 3 - i : i];
  return out;
}

}  // namespace

Converter::Converter(const std::string& encoding) {
  if (encoding.empty()) return;
  const bool readable = encoding.compare(0, 3, "UTF") == 0 || load_legacy_tables();
  UErrorCode status = U_ZERO_ERROR;
  handle_ = ucnv_open(readable ? encoding.c_str() : "UTF-8", &status);
  if (U_FAILURE(status)) handle_ = nullptr;
}

Converter::~Converter() { ucnv_close(handle_); }

Utf32Text from_utf32(std::string_view bytes, bool little_endian) {
  Utf32Text out;
  for (std::size_t at = 0; at < bytes.size(); at += 4) {
    const bool whole = at + 4 <= bytes.size();
    const auto* place = reinterpret_cast<const unsigned char*>(bytes.data()) + at;
    std::uint32_t c = whole ? number(place, little_endian) : 0xFFFFFFFF;
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) {
      c = 0xFFFD;
      ++out.replaced;
    }
    if (c > 0xFFFF) {
      out.text.push_back(static_cast<char16_t>(0xD7C0 + (c >> 10)));
      out.offsets.push_back(static_cast<std::uint32_t>(at));
      c = 0xDC00 + (c & 0x3FF);
    }
    out.text.push_back(static_cast<char16_t>(c));
    out.offsets.push_back(static_cast<std::uint32_t>(at));
  }
  return out;
}

}  // namespace nianbao
