// Compound files (OLE, [MS-CFB]): the streams of a .doc, .wps or of an encrypted document. Every sector chain
// is bounded by the file, so circular chains end.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

class OleFile {
 public:
  // Nothing when the header or the sector tables are broken. Keeps a view of `bytes`.
  static std::optional<OleFile> open(std::string_view bytes);

  bool has(std::u16string_view name) const { return find(name) != nullptr; }
  // The whole stream; shorter than announced when its chain is broken.
  std::optional<std::string> stream(std::u16string_view name) const;

 private:
  struct Entry {
    std::u16string name;
    std::uint32_t start = 0;
    std::uint64_t size = 0;
    std::uint8_t kind = 0;
  };
  const Entry* find(std::u16string_view name) const;
  std::string chain(std::uint32_t start, std::uint64_t size) const;
  std::string mini_chain(std::uint32_t start, std::uint64_t size) const;
  bool read_tables();

  std::string_view bytes_;
  std::size_t sector_ = 512, mini_sector_ = 64;
  std::uint32_t mini_limit_ = 4096;
  std::vector<std::uint32_t> fat_, mini_fat_;
  std::string mini_stream_;
  std::vector<Entry> entries_;
};

// Little-endian numbers; 0 outside the bytes.
std::uint16_t u16_at(std::string_view bytes, std::size_t at);
std::uint32_t u32_at(std::string_view bytes, std::size_t at);

}  // namespace nianbao
