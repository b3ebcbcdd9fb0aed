// The few entries of a package (docx, odt) or of an archive of reports, inflated by zlib within the budgets
// of base/limits.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/limits.h"
#include "base/result.h"

namespace nianbao {

class ZipFile {
 public:
  struct Entry {
    std::string name;
    std::size_t header = 0;  // offset of its local header
    std::size_t packed = 0, size = 0;
    std::uint32_t crc = 0;
    int method = 0;  // 0 stored, 8 deflated
    bool encrypted = false;
    std::string_view record;  // its record in the central directory as it stands, a view into the bytes
  };

  // Reads the central directory. Keeps a view of `bytes`. Errors: damaged, limit.
  static Result<ZipFile> open(std::string_view bytes, std::size_t most_entries = limits::zip_entries);

  const std::vector<Entry>& entries() const { return entries_; }
  const Entry* find(std::string_view name) const;  // case of ASCII letters ignored, a leading '/' too

  // The whole entry. Errors: damaged (missing, cut, wrong checksum, unknown method), encrypted, limit. Every
  // inflated byte counts against limits::zip_total_bytes for the life of this object.
  Result<std::string> read(std::string_view name) const;
  Result<std::string> read(const Entry& entry) const;

  // The entry as it lies in the file, not inflated: a view into the bytes. Error: damaged.
  Result<std::string_view> packed(const Entry& entry) const;

 private:
  std::string_view bytes_;
  std::vector<Entry> entries_;
  mutable std::size_t inflated_ = 0;
};

// The content behind the packed bytes of an entry, of which method, sizes, sum and encryption are looked at.
// Inflates exactly `entry.size` bytes. Errors: damaged, encrypted, limit (the ratio).
Result<std::string> unpack(std::string_view packed, const ZipFile::Entry& entry);

}  // namespace nianbao
