// The running text as paragraphs, each in its part of the report. Lines are cut where a heading or the title
// begins or ends.
#include <algorithm>

#include "base/sorting.h"
#include "report/bind.h"

namespace nianbao {
namespace {

struct Piece {
  Range range{};
  bool heading = false, goes_on = false, grid = false;
};

class ProseReader {
 public:
  explicit ProseReader(const Report& report) : report_(report), document_(*report.document) {
    for (const BoundTable& table : report.tables) {
      if (!table.present) continue;
      if (table.document_tables.empty()) tables_.push_back(table.range);
      for (int index : table.document_tables)
        tables_.push_back(document_.tables[static_cast<std::size_t>(index)].range);
    }
    sort_by(tables_);
    for (const Section& section : report.sections) add_heading(section.heading, section.number);
    for (const Section& section : report.repeated) add_heading(section.heading, section.number);
    for (const ExtraSection& extra : report.extra_sections) add_heading(extra.heading, 0);
    sort_by(headings_, [](const Heading& a, const Heading& b) { return a.range < b.range; });
    for (const Heading& heading : headings_) first_heading_ = std::min(first_heading_, heading.range.begin);
    for (const Heading& heading : headings_)
      cuts_.insert(cuts_.end(), {heading.range.begin, heading.range.end});
    if (!report.title_range.empty())
      cuts_.insert(cuts_.end(), {report.title_range.begin, report.title_range.end});
    std::sort(cuts_.begin(), cuts_.end());
  }

  Prose read() {
    const std::vector<Piece> all = pieces();
    prose_.paragraphs.reserve(all.size());
    for (const Piece& piece : all) cut(piece);
    for (Paragraph& paragraph : prose_.paragraphs) paragraph.dates = find_dates(paragraph.text);
    return std::move(prose_);
  }

 private:
  struct Heading {
    Range range;
    int section;
  };

  void add_heading(Range range, int section) {
    if (!range.empty()) headings_.push_back({range, section});
  }

  // Lines outside the grids, and the cells of those that are none of the statutory tables.
  std::vector<Piece> pieces() {
    std::vector<Piece> out;
    for (const DocumentLine& line : text_lines(document_))
      divide({line.range, line.heading, line.goes_on, false}, out);
    for (const Table& table : document_.tables)
      if (!in_table(table.range)) divide({table.range, false, false, true}, out);
    sort_by(out, [](const Piece& a, const Piece& b) { return a.range < b.range; });
    return out;
  }

  // What tabs and line ends part are cells.
  void divide(const Piece& piece, std::vector<Piece>& out) const {
    const auto parts = [](char16_t c) { return c == u'\t' || c == u'\n' || c == u'\v' || c == u'\u2028'; };
    std::uint32_t begin = piece.range.begin;
    for (std::uint32_t at = begin; at <= piece.range.end; ++at) {
      if (at < piece.range.end && !parts(document_.text[at])) continue;
      if (at > begin)
        out.push_back({{begin, at}, piece.heading, piece.goes_on && at == piece.range.end, piece.grid});
      begin = at + 1;
    }
  }

  bool in_table(Range range) const {
    const auto after = std::upper_bound(tables_.begin(), tables_.end(), range.begin,
                                        [](std::uint32_t at, Range t) { return at < t.begin; });
    return (after != tables_.begin() && (after - 1)->overlaps(range)) ||
           (after != tables_.end() && after->overlaps(range));
  }

  void cut(const Piece& piece) {
    if (in_table(piece.range)) {
      open_ = false;
      return;
    }
    std::uint32_t begin = piece.range.begin;
    for (auto at = std::upper_bound(cuts_.begin(), cuts_.end(), begin);
         at != cuts_.end() && *at < piece.range.end; ++at) {
      add({{begin, *at}, piece.heading, false, piece.grid});
      begin = *at;
    }
    add({{begin, piece.range.end}, piece.heading, piece.goes_on, piece.grid});
  }

  void add(const Piece& piece) {
    Paragraph paragraph;
    paragraph.append(document_, piece.range);
    if (paragraph.text.empty()) return;
    place(paragraph);
    paragraph.heading = piece.heading || is_item_heading(paragraph.text);
    paragraph.grid = piece.grid;
    const bool joins = open_ && continues(paragraph);
    open_ = piece.goes_on;
    if (!joins) return prose_.paragraphs.push_back(std::move(paragraph));
    prose_.paragraphs.back().append(document_, piece.range);
    prose_.paragraphs.back().heading = false;
  }

  bool continues(const Paragraph& next) const {
    const Paragraph& last = prose_.paragraphs.back();
    return last.part == next.part && last.section == next.section && last.part != Part::title &&
           last.part != Part::heading;
  }

  void place(Paragraph& paragraph) const {
    const std::uint32_t at = paragraph.range.begin;
    const auto after =
        std::lower_bound(headings_.begin(), headings_.end(), paragraph.range.end,
                         [](const Heading& h, std::uint32_t end) { return h.range.begin < end; });
    if (after != headings_.begin() && (after - 1)->range.overlaps(paragraph.range)) {
      paragraph.part = Part::heading;
      paragraph.section = (after - 1)->section;
      return;
    }
    for (const Section& section : report_.sections)
      if (section.present() && section.body.contains(at)) paragraph.section = section.number;
    paragraph.part = part_of(paragraph);
  }

  Part part_of(const Paragraph& paragraph) const {
    const Range range = paragraph.range;
    if (report_.title_range.overlaps(range)) return Part::title;
    if (is_signature(range)) return Part::signature;
    if (report_.preamble.overlaps(range)) return Part::preamble;
    if (!report_.body.empty() && range.begin < report_.body.begin) return Part::before;
    if (!report_.body.empty() && range.begin >= report_.body.end) return Part::after;
    return paragraph.section == 0 && range.begin < first_heading_ ? Part::preamble : Part::section;
  }

  bool is_signature(Range range) const {
    if (report_.signature && report_.signature->range.overlaps(range)) return true;
    return std::any_of(
        report_.agencies.begin(), report_.agencies.end(), [&](const Report::AgencyMention& agency) {
          return agency.where == Report::AgencyMention::signature && agency.range.overlaps(range);
        });
  }

  const Report& report_;
  const Document& document_;
  std::vector<Range> tables_;
  std::vector<Heading> headings_;
  std::uint32_t first_heading_ = 0xFFFFFFFF;
  std::vector<std::uint32_t> cuts_;
  bool open_ = false;  // the last piece goes on
  Prose prose_;
};

}  // namespace

Prose read_prose(const Report& report) { return ProseReader(report).read(); }

}  // namespace nianbao
