#include "input/member_names.h"

#include <algorithm>
#include <string>

namespace nianbao {
namespace {

// .zip: an archive inside an archive, so that it is not passed over in silence.
constexpr std::string_view document_endings[] = {
    "txt", "md",  "markdown", "tsv", "csv",  "html", "htm", "xhtml", "mht",  "mhtml", "docx", "docm",
    "doc", "wps", "rtf",      "odt", "fodt", "pdf",  "ofd", "xlsx",  "xlsm", "xls",   "et",   "zip"};

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

bool is_debris(std::string_view part) {
  return part.empty() || part[0] == '.' || part.starts_with("~$") || part == "__MACOSX" ||
         lower(part) == "thumbs.db" || lower(part) == "desktop.ini";
}

}  // namespace

MemberKind member_kind(std::string_view path) {
  if (!path.empty() && path[0] == '/') path.remove_prefix(1);
  std::string_view name = path;
  for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/')) {
    const std::string_view folder = path.substr(0, slash);
    if (folder != "." && folder != ".." && is_debris(folder)) return MemberKind::debris;
    path.remove_prefix(slash + 1);
    name = path;
  }
  if (is_debris(name)) return MemberKind::debris;
  const std::size_t dot = name.rfind('.');
  const std::string ending = dot == std::string_view::npos ? std::string() : lower(name.substr(dot + 1));
  const bool known = std::find(std::begin(document_endings), std::end(document_endings), ending) !=
                     std::end(document_endings);
  return known ? MemberKind::document : MemberKind::other;
}

}  // namespace nianbao
