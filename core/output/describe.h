// What the program knows, as JSON: the catalogue of rules and the forms.
#pragma once

#include <string>
#include <string_view>

namespace nianbao {

inline constexpr std::string_view version = "0.2.0";

std::string describe();        // {"version", "families": [...], "rules": [...], "forms": [...]}
std::string describe_rules();  // {"version", "families", "rules"}
std::string describe_forms();  // {"version", "forms"}

}  // namespace nianbao
