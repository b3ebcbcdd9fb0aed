// options 0x1E file 0x1E last year's file: a whole check; for some inputs also every output and a second
// check.
#include "target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace nianbao;
  const std::string_view bytes = fuzz::view(data, size);
  const bool all = size % 8 == 0;
  const std::size_t first = bytes.find('\x1E');
  if (first == std::string_view::npos) {
    fuzz::must_hold(
        testing::broken_in_check(bytes, {.with_text = true, .with_ledger = true}, std::nullopt, all));
    return 0;
  }
  const std::size_t second = bytes.find('\x1E', first + 1);
  ParsedOptions options = parse_options(bytes.substr(0, first));
  if (!options.error.empty()) options = {};
  std::optional<std::string_view> previous;
  if (second != std::string_view::npos) previous = bytes.substr(second + 1);
  fuzz::must_hold(testing::broken_in_check(
      bytes.substr(first + 1, second == std::string_view::npos ? second : second - first - 1),
      options.options, previous, all));
  return 0;
}
