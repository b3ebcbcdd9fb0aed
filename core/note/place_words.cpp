#include "note/place_words.h"

#include <algorithm>

#include "base/unicode.h"
#include "rules/vocabulary.h"

namespace nianbao {
namespace {

constexpr std::size_t quoted = 16;  // characters of the place itself

const Section* section_at(const Report& report, std::uint32_t at) {
  for (const Section& section : report.sections)
    if (section.present() && (section.heading.contains(at) || section.body.contains(at))) return &section;
  return nullptr;
}

bool is_blank(std::u16string_view text) { return text.find_first_not_of(u" \t\r\n\u3000") == text.npos; }

// Which paragraph it is among those of `part` that are not empty and no table; 0: none.
int paragraph_at(const Document& document, Range part, std::uint32_t at) {
  int count = 0;
  for (const Block& block : document.blocks) {
    if (block.range.begin > at) break;
    if (block.range.begin < part.begin) continue;
    if (block.kind == BlockKind::table && block.range.contains(at)) return 0;
    if (block.kind != BlockKind::table && !is_blank(document.view(block.range))) ++count;
  }
  return count;
}

std::u16string in_text(const Reading& reading, Range place) {
  const Document& document = reading.document;
  if (const WorkbookCell* cell = sheet_cell_at(document, place.begin))
    return u"工作表“" + document.sheets[cell->sheet] + u"”" + from_utf8(cell_address(*cell));
  std::u16string words;
  if (place.end > place.begin) words = u"，" + quote(document, place, quoted).zh;
  if (reading.report.title_range.contains(place.begin)) return u"标题" + words;
  const Section* section = section_at(reading.report, place.begin);
  std::u16string out =
      section == nullptr ? std::u16string(u"开头") : section_name(*reading.report.form, section->number).zh;
  const bool heading = section != nullptr && section->heading.contains(place.begin);
  const Range part = section == nullptr ? Range{} : section->body;
  if (const int count = heading ? 0 : paragraph_at(document, part, place.begin); count > 0)
    out += u"，第" + from_utf8(std::to_string(count)) + u"段";
  return heading ? out : out + words;  // the heading's words are the part's name
}

}  // namespace

std::u16string place_words(const Reading& reading, const Finding& finding) {
  const std::vector<CellRef>& cells = finding.cells;
  const Form& form = *reading.report.form;
  const auto lies_in = [&](CellRef ref) {
    if (finding.places.empty()) return true;
    const Range cell = reading.report.cell(ref).range;  // empty at its place when blank
    const std::uint32_t at = finding.places.front().begin;
    return cell.contains(at) || cell.begin == at;
  };
  if (std::none_of(cells.begin(), cells.end(), lies_in))  // in the text, about cells or not
    return finding.places.empty() ? std::u16string() : in_text(reading, finding.places.front());
  if (cells.size() == 1) return cell_label(form, cells.front()).zh;
  return table_name(form, cells.front().table).zh + cell_names(form, cells, 1).zh;
}

}  // namespace nianbao
