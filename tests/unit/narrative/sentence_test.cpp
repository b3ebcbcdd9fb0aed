// A sentence taken apart: numbers, words, clauses, what belongs to a number, whose and when.
#include "narrative/sentence.h"

#include <gtest/gtest.h>

#include "narrative/around.h"
#include "narrative/context.h"
#include "unit/narrative/narrative_report.h"

namespace nianbao::testing {
namespace {

using namespace prose;  // NOLINT(google-build-using-namespace)

struct Read {
  NarrativeReport made;
  Sentence sentence;
  explicit Read(std::u16string_view text)
      : made(text), sentence(read_sentence(made.report.prose.paragraphs.at(0), 0)) {}
  std::string view(std::uint32_t begin, std::uint32_t end) const {
    return to_utf8(sentence.text(begin, end));
  }
};

// One line a clause, indented by its brackets: the mark that opens it, its words, its numbers in square
// brackets.
std::string clauses(std::u16string_view text) {
  const Read read(text);
  std::string out;
  for (std::uint32_t i = 0; i < read.sentence.clauses.size(); ++i) {
    const Clause& c = read.sentence.clauses[i];
    if (!out.empty()) out += "\n";
    out += std::string(static_cast<std::size_t>(2 * c.depth), ' ');
    if (c.opened_by != 0) out += to_utf8(std::u16string(1, c.opened_by));
    out += read.view(c.begin, c.end);
    for (const Numeral& n : read.sentence.numerals)
      if (n.clause == i) out += " [" + read.view(n.begin, n.end) + (n.rhetorical ? "?" : "") + "]";
  }
  return out;
}

TEST(Sentence, ClausesAndTheirNumbers) {
  EXPECT_EQ(clauses(u"全年新收申请23件，上年结转1件；办结24件。"),
            "全年新收申请23件 [23件]\n,上年结转1件 [1件]\n;办结24件 [24件]");
}

TEST(Sentence, BracketsWithNumbersHoldClausesOfTheirOwn) {
  EXPECT_EQ(clauses(u"收到申请23件（网络20件、当面3件），均已答复。"),
            "收到申请23件(网络20件、当面3件) [23件]\n  (网络20件 [20件]\n  、当面3件 [3件]\n,均已答复");
  EXPECT_EQ(clauses(u"收到申请（含转办）23件。"), "收到申请(含转办)23件 [23件]");
}

TEST(Sentence, NumbersThatCountNothing) {
  EXPECT_EQ(clauses(u"2024年3月5日，依据第36条第2款和12345热线。"),
            "2024年3月5日\n,依据第36条第2款和12345热线");
  EXPECT_EQ(clauses(u"公开信息三十二条。"), "公开信息三十二条 [三十二条?]");
  EXPECT_EQ(clauses(u"落实《条例（2021—2025年）》5项要求。"), "落实《条例(2021-2025年)》5项要求 [5项]");
}

TEST(Sentence, CircledNumbersPartClauses) {
  EXPECT_EQ(clauses(u"①网站5条②热线3件。"), ";网站5条 [5条]\n;热线3件 [3件]");
}

TEST(Sentence, EndsWithItsMark) {
  const Read read(u"收到3件。办结2件。");
  EXPECT_EQ(read.view(read.sentence.begin, read.sentence.end), "收到3件。");
}

// The words before and behind each number.
std::string words_around(std::u16string_view text) {
  const Read read(text);
  std::string out;
  for (std::size_t i = 0; i < read.sentence.numerals.size(); ++i) {
    const Around a = around(read.sentence, i);
    const Numeral& n = read.sentence.numerals[i];
    if (!out.empty()) out += "\n";
    for (const Hit& hit : a.lead) out += read.view(hit.begin, hit.end) + " ";
    out += "<" + read.view(n.begin, n.end) + ">";
    for (const Hit& hit : a.tail) out += " " + read.view(hit.begin, hit.end);
  }
  return out;
}

TEST(Around, WordsOfTheClauseUpToTheNumbersBesideIt) {
  EXPECT_EQ(words_around(u"新收申请23件，办结24件。"), "新收 申请 <23件>\n办结 <24件>");
}

TEST(Around, WordsOfClausesBeforeWhereNothingIsSaid) {
  EXPECT_EQ(words_around(u"收到政府信息公开申请，共12件。"), "收到 政府信息公开申请 共 <12件>");
}

// The scope and the span in force after each sentence.
TEST(Context, ScopeAndSpan) {
  const NarrativeReport made(u"全市共收到申请5件。本局收到3件。2023年收到2件。上半年收到1件。");
  std::string out;
  constexpr const char* scopes[] = {"own", "wide", "body"};
  constexpr const char* spans[] = {"this year", "other year", "part of year", "several years"};
  for (const Figure& figure : read_figures(made.report).figures)
    out += (out.empty() ? "" : "\n") + to_utf8(made.document.view(figure.range)) + " " +
           scopes[static_cast<int>(figure.scope)] + ", " + spans[static_cast<int>(figure.span)];
  EXPECT_EQ(out, "5件 wide, this year\n3件 own, this year\n2件 own, other year\n1件 own, part of year");
}

}  // namespace
}  // namespace nianbao::testing
