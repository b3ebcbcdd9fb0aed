#include <cstdlib>

#include "base/matching.h"
#include "rules/figures.h"
#include "rules/last_year.h"
#include "rules/vocabulary.h"

namespace nianbao::rules::history {
namespace {

constexpr std::int64_t largest = 1'000'000'000'000;  // above it the exact comparison would not fit

// Cells that a growth rate may be about, added up. Several: either will do.
using Cells = std::vector<CellRef>;
using Subject = std::vector<Cells>;

Cells cells_of(const Report& report, std::initializer_list<std::string_view> ids) {
  Cells cells;
  for (std::string_view id : ids)
    if (const auto ref = cell(*report.form, id)) cells.push_back(*ref);
  return cells;
}

// 收到的政府信息公开申请数量: what the words before 较上年 name.
Subject named(const Report& report, std::u16string_view words) {
  if (contains_any(words, {u"其中", u"自然人", u"法人", u"网站", u"当面", u"信函", u"网络", u"邮件"}))
    return {};
  if (contains_any(words, {u"行政复议", u"行政诉讼"})) {
    if (contains(words, u"行政复议") && contains(words, u"行政诉讼")) return {};
    if (contains_any(words, {u"维持", u"纠正", u"未经", u"复议后", u"审结"})) return {};
    if (contains(words, u"行政复议")) return {cells_of(report, {"proceedings.review.total"})};
    return {cells_of(report, {"proceedings.direct_suits.total", "proceedings.suits_after_review.total"})};
  }
  if (!contains_any(words, {u"信息公开申请", u"依申请公开", u"公开申请"})) return {};
  if (contains_any(words,
                   {u"公开率", u"办结率", u"满意", u"结转", u"不予", u"予以", u"部分公开", u"无法提供"}))
    return {};
  if (contains_any(words, {u"办结", u"答复"})) return {cells_of(report, {"requests.outcome_total.total"})};
  return {cells_of(report, {"requests.new_requests.total"}),
          cells_of(report, {"requests.new_requests.total", "requests.carried_over.total"})};
}

std::optional<std::int64_t> sum(const Report& report, const Report& now, const Cells& cells);

// The cells that a figure of the text agrees with; 新收 or 新收加结转, whichever it is, both where they are
// the same.
Subject of_figure(const Report& report, const Figure& figure) {
  if (figure.kind != FigureKind::count || figure.change || figure.fits < 0) return {};
  if (figure.span != Span::this_year || figure.scope != Scope::own) return {};
  Cells cells;
  for (const CellTerm& term : figure.held[static_cast<std::size_t>(figure.fits)].terms) {
    if (term.sign < 0) return {};
    cells.push_back(term.cell);
  }
  const Cells fresh = cells_of(report, {"requests.new_requests.total"}),
              all = cells_of(report, {"requests.new_requests.total", "requests.carried_over.total"});
  if (cells != fresh && cells != all) return {cells};
  const bool same = sum(report, report, fresh) == sum(report, report, all);
  return same ? Subject{fresh, all} : Subject{cells};
}

std::optional<std::int64_t> sum(const Report& report, const Report& now, const Cells& cells) {
  std::int64_t total = 0;
  for (CellRef ref : cells) {
    const auto there = cell(*report.form, cell_id(*now.form, ref));
    const auto value = there ? countable(report.cell(*there)) : std::nullopt;
    if (!value || std::llabs(*value) > largest) return std::nullopt;
    total += *value;
  }
  return total;
}

struct Stated {
  std::int64_t units;  // of 10^-digits percent
  int digits;
  bool rise;
};

std::int64_t power(int digits) {
  std::int64_t p = 1;
  while (digits-- > 0) p *= 10;
  return p;
}

// Within one unit of the last printed digit.
bool agrees(const Stated& stated, std::int64_t before, std::int64_t now) {
  const std::int64_t change = (stated.rise ? 1 : -1) * (now - before);
  return std::llabs(stated.units * before - 100 * power(stated.digits) * change) <= before;
}

Text change_in_words(std::int64_t before, std::int64_t now, int digits) {
  if (now == before) return Words{u"与上年持平", u"no change"};
  const std::int64_t scale = power(digits);
  const std::int64_t units = (200 * scale * std::llabs(now - before) + before) / (2 * before);
  const Text rate = Text(Decimal::scaled(units, digits).to_string() + u"%");
  return now > before ? say(u"增长{0}", u"a rise of {0}", {rate}) : say(u"下降{0}", u"a fall of {0}", {rate});
}

// Where 较上年 and the like begin in the words before the number.
std::size_t comparison(std::u16string_view words, int last_year) {
  const std::u16string year = last_year > 0 ? Decimal(last_year).to_string() + u"年" : u"上年";
  for (std::u16string_view word :
       {std::u16string_view(u"较"), std::u16string_view(u"比"), std::u16string_view(u"与")}) {
    for (std::u16string_view base : {std::u16string_view(u"上年"), std::u16string_view(u"上一年"),
                                     std::u16string_view(u"去年"), std::u16string_view(year)})
      if (const auto at = words.rfind(std::u16string(word) + std::u16string(base));
          at != std::u16string_view::npos)
        return at;
  }
  return words.rfind(u"同比");
}

// The direction that the words say: the last of them before the number.
std::optional<bool> direction(std::u16string_view words) {
  std::size_t up = 0, down = 0;
  for (std::u16string_view word : {u"增长", u"上升", u"增加", u"增幅", u"提升"})
    if (const auto at = words.rfind(word); at != std::u16string_view::npos) up = std::max(up, at + 1);
  for (std::u16string_view word : {u"下降", u"减少", u"降低", u"降幅", u"下滑", u"回落"})
    if (const auto at = words.rfind(word); at != std::u16string_view::npos) down = std::max(down, at + 1);
  if (up == down) return std::nullopt;
  return up > down;
}

std::u16string_view without_stop(std::u16string_view clause) {
  clause = nianbao::trim(clause);
  while (!clause.empty() && contains(u"。；，,;", clause.substr(clause.size() - 1))) clause.remove_suffix(1);
  return clause;
}

class GrowthCheck {
 public:
  GrowthCheck(const Context& context, const Report& then, Findings& out)
      : context_(context), now_(context.report), then_(then), out_(out) {}

  void run() {
    const auto& figures = context_.analysis.ledger.figures;
    for (std::size_t i = 0; i < figures.size(); ++i)
      if (figures[i].kind == FigureKind::percentage && !figures[i].quantity.approximate)
        check(figures[i], said_before(i));
  }

 private:
  // The figure before, those carried over or on left out: 收到350件，上年结转12件，同比增长2.9%.
  const Figure* said_before(std::size_t i) const {
    const auto& figures = context_.analysis.ledger.figures;
    while (i > 0) {
      const Count count = figures[--i].measure.count;
      if (count != Count::carried_over && count != Count::carried_forward && count != Count::carried)
        return &figures[i];
    }
    return nullptr;
  }

  void check(const Figure& figure, const Figure* before) {
    const std::u16string words = folded(now_.document->view({figure.clause.begin, figure.range.begin}));
    const std::size_t at = comparison(words, now_.year - 1);
    const auto rise = direction(words);
    if (at == std::u16string::npos || !rise || figure.quantity.digits > 4 || words.size() > at + 20) return;
    const bool alone = at == 0 || words.substr(0, at) == u"数量" || words.substr(0, at) == u"总量";
    Subject subject;
    if (!alone) subject = named(now_, words.substr(0, at));
    else if (before != nullptr && before->sentence == figure.sentence) subject = of_figure(now_, *before);
    const Decimal units = figure.quantity.value;
    compare(figure, subject,
            {units.units() * power(figure.quantity.digits - units.scale()), figure.quantity.digits, *rise});
  }

  void compare(const Figure& figure, const Subject& subject, const Stated& stated) {
    bool compared = false;
    for (const Cells& cells : subject) {
      const auto before = sum(then_, now_, cells), now = sum(now_, now_, cells);
      if (!before || !now || *before <= 0) continue;
      compared = true;
      if (agrees(stated, *before, *now)) return out_.passed();
    }
    if (compared) report(figure, subject, stated);
  }

  void report(const Figure& figure, const Subject& subject, const Stated& stated) {
    const Cells& cells = subject.front();
    const auto before = sum(then_, now_, cells), now = sum(now_, now_, cells);
    if (!before || !now || *before <= 0) return;
    Finding& finding =
        out_.add(say(u"正文说{0}，{1}是 {2} 件，本年是 {3} 件，应为{4}。",
                     u"The text says {0}; {1} has {2}, this year {3}, which is {4}.",
                     {quote(without_stop(now_.document->view(figure.clause))), last_years_report(then_),
                      Decimal(*before), Decimal(*now), change_in_words(*before, *now, stated.digits)}));
    finding.cells = cells;
    finding.places = {figure.range};
    if (subject.size() == 1 && stated.rise == (*now > *before) && *now != *before)
      offer_percentage(now_, figure, std::llabs(*now - *before), *before, finding);
  }

  const Context& context_;
  const Report& now_;
  const Report& then_;
  Findings& out_;
};

void run(const Context& context, Findings& out) {
  if (const Report* then = comparable(context, out)) GrowthCheck(context, *then, out).run();
}

}  // namespace

extern constexpr Rule growth = {
    .severity = Severity::warning,
    .title = {u"同比增幅与上年报告不符", u"A growth rate does not agree with last year's report"},
    .basis_kind = BasisKind::practice,
    .basis = {u"国办公开办函〔2021〕30号：年度报告内容应当准确；增幅应当与两年年报的数字一致",
              u"The notice of 2021: reports must be accurate; a growth rate must agree with the figures of "
              u"both years"},
    .advice = {u"用两年年报的数字重新计算增幅。", u"Work the rate out again from the figures of both years."},
    .run = run,
};

}  // namespace nianbao::rules::history
