#include "input/ole.h"

#include <algorithm>

namespace nianbao {
namespace {

constexpr std::uint32_t last_sector =
    0xFFFFFFFA;  // greater values are marks: end of chain, free, table sectors
constexpr std::size_t header_bytes = 512, header_tables = 109, entry_bytes = 128;

bool same_name(std::u16string_view a, std::u16string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char16_t x, char16_t y) {
           const auto upper = [](char16_t c) {
             return c >= u'a' && c <= u'z' ? static_cast<char16_t>(c - 32) : c;
           };
           return upper(x) == upper(y);
         });
}

}  // namespace

std::uint16_t u16_at(std::string_view bytes, std::size_t at) {
  if (at > bytes.size() || bytes.size() - at < 2) return 0;
  return static_cast<std::uint16_t>(static_cast<unsigned char>(bytes[at]) |
                                    static_cast<unsigned char>(bytes[at + 1]) << 8);
}

std::uint32_t u32_at(std::string_view bytes, std::size_t at) {
  return u16_at(bytes, at) | static_cast<std::uint32_t>(u16_at(bytes, at + 2)) << 16;
}

std::optional<OleFile> OleFile::open(std::string_view bytes) {
  OleFile file;
  file.bytes_ = bytes;
  const unsigned shift = u16_at(bytes, 30), mini_shift = u16_at(bytes, 32);
  if (bytes.size() < header_bytes || (shift != 9 && shift != 12) || mini_shift < 4 || mini_shift >= shift)
    return std::nullopt;
  file.sector_ = std::size_t{1} << shift;
  file.mini_sector_ = std::size_t{1} << mini_shift;
  file.mini_limit_ = u32_at(bytes, 56);
  if (!file.read_tables()) return std::nullopt;
  return file;
}

bool OleFile::read_tables() {
  const std::size_t sectors = bytes_.size() / sector_ + 1;
  std::vector<std::uint32_t> tables;
  for (std::size_t i = 0; i < header_tables; ++i) tables.push_back(u32_at(bytes_, 76 + 4 * i));
  std::uint32_t more = u32_at(bytes_, 68);
  for (std::size_t steps = 0; more < last_sector && steps < sectors; ++steps) {
    const std::size_t at = (std::size_t{more} + 1) * sector_;
    for (std::size_t i = 0; i + 1 < sector_ / 4; ++i) tables.push_back(u32_at(bytes_, at + 4 * i));
    more = u32_at(bytes_, at + sector_ - 4);
  }
  for (std::uint32_t table : tables) {
    if (table >= last_sector || fat_.size() > sectors) continue;
    for (std::size_t i = 0; i < sector_ / 4; ++i)
      fat_.push_back(u32_at(bytes_, (std::size_t{table} + 1) * sector_ + 4 * i));
  }
  if (fat_.empty()) return false;
  const std::string mini = chain(u32_at(bytes_, 60), bytes_.size());
  for (std::size_t i = 0; i + 4 <= mini.size(); i += 4) mini_fat_.push_back(u32_at(mini, i));
  const std::string directory = chain(u32_at(bytes_, 48), bytes_.size());
  for (std::size_t at = 0; at + entry_bytes <= directory.size(); at += entry_bytes) {
    Entry entry;
    const std::size_t length = std::min<std::size_t>(u16_at(directory, at + 64), 64);
    for (std::size_t i = 0; i + 2 < length; i += 2) entry.name.push_back(u16_at(directory, at + i));
    entry.kind = static_cast<std::uint8_t>(directory[at + 66]);
    entry.start = u32_at(directory, at + 116);
    entry.size = u32_at(directory, at + 120);
    entries_.push_back(std::move(entry));
  }
  constexpr std::uint8_t root = 5;
  for (const Entry& entry : entries_)
    if (entry.kind == root) mini_stream_ = chain(entry.start, entry.size);
  return !entries_.empty();
}

std::string OleFile::chain(std::uint32_t start, std::uint64_t size) const {
  std::string out;
  for (std::size_t steps = 0; start < last_sector && out.size() < size && steps <= fat_.size(); ++steps) {
    const std::size_t at = (std::size_t{start} + 1) * sector_;
    if (at >= bytes_.size()) break;
    out.append(bytes_.substr(at, std::min<std::size_t>(sector_, size - out.size())));
    start = start < fat_.size() ? fat_[start] : last_sector;
  }
  return out;
}

std::string OleFile::mini_chain(std::uint32_t start, std::uint64_t size) const {
  std::string out;
  for (std::size_t steps = 0; start < last_sector && out.size() < size && steps <= mini_fat_.size();
       ++steps) {
    const std::size_t at = std::size_t{start} * mini_sector_;
    if (at >= mini_stream_.size()) break;
    out.append(mini_stream_, at, std::min<std::size_t>(mini_sector_, size - out.size()));
    start = start < mini_fat_.size() ? mini_fat_[start] : last_sector;
  }
  return out;
}

const OleFile::Entry* OleFile::find(std::u16string_view name) const {
  constexpr std::uint8_t stream = 2;
  for (const Entry& entry : entries_)
    if (entry.kind == stream && same_name(entry.name, name)) return &entry;
  return nullptr;
}

std::optional<std::string> OleFile::stream(std::u16string_view name) const {
  const Entry* entry = find(name);
  if (entry == nullptr) return std::nullopt;
  return entry->size < mini_limit_ ? mini_chain(entry->start, entry->size) : chain(entry->start, entry->size);
}

}  // namespace nianbao
