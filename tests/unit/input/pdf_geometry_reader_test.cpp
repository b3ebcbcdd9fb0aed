// Geometry drawn here by hand: lines and characters at known places, and the Document that must come of them.
#include <gtest/gtest.h>

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
  const auto drawing = Drawing().page().text(50, 20, u"二、主动公开政府信息情况").grid({50, 150, 250, 350}, {100, 120, 140}).text(52, 105, u"信息内容")
                           .text(160, 105, u"制发件数").text(260, 105, u"废止件数").text(52, 125, u"规章").text(160, 125, u"12");
  EXPECT_EQ(read_dump(drawing.done()), "二、主动公开政府信息情况\n[信息内容][制发件数][废止件数]\n[规章][12][]\n");
}

TEST(PdfGeometryReader, SpansWhereNoLineIsDrawn) {
  auto drawing = Drawing().page().line(50, 100, 350, 100).line(50, 160, 350, 160).line(50, 100, 50, 160).line(350, 100, 350, 160);
  drawing.line(150, 100, 150, 160).line(150, 130, 350, 130).line(250, 130, 250, 160);
  drawing.text(60, 120, u"办理结果").text(200, 110, u"申请人情况").text(160, 140, u"自然人").text(260, 140, u"总计");
  EXPECT_EQ(read_dump(drawing.done()), "[办理结果 r2][申请人情况 c2]\n[自然人][总计]\n");
}

TEST(PdfGeometryReader, TableGoesOnOverThePageBreak) {
  auto drawing = Drawing().page().grid({50, 150, 250}, {700, 720, 740}).text(52, 705, u"1.属于国家秘密").text(160, 705, u"1").text(52, 725, u"2.其他法律")
                     .text(160, 725, u"2").text(290, 770, u"— 1 —");
  drawing.page().grid({50, 150, 250}, {50, 70}).text(52, 55, u"3.危及").text(160, 55, u"3").text(50, 120, u"以下是后文，还有一些文字。");
  EXPECT_EQ(read_dump(drawing.done()), "[1.属于国家秘密][1]\n[2.其他法律][2]\n[3.危及][3]\n以下是后文，还有一些文字。\n");
}

TEST(PdfGeometryReader, RowCutByThePageBreakIsOneRow) {
  auto drawing = Drawing().page().grid({50, 166, 250}, {700, 740}).text(52, 705, u"1.申请人无正当理由逾").text(170, 705, u"4");
  drawing.page().grid({50, 166, 250}, {50, 70, 90}).text(52, 55, u"期不补正").text(52, 75, u"2.申请人逾期").text(170, 75, u"5");
  EXPECT_EQ(read_dump(drawing.done()), "[1.申请人无正当理由逾期不补正][4]\n[2.申请人逾期][5]\n");
}

TEST(PdfGeometryReader, BlankRowAfterThePageBreakStaysItsOwn) {
  auto drawing = Drawing().page().grid({50, 200, 250}, {700, 740}).text(52, 705, u"信息内容").text(202, 705, u"数量");
  drawing.page().grid({50, 200, 250}, {50, 70}).text(52, 55, u"行政许可").text(52, 300, u"后面的一段文字");
  EXPECT_EQ(read_dump(drawing.done()), "[信息内容][数量]\n[行政许可][]\n后面的一段文字\n");
}

TEST(PdfGeometryReader, NumberWrappedInANarrowColumnIsOneNumber) {
  const auto drawing = Drawing().page().grid({50, 150, 181}, {100, 130}).text(52, 105, u"行政许可决定").text(151, 103, u"230").text(151, 115, u"47");
  EXPECT_EQ(read_dump(drawing.done()), "[行政许可决定][23047]\n");
}

TEST(PdfGeometryReader, TwoNumbersInAWideCellStayTwo) {
  const auto drawing = Drawing().page().grid({50, 150, 281}, {100, 130}).text(52, 105, u"行政许可决定").text(151, 103, u"230").text(151, 115, u"47");
  EXPECT_EQ(read_dump(drawing.done()).find("23047"), std::string::npos);
}

TEST(PdfGeometryReader, LinesOfAParagraphAreJoined) {
  auto drawing = Drawing().page().text(70, 100, u"本机关认真落实条例要求围绕中心工作和群众关切稳步推进政府信息公开全年共");
  drawing.text(50, 115, u"收到申请三件，均已办结，没有结转到下一年度继续办理的申请，全部按时答复，无").text(50, 130, u"超期。").text(70, 145, u"第二段另起一行。");
  EXPECT_EQ(read_dump(drawing.done()),
            "本机关认真落实条例要求围绕中心工作和群众关切稳步推进政府信息公开全年共收到申请三件，均已办结，没有结转到下一年度继续办理的申请，"
            "全部按时答复，无超期。\n第二段另起一行。\n");
}

TEST(PdfGeometryReader, BoldPaintedTwiceIsReadOnce) {
  const auto drawing = Drawing().page().text(50, 100, u"一、总体情况的标题").text(50.4, 100, u"一、总体情况的标题").text(50, 120, u"正文在这里，写了一些字。");
  EXPECT_EQ(read_dump(drawing.done()), "一、总体情况的标题\n正文在这里，写了一些字。\n");
}

TEST(PdfGeometryReader, SaysWhatCannotBeRead) {
  EXPECT_EQ(failure(Drawing().record("E encrypted\n").done()), ErrorCode::encrypted);
  EXPECT_EQ(failure(Drawing().record("E damaged\n").done()), ErrorCode::damaged);
  EXPECT_EQ(failure(Drawing().record("E limit pages\n").done()), ErrorCode::limit);
  EXPECT_EQ(failure(Drawing().page().image(0, 0, 600, 800).done()), ErrorCode::scan);
  EXPECT_EQ(failure(Drawing().done()), ErrorCode::damaged);
  EXPECT_EQ(failure(Drawing().page().record("T 1 2\n").done()), ErrorCode::damaged);
  EXPECT_EQ(failure(Drawing().record("L 1 2 3 4\n").done()), ErrorCode::damaged);
}

}  // namespace
}  // namespace nianbao
