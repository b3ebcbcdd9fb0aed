// Which form the tables follow, from words that only one of the forms has. The year decides only where there
// are none.
#include <algorithm>

#include "base/sorting.h"
#include "base/unicode.h"
#include "prose/line.h"
#include "report/bind.h"

namespace nianbao {
namespace {

struct Hit {
  const Form* form;
  std::u16string_view label;
  Range range;
};

constexpr int most_hits = 1000;  // of one label

// The text of the tables without white space, with a way back.
struct TableText {
  std::u16string text;
  std::vector<Range> source;

  void add(const Document& document, Range range) {
    const Folded folded = fold(document.view(range));
    for (std::size_t i = 0; i < folded.text.size(); ++i) {
      text.push_back(folded.text[i]);
      source.push_back({range.begin + folded.source[i], range.begin + folded.ends[i]});
    }
  }
};

bool in_table_section(const Report& report, std::uint32_t at) {
  bool any = false;
  for (int number = 2; number <= 4; ++number) {
    const Section& s = report.section(number);
    any |= s.present();
    if (s.present() && s.body.contains(at)) return true;
  }
  return !any;
}

// Grids and the lines of the sections with tables that are no sentences.
TableText table_text(const Document& document, const std::vector<DocumentLine>& lines, const Report& report) {
  TableText out;
  for (const Table& table : document.tables) {
    if (!report.body.contains(table.range)) continue;
    for (const Cell& cell : table.cells) {
      out.text.push_back(u'\n');
      out.source.push_back({cell.range.begin, cell.range.begin});
      if (cell.range.size() <= 120) out.add(document, cell.range);
    }
  }
  for (const DocumentLine& line : lines) {
    if (line.range.size() > 400 || !report.body.contains(line.range) ||
        !in_table_section(report, line.range.begin))
      continue;
    if (document.view(line.range).find(u'。') == std::u16string_view::npos) out.add(document, line.range);
  }
  return out;
}

std::vector<Hit> find_hits(const TableText& tables) {
  std::vector<Hit> hits;
  for (const Form* form : {&form_2019(), &form_2021()})
    for (std::u16string_view label : form->telltale) {
      const std::u16string key = folded(label);
      std::size_t at = 0;
      for (int n = 0; n < most_hits && (at = tables.text.find(key, at)) != std::u16string::npos;
           ++n, at += key.size())
        hits.push_back({form, label, {tables.source[at].begin, tables.source[at + key.size() - 1].end}});
    }
  return hits;
}

int distinct(const std::vector<Hit>& hits, const Form& form) {
  return static_cast<int>(
      std::count_if(form.telltale.begin(), form.telltale.end(), [&](std::u16string_view label) {
        return std::any_of(hits.begin(), hits.end(),
                           [&](const Hit& hit) { return hit.form == &form && hit.label == label; });
      }));
}

}  // namespace

void choose_form(const Document& document, const std::vector<DocumentLine>& lines, Report& report) {
  const std::vector<Hit> hits = find_hits(table_text(document, lines, report));
  const int old_words = distinct(hits, form_2019()), new_words = distinct(hits, form_2021());
  const bool by_words = old_words != new_words;
  report.form = !by_words ? &form_for_year(report.year) : old_words > new_words ? &form_2019() : &form_2021();
  for (const Hit& hit : hits) {
    if (hit.form == &form_2019()) report.old_labels.push_back(hit.range);
    if (hit.form == report.form) continue;
    report.foreign_labels.push_back(hit.range);
    // 行政规范性文件 instead of 规范性文件 is a slip, not another form.
    report.mixed_forms |= hit.label != u"行政规范性文件";
  }
  sort_by(report.old_labels);
  sort_by(report.foreign_labels);
}

}  // namespace nianbao
