#include "support/encode.h"

#include <cstdint>
#include <unicode/ucnv.h>

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
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(encoding, &status);
  std::string out(text.size() * 4 + 16, '\0');
  const int size = ucnv_fromUChars(converter, out.data(), static_cast<int>(out.size()), text.data(), static_cast<int>(text.size()), &status);
  ucnv_close(converter);
  out.resize(U_SUCCESS(status) ? static_cast<std::size_t>(size) : 0);
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
  put(out, static_cast<std::uint32_t>(entries.size()), 2), put(out, static_cast<std::uint32_t>(entries.size()), 2);
  put(out, static_cast<std::uint32_t>(directory.size()), 4), put(out, begin, 4), put(out, 0, 2);
  return out;
}

}  // namespace nianbao::testing
