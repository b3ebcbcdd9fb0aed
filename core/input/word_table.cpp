#include "input/word_table.h"

#include <algorithm>

#include "base/unicode.h"

namespace nianbao {
namespace {

constexpr int same_edge = 45;  // twips: edges closer than this (0.8 mm) are one

std::vector<int> grid_edges(const std::vector<WordRow>& rows) {
  std::vector<int> all;
  for (const WordRow& row : rows) {
    all.push_back(row.left);
    for (const WordCell& cell : row.cells) all.push_back(cell.right);
  }
  std::sort(all.begin(), all.end());
  std::vector<int> edges;
  for (int edge : all)
    if (edges.empty() || edge - edges.back() > same_edge) edges.push_back(edge);
  return edges;
}

int column_of(const std::vector<int>& edges, int at) {
  const auto after = std::upper_bound(edges.begin(), edges.end(), at);
  return std::max(0, static_cast<int>(after - edges.begin()) - 1);
}

bool has_edges(const WordRow& row) {
  int last = row.left;
  for (const WordCell& cell : row.cells) {
    if (cell.right - last <= same_edge) return false;
    last = cell.right;
  }
  return true;
}

class TableWriter {
 public:
  TableWriter(DocumentBuilder& build, const std::vector<WordRow>& rows)
      : build_(build), edges_(grid_edges(rows)) {
    with_edges_ = std::all_of(rows.begin(), rows.end(), has_edges);
  }

  void write(const WordRow& row) {
    build_.begin_row();
    if (with_edges_) build_.skip_columns(column_of(edges_, row.left));
    int left = row.left;
    for (std::size_t i = 0; i < row.cells.size();) {
      std::size_t end = i + 1;
      while (end < row.cells.size() && row.cells[end].merged_left) ++end;
      write_cell(row, i, end, columns(left, row.cells[end - 1].right, end - i));
      left = row.cells[end - 1].right;
      i = end;
    }
  }

 private:
  int columns(int left, int right, std::size_t cells) const {
    return with_edges_ ? std::max(1, column_of(edges_, right) - column_of(edges_, left))
                       : static_cast<int>(cells);
  }

  void write_cell(const WordRow& row, std::size_t begin, std::size_t end, int columns) {
    if (row.cells[begin].merged_up && build_.extend_cell_above(columns)) return;
    build_.begin_cell(1, columns);
    for (std::size_t i = begin; i < end; ++i)
      for (const FlowParagraph& paragraph : row.cells[i].paragraphs) write_paragraph(build_, paragraph);
    build_.end_cell();
  }

  DocumentBuilder& build_;
  std::vector<int> edges_;
  bool with_edges_;
};

// A line of a paragraph: where it begins in the paragraph's text, and where what was written of it lies.
struct Line {
  std::uint32_t offset = 0, begin = 0, end = 0;
};

std::vector<Line> write_lines(DocumentBuilder& build, std::u16string_view text) {
  std::vector<Line> lines;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(u'\u2028', at), text.size());
    if (at > 0) build.line_break();
    const std::uint32_t begin = build.position();
    build.text(text.substr(at, end - at));
    lines.push_back({static_cast<std::uint32_t>(at), begin, build.position()});
    at = end + 1;
  }
  return lines;
}

std::uint32_t place_of(const std::vector<Line>& lines, std::uint32_t offset) {
  auto line = std::upper_bound(lines.begin(), lines.end(), offset,
                               [](std::uint32_t at, const Line& next) { return at < next.offset; });
  --line;
  return std::min(line->begin + (offset - line->offset), line->end);
}

}  // namespace

void write_paragraph(DocumentBuilder& build, const FlowParagraph& paragraph) {
  build.begin_paragraph(paragraph.level > 0 ? BlockKind::heading : BlockKind::paragraph, paragraph.level);
  const std::vector<Line> lines = write_lines(build, paragraph.text);
  for (const auto& mark : paragraph.marks)
    build.mark(mark.kind, {place_of(lines, mark.begin), place_of(lines, mark.end)}, mark.detail);
  build.end_paragraph();
}

void write_notes(DocumentBuilder& build, std::u16string_view text, char16_t paragraph_end) {
  FlowParagraph paragraph;
  for (char16_t c : text) {
    if (c >= 0x20) paragraph.text.push_back(c);
    if (c != paragraph_end || trim(paragraph.text).empty()) continue;
    write_paragraph(build, paragraph);
    paragraph = FlowParagraph{};
  }
}

void write_table(DocumentBuilder& build, const std::vector<WordRow>& rows) {
  build.begin_table();
  TableWriter writer(build, rows);
  for (const WordRow& row : rows) writer.write(row);
  build.end_table();
}

}  // namespace nianbao
