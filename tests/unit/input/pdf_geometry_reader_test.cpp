// Geometry drawn here by hand: lines and characters at known places, and the Document that must come of them.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>

#include "base/unicode.h"
#include "input/pdf_geometry.h"
#include "input/reader.h"

namespace nianbao {
namespace {

// Draws a page: text in characters of `size` points, ruling lines, boxes.
class Drawing {
 public:
  Drawing() : out_(pdf_geometry_magic) {}

  Drawing& page() { return record("P 600 800\n"); }
  Drawing& text(double x, double y, std::u16string_view text, double size = 10) {
    for (char16_t c : text) {
      if (c != u' ') number('T', {x, y, x + size, y + size}, " " + to_utf8(std::u16string_view(&c, 1)));
      x += size;
    }
    return *this;
  }
  Drawing& line(double x0, double y0, double x1, double y1) { return number('L', {x0, y0, x1, y1}, ""); }
  Drawing& fill(double x0, double y0, double x1, double y1, const std::string& colour = "") {
    return number('R', {x0, y0, x1, y1}, colour.empty() ? "" : " " + colour);
  }
  // Text written downwards: turned by a quarter with its page, or each character upright below the other.
  Drawing& turned(double x, double y, std::u16string_view text, double size = 10) {
    record("Q 1\n");
    down(x, y, text, size);
    return record("Q 0\n");
  }
  Drawing& down(double x, double y, std::u16string_view text, double size = 10) {
    for (char16_t c : text) {
      number('T', {x, y, x + size, y + size}, " " + to_utf8(std::u16string_view(&c, 1)));
      y += size;
    }
    return *this;
  }
  Drawing& image(double x0, double y0, double x1, double y1) { return number('I', {x0, y0, x1, y1}, ""); }
  // A full grid: every row and column has its lines.
  Drawing& grid(std::vector<double> xs, std::vector<double> ys) {
    for (double x : xs) line(x, ys.front(), x, ys.back());
    for (double y : ys) line(xs.front(), y, xs.back(), y);
    return *this;
  }
  Drawing& record(std::string_view text) {
    out_ += text;
    return *this;
  }
  const std::string& done() const { return out_; }

 private:
  Drawing& number(char kind, std::initializer_list<double> values, const std::string& rest) {
    out_ += kind;
    for (double v : values) {
      char text[32];
      std::snprintf(text, sizeof text, " %.2f", v);
      out_ += text;
    }
    out_ += rest + "\n";
    return *this;
  }

  std::string out_;
};

std::string dump(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks) {
    if (block.kind != BlockKind::table) {
      out += to_utf8(document.view(block.range)) + "\n";
      continue;
    }
    int row = -1;
    for (const Cell& cell : document.tables[block.table].cells) {
      if (cell.row != row && row >= 0) out += "\n";
      row = cell.row;
      out += "[" + to_utf8(document.view(cell.range));
      if (cell.rows > 1) out += " r" + std::to_string(cell.rows);
      if (cell.columns > 1) out += " c" + std::to_string(cell.columns);
      out += "]";
    }
    out += "\n";
  }
  return out;
}

std::string read_dump(const std::string& geometry) {
  const Result<Document> document = read_pdf_geometry(geometry, {});
  if (!document) return "error " + std::to_string(static_cast<int>(document.error().code));
  EXPECT_EQ(invalid(document.value()), "");
  return dump(document.value());
}

ErrorCode failure(const std::string& geometry) {
  const Result<Document> document = read_pdf_geometry(geometry, {});
  EXPECT_FALSE(document.ok());
  return document.ok() ? ErrorCode::no_report : document.error().code;
}

TEST(PdfGeometryReader, RuledTableWithBlankCells) {
  const auto drawing = Drawing()
                           .page()
                           .text(50, 20, u"二、主动公开政府信息情况")
                           .grid({50, 150, 250, 350}, {100, 120, 140})
                           .text(52, 105, u"信息内容")
                           .text(160, 105, u"制发件数")
                           .text(260, 105, u"废止件数")
                           .text(52, 125, u"规章")
                           .text(160, 125, u"12");
  EXPECT_EQ(read_dump(drawing.done()),
            "二、主动公开政府信息情况\n[信息内容][制发件数][废止件数]\n[规章][12][]\n");
}

TEST(PdfGeometryReader, SpansWhereNoLineIsDrawn) {
  auto drawing = Drawing()
                     .page()
                     .line(50, 100, 350, 100)
                     .line(50, 160, 350, 160)
                     .line(50, 100, 50, 160)
                     .line(350, 100, 350, 160);
  drawing.line(150, 100, 150, 160).line(150, 130, 350, 130).line(250, 130, 250, 160);
  drawing.text(60, 120, u"办理结果")
      .text(200, 110, u"申请人情况")
      .text(160, 140, u"自然人")
      .text(260, 140, u"总计");
  EXPECT_EQ(read_dump(drawing.done()), "[办理结果 r2][申请人情况 c2]\n[自然人][总计]\n");
}

TEST(PdfGeometryReader, TableGoesOnOverThePageBreak) {
  auto drawing = Drawing()
                     .page()
                     .grid({50, 150, 250}, {700, 720, 740})
                     .text(52, 705, u"1.属于国家秘密")
                     .text(160, 705, u"1")
                     .text(52, 725, u"2.其他法律")
                     .text(160, 725, u"2")
                     .text(290, 770, u"— 1 —");
  drawing.page()
      .grid({50, 150, 250}, {50, 70})
      .text(52, 55, u"3.危及")
      .text(160, 55, u"3")
      .text(50, 120, u"以下是后文，还有一些文字。");
  EXPECT_EQ(read_dump(drawing.done()),
            "[1.属于国家秘密][1]\n[2.其他法律][2]\n[3.危及][3]\n以下是后文，还有一些文字。\n");
}

TEST(PdfGeometryReader, RowCutByThePageBreakIsOneRow) {
  auto drawing = Drawing()
                     .page()
                     .grid({50, 166, 250}, {700, 740})
                     .text(52, 705, u"1.申请人无正当理由逾")
                     .text(170, 705, u"4");
  drawing.page()
      .grid({50, 166, 250}, {50, 70, 90})
      .text(52, 55, u"期不补正")
      .text(52, 75, u"2.申请人逾期")
      .text(170, 75, u"5");
  EXPECT_EQ(read_dump(drawing.done()), "[1.申请人无正当理由逾期不补正][4]\n[2.申请人逾期][5]\n");
}

TEST(PdfGeometryReader, BlankRowAfterThePageBreakStaysItsOwn) {
  auto drawing =
      Drawing().page().grid({50, 200, 250}, {700, 740}).text(52, 705, u"信息内容").text(202, 705, u"数量");
  drawing.page().grid({50, 200, 250}, {50, 70}).text(52, 55, u"行政许可").text(52, 300, u"后面的一段文字");
  EXPECT_EQ(read_dump(drawing.done()), "[信息内容][数量]\n[行政许可][]\n后面的一段文字\n");
}

TEST(PdfGeometryReader, NumberWrappedInANarrowColumnIsOneNumber) {
  const auto drawing = Drawing()
                           .page()
                           .grid({50, 150, 181}, {100, 130})
                           .text(52, 105, u"行政许可决定")
                           .text(151, 103, u"230")
                           .text(151, 115, u"47");
  EXPECT_EQ(read_dump(drawing.done()), "[行政许可决定][23047]\n");
}

TEST(PdfGeometryReader, TwoNumbersInAWideCellStayTwo) {
  const auto drawing = Drawing()
                           .page()
                           .grid({50, 150, 281}, {100, 130})
                           .text(52, 105, u"行政许可决定")
                           .text(151, 103, u"230")
                           .text(151, 115, u"47");
  EXPECT_EQ(read_dump(drawing.done()).find("23047"), std::string::npos);
}

TEST(PdfGeometryReader, LinesOfAParagraphAreJoined) {
  auto drawing = Drawing().page().text(
      70, 100, u"本机关认真落实条例要求围绕中心工作和群众关切稳步推进政府信息公开全年共");
  drawing.text(50, 115, u"收到申请三件，均已办结，没有结转到下一年度继续办理的申请，全部按时答复，无")
      .text(50, 130, u"超期。")
      .text(70, 145, u"第二段另起一行。");
  EXPECT_EQ(read_dump(drawing.done()),
            "本机关认真落实条例要求围绕中心工作和群众关切稳步推进政府信息公开全年共收到申请三件，均已办结，没"
            "有结转到下一年度继续办理的申请，"
            "全部按时答复，无超期。\n第二段另起一行。\n");
}

TEST(PdfGeometryReader, BoldPaintedTwiceIsReadOnce) {
  const auto drawing = Drawing()
                           .page()
                           .text(50, 100, u"一、总体情况的标题")
                           .text(50.4, 100, u"一、总体情况的标题")
                           .text(50, 120, u"正文在这里，写了一些字。");
  EXPECT_EQ(read_dump(drawing.done()), "一、总体情况的标题\n正文在这里，写了一些字。\n");
}

TEST(PdfGeometryReader, BoldPaintedFourTimesIsReadOnce) {
  auto drawing = Drawing().page().grid({50, 150, 250}, {100, 120}).text(52, 105, u"规章");
  for (const auto& [dx, dy] : {std::pair{0.0, 0.0}, {0.5, 0.0}, {1.0, 0.0}, {1.0, 0.5}})
    drawing.text(160 + dx, 105 + dy, u"6411", 5);
  EXPECT_EQ(read_dump(drawing.done()), "[规章][6411]\n");
}

TEST(PdfGeometryReader, WhiteRectanglesRuleNothing) {
  auto drawing = Drawing().page();
  for (int i = 0; i < 3; ++i) {
    drawing.fill(40, 98 + 20 * i, 300, 118 + 20 * i, "ffffff")
        .fill(300, 98 + 20 * i, 560, 118 + 20 * i, "fefefe");
    drawing.text(50, 102 + 20 * i,
                 i == 2 ? u"没有其他事项。"
                        : u"本机关认真落实条例要求围绕中心工作和群众关切稳步推进政府信息公开全年共同");
  }
  EXPECT_EQ(read_dump(drawing.done()),
            "本机关认真落实条例要求围绕中心工作和群众关切稳步推进政府信息公开全年共同本机关认真落实条例要求围"
            "绕中心工作和群众关切稳步推进"
            "政府信息公开全年共同没有其他事项。\n");
}

TEST(PdfGeometryReader, ShadedWordsRuleNothing) {
  auto drawing = Drawing().page();
  for (int i = 0; i < 3; ++i)
    drawing.fill(50, 98 + 20 * i, 90 + 40 * i, 118 + 20 * i, "eeeeee")
        .fill(90 + 40 * i, 98 + 20 * i, 300, 118 + 20 * i, "eeeeee")
        .text(50, 102 + 20 * i, u"没有其他需要报告的事项。");
  EXPECT_EQ(read_dump(drawing.done()),
            "没有其他需要报告的事项。\n没有其他需要报告的事项。\n没有其他需要报告的事项。\n");
}

TEST(PdfGeometryReader, ColouredCellsMakeATable) {
  auto drawing = Drawing().page();
  for (int row = 0; row < 2; ++row)
    for (int column = 0; column < 3; ++column)
      drawing.fill(50 + 100 * column, 100 + 20 * row, 150 + 100 * column, 120 + 20 * row,
                   row == 0 ? "c0c0c0" : "f0f0f0");
  drawing.text(52, 105, u"信息内容")
      .text(152, 105, u"制发")
      .text(252, 105, u"废止")
      .text(52, 125, u"规章")
      .text(252, 125, u"7");
  EXPECT_EQ(read_dump(drawing.done()), "[信息内容][制发][废止]\n[规章][][7]\n");
}

TEST(PdfGeometryReader, LinesOfThinRectanglesDashesAndDots) {
  auto thin = Drawing().page(), dashed = Drawing().page(), dotted = Drawing().page(),
       doubled = Drawing().page();
  const auto rule = [&](double x0, double y0, double x1, double y1) {
    thin.fill(x0 - 0.3, y0 - 0.3, x1 + 0.3, y1 + 0.3);
    const double dx = x1 > x0 ? 1 : 0, dy = 1 - dx, length = std::max(x1 - x0, y1 - y0);
    for (double at = 0; at + 3 <= length; at += 6)
      dashed.line(x0 + at * dx, y0 + at * dy, x0 + (at + 3) * dx, y0 + (at + 3) * dy);
    for (double at = 0; at <= length; at += 2)
      dotted.fill(x0 + at * dx, y0 + at * dy, x0 + at * dx + 0.5, y0 + at * dy + 0.5);
    doubled.line(x0, y0, x1, y1).line(x0 + 3 * dy, y0 + 3 * dx, x1 + 3 * dy, y1 + 3 * dx);
  };
  for (double x : {50, 151, 251}) rule(x, 100, x, 139);
  for (double y : {100, 120, 139}) rule(50, y, 251, y);
  for (Drawing* drawing : {&thin, &dashed, &dotted, &doubled}) {
    drawing->text(60, 107, u"规章").text(160, 107, u"1").text(60, 127, u"许可");
    EXPECT_EQ(read_dump(drawing->done()), "[规章][1]\n[许可][]\n");
  }
}

TEST(PdfGeometryReader, UnderlinedNumberIsOneCell) {
  const auto drawing = Drawing()
                           .page()
                           .grid({50, 150, 250}, {100, 130})
                           .text(52, 105, u"行政规范性文件")
                           .text(152, 105, u"12")
                           .line(151, 118, 173, 118);
  // The line ends no cell of the row: what it parts is one cell over two rows.
  EXPECT_EQ(read_dump(drawing.done()), "[行政规范性文件 r2][12 r2]\n");
}

TEST(PdfGeometryReader, PageShownSideways) {
  auto drawing = Drawing().record("P 800 600\n").turned(700, 50, u"二、主动公开政府信息情况");
  for (double x : {600, 630, 660}) drawing.line(x, 50, x, 250);
  for (double y : {50, 150, 250}) drawing.line(600, y, 660, y);
  drawing.turned(640, 52, u"规章").turned(640, 152, u"12").turned(610, 52, u"许可");
  EXPECT_EQ(read_dump(drawing.done()), "二、主动公开政府信息情况\n[规章][12]\n[许可][]\n");
}

TEST(PdfGeometryReader, LabelsWrittenDownwards) {
  auto drawing = Drawing().page().grid({50, 80, 150, 250}, {100, 220});
  drawing.down(68, 105, u"三、本年度办")
      .down(56, 105, u"理结果")
      .turned(110, 105, u"予以公开")
      .text(160, 150, u"12");
  EXPECT_EQ(read_dump(drawing.done()), "[三、本年度办理结果][予以公开][12]\n");
}

TEST(PdfGeometryReader, NumbersBelowEachOtherStayApart) {
  auto drawing = Drawing().page().grid({50, 80, 150}, {100, 160}).down(60, 105, u"123").text(90, 120, u"件");
  EXPECT_EQ(read_dump(drawing.done()).find("123"), std::string::npos);
}

TEST(PdfGeometryReader, SlantingTextIsAWatermark) {
  auto drawing =
      Drawing().page().grid({50, 150, 250}, {100, 120}).text(52, 105, u"规章").text(160, 105, u"12");
  drawing.record("Q 4\n").text(164, 104, u"5草稿");
  EXPECT_EQ(read_dump(drawing.done()), "[规章][12]\n");
}

TEST(PdfGeometryReader, MarkHangsOverTheLine) {
  const auto drawing = Drawing()
                           .page()
                           .grid({50, 82, 150}, {100, 130})
                           .text(52, 103, u"属于国，")
                           .text(52, 115, u"家")
                           .text(100, 108, u"5");
  EXPECT_EQ(read_dump(drawing.done()), "[属于国，家][5]\n");
}

TEST(PdfGeometryReader, NumberWiderThanItsColumnStaysWhole) {
  const auto drawing = Drawing()
                           .page()
                           .grid({50, 100, 120, 170}, {100, 130})
                           .text(52, 108, u"许可")
                           .text(93, 108, u"123456", 5)
                           .text(140, 108, u"7", 5);
  EXPECT_EQ(read_dump(drawing.done()), "[许可][123456][7]\n");
}

TEST(PdfGeometryReader, TitleOnTwoLines) {
  auto drawing = Drawing()
                     .page()
                     .text(240, 50, u"青禾县水利局", 20)
                     .text(150, 80, u"二〇二四年政府信息公开年度报告", 20);
  drawing.text(70, 120, u"本机关认真落实条例要求围绕中心工作和群众关切稳步推进政府信息公开全年共");
  EXPECT_EQ(read_dump(drawing.done()).find("青禾县水利局二〇二四年政府信息公开年度报告\n"), 0u);
}

TEST(PdfGeometryReader, RepeatedHeadWhoseMergedCellsAreBlank) {
  auto drawing = Drawing()
                     .page()
                     .grid({50, 150, 250, 350}, {680, 700, 720})
                     .text(52, 685, u"结果")
                     .text(152, 685, u"情形")
                     .text(252, 685, u"数量");
  drawing.text(52, 705, u"不予公开").text(152, 705, u"国家秘密").text(252, 705, u"1");
  drawing.page().grid({50, 150, 250, 350}, {50, 70, 90}).text(152, 55, u"情形");
  drawing.text(52, 75, u"不予公开").text(152, 75, u"过程信息").text(252, 75, u"3");
  const std::string read = read_dump(drawing.done());
  EXPECT_EQ(read.find("情形", read.find("情形") + 1), std::string::npos);
  EXPECT_NE(read.find("[过程信息][3]\n"), std::string::npos);
}

TEST(PdfGeometryReader, RepeatedHeadAndCutLabelOverThePageBreak) {
  auto drawing = Drawing()
                     .page()
                     .grid({50, 150, 250, 350}, {680, 700, 720, 740})
                     .text(52, 685, u"结果")
                     .text(152, 685, u"情形")
                     .text(252, 685, u"数量");
  drawing.line(50, 720, 50, 740)
      .text(52, 705, u"不予公开")
      .text(152, 705, u"国家秘密")
      .text(252, 705, u"1")
      .text(152, 725, u"内部事务")
      .text(252, 725, u"2");
  drawing.page()
      .grid({50, 150, 250, 350}, {50, 70})
      .line(50, 70, 50, 110)
      .line(150, 70, 150, 110)
      .line(250, 70, 250, 110)
      .line(350, 70, 350, 110);
  drawing.line(150, 90, 350, 90)
      .line(50, 110, 350, 110)
      .text(52, 55, u"结果")
      .text(152, 55, u"情形")
      .text(252, 55, u"数量");
  drawing.text(152, 75, u"过程信息").text(252, 75, u"3").text(152, 95, u"执法案卷").text(252, 95, u"4");
  EXPECT_EQ(read_dump(drawing.done()).find("数量", 40), std::string::npos);
  EXPECT_NE(read_dump(drawing.done()).find("[过程信息][3]\n[执法案卷][4]\n"), std::string::npos);
}

TEST(PdfGeometryReader, TableWithFewerColumnsOnTheNextPage) {
  auto drawing = Drawing()
                     .page()
                     .grid({50, 150, 250, 350}, {700, 720, 740})
                     .text(52, 705, u"（六）其他处理")
                     .text(152, 705, u"1.逾期")
                     .text(252, 705, u"1")
                     .text(152, 725, u"2.其他")
                     .text(252, 725, u"2");
  drawing.page()
      .grid({50, 250, 350}, {50, 70})
      .text(52, 55, u"（七）总计")
      .text(252, 55, u"3")
      .text(50, 120, u"以下是后文。");
  EXPECT_EQ(read_dump(drawing.done()),
            "[（六）其他处理][1.逾期][1]\n[][2.其他][2]\n[（七）总计 c2][3]\n以下是后文。\n");
}

TEST(PdfGeometryReader, RunningHeadsAreNotPartOfTheTable) {
  auto drawing = Drawing()
                     .page()
                     .text(50, 20, u"水利局年报 10:07")
                     .grid({50, 150, 250}, {700, 720})
                     .text(52, 705, u"规章")
                     .text(160, 705, u"1")
                     .text(50, 780, u"https://example.invalid 1/2");
  drawing.page()
      .text(50, 20, u"水利局年报 10:07")
      .grid({50, 150, 250}, {50, 70})
      .text(52, 55, u"许可")
      .text(160, 55, u"2")
      .text(50, 780, u"https://example.invalid 2/2");
  EXPECT_EQ(read_dump(drawing.done()), "[规章][1]\n[许可][2]\n");
}

TEST(PdfGeometryReader, PictureBehindTextIsNoPicture) {
  const auto drawing = Drawing()
                           .page()
                           .image(0, 0, 600, 800)
                           .text(50, 100, u"这是扫描件下面的文字层一共二十多个字可以读出来。");
  const Result<Document> document = read_pdf_geometry(drawing.done(), {});
  ASSERT_TRUE(document.ok());
  EXPECT_TRUE(document.value().marks.empty());
}

TEST(PdfGeometryReader, SaysThatTablesOfCharactersAreMissing) {
  const Result<Document> nothing = read_pdf_geometry(Drawing().record("M\n").page().done(), {});
  ASSERT_FALSE(nothing.ok());
  EXPECT_EQ(nothing.error().code, ErrorCode::pdf_reader_missing);
  EXPECT_EQ(nothing.error().detail, u"poppler-data");
  const Result<Document> some =
      read_pdf_geometry(Drawing().record("M\n").page().text(50, 100, u"一、总体情况").done(), {});
  ASSERT_TRUE(some.ok());
  ASSERT_EQ(some.value().problems.size(), 1u);
  EXPECT_EQ(some.value().problems[0].detail, u"poppler-data");
}

TEST(PdfGeometryReader, SaysWhatCannotBeRead) {
  EXPECT_EQ(failure(Drawing().record("E encrypted\n").done()), ErrorCode::encrypted);
  EXPECT_EQ(failure(Drawing().record("E damaged\n").done()), ErrorCode::damaged);
  for (const char* what : {"pages", "glyphs", "objects", "time", "memory"})
    EXPECT_EQ(failure(Drawing().record("E limit " + std::string(what) + "\n").done()), ErrorCode::limit)
        << what;
  EXPECT_EQ(failure(Drawing().page().image(0, 0, 600, 800).done()), ErrorCode::scan);
  EXPECT_EQ(failure(Drawing().done()), ErrorCode::damaged);
  EXPECT_EQ(failure(Drawing().page().record("T 1 2\n").done()), ErrorCode::damaged);
  EXPECT_EQ(failure(Drawing().record("L 1 2 3 4\n").done()), ErrorCode::damaged);
  EXPECT_EQ(failure(Drawing().page().record("R 1 2 3 4 red\n").done()), ErrorCode::damaged);
  EXPECT_EQ(failure(Drawing().page().record("Q 5\n").done()), ErrorCode::damaged);
}

std::vector<std::u16string> marked(const Document& document, MarkKind kind) {
  std::vector<std::u16string> out;
  for (const Mark& mark : document.marks)
    if (mark.kind == kind) out.emplace_back(document.view(mark.range));
  return out;
}

TEST(PdfGeometryReader, TellsOfPagesThatWereRecognised) {
  Drawing drawing;
  drawing.page()
      .text(50, 50, u"有文字的一页在前面")
      .page()
      .record("S 3\n")
      .text(50, 50, u"识别出来共计\uFFFD件");
  const auto document = read(drawing.done(), {});
  ASSERT_TRUE(document);
  ASSERT_EQ(document.value().problems.size(), 1u);
  EXPECT_EQ(document.value().problems[0].code, ErrorCode::from_picture);
  EXPECT_EQ(document.value().problems[0].detail, u"第2页");
  EXPECT_EQ(marked(document.value(), MarkKind::unreadable), std::vector<std::u16string>{u"\uFFFD"});
  EXPECT_EQ(marked(document.value(), MarkKind::recognised),
            std::vector<std::u16string>{u"识别出来共计\uFFFD件"});
}

TEST(PdfGeometryReader, WhatAPersonConfirmedIsReadLikeAnyText) {
  Drawing drawing;
  drawing.page().record("S 0\n").text(50, 50, u"识别出来共计").record("V 200 50 206 62 7\n");
  const auto document = read(drawing.done(), {});
  ASSERT_TRUE(document);
  EXPECT_TRUE(document.value().problems.empty());
  EXPECT_EQ(marked(document.value(), MarkKind::recognised), std::vector<std::u16string>{u"识别出来共计"});
}

TEST(PdfGeometryReader, SaysWhatKeepsAPictureFromBeingRead) {
  Drawing drawing;
  drawing.page()
      .record("S 3 blurred cut\n")
      .text(50, 50, u"识别出来共计12件")
      .page()
      .record("S 1 blurred\n")
      .text(50, 50, u"识别出来共计");
  drawing.page().record("S 0 blurred cut\n").record("V 200 50 206 62 7\n");
  const auto document = read(drawing.done(), {});
  ASSERT_TRUE(document);
  std::vector<std::u16string> details;
  for (const Error& problem : document.value().problems) {
    EXPECT_EQ(problem.code, ErrorCode::from_picture);
    details.push_back(problem.detail);
  }
  EXPECT_EQ(details, (std::vector<std::u16string>{u"blurred 第1、2页", u"cut 第1、3页", u"第1、2、3页"}));
}

TEST(PdfGeometryReader, APictureWithoutTextFailsWithTheReason) {
  Drawing dark;
  dark.page().record("S 0 dark\n").image(0, 0, 600, 800);
  auto document = read(dark.done(), {});
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().code, ErrorCode::image);
  EXPECT_EQ(document.error().detail, u"dark 第1页");
  Drawing blank;
  blank.page().record("S 0\n");
  document = read(blank.done(), {});
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().detail, u"no-text 第1页");
  EXPECT_EQ(read(std::string(pdf_geometry_magic) + "P 600 800\nS 0 upside-down\n", {}).error().code,
            ErrorCode::damaged);
}

TEST(PdfGeometryReader, MarksSecondReadingsOfNumbers) {
  Drawing drawing;
  drawing.page()
      .record("S 2\n")
      .text(50, 50, u"识别出来共计")
      .text(120, 50, u"12")
      .record("A 2 17\n")
      .text(150, 50, u"件");
  const auto document = read(drawing.done(), {});
  ASSERT_TRUE(document);
  std::vector<std::pair<std::u16string, std::u16string>> readings;
  for (const Mark& mark : document.value().marks)
    if (mark.kind == MarkKind::recognised)
      readings.emplace_back(document.value().view(mark.range), mark.detail);
  EXPECT_EQ(readings, (std::vector<std::pair<std::u16string, std::u16string>>{
                          {u"识别出来共计", u""}, {u"12", u"17"}, {u"件", u""}}));
}

TEST(PdfGeometryReader, KnowsEveryCharacterAgain) {
  Drawing drawing;  // in the order of the page, not of the file
  drawing.page().text(50, 80, u"后面一行").text(50, 50, u"前面一行");
  const auto document = read(drawing.done(), {});
  ASSERT_TRUE(document);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> anchors;
  for (const Anchor& anchor : document.value().anchors) anchors.emplace_back(anchor.text, anchor.source);
  const auto at = static_cast<std::uint32_t>(document.value().text.find(u"后面"));
  EXPECT_EQ(anchors, (std::vector<std::pair<std::uint32_t, std::uint32_t>>{{0, 4}, {at, 0}}));
}

}  // namespace
}  // namespace nianbao
