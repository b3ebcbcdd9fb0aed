#include "rules/last_year.h"

#include <algorithm>

#include "localise/identities.h"
#include "rules/vocabulary.h"

namespace nianbao {
namespace {

constexpr std::size_t shingle_length = 4;
constexpr std::size_t fewest_shingles = 40;  // set phrases of a line or two are alike everywhere

// 青禾县水利局 and 水利局 are one body.
bool same_agency(std::u16string_view a, std::u16string_view b) {
  return a == b || (std::min(a.size(), b.size()) >= 3 && (a.ends_with(b) || b.ends_with(a)));
}

std::vector<std::u16string> names_of(const Report& report) {
  std::vector<std::u16string> names;
  if (!report.agency.empty()) names.push_back(folded(report.agency));
  for (const auto& mention : report.agencies) names.push_back(folded(mention.name));
  return names;
}

// What is compared: Chinese characters and letters outside 《》, without the words of `without`.
std::u16string comparable_text(std::u16string_view all, std::u16string_view without) {
  const std::u16string dropped = folded(without);
  std::u16string out;
  bool in_title = false;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!dropped.empty() && all.compare(i, dropped.size(), dropped) == 0) {
      i += dropped.size() - 1;
      continue;
    }
    if (all[i] == u'《') in_title = all.find(u'》', i) - i <= 60;
    if (!in_title && is_han(all[i])) out.push_back(all[i]);
    if (all[i] == u'》') in_title = false;
  }
  return out;
}

std::uint64_t hash(std::u16string_view text) {
  std::uint64_t h = 0xcbf29ce484222325u;
  for (char16_t c : text) h = (h ^ c) * 0x100000001b3u;
  return h;
}

}  // namespace

bool agencies_differ(const Report& report, const Report& previous) {
  const auto now = names_of(report), then = names_of(previous);
  if (now.empty() || then.empty()) return false;
  return std::none_of(now.begin(), now.end(), [&](const std::u16string& a) {
    return std::any_of(then.begin(), then.end(), [&](const std::u16string& b) { return same_agency(a, b); });
  });
}

bool of_another_year(const Report& now, const Report& then) {
  return now.year != 0 && then.year != 0 && then.year != now.year - 1;
}

std::optional<Text> not_comparable(const Context& context) {
  if (context.previous == nullptr && context.previous_given)
    return Text(Words{u"作为上年年报给出的文件不是年报，没有对照",
                      u"the file given as last year's report is no annual report"});
  if (context.previous == nullptr) return Text(Words{u"没有提供上年年报", u"no report of last year given"});
  return not_comparable(context.report, *context.previous);
}

std::optional<Text> not_comparable(const Report& now, const Report& then) {
  if (of_another_year(now, then))
    return say(u"提供的是{0}年年报，不是{1}年的上一年",
               u"the report given is for {0}, not for the year before {1}", {then.year, now.year});
  if (agencies_differ(now, then))
    return say(u"两份年报的机关不同（本年{0}，上年{1}）",
               u"the reports are of different agencies (this year {0}, last year {1})",
               {quote(now.agency), quote(then.agency)});
  return std::nullopt;
}

const Report* comparable(const Context& context, Findings& out) {
  if (auto reason = not_comparable(context)) {
    out.skip(*std::move(reason));
    return nullptr;
  }
  return context.previous;
}

Text last_years_report(const Report& previous) {
  if (previous.year == 0) return Words{u"上年年报", u"last year's report"};
  return say(u"上年（{0}年）年报", u"last year's report ({0})", {previous.year});
}

std::optional<std::int64_t> total_of_row(const Report& report, std::string_view row) {
  const auto ref = report.ref("requests", row, "total");
  if (!ref || !usable(report, TableId::requests)) return std::nullopt;
  const ReportCell& total = report.cell(*ref);
  if (total.state != CellState::blank) return countable(total);
  std::int64_t sum = 0;
  for (std::uint8_t c = 0; c < ref->column; ++c) {
    const auto part = countable(report.cell({ref->table, ref->row, c}));
    if (!part) return std::nullopt;
    sum += *part;
  }
  return sum;
}

bool was_carried_forward(const Context& context, CellRef cell, Decimal value) {
  if (context.report.ref("requests", "carried_over", "total") != cell || not_comparable(context))
    return false;
  const auto forward = total_of_row(*context.previous, "carried_forward"),
             over = total_of_row(context.report, "carried_over");
  return forward && over && *forward != *over && Decimal(*forward) == value;
}

std::vector<std::uint64_t> shingles(std::u16string_view all, std::u16string_view without) {
  const std::u16string text = comparable_text(all, without);
  std::vector<std::uint64_t> hashes;
  for (std::size_t i = 0; i + shingle_length <= text.size(); ++i)
    hashes.push_back(hash(std::u16string_view(text).substr(i, shingle_length)));
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  return hashes;
}

int likeness_percent(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  if (std::min(a.size(), b.size()) < fewest_shingles) return 0;
  std::size_t shared = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) ++shared, ++i, ++j;
    else if (*i < *j) ++i;
    else ++j;
  }
  return static_cast<int>(200 * shared / (a.size() + b.size()));
}

int section_likeness(const Report& report, const Report& previous, int number) {
  const Section &now = report.section(number), &then = previous.section(number);
  if (!now.present() || !then.present()) return 0;
  return likeness_percent(shingles(section_text(report.prose, number), report.agency),
                          shingles(section_text(previous.prose, number), previous.agency));
}

}  // namespace nianbao
