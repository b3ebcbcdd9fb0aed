#include "base/encode.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/utf16.h>

#include "base/converter.h"
#include "base/unicode.h"

namespace nianbao {
namespace {

// --- other encodings than those of Unicode: the way back, from all that they can say -----------------------

constexpr std::size_t four_byte_bmp =
    39420;  // sequences of four bytes of GB18030 up to U+FFFF, from 81 30 81 30 on
constexpr std::uint32_t first_beyond = 189'000;  // the number of 90 30 81 30, which is U+10000

std::string four_bytes(std::uint32_t number) {
  return {static_cast<char>(0x81 + number / 12600), static_cast<char>(0x30 + number / 1260 % 10),
          static_cast<char>(0x81 + number / 10 % 126), static_cast<char>(0x30 + number % 10)};
}

// Nothing can be written where the encoding is unknown. Cost: a few milliseconds to make.
class Inverse {
 public:
  explicit Inverse(const std::string& encoding) : converter_(encoding), bytes_(0x10000) {
    if (converter_.get() == nullptr) return;
    UErrorCode status = U_ZERO_ERROR;
    four_ = ucnv_getName(converter_.get(), &status) == std::string_view("gb18030");
    ucnv_setToUCallBack(converter_.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    for (int c = 0; c < 0x100; ++c) add(std::string(1, static_cast<char>(c)));
    for (int lead = 0x81; lead < 0xFF; ++lead)
      for (int trail = 0x40; trail < 0xFF; ++trail) add({static_cast<char>(lead), static_cast<char>(trail)});
    for (std::uint32_t i = 0; four_ && i < four_byte_bmp; ++i) add(four_bytes(i));
  }

  std::optional<std::string> encode(std::u16string_view text) const {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
      UChar32 c;
      U16_NEXT(text.data(), at, text.size(), c);
      if (c > 0xFFFF && four_) out += four_bytes(first_beyond + static_cast<std::uint32_t>(c) - 0x10000);
      else if (c > 0xFFFF || bytes_[static_cast<std::size_t>(c)].empty()) return std::nullopt;
      else out += bytes_[static_cast<std::size_t>(c)];
    }
    return out;
  }

 private:
  void add(const std::string& sequence) {
    UErrorCode status = U_ZERO_ERROR;
    char16_t units[4];
    const auto size = static_cast<std::int32_t>(sequence.size());
    const std::int32_t made = ucnv_toUChars(converter_.get(), units, 4, sequence.data(), size, &status);
    if (U_SUCCESS(status) && made == 1 && bytes_[units[0]].empty()) bytes_[units[0]] = sequence;
  }

  Converter converter_;
  std::vector<std::string> bytes_;  // by unit; empty for what the encoding has not
  bool four_ = false;
};

std::optional<std::string> encode_utf(std::u16string_view text, std::string_view encoding) {
  const std::size_t width = encoding.substr(4, 2) == "32" ? 4 : 2;
  const bool little = encoding.substr(6) == "LE";
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    UChar32 c = text[at];
    if (width == 4) U16_NEXT(text.data(), at, text.size(), c);
    else ++at;
    for (std::size_t i = 0; i < width; ++i)
      out.push_back(static_cast<char>(c >> 8 * (little ? i : width - 1 - i)));
  }
  return out;
}

}  // namespace

std::optional<std::string> encode(std::u16string_view text, std::string_view encoding) {
  if (encoding == "UTF-8") return to_utf8(text);
  if (encoding.substr(0, 4) == "UTF-") return encode_utf(text, encoding);
  if (encoding == "GB18030") {
    static const Inverse gb18030("GB18030");
    return gb18030.encode(text);
  }
  if (encoding == "Big5") {
    static const Inverse big5("Big5");
    return big5.encode(text);
  }
  return Inverse(std::string(encoding)).encode(text);
}

std::vector<std::uint32_t> byte_offsets(std::string_view bytes, std::string_view encoding) {
  std::u16string text;
  std::vector<std::uint32_t> out;
  if (encoding.substr(0, 6) == "UTF-32") {
    Utf32Text read = from_utf32(bytes, encoding == "UTF-32LE");
    text = std::move(read.text);
    out = std::move(read.offsets);
  } else {
    const Converter converter{std::string(encoding)};
    if (converter.get() == nullptr) return {};
    text.resize(bytes.size() + 8);  // no encoding makes more units than it has bytes
    std::vector<std::int32_t> offsets(text.size());
    UErrorCode status = U_ZERO_ERROR;
    const char* source = bytes.data();
    char16_t* target = text.data();
    ucnv_toUnicode(converter.get(), &target, target + text.size(), &source, source + bytes.size(),
                   offsets.data(), true, &status);
    text.resize(static_cast<std::size_t>(target - text.data()));
    for (std::size_t i = 0; i < text.size(); ++i) {
      const bool unknown = offsets[i] < 0;
      out.push_back(!unknown ? static_cast<std::uint32_t>(offsets[i]) : out.empty() ? 0 : out.back());
    }
  }
  if (!text.empty() && text.front() == u'\uFEFF') out.erase(out.begin());
  out.push_back(static_cast<std::uint32_t>(bytes.size()));
  return out;
}

}  // namespace nianbao
