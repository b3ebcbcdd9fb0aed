#include "scan/geometry.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <utility>

#include "base/unicode.h"
#include "scan/printed_labels.h"
#include "scan/read_page.h"

namespace nianbao::scan {
namespace {

constexpr char16_t unknown = 0xFFFD;
constexpr double sure_of_number = 0.9;  // of every character: what was read wrong in trials lay below
constexpr double sure_of_same = 0.75;   // where all characters give the same

void append(std::string& out, char record, double left, double top, double right, double bottom) {
  char text[96];
  std::snprintf(text, sizeof text, "%c %.2f %.2f %.2f %.2f", record, left, top, right, bottom);
  out += text;
}

bool is_digit_of_number(char16_t c) { return c >= u'0' && c <= u'9'; }

// Words of the form are Chinese; what else stands in a cell is a number, or was meant to be one.
bool has_word(std::u16string_view text) {
  return std::any_of(text.begin(), text.end(), [](char16_t c) { return c >= 0x4E00 && c <= 0x9FFF; });
}

// 12, 1,234, 811.61: a speck makes 0. or ,5 of a number.
bool is_well_formed(std::u16string_view number) {
  std::size_t digits = 0, group = 0;
  bool grouped = false, fraction = false;
  for (char16_t c : number) {
    if (is_digit_of_number(c)) {
      ++digits, ++group;
      continue;
    }
    const bool first = !grouped && !fraction && group >= 1 && group <= 3;
    if (fraction || group == 0 || (grouped && group != 3) || (c == u',' && !first && !grouped) ||
        (c != u',' && c != u'.'))
      return false;
    (c == u',' ? grouped : fraction) = true;
    group = 0;
  }
  return digits > 0 && group > 0 && (!grouped || fraction || group == 3);
}

bool is_dash(std::u16string_view text) {
  return text == u"-" || text == u"—" || text == u"/" || text == u"－";
}

// Widths of characters as they are set: letters and digits take half a square.
double advance(char16_t c) { return c < 0x80 ? 0.5 : 1; }

void write_characters(std::string& out, char record, const Crop& crop, std::u16string_view text,
                      double scale) {
  double total = 0;
  for (char16_t c : text) total += advance(c);
  const double width = crop.place.width() / total;
  const double middle = (crop.place.top + crop.place.bottom) / 2.0, half = crop.size / 2;
  double left = crop.place.left;
  for (char16_t c : text) {
    const double right = left + width * advance(c);
    if (c != u' ') {
      append(out, record, left * scale, (middle - half) * scale, right * scale, (middle + half) * scale);
      out += ' ' + to_utf8(std::u16string_view(&c, 1)) + '\n';
    }
    left = right;
  }
}

void write_rules(std::string& out, const RuledTable& table, double scale) {
  const auto line = [&](double left, double top, double right, double bottom) {
    append(out, 'L', left * scale, top * scale, right * scale, bottom * scale);
    out += '\n';
  };
  for (const TableCell& cell : table.cells) {
    const auto at = [](const std::vector<Level>& levels, int i) {
      return levels[static_cast<std::size_t>(i)].at;
    };
    const double left = at(table.columns, cell.column), right = at(table.columns, cell.column + cell.columns);
    const double top = at(table.rows, cell.row), bottom = at(table.rows, cell.row + cell.rows);
    line(left, top, right, top);
    line(left, bottom, right, bottom);
    line(left, top, left, bottom);
    line(right, top, right, bottom);
  }
}

// Without what a recogniser takes a mark for that stands in no text so: 丶 anywhere, ～ behind the number of
// a heading.
std::u16string text_of(const Reading& reading) {
  std::u16string text = from_utf8(reading.text);
  std::replace(text.begin(), text.end(), u'丶', u'、');
  const auto is_numeral = [](char16_t c) {
    return std::u16string_view(u"一二三四五六七八九十").find(c) != std::u16string_view::npos;
  };
  if (text.size() > 2 && is_numeral(text[0]) &&
      std::u16string_view(u"～~`").find(text[1]) != std::u16string_view::npos)
    text[1] = u'、';
  return text;
}

}  // namespace

std::u16string accepted(const Reading& reading, bool in_cell) {
  const std::u16string text = text_of(reading);
  if (!in_cell || has_word(text) || is_dash(text)) return text;
  const std::u16string number = from_utf8(reading.number);
  const bool sure = reading.number_certainty >= sure_of_number ||
                    (text == number && reading.number_certainty >= sure_of_same);
  return sure && is_well_formed(number) ? number : std::u16string(1, unknown);
}

bool is_of_number(const Reading& reading) {
  const std::u16string text = from_utf8(reading.text);
  return !has_word(text) && !is_dash(text);
}

namespace {

// What the crops of each cell are together.
struct CellContent {
  std::size_t numbers = 0;
  bool words = false;
  std::vector<std::size_t> crops;
};

std::map<std::pair<int, int>, CellContent> contents(const CutPage& page,
                                                    const std::vector<Reading>& readings) {
  std::map<std::pair<int, int>, CellContent> out;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    CellContent& cell = out[{page.crops[i].table, page.crops[i].cell}];
    cell.crops.push_back(i);
    cell.numbers += is_of_number(readings[i]);
    cell.words = cell.words || has_word(from_utf8(readings[i].text));
  }
  return out;
}

// Numbers that stand in one cell behind each other are not one number, and none of them is the cell's. Beside
// words a mark is one of the text: 三、 in a column of characters.
std::u16string taken(const Crop& crop, const Reading& reading, const CellContent& cell) {
  if (reading.confirmed) return from_utf8(reading.text);
  const bool number = crop.cell >= 0 && !cell.words;
  return number && cell.numbers > 1 && is_of_number(reading) ? std::u16string(1, unknown)
                                                             : accepted(reading, number);
}

// It stands where the picture ends: the rest of it may not be there.
bool runs_out(const CutPage& page, const Crop& crop) {
  const PictureQuality::Sides& cut = page.quality.cut;
  const int near = static_cast<int>(page.character);
  return (cut.left && crop.place.left < near) || (cut.right && crop.place.right > page.page.width - near) ||
         (cut.top && crop.place.top < near) || (cut.bottom && crop.place.bottom > page.page.height - near);
}

// The text of the crops of a cell, as the form prints it: as many characters for each crop as its share of
// what was read.
void take_label(const CutPage& page, const CellContent& cell, std::vector<std::u16string>& texts) {
  std::u16string read;
  for (std::size_t i : cell.crops) read += texts[i];
  const std::u16string label = as_printed(read);
  if (label == read) return;
  int width = 0, done = 0;
  for (std::size_t i : cell.crops) width += page.crops[i].place.width();
  std::size_t from = 0;
  for (std::size_t i : cell.crops) {
    done += page.crops[i].place.width();
    const std::size_t to =
        label.size() * static_cast<std::size_t>(done) / static_cast<std::size_t>(std::max(width, 1));
    texts[i] = label.substr(from, to - from);
    from = to;
  }
}

}  // namespace

std::vector<Taken> take(const CutPage& page, const std::vector<Reading>& readings) {
  std::vector<Taken> out;
  std::vector<std::u16string> texts;
  const auto cells = contents(page, readings);
  for (std::size_t i = 0; i < readings.size(); ++i) {
    const Crop& crop = page.crops[i];
    const CellContent& cell = cells.at({crop.table, crop.cell});
    const bool half = runs_out(page, crop) && is_of_number(readings[i]) && !readings[i].confirmed;
    texts.push_back(half ? std::u16string(1, unknown) : taken(crop, readings[i], cell));
    const bool number = crop.cell >= 0 && !cell.words && is_of_number(readings[i]);
    out.push_back({{}, number, {}, readings[i].confirmed});
    if (number && !readings[i].confirmed && texts[i] != std::u16string(1, unknown))
      out[i].second = from_utf8(readings[i].second);
  }
  for (const auto& [place, cell] : cells)
    if (place.first >= 0 && cell.words) take_label(page, cell, texts);
  for (std::size_t i = 0; i < out.size(); ++i) out[i].text = std::move(texts[i]);
  return out;
}

std::string page_geometry(const CutPage& page, const std::vector<Taken>& taken, double scale) {
  const auto unconfirmed =
      std::count_if(taken.begin(), taken.end(), [](const Taken& t) { return t.number && !t.confirmed; });
  char head[96];
  const double width = page.page.width * scale, height = page.page.height * scale;
  std::snprintf(head, sizeof head, "P %.2f %.2f\nS %zu", width, height,
                static_cast<std::size_t>(unconfirmed));
  std::string out = head;
  for (PictureFault fault : page.faults) (out += ' ') += name_of(fault);
  out += '\n';
  if (taken.empty() && !page.blank) append(out, 'I', 0, 0, width, height), out += '\n';
  for (std::size_t i = 0; i < taken.size(); ++i) {
    write_characters(out, taken[i].confirmed ? 'V' : 'T', page.crops[i], taken[i].text, scale);
    if (!taken[i].second.empty())
      out += "A " + std::to_string(taken[i].text.size()) + ' ' + to_utf8(taken[i].second) + '\n';
  }
  for (const RuledTable& table : page.tables) write_rules(out, table, scale);
  return out;
}

}  // namespace nianbao::scan
