// A zip file, made in memory: docx and xlsx are zip files.
//
//   ZipWriter zip;
//   zip.add("[Content_Types].xml", types);      // in the order in which they shall stand
//   zip.add("xl/workbook.xml", workbook);
//   std::string bytes = zip.finish();
//
// A file is changed by copying what stays and adding what is new:
//   for (const ZipFile::Entry& entry : old.entries()) {
//     if (entry.name != "word/document.xml") zip.copy(old, entry);  // as it lies in the file, nothing packed
//                                                                      anew
//     else zip.replace(entry, text);                                // same name, date and attributes
//   }
//
// The same calls give the same bytes everywhere: new entries carry the first day of the format, 1980-01-01
// 00:00, and no machine's attributes. Names are UTF-8. No zip64: at most 65,535 entries and 4 GB; callers
// stay far below (base/limits.h).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "input/zip.h"

namespace nianbao {

// Content that is deflated as it comes, so that what is kept of it is small.
class DeflatedContent {
 public:
  DeflatedContent();
  ~DeflatedContent();
  DeflatedContent(DeflatedContent&&) noexcept;
  void append(std::string_view content);

 private:
  friend class ZipWriter;
  void work(bool last);
  struct Stream;
  std::unique_ptr<Stream> stream_;
};

class ZipWriter {
 public:
  // A new entry; deflated where that makes it smaller, otherwise stored. A name must not be added twice.
  void add(std::string_view name, std::string_view content);
  void add(std::string_view name, DeflatedContent content);

  // An entry of another zip file as it is there: packed bytes, name, date, attributes. Error: damaged;
  // nothing is added then.
  Result<bool> copy(const ZipFile& from, const ZipFile::Entry& entry);

  // New content under the name, date and attributes of an entry of another zip file.
  void replace(const ZipFile::Entry& entry, std::string_view content);

  // What was written since the last call, for a file that grows: its pieces one after the other, then
  // finish(), are the file.
  std::string take();

  // The whole file, or what is left of it. The writer is empty afterwards.
  std::string finish();

 private:
  struct Packed;
  static Packed pack(std::string_view content);
  void write(std::string record, std::string_view packed);

  void add_packed(std::string_view name, const Packed& packed);

  std::size_t taken_ = 0;  // bytes that take() has given away
  std::string bytes_;      // local headers and content, but for those
  std::string directory_;  // central directory
  std::size_t count_ = 0;
};

}  // namespace nianbao
