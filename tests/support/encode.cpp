#include "support/encode.h"

#include <iconv.h>

#include <cstdint>

namespace nianbao::testing {
namespace {

void put(std::string& out, std::uint32_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out.push_back(static_cast<char>(value >> (8 * i) & 0xFF));
}

void put_sizes(std::string& out, const ZipEntry& entry) {
  put(out, 0, 4);  // time and date
  put(out, 0, 4);  // checksum
  put(out, static_cast<std::uint32_t>(entry.content.size()), 4);
  put(out, static_cast<std::uint32_t>(entry.content.size()), 4);
  put(out, static_cast<std::uint32_t>(entry.name.size()), 2);
  put(out, 0, 2);
}

}  // namespace

std::string encode(std::u16string_view text, const char* encoding) {
  const iconv_t converter = iconv_open(encoding, "UTF-16LE");
  std::string from(text.size() * 2, '\0'), out(text.size() * 4 + 16, '\0');
  for (std::size_t i = 0; i < from.size(); ++i) from[i] = static_cast<char>(text[i / 2] >> 8 * (i % 2));
  char *source = from.data(), *target = out.data();
  std::size_t source_left = from.size(), target_left = out.size();
  const bool failed =
      iconv(converter, &source, &source_left, &target, &target_left) == static_cast<std::size_t>(-1);
  iconv_close(converter);
  out.resize(failed ? 0 : out.size() - target_left);
  return out;
}

std::string stored_zip(std::initializer_list<ZipEntry> entries) {
  std::string out, directory;
  for (const ZipEntry& entry : entries) {
    directory.append("PK\x01\x02");
    put(directory, 20, 2), put(directory, 20, 2), put(directory, 0, 2), put(directory, 0, 2);
    put_sizes(directory, entry);
    put(directory, 0, 2), put(directory, 0, 2), put(directory, 0, 2), put(directory, 0, 4);
    put(directory, static_cast<std::uint32_t>(out.size()), 4);
    directory.append(entry.name);
    out.append("PK\x03\x04");
    put(out, 20, 2), put(out, 0, 2), put(out, 0, 2);
    put_sizes(out, entry);
    out.append(entry.name).append(entry.content);
  }
  const auto begin = static_cast<std::uint32_t>(out.size());
  out.append(directory).append("PK\x05\x06");
  put(out, 0, 4);
  put(out, static_cast<std::uint32_t>(entries.size()), 2),
      put(out, static_cast<std::uint32_t>(entries.size()), 2);
  put(out, static_cast<std::uint32_t>(directory.size()), 4), put(out, begin, 4), put(out, 0, 2);
  return out;
}

}  // namespace nianbao::testing
