#include "narrative/passage.h"

#include <algorithm>

#include "base/matching.h"
#include "base/sorting.h"
#include "base/unicode.h"

namespace nianbao::prose {
namespace {

constexpr std::size_t heading_units = 30;   // a sub-heading is short
constexpr std::size_t wrapped_units = 15;   // a shorter line without a final mark is no line that was broken by its width

struct Stretch {
  Range range;
  int section;
  bool sentences_only;  // between tables: labels and notes are not prose
};

std::vector<Stretch> stretches(const Report& report) {
  std::vector<Stretch> out;
  for (int number : {1, 2, 3, 4, 5, 6}) {
    const Section& section = report.section(number);
    if (section.present() && !section.body.empty())
      out.push_back({section.body, number, number >= 2 && number <= 4});
  }
  bool inside = report.preamble.empty();
  for (const Stretch& s : out) inside = inside || s.range.contains(report.preamble.begin);
  if (!inside) out.push_back({report.preamble, 0, false});
  if (out.empty() && !report.body.empty()) out.push_back({report.body, 0, true});
  sort_by(out, [](const Stretch& a, const Stretch& b) { return a.range < b.range; });
  return out;
}

// What no prose is read from: sorted, disjoint.
std::vector<Range> left_out(const Report& report) {
  std::vector<Range> out;
  for (const Table& table : report.document->tables) out.push_back(table.range);
  for (const BoundTable& table : report.tables)
    if (table.present && !table.range.empty()) out.push_back(table.range);
  for (const Section& section : report.sections)
    if (!section.heading.empty()) out.push_back(section.heading);
  for (const Section& section : report.repeated) out.push_back(section.heading);
  for (const ExtraSection& extra : report.extra_sections) out.push_back(extra.heading);
  if (report.signature) out.push_back(report.signature->range);
  sort_by(out);
  std::vector<Range> merged;
  for (const Range& r : out) {
    if (r.empty()) continue;
    if (!merged.empty() && r.begin <= merged.back().end) merged.back().end = std::max(merged.back().end, r.end);
    else merged.push_back(r);
  }
  return merged;
}

bool numeral(char16_t c) { return std::u16string_view(u"一二三四五六七八九十").find(c) != std::u16string_view::npos; }

// ① and its like fold to digits, but number the items of a list.
bool list_number(char16_t c) { return (c >= u'①' && c <= u'⓿') || (c >= u'❶' && c <= u'➓'); }

bool dropped(char16_t c) { return c == u'*' || c == u'#' || c == u'`' || c == u'\uFFFD'; }

std::size_t digits_before(std::u16string_view text) {
  std::size_t n = 0;
  while (n < 4 && n < text.size() && is_ascii_digit(text[text.size() - 1 - n])) ++n;
  return n;
}

std::size_t digits_from(std::u16string_view text, std::size_t at) {
  std::size_t n = 0;
  while (n < 4 && at + n < text.size() && is_ascii_digit(text[at + n])) ++n;
  return n;
}

class Builder {
 public:
  explicit Builder(const Report& report)
      : document_(*report.document), text_(document_.text), left_out_(left_out(report)) {}

  std::vector<Passage> build(const std::vector<Stretch>& stretches) {
    std::size_t block = 0;
    for (const Stretch& stretch : stretches) {
      const auto& blocks = document_.blocks;
      while (block > 0 && blocks[block - 1].range.end > stretch.range.begin) --block;
      while (block < blocks.size() && blocks[block].range.end <= stretch.range.begin) ++block;
      for (; block < blocks.size() && blocks[block].range.begin < stretch.range.end; ++block)
        if (blocks[block].kind != BlockKind::table) lines(blocks[block], stretch);
      close(stretch);
    }
    return std::move(out_);
  }

 private:
  // A block may hold soft line breaks; each piece between them is a line.
  void lines(const Block& block, const Stretch& stretch) {
    std::uint32_t begin = std::max(block.range.begin, stretch.range.begin);
    const std::uint32_t end = std::min(block.range.end, stretch.range.end);
    while (begin < end) {
      std::uint32_t stop = begin;
      while (stop < end && text_[stop] != u'\n' && text_[stop] != u'\v') ++stop;
      line({begin, stop}, block.kind == BlockKind::heading, stretch);
      begin = stop + 1;
    }
  }

  bool skipped(Range line) {
    while (skip_ < left_out_.size() && left_out_[skip_].end <= line.begin) ++skip_;
    for (std::size_t i = skip_; i < left_out_.size() && left_out_[i].begin < line.end; ++i)
      if (left_out_[i].overlaps(line)) return true;
    return false;
  }

  void line(Range range, bool is_heading, const Stretch& stretch) {
    if (skipped(range)) {
      close(stretch);
      return;
    }
    const Folded folded = fold(std::u16string_view(text_).substr(range.begin, range.size()), Spaces::keep);
    std::size_t begin = 0, end = folded.text.size();
    while (begin < end && (folded.text[begin] == u' ' || dropped(folded.text[begin]))) ++begin;
    while (end > begin && (folded.text[end - 1] == u' ' || dropped(folded.text[end - 1]))) --end;
    if (begin == end) return;
    const std::u16string_view words = std::u16string_view(folded.text).substr(begin, end - begin);
    const bool heading = is_heading || heading_like(words);
    if (!continues(words) || heading) close(stretch);
    append(folded, begin, end, range.begin);
    last_line_ = end - begin;
    current_.heading = heading;
    if (heading) close(stretch);
  }

  void append(const Folded& folded, std::size_t begin, std::size_t end, std::uint32_t offset) {
    if (!current_.text.empty() && is_ascii_digit(current_.text.back()) && is_ascii_digit(folded.text[begin]) && last_line_ < wrapped_units)
      push(u' ', offset, offset);
    for (std::size_t i = begin; i < end; ++i) {
      char16_t c = folded.text[i];
      if (dropped(c)) continue;
      if (c == u' ' && !separates(folded.text, i)) continue;
      const std::uint32_t source = offset + folded.source[i];
      if (list_number(text_[source])) c = u';';
      push(c, source, offset + folded.ends[i]);
    }
  }

  void push(char16_t c, std::uint32_t source, std::uint32_t end) {
    current_.text.push_back(c);
    current_.source.push_back(source);
    current_.ends.push_back(end);
  }

  // A blank between digits: "1 234" and "1 2" are one number, "12 345" and "12 2023" are two.
  bool separates(std::u16string_view line, std::size_t blank) const {
    const std::size_t left = digits_before(current_.text), right = digits_from(line, blank + 1);
    if (left == 0 || right == 0) return false;
    return !((left <= 3 && right == 3) || (left == 1 && right == 1));
  }

  bool continues(std::u16string_view next) const {
    if (current_.text.empty()) return true;
    const char16_t last = current_.text.back();
    if (last == u',' || last == u'、') return true;
    if (std::u16string_view(u"。!?;:").find(last) != std::u16string_view::npos) return false;
    return !starts_item(next) && last_line_ >= wrapped_units;
  }

  // （一） 一、 1. 1、 （1） 第一，
  static std::size_t item_mark(std::u16string_view line) {
    std::size_t at = 0;
    const bool bracket = line[at] == u'(' || line[at] == u'第';
    at += bracket;
    const std::size_t first = at;
    while (at < line.size() && at < first + 3 && (numeral(line[at]) || is_ascii_digit(line[at]))) ++at;
    if (at == first || at >= line.size()) return 0;
    if (line[0] == u'(') return line[at] == u')' ? at + 1 : 0;
    if (line[0] == u'第') return line[at] == u',' || line[at] == u'、' ? at + 1 : 0;
    const bool point = line[at] == u'.' && !(at + 1 < line.size() && is_ascii_digit(line[at + 1]));
    return line[at] == u'、' || point ? at + 1 : 0;
  }
  // Also 一是.
  static bool starts_item(std::u16string_view line) {
    return item_mark(line) > 0 || (line.size() > 1 && numeral(line[0]) && line[1] == u'是');
  }

  static bool heading_like(std::u16string_view line) {
    return line.size() <= heading_units && item_mark(line) > 0 &&
           line.find_first_of(u"。,;!?") == std::u16string_view::npos;
  }

  void close(const Stretch& stretch) {
    current_.section = stretch.section;
    const bool prose = !stretch.sentences_only || reads_as_sentence(current_.text);
    if (!current_.text.empty() && prose) out_.push_back(std::move(current_));
    current_ = {};
    last_line_ = 0;
  }

  static bool reads_as_sentence(std::u16string_view text) {
    return text.size() >= 8 && text.back() == u'。' && text.find(u"勾稽关系") == std::u16string_view::npos;
  }

  const Document& document_;
  const std::u16string& text_;
  const std::vector<Range> left_out_;
  std::size_t skip_ = 0;
  Passage current_;
  std::size_t last_line_ = 0;
  std::vector<Passage> out_;
};

}  // namespace

std::vector<Passage> passages(const Report& report) { return Builder(report).build(stretches(report)); }

}  // namespace nianbao::prose
