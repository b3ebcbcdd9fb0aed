#include "input/xlsx_styles.h"

#include <map>

#include "base/matching.h"
#include "base/unicode.h"
#include "input/sheet_number.h"

namespace nianbao {
namespace {

bool is_ruled(pugi::xml_node border) {
  int sides = 0;
  for (pugi::xml_node side = border.first_child(); side; side = side.next_sibling()) {
    const std::string_view style = attribute(side, "style");
    sides += !style.empty() && style != "none" &&
             one_of(local_name(side), {"left", "right", "top", "bottom", "start", "end"});
  }
  return sides >= 2;
}

std::vector<bool> read_borders(pugi::xml_node borders) {
  std::vector<bool> ruled;
  for (pugi::xml_node border = borders.first_child(); border; border = border.next_sibling())
    if (is(border, "border")) ruled.push_back(is_ruled(border));
  return ruled;
}

std::map<int, std::u16string> read_formats(pugi::xml_node formats) {
  std::map<int, std::u16string> codes;
  for (pugi::xml_node format = formats.first_child(); format; format = format.next_sibling())
    codes[number_attribute(format, "numFmtId", 0)] = from_utf8(attribute(format, "formatCode"));
  return codes;
}

}  // namespace

std::vector<SheetStyle> read_sheet_styles(pugi::xml_node root) {
  const std::vector<bool> ruled = read_borders(child(root, "borders"));
  const std::map<int, std::u16string> formats = read_formats(child(root, "numFmts"));
  std::vector<SheetStyle> styles;
  const pugi::xml_node list = child(root, "cellXfs");
  for (pugi::xml_node xf = list.first_child(); xf; xf = xf.next_sibling()) {
    if (!is(xf, "xf")) continue;
    const int format = number_attribute(xf, "numFmtId", 0);
    const auto border = static_cast<std::size_t>(number_attribute(xf, "borderId", 0));
    const auto own = formats.find(format);
    styles.push_back({own != formats.end() ? own->second : std::u16string(built_in_format(format)),
                      border < ruled.size() && ruled[border]});
  }
  return styles;
}

}  // namespace nianbao
