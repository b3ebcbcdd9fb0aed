#include "input/archive.h"

#include <algorithm>

#include "base/limits.h"
#include "base/printable.h"
#include "base/unicode.h"
#include "input/member_names.h"
#include "input/reader.h"

namespace nianbao {
namespace {

Error limit(const char16_t* name) { return {ErrorCode::limit, {}, name}; }

// The name as it stands in the directory's record.
std::string_view raw_name(const ZipFile::Entry& entry) { return entry.record.substr(46, entry.name.size()); }

// General purpose bit 11.
bool is_utf8(const ZipFile::Entry& entry) { return (static_cast<unsigned char>(entry.record[9]) & 8) != 0; }

// Control characters have no place in a name; so a line end can separate names that are decoded together.
std::string without_controls(std::string_view raw) {
  std::string name(raw);
  for (char& c : name)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = '_';
  return name;
}

// One archive is written on one machine: what a single short name leaves open, all of them together settle.
std::vector<std::string> decoded_names(const std::vector<ZipFile::Entry>& entries) {
  std::string unmarked;
  for (const ZipFile::Entry& entry : entries)
    if (!is_utf8(entry)) unmarked += without_controls(raw_name(entry)) + "\n";
  const Result<Decoded> decoded = decode(unmarked);
  const std::string utf8 = decoded ? to_utf8(decoded.value().text) : unmarked;
  std::vector<std::string> names;
  std::size_t at = 0;
  for (const ZipFile::Entry& entry : entries) {
    std::string name;
    if (is_utf8(entry)) {
      name = to_utf8(from_utf8(without_controls(raw_name(entry))));
    } else {
      const std::size_t end = std::min(utf8.find('\n', at), utf8.size());
      name = utf8.substr(at, end - at);
      at = std::min(end + 1, utf8.size());
    }
    std::replace(name.begin(), name.end(), '\\', '/');
    names.push_back(printable(name));
  }
  return names;
}

std::optional<Error> beyond_limits(const std::vector<ZipFile::Entry>& entries, std::size_t archive_bytes) {
  std::uint64_t packed = 0, size = 0;
  for (const ZipFile::Entry& entry : entries) {
    packed += entry.packed;
    size += entry.size;
  }
  if (packed > archive_bytes) return Error{ErrorCode::damaged, {}, u"压缩包内的文件互相重叠"};
  if (size > limits::archive_unpacked_bytes) return limit(u"压缩包解压后不超过 2 GB");
  return std::nullopt;
}

// Empty where the file is cut or its headers contradict each other; unpack() tells so then.
Range place_of(const ZipFile& zip, const ZipFile::Entry& entry, std::string_view bytes) {
  const Result<std::string_view> packed = zip.packed(entry);
  if (!packed) return {};
  const auto begin = static_cast<std::uint32_t>(packed.value().data() - bytes.data());
  return {begin, begin + static_cast<std::uint32_t>(packed.value().size())};
}

}  // namespace

bool is_archive(std::string_view bytes) {
  return bytes.substr(0, 4) == "PK\x03\x04" && sniff(bytes) == Kind::zip;
}

Result<ArchiveListing> list_archive(std::string_view bytes) {
  if (bytes.size() > limits::archive_bytes) return limit(u"压缩包不超过 512 MB");
  if (const Kind kind = sniff(bytes); bytes.starts_with("PK\x03\x04") && kind != Kind::zip) {
    ArchiveListing whole;
    whole.document = true;
    return whole;
  }
  const Result<ZipFile> zip = ZipFile::open(bytes, limits::archive_members);
  if (!zip) return zip.error();
  const std::vector<ZipFile::Entry>& entries = zip.value().entries();
  if (const auto error = beyond_limits(entries, bytes.size())) return *error;
  const std::vector<std::string> names = decoded_names(entries);
  ArchiveListing listing;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const MemberKind kind = member_kind(names[i]);
    if (kind == MemberKind::other) listing.others.push_back(names[i]);
    if (kind != MemberKind::document) continue;
    listing.members.push_back({names[i], place_of(zip.value(), entries[i], bytes), entries[i]});
    listing.members.back().entry.record = {};
  }
  return listing;
}

Result<std::string> unpack(std::string_view packed, const ArchiveMember& member) {
  if (member.entry.size > limits::input_bytes) return limit(u"文件不超过 100 MB");
  return unpack(packed, member.entry);
}

}  // namespace nianbao
