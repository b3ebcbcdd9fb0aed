#include "output/archive_json.h"

#include "input/archive.h"
#include "output/json_parts.h"

namespace nianbao {
namespace {

using Json = nlohmann::ordered_json;

Json json_member(const ArchiveMember& member) {
  return {{"name", member.name},           {"packed", json_range(member.packed)},
          {"size", member.entry.size},     {"crc", member.entry.crc},
          {"method", member.entry.method}, {"encrypted", member.entry.encrypted}};
}

std::uint32_t number(const nlohmann::json& json, const char* key) {
  const auto found = json.find(key);
  return found != json.end() && found->is_number_unsigned() ? found->get<std::uint32_t>() : 0;
}

}  // namespace

std::string archive_json(std::string_view bytes, Language language) {
  Json members = Json::array(), others = Json::array(), problems = Json::array();
  bool document = false;
  const Result<ArchiveListing> listing = list_archive(bytes);
  if (!listing) {
    problems.push_back(json_problem(listing.error(), language));
  } else {
    for (const ArchiveMember& member : listing.value().members) members.push_back(json_member(member));
    others = listing.value().others;
    document = listing.value().document;
  }
  return Json{{"members", members}, {"others", others}, {"problems", problems}, {"document", document}}.dump(
      -1, ' ', false, Json::error_handler_t::replace);
}

Unpacked unpack_member(std::string_view packed, std::string_view member_json, Language language) {
  const nlohmann::json json = nlohmann::json::parse(member_json.begin(), member_json.end(), nullptr, false);
  ArchiveMember member;
  if (json.is_object()) {
    const auto encrypted = json.find("encrypted");
    member.entry.packed = packed.size();
    member.entry.size = number(json, "size");
    member.entry.crc = number(json, "crc");
    member.entry.method = static_cast<int>(number(json, "method"));
    member.entry.encrypted = encrypted != json.end() && encrypted->is_boolean() && encrypted->get<bool>();
  }
  Result<std::string> bytes = unpack(packed, member);
  if (!bytes)
    return {{}, json_problem(bytes.error(), language).dump(-1, ' ', false, Json::error_handler_t::replace)};
  return {std::move(bytes.value()), {}};
}

}  // namespace nianbao
