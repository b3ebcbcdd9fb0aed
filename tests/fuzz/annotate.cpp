// A file, checked and annotated: what is taken out again is what was put in. The copy of a text or a page is
// the same bytes again; that of a docx reads the same.
#include "annotate/annotate.h"

#include "target.h"

using namespace nianbao;

namespace {

std::u16string text_of(std::string_view bytes) {
  const Result<Document> document = read(bytes, {});
  return document ? document.value().text : std::u16string();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::view(data, size);
  const Copy clean = strip(bytes);
  if (!clean.refusal.empty() || clean.remarks != 0) return 0;
  if (clean.bytes != bytes) fuzz::must_hold("a file without remarks changed");
  CheckedReading all;
  read_and_check(bytes, {}, std::nullopt, all);
  if (!all.checked) return 0;
  const Document& document = all.reading.document;
  const Copy copy = annotate(bytes, all, Language::chinese);
  if (!copy.refusal.empty()) return 0;
  const Copy back = strip(copy.bytes);
  if (document.format == Format::docx ? text_of(back.bytes) != document.text : back.bytes != bytes)
    fuzz::must_hold("the file is not as it was");
  return 0;
}
