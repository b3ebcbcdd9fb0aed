#include <algorithm>

#include "base/printable.h"
#include "base/unicode.h"
#include "desk/desk.h"

namespace nianbao {
namespace {

constexpr std::size_t most_named = 20;  // of one list on a terminal; the workbook has them all

std::u16string number(std::size_t n) { return from_utf8(std::to_string(n)); }
std::u16string decimal(Decimal value) { return value.to_string(); }
std::u16string file_of(const Handed& report) { return from_utf8(printable(report.file)); }

// 甲、乙等 30 个
std::u16string listed(const std::vector<std::u16string>& words, std::u16string_view between = u"、") {
  std::u16string out;
  for (std::size_t i = 0; i < std::min(words.size(), most_named); ++i)
    out += (i == 0 ? std::u16string() : std::u16string(between)) + words[i];
  return words.size() <= most_named ? out : out + u"等 " + number(words.size()) + u" 个";
}

std::u16string files(const Desk& desk, const std::vector<std::size_t>& reports) {
  std::vector<std::u16string> out;
  for (std::size_t i : reports) out.push_back(file_of(desk.reports[i]));
  return listed(out);
}

std::u16string copies_words(Copies copies) {
  if (copies == Copies::same) return u"内容相同";
  return copies == Copies::same_tables ? std::u16string(u"三张表相同，文字不同")
                                       : std::u16string(u"三张表的数字不同");
}

// The one report of which an error in this cell is just the difference, in words.
std::u16string slip_words(const Desk& desk, const FormTotals& totals, const Difference& difference) {
  std::vector<std::pair<std::size_t, Decimal>> found;
  for (std::size_t i : totals.reports)
    for (const Slip& slip : desk.reports[i].found.slips)
      if (slip.cell == difference.cell && slip.right - *desk.reports[i].figures[slip.cell] == difference.by())
        found.emplace_back(i, slip.right);
  if (found.size() != 1) return {};
  return u"，差正好是" + body_of(desk.reports[found[0].first]) + u"这一格的错（应为 " +
         decimal(found[0].second) + u"）";
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
    const std::size_t all = desk_.hand_in.bodies.size();
    std::u16string line = desk_.hand_in.year == 0
                              ? std::u16string(u"年度没有读到：")
                              : number(static_cast<std::size_t>(desk_.hand_in.year)) + u" 年度：";
    line += (desk_.with_roster ? u"名单上 " : u"共 ") + number(all) + u" 个单位，交了 " +
            number(count(HandInState::handed_in) + count(HandInState::twice)) + u" 个";
    const auto also = [&](HandInState state) {
      if (const std::size_t n = count(state); n > 0)
        line += u"，" + state_words(state).zh + u" " + number(n) + u" 个";
    };
    also(HandInState::missing);
    also(HandInState::other_year);
    also(HandInState::asked);
    also(HandInState::unread);
    add(LineTopic::counts, line + u"。");
    if (!desk_.unused_lines.empty())
      add(LineTopic::counts, u"名单里不像单位名称、没有用上的：" + listed(desk_.unused_lines) + u"。");
  }

  void hand_in() {
    std::vector<std::u16string> missing;
    for (const BodyState& body : desk_.hand_in.bodies)
      if (body.state == HandInState::missing) missing.push_back(body.name);
    if (!missing.empty()) add(LineTopic::missing, u"没有找到：" + listed(missing) + u"。" + unknown_files());
    const std::pair<HandInState, LineTopic> others[] = {{HandInState::twice, LineTopic::twice},
                                                        {HandInState::other_year, LineTopic::other_year},
                                                        {HandInState::asked, LineTopic::asked},
                                                        {HandInState::unread, LineTopic::unread}};
    for (const auto& [state, topic] : others) {
      std::vector<std::u16string> all;
      for (const BodyState& body : desk_.hand_in.bodies)
        if (body.state == state) all.push_back(body.name + u"（" + remark(desk_, body) + u"）");
      if (!all.empty()) add(topic, state_words(state).zh + u"：" + listed(all, u"；") + u"。");
    }
  }

  // A body is called missing only together with the files that may be its own.
  std::u16string unknown_files() const {
    const auto& strays = desk_.hand_in.strays;
    const auto unknown = std::count_if(strays.begin(), strays.end(), [](Stray stray) {
      return stray == Stray::nameless || stray == Stray::unreadable;
    });
    if (unknown == 0) return {};
    return u"有 " + number(static_cast<std::size_t>(unknown)) + u" 个文件没有读出是哪个单位的，可能在其中。";
  }

  void strays() {
    for (Stray stray : {Stray::unlisted, Stray::government, Stray::nameless, Stray::unreadable}) {
      std::vector<std::u16string> all;
      for (std::size_t i = 0; i < desk_.reports.size(); ++i)
        if (desk_.hand_in.strays[i] == stray)
          all.push_back(stray == Stray::unlisted || stray == Stray::government
                            ? body_of(desk_.reports[i]) + u"（" + file_of(desk_.reports[i]) + u"）"
                            : file_of(desk_.reports[i]));
      if (!all.empty()) add(LineTopic::stray, stray_words(stray).zh + u"：" + listed(all) + u"。");
    }
  }

  void alike() {
    for (const auto& group : desk_.alike) {
      std::vector<std::u16string> all;
      for (std::size_t i : group)
        all.push_back(body_of(desk_.reports[i]) + u"（" + file_of(desk_.reports[i]) + u"）");
      add(LineTopic::alike, u"正文雷同：" + listed(all) + u"。");
    }
  }

  void errors() {
    std::vector<std::u16string> all;
    for (const Handed& report : desk_.reports)
      if (report.found.counts.open[0] > 0)
        all.push_back(body_of(report) + u" " + number(static_cast<std::size_t>(report.found.counts.open[0])) +
                      u" 处（" + file_of(report) + u"）");
    if (!all.empty()) add(LineTopic::errors, u"有错误：" + listed(all) + u"。");
  }

  void totals() {
    for (const FormTotals& totals : desk_.totals) {
      std::size_t incomplete = 0;
      for (const CellTotal& total : totals.totals) incomplete += total.complete() ? 0 : 1;
      std::u16string line = u"合计（" + std::u16string(totals.form->citation) + u"的格式）：" +
                            number(totals.reports.size()) + u" 个单位";
      if (incomplete > 0) line += u"，其中 " + number(incomplete) + u" 格有单位没有读到，合计不全";
      add(LineTopic::totals, line + u"。");
    }
    if (desk_.hand_in.parent) county();
  }

  void county() {
    const Handed& own = desk_.reports[*desk_.hand_in.parent];
    const std::u16string name = body_of(own) + u"的年报（" + file_of(own) + u"）";
    if (!desk_.against)
      return add(LineTopic::county, u"合计没有与" + name + u"核对：没有单位用它那一版格式。");
    const AgainstParent& against = *desk_.against;
    std::u16string line = u"合计与" + name + u"核对了 " + number(against.compared) + u" 格，";
    line += against.differences.empty() ? std::u16string(u"都相同")
                                        : number(against.differences.size()) + u" 格不同";
    if (!against.unread.empty())
      line += u"；" + number(against.unread.size()) + u" 格在它里面没有读到，没有核对";
    if (!against.incomplete.empty())
      line += u"；" + number(against.incomplete.size()) + u" 格合计不全，没有核对";
    add(LineTopic::county, line + u"。");
    for (std::size_t i = 0; i < std::min(most_named, against.differences.size()); ++i)
      add(LineTopic::difference, u"  " + difference_words(desk_, against.differences[i]) + u"。");
    if (against.differences.size() > most_named)
      add(LineTopic::difference,
          u"  其余 " + number(against.differences.size() - most_named) + u" 格见工作簿的“合计”。");
    for (const Reason& reason : against.reasons)
      add(LineTopic::county, u"  " + reason_words(desk_, reason) + u"。");
    if (!against.differences.empty()) uncounted();
  }

  void uncounted() {
    std::vector<std::u16string> all;
    for (const BodyState& body : desk_.hand_in.bodies)
      if (!body.taken) all.push_back(body.name);
    if (!all.empty()) add(LineTopic::county, u"  合计里没有" + listed(all) + u"，差也可能在这里。");
  }

  void add(LineTopic topic, std::u16string text) { out_.push_back({topic, std::move(text)}); }

  const Desk& desk_;
  std::vector<DeskLine> out_;
};

}  // namespace

std::u16string body_of(const Handed& report) {
  return report.agency.empty() ? std::u16string(u"（没有读到机关名）") : report.agency;
}
std::u16string year_of(const Handed& report) {
  return report.year == 0 ? std::u16string() : number(static_cast<std::size_t>(report.year));
}

Text state_words(HandInState state) {
  switch (state) {
    case HandInState::handed_in:
      return Words{u"已交", u"handed in"};
    case HandInState::twice:
      return Words{u"交了不止一份", u"more than one handed in"};
    case HandInState::other_year:
      return Words{u"交的是别的年度", u"of another year"};
    case HandInState::asked:
      return Words{u"请确认", u"please say"};
    case HandInState::unread:
      return Words{u"交了，没有读到年报", u"handed in, no report found in it"};
    case HandInState::missing:
      break;
  }
  return Words{u"没有找到", u"not found"};
}

Text stray_words(Stray stray) {
  switch (stray) {
    case Stray::unlisted:
      return Words{u"不在名单上", u"not on the list"};
    case Stray::government:
      return Words{u"可能是汇总的年报，没有计入合计", u"may add up the others; not in the totals"};
    case Stray::nameless:
      return Words{u"没有读到机关名", u"does not say whose it is"};
    case Stray::unreadable:
      return Words{u"没有读到年报", u"no report found"};
    case Stray::asked:
      return Words{u"请确认是哪个单位的", u"please say whose it is"};
    case Stray::none:
      break;
  }
  return {};
}

std::u16string remark(const Desk& desk, const BodyState& body) {
  const Handed* taken = body.taken ? &desk.reports[*body.taken] : nullptr;
  switch (body.state) {
    case HandInState::twice:
      return files(desk, body.reports) + u"，" + copies_words(body.copies) + u"，合计用 " + file_of(*taken);
    case HandInState::other_year: {
      std::vector<std::u16string> all;
      for (std::size_t i : body.other_years)
        all.push_back((desk.reports[i].year == 0 ? std::u16string(u"没有读到年度")
                                                 : year_of(desk.reports[i]) + u" 年度") +
                      u"：" + file_of(desk.reports[i]));
      return listed(all);
    }
    case HandInState::asked: {
      std::vector<std::u16string> all;
      for (std::size_t i : body.candidates) {
        const Handed& report = desk.reports[i];
        const bool own = desk.hand_in.strays[i] == Stray::none;
        all.push_back(own ? file_of(report) + u" 没有读到年度"
                          : file_of(report) + u" 写的是" + body_of(report));
      }
      return u"是不是它的：" + listed(all);
    }
    case HandInState::unread:
      return files(desk, body.unread);
    case HandInState::handed_in:
    case HandInState::missing:
      break;
  }
  return {};
}

Text question_words(const Desk& desk, const BodyState& body, std::size_t report) {
  const Handed& own = desk.reports[report];
  const std::u16string file = file_of(own);
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

std::u16string incomplete_words(const Desk& desk, const FormTotals& totals, const CellTotal& total) {
  if (total.overflow) return u"数字太大，没有相加";
  std::vector<std::u16string> all;
  for (std::size_t i : total.unread) all.push_back(body_of(desk.reports[i]));
  return number(all.size()) + u" 个单位没有读到（" + listed(all) + u"），其余 " +
         number(totals.reports.size() - all.size()) + u" 个单位合计 " + decimal(total.sum);
}

std::u16string difference_words(const Desk& desk, const Difference& difference) {
  const FormTotals& totals = desk.totals[desk.against->totals];
  const Decimal by = difference.by();
  return cell_name(*totals.form, totals.cells[difference.cell]) + u"：年报 " + decimal(difference.own) +
         u"，" + number(totals.reports.size()) + u" 个单位合计 " + decimal(difference.sum) +
         (by.is_negative() ? u"，年报少 " + decimal(Decimal(0) - by) : u"，年报多 " + decimal(by)) +
         slip_words(desk, totals, difference);
}

std::u16string reason_words(const Desk& desk, const Reason& reason) {
  const Handed& report = desk.reports[reason.report];
  const std::u16string table(desk.totals[desk.against->totals].form->table(reason.table).name);
  const std::u16string whose = u"“" + body_of(report) + u"”（" + file_of(report) + u"）的数字";
  switch (reason.kind) {
    case Reason::left_out:
      return table + u"少的正好是" + whose + u"，可能漏加了它";
    case Reason::added_twice:
      return table + u"多的正好是" + whose + u"，可能加了两次";
    case Reason::added:
      return table + u"多的正好是" + whose + u"，合计里没有它";
    case Reason::other_copy:
      break;
  }
  return table + u"的差正好是换成" + whose + u"，可能加的是这一份";
}

std::vector<DeskLine> desk_lines(const Desk& desk) { return Lines(desk).write(); }

}  // namespace nianbao
