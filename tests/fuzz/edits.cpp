// options 0x1E text: edits applied keep the document valid, or leave it as it was.
#include "target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace nianbao;
  const auto parts = fuzz::pieces(fuzz::view(data, size), 2);
  const ParsedOptions options = parse_options(parts[0]);
  Result<Document> document = read_text(parts[1], {});
  if (!options.error.empty() || !document) return 0;
  const std::u16string before = document.value().text;
  const bool applied = apply_edits(options.options.edits, document.value());
  if (!applied && document.value().text != before) fuzz::must_hold("refused edits changed the text");
  fuzz::must_hold(testing::broken_in_document(document.value()));
  return 0;
}
