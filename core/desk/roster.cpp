#include "desk/roster.h"

#include <algorithm>
#include <set>

#include "base/matching.h"
#include "base/unicode.h"
#include "input/reader.h"
#include "output/to_json.h"

namespace nianbao {
namespace {

using View = std::u16string_view;
using Fields = std::vector<std::u16string>;

std::vector<View> parts(View text, View separators) {
  std::vector<View> out;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(separators, begin), text.size());
    out.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

// 12. or （十二） before a name; and the quotation marks of csv around it.
std::u16string bare(View field) {
  std::u16string text = folded(field);
  const auto useful = std::find_if(text.begin(), text.end(), [](char16_t c) { return is_han(c); });
  const std::size_t first = static_cast<std::size_t>(useful - text.begin());
  View rest = View(text).substr(first);
  if (first > 0 && text[first - 1] == u'(') {  // （三）县教育局
    const std::size_t close = rest.find(u')');
    if (close <= 3) rest.remove_prefix(close + 1);
  } else if (const std::size_t mark = rest.find(u'、');
             mark <= 3 && rest.find_first_not_of(u"一二三四五六七八九十百") == mark) {
    rest.remove_prefix(mark + 1);
  }
  while (!rest.empty() && one_of(rest.back(), u"\"',;。；.")) rest.remove_suffix(1);
  return std::u16string(rest);
}

std::vector<Fields> rows_of(View text) {
  std::vector<Fields> out;
  for (View line : parts(text, u"\n\r")) {
    if (trim(line).empty()) continue;
    Fields fields;
    for (View field : parts(line, u"\t,，;；|")) fields.push_back(bare(field));
    out.push_back(std::move(fields));
  }
  return out;
}

// The names in a field; none when it is not made of names alone.
std::vector<View> names_in(View field) {
  std::vector<View> names = parts(field, u"、");
  const bool all = std::all_of(names.begin(), names.end(), [](View name) { return looks_like_body(name); });
  return all ? names : std::vector<View>();
}

std::size_t column_of_names(const std::vector<Fields>& rows) {
  std::size_t columns = 0;
  for (const Fields& row : rows) columns = std::max(columns, row.size());
  for (std::size_t column = 0; column < columns; ++column) {
    std::size_t filled = 0, named = 0;
    for (const Fields& row : rows) {
      if (column >= row.size() || row[column].empty()) continue;
      ++filled;
      named += names_in(row[column]).empty() ? 0 : 1;
    }
    if (named > 0 && named * 2 >= filled) return column;
  }
  return columns;
}

// A heading above the names, and a line that counts them, are left out without a word.
bool is_heading(View field, bool above) {
  return contains_any(field, {u"合计", u"共计"}) ||
         (above && contains_any(field, {u"名单", u"单位", u"名称", u"部门", u"机关"}));
}

}  // namespace

Roster read_roster(std::string_view bytes) {
  Roster out;
  const Result<Document> document = read(bytes, {});
  if (!document) {
    out.problem = problem_text(document.error());
    return out;
  }
  const std::vector<Fields> rows = rows_of(document.value().text);
  const std::size_t column = column_of_names(rows);
  std::set<std::u16string> seen;
  for (const Fields& row : rows) {
    if (column >= row.size() || row[column].empty()) continue;
    const std::vector<View> names = names_in(row[column]);
    if (names.empty() && !is_heading(row[column], out.entries.empty())) out.unused.push_back(row[column]);
    for (View name : names)
      if (seen.emplace(name).second) out.entries.push_back({std::u16string(name), body_name(name)});
  }
  if (out.entries.empty()) out.problem = Words{u"名单里没有找到单位名称", u"no name of a body in the list"};
  return out;
}

}  // namespace nianbao
