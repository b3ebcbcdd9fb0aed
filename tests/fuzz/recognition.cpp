// A document as a sketch (tests/support/shapes.h: paragraphs, "# " headings, grids between bars), bound:
// every place is in the text, every cell stands where it is said to stand, and a second binding says the
// same.
#include "base/unicode.h"
#include "report/bind.h"
#include "support/sketch.h"
#include "target.h"

using namespace nianbao;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = to_utf8(from_utf8(fuzz::view(data, size)));
  const Document document = testing::sketch(text);
  if (!testing::broken_in_document(document).empty()) return 0;  // the sketch is none
  const Report report = bind(document);
  fuzz::must_hold(testing::broken_in_report(report));
  if (size % 8 != 0) return 0;
  const Report again = bind(document);
  for (TableId table : {TableId::disclosure, TableId::requests, TableId::proceedings})
    if (testing::dump_table(report, table) != testing::dump_table(again, table))
      fuzz::must_hold("two bindings differ");
  if (testing::dump_facts(report) != testing::dump_facts(again)) fuzz::must_hold("two bindings differ");
  return 0;
}
