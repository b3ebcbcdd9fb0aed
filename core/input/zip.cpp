#include "input/zip.h"

#include <zlib.h>

#include <algorithm>

#include "base/decimal.h"

namespace nianbao {
namespace {

constexpr std::string_view local_mark("PK\x03\x04"), central_mark("PK\x01\x02"), end_mark("PK\x05\x06");
constexpr std::size_t local_size = 30, central_size = 46, end_size = 22;

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t i = size; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

bool holds(std::string_view bytes, std::size_t at, std::string_view mark, std::size_t size) {
  return at <= bytes.size() && bytes.size() - at >= size && bytes.substr(at, mark.size()) == mark;
}

Error limit(std::u16string_view name) { return {ErrorCode::limit, {}, std::u16string(name)}; }
Error damaged() { return {ErrorCode::damaged, {}, u"压缩包不完整"}; }

bool same_name(std::string_view a, std::string_view b) {
  for (std::string_view* name : {&a, &b})
    if (!name->empty() && name->front() == '/') name->remove_prefix(1);
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
           const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
           return lower(x) == lower(y);
         });
}

// Inflates into exactly `size` bytes; one byte more or less is damage.
bool inflate_raw(std::string_view packed, std::string& out) {
  z_stream stream{};
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return false;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int status = inflate(&stream, Z_FINISH);
  const bool whole = status == Z_STREAM_END && stream.avail_out == 0;
  inflateEnd(&stream);
  return whole;
}

}  // namespace

Result<ZipFile> ZipFile::open(std::string_view bytes, std::size_t most_entries) {
  const std::size_t tail_size = std::min<std::size_t>(bytes.size(), end_size + 0xFFFF);
  const std::string_view tail = bytes.substr(bytes.size() - tail_size);
  const std::size_t end = tail.rfind(end_mark);
  if (end == std::string_view::npos || !holds(tail, end, end_mark, end_size)) return damaged();
  ZipFile zip;
  zip.bytes_ = bytes;
  std::size_t at = number(tail, end + 16, 4);
  while (holds(bytes, at, central_mark, central_size)) {
    if (zip.entries_.size() >= most_entries)
      return Error{
          ErrorCode::limit,
          {},
          u"压缩包内文件不超过 " + Decimal(static_cast<std::int64_t>(most_entries)).to_string() + u" 个"};
    const std::size_t name = number(bytes, at + 28, 2), extra = number(bytes, at + 30, 2),
                      comment = number(bytes, at + 32, 2);
    if (bytes.size() - at - central_size < name) return damaged();
    Entry entry;
    entry.name = std::string(bytes.substr(at + central_size, name));
    std::replace(entry.name.begin(), entry.name.end(), '\\', '/');
    entry.encrypted = (number(bytes, at + 8, 2) & 1) != 0;
    entry.method = static_cast<int>(number(bytes, at + 10, 2));
    entry.crc = number(bytes, at + 16, 4);
    entry.packed = number(bytes, at + 20, 4);
    entry.size = number(bytes, at + 24, 4);
    entry.header = number(bytes, at + 42, 4);
    entry.record = bytes.substr(at, central_size + name + extra + comment);
    zip.entries_.push_back(std::move(entry));
    at += central_size + name + extra + comment;
  }
  if (zip.entries_.empty()) return damaged();
  return zip;
}

const ZipFile::Entry* ZipFile::find(std::string_view name) const {
  for (const Entry& entry : entries_)
    if (same_name(entry.name, name)) return &entry;
  return nullptr;
}

Result<std::string_view> ZipFile::packed(const Entry& entry) const {
  if (!holds(bytes_, entry.header, local_mark, local_size)) return damaged();
  const std::size_t begin =
      entry.header + local_size + number(bytes_, entry.header + 26, 2) + number(bytes_, entry.header + 28, 2);
  if (begin > bytes_.size() || bytes_.size() - begin < entry.packed) return damaged();
  return bytes_.substr(begin, entry.packed);
}

Result<std::string> ZipFile::read(std::string_view name) const {
  const Entry* entry = find(name);
  if (entry == nullptr) return damaged();
  return read(*entry);
}

Result<std::string> ZipFile::read(const Entry& entry) const {
  if (entry.size > limits::zip_entry_bytes) return limit(limits::zip_entry_name);
  if (inflated_ + entry.size > limits::zip_total_bytes) return limit(limits::zip_total_name);
  const Result<std::string_view> raw = packed(entry);
  if (!raw) return raw.error();
  Result<std::string> out = unpack(raw.value(), entry);
  if (out) inflated_ += out.value().size();
  return out;
}

Result<std::string> unpack(std::string_view packed, const ZipFile::Entry& entry) {
  if (entry.encrypted) return Error{ErrorCode::encrypted};
  if (entry.size > (1u << 20) && entry.size / limits::zip_ratio > entry.packed)
    return limit(u"压缩比不超过 400 倍");
  if (packed.size() != entry.packed) return damaged();
  std::string out;
  if (entry.method == 0 && entry.packed == entry.size) {
    out = std::string(packed);
  } else if (entry.method == 8) {
    out.resize(entry.size);
    if (!inflate_raw(packed, out)) return damaged();
  } else {
    return damaged();
  }
  if (crc32(0, reinterpret_cast<const Bytef*>(out.data()), static_cast<uInt>(out.size())) != entry.crc)
    return damaged();
  return out;
}

}  // namespace nianbao
