#include "base/unicode.h"
#include "base/xml_escape.h"
#include "output/zip_writer.h"
#include "sheet/sheet.h"

namespace nianbao {
namespace {

constexpr std::string_view head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view types =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Override PartName=\"/word/document.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>";
constexpr std::string_view footer_type =
    "<Override PartName=\"/word/footer1.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml\"/>";
constexpr std::string_view relations =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
    "Id=\"rId1\" "
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
    "Target=\"word/document.xml\"/></Relationships>";

constexpr std::string_view document_relations =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
    "Id=\"rId1\" "
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer\" "
    "Target=\"footer1.xml\"/></Relationships>";
constexpr std::string_view main_namespace =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

constexpr int page_width = 10206;  // A4 between its margins, in twentieths of a point

struct Look {
  const char* font;
  int half_points;
  bool bold = false;
  const char* paragraph = "";
};

std::string runs(std::u16string_view text, const Look& look) {
  const std::string properties =
      "<w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"" +
      std::string(look.font) + "\"/>" + (look.bold ? "<w:b/>" : "") + "<w:sz w:val=\"" +
      std::to_string(look.half_points) + "\"/></w:rPr>";
  std::string out = "<w:r>" + properties;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(u'\n', at), text.size());
    if (at > 0) out += "<w:br/>";
    out += "<w:t xml:space=\"preserve\">" + xml_escaped(to_utf8(text.substr(at, end - at))) + "</w:t>";
    at = end + 1;
  }
  return out + "</w:r>";
}

std::string paragraph(std::u16string_view text, const Look& look) {
  return "<w:p><w:pPr>" + std::string(look.paragraph) + "</w:pPr>" +
         (text.empty() ? std::string() : runs(text, look)) + "</w:p>";
}

// A place of the grid: the cell that begins there, or that reaches it from above.
struct Place {
  const SheetCell* cell = nullptr;
  bool begins = false;
  bool left_edge = false;
};

std::vector<std::vector<Place>> grid_of(const SheetTable& table) {
  const std::size_t columns = table.widths.size();
  std::vector<std::vector<Place>> grid(table.rows.size(), std::vector<Place>(columns));
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    std::size_t c = 0;
    for (const SheetCell& cell : table.rows[r]) {
      while (c < columns && grid[r][c].cell != nullptr) ++c;
      for (std::size_t i = 0; i < static_cast<std::size_t>(cell.rows) && r + i < grid.size(); ++i)
        for (std::size_t j = 0; j < static_cast<std::size_t>(cell.columns) && c + j < columns; ++j)
          grid[r + i][c + j] = {&cell, i == 0, j == 0};
    }
  }
  return grid;
}

std::string cell_xml(const SheetTable& table, const Place& place, std::size_t column) {
  int width = 0;
  for (int i = 0; i < place.cell->columns; ++i)
    width += table.widths[column + static_cast<std::size_t>(i)] * page_width / 1000;
  std::string out = "<w:tc><w:tcPr><w:tcW w:w=\"" + std::to_string(width) + "\" w:type=\"dxa\"/>";
  if (place.cell->columns > 1) out += "<w:gridSpan w:val=\"" + std::to_string(place.cell->columns) + "\"/>";
  if (place.cell->rows > 1) out += place.begins ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>";
  out += "<w:vAlign w:val=\"center\"/></w:tcPr>";
  const Look look{place.cell->head ? "黑体" : "宋体", 18, false,
                  place.cell->left ? "<w:jc w:val=\"left\"/>" : "<w:jc w:val=\"center\"/>"};
  return out + paragraph(place.begins ? place.cell->text : std::u16string(), look) + "</w:tc>";
}

std::string table_xml(const SheetTable& table) {
  std::string out =
      "<w:tbl><w:tblPr><w:tblW w:w=\"" + std::to_string(page_width) + "\" w:type=\"dxa\"/><w:tblBorders>";
  for (const char* side : {"top", "left", "bottom", "right", "insideH", "insideV"})
    out += "<w:" + std::string(side) + " w:val=\"single\" w:sz=\"4\" w:color=\"000000\"/>";
  out +=
      "</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"57\" "
      "w:type=\"dxa\"/><w:right w:w=\"57\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>";
  for (int width : table.widths)
    out += "<w:gridCol w:w=\"" + std::to_string(width * page_width / 1000) + "\"/>";
  out += "</w:tblGrid>";
  const auto grid = grid_of(table);
  for (std::size_t r = 0; r < grid.size(); ++r) {
    out += std::string("<w:tr><w:trPr><w:cantSplit/>") +
           (r < static_cast<std::size_t>(table.head_rows) ? "<w:tblHeader/>" : "") + "</w:trPr>";
    for (std::size_t c = 0; c < grid[r].size(); ++c)
      if (grid[r][c].cell != nullptr && grid[r][c].left_edge) out += cell_xml(table, grid[r][c], c);
    out += "</w:tr>";
  }
  return out + "</w:tbl>" +
         paragraph({}, {"宋体", 12, false,
                        "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/>"});
}

std::string block(const SheetBlock& b) {
  switch (b.kind) {
    case SheetBlock::title:
      return paragraph(b.text, {"黑体", 36, false, "<w:spacing w:after=\"160\"/><w:jc w:val=\"center\"/>"});
    case SheetBlock::heading:
      return paragraph(b.text,
                       {"黑体", 24, false, "<w:keepNext/><w:spacing w:before=\"160\" w:after=\"60\"/>"});
    case SheetBlock::line:
      return paragraph(b.text, {"宋体", 21});
    case SheetBlock::item:
      return paragraph(b.text, {"宋体", 21, false, "<w:ind w:left=\"420\"/>"});
    case SheetBlock::small:
      return paragraph(b.text, {"宋体", 17});
    case SheetBlock::table:
      break;
  }
  return table_xml(b.cells);
}

// 第 1 页 共 3 页, counted by the program that prints it.
std::string footer() {
  const Look look{"宋体", 18};
  const auto field = [&](const char* name) {
    return "<w:fldSimple w:instr=\" " + std::string(name) + " \">" + runs(u"1", look) + "</w:fldSimple>";
  };
  return "<w:ftr " + std::string(main_namespace) + "><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>" +
         runs(u"第 ", look) + field("PAGE") + runs(u" 页　共 ", look) + field("NUMPAGES") + runs(u" 页", look) +
         "</w:p></w:ftr>";
}

// With the footer, where there is one.
std::string document(const Sheet& sheet) {
  std::string body;
  for (const SheetBlock& b : sheet.blocks) body += block(b);
  const std::string foot =
      sheet.page_numbers ? "<w:footerReference w:type=\"default\" r:id=\"rId1\"/>" : std::string();
  return "<w:document " + std::string(main_namespace) +
         " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>" + body +
         "<w:sectPr>" + foot +
         "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"907\" w:right=\"850\" w:bottom=\"907\" "
         "w:left=\"850\" w:header=\"450\" w:footer=\"450\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>";
}

}  // namespace

std::string sheet_docx(const Sheet& sheet) {
  const std::string begin(head);
  ZipWriter zip;
  zip.add("[Content_Types].xml",
          begin + std::string(types) +
              std::string(sheet.page_numbers ? footer_type : std::string_view()) + "</Types>");
  zip.add("_rels/.rels", begin + std::string(relations));
  zip.add("word/document.xml", begin + document(sheet));
  if (sheet.page_numbers) {
    zip.add("word/_rels/document.xml.rels", begin + std::string(document_relations));
    zip.add("word/footer1.xml", begin + footer());
  }
  return zip.finish();
}

}  // namespace nianbao
