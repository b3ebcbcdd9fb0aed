// Names of bodies as people write them, held against each other: 县教育局 is 青禾县教育局, and whether
// 县教育体育局 is the same body a person has to say.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

// 青禾市江北区教育局: the places 青禾市 and 江北区, the body 教育局.
struct BodyName {
  std::vector<std::u16string> places;  // from the largest; one that is cut short is its kind alone: 县
  std::u16string body;  // in one spelling: 委 for 委员会, 办 for 办公室; 政府 of a place itself
  std::u16string stem, ending;  // of the body: 教育, 局

  bool has_full_place() const { return !places.empty() && places.back().size() > 1; }
};
BodyName body_name(std::u16string_view written);

enum class SameBody : std::uint8_t {
  no,
  maybe,  // alike, and a person has to say
  yes,
};
SameBody same_body(const BodyName& a, const BodyName& b);

// Words by which two names are found that same_body() may call the same; every such pair shares one.
std::vector<std::u16string> keys_of(const BodyName& name);

// Whether a line or a field of a list is the name of a body: ends as bodies and places do, holds no sentence.
bool looks_like_body(std::u16string_view text);

}  // namespace nianbao
