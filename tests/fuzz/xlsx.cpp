// sheet 0x1E shared strings 0x1E styles 0x1E a second sheet, hidden: the parts of a workbook, whose packing
// is sound.
#include "support/make_zip.h"
#include "target.h"

namespace {

constexpr const char* workbook =
    "<workbook><sheets><sheet name=\"年报\" r:id=\"a\"/><sheet name=\"底稿\" state=\"hidden\" "
    "r:id=\"b\"/></sheets></workbook>";
constexpr const char* relations =
    "<Relationships><Relationship Id=\"a\" Type=\"r/worksheet\" "
    "Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"b\" "
    "Type=\"r/worksheet\" Target=\"worksheets/sheet2.xml\"/><Relationship Id=\"c\" Type=\"r/sharedStrings\" "
    "Target=\"s.xml\"/>"
    "<Relationship Id=\"d\" Type=\"r/styles\" Target=\"styles.xml\"/></Relationships>";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto parts = nianbao::fuzz::pieces(nianbao::fuzz::view(data, size), 4);
  nianbao::testing::ZipParts zip{{"xl/workbook.xml", workbook}, {"xl/_rels/workbook.xml.rels", relations}};
  constexpr const char* names[] = {"xl/worksheets/sheet1.xml", "xl/s.xml", "xl/styles.xml",
                                   "xl/worksheets/sheet2.xml"};
  for (std::size_t i = 0; i < 4; ++i) zip.emplace_back(names[i], std::string(parts[i]));
  nianbao::fuzz::try_reader(nianbao::read_xlsx, nianbao::testing::make_zip(zip));
  return 0;
}
