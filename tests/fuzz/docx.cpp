// document 0x1E styles 0x1E numbering 0x1E comments 0x1E footnotes: the parts of a docx, whose packing is
// sound.
#include "support/make_zip.h"
#include "target.h"

namespace {

constexpr const char* names[] = {"word/document.xml", "word/styles.xml", "word/numbering.xml",
                                 "word/comments.xml", "word/footnotes.xml"};

std::string relationships(const char* folder) {
  std::string out = "<Relationships>";
  for (const char* part : {"styles", "numbering", "comments", "footnotes"})
    out += std::string("<Relationship Type=\"x/") + part + "\" Target=\"" + folder + part + ".xml\"/>";
  return out + "</Relationships>";
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto parts = nianbao::fuzz::pieces(nianbao::fuzz::view(data, size), 5);
  nianbao::testing::ZipParts zip{{"word/_rels/document.xml.rels", relationships("")}};
  for (std::size_t i = 0; i < 5; ++i)
    if (i == 0 || !parts[i].empty()) zip.emplace_back(names[i], std::string(parts[i]));
  nianbao::fuzz::try_reader(nianbao::read_docx, nianbao::testing::make_zip(zip));
  return 0;
}
