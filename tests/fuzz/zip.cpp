// The packing of docx, odt and archives: entries lie inside the bytes, what is inflated has its announced
// size.
#include "input/zip.h"

#include "target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = nianbao::fuzz::view(data, size);
  const auto zip = nianbao::ZipFile::open(bytes);
  if (!zip) return 0;
  for (const auto& entry : zip.value().entries()) {
    const auto content = zip.value().read(entry);
    if (content && content.value().size() != entry.size) nianbao::fuzz::must_hold("zip: size");
    if (zip.value().find(entry.name) == nullptr) nianbao::fuzz::must_hold("zip: an entry that is not found");
  }
  nianbao::sniff(bytes);
  return 0;
}
