// The textual half of vocabulary.h.
#include <algorithm>

#include "base/matching.h"
#include "base/sorting.h"
#include "rules/vocabulary.h"

namespace nianbao {
namespace {

constexpr std::u16string_view sentence_end = u"。！？!?";
constexpr std::u16string_view closing = u"。！？!?；;：:";
constexpr std::u16string_view after_end = u"”’」』）)》";  // belongs to the sentence before it
constexpr std::u16string_view numerals = u"一二三四五六七八九十";
constexpr std::size_t shortest_wrapped_line = 16;  // shorter lines without punctuation are headings, signatures, labels

// Lines of these formats may be wrapped anywhere; those of the others are paragraphs.
bool wraps(Format format) { return format == Format::txt || format == Format::markdown || is_laid_out(format); }

bool goes_on(std::u16string_view line, std::u16string_view next) {
  return line.size() >= shortest_wrapped_line && !one_of(line.back(), closing) && line.find(u'\t') == std::u16string_view::npos &&
         next.find(u'\t') == std::u16string_view::npos && !begins_like_item(next);
}

// The sentences of one paragraph.
std::vector<Range> divided(const Document& document, Range where) {
  std::vector<Range> out;
  const auto add = [&](std::uint32_t begin, std::uint32_t end) {
    const Range piece = trim(document, {begin, end});
    if (!piece.empty()) out.push_back(piece);
  };
  std::uint32_t begin = where.begin;
  for (std::uint32_t i = where.begin; i < where.end; ++i) {
    if (!one_of(document.text[i], sentence_end)) continue;
    while (i + 1 < where.end && (one_of(document.text[i + 1], after_end) || one_of(document.text[i + 1], sentence_end))) ++i;
    add(begin, i + 1);
    begin = i + 1;
  }
  add(begin, where.end);
  return out;
}

}  // namespace

Passage::Passage(const Document& document, Range range) : range_(range), folded_(fold(document.view(range))) {}

Range Passage::back(std::size_t begin, std::size_t end) const {
  const Range inside = folded_.back(begin, end);
  return {range_.begin + inside.begin, range_.begin + inside.end};
}

Passage read_passage(const Document& document, Range range) { return Passage(document, range); }

std::vector<Range> find_all(const Document& document, Range where, std::u16string_view needle) {
  std::vector<Range> out;
  const std::u16string wanted = folded(needle);
  if (wanted.empty()) return out;
  const Passage passage(document, where);
  for (auto at = passage.text().find(wanted); at != std::u16string::npos; at = passage.text().find(wanted, at + wanted.size()))
    out.push_back(passage.back(at, at + wanted.size()));
  return out;
}

bool contains(const Document& document, Range where, std::u16string_view needle) { return !find_all(document, where, needle).empty(); }

bool contains_any(const Document& document, Range where, Labels needles) {
  const Passage passage(document, where);
  return std::any_of(needles.begin(), needles.end(),
                     [&](std::u16string_view needle) { return passage.text().find(folded(needle)) != std::u16string::npos; });
}

Range trim(const Document& document, Range range) {
  while (!range.empty() && is_space(document.text[range.begin])) ++range.begin;
  while (!range.empty() && is_space(document.text[range.end - 1])) --range.end;
  return range;
}

std::vector<Range> without_tables(const Report& report, Range where) {
  std::vector<Range> tables;
  for (const Table& table : report.document->tables) tables.push_back(table.range);
  for (const BoundTable& table : report.tables)
    if (table.present) tables.push_back(table.range);
  sort_by(tables);
  std::vector<Range> out;
  std::uint32_t at = where.begin;
  for (Range table : tables) {
    if (table.end <= at || table.begin >= where.end) continue;
    if (table.begin > at) out.push_back({at, table.begin});
    at = table.end;
  }
  if (at < where.end) out.push_back({at, where.end});
  return out;
}

std::vector<Range> running_text(const Report& report) {
  Range whole = report.body;
  if (whole.empty()) whole = {0, static_cast<std::uint32_t>(report.document->text.size())};
  if (!report.title_range.empty()) whole.begin = std::min(whole.begin, report.title_range.begin);
  if (report.signature) whole.end = std::max(whole.end, report.signature->range.end);
  return without_tables(report, whole);
}

std::vector<Range> lines(const Document& document, Range where) {
  std::vector<Range> out;
  std::uint32_t begin = where.begin;
  while (begin < where.end) {
    std::uint32_t end = begin;
    while (end < where.end && document.text[end] != u'\n') ++end;
    const Range line = trim(document, {begin, end});
    if (!line.empty()) out.push_back(line);
    begin = end + 1;
  }
  return out;
}

std::vector<Range> paragraphs(const Document& document, Range where) {
  std::vector<Range> out;
  const bool joins = wraps(document.format);
  Range last{};  // the last line of the paragraph so far
  for (Range line : lines(document, where)) {
    if (joins && !out.empty() && goes_on(document.view(last), document.view(line))) out.back().end = line.end;
    else out.push_back(line);
    last = line;
  }
  return out;
}

std::vector<Range> sentences(const Document& document, Range where) {
  std::vector<Range> out;
  for (Range paragraph : paragraphs(document, where))
    for (Range sentence : divided(document, paragraph)) out.push_back(sentence);
  return out;
}

bool begins_like_item(std::u16string_view line) {
  line = trim(line);
  if (line.empty()) return true;
  if (one_of(line[0], u"#|*+")) return true;
  std::size_t at = one_of(line[0], u"（(第") ? 1 : 0;
  const bool bracket = at == 1 && line[0] != u'第';
  const std::size_t first = at;
  while (at < line.size() && at < first + 3 && one_of(line[at], numerals)) ++at;
  const bool han = at > first;
  if (!han)
    while (at < line.size() && at < first + 2 && is_digit(line[at])) ++at;
  if (at == first || at >= line.size()) return false;
  if (bracket) return one_of(line[at], u"）)");
  if (line[0] == u'第') return han && one_of(line[at], u"，、：");
  if (han) return one_of(line[at], u"、是．.");
  return one_of(line[at], u"、．.") && (at + 1 >= line.size() || !is_digit(line[at + 1]));
}

}  // namespace nianbao
