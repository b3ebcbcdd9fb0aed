#include "prose/paragraph.h"

#include <algorithm>

#include "base/matching.h"
#include "base/unicode.h"

namespace nianbao {
namespace {

using View = std::u16string_view;

std::size_t digits_before(View text) {
  std::size_t n = 0;
  while (n < 4 && n < text.size() && is_ascii_digit(text[text.size() - 1 - n])) ++n;
  return n;
}

std::size_t digits_from(View text, std::size_t at) {
  std::size_t n = 0;
  while (n < 4 && at + n < text.size() && is_ascii_digit(text[at + n])) ++n;
  return n;
}

// A blank between digits: "1 234" and "1 2" are one number, "12 345" and "12 2023" are two.
bool parts_numbers(View before, View line, std::size_t blank) {
  const std::size_t left = digits_before(before), right = digits_from(line, blank + 1);
  if (left == 0 || right == 0) return false;
  return !((left <= 3 && right == 3) || (left == 1 && right == 1));
}

// '#' before a heading, '>' before a quotation, '**' around strong words, '\' before punctuation, '`'.
bool is_mark(View text, std::size_t at, bool first) {
  const char16_t c = text[at];
  if (c == u'#' || c == u'>') return first;
  if (c == u'`') return true;
  if (c == u'\\') return at + 1 < text.size() && text[at + 1] < 0x80;
  if (c != u'*') return false;
  std::size_t begin = at, end = at;
  while (begin > 0 && text[begin - 1] == u'*') --begin;
  while (end < text.size() && text[end] == u'*') ++end;
  return end - begin == 2 || end - begin == 3;  // more of them mask a number
}

}  // namespace

void JoinedText::append(const Document& document, Range line) {
  const Folded folded = fold(document.view(line), Spaces::keep);
  const bool markdown = document.format == Format::markdown;
  const std::size_t first = text.size();
  for (std::size_t i = 0; i < folded.text.size(); ++i) {
    char16_t c = folded.text[i];
    if (c == u' ' && (text.size() == first || !parts_numbers(text, folded.text, i))) continue;
    if (markdown && is_mark(folded.text, i, text.size() == first)) continue;
    const std::uint32_t at = line.begin + folded.source[i];
    if (is_circled_number(document.text[at])) {
      if (text.size() > first && source.back() == at) continue;  // ⑩ folds to two digits
      c = document.text[at];
    }
    text.push_back(c);
    letters.add(c);
    source.push_back(at);
    ends.push_back(line.begin + folded.ends[i]);
  }
  if (text.empty()) return;
  range = {source.front(), ends.back()};
}

namespace {
constexpr View left_over_marks = u"*#`\uFFFD";
}

bool Paragraph::has_marks() const { return text.find_first_of(left_over_marks) != View::npos; }

Paragraph Paragraph::without_marks() const {
  Paragraph out = *this;
  out.text.clear(), out.source.clear(), out.ends.clear();
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (one_of(text[i], left_over_marks)) continue;
    out.text.push_back(text[i]), out.source.push_back(source[i]), out.ends.push_back(ends[i]);
  }
  out.dates = find_dates(out.text);
  return out;
}

std::vector<JoinedText> joined_lines(const Document& document, const std::vector<DocumentLine>& lines,
                                     Range where) {
  std::vector<JoinedText> out;
  bool open = false;
  for (const DocumentLine& line : lines) {
    const Range part{std::max(line.range.begin, where.begin), std::min(line.range.end, where.end)};
    if (line.range.begin >= where.end) break;
    if (part.empty()) continue;
    if (!open) out.emplace_back();
    out.back().append(document, part);
    open = line.goes_on;
  }
  return out;
}

const Paragraph* Prose::at(std::uint32_t offset) const {
  const auto after = std::upper_bound(paragraphs.begin(), paragraphs.end(), offset,
                                      [](std::uint32_t o, const Paragraph& p) { return o < p.range.begin; });
  if (after == paragraphs.begin() || !(after - 1)->range.contains(offset)) return nullptr;
  return &*(after - 1);
}

std::u16string section_text(const Prose& prose, int section) {
  std::u16string text;
  for (const Paragraph& paragraph : prose.paragraphs)
    if (paragraph.section == section && paragraph.part != Part::heading) text += paragraph.text;
  return text;
}

std::vector<TextSpan> sentences(View text) {
  std::vector<TextSpan> out;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!one_of(text[i], u"。!?")) continue;
    while (i + 1 < text.size() && one_of(text[i + 1], u"。!?\"')》")) ++i;
    out.push_back({begin, i + 1});
    begin = i + 1;
  }
  if (begin < text.size()) out.push_back({begin, text.size()});
  return out;
}

std::vector<Range> section_sentences(const Prose& prose, int section) {
  std::vector<Range> out;
  for (const Paragraph& paragraph : prose.paragraphs)
    if (paragraph.section == section && paragraph.part != Part::heading && paragraph.part != Part::signature)
      for (TextSpan sentence : sentences(paragraph.text)) out.push_back(paragraph.back(sentence));
  return out;
}

std::vector<std::size_t> find_all(const JoinedText& text, View word) {
  std::vector<std::size_t> found;
  if (!text.letters.may_hold(word)) return found;
  for (std::size_t at = text.text.find(word); at != View::npos; at = text.text.find(word, at + word.size()))
    found.push_back(at);
  return found;
}

std::vector<Range> find_all(const Prose& prose, View word) {
  std::vector<Range> out;
  const std::u16string wanted = folded(word);
  for (const Paragraph& paragraph : prose.paragraphs) {
    if (!paragraph.in_report() || wanted.empty()) continue;
    for (std::size_t at : find_all(paragraph, wanted)) out.push_back(paragraph.back(at, at + wanted.size()));
  }
  return out;
}

bool reads_as_sentence(View text) {
  constexpr std::size_t shortest = 8;
  return text.size() >= shortest && text.back() == u'。' && !contains(text, u"勾稽关系");
}

}  // namespace nianbao
