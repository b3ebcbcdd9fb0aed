#include "output/comparison.h"

#include <unordered_set>

#include "base/unicode.h"
#include "output/json_parts.h"
#include "rules/last_year.h"
#include "rules/vocabulary.h"

namespace nianbao {
namespace {

using Json = nlohmann::ordered_json;

void replace_all(std::u16string& text, const std::u16string& from, char16_t to) {
  for (std::size_t at = text.find(from); at != std::u16string::npos; at = text.find(from, at + 1))
    text.replace(at, from.size(), 1, to);
}

// Characters of the private use area stand for the report year, the one after it and the two before it.
std::u16string comparable_sentence(const Report& report, Range sentence) {
  std::u16string text = folded(report.document->view(sentence));
  while (!text.empty() && std::u16string_view(u"。;;,，；!?").find(text.back()) != std::u16string_view::npos)
    text.pop_back();
  for (int ago = -1; ago < 3 && report.year != 0; ++ago)
    replace_all(text, Decimal(report.year - ago).to_string() + u"年", static_cast<char16_t>(0xE001 + ago));
  return text;
}

void add_unchanged(Range sentence, std::vector<Range>& ranges, const Document& document) {
  const bool adjoins = !ranges.empty() && trim(document, {ranges.back().end, sentence.begin}).empty();
  if (adjoins) ranges.back().end = sentence.end;
  else ranges.push_back(sentence);
}

std::optional<Decimal> difference(const ReportCell& now, const ReportCell& then) {
  if (now.state != CellState::number || then.state != CellState::number) return std::nullopt;
  return *now.value - *then.value;
}

// This year's cell of the same id, or null.
const ReportCell* same_cell(const Report& now, const Form& form, CellRef ref) {
  const auto own = cell(*now.form, cell_id(form, ref));
  return own ? &now.cell(*own) : nullptr;
}

Json json_cells(const Report& now, const Report& then) {
  Json out = Json::object();
  for (TableId table : all_tables)
    for_each_cell(then, table, [&](CellRef ref, const ReportCell& had) {
      if (had.state == CellState::absent) return;
      Json entry{{"value", had.value ? json_number(*had.value) : Json()},
                 {"text", to_utf8(had.text)},
                 {"state", state_name(had.state)}};
      const ReportCell* has = same_cell(now, *then.form, ref);
      if (const auto by = has != nullptr ? difference(*has, had) : std::nullopt)
        entry["difference"] = json_number(*by);
      out[cell_id(*then.form, ref)] = std::move(entry);
    });
  return out;
}

std::u16string shown(const ReportCell& cell) {
  switch (cell.state) {
    case CellState::number: return cell.value->to_string();
    case CellState::blank: return u"空白";
    case CellState::absent:
    case CellState::unread: return u"未读出";
    case CellState::dash:
    case CellState::text: break;
  }
  return cell.text;
}

bool changed(const ReportCell& now, const ReportCell& then) {
  if (now.state == CellState::number && then.state == CellState::number) return *now.value != *then.value;
  return now.state != then.state || now.text != then.text;
}

struct TableChanges {
  std::vector<Text> rows;
  int changed = 0, all = 0;
};

// 本年新收政府信息公开申请数量：自然人 3→5（+2）、总计 3→5（+2）
TableChanges table_changes(const Report& now, const Report& then, TableId table) {
  TableChanges out;
  std::vector<Text> cells;
  int row = -1;
  const auto finish_row = [&] {
    if (!cells.empty())
      out.rows.push_back(say(u"{0}：{1}", u"{0}: {1}", {row_name(*now.form, table, row), listed(cells)}));
    cells.clear();
  };
  for_each_cell(now, table, [&](CellRef ref, const ReportCell& has) {
    const auto old = cell(*then.form, cell_id(*now.form, ref));
    if (!old) return;
    const ReportCell& had = then.cell(*old);
    if (has.state == CellState::absent && had.state == CellState::absent) return;
    ++out.all;
    if (!changed(has, had)) return;
    ++out.changed;
    if (ref.row != row) finish_row();
    row = ref.row;
    const auto by = difference(has, had);
    Text cell = say(u"{0} {1}→{2}", u"{0} {1}→{2}", {column_name(*now.form, ref), shown(had), shown(has)});
    if (by) cell = join(cell, say(u"（{0}{1}）", u" ({0}{1})", {Text(by->is_negative() ? u"" : u"+"), *by}));
    cells.push_back(std::move(cell));
  });
  finish_row();
  return out;
}

}  // namespace

std::vector<SectionShare> unchanged_text(const Report& now, const Report& then) {
  std::vector<SectionShare> out;
  for (int number = 1; number <= 6; ++number) {
    std::unordered_set<std::u16string> known;
    for (Range sentence : section_sentences(then.prose, number))
      known.insert(comparable_sentence(then, sentence));
    SectionShare share{number, 0, 0, {}};
    for (Range sentence : section_sentences(now.prose, number)) {
      const std::u16string text = comparable_sentence(now, sentence);
      share.characters += text.size();
      if (text.empty() || known.count(text) == 0) continue;
      share.unchanged += text.size();
      add_unchanged(sentence, share.ranges, *now.document);
    }
    if (share.characters > 0 && !known.empty()) out.push_back(std::move(share));
  }
  return out;
}

nlohmann::ordered_json comparison_json(const Report& now, const Report& then, Language language) {
  Json out;
  out["previous"] = {{"agency", then.agency.empty() ? Json() : Json(to_utf8(then.agency))},
                     {"year", then.year != 0 ? Json(then.year) : Json()},
                     {"form", std::to_string(then.form->key)},
                     {"title", then.title.empty() ? Json() : Json(to_utf8(then.title))}};
  const auto reason = not_comparable(now, then);
  out["comparable"] = !reason.has_value();
  if (reason) out["reason"] = to_utf8(language == Language::english ? reason->en : reason->zh);
  out["cells"] = json_cells(now, then);
  out["sections"] = Json::array();
  for (const SectionShare& share : unchanged_text(now, then)) {
    Json ranges = Json::array();
    for (Range range : share.ranges) ranges.push_back(json_range(range));
    out["sections"].push_back({{"number", share.number},
                               {"characters", share.characters},
                               {"unchanged", share.unchanged},
                               {"percent", share.percent()},
                               {"alike", section_likeness(now, then, share.number)},
                               {"ranges", std::move(ranges)}});
  }
  return out;
}

Text comparison_text(const Report& now, const Report& then) {
  if (const auto reason = not_comparable(now, then))
    return say(u"没有与上年对照：{0}。\n", u"Not compared with last year: {0}.\n", {*reason});
  Text out = say(u"与{0}对照：\n", u"Compared with {0}:\n", {last_years_report(then)});
  for (TableId table : all_tables) {
    const TableChanges changes = table_changes(now, then, table);
    if (changes.all == 0) continue;
    const Text name(now.form->table(table).name);
    out = join(out, say(u"  {0}：{1} 格中 {2} 格有变化\n", u"  {0}: {2} of {1} cells changed\n",
                        {name, changes.all, changes.changed}));
    for (const Text& row : changes.rows) out = join(out, say(u"    {0}\n", u"    {0}\n", {row}));
  }
  std::vector<Text> shares;
  for (const SectionShare& share : unchanged_text(now, then))
    shares.push_back(
        say(u"第{0}部分 {1}%", u"section {0} {1}%",
            {Text(now.form->sections[static_cast<std::size_t>(share.number - 1)].numeral), share.percent()}));
  return shares.empty()
             ? out
             : join(out, say(u"  与上年逐字相同的正文：{0}\n",
                             u"  text that is last year's word for word: {0}\n", {listed(shares)}));
}

}  // namespace nianbao
