#include <algorithm>

#include "base/printable.h"
#include "base/unicode.h"
#include "desk/desk.h"
#include "rules/vocabulary.h"

namespace nianbao {
namespace {

constexpr std::size_t most_named = 20;  // of one list on a terminal; the workbook has them all

Text number(std::size_t n) { return Text(static_cast<int>(n)); }
Text file_of(const Handed& report) { return from_utf8(printable(report.file)); }

// 甲、乙等 30 个 / 甲, 乙 and others, 30 in all
Text names(const std::vector<Text>& words, Words between = {u"、", u", "}) {
  Text out;
  for (std::size_t i = 0; i < std::min(words.size(), most_named); ++i)
    out = join(i == 0 ? Text() : join(out, between), words[i]);
  if (words.size() <= most_named) return out;
  return join(out, say(u"等 {0} 个", u" and others, {0} in all", {number(words.size())}));
}

Text files(const Desk& desk, const std::vector<std::size_t>& reports) {
  std::vector<Text> out;
  for (std::size_t i : reports) out.push_back(file_of(desk.reports[i]));
  return names(out);
}

// 县教育局（a.txt） / 县教育局 (a.txt)
Text with_file(const Handed& report) {
  return say(u"{0}（{1}）", u"{0} ({1})", {body_of(report), file_of(report)});
}

Text copies_words(Copies copies) {
  if (copies == Copies::same) return Words{u"内容相同", u"the same content"};
  return copies == Copies::same_tables ? Words{u"三张表相同，文字不同", u"the same tables, other text"}
                                       : Words{u"三张表的数字不同", u"other figures in the tables"};
}

// The one report of which an error in this cell is just the difference, in words.
Text slip_words(const Desk& desk, const FormTotals& totals, const Difference& difference) {
  std::vector<std::pair<std::size_t, Decimal>> found;
  for (std::size_t i : totals.reports)
    for (const Slip& slip : desk.reports[i].found.slips)
      if (slip.cell == difference.cell && slip.right - *desk.reports[i].figures[slip.cell] == difference.by())
        found.emplace_back(i, slip.right);
  if (found.size() != 1) return {};
  return say(u"，差正好是{0}这一格的错（应为 {1}）",
             u", which is just the error of {0} in this cell (should be {1})",
             {body_of(desk.reports[found[0].first]), found[0].second});
}

class Lines {
 public:
  explicit Lines(const Desk& desk) : desk_(desk) {}

  std::vector<DeskLine> write() {
    counts();
    hand_in();
    strays();
    alike();
    errors();
    totals();
    return std::move(out_);
  }

 private:
  std::size_t count(HandInState state) const {
    return static_cast<std::size_t>(
        std::count_if(desk_.hand_in.bodies.begin(), desk_.hand_in.bodies.end(),
                      [&](const BodyState& body) { return body.state == state; }));
  }

  void counts() {
    const int year = desk_.hand_in.year;
    Text line =
        year == 0 ? Text(Words{u"年度没有读到：", u"year not read: "}) : say(u"{0} 年度：", u"{0}: ", {year});
    line = join(
        line, say(desk_.with_roster ? u"名单上 {0} 个单位，交了 {1} 个" : u"共 {0} 个单位，交了 {1} 个",
                  desk_.with_roster ? u"bodies on the list {0}, handed in {1}" : u"bodies {0}, handed in {1}",
                  {number(desk_.hand_in.bodies.size()),
                   number(count(HandInState::handed_in) + count(HandInState::twice))}));
    for (HandInState state :
         {HandInState::missing, HandInState::other_year, HandInState::asked, HandInState::unread})
      if (const std::size_t n = count(state); n > 0)
        line = join(line, say(u"，{0} {1} 个", u", {0} {1}", {state_words(state), number(n)}));
    add(LineTopic::counts, line);
    if (desk_.unused_lines.empty()) return;
    const std::vector<Text> unused(desk_.unused_lines.begin(), desk_.unused_lines.end());
    add(LineTopic::counts,
        say(u"名单里不像单位名称、没有用上的：{0}",
            u"on the list, but not like the name of a body and not used: {0}", {names(unused)}));
  }

  void hand_in() {
    std::vector<Text> missing;
    for (const BodyState& body : desk_.hand_in.bodies)
      if (body.state == HandInState::missing) missing.emplace_back(body.name);
    if (!missing.empty())
      add(LineTopic::missing,
          join(say(u"没有找到：{0}", u"not found: {0}", {names(missing)}), unknown_files()));
    const std::pair<HandInState, LineTopic> others[] = {{HandInState::twice, LineTopic::twice},
                                                        {HandInState::other_year, LineTopic::other_year},
                                                        {HandInState::asked, LineTopic::asked},
                                                        {HandInState::unread, LineTopic::unread}};
    for (const auto& [state, topic] : others) {
      std::vector<Text> all;
      for (const BodyState& body : desk_.hand_in.bodies)
        if (body.state == state)
          all.push_back(say(u"{0}（{1}）", u"{0} ({1})", {body.name, remark(desk_, body)}));
      if (!all.empty()) add(topic, headed(state_words(state), names(all, {u"；", u"; "})));
    }
  }

  // A body is called missing only together with the files that may be its own.
  Text unknown_files() const {
    const auto& strays = desk_.hand_in.strays;
    const auto unknown = std::count_if(strays.begin(), strays.end(), [](Stray stray) {
      return stray == Stray::nameless || stray == Stray::unreadable;
    });
    if (unknown == 0) return {};
    return say(u"。有 {0} 个文件没有读出是哪个单位的，可能在其中",
               u". Files that do not say whose they are, which may be among them: {0}",
               {number(static_cast<std::size_t>(unknown))});
  }

  void strays() {
    for (Stray stray : {Stray::unlisted, Stray::government, Stray::nameless, Stray::unreadable}) {
      const bool named = stray == Stray::unlisted || stray == Stray::government;
      std::vector<Text> all;
      for (std::size_t i = 0; i < desk_.reports.size(); ++i)
        if (desk_.hand_in.strays[i] == stray)
          all.push_back(named ? with_file(desk_.reports[i]) : file_of(desk_.reports[i]));
      if (!all.empty()) add(LineTopic::stray, headed(stray_words(stray), names(all)));
    }
  }

  void alike() {
    for (const auto& group : desk_.alike) {
      std::vector<Text> all;
      for (std::size_t i : group) all.push_back(with_file(desk_.reports[i]));
      add(LineTopic::alike, headed(Words{u"正文雷同", u"nearly the same text"}, names(all)));
    }
  }

  void errors() {
    std::vector<Text> all;
    for (const Handed& report : desk_.reports)
      if (const int errors = report.found.counts.open[0]; errors > 0)
        all.push_back(
            say(u"{0} {1} 处（{2}）", u"{0} {1} ({2})", {body_of(report), errors, file_of(report)}));
    if (!all.empty()) add(LineTopic::errors, headed(Words{u"有错误", u"errors"}, names(all)));
  }

  void totals() {
    for (const FormTotals& totals : desk_.totals) {
      std::size_t incomplete = 0;
      for (const CellTotal& total : totals.totals) incomplete += total.complete() ? 0 : 1;
      Text line = say(u"合计（{0}的格式）：{1} 个单位", u"totals (form of {0}): bodies {1}",
                      {totals.form->citation, number(totals.reports.size())});
      if (incomplete > 0)
        line = join(
            line, say(u"，其中 {0} 格有单位没有读到，合计不全",
                      u"; cells that were not read of every body, so that their totals are not complete: {0}",
                      {number(incomplete)}));
      add(LineTopic::totals, line);
    }
    if (desk_.hand_in.parent) county();
  }

  void county() {
    const Handed& own = desk_.reports[*desk_.hand_in.parent];
    const Text name = say(u"{0}的年报（{1}）", u"the report of {0} ({1})", {body_of(own), file_of(own)});
    if (!desk_.against)
      return add(LineTopic::county,
                 say(u"合计没有与{0}核对：没有单位用它那一版格式",
                     u"the totals were not held against {0}: no body uses its form", {name}));
    const AgainstParent& against = *desk_.against;
    Text line = say(u"合计与{0}核对了 {1} 格，", u"the totals were held against {0}: cells compared {1}, ",
                    {name, number(against.compared)});
    line = join(line, against.differences.empty()
                          ? Text(Words{u"都相同", u"all the same"})
                          : say(u"{0} 格不同", u"different {0}", {number(against.differences.size())}));
    if (!against.unread.empty())
      line = join(line, say(u"；{0} 格在它里面没有读到，没有核对", u"; not read in it and not compared {0}",
                            {number(against.unread.size())}));
    if (!against.incomplete.empty())
      line = join(line, say(u"；{0} 格合计不全，没有核对", u"; without a complete total and not compared {0}",
                            {number(against.incomplete.size())}));
    add(LineTopic::county, line);
    for (std::size_t i = 0; i < std::min(most_named, against.differences.size()); ++i)
      add_below(LineTopic::difference, difference_words(desk_, against.differences[i]));
    if (against.differences.size() > most_named)
      add_below(LineTopic::difference, say(u"其余 {0} 格见工作簿的“合计”",
                                           u"the other {0} cells are in the workbook, sheet \"合计\"",
                                           {number(against.differences.size() - most_named)}));
    for (const Reason& reason : against.reasons) add_below(LineTopic::county, reason_words(desk_, reason));
    if (!against.differences.empty()) uncounted();
  }

  void uncounted() {
    std::vector<Text> all;
    for (const BodyState& body : desk_.hand_in.bodies)
      if (!body.taken) all.emplace_back(body.name);
    if (!all.empty())
      add_below(LineTopic::county,
                say(u"合计里没有{0}，差也可能在这里", u"not in the totals, which may be why they differ: {0}",
                    {names(all)}));
  }

  static Text headed(const Text& head, const Text& words) {
    return say(u"{0}：{1}", u"{0}: {1}", {head, words});
  }

  void add(LineTopic topic, const Text& words) { out_.push_back({topic, sentence(words)}); }
  void add_below(LineTopic topic, const Text& words) {
    out_.push_back({topic, join(Text(u"  "), sentence(words))});
  }

  static Text sentence(Text words) {
    if (char16_t& first = words.en.front(); first >= u'a' && first <= u'z')
      first = static_cast<char16_t>(first - (u'a' - u'A'));
    return join(words, Words{u"。", u"."});
  }

  const Desk& desk_;
  std::vector<DeskLine> out_;
};

}  // namespace

Text body_of(const Handed& report) {
  return report.agency.empty() ? Text(Words{u"（没有读到机关名）", u"(a name that was not read)"})
                               : Text(report.agency);
}

Text state_words(HandInState state) {
  switch (state) {
    case HandInState::handed_in: return Words{u"已交", u"handed in"};
    case HandInState::twice: return Words{u"交了不止一份", u"more than one handed in"};
    case HandInState::other_year: return Words{u"交的是别的年度", u"of another year"};
    case HandInState::asked: return Words{u"请确认", u"please say"};
    case HandInState::unread: return Words{u"交了，没有读到年报", u"handed in, no report found in it"};
    case HandInState::missing: break;
  }
  return Words{u"没有找到", u"not found"};
}

Text stray_words(Stray stray) {
  switch (stray) {
    case Stray::unlisted: return Words{u"不在名单上", u"not on the list"};
    case Stray::government:
      return Words{u"可能是汇总的年报，没有计入合计", u"may add up the others; not in the totals"};
    case Stray::nameless: return Words{u"没有读到机关名", u"does not say whose it is"};
    case Stray::unreadable: return Words{u"没有读到年报", u"no report found"};
    case Stray::asked: return Words{u"请确认是哪个单位的", u"please say whose it is"};
    case Stray::none: break;
  }
  return {};
}

Text remark(const Desk& desk, const BodyState& body) {
  switch (body.state) {
    case HandInState::twice:
      return say(u"{0}，{1}，合计用 {2}", u"{0}: {1}; the totals take {2}",
                 {files(desk, body.reports), copies_words(body.copies), file_of(desk.reports[*body.taken])});
    case HandInState::other_year: {
      std::vector<Text> all;
      for (std::size_t i : body.other_years) {
        const Handed& report = desk.reports[i];
        all.push_back(report.year == 0 ? say(u"没有读到年度：{0}", u"year not read: {0}", {file_of(report)})
                                       : say(u"{0} 年度：{1}", u"{0}: {1}", {report.year, file_of(report)}));
      }
      return names(all);
    }
    case HandInState::asked: {
      std::vector<Text> all;
      for (std::size_t i : body.candidates) {
        const Handed& report = desk.reports[i];
        const bool own = desk.hand_in.strays[i] == Stray::none;
        all.push_back(
            own ? say(u"{0} 没有读到年度", u"{0}, whose year was not read", {file_of(report)})
                : say(u"{0} 写的是{1}", u"{0}, which is of {1}", {file_of(report), body_of(report)}));
      }
      return say(u"是不是它的：{0}", u"is this its own: {0}", {names(all)});
    }
    case HandInState::unread: return files(desk, body.unread);
    case HandInState::handed_in:
    case HandInState::missing: break;
  }
  return {};
}

Text question_words(const Desk& desk, const BodyState& body, std::size_t report) {
  const Handed& own = desk.reports[report];
  const Text file = file_of(own);
  if (own.form == nullptr)
    return say(u"{0} 里没有读到年报，文件名像是“{1}”的。是它的吗？",
               u"no report was found in {0}; by its name it may be that of {1}. Is it?", {file, body.name});
  if (own.agency.empty())
    return say(u"{0} 没有读到机关名，文件名像是“{1}”的。是它的吗？",
               u"{0} does not say whose it is; by its name it may be that of {1}. Is it?", {file, body.name});
  if (desk.hand_in.strays[report] == Stray::none)
    return say(u"{0} 是“{1}”的，没有读到年度。是今年的吗？",
               u"{0} is that of {1}; its year was not read. Is it this year's?", {file, body.name});
  return say(u"{0} 写的是“{1}”，名单上是“{2}”。是同一单位吗？",
             u"{0} is of {1}, the list has {2}. Are they the same body?", {file, own.agency, body.name});
}

Text incomplete_words(const Desk& desk, const FormTotals& totals, const CellTotal& total) {
  if (total.overflow) return Words{u"数字太大，没有相加", u"numbers too large to be added up"};
  std::vector<Text> all;
  for (std::size_t i : total.unread) all.push_back(body_of(desk.reports[i]));
  return say(u"{0} 个单位没有读到（{1}），其余 {2} 个单位合计 {3}",
             u"bodies of which it was not read {0} ({1}), total of the other {2}: {3}",
             {number(all.size()), names(all), number(totals.reports.size() - all.size()), total.sum});
}

Text difference_words(const Desk& desk, const Difference& difference) {
  const FormTotals& totals = desk.totals[desk.against->totals];
  const Decimal by = difference.by();
  const Text figures =
      say(u"{0}：年报 {1}，{2} 个单位合计 {3}，", u"{0}: report {1}, total of the bodies ({2}) {3}, ",
          {cell_label(*totals.form, totals.cells[difference.cell]), difference.own,
           number(totals.reports.size()), difference.sum});
  const Text off = by.is_negative() ? say(u"年报少 {0}", u"the report has {0} too little", {Decimal(0) - by})
                                    : say(u"年报多 {0}", u"the report has {0} too much", {by});
  return join(join(figures, off), slip_words(desk, totals, difference));
}

Text reason_words(const Desk& desk, const Reason& reason) {
  const Handed& report = desk.reports[reason.report];
  const Text table = table_name(*desk.totals[desk.against->totals].form, reason.table);
  const Text whose = say(u"“{0}”（{1}）", u"{0} ({1})", {body_of(report), file_of(report)});
  switch (reason.kind) {
    case Reason::left_out:
      return say(u"{0}少的正好是{1}的数字，可能漏加了它",
                 u"{0} lacks just the figures of {1}, which may have been left out", {table, whose});
    case Reason::added_twice:
      return say(u"{0}多的正好是{1}的数字，可能加了两次",
                 u"{0} has just the figures of {1} too much, which may have been added twice",
                 {table, whose});
    case Reason::added:
      return say(u"{0}多的正好是{1}的数字，合计里没有它",
                 u"{0} has just the figures of {1} too much, which is not in the totals", {table, whose});
    case Reason::other_copy: break;
  }
  return say(u"{0}的差正好是换成{1}的数字，可能加的是这一份",
             u"{0} differs as if the figures of {1} were taken, which may be what was added", {table, whose});
}

std::vector<DeskLine> desk_lines(const Desk& desk) { return Lines(desk).write(); }

}  // namespace nianbao
