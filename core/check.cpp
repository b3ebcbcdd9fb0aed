#include "check.h"

#include "fix/correction.h"
#include "output/to_json.h"

namespace nianbao {

std::string check(std::string_view bytes, const Options& options, std::optional<std::string_view> previous) {
  CheckedReading all;
  read_and_check(bytes, options, previous, all);
  if (options.with_cures) try_cures(all, options);
  return to_json(bytes.size(), all, options);
}

}  // namespace nianbao
