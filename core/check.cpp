#include "check.h"

#include "output/to_json.h"

namespace nianbao {

std::string check(std::string_view bytes, const Options& options, std::optional<std::string_view> previous) {
  CheckedReading all;
  read_and_check(bytes, options, previous, all);
  return to_json(bytes.size(), all, options);
}

}  // namespace nianbao
