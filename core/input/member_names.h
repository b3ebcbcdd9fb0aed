// Which files of a folder or an archive may be reports, by their names alone.
#pragma once

#include <string_view>

namespace nianbao {

enum class MemberKind {
  document,  // may be a report
  other,   // something else that a person put there: a picture, a spreadsheet, an archive of an unknown kind
  debris,  // of the system or the office suite: hidden files, __MACOSX, ~$lock files, Thumbs.db
};

// `path`: UTF-8, parts separated by '/'. A name ending in '/' is a directory and debris.
MemberKind member_kind(std::string_view path);

}  // namespace nianbao
