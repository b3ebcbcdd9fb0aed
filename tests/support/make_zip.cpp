#include "support/make_zip.h"

#include <zlib.h>

#include <cstdint>

namespace nianbao::testing {
namespace {

std::string u16(std::size_t value) {
  return {static_cast<char>(value & 0xFF), static_cast<char>(value >> 8 & 0xFF)};
}
std::string u32(std::size_t value) { return u16(value & 0xFFFF) + u16(value >> 16); }

std::string deflated(const std::string& content) {
  z_stream stream{};
  deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, content.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
  stream.avail_in = static_cast<uInt>(content.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

}  // namespace

std::string make_zip(const ZipParts& parts, bool deflate) {
  std::string out, directory;
  for (const auto& [name, content] : parts) {
    const std::string packed = deflate ? deflated(content) : content;
    const std::size_t crc =
        crc32(0, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size()));
    const std::string common = u16(0) + u16(deflate ? 8 : 0) + u32(0) + u32(crc) + u32(packed.size()) +
                               u32(content.size()) + u16(name.size()) + u16(0);
    directory += "PK\x01\x02" + u16(20) + u16(20) + common + u16(0) + u16(0) + u16(0) + u32(0) +
                 u32(out.size()) + name;
    out += "PK\x03\x04" + u16(20) + common + name + packed;
  }
  const std::size_t begin = out.size();
  return out + directory + "PK\x05\x06" + u32(0) + u16(parts.size()) + u16(parts.size()) +
         u32(directory.size()) + u32(begin) + u16(0);
}

}  // namespace nianbao::testing
