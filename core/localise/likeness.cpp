// How people err: digits turned round, dropped, doubled; an item filed one row or column off; a cell left
// blank.
#include <algorithm>
#include <cstdlib>

#include "localise/causes.h"

namespace nianbao::localisation {
namespace {

enum Cost : int { very_likely = 1, likely = 2, possible = 4, unremarkable = 6, agreement = 5 };

struct Likeness {
  int cost = unremarkable;
  Text reason;  // empty: none to tell
};

bool drops_one_digit(const std::u16string& longer, const std::u16string& shorter) {
  if (longer.size() != shorter.size() + 1) return false;
  const auto at = std::mismatch(shorter.begin(), shorter.end(), longer.begin());
  return std::equal(at.first, shorter.end(), at.second + 1);
}

bool turns_two_digits(const std::u16string& a, const std::u16string& b) {
  if (a.size() != b.size() || a.size() < 2) return false;
  const auto at = std::mismatch(a.begin(), a.end(), b.begin());
  return a.end() - at.first >= 2 && at.first[0] == at.second[1] && at.first[1] == at.second[0] &&
         std::equal(at.first + 2, a.end(), at.second + 2);
}

bool changes_one_digit(const std::u16string& a, const std::u16string& b) {
  if (a.size() != b.size()) return false;
  int different = 0;
  for (std::size_t i = 0; i < a.size(); ++i) different += a[i] != b[i] ? 1 : 0;
  return different == 1;
}

// One cell that should read `right`.
Likeness slip_of(const ReportCell& cell, Decimal right) {
  const Decimal wrong = cell.value.value_or(Decimal());
  const std::u16string written = wrong.to_string(), meant = right.to_string();
  const auto because = [&](std::u16string_view zh, std::u16string_view en) {
    return say(zh, en, {right, wrong});
  };
  if (cell.state == CellState::blank)
    return {very_likely, because(u"漏填，应为{0}", u"left blank, should be {0}")};
  if (wrong.is_negative())
    return {very_likely, because(u"{1} 不会是负数，应为{0}", u"{1} cannot be negative, should be {0}")};
  if (wrong.is_zero() || cell.state == CellState::dash)
    return {likely, because(u"{0} 漏填成 0", u"0 in place of {0}")};
  if (right.is_zero()) return {possible, because(u"多填了 {1}", u"{1} in place of 0")};
  if (turns_two_digits(written, meant))
    return {very_likely, because(u"数字颠倒：{0} 写成 {1}", u"digits turned round: {1} for {0}")};
  if (drops_one_digit(meant, written))
    return {very_likely, because(u"少写一位：{0} 写成 {1}", u"a digit dropped: {1} for {0}")};
  if (drops_one_digit(written, meant))
    return {very_likely, because(u"多写一位：{0} 写成 {1}", u"a digit too many: {1} for {0}")};
  if (changes_one_digit(written, meant) && meant.size() > 1)
    return {likely, because(u"一位写错：{0} 写成 {1}", u"one digit wrong: {1} for {0}")};
  return {};
}

std::int64_t change_of(const Report& report, const Proposal::Set& set) {
  return set.value.whole() - countable(report.cell(set.cell)).value_or(0);
}

// Two cells of one row or column.
std::optional<Likeness> slip_of_pair(const Report& report, const Proposal::Set& a, const Proposal::Set& b) {
  const std::int64_t by_a = change_of(report, a), by_b = change_of(report, b);
  const bool row = a.cell.row == b.cell.row, column = a.cell.column == b.cell.column;
  if (!row && !column) return std::nullopt;
  const std::int64_t was_a = countable(report.cell(a.cell)).value_or(0),
                     was_b = countable(report.cell(b.cell)).value_or(0);
  const bool swapped = a.value == Decimal(was_b) && b.value == Decimal(was_a);
  if (swapped)
    return Likeness{very_likely,
                    say(u"{0} 与 {1} 两格填反", u"{0} and {1} exchanged", {Decimal(was_a), Decimal(was_b)})};
  const Decimal items(std::llabs(by_a));
  if (by_a == -by_b && row)
    return Likeness{likely,
                    say(u"{0} 件填错了申请人类别", u"{0} filed under the wrong kind of applicant", {items})};
  if (by_a == -by_b) return Likeness{likely, say(u"{0} 件填错了行", u"{0} filed in the wrong row", {items})};
  if (by_a == by_b && row)
    return by_a > 0 ? Likeness{possible, say(u"本行少计 {0} 件", u"the row is short of {0}", {items})}
                    : Likeness{possible, say(u"本行多计 {0} 件", u"the row counts {0} too many", {items})};
  return std::nullopt;
}

Likeness slips(const Report& report, const std::vector<Proposal::Set>& set) {
  if (set.size() == 2)
    if (auto pair = slip_of_pair(report, set[0], set[1])) return *std::move(pair);
  Likeness all{0, {}};
  for (const Proposal::Set& one : set) {
    const Likeness slip = slip_of(report.cell(one.cell), one.value);
    all.cost += slip.cost;
    if (slip.reason.empty()) continue;
    all.reason = all.reason.empty() ? slip.reason : join(join(all.reason, Words{u"；", u"; "}), slip.reason);
  }
  return all;
}

}  // namespace

void judge(const Report& report, Proposal& proposal, std::span<const Claim> claims) {
  Likeness likeness = slips(report, proposal.set);
  for (const Claim& claim : claims) {
    const auto set = std::find_if(proposal.set.begin(), proposal.set.end(),
                                  [&](const auto& s) { return s.cell == claim.cell; });
    if (set == proposal.set.end()) continue;
    if (set->value == claim.value) {
      likeness.cost -= agreement;
      likeness.reason =
          likeness.reason.empty()
              ? say(u"与{0}一致", u"agrees with {0}", {claim.source})
              : join(likeness.reason, say(u"，与{0}一致", u", which agrees with {0}", {claim.source}));
    } else if (const auto value = countable(report.cell(claim.cell));
               value && Decimal(*value) == claim.value) {
      likeness.cost += agreement;  // the figure as it stands agrees with other evidence
    }
  }
  // Among equals the total comes first: it is the cell that has to follow the others.
  const bool lone_total = proposal.set.size() == 1 && report.form->table(proposal.set[0].cell.table)
                                                              .rows[proposal.set[0].cell.row]
                                                              .columns[proposal.set[0].cell.column]
                                                              .key == "total";
  proposal.cost = 2 * likeness.cost - (lone_total ? 1 : 0);
  proposal.reason = std::move(likeness.reason);
}

}  // namespace nianbao::localisation
