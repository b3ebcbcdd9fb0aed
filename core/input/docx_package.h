// Where the parts of an OOXML package are: names follow from relationships, never from habit alone.
#pragma once

#include <map>
#include <string>

#include "input/zip.h"

namespace nianbao {

// Parts by the last word of their relationship's type: "officeDocument", "styles", "comments", ...
using PackageParts = std::map<std::string, std::string, std::less<>>;

std::string relationships_part(std::string_view of);  // "word/_rels/document.xml.rels"
// `target` as written in `from`'s relationships.
std::string resolved_part(std::string_view from, std::string_view target);
PackageParts package_parts(const ZipFile& zip, std::string_view of);  // `of` empty: of the package itself
// The same by the relationship's id, and with its type's last word.
struct PackagePart {
  std::string type, name;
};
std::map<std::string, PackagePart, std::less<>> package_parts_by_id(const ZipFile& zip, std::string_view of);
std::string main_part(const ZipFile& zip,
                      std::string_view usual_name);  // `usual_name` when nothing else is said
std::string docx_main_part(const ZipFile& zip);

}  // namespace nianbao
