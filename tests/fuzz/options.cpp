// Options as JSON text: understood or refused in words.
#include "target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace nianbao;
  const ParsedOptions parsed = parse_options(fuzz::view(data, size));
  const Options& options = parsed.options;
  if (!parsed.error.empty()) return 0;
  if (options.year != 0 && (options.year < 2008 || options.year > 2100))
    fuzz::must_hold("a year out of range");
  if (options.today && (options.today->month < 1 || options.today->month > 12))
    fuzz::must_hold("no such day");
  unknown_rules(options.rules);
  return 0;
}
