// What the page is told of an archive of reports (input/archive.h), as JSON text.
#pragma once

#include <string>
#include <string_view>

#include "stages.h"

namespace nianbao {

// {"members": [{"name", "packed": [begin, end], "size", "crc", "method", "encrypted"}], "others": [names],
//  "problems": [{"code", "message", "detail"}]}. `packed`: bytes of the archive. With a problem there are no
//  members.
std::string archive_json(std::string_view bytes, Language language);

// The bytes of one member, from its packed bytes and its entry among "members"; or the problem as JSON text.
struct Unpacked {
  std::string bytes;
  std::string problem;  // empty when all is well
};
Unpacked unpack_member(std::string_view packed, std::string_view member_json, Language language);

}  // namespace nianbao
