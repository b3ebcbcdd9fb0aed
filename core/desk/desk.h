// The county desk: what a folder of reports is, held against the roster and the county's own report. From
// the values of reports alone, so that the command line and the page say the same.
//
//   std::vector<Handed> reports;                        // one a file, in their order: handed(reading, name)
//   Desk desk = make_desk(&roster, std::move(reports), parent);
//   desk.alike = groups_of_copies(company, …);           // once the reports are related
//   for (…) desk.reports[i].found = found_in(checked);
//   desk_lines(desk); write_list(desk, book); total_pages(desk); …
#pragma once

#include <string>
#include <vector>

#include "desk/totals.h"
#include "rules/units.h"
#include "sheet/sheet.h"

namespace nianbao {

struct Desk {
  std::vector<Handed> reports;
  HandIn hand_in;
  std::vector<std::u16string> unused_lines;  // of the roster
  std::vector<FormTotals> totals;
  std::optional<AgainstParent> against;
  std::vector<std::vector<std::size_t>> alike;  // reports of several bodies with nearly the same text
  bool with_roster = false;
};

Desk make_desk(const Roster* roster, std::vector<Handed> reports, std::optional<std::size_t> parent,
               const Choices& choices = {});

// Reports that are held against no other body's: another of the same body is taken, or it is the county's
// own.
std::vector<bool> left_out_of_company(const Desk& desk);

// Each group once. `company` has the reports in their order.
std::vector<std::vector<std::size_t>> groups_of_copies(const Company& company, std::size_t reports);

// What a line is about, so that a page can put a question with buttons in its place.
enum class LineTopic : std::uint8_t {
  counts,
  missing,
  twice,
  other_year,
  asked,
  unread,
  stray,
  alike,
  errors,
  totals,
  county,
  difference
};
struct DeskLine {
  LineTopic topic;
  Text text;
};

// What is to be done, a line each: nothing is listed twice, long lists are cut and say so.
std::vector<DeskLine> desk_lines(const Desk& desk);

// Whether a report that may be a body's own is, as a person is asked.
Text question_words(const Desk& desk, const BodyState& body, std::size_t report);

// The name of a report's body for a row of a table: as the report has it, else （没有读到机关名）.
Text body_of(const Handed& report);

// What is said of one report and of one body in a row of the list; empty where there is nothing to say.
Text state_words(HandInState state);
Text remark(const Desk& desk, const BodyState& body);
Text stray_words(Stray stray);

// 表三“…”行“…”列：年报 100，78 个单位合计 99，年报多 1
Text difference_words(const Desk& desk, const Difference& difference);
// 2 个单位没有读到（甲、乙），其余 76 个单位合计 123
Text incomplete_words(const Desk& desk, const FormTotals& totals, const CellTotal& total);
Text reason_words(const Desk& desk, const Reason& reason);

// The totals of one form as the three statutory tables, with what they are made of.
Sheet total_page(const Desk& desk, const FormTotals& totals);

}  // namespace nianbao
