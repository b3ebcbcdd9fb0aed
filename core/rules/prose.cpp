#include "rules/prose.h"

#include <algorithm>

#include "base/matching.h"
#include "base/sorting.h"
#include "base/unicode.h"

namespace nianbao {
namespace {

constexpr std::size_t shortest_wrapped_line =
    15;  // a shorter line without a full stop is a heading or a signature

bool is_line_end(char16_t c) {
  return c == u'\n' || c == u'\v' || c == u'\r' || c == u'\f' || c == u'\t' || c == u'\u2028' ||
         c == u'\u2029';
}

// In these formats a line end may stand in the middle of a sentence.
bool has_broken_lines(Format format) {
  return format == Format::txt || format == Format::markdown || is_laid_out(format);
}

bool ends_sentence(std::u16string_view text) {
  std::size_t last = text.size();
  while (last > 1 && one_of(text[last - 1], u"\"')》")) --last;
  return one_of(text[last - 1], u"。!?;:");
}

bool is_numeral(char16_t c) { return is_digit(c) || one_of(c, u"一二三四五六七八九十"); }

// "一、", "(二)", "3.", "(4)", "第五": the beginning of a new line of the author's.
bool begins_numbered(std::u16string_view text) {
  std::size_t at = 0;
  const bool bracket = text[0] == u'(';
  if (bracket || text[0] == u'第') ++at;
  const std::size_t digits = at;
  while (at < text.size() && is_numeral(text[at])) ++at;
  if (at == digits || at == text.size()) return false;
  if (bracket) return text[at] == u')';
  if (text[0] == u'第') return one_of(text[at], u"一二三四五六条章");
  const bool decimal = text[at] == u'.' && at + 1 < text.size() && is_digit(text[at + 1]);
  return one_of(text[at], u"、.)") && !decimal;
}

// "(一)主动公开情况" on a line of its own.
bool is_short_heading(std::u16string_view text) {
  return begins_numbered(text) && text.size() < 30 &&
         text.find_first_of(u"。,;:") == std::u16string_view::npos;
}

bool is_page_number(std::u16string_view text) {
  if (text.size() > 9) return false;
  return text.find_first_not_of(u"-0123456789第页共/") == std::u16string_view::npos &&
         text.find_first_of(u"0123456789") != std::u16string_view::npos;
}

std::vector<Range> table_ranges(const Report& report) {
  std::vector<Range> ranges;
  for (const BoundTable& table : report.tables) {
    if (!table.present) continue;
    if (table.document_tables.empty()) ranges.push_back(table.range);
    for (int index : table.document_tables)
      ranges.push_back(report.document->tables[static_cast<std::size_t>(index)].range);
  }
  sort_by(ranges);
  return ranges;
}

class ProseReader {
 public:
  explicit ProseReader(const Report& report)
      : report_(report), document_(*report.document), tables_(table_ranges(report)) {}

  Prose read() {
    const std::u16string_view text = document_.text;
    std::uint32_t begin = 0;
    for (std::uint32_t at = 0; at <= text.size(); ++at) {
      if (at < text.size() && !is_line_end(text[at])) continue;
      add_piece({begin, at}, begin > 0 ? text[begin - 1] : u'\n');
      begin = at + 1;
    }
    return std::move(prose_);
  }

 private:
  void add_piece(Range range, char16_t line_end) {
    if (range.empty() || in_table(range)) return;
    Paragraph piece;
    fold_into(range, piece);
    if (piece.text.empty() || is_page_number(piece.text)) return;
    piece.range = {piece.source.front(), piece.source.back() + 1};
    place(piece);
    const bool heading = marked_as_heading(range);
    const std::size_t length = piece.text.size();
    if (!heading && !last_is_heading_ && continues(piece, line_end)) {
      join(piece);
    } else {
      prose_.paragraphs.push_back(std::move(piece));
    }
    last_is_heading_ = heading;
    last_line_length_ = length;
  }

  bool marked_as_heading(Range range) const {
    return document_.format == Format::markdown && trim(document_.view(range)).front() == u'#';
  }

  bool in_table(Range range) {
    while (table_ < tables_.size() && tables_[table_].end <= range.begin) ++table_;
    return table_ < tables_.size() && tables_[table_].overlaps(range);
  }

  void fold_into(Range range, Paragraph& out) const {
    const Folded folded_piece = fold(document_.view(range));
    const bool markdown = document_.format == Format::markdown;
    for (std::size_t i = 0; i < folded_piece.text.size(); ++i) {
      const char16_t c = folded_piece.text[i];
      if (markdown && is_mark(folded_piece.text, i, out.text.empty())) continue;
      const bool second_half = c >= 0xDC00 && c <= 0xDFFF;
      out.text.push_back(c);
      out.source.push_back(range.begin + (second_half ? folded_piece.ends[i] - 1 : folded_piece.source[i]));
    }
  }

  // '#' before a heading, '**' around strong words, '\' before punctuation.
  static bool is_mark(std::u16string_view text, std::size_t at, bool first) {
    const char16_t c = text[at];
    if (c == u'#' || c == u'>') return first;
    if (c == u'\\') return at + 1 < text.size() && text[at + 1] < 0x80;
    if (c != u'*') return false;
    std::size_t begin = at, end = at;
    while (begin > 0 && text[begin - 1] == u'*') --begin;
    while (end < text.size() && text[end] == u'*') ++end;
    return end - begin == 2 || end - begin == 3;  // more of them mask a number
  }

  void place(Paragraph& piece) const {
    const std::uint32_t at = piece.range.begin;
    for (const Section& section : report_.sections) {
      if (!section.present()) continue;
      if (section.body.contains(at)) piece.section = section.number;
      if (section.heading.overlaps(piece.range)) piece.section = section.number, piece.part = Part::heading;
    }
    if (piece.part == Part::heading) return;
    piece.part = part_at(piece);
  }

  Part part_at(const Paragraph& piece) const {
    if (report_.title_range.overlaps(piece.range)) return Part::title;
    if (is_signature(piece.range)) return Part::signature;
    if (report_.preamble.overlaps(piece.range)) return Part::preamble;
    if (!report_.body.empty() && piece.range.begin < report_.body.begin) return Part::before;
    if (!report_.body.empty() && piece.range.begin >= report_.body.end) return Part::after;
    return piece.section == 0 ? Part::preamble : Part::section;
  }

  bool is_signature(Range range) const {
    if (report_.signature && report_.signature->range.overlaps(range)) return true;
    for (const auto& agency : report_.agencies)
      if (agency.where == Report::AgencyMention::signature && agency.range.overlaps(range)) return true;
    return false;
  }

  bool continues(const Paragraph& piece, char16_t line_end) const {
    if (prose_.paragraphs.empty() || line_end == u'\t') return false;
    if (line_end != u'\v' && !has_broken_lines(document_.format)) return false;
    const Paragraph& last = prose_.paragraphs.back();
    if (last.part != piece.part || last.section != piece.section) return false;
    if (last.part == Part::title || last.part == Part::heading) return false;
    return last_line_length_ >= shortest_wrapped_line && !ends_sentence(last.text) &&
           !is_short_heading(last.text) && !begins_numbered(piece.text);
  }

  void join(Paragraph& piece) {
    Paragraph& last = prose_.paragraphs.back();
    last.text += piece.text;
    last.source.insert(last.source.end(), piece.source.begin(), piece.source.end());
    last.range.end = piece.range.end;
  }

  const Report& report_;
  const Document& document_;
  std::vector<Range> tables_;
  std::size_t table_ = 0;
  bool last_is_heading_ = false;
  std::size_t last_line_length_ = 0;
  Prose prose_;
};

}  // namespace

const Paragraph* Prose::at(std::uint32_t offset) const {
  const auto after = std::upper_bound(paragraphs.begin(), paragraphs.end(), offset,
                                      [](std::uint32_t o, const Paragraph& p) { return o < p.range.begin; });
  if (after == paragraphs.begin() || !(after - 1)->range.contains(offset)) return nullptr;
  return &*(after - 1);
}

Prose read_prose(const Report& report) { return ProseReader(report).read(); }

std::u16string section_text(const Prose& prose, int section) {
  std::u16string text;
  for (const Paragraph& paragraph : prose.paragraphs)
    if (paragraph.section == section && paragraph.part != Part::heading) text += paragraph.text;
  return text;
}

}  // namespace nianbao
