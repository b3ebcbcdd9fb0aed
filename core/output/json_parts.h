// Ranges, numbers and problems as every JSON output writes them.
#pragma once

#include <nlohmann/json.hpp>

#include "base/decimal.h"
#include "base/range.h"
#include "base/unicode.h"
#include "output/to_json.h"

namespace nianbao {

// A member of a name that `object` does not have yet: without the search for it, by which 200 cells cost
// 20,000 comparisons.
inline void add_member(nlohmann::ordered_json& object, std::string name, nlohmann::ordered_json value) {
  using Object = nlohmann::ordered_json::object_t;
  static_cast<Object::Container&>(object.get_ref<Object&>()).emplace_back(std::move(name), std::move(value));
}

inline nlohmann::ordered_json json_range(Range r) { return nlohmann::ordered_json::array({r.begin, r.end}); }

// Whole numbers as integers, others as the shortest decimal that reads back the same.
inline nlohmann::ordered_json json_number(Decimal value) {
  if (value.is_integer()) return value.whole();
  return value.to_double();
}

// {"code", "title", "message", "detail", "range"}; the last two where there are any.
inline nlohmann::ordered_json json_problem(const Error& error, Language language) {
  const auto words = [&](const Text& text) {
    return to_utf8(language == Language::english && !text.en.empty() ? text.en : text.zh);
  };
  nlohmann::ordered_json out{{"code", error_code_name(error.code)},
                             {"title", words(problem_title(error.code))},
                             {"message", words(problem_text(error))}};
  if (!error.detail.empty()) out["detail"] = to_utf8(error.detail);
  if (!error.where.empty()) out["range"] = json_range(error.where);
  return out;
}

}  // namespace nianbao
