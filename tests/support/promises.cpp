#include "support/promises.h"

#include <algorithm>

#include "output/to_json.h"
#include "rules/rule.h"

namespace nianbao::testing {
namespace {

bool on_border(std::u16string_view text, std::uint32_t at) {
  return at == 0 || at >= text.size() || (text[at] & 0xFC00) != 0xDC00 || (text[at - 1] & 0xFC00) != 0xD800;
}

class Promises {
 public:
  explicit Promises(const Document& document) : document_(document) {}

  void hold(bool fine, std::string what) {
    if (!fine && broken_.empty()) broken_ = std::move(what);
  }
  void place(Range r, const char* what) {
    const std::u16string_view text = document_.text;
    if (r.begin > r.end || r.end > text.size()) hold(false, std::string("outside the text: ") + what);
    else hold(on_border(text, r.begin) && on_border(text, r.end), std::string("inside a character: ") + what);
  }
  std::string broken() const { return broken_; }

 private:
  const Document& document_;
  std::string broken_;
};

void hold_cell(Promises& p, const Report& report, const ReportCell& cell) {
  p.place(cell.range, "a cell");
  p.hold(cell.value.has_value() == (cell.state == CellState::number),
         "a cell's value without the state number, or the reverse");
  if (!p.broken().empty()) return;
  if (cell.state == CellState::blank || cell.state == CellState::absent)
    p.hold(cell.text.empty(), "a blank cell with text");
  else if (cell.state != CellState::unread)
    p.hold(report.document->view(cell.range) == cell.text, "a cell's text is not what stands at its place");
}

void hold_table(Promises& p, const Report& report, const BoundTable& table) {
  p.place(table.range, "a bound table");
  for (Range r : table.row_label) p.place(r, "a row label");
  for (Range r : table.extra_rows) p.place(r, "an extra row");
  for (const auto& altered : table.altered_labels) p.place(altered.range, "an altered label");
  p.place(table.unsplit_other, "the unsplit row");
  for (const auto& row : table.cells)
    for (const ReportCell& cell : row) hold_cell(p, report, cell);
  for (const ReportCell& cell : table.unsplit_other_cells) hold_cell(p, report, cell);
  for (int index : table.document_tables)
    p.hold(index >= 0 && index < static_cast<int>(report.document->tables.size()),
           "a bound table without grid");
}

void hold_section(Promises& p, const Section& section) {
  p.place(section.heading, "a heading");
  p.place(section.title, "a section's title");
  p.place(section.printed_number, "a section's number");
  p.place(section.body, "a section's body");
}

bool is_cell(const Report& report, CellRef ref) {
  const BoundTable& table = report.tables[static_cast<int>(ref.table)];
  return ref.row < table.cells.size() && ref.column < table.cells[ref.row].size();
}

}  // namespace

std::string broken_in_document(const Document& document) {
  Promises p(document);
  p.hold(invalid(document).empty(), invalid(document));
  for (const Error& problem : document.problems) p.place(problem.where, "a problem");
  return p.broken();
}

std::string broken_in_report(const Report& report) {
  Promises p(*report.document);
  for (const Section& section : report.sections) hold_section(p, section);
  for (const Section& section : report.repeated) hold_section(p, section);
  for (const ExtraSection& section : report.extra_sections) p.place(section.heading, "an extra section");
  for (const BoundTable& table : report.tables) hold_table(p, report, table);
  for (Range r : report.foreign_labels) p.place(r, "a label of the other form");
  for (Range r : report.old_labels) p.place(r, "an old label");
  for (Range r : {report.title_range, report.agency_range, report.preamble, report.body, report.period.range})
    p.place(r, "a fact");
  for (const auto& mention : report.agencies) p.place(mention.range, "an agency's name");
  if (report.signature) p.place(report.signature->range, "the signature");
  if (report.published) p.place(report.published->range, "the date of publication");
  for (const Error& problem : report.problems) p.place(problem.where, "a problem");
  for (Range r : report.topics_like_parts) p.place(r, "a number of a sub-topic");
  p.place(report.unclear_period, "an unclear period");
  p.hold(report.form != nullptr, "no form");
  const std::string broken = p.broken();
  return broken.empty() ? broken_in_prose(report) : broken;
}

std::string broken_in_prose(const Report& report) {
  Promises p(*report.document);
  std::uint32_t last = 0;
  for (const Paragraph& paragraph : report.prose.paragraphs) {
    const std::size_t size = paragraph.text.size();
    p.hold(size > 0 && paragraph.source.size() == size && paragraph.ends.size() == size,
           "a paragraph without its places");
    p.hold(paragraph.range.begin >= last, "paragraphs out of order");
    p.place(paragraph.range, "a paragraph");
    last = paragraph.range.end;
    for (std::size_t i = 0; i < size; ++i)
      p.hold(paragraph.source[i] < paragraph.ends[i] &&
                 (i == 0 || paragraph.source[i] >= paragraph.source[i - 1]) && paragraph.ends[i] <= last,
             "a unit of a paragraph out of its place");
    std::size_t at = 0;
    for (TextSpan sentence : sentences(paragraph.text)) {
      p.hold(sentence.begin == at && sentence.end > at, "a sentence out of its place");
      at = sentence.end;
    }
    p.hold(at == size, "sentences that are not the paragraph");
  }
  return p.broken();
}

std::string broken_in_localisation(const Report& report, const Localisation& found) {
  Promises p(*report.document);
  for (const Identity& identity : found.identities) {
    bool countable_all = true;
    for (const IdentityTerm& term : identity.terms)
      countable_all = countable_all && countable(report.cell(term.cell)).has_value();
    if (identity.state == IdentityState::unchecked) continue;
    p.hold(countable_all, "an identity of a cell that is not read");
    p.hold((identity.left == identity.right) == (identity.state == IdentityState::holds),
           "an identity's state");
  }
  // Blank totals are filled in at no cost, and rows moved back, before anything else is looked for: sums fail
  // then that held.
  const bool as_it_stands = std::none_of(found.causes.begin(), found.causes.end(), [](const Cause& cause) {
    return cause.kind == CauseKind::total_blank || cause.kind == CauseKind::shifted_row;
  });
  for (const Cause& cause : found.causes) {
    for (CellRef ref : cause.cells)
      p.hold(report.cell(ref).state != CellState::unread, "a cause of an unread cell");
    for (const Proposal& repair : cause.repairs)
      for (const Proposal::Set& set : repair.set)
        p.hold(set.value.is_integer() && !set.value.is_negative(), "a repair that is no count");
    for (int index : cause.broken)
      p.hold(
          !as_it_stands || found.identities.at(static_cast<std::size_t>(index)).state == IdentityState::fails,
          "a cause that breaks what holds");
  }
  return p.broken();
}

std::string broken_in_ledger(const Report& report, const Ledger& ledger) {
  Promises p(*report.document);
  const std::size_t count = ledger.figures.size();
  for (const Figure& figure : ledger.figures) {
    p.place(figure.range, "a figure");
    p.place(figure.clause, "a figure's clause");
    p.hold(figure.fits < static_cast<int>(figure.held.size()), "a figure that fits nothing");
    for (std::uint32_t other : figure.figures) p.hold(other < count, "a figure held against none");
    p.hold(figure.quantity.low <= figure.quantity.high, "an empty interval");
    for (const Combination& held : figure.held)
      for (const CellTerm& term : held.terms)
        p.hold(!held.value || report.cell(term.cell).state != CellState::unread,
               "a figure held against an unread cell");
  }
  for (const SumList& list : ledger.sums) {
    p.place(list.range, "a list");
    p.hold(list.total < count, "a list without total");
    for (std::uint32_t part : list.parts) p.hold(part < count, "a part that is no figure");
  }
  for (const Share& share : ledger.shares) p.hold(share.percentage < count, "a share that is no figure");
  for (const Growth& growth : ledger.growths)
    p.hold(growth.stated < count && growth.now < count, "a growth that is no figure");
  for (const Assertion& assertion : ledger.assertions) p.place(assertion.range, "a claim");
  for (const Gap& gap : ledger.gaps) p.place(gap.range, "a gap");
  for (const FeeStatement& fee : ledger.fees) p.place(fee.range, "a fee statement");
  for (const TextClaim& claim : ledger.claims) p.place(claim.range, "evidence of the text");
  return p.broken();
}

std::string broken_in_results(const Report& report, const RuleResults& results) {
  Promises p(*report.document);
  for (const Finding& finding : results.findings) {
    const std::string rule(finding.rule);
    p.hold(find_rule(finding.rule) != nullptr, "no such rule: " + rule);
    p.hold(!finding.message.zh.empty() && !finding.message.en.empty() && !finding.advice.zh.empty(),
           "no words: " + rule);
    for (Range range : finding.places) p.place(range, rule.c_str());
    for (CellRef ref : finding.cells)
      p.hold(is_cell(report, ref) && report.cell(ref).state != CellState::unread,
             "speaks of an unread cell: " + rule);
    for (const Repair& repair : finding.repairs)
      for (const Repair::Set& set : repair.set)
        p.hold(is_cell(report, set.cell) && report.cell(set.cell).state != CellState::unread,
               "repairs an unread cell: " + rule);
    for (std::string_view other : finding.violates)
      p.hold(find_rule(other) != nullptr, "breaks no rule: " + rule);
  }
  for (const auto& passed : results.passed) p.hold(passed.count > 0, "passed nothing");
  return p.broken();
}

std::string broken_in_check(std::string_view bytes, const Options& options,
                            std::optional<std::string_view> previous, bool everything) {
  CheckedReading all;
  read_and_check(bytes, options, previous, all);
  const Reading& reading = all.reading;
  std::string broken;
  const auto note = [&](std::string fault) {
    if (broken.empty()) broken = std::move(fault);
  };
  if (!reading.failure) note(broken_in_document(reading.document));
  if (!reading.failure && broken.empty()) note(broken_in_report(reading.report));
  if (all.checked && broken.empty()) {
    note(broken_in_localisation(reading.report, all.checked->analysis.localisation));
    note(broken_in_ledger(reading.report, all.checked->analysis.ledger));
    note(broken_in_results(reading.report, all.checked->rules));
  }
  if (!broken.empty()) return broken;
  const std::string json = to_json(bytes.size(), all, options);
  note(broken_in_json(json));
  if (!everything || !broken.empty()) return broken;
  note(broken_in_outputs(all, options));
  if (check(bytes, options, previous) != json) note("two runs differ");
  return broken;
}

}  // namespace nianbao::testing
