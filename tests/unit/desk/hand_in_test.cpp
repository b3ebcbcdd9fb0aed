#include "desk/hand_in.h"

#include <gtest/gtest.h>

#include "base/unicode.h"
#include "desk/desk.h"

namespace nianbao {
namespace {

Handed report(std::string file, std::u16string agency, int year = 2024, int requests = 1,
              std::string words = "a") {
  Handed out;
  out.file = std::move(file);
  out.agency = std::move(agency);
  out.year = year;
  out.form = &form_2021();
  out.whole = true;
  out.figures.assign(form_cells(form_2021()).size(), Decimal(0));
  out.figures[10] = Decimal(requests);
  out.words = std::move(words);
  return out;
}

Roster roster(const std::string& names) { return read_roster(names); }

// One line a body: its name, state and remark; then the reports that are no body's.
Text told_in_both(const Desk& desk) {
  Text out;
  for (const BodyState& body : desk.hand_in.bodies) {
    out = join(out, say(u"{0} {1}", u"{0} {1}", {body.name, state_words(body.state)}));
    if (const Text said = remark(desk, body); !said.empty()) out = join(out, say(u"：{0}", u": {0}", {said}));
    out = join(out, Text(u"\n"));
  }
  for (std::size_t i = 0; i < desk.reports.size(); ++i)
    if (desk.hand_in.strays[i] != Stray::none)
      out = join(out, say(u"{0} {1}\n", u"{0} {1}\n",
                          {from_utf8(desk.reports[i].file), stray_words(desk.hand_in.strays[i])}));
  return out;
}

std::string told(const std::string& names, std::vector<Handed> reports,
                 std::optional<std::size_t> parent = std::nullopt, const Choices& choices = {}) {
  const Roster list = roster(names);
  return to_utf8(told_in_both(make_desk(&list, std::move(reports), parent, choices)).zh);
}

std::string lines_in_english(const Desk& desk) {
  std::string out;
  for (const DeskLine& line : desk_lines(desk)) out += to_utf8(line.text.en) + "\n";
  return out;
}

TEST(HandIn, EveryStateInWords) {
  EXPECT_EQ(told("县教育局\n县民政局\n县水利局\n县林业局\n县司法局\n",
                 {report("a.txt", u"青禾县教育局"), report("b.txt", u"青禾县民政局", 2024, 1),
                  report("c.txt", u"青禾县民政局", 2024, 2), report("d.txt", u"青禾县水利局", 2023),
                  report("e.txt", u"青禾县林业和草原局"), report("f.txt", u"青禾县气象局")}),
            "县教育局 已交\n"
            "县民政局 交了不止一份：b.txt、c.txt，三张表的数字不同，合计用 c.txt\n"
            "县水利局 交的是别的年度：2023 年度：d.txt\n"
            "县林业局 请确认：是不是它的：e.txt 写的是青禾县林业和草原局\n"
            "县司法局 没有找到\n"
            "e.txt 请确认是哪个单位的\n"
            "f.txt 不在名单上\n");
}

TEST(HandIn, TellsHowTwoReportsDiffer) {
  EXPECT_EQ(told("县教育局\n", {report("a.docx", u"青禾县教育局"), report("a.pdf", u"青禾县教育局")}),
            "县教育局 交了不止一份：a.docx、a.pdf，内容相同，合计用 a.pdf\n");
  EXPECT_EQ(told("县教育局\n",
                 {report("a.docx", u"青禾县教育局"), report("b.docx", u"青禾县教育局", 2024, 1, "b")}),
            "县教育局 交了不止一份：a.docx、b.docx，三张表相同，文字不同，合计用 b.docx\n");
}

TEST(HandIn, TakesTheOneThatWasReadWhole) {
  std::vector<Handed> reports = {report("a.docx", u"青禾县教育局"), report("a.pdf", u"青禾县教育局")};
  reports[1].whole = false;
  EXPECT_EQ(told("县教育局\n", reports), "县教育局 交了不止一份：a.docx、a.pdf，内容相同，合计用 a.docx\n");
}

TEST(HandIn, LastYearsReportBesideThisYearsIsNoFault) {
  EXPECT_EQ(
      told("县教育局\n县民政局\n", {report("a.txt", u"青禾县教育局", 2023), report("b.txt", u"青禾县教育局"),
                                    report("c.txt", u"青禾县民政局")}),
      "县教育局 已交\n县民政局 已交\n");
}

TEST(HandIn, OneNameOfTwoPlacesIsAQuestion) {
  EXPECT_EQ(told("教育局\n", {report("a.txt", u"青禾县教育局"), report("b.txt", u"白河县教育局")}),
            "教育局 请确认：是不是它的：a.txt 写的是青禾县教育局、b.txt 写的是白河县教育局\n"
            "a.txt 请确认是哪个单位的\nb.txt 请确认是哪个单位的\n");
}

TEST(HandIn, OfTheCountyIsMeant) {
  EXPECT_EQ(told("县教育局\n县民政局\n县水利局\n",
                 {report("a.txt", u"青禾县教育局"), report("b.txt", u"青禾县民政局"),
                  report("c.txt", u"白河县水利局")}),
            "县教育局 已交\n县民政局 已交\n县水利局 请确认：是不是它的：c.txt 写的是白河县水利局\n"
            "c.txt 请确认是哪个单位的\n");
}

TEST(HandIn, AFileWithoutABodyIsAQuestionByItsName) {
  Handed nameless = report("收件/县教育局年报.txt", u""), scan = report("民政局.pdf", u"");
  scan.form = nullptr;
  EXPECT_EQ(told("县教育局\n县民政局\n县司法局\n", {nameless, scan}),
            "县教育局 请确认：是不是它的：收件/县教育局年报.txt 写的是（没有读到机关名）\n"
            "县民政局 请确认：是不是它的：民政局.pdf 写的是（没有读到机关名）\n"
            "县司法局 没有找到\n"
            "收件/县教育局年报.txt 没有读到机关名\n民政局.pdf 没有读到年报\n");
}

TEST(HandIn, AYearThatWasNotReadIsAQuestion) {
  EXPECT_EQ(
      told("县教育局\n县民政局\n", {report("a.txt", u"青禾县教育局", 0), report("b.txt", u"青禾县民政局")}),
      "县教育局 请确认：是不是它的：a.txt 没有读到年度\n县民政局 已交\n");
}

TEST(HandIn, TheParentIsNobodysAndHasTheYear) {
  EXPECT_EQ(told("县教育局\n县民政局\n",
                 {report("a.txt", u"青禾县教育局", 2023), report("b.txt", u"青禾县民政局", 2023),
                  report("p.txt", u"青禾县人民政府", 2024), report("q.txt", u"青禾县人民政府", 2023)},
                 2),
            "县教育局 交的是别的年度：2023 年度：a.txt\n县民政局 交的是别的年度：2023 年度：b.txt\n");
}

TEST(HandIn, TheParentMayBeOnTheRoster) {
  EXPECT_EQ(told("县政府\n县政府办\n县教育局\n",
                 {report("a.txt", u"青禾县教育局"), report("b.txt", u"青禾县人民政府办公室"),
                  report("p.txt", u"青禾县人民政府")},
                 2),
            "县政府办 已交\n县教育局 已交\n");
}

TEST(HandIn, APersonSaysThatTwoNamesAreOneBody) {
  const std::vector<Handed> reports = {report("a.txt", u"青禾县教育局"),
                                       report("e.txt", u"青禾县林业和草原局")};
  const std::string names = "县教育局\n县林业局\n";
  EXPECT_EQ(told(names, reports, std::nullopt, {{{u"县林业局", 1, true}}, {}}),
            "县教育局 已交\n县林业局 已交\n");
  EXPECT_EQ(told(names, reports, std::nullopt, {{{u"县林业局", 1, false}}, {}}),
            "县教育局 已交\n县林业局 没有找到\ne.txt 不在名单上\n");
}

TEST(HandIn, APersonSaysWhichOfTwoPlacesIsMeant) {
  EXPECT_EQ(told("教育局\n", {report("a.txt", u"青禾县教育局"), report("b.txt", u"白河县教育局")},
                 std::nullopt, {{{u"教育局", 1, true}}, {}}),
            "教育局 已交\na.txt 不在名单上\n");
}

TEST(HandIn, APersonSaysWhoseAFileIs) {
  Handed nameless = report("收件/县教育局年报.txt", u""), scan = report("民政局.pdf", u"");
  scan.form = nullptr;
  const std::string names = "县教育局\n县民政局\n";
  EXPECT_EQ(
      told(names, {nameless, scan}, std::nullopt, {{{u"县教育局", 0, true}, {u"县民政局", 1, true}}, {}}),
      "县教育局 已交\n县民政局 交了，没有读到年报：民政局.pdf\n");
  EXPECT_EQ(
      told(names, {nameless, scan}, std::nullopt, {{{u"县教育局", 0, false}, {u"县民政局", 1, false}}, {}}),
      "县教育局 没有找到\n县民政局 没有找到\n收件/县教育局年报.txt 没有读到机关名\n民政局.pdf "
      "没有读到年报\n");
}

TEST(HandIn, APersonSaysWhichYearAReportIsOf) {
  const std::vector<Handed> reports = {report("a.txt", u"青禾县教育局", 0), report("b.txt", u"青禾县民政局")};
  const std::string names = "县教育局\n县民政局\n";
  EXPECT_EQ(told(names, reports, std::nullopt, {{{u"县教育局", 0, true}}, {}}),
            "县教育局 已交\n县民政局 已交\n");
  EXPECT_EQ(told(names, reports, std::nullopt, {{{u"县教育局", 0, false}}, {}}),
            "县教育局 交的是别的年度：没有读到年度：a.txt\n县民政局 已交\n");
}

TEST(HandIn, APersonSaysWhichOfTwoReportsCounts) {
  EXPECT_EQ(
      told("县教育局\n", {report("a.docx", u"青禾县教育局"), report("b.docx", u"青禾县教育局", 2024, 2)},
           std::nullopt, {{}, {0}}),
      "县教育局 交了不止一份：a.docx、b.docx，三张表的数字不同，合计用 a.docx\n");
}

TEST(HandIn, AnAnswerThatFitsNothingIsPassedOver) {
  EXPECT_EQ(told("县教育局\n", {report("a.txt", u"青禾县教育局")}, std::nullopt,
                 {{{u"县水利局", 0, true}, {u"县教育局", 7, true}}, {7}}),
            "县教育局 已交\n");
}

TEST(HandIn, QuestionsAreAskedInBothLanguages) {
  const Roster list = roster("县林业局\n县教育局\n");
  const Desk desk = make_desk(
      &list, {report("a.txt", u"青禾县教育局"), report("e.txt", u"青禾县林业和草原局")}, std::nullopt);
  const Text words = question_words(desk, desk.hand_in.bodies[0], 1);
  EXPECT_EQ(to_utf8(words.zh), "e.txt 写的是“青禾县林业和草原局”，名单上是“县林业局”。是同一单位吗？");
  EXPECT_EQ(to_utf8(words.en),
            "e.txt is of 青禾县林业和草原局, the list has 县林业局. Are they the same body?");
}

TEST(HandIn, MissingIsSaidWithTheFilesThatWereNotRead) {
  Handed scan = report("扫描001.pdf", u"");
  scan.form = nullptr;
  const Roster list = roster("县教育局\n县民政局\n");
  const Desk desk = make_desk(&list, {report("a.txt", u"青禾县教育局"), scan}, std::nullopt);
  std::string lines;
  for (const DeskLine& line : desk_lines(desk)) lines += to_utf8(line.text.zh) + "\n";
  EXPECT_EQ(lines,
            "2024 年度：名单上 2 个单位，交了 1 个，没有找到 1 个。\n"
            "没有找到：县民政局。有 1 个文件没有读出是哪个单位的，可能在其中。\n"
            "没有读到年报：扫描001.pdf。\n"
            "合计（国办公开办函〔2021〕30号的格式）：1 个单位。\n");
}

TEST(HandIn, EveryStateInEnglish) {
  Handed scan = report("s.pdf", u"");
  scan.form = nullptr;
  const Roster list = roster("县教育局\n县民政局\n县水利局\n县林业局\n县司法局\n县统计局\n县审计局\n以上\n");
  const Desk desk =
      make_desk(&list,
                {report("a.txt", u"青禾县教育局"), report("b.txt", u"青禾县民政局", 2024, 1),
                 report("c.txt", u"青禾县民政局", 2024, 2), report("d.txt", u"青禾县水利局", 2023),
                 report("e.txt", u"青禾县林业和草原局"), report("f.txt", u"青禾县气象局"), scan,
                 report("统计局.txt", u""), report("g.txt", u"青禾县审计局", 0)},
                std::nullopt);
  EXPECT_EQ(
      to_utf8(told_in_both(desk).en),
      "县教育局 handed in\n"
      "县民政局 more than one handed in: b.txt, c.txt: other figures in the tables; the totals take c.txt\n"
      "县水利局 of another year: 2023: d.txt\n"
      "县林业局 please say: is this its own: e.txt, which is of 青禾县林业和草原局\n"
      "县司法局 not found\n"
      "县统计局 please say: is this its own: 统计局.txt, which is of (a name that was not read)\n"
      "县审计局 please say: is this its own: g.txt, whose year was not read\n"
      "e.txt please say whose it is\n"
      "f.txt not on the list\n"
      "s.pdf no report found\n"
      "统计局.txt does not say whose it is\n");
  EXPECT_EQ(lines_in_english(desk),
            "2024: bodies on the list 7, handed in 2, not found 1, of another year 1, please say 3.\n"
            "On the list, but not like the name of a body and not used: 以上.\n"
            "Not found: 县司法局. Files that do not say whose they are, which may be among them: 2.\n"
            "More than one handed in: 县民政局 (b.txt, c.txt: other figures in the tables; the totals take "
            "c.txt).\n"
            "Of another year: 县水利局 (2023: d.txt).\n"
            "Please say: 县林业局 (is this its own: e.txt, which is of 青禾县林业和草原局); "
            "县统计局 (is this its own: 统计局.txt, which is of (a name that was not read)); "
            "县审计局 (is this its own: g.txt, whose year was not read).\n"
            "Not on the list: 青禾县气象局 (f.txt).\n"
            "Does not say whose it is: 统计局.txt.\n"
            "No report found: s.pdf.\n"
            "Totals (form of 国办公开办函〔2021〕30号): bodies 2.\n");
}

TEST(HandIn, CopiesAndAnsweredFilesInEnglish) {
  Handed scan = report("民政局.pdf", u"");
  scan.form = nullptr;
  const Roster list = roster("县教育局\n县水利局\n县民政局\n县林业局\n");
  const Desk desk = make_desk(
      &list,
      {report("a.docx", u"青禾县教育局"), report("a.pdf", u"青禾县教育局"), report("b.docx", u"青禾县水利局"),
       report("b.txt", u"青禾县水利局", 2024, 1, "b"), scan, report("c.txt", u"青禾县林业局", 0)},
      std::nullopt, {{{u"县民政局", 4, true}, {u"县林业局", 5, false}}, {}});
  EXPECT_EQ(
      to_utf8(told_in_both(desk).en),
      "县教育局 more than one handed in: a.docx, a.pdf: the same content; the totals take a.pdf\n"
      "县水利局 more than one handed in: b.docx, b.txt: the same tables, other text; the totals take b.txt\n"
      "县民政局 handed in, no report found in it: 民政局.pdf\n"
      "县林业局 of another year: year not read: c.txt\n");
}

TEST(HandIn, LongListsAreCutInBothLanguages) {
  std::string names;
  for (const char* kind : {"白", "清", "石", "柳", "龙", "云", "金"})
    for (const char* end : {"河镇", "山镇", "桥镇"}) names += std::string(kind) + end + "\n";
  const Roster list = roster(names);
  const Desk desk = make_desk(&list, {}, std::nullopt);
  const Text missing = desk_lines(desk)[1].text;
  EXPECT_EQ(to_utf8(missing.zh),
            "没有找到：白河镇、白山镇、白桥镇、清河镇、清山镇、清桥镇、石河镇、石山镇、石桥镇、柳河镇、柳山镇"
            "、柳桥镇、"
            "龙河镇、龙山镇、龙桥镇、云河镇、云山镇、云桥镇、金河镇、金山镇等 21 个。");
  EXPECT_EQ(to_utf8(missing.en),
            "Not found: 白河镇, 白山镇, 白桥镇, 清河镇, 清山镇, 清桥镇, 石河镇, 石山镇, 石桥镇, 柳河镇, "
            "柳山镇, 柳桥镇, "
            "龙河镇, 龙山镇, 龙桥镇, 云河镇, 云山镇, 云桥镇, 金河镇, 金山镇 and others, 21 in all.");
  EXPECT_EQ(to_utf8(desk_lines(desk)[0].text.en),
            "Year not read: bodies on the list 21, handed in 0, not found 21.");
}

TEST(HandIn, WithoutARosterEveryBodyIsListed) {
  const Desk desk =
      make_desk(nullptr, {report("b.txt", u"青禾县民政局"), report("a.txt", u"青禾县教育局")}, std::nullopt);
  ASSERT_EQ(desk.hand_in.bodies.size(), 2u);
  EXPECT_EQ(to_utf8(desk_lines(desk).front().text.zh), "2024 年度：共 2 个单位，交了 2 个。");
}

TEST(HandIn, WithoutARosterAGovernmentIsNotAddedToItsBodies) {
  const Desk desk = make_desk(nullptr,
                              {report("a.txt", u"青禾县教育局"), report("b.txt", u"青禾县民政局"),
                               report("p.txt", u"青禾县人民政府"), report("z.txt", u"青禾县苇渡镇人民政府")},
                              std::nullopt);
  EXPECT_EQ(desk.hand_in.bodies.size(), 3u);
  EXPECT_EQ(lines_in_english(desk),
            "2024: bodies 3, handed in 3.\n"
            "May add up the others; not in the totals: 青禾县人民政府 (p.txt).\n"
            "Totals (form of 国办公开办函〔2021〕30号): bodies 3.\n");
  EXPECT_EQ(to_utf8(desk_lines(desk)[1].text.zh),
            "可能是汇总的年报，没有计入合计：青禾县人民政府（p.txt）。");
}

}  // namespace
}  // namespace nianbao
