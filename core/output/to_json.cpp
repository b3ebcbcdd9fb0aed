#include "output/to_json.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "base/unicode.h"
#include "output/comparison.h"
#include "output/conclusion.h"
#include "output/describe.h"
#include "output/digest.h"
#include "output/finding_text.h"
#include "output/json_parts.h"
#include "output/ledger_json.h"
#include "rules/causes.h"

namespace nianbao {
namespace {

using Json = nlohmann::ordered_json;

std::string_view skip_name(SkipKind kind) {
  constexpr std::string_view names[] = {"not-applicable", "unable", "switched-off", "limit"};
  return names[static_cast<int>(kind)];
}

class Writer {
 public:
  Writer(const Reading& reading, const Options& options)
      : reading_(reading), options_(options), lines_(reading.document.text) {}

  Json words(const Text& text) const {
    const bool english = options_.language == Language::english && !text.en.empty();
    return to_utf8(english ? text.en : text.zh);
  }

  Json problems() const {
    Json out = Json::array();
    for (const Error& error : all_problems(reading_)) out.push_back(json_problem(error, options_.language));
    return out;
  }

  Json cell(const ReportCell& cell) const {
    Json out{{"value", cell.value ? json_number(*cell.value) : Json()},
             {"text", to_utf8(cell.text)},
             {"state", state_name(cell.state)},
             {"range", json_range(cell.range)}};
    if (cell.page > 0) out["page"] = cell.page;
    if (cell.table >= 0) out["table"] = cell.table;
    if (cell.row >= 0) out["row"] = cell.row;
    if (cell.column >= 0) out["column"] = cell.column;
    add_sheet_cell(out, cell.range);
    return out;
  }

  Json cells() const {
    Json out = Json::object();
    const Form& form = *reading_.report.form;
    for (const FormTable& table : form.tables)
      for (std::size_t r = 0; r < table.rows.size(); ++r)
        for (std::size_t c = 0; c < table.rows[r].columns.size(); ++c) {
          const CellRef ref{table.id, static_cast<std::uint8_t>(r), static_cast<std::uint8_t>(c)};
          const ReportCell& found = reading_.report.cell(ref);
          if (found.state != CellState::absent) add_member(out, cell_id(form, ref), cell(found));
        }
    return out;
  }

  // Without marks of Markdown in front of and behind it.
  std::u16string_view heading_text(const Section& section) const {
    std::u16string_view text = reading_.document.view(section.heading);
    auto mark = [](char16_t c) { return c == u'#' || c == u'*' || c == u' '; };
    while (!text.empty() && mark(text.front())) text.remove_prefix(1);
    while (!text.empty() && mark(text.back())) text.remove_suffix(1);
    return text;
  }

  Json sections() const {
    Json out = Json::array();
    for (const Section& section : reading_.report.sections) {
      if (!section.present()) continue;
      out.push_back({{"number", section.number},
                     {"heading", to_utf8(heading_text(section))},
                     {"present", true},
                     {"range", json_range(section.heading)},
                     {"body", json_range(section.body)}});
    }
    return out;
  }

  // Figures of the running text by part, 0 for what stands before the first; parts without one are left out.
  Json prose_account(const Ledger& ledger) const {
    std::map<int, int> figures;
    for (const Figure& figure : ledger.figures) ++figures[figure.section];
    Json parts = Json::array();
    for (const auto& [part, count] : figures) parts.push_back({{"part", part}, {"figures", count}});
    return {{"figures", ledger.figures.size()}, {"parts", parts}};
  }

  // The account: what numbers stand in the tables' places, and which of them are in no cell; what the text's
  // reader saw.
  Json account(const Ledger& ledger) const {
    Json tables = Json::array();
    for (const FormTable& table : reading_.report.form->tables) {
      const TableReading& reading = reading_.report.reading(table.id);
      Json unexplained = Json::array();
      for (Range range : reading.unexplained) unexplained.push_back(json_range(range));
      tables.push_back({{"table", table.key},
                        {"seen", reading.seen},
                        {"bound", reading.bound},
                        {"unexplained", unexplained}});
    }
    return {{"tables", tables}, {"prose", prose_account(ledger)}};
  }

  Json report(const Ledger& ledger) const {
    const Report& r = reading_.report;
    Json out;
    out["form"] = std::to_string(r.form->key);
    out["year"] = r.year != 0 ? Json(r.year) : Json();
    out["agency"] = r.agency.empty() ? Json() : Json(to_utf8(r.agency));
    out["title"] = r.title.empty() ? Json() : Json(to_utf8(r.title));
    if (!r.title_range.empty()) out["titleRange"] = json_range(r.title_range);
    if (r.period.given) out["periodRange"] = json_range(r.period.range);
    if (r.signature) out["signatureRange"] = json_range(r.signature->range);
    out["sections"] = sections();
    out["cells"] = cells();
    out["reading"] = account(ledger);
    return out;
  }

  Json place(Range range) const {
    Json out{{"range", json_range(range)},
             {"line", lines_.line(range.begin)},
             {"column", lines_.column(range.begin)}};
    if (const int page = page_of(reading_.document, range.begin); page > 0) out["page"] = page;
    add_sheet_cell(out, range);
    return out;
  }

  void add_sheet_cell(Json& out, Range range) const {
    const Document& document = reading_.document;
    const WorkbookCell* cell = sheet_cell_at(document, range.begin);
    if (cell == nullptr) return;
    out["sheet"] = to_utf8(document.sheets[cell->sheet]);
    out["address"] = cell_address(*cell);
  }

  Json repair(const Repair& repair) const {
    Json set = Json::object();
    for (const Repair::Set& s : repair.set)
      set[cell_id(*reading_.report.form, s.cell)] = json_number(s.value);
    return {{"set", set}, {"reason", words(repair.reason)}};
  }

  // One sum of a table: its cells with sign 1 left and -1 right of the equals sign, and what the sides come
  // to.
  Json sum(const Identity& identity) const {
    Json cells = Json::array();
    for (const IdentityTerm& term : identity.terms)
      cells.push_back({{"id", cell_id(*reading_.report.form, term.cell)}, {"sign", term.side}});
    return {{"rule", rule_of(identity.relation)},
            {"cells", std::move(cells)},
            {"left", identity.left},
            {"right", identity.right}};
  }

  Json finding(const Finding& f, const Localisation& localisation) const {
    const RegisteredRule* rule = find_rule(f.rule);
    Json out{{"rule", f.rule}, {"severity", severity_name(f.severity)}};
    if (f.severity != f.own_severity) out["ownSeverity"] = severity_name(f.own_severity);
    if (is_open(f)) out["number"] = f.number;
    else out["dismissed"] = {{"reason", to_utf8(*f.dismissed)}};
    out["key"] = f.key;
    out["title"] = words(f.title);
    out["message"] = words(f.message);
    out["advice"] = words(f.advice);
    out["basis"] = words(Text(rule->rule.basis));
    out["cells"] = Json::array();
    for (CellRef ref : f.cells) out["cells"].push_back(cell_id(*reading_.report.form, ref));
    out["places"] = Json::array();
    for (Range range : f.places) out["places"].push_back(place(range));
    if (!f.equation.empty()) out["equation"] = words(equation_words(f));
    for (int i : f.sums)
      out["relations"].push_back(sum(localisation.identities[static_cast<std::size_t>(i)]));
    if (!f.violates.empty()) out["violates"] = f.violates;
    if (!f.repairs.empty()) {
      out["repairs"] = Json::array();
      for (const Repair& r : f.repairs) out["repairs"].push_back(repair(r));
    }
    return out;
  }

  // “id” is the name by which `fix --accept` knows it: counted over all cures of the rule.
  Json cures(const Finding& f, std::map<std::string_view, int>& counts) const {
    Json out = Json::array();
    for (const Cure& cure : f.cures) {
      Json corrections = Json::array();
      for (const Edit& edit : cure.edits)
        corrections.push_back({{"range", json_range(edit.range)},
                               {"old", to_utf8(reading_.document.view(edit.range))},
                               {"new", to_utf8(edit.text)}});
      out.push_back({{"id", std::string(f.rule) + ":" + std::to_string(++counts[f.rule])},
                     {"label", words(cure.label)},
                     {"certain", cure.certain},
                     {"corrections", std::move(corrections)}});
    }
    return out;
  }

  // What the user switched off or rated otherwise, so that a result never looks cleaner than it is.
  Json choices() const {
    Json disabled = Json::array(), severities = Json::object();
    for (const RuleChoice& choice : options_.rules) {
      if (choice.severity) severities[choice.id] = severity_name(*choice.severity);
      else disabled.push_back(choice.id);
    }
    Json out{{"disable", disabled}, {"severity", severities}};
    if (const auto unknown = unknown_rules(options_.rules); !unknown.empty()) out["unknown"] = unknown;
    return out;
  }

  static Json counts(const std::array<int, 3>& of) {
    return {{"errors", of[0]}, {"warnings", of[1]}, {"notices", of[2]}};
  }

  // The tally of the sums of the tables: how many hold, which fail, which could not be worked out.
  Json relations(const Localisation& localisation) const {
    int held = 0;
    Json failed = Json::array(), unchecked = Json::array();
    for (const Identity& identity : localisation.identities) {
      held += identity.state == IdentityState::holds;
      if (identity.state == IdentityState::holds) continue;
      Json one{{"name", words(identity_name(*reading_.report.form, identity))}};
      const bool fails = identity.state == IdentityState::fails;
      one.update(sum(identity));
      if (!fails) {
        one.erase("left");
        one.erase("right");
      }
      if (fails) one["equation"] = to_utf8(equation(reading_.report, identity));
      (fails ? failed : unchecked).push_back(std::move(one));
    }
    return {{"held", held}, {"failed", std::move(failed)}, {"unchecked", std::move(unchecked)}};
  }

  void results(const Checked& checked, const FindingCounts& count, Json& out) const {
    std::map<std::string_view, int> cures_of_rule;
    out["findings"] = Json::array();
    for (const Finding& f : checked.rules.findings) {
      out["findings"].push_back(finding(f, checked.analysis.localisation));
      if (options_.with_cures && !f.cures.empty()) out["findings"].back()["cures"] = cures(f, cures_of_rule);
    }
    out["passed"] = Json::array();
    for (const auto& p : checked.rules.passed)
      out["passed"].push_back({{"rule", p.rule}, {"count", p.count}});
    out["skipped"] = Json::array();
    for (const auto& s : checked.rules.skipped)
      out["skipped"].push_back({{"rule", s.rule}, {"reason", words(s.reason)}, {"kind", skip_name(s.kind)}});
    out["summary"] = counts(count.open);
    out["summary"]["dismissed"] = counts(count.dismissed);
    out["relations"] = relations(checked.analysis.localisation);
  }

  void nothing(Json& out) const {
    out["findings"] = Json::array();
    out["passed"] = Json::array();
    out["skipped"] = Json::array();
    out["summary"] = counts({});
    out["summary"]["dismissed"] = counts({});
  }

  // What became of the file that was given as last year's.
  Json last_year(const CheckedReading& all) const {
    const Reading& given = *all.last_year;
    Json out{{"state", last_year_name(*last_year_of(all))}, {"message", words(last_year_words(all))}};
    if (!given.found) {
      out["problem"] = json_problem(all_problems(given).front(), options_.language);
      return out;
    }
    const Report& then = given.report;
    out["agency"] = then.agency.empty() ? Json() : Json(to_utf8(then.agency));
    out["year"] = then.year != 0 ? Json(then.year) : Json();
    out["form"] = std::to_string(then.form->key);
    out["title"] = then.title.empty() ? Json() : Json(to_utf8(then.title));
    out["partial"] = outcome_name(given) == "partial";
    return out;
  }

  // The document for the page: its blocks in order, tables with their cells.
  // Flat: where in the text, and the number of the character that stands there among all of the pages.
  static Json glyphs(const Document& d) {
    Json out = Json::array();
    for (const Anchor& anchor : d.anchors) {
      out.push_back(anchor.text);
      out.push_back(anchor.source);
    }
    return out;
  }

  Json document() const {
    const Document& d = reading_.document;
    Json blocks = Json::array();
    for (const Block& b : d.blocks) {
      Json block{{"kind", b.kind == BlockKind::table     ? "table"
                          : b.kind == BlockKind::heading ? "heading"
                                                         : "paragraph"},
                 {"range", json_range(b.range)}};
      if (b.level > 0) block["level"] = b.level;
      if (b.page > 0) block["page"] = b.page;
      if (b.table >= 0) block["table"] = b.table;
      blocks.push_back(std::move(block));
    }
    Json tables = Json::array();
    for (const Table& t : d.tables) {
      Json cells = Json::array();
      for (const Cell& c : t.cells)
        cells.push_back(Json::array({c.range.begin, c.range.end, c.row, c.column, c.rows, c.columns}));
      tables.push_back({{"rows", t.rows}, {"columns", t.columns}, {"cells", cells}});
    }
    Json out{{"blocks", blocks}, {"tables", tables}};
    if (is_laid_out(d.format)) out["glyphs"] = glyphs(d);
    return out;
  }

 private:
  const Reading& reading_;
  const Options& options_;
  LineIndex lines_;
};

}  // namespace

LineIndex::LineIndex(std::u16string_view text) : starts_{0} {
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == u'\n') starts_.push_back(static_cast<std::uint32_t>(i + 1));
}

int LineIndex::line(std::uint32_t offset) const {
  return static_cast<int>(std::upper_bound(starts_.begin(), starts_.end(), offset) - starts_.begin());
}

int LineIndex::column(std::uint32_t offset) const {
  return static_cast<int>(offset - starts_[line(offset) - 1]) + 1;
}

std::string_view state_name(CellState state) {
  switch (state) {
    case CellState::number: return "number";
    case CellState::blank: return "blank";
    case CellState::dash: return "dash";
    case CellState::text: return "text";
    case CellState::unread: return "unread";
    case CellState::absent: break;
  }
  return "absent";
}

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::notice: break;
  }
  return "notice";
}

std::string_view format_name(Format format) {
  switch (format) {
    case Format::txt: return "txt";
    case Format::markdown: return "md";
    case Format::html: return "html";
    case Format::mht: return "mht";
    case Format::docx: return "docx";
    case Format::doc: return "doc";
    case Format::rtf: return "rtf";
    case Format::odt: return "odt";
    case Format::pdf: return "pdf";
    case Format::xlsx: return "xlsx";
    case Format::ofd: return "ofd";
  }
  return "txt";
}

std::vector<Error> all_problems(const Reading& reading) {
  if (reading.failure) return {*reading.failure};
  std::vector<Error> all = reading.document.problems;
  all.insert(all.end(), reading.report.problems.begin(), reading.report.problems.end());
  if (!reading.found && reading.report.problems.empty()) all.push_back({ErrorCode::no_report});
  return all;
}

int page_of(const Document& document, std::uint32_t offset) {
  const auto after = std::upper_bound(document.blocks.begin(), document.blocks.end(), offset,
                                      [](std::uint32_t at, const Block& b) { return at < b.range.begin; });
  return after == document.blocks.begin() ? 0 : std::prev(after)->page;
}

std::string_view outcome_name(const Reading& reading) {
  if (reading.failure || !reading.found) return "unreadable";
  return reading.document.problems.empty() && reading.report.problems.empty() ? "checked" : "partial";
}

std::string to_json(std::size_t bytes, const CheckedReading& all, const Options& options) {
  const Reading& reading = all.reading;
  const Writer writer(reading, options);
  Json out;
  out["schema"] = 1;
  out["tool"] = {{"name", "nianbao"}, {"version", version}};
  Json source{{"name", options.name}};
  source["format"] = !options.source_format.empty() ? Json(options.source_format)
                     : reading.failure              ? Json()
                                                    : Json(format_name(reading.document.format));
  source["encoding"] = reading.failure ? Json() : Json(reading.document.encoding);
  if (!reading.failure && !reading.document.encoding_reason.empty())
    source["encodingReason"] = reading.document.encoding_reason;
  source["bytes"] = options.source_bytes != 0 ? options.source_bytes : bytes;
  out["source"] = std::move(source);
  if (!options.rules.empty()) out["options"] = writer.choices();
  out["outcome"] = outcome_name(reading);
  const Conclusion conclusion = conclude(all, options);
  out["verdict"] = {{"kind", conclusion_name(conclusion.kind)},
                    {"title", writer.words(conclusion.title)},
                    {"next", writer.words(conclusion.next)}};
  out["problems"] = writer.problems();
  if (last_year_of(all)) out["lastYear"] = writer.last_year(all);
  if (all.checked) {
    out["report"] = writer.report(all.checked->analysis.ledger);
    writer.results(*all.checked, count_findings(all), out);
  } else {
    out["report"] = nullptr;
    writer.nothing(out);
  }
  if (all.checked && all.previous() != nullptr)
    out["comparison"] = comparison_json(reading.report, *all.previous(), options.language);
  if (options.with_digest && all.checked) out["digest"] = digest_json(unit_of(reading.report, options.name));
  if (options.with_ledger && all.checked)
    out["ledger"] = ledger_json(reading, all.checked->analysis.ledger, options.language);
  if (options.with_text && !reading.failure) {
    out["text"] = to_utf8(reading.document.text);
    out["document"] = writer.document();
  }
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace nianbao
