#include "base/unicode.h"
#include "base/xml_escape.h"
#include "sheet/sheet.h"

namespace nianbao {
namespace {

constexpr std::string_view style =
    "@page{size:A4;margin:16mm 15mm}*{box-sizing:border-box}body{max-width:180mm;margin:1.5em auto;padding:0 "
    "1em;color:#111;"
    "font:10.5pt/1.6 \"SimSun\",\"Songti SC\",\"Noto Serif CJK SC\",serif}h1{font:bold 18pt/1.4 "
    "\"SimHei\",\"Heiti SC\",\"Noto Sans CJK SC\","
    "sans-serif;text-align:center;margin:0 0 .6em}h2{font:bold 12pt/1.5 \"SimHei\",\"Heiti SC\",\"Noto Sans "
    "CJK SC\",sans-serif;margin:1em 0 .3em;"
    "break-after:avoid}p{margin:.2em "
    "0;overflow-wrap:anywhere}.item{padding-left:1.5em}.small{font-size:8.5pt;color:#333}"
    "table{width:100%;border-collapse:collapse;table-layout:fixed;margin:.4em 0}td,th{border:1px solid "
    "#333;padding:1px 4px;"
    "font-size:9pt;line-height:1.4;text-align:center;overflow-wrap:anywhere}.l{text-align:left}tr{break-"
    "inside:avoid}"
    "@media print{body{margin:0;padding:0;max-width:none}}";

constexpr std::string_view numbered =
    "@page{@bottom-center{content:\"第 \" counter(page) \" 页　共 \" counter(pages) \" 页\";"
    "font:9pt \"SimSun\",serif}}";

// Escaped; line ends as <br>.
std::string markup(std::u16string_view text) {
  std::string out;
  for (char c : xml_escaped(to_utf8(text))) {
    if (c == '\n') out += "<br>";
    else out += c;
  }
  return out;
}

std::string cell(const SheetCell& c) {
  const std::string name = c.head ? "th" : "td";
  std::string out = "<" + name;
  if (c.rows > 1) out += " rowspan=\"" + std::to_string(c.rows) + "\"";
  if (c.columns > 1) out += " colspan=\"" + std::to_string(c.columns) + "\"";
  if (c.left) out += " class=\"l\"";
  return out + ">" + markup(c.text) + "</" + name + ">";
}

// border and width also as attributes: what is pasted elsewhere leaves the style behind.
std::string table(const SheetTable& t) {
  std::string out = "<table border=\"1\" cellspacing=\"0\"><colgroup>";
  for (int width : t.widths) out += "<col width=\"" + std::to_string(width / 10) + "%\">";
  out += "</colgroup>";
  for (std::size_t i = 0; i < t.rows.size(); ++i) {
    if (i == 0) out += t.head_rows > 0 ? "<thead>" : "<tbody>";
    if (i > 0 && i == static_cast<std::size_t>(t.head_rows)) out += "</thead><tbody>";
    out += "<tr>";
    for (const SheetCell& c : t.rows[i]) out += cell(c);
    out += "</tr>\n";
  }
  return out + "</tbody></table>\n";
}

std::string block(const SheetBlock& b) {
  switch (b.kind) {
    case SheetBlock::title: return "<h1>" + markup(b.text) + "</h1>\n";
    case SheetBlock::heading: return "<h2>" + markup(b.text) + "</h2>\n";
    case SheetBlock::line: return "<p>" + markup(b.text) + "</p>\n";
    case SheetBlock::item: return "<p class=\"item\">" + markup(b.text) + "</p>\n";
    case SheetBlock::small: return "<p class=\"small\">" + markup(b.text) + "</p>\n";
    case SheetBlock::table: break;
  }
  return table(b.cells);
}

}  // namespace

std::string sheet_html(const Sheet& sheet) {
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
      "content=\"width=device-width\">\n<title>" +
      markup(sheet.title) + "</title>\n<style>" + std::string(style) +
      std::string(sheet.page_numbers ? numbered : std::string_view()) + "</style>\n</head>\n<body>\n";
  for (const SheetBlock& b : sheet.blocks) out += block(b);
  return out + "</body>\n</html>\n";
}

}  // namespace nianbao
