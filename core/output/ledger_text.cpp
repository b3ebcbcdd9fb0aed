#include "output/ledger_text.h"

#include "base/unicode.h"
#include "narrative/frames.h"
#include "output/to_json.h"
#include "rules/figures.h"

namespace nianbao {
namespace {

Words class_words(FigureClass cls) {
  switch (cls) {
    case FigureClass::matches: return {u"相符", u"agrees"};
    case FigureClass::contradicts: return {u"不符", u"contradicts"};
    case FigureClass::part_of_sum: return {u"分项", u"sum"};
    case FigureClass::share_of: return {u"占比", u"share"};
    case FigureClass::growth_of: return {u"增减", u"growth"};
    case FigureClass::not_about_tables: return {u"表外", u"elsewhere"};
    case FigureClass::not_understood: break;
  }
  return {u"不明", u"unclear"};
}

std::u16string one_line(std::u16string_view text, std::size_t most) {
  std::u16string out;
  for (char16_t c : text)
    if (!is_space(c) && out.size() < most) out.push_back(c);
  return out;
}

// The frame that read a figure, and the word that was not known.
std::string how(const Reading& reading, const Figure& figure, bool english) {
  std::string out;
  if (figure.measure.frame != nullptr) out += "  [" + std::string(figure.measure.frame->pattern) + "]";
  if (!figure.unknown.empty()) {
    const Text text = say(u"  不认识的词：{0}", u"  unknown word: {0}",
                          {Text(one_line(reading.document.view(figure.unknown), 20))});
    out += to_utf8(english ? text.en : text.zh);
  }
  return out;
}

}  // namespace

LedgerCount count_figures(const Ledger& ledger) {
  LedgerCount count;
  for (const Figure& figure : ledger.figures) {
    ++count.figures;
    count.not_understood += figure.cls == FigureClass::not_understood;
  }
  return count;
}

std::string ledger_text(const Reading& reading, const Ledger& ledger, Language language) {
  const bool english = language == Language::english;
  const LineIndex lines(reading.document.text);
  std::string out;
  for (const Figure& figure : ledger.figures) {
    const Words cls = class_words(figure.cls);
    const Text note = explain(reading.report, ledger, figure);
    out += "  " + std::to_string(lines.line(figure.range.begin)) + ":" +
           std::to_string(lines.column(figure.range.begin)) + "  ";
    out += to_utf8(english ? cls.en : cls.zh) + "  " +
           to_utf8(one_line(reading.document.view(figure.range), 30)) + "  ";
    out += to_utf8(one_line(reading.document.view(figure.clause), 40)) + "  " +
           to_utf8(english ? note.en : note.zh) + how(reading, figure, english) + "\n";
  }
  return out;
}

std::string ledger_summary(const LedgerCount& count, Language language) {
  const double share = count.figures == 0 ? 0 : 100.0 * count.not_understood / count.figures;
  const Text text = say(u"正文数字共{0}个，没有读懂{1}个（{2}）\n",
                        u"{0} figures in the narrative, {1} not understood ({2})\n",
                        {count.figures, count.not_understood, percent_of(share, 2)});
  return to_utf8(language == Language::english ? text.en : text.zh);
}

}  // namespace nianbao
