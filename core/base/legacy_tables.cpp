#include "base/legacy_tables.h"

#include <unicode/udata.h>
#include <zlib.h>

#include <cstdint>
#include <vector>

extern "C" const unsigned char icudt72_legacy[];  // unpacked size, packed size, zlib stream; see pack.py

namespace nianbao {
namespace {

std::uint32_t number(const unsigned char* at) {
  std::uint32_t out = 0;
  for (int i = 3; i >= 0; --i) out = out << 8 | at[i];
  return out;
}

}  // namespace

// Once. ICU keeps the address, and reads 32-bit numbers of it.
bool load_legacy_tables() {
  [[maybe_unused]] static const std::vector<std::uint32_t> tables = [] {
    uLongf size = number(icudt72_legacy);
    std::vector<unsigned char> planes(size);
    uncompress(planes.data(), &size, icudt72_legacy + 8, number(icudt72_legacy + 4));
    std::vector<std::uint32_t> out(size / 4 + 1);
    auto* bytes = reinterpret_cast<unsigned char*>(out.data());
    unsigned unit = 0;
    for (std::size_t i = 0; i < size / 2; ++i) {
      unit += planes[i] | planes[size / 2 + i] << 8u;
      bytes[2 * i] = static_cast<unsigned char>(unit);
      bytes[2 * i + 1] = static_cast<unsigned char>(unit >> 8);
    }
    UErrorCode status = U_ZERO_ERROR;
    udata_setCommonData(out.data(), &status);
    return out;
  }();
  return true;
}

}  // namespace nianbao
