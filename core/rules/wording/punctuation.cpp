#include "base/unicode.h"
#include "rules/analysis.h"
#include "rules/cures.h"
#include "rules/rule.h"
#include "rules/text_patterns.h"

namespace nianbao::rules::wording {
namespace {

using std::u16string_view;

constexpr u16string_view stops = u"。，、；：";

Range range_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// 。。 ，。 、， in one go.
void find_doubled(const Document& document, Range line, Findings& out, int& found) {
  const u16string_view text = document.view(line);
  for (std::size_t at = 0; at + 1 < text.size();) {
    std::size_t end = at;
    while (end < text.size() && one_of(text[end], stops)) ++end;
    if (end - at >= 2) {
      const Range place = range_of(line.begin + at, line.begin + end);
      const u16string_view marks = document.view(place);
      Finding& finding = out.add(say(u"标点连用：“{0}”。", u"Punctuation marks in a row: \"{0}\".", {marks}));
      finding.places.push_back(place);
      if (marks.find_first_not_of(marks[0]) == u16string_view::npos)
        offer_words(document, finding, marks, marks.substr(0, 1));
      ++found;
    }
    at = end > at ? end : at + 1;
  }
}

struct Bracket {
  char16_t open, close;
};
constexpr Bracket brackets[] = {{u'（', u'）'}, {u'(', u')'},   {u'“', u'”'},
                                {u'《', u'》'}, {u'〔', u'〕'}, {u'【', u'】'}};

int kind_of_opening(char16_t c) {
  for (int i = 0; i < 6; ++i)
    if (brackets[i].open == c) return i;
  return -1;
}

int kind_of_closing(char16_t c) {
  for (int i = 0; i < 6; ++i)
    if (brackets[i].close == c) return i;
  return -1;
}

bool both_round(int a, int b) { return a <= 1 && b <= 1; }

// "1）", "a)", "一）" at the head of an item.
bool is_item_mark(u16string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && at - begin < 3 &&
         (is_digit(text[begin - 1]) || one_of(text[begin - 1], u"一二三四五六七八九十") ||
          (text[begin - 1] >= u'a' && text[begin - 1] <= u'z')))
    --begin;
  return begin < at && (begin == 0 || one_of(text[begin - 1], u"。；：，、 \u3000\t;:,"));
}

struct Slip {
  enum Kind { unclosed, unopened, mixed } kind;
  std::size_t at;       // in the text looked at
  std::size_t partner;  // of a mixed pair
};

// Brackets of one paragraph held against each other; at most a few hundred are open at a time.
std::vector<Slip> find_unpaired(u16string_view text) {
  constexpr std::size_t deepest = 256;
  std::vector<Slip> slips;
  std::vector<std::size_t> open;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (kind_of_opening(text[at]) >= 0 && open.size() < deepest) open.push_back(at);
    const int closing = kind_of_closing(text[at]);
    if (closing < 0) continue;
    const int last = open.empty() ? -1 : kind_of_opening(text[open.back()]);
    if (last == closing || (last >= 0 && both_round(last, closing))) {
      if (last != closing) slips.push_back({Slip::mixed, open.back(), at});
      open.pop_back();
    } else if (!is_item_mark(text, at)) {
      slips.push_back({Slip::unopened, at, at});
    }
  }
  for (std::size_t at : open) slips.push_back({Slip::unclosed, at, at});
  return slips;
}

// A slip in its paragraph of the document.
struct Place {
  Range line;
  Slip slip;
};

bool closes(const Document& document, const Place& open, const Place& close) {
  if (open.slip.kind != Slip::unclosed || close.slip.kind != Slip::unopened) return false;
  const int a = kind_of_opening(document.text[open.line.begin + open.slip.at]),
            b = kind_of_closing(document.text[close.line.begin + close.slip.at]);
  return a == b || both_round(a, b);
}

// Brackets of every paragraph; a pair that runs on into the next paragraph is none of the writer's slips.
std::vector<Place> unpaired(const Prose& prose, const Document& document) {
  std::vector<Place> places;
  for (const Paragraph& paragraph : prose.paragraphs) {
    if (!paragraph.in_report()) continue;
    for (const Slip& slip : find_unpaired(document.view(paragraph.range))) {
      const Place place{paragraph.range, slip};
      if (!places.empty() && closes(document, places.back(), place)) places.pop_back();
      else places.push_back(place);
    }
  }
  return places;
}

// 引号, “（”
Text name_of(char16_t mark) {
  if (mark == u'“' || mark == u'”') return Words{u"引号", u"quotation mark"};
  return {std::u16string{u'括', u'号', u'“', mark, u'”'}, std::u16string(u"bracket \"") + mark + u'"'};
}

// Some words around the slip; of a quotation mark only those on its inner side.
Text words_near(u16string_view text, std::size_t at) {
  std::size_t begin = at > 6 ? at - 6 : 0;
  for (std::size_t i = begin; i < at; ++i)
    if (one_of(text[i], stops)) begin = i + 1;
  if (text[at] == u'“') return excerpt(text.substr(at + 1, 12));
  return excerpt(text[at] == u'”' ? text.substr(begin, at - begin) : text.substr(begin, 18));
}

void report_unpaired(const Document& document, const Place& place, Findings& out) {
  const auto& [line, slip] = place;
  const u16string_view text = document.view(line);
  const Text name = name_of(text[slip.at]), near = words_near(text, slip.at);
  Text message = slip.kind == Slip::mixed
                     ? say(u"括号一半全角一半半角，“{0}”与“{1}”不配：{2}。",
                           u"A full-width and a half-width bracket are paired, \"{0}\" and \"{1}\": {2}.",
                           {text.substr(slip.at, 1), text.substr(slip.partner, 1), near})
                 : slip.kind == Slip::unclosed
                     ? say(u"{0}没有配对的后一半：{1}。", u"This {0} is never closed: {1}.", {name, near})
                     : say(u"{0}没有配对的前一半：{1}。", u"This {0} was never opened: {1}.", {name, near});
  Finding& finding = out.add(std::move(message));
  finding.places.push_back(range_of(line.begin + slip.at, line.begin + slip.at + 1));
  if (slip.kind != Slip::mixed) return;
  finding.places.push_back(range_of(line.begin + slip.partner, line.begin + slip.partner + 1));
  for (const bool wide : {true, false})  // both full-width, or both half-width
    finding.cures.push_back(
        {{{finding.places.front(), wide ? u"（" : u"("}, {finding.places.back(), wide ? u"）" : u")"}},
         wide ? Words{u"两个括号都用全角（）", u"both brackets full-width （）"}
              : Words{u"两个括号都用半角()", u"both brackets half-width ()"}});
}

void run(const Context& context, Findings& out) {
  const Document& document = *context.report.document;
  int found = 0;
  for (const Paragraph& paragraph : context.report.prose.paragraphs)
    if (paragraph.in_report()) find_doubled(document, paragraph.range, out, found);
  const std::vector<Place> places = unpaired(context.report.prose, document);
  for (const Place& place : places) report_unpaired(document, place, out);
  if (found == 0 && places.empty()) out.passed();
}

}  // namespace

extern constexpr Rule punctuation = {
    .severity = Severity::notice,
    .title = {u"标点错误", u"Punctuation"},
    .basis_kind = BasisKind::practice,
    .basis = {u"建议：按《标点符号用法》（GB/T 15834）使用标点",
              u"Recommended: punctuation after GB/T 15834"},
    .advice = {u"删去多余的标点，补齐括号和引号。",
               u"Delete the superfluous mark; complete brackets and quotation marks."},
    .run = run,
};

}  // namespace nianbao::rules::wording
