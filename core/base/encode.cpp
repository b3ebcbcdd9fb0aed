#include "base/encode.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

#include "base/unicode.h"

namespace nianbao {
namespace {

class Converter {
 public:
  explicit Converter(std::string_view encoding) {
    UErrorCode status = U_ZERO_ERROR;
    handle_ = ucnv_open(std::string(encoding).c_str(), &status);
  }
  ~Converter() { ucnv_close(handle_); }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  UConverter* get() const { return handle_; }

 private:
  UConverter* handle_ = nullptr;
};

}  // namespace

std::optional<std::string> encode(std::u16string_view text, std::string_view encoding) {
  if (encoding == "UTF-8") return to_utf8(text);
  const Converter converter(encoding);
  if (converter.get() == nullptr) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::string out(text.size() * 4 + 16, '\0');
  const std::int32_t size =
      ucnv_fromUChars(converter.get(), out.data(), static_cast<std::int32_t>(out.size()), text.data(),
                      static_cast<std::int32_t>(text.size()), &status);
  if (U_FAILURE(status)) return std::nullopt;
  out.resize(static_cast<std::size_t>(size));
  return out;
}

std::vector<std::uint32_t> byte_offsets(std::string_view bytes, std::string_view encoding) {
  const Converter converter(encoding);
  if (converter.get() == nullptr) return {};
  std::vector<char16_t> text(bytes.size() + 8);  // no encoding makes more units than it has bytes
  std::vector<std::int32_t> offsets(text.size());
  UErrorCode status = U_ZERO_ERROR;
  const char* source = bytes.data();
  char16_t* target = text.data();
  ucnv_toUnicode(converter.get(), &target, target + text.size(), &source, source + bytes.size(),
                 offsets.data(), true, &status);
  const auto size = static_cast<std::size_t>(target - text.data());
  const std::size_t mark = size > 0 && text[0] == u'\uFEFF' ? 1 : 0;
  std::vector<std::uint32_t> out;
  out.reserve(size + 1);
  for (std::size_t i = mark; i < size; ++i) {
    const bool unknown = offsets[i] < 0;
    out.push_back(!unknown ? static_cast<std::uint32_t>(offsets[i]) : out.empty() ? 0 : out.back());
  }
  out.push_back(static_cast<std::uint32_t>(bytes.size()));
  return out;
}

}  // namespace nianbao
