#include "report/bind.h"

#include <algorithm>

#include "base/unicode.h"
#include "report/account.h"
#include "report/remainder.h"
#include "report/title.h"

namespace nianbao {
namespace {

constexpr TableId all_tables[] = {TableId::disclosure, TableId::requests, TableId::proceedings};

int section_of(TableId id) { return static_cast<int>(id) + 2; }

// A table without the heading of its section is the section.
void find_sections_by_table(Report& report) {
  for (TableId id : all_tables) {
    Section& section = report.sections[section_of(id) - 1];
    const BoundTable& table = report.table(id);
    if (section.present() || !table.present || table.range.empty()) continue;
    section.how = Recognised::by_table;
    section.heading = section.title = section.printed_number = {table.range.begin, table.range.begin};
    section.body = table.range;
    std::size_t at = 0;
    for (; at < report.section_order.size(); ++at) {
      Section& other = report.sections[report.section_order[at] - 1];
      if (other.heading.begin > table.range.begin) break;
      section.body.end = std::max(section.body.end, other.body.end);
      if (other.body.end > table.range.begin) other.body.end = std::max(other.body.begin, table.range.begin);
    }
    report.section_order.insert(report.section_order.begin() + static_cast<std::ptrdiff_t>(at),
                                section.number);
  }
}

// The first heading of Markdown's or the reader's pictures in a section whose table was not found.
void find_images(const Document& document, Report& report) {
  for (TableId id : all_tables) {
    const Section& section = report.section(section_of(id));
    BoundTable& table = report.tables[static_cast<int>(id)];
    if (table.present || section.heading.empty()) continue;
    const auto image = std::find_if(document.marks.begin(), document.marks.end(), [&](const Mark& mark) {
      return mark.kind == MarkKind::image && section.body.begin <= mark.range.begin &&
             mark.range.begin <= section.body.end;
    });
    const std::size_t markdown = document.view(section.body).find(u"![");
    if (image == document.marks.end() && markdown == std::u16string_view::npos) continue;
    const std::uint32_t at = image != document.marks.end()
                                 ? image->range.begin
                                 : section.body.begin + static_cast<std::uint32_t>(markdown);
    table.image_instead = true;
    report.problems.push_back(
        {ErrorCode::table_is_image, {at, at}, std::u16string(report.form->table(id).name)});
  }
}

bool unread(const std::vector<ReportCell>& cells) {
  return std::any_of(cells.begin(), cells.end(),
                     [](const ReportCell& cell) { return cell.state == CellState::unread; });
}

// One sentence for a table of which no row could be read.
void sum_up_unread_rows(Report& report) {
  for (TableId id : all_tables) {
    BoundTable& table = report.tables[static_cast<int>(id)];
    const FormTable& form = report.form->table(id);
    std::size_t rows = 0, unread_rows = 0;
    for (std::size_t r = 0; r < table.cells.size(); ++r)
      if (table.row_present[r]) ++rows, unread_rows += unread(table.cells[r]);
    if (rows < 2 || unread_rows < rows || table.unread) continue;
    table.unread = true;
    auto of_this_table = [&](const Error& e) {
      return e.code == ErrorCode::row_unread &&
             std::any_of(form.rows.begin(), form.rows.end(),
                         [&](const FormRow& row) { return row.label == e.detail; });
    };
    report.problems.erase(std::remove_if(report.problems.begin(), report.problems.end(), of_this_table),
                          report.problems.end());
    report.problems.push_back({ErrorCode::table_unread, table.range, std::u16string(form.name)});
  }
}

bool has_own_section(const Report& report) {
  return std::any_of(report.sections.begin(), report.sections.end(), [](const Section& section) {
    return section.number >= 2 && section.number <= 4 &&
           (section.how == Recognised::by_title || section.how == Recognised::by_variant);
  });
}

// Says what it is instead, where a title or the tables tell.
void name_other_report(const Document& document, Report& report, std::optional<Range> summary) {
  report.problems.clear();
  if (summary) {
    report.problems.push_back({ErrorCode::other_report, *summary, u"各单位数据的汇总表"});
    return;
  }
  if (const auto title = find_other_title(document, text_lines(document)))
    report.problems.push_back({ErrorCode::other_report, *title, std::u16string(trim(document.view(*title)))});
  else if (!report.section_order.empty()) report.problems.push_back(headings_alone(document, report));
}

}  // namespace

void clear_tables(Report& report) {
  for (const FormTable& table : report.form->tables) {
    BoundTable& bound = report.tables[static_cast<int>(table.id)];
    bound = BoundTable{};
    bound.row_present.assign(table.rows.size(), false);
    bound.row_label.assign(table.rows.size(), Range{});
    for (const FormRow& row : table.rows) {
      bound.column_present.emplace_back(row.columns.size(), false);
      bound.cells.emplace_back(row.columns.size());
    }
  }
}

Report bind(const Document& document, int year_hint) {
  Report report;
  report.document = &document;
  report.body = {0, static_cast<std::uint32_t>(document.text.size())};
  for (int i = 0; i < 6; ++i) report.sections[i].number = i + 1;
  const std::vector<DocumentLine> lines = text_lines(document);
  find_sections(document, lines, report);
  find_facts(document, lines, report, year_hint);
  choose_form(document, lines, report);
  clear_tables(report);
  const std::optional<Range> summary = has_own_section(report) ? std::nullopt : find_summary_table(document);
  if (!summary) {
    const bool text = document.format == Format::txt || document.format == Format::markdown;
    if (!text) bind_grid_tables(document, report);
    bind_text_tables(document, report);
  }
  take_marked_cells(document, report);
  find_sections_by_table(report);
  find_images(document, report);
  sum_up_unread_rows(report);
  account_for_tables(document, report);
  report.prose = read_prose(report);
  if (!is_report(report)) name_other_report(document, report, summary);
  return report;
}

// 一、总体情况 and 五、问题 head many papers; the sections of the tables, a table, or the title make it this
// one.
bool is_report(const Report& report) {
  int certain = 0, own = 0, any = 0;
  for (const Section& section : report.sections) {
    const bool sure = section.how == Recognised::by_title || section.how == Recognised::by_variant;
    any += section.present();
    certain += sure;
    own += sure && section.number >= 2 && section.number <= 4;
  }
  if (std::any_of(report.tables.begin(), report.tables.end(),
                  [](const BoundTable& table) { return table.present; }))
    return true;
  const bool titled = report.title.find(u"信息公开") != std::u16string::npos;
  return (certain >= 2 && own >= 1) || (titled && any >= 1);
}

}  // namespace nianbao
