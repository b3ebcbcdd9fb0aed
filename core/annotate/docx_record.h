// What a docx copy records of its remarks, in a custom XML part of its own: Word and LibreOffice keep such
// parts when they write the file anew.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "output/package_copy.h"

namespace nianbao {

struct DocxRecord {
  std::string kinds;        // of the markers' places in order, a digit each (DocxSpot::Kind)
  std::string main_sha256;  // of the main part without remarks
};

// `relations` is the relationships part of the main one; false when it or the content types cannot be added
// to.
bool add_record(PackageCopy& package, const std::string& relations, const DocxRecord& record);

// Takes the record out of the copy, whatever its parts are called by now.
std::optional<DocxRecord> take_record(PackageCopy& package, const ZipFile& zip, const std::string& relations);

// Puts `what` in front of the last closing tag; false for an empty root, into which nothing can be put.
bool insert_at_end(std::string& xml, const std::string& what);

inline constexpr std::string_view empty_relations =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";

}  // namespace nianbao
