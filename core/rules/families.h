// The families of rules: the folders of core/rules, with the names that users see.
#pragma once

#include <span>
#include <string_view>

#include "base/words.h"

namespace nianbao {

struct Family {
  std::string_view id;  // of "requests/balance": "requests"
  Words name;
  bool relations = false;  // its rules hold numbers against numbers; the page counts them as 勾稽关系
};

std::span<const Family> all_families();  // in the order in which users see them. Static.

}  // namespace nianbao
