#include "input/xlsx_sheet.h"

#include <algorithm>
#include <optional>

#include "base/matching.h"
#include "base/sorting.h"
#include "base/unicode.h"
#include "input/sheet_number.h"

namespace nianbao {
namespace {

constexpr int most_rows = 1 << 20, most_columns = 1 << 14;  // of the format

struct Place {
  int row, column;
};

// "D39", "$D$39"
std::optional<Place> place_of(std::string_view text) {
  int row = 0, column = 0;
  for (char c : text) {
    const char capital = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    if (c == '$') continue;
    if (capital >= 'A' && capital <= 'Z' && row == 0) column = column * 26 + (capital - 'A' + 1);
    else if (c >= '0' && c <= '9') row = row * 10 + (c - '0');
    else return std::nullopt;
    if (row > most_rows || column > most_columns) return std::nullopt;
  }
  if (row == 0 || column == 0) return std::nullopt;
  return Place{row - 1, column - 1};
}

bool is_true(std::string_view value) { return value == "1" || value == "true" || value == "on"; }

// _x000D_ stands for a character that XML cannot hold.
std::u16string unescaped(std::u16string text) {
  std::size_t at = 0;
  while ((at = text.find(u"_x", at)) != std::u16string::npos) {
    char16_t c = 0;
    bool hex = at + 6 < text.size() && text[at + 6] == u'_';
    for (std::size_t i = at + 2; hex && i < at + 6; ++i) {
      const std::size_t digit = std::u16string_view(u"0123456789ABCDEFabcdef").find(text[i]);
      hex = digit != std::u16string_view::npos;
      c = static_cast<char16_t>(c * 16 + (digit > 15 ? digit - 6 : digit));
    }
    if (hex) text.replace(at, 7, c == u'\r' || c == 0 ? std::u16string() : std::u16string(1, c));
    at += hex ? 0 : 2;
  }
  return text;
}

class SheetReader {
 public:
  SheetReader(pugi::xml_node root, const XlsxContext& context) : root_(root), context_(context) {}

  XlsxSheet read() {
    read_columns();
    const pugi::xml_node data = child(root_, "sheetData");
    int row = -1;
    for (pugi::xml_node node = data.first_child(); node; node = node.next_sibling())
      if (is(node, "row")) read_row(node, row = number_attribute(node, "r", row + 2) - 1);
    sort_by(hidden_rows_);
    hidden_rows_.erase(std::unique(hidden_rows_.begin(), hidden_rows_.end()), hidden_rows_.end());
    const auto before = [](const XlsxCell& a, const XlsxCell& b) {
      return a.row != b.row ? a.row < b.row : a.column < b.column;
    };
    if (!std::is_sorted(sheet_.cells.begin(), sheet_.cells.end(), before)) sort_by(sheet_.cells, before);
    merge_cells();
    for (XlsxCell& cell : sheet_.cells) place(cell);
    return std::move(sheet_);
  }

 private:
  void read_columns() {
    std::vector<bool> hidden(most_columns);
    int left = 64 * most_columns;  // files that hide a column again and again are made to waste time
    for (pugi::xml_node col = child(root_, "cols").first_child(); col; col = col.next_sibling()) {
      if (!is_true(attribute(col, "hidden")) && attribute(col, "width") != "0") continue;
      const int last = std::min(number_attribute(col, "max", 1), most_columns);
      for (int i = std::max(number_attribute(col, "min", 1), 1); i <= last && --left > 0; ++i)
        hidden[static_cast<std::size_t>(i - 1)] = true;
    }
    for (int i = 0; i < most_columns; ++i)
      shown_columns_.push_back(shown_columns_.back() + (hidden[static_cast<std::size_t>(i)] ? 0 : 1));
  }

  // How many rows or columns are shown before this one.
  int shown_rows(int row) const {
    return row - static_cast<int>(std::lower_bound(hidden_rows_.begin(), hidden_rows_.end(), row) -
                                  hidden_rows_.begin());
  }
  int shown_columns(int column) const {
    return shown_columns_[static_cast<std::size_t>(std::min(column, most_columns))];
  }

  void place(XlsxCell& cell) const {
    cell.top = shown_rows(cell.row);
    cell.left = shown_columns(cell.column);
    cell.height = shown_rows(cell.row + cell.height) - cell.top;
    cell.width = shown_columns(cell.column + cell.width) - cell.left;
    cell.hidden |= cell.height == 0 || cell.width == 0;
  }

  void read_row(pugi::xml_node row, int number) {
    if (number < 0 || number >= most_rows) return;
    if (is_true(attribute(row, "hidden")) || attribute(row, "ht") == "0") hidden_rows_.push_back(number);
    int column = -1;
    for (pugi::xml_node node = row.first_child(); node; node = node.next_sibling()) {
      if (!is(node, "c")) continue;
      const auto place = place_of(attribute(node, "r"));
      column = place ? place->column : column + 1;
      if (column >= most_columns) return;
      XlsxCell cell;
      cell.row = number;
      cell.column = column;
      read_cell(node, cell);
      if (cell.ruled || !cell.text.empty()) sheet_.cells.push_back(std::move(cell));
    }
  }

  void read_cell(pugi::xml_node node, XlsxCell& cell) const {
    static const SheetStyle none;
    const auto style = static_cast<std::size_t>(number_attribute(node, "s", 0));
    const SheetStyle& look = style < context_.styles.size() ? context_.styles[style] : none;
    cell.ruled = look.ruled;
    const std::string_view type = attribute(node, "t");
    const std::string_view value = child(node, "v").child_value();
    if (child(node, "f") && value.empty() && type != "str") {
      cell.unknown = true;
      cell.text = u"（公式）";
    } else if (type == "s") {
      const std::size_t index = value.empty() ? context_.strings.size() : shared_index(value);
      if (index < context_.strings.size()) cell.text = context_.strings[index];
    } else if (type == "inlineStr") {
      cell.text = sheet_string(child(node, "is"));
    } else if (type == "str" || type == "e" || type == "d") {
      cell.text = unescaped(from_utf8(value));
    } else if (type == "b") {
      cell.text = is_true(value) ? u"TRUE" : u"FALSE";
    } else if (!value.empty()) {
      cell.text = printed_number(value, look.format, context_.from_1904);
      if (std::u16string number = plain_number(value); number != cell.text && !is_date_format(look.format))
        cell.number = std::move(number);
    }
    if (trim(cell.text).empty()) cell.text.clear();
  }

  static std::size_t shared_index(std::string_view value) {
    std::size_t index = 0;
    for (char c : value) {
      if (c < '0' || c > '9' || index > 100'000'000) return static_cast<std::size_t>(-1);
      index = index * 10 + static_cast<std::size_t>(c - '0');
    }
    return index;
  }

  // Those of a row from `first` to `last`.
  std::pair<std::size_t, std::size_t> cells_of(int row, int first, int last) const {
    const auto at = [&](int column) {
      return static_cast<std::size_t>(std::partition_point(sheet_.cells.begin(), sheet_.cells.end(),
                                                           [&](const XlsxCell& cell) {
                                                             return cell.row != row ? cell.row < row
                                                                                    : cell.column < column;
                                                           }) -
                                      sheet_.cells.begin());
    };
    return {at(first), at(last + 1)};
  }

  void merge_cells() {
    if (sheet_.cells.empty()) return;
    const int end = sheet_.cells.back().row;
    std::vector<XlsxCell> blank;  // merged areas whose first cell the file does not write
    for (pugi::xml_node node = child(root_, "mergeCells").first_child(); node; node = node.next_sibling()) {
      const std::string_view area = attribute(node, "ref");
      const auto colon = std::min(area.find(':'), area.size());
      const auto from = place_of(area.substr(0, colon)),
                 to = place_of(area.substr(std::min(colon + 1, area.size())));
      if (from && to && from->row <= to->row && from->column <= to->column && from->row <= end)
        merge(*from, {std::min(to->row, end), to->column}, blank);
    }
    if (blank.empty()) return;
    sheet_.cells.insert(sheet_.cells.end(), std::make_move_iterator(blank.begin()),
                        std::make_move_iterator(blank.end()));
    sort_by(sheet_.cells, [](const XlsxCell& a, const XlsxCell& b) {
      return a.row != b.row ? a.row < b.row : a.column < b.column;
    });
  }

  void merge(Place from, Place to, std::vector<XlsxCell>& blank) {
    const auto [first, behind] = cells_of(from.row, from.column, from.column);
    XlsxCell* head = first < behind && !sheet_.cells[first].hidden ? &sheet_.cells[first] : nullptr;
    if (head != nullptr && (head->height > 1 || head->width > 1))
      return;  // areas do not overlap in sound files
    bool ruled = false;
    for (int row = from.row; row <= to.row; ++row) {
      const auto [left, right] = cells_of(row, from.column, to.column);
      for (std::size_t i = left; i < right; ++i) {
        ruled |= sheet_.cells[i].ruled;
        if (&sheet_.cells[i] != head) sheet_.cells[i].hidden = true;
      }
      if (++merged_rows_ > most_rows) return;
    }
    if (head == nullptr && ruled) {
      head = &blank.emplace_back();
      head->row = from.row;
      head->column = from.column;
    }
    if (head == nullptr) return;
    head->ruled |= ruled;
    head->height = to.row - from.row + 1;
    head->width = to.column - from.column + 1;
  }

  pugi::xml_node root_;
  const XlsxContext& context_;
  XlsxSheet sheet_;
  std::vector<int> hidden_rows_;          // sorted
  std::vector<int> shown_columns_ = {0};  // before each column
  int merged_rows_ = 0;                   // looked at for all areas together
};

}  // namespace

std::u16string sheet_string(pugi::xml_node item) {
  std::string text;
  for (pugi::xml_node node = item.first_child(); node; node = node.next_sibling()) {
    const pugi::xml_node words = is(node, "r") ? child(node, "t") : node;
    if (!is(words, "t")) continue;
    for (pugi::xml_node part = words.first_child(); part; part = part.next_sibling()) text += part.value();
  }
  return unescaped(from_utf8(text));
}

XlsxSheet read_xlsx_sheet(pugi::xml_node root, const XlsxContext& context) {
  return SheetReader(root, context).read();
}

}  // namespace nianbao
