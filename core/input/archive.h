// A zip of reports: which of its members may be reports, and the bytes of one member at a time.
//
//   Result<ArchiveListing> listing = list_archive(bytes);    // looks at the directory, inflates nothing
//   for (const ArchiveMember& member : listing.value().members) {
//     const std::string_view packed = bytes.substr(member.packed.begin, member.packed.size());
//     Result<std::string> report = unpack(packed, member);   // needs these bytes of the archive alone
//   }
//
// So a caller may keep the archive on disk and hold one member at a time.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "input/zip.h"

namespace nianbao {

struct ArchiveMember {
  std::string name;      // UTF-8, parts separated by '/': 县A/年报.docx
  Range packed{};        // bytes of the archive
  ZipFile::Entry entry;  // for unpack(); without its record
};

struct ArchiveListing {
  std::vector<ArchiveMember> members;  // in the order of the archive's directory
  std::vector<std::string> others;     // names of other files (pictures, spreadsheets); debris is not named
  bool document =
      false;  // the whole is one document or package of an office program: its parts are not listed
};

// Whether `bytes` are a zip that is no document itself (docx and odt are zips too).
bool is_archive(std::string_view bytes);

// Names without a UTF-8 mark are decoded together: strict UTF-8, otherwise GB18030 or Big5 by what reads as
// Chinese. Archives inside are listed as members; reading one as a report tells that it was not opened.
// Errors: damaged; limit (archive_bytes, archive_members, archive_unpacked_bytes, or members that share
// bytes).
Result<ArchiveListing> list_archive(std::string_view bytes);

// Errors: damaged, encrypted, limit (the size of a file, the ratio).
Result<std::string> unpack(std::string_view packed, const ArchiveMember& member);

}  // namespace nianbao
