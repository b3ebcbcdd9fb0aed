// A county of eighty bodies with six troubles, from the folder to what the desk writes: each is named once,
// nothing else is.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "base/sha256.h"
#include "base/unicode.h"
#include "cli/check_command.h"
#include "cli/command_line.h"
#include "desk/desk_json.h"
#include "desk/handed.h"
#include "input/reader.h"
#include "input/zip.h"
#include "note/note.h"
#include "stages.h"
#include "support/base_report.h"
#include "support/rule_case.h"

namespace nianbao {
namespace {

namespace fs = std::filesystem;

constexpr int bodies = 80;
constexpr int missing = 10, twice = 20, other_year = 30, original = 40, copy = 41, sum_off = 50;

std::string brief(int i) {
  constexpr const char* offices[] = {"县教育局", "县民政局", "县财政局", "县司法局", "县公安局",
                                     "县水利局", "县林业局", "县审计局", "县统计局", "县信访局",
                                     "县气象局", "县人社局", "县住建局", "县卫健局", "县医保局",
                                     "县应急局", "县发改局", "县商务局", "县科技局", "县交通运输局"};
  constexpr const char* first[] = {"白", "清", "石", "柳", "龙", "云", "金", "苇", "松", "梅"};
  constexpr const char* second[] = {"河", "山", "桥", "湾", "坪", "塘"};
  if (i < 20) return offices[i];
  return std::string(first[(i - 20) / 6]) + second[(i - 20) % 6] + "镇";
}

std::string full(int i) {
  const std::pair<const char*, const char*> longer[] = {
      {"人社", "人力资源和社会保障"}, {"住建", "住房和城乡建设"}, {"卫健", "卫生健康"},
      {"医保", "医疗保障"},           {"应急", "应急管理"},       {"发改", "发展和改革"}};
  std::string name = brief(i);
  for (const auto& [word, with] : longer)
    if (const auto at = name.find(word); at != std::string::npos)
      name.replace(at, std::string(word).size(), with);
  return i < 20 ? "青禾" + name : "青禾县" + name + "人民政府";
}

// Text of its own for every body, without a figure.
std::string prose(unsigned seed) {
  constexpr const char* things[] = {"河道", "堤坝", "账册", "村务", "校园", "林地", "窗口", "专栏", "指南",
                                    "目录", "宣传", "走访", "图解", "展板", "集市", "广播", "台账", "档案",
                                    "热线", "座谈", "培训", "回访", "调研", "联络", "公示", "栏目", "移动",
                                    "阅览", "社区", "园区", "农户", "企业", "学校", "医院", "老人", "儿童"};
  std::string out;
  for (int sentence = 0; sentence < 30; ++sentence) {
    out += "围绕";
    std::set<std::size_t> said;  // a word twice in a sentence is a finding
    while (said.size() < 8) {
      seed = seed * 1664525u + 1013904223u;
      const std::size_t word = (seed >> 16) % std::size(things);
      if (said.insert(word).second) out += things[word];
    }
    out += "改进工作。";
  }
  return out;
}

void replace_all(std::string& text, const std::string& what, const std::string& with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

Handed read_base() {
  Reading base;
  read_report(tests::base_with({}), {}, base);
  return handed(base, "base");
}

// The base report of this body, its figures times `factor`, its own prose in place of what tells figures.
tests::BaseReport report(const std::string& agency, int factor, unsigned seed) {
  std::string text = tests::base_with({});
  for (const char* begin : {"全年通过县政府", "全年新收政府"}) {
    const std::size_t at = text.find(begin);
    text.replace(at, text.find('\n', at) - at, prose(seed += 7919));
  }
  replace_all(text, "组织业务培训2次，开展社会评议1次", "组织业务培训，开展社会评议");
  replace_all(text, "青禾县水利局", agency);
  tests::BaseReport out(text, form_2021());
  static const Handed base = read_base();
  const std::vector<CellRef> cells = form_cells(form_2021());
  for (std::size_t i = 0; i < cells.size(); ++i)
    out.set_cell(cell_id(form_2021(), cells[i]), to_utf8(times(*base.figures[i], factor).to_string()));
  return out;
}

class County : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    root_ = fs::temp_directory_path() / ("nianbao-desk-" + std::to_string(::getpid()));
    fs::create_directories(root_ / "收件" / "部门");
    fs::create_directories(root_ / "收件" / "乡镇");
    int sum = 0;
    std::string names;
    for (int i = 0; i < bodies; ++i) {
      names += brief(i) + "\n";
      sum += hand_in(i);
    }
    write("名单.txt", names);
    tests::BaseReport county = report("青禾县人民政府", sum, 1);
    county.set_cell("disclosure.licences.decisions", std::to_string(86 * sum + 1));
    write("县政府.txt", county.text());
  }
  static void TearDownTestSuite() { fs::remove_all(root_); }
  void TearDown() override { fs::remove_all(root_ / "结果"); }

  // How often the base's figures are in the sum.
  static int hand_in(int i) {
    if (i == missing) return 0;
    const std::string name = std::string("收件/") + (i < 20 ? "部门/" : "乡镇/") + brief(i);
    const int factor = 1 + i % 3;
    tests::BaseReport own =
        report(full(i), factor, static_cast<unsigned>(i == copy ? original : i) * 104729u);
    if (i == sum_off) own.set_cell("requests.new_requests.total", std::to_string(31 * factor + 1));
    if (i == other_year) own.move_years(-1);
    write(name + ".txt", own.text());
    if (i == twice) {
      std::string again = own.text();
      replace_all(again, "优化县政府", "继续优化县政府");
      write(name + "（改）.txt", again);
    }
    return i == other_year ? 0 : factor;
  }

  static void write(const std::string& name, const std::string& bytes) {
    std::ofstream(root_ / name, std::ios::binary) << bytes;
  }
  std::string path(const std::string& name) const { return (root_ / name).string(); }
  std::string bytes(const std::string& name) const { return tests::read_text_file(path(name)); }

  std::string desk(int status, const char* language = "zh") const {
    ::testing::internal::CaptureStdout();
    ::testing::internal::CaptureStderr();
    EXPECT_EQ(
        command_line({"desk", path("收件"), "--roster", path("名单.txt"), "--parent", path("县政府.txt"),
                      "--out", path("结果"), "--today", "2025-01-25", "--lang", language}),
        status);
    errors_ = ::testing::internal::GetCapturedStderr();
    return ::testing::internal::GetCapturedStdout();
  }

  static inline fs::path root_;
  mutable std::string errors_;
};

TEST_F(County, EveryTroubleIsNamedOnceAndNothingElse) {
  EXPECT_EQ(desk(exit_errors),
            "2024 年度：名单上 80 个单位，交了 78 个，没有找到 1 个，交的是别的年度 1 个。\n"
            "没有找到：县气象局。\n"
            "交了不止一份：白河镇（乡镇/白河镇.txt、乡镇/白河镇（改）.txt，三张表相同，文字不同，合计用 "
            "乡镇/白河镇（改）.txt）。\n"
            "交的是别的年度：清坪镇（2023 年度：乡镇/清坪镇.txt）。\n"
            "正文雷同：青禾县柳桥镇人民政府（乡镇/柳桥镇.txt）、青禾县柳湾镇人民政府（乡镇/柳湾镇.txt）。\n"
            "有错误：青禾县云河镇人民政府 1 处（乡镇/云河镇.txt）。\n"
            "合计（国办公开办函〔2021〕30号的格式）：78 个单位。\n"
            "合计与青禾县人民政府的年报（县政府.txt）核对了 200 格，2 格不同。\n"
            "  表二“行政许可”行“本年处理决定数量”列：年报 13417，78 个单位合计 13416，年报多 1。\n"
            "  表三“一、本年新收政府信息公开申请数量”行“总计”列：年报 4836，78 个单位合计 4837，年报少 1，"
            "差正好是青禾县云河镇人民政府这一格的错（应为 93）。\n"
            "  合计里没有县气象局、清坪镇，差也可能在这里。\n"
            "写在 " +
                path("结果") + "：校核单.zip、年报工作簿.xlsx、合计.docx、合计.html、合计.xlsx\n");
  EXPECT_EQ(errors_, "");
}

TEST_F(County, AndInEnglish) {
  EXPECT_EQ(
      desk(exit_errors, "en"),
      "2024: bodies on the list 80, handed in 78, not found 1, of another year 1.\n"
      "Not found: 县气象局.\n"
      "More than one handed in: 白河镇 (乡镇/白河镇.txt, 乡镇/白河镇（改）.txt: the same tables, other text; "
      "the totals take 乡镇/白河镇（改）.txt).\n"
      "Of another year: 清坪镇 (2023: 乡镇/清坪镇.txt).\n"
      "Nearly the same text: 青禾县柳桥镇人民政府 (乡镇/柳桥镇.txt), 青禾县柳湾镇人民政府 "
      "(乡镇/柳湾镇.txt).\n"
      "Errors: 青禾县云河镇人民政府 1 (乡镇/云河镇.txt).\n"
      "Totals (form of 国办公开办函〔2021〕30号): bodies 78.\n"
      "The totals were held against the report of 青禾县人民政府 (县政府.txt): cells compared 200, different "
      "2.\n"
      "  Table 2, row \"administrative licensing\", column \"decisions this year\": report 13417, total of "
      "the "
      "bodies (78) 13416, the report has 1 too much.\n"
      "  Table 3, row \"1. requests newly received this year\", column \"total\": report 4836, total of the "
      "bodies (78) 4837, the report has 1 too little, which is just the error of 青禾县云河镇人民政府 in "
      "this cell "
      "(should be 93).\n"
      "  Not in the totals, which may be why they differ: 县气象局, 清坪镇.\n"
      "Written to " +
          path("结果") + ": 校核单.zip, 年报工作簿.xlsx, 合计.docx, 合计.html, 合计.xlsx\n");
  EXPECT_EQ(errors_, "");
}

// The page keeps of every report what survey_json() says, and asks desk_json() with that.
TEST_F(County, ThePageSaysTheSame) {
  const std::string told = desk(exit_errors);
  std::vector<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(root_ / "收件"))
    if (entry.is_regular_file()) names.push_back(fs::relative(entry.path(), root_ / "收件").string());
  std::sort(names.begin(), names.end());
  names.push_back("县政府.txt");
  nlohmann::json request{{"reports", nlohmann::json::array()}, {"digests", nlohmann::json::array()}};
  for (const std::string& name : names) {
    Options options;
    options.name = name;
    options.today = Date{2025, 1, 25};
    options.with_digest = true;
    const bool own = name == names.back();
    const auto survey =
        nlohmann::json::parse(survey_json(bytes(own ? name : "收件/" + name), options, std::nullopt));
    request["reports"].push_back(survey["handed"]);
    request["digests"].push_back(survey["result"]["digest"]);
  }
  request["parent"] = names.size() - 1;
  request["roster"] = nlohmann::json::parse(roster_json(bytes("名单.txt"), Language::chinese));
  const std::string asked = request.dump();
  std::string lines;
  const nlohmann::json answer = nlohmann::json::parse(desk_json(asked));
  for (const auto& line : answer["lines"]) lines += line["text"].get<std::string>() + "\n";
  EXPECT_EQ(lines, told.substr(0, told.find("写在")));
  for (const char* format : {"docx", "html", "xlsx"})
    EXPECT_EQ(totals_file(asked, "2021", format), bytes(std::string("结果/合计.") + format)) << format;
  EXPECT_EQ(totals_file(asked, "2019", "docx"), "");
}

TEST_F(County, EveryReportHasItsNoteInItsFolder) {
  desk(exit_errors);
  const std::string file = bytes("结果/校核单.zip");
  const ZipFile zip = ZipFile::open(file).value();
  std::map<std::string, std::string> notes;
  for (const ZipFile::Entry& entry : zip.entries())
    notes[std::string(entry.name)] = zip.read(entry.name).value();
  EXPECT_EQ(notes.size(), 81u);  // of 79 bodies, one of them twice, and the county's own
  for (const char* name :
       {"部门/青禾县教育局校核单.docx", "乡镇/青禾县白河镇人民政府（白河镇）校核单.docx",
        "乡镇/青禾县白河镇人民政府（白河镇（改））校核单.docx", "青禾县人民政府校核单.docx"})
    EXPECT_EQ(notes.count(name), 1u) << name;
  const Result<Document> note = read(notes["乡镇/青禾县云河镇人民政府校核单.docx"], {});
  ASSERT_TRUE(note);
  EXPECT_NE(note.value().text.find(u"校核单"), std::u16string::npos);
  EXPECT_NE(note.value().text.find(u"云河镇.txt"), std::u16string::npos);
  EXPECT_NE(note.value().text.find(u"表三“一、本年新收政府信息公开申请数量”行“总计”列"),
            std::u16string::npos);
}

TEST_F(County, NoFolderOfTheMachineIsTold) {
  desk(exit_errors);
  const std::string file = bytes("结果/校核单.zip");
  const ZipFile zip = ZipFile::open(file).value();
  const Result<Document> note = read(zip.read("乡镇/青禾县柳湾镇人民政府校核单.docx").value(), {});
  const Result<Document> book = read(bytes("结果/年报工作簿.xlsx"), {});
  ASSERT_TRUE(note);
  ASSERT_TRUE(book);
  for (const std::u16string& text : {note.value().text, book.value().text}) {
    EXPECT_NE(text.find(u"（“乡镇/柳桥镇.txt”，"), std::u16string::npos);
    EXPECT_EQ(text.find(from_utf8(root_.string())), std::u16string::npos);
  }
}

// A note is of one file: whoever has that file can verify it, whatever it was checked along with.
TEST_F(County, ANoteIsVerifiedByItsFileAlone) {
  desk(exit_errors);
  const std::string file = bytes("结果/校核单.zip");
  const ZipFile zip = ZipFile::open(file).value();
  for (const std::string town : {"柳湾镇", "云河镇"}) {
    const auto note = read(zip.read("乡镇/青禾县" + town + "人民政府校核单.docx").value(), {});
    ASSERT_TRUE(note);
    const NoteLine line = parse_note_line(note.value().text);
    const std::string report = bytes("收件/乡镇/" + town + ".txt");
    CheckedReading all;
    read_and_check(report, line.options(), std::nullopt, all);
    EXPECT_EQ(verify_note(line, all, {sha256(report), 0, {}}).verdict, Verdict::same) << town;
  }
}

TEST_F(County, TheWorkbookHoldsItAll) {
  desk(exit_errors);
  const Result<Document> book = read(bytes("结果/年报工作簿.xlsx"), {});
  ASSERT_TRUE(book);
  EXPECT_TRUE(book.value().problems.empty());
  EXPECT_EQ(book.value().sheets, (std::vector<std::u16string>{u"清单", u"问题", u"单元格", u"合计", u"图"}));
  const std::u16string& text = book.value().text;
  for (const char16_t* row : {
           u"县教育局\t2024\t已交\t青禾县教育局\t部门/县教育局.txt\t已核对\t0\t0\t0\t是",
           u"县气象局\t2024\t没有找到\t\t\t\t\t\t\t否",
           u"清坪镇\t2023\t交的是别的年度\t青禾县清坪镇人民政府\t乡镇/清坪镇.txt\t已核对",
           u"青禾县人民政府\t2024\t汇总的年报\t青禾县人民政府\t县政府.txt\t已核对",
           u"青禾县云河镇人民政府\t2024\t乡镇/云河镇.txt\t1\t错误",
           u"青禾县人民政府\t2024\t2021\t表二\t表二“行政许可”行“本年处理决定数量”列\t13416\t78\t\t13417\t1\td"
           u"isclosure.licences.decisions",
       })
    EXPECT_NE(text.find(row), std::u16string::npos) << to_utf8(row);
}

TEST_F(County, TheTotalsAreStatutoryTables) {
  desk(exit_errors);
  for (const char* name : {"结果/合计.docx", "结果/合计.html", "结果/合计.xlsx"}) {
    Reading reading;
    read_report(bytes(name), {}, reading);
    ASSERT_TRUE(reading.found) << name;
    const auto value = [&](const char* id) {
      return to_utf8(reading.report.cell(*cell(form_2021(), id)).text);
    };
    EXPECT_EQ(value("disclosure.licences.decisions"), "13416") << name;
    EXPECT_EQ(value("disclosure.fees.amount"), "3681.6") << name;
    EXPECT_EQ(value("requests.new_requests.total"), "4837") << name;
  }
}

TEST_F(County, WhatIsThereIsNotReplacedUnasked) {
  desk(exit_errors);
  EXPECT_EQ(desk(exit_unread), "");
  EXPECT_EQ(errors_, "nianbao: " + path("结果/年报工作簿.xlsx") + " 已经存在；要替换它，请加 --force\n");
}

TEST_F(County, ResultsDoNotGoAmongTheReports) {
  ::testing::internal::CaptureStderr();
  EXPECT_EQ(command_line({"desk", path("收件"), "--roster", path("名单.txt"), "--out", path("收件/结果")}),
            exit_unread);
  EXPECT_EQ(::testing::internal::GetCapturedStderr(),
            "nianbao: --out 不能在放年报的文件夹里面，否则下次会被当作年报\n");
}

}  // namespace
}  // namespace nianbao
