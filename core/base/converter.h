// ICU's converters from bytes to UTF-16, and UTF-32, which this build of ICU leaves out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

struct UConverter;

namespace nianbao {

// One encoding, open as long as this lives. The tables of GB18030 and Big5 lie packed in the program
// (pack.py); the first Converter of another encoding than Unicode's unpacks them, once; their 170 kB stay.
class Converter {
 public:
  explicit Converter(const std::string& encoding);
  ~Converter();
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  UConverter* get() const { return handle_; }  // null for an unknown encoding

 private:
  UConverter* handle_ = nullptr;
};

struct Utf32Text {
  std::u16string text;                 // what is no character is U+FFFD
  std::vector<std::uint32_t> offsets;  // of each unit's four bytes
  std::size_t replaced = 0;
};

Utf32Text from_utf32(std::string_view bytes, bool little_endian);

}  // namespace nianbao
