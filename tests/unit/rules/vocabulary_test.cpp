#include "rules/vocabulary.h"

#include <gtest/gtest.h>

namespace nianbao {
namespace {

Document text_document(std::u16string text, Format format = Format::txt) {
  Document document;
  document.format = format;
  document.text = std::move(text);
  return document;
}

Range whole(const Document& document) { return {0, static_cast<std::uint32_t>(document.text.size())}; }

std::vector<std::u16string> views(const Document& document, const std::vector<Range>& ranges) {
  std::vector<std::u16string> out;
  for (Range range : ranges) out.emplace_back(document.view(range));
  return out;
}

using Pieces = std::vector<std::u16string>;

TEST(Vocabulary, NamesCellsAsPrinted) {
  const CellRef ref = *cell(form_2021(), "requests.refused_state_secret.total");
  EXPECT_EQ(cell_label(form_2021(), ref).zh, u"表三“1.属于国家秘密”行“总计”列");
  EXPECT_EQ(cell_label(form_2021(), ref).en, u"Table 3, row \"(3) 1. state secret\", column \"total\"");
  EXPECT_EQ(section_name(form_2021(), 6).zh, u"“六、其他需要报告的事项”");
}

TEST(Vocabulary, NamesManyCellsARowAtATime) {
  std::vector<CellRef> cells;
  for (const char* id :
       {"disclosure.regulations.issued", "disclosure.regulations.in_force", "disclosure.licences.decisions",
        "requests.new_requests.total", "proceedings.review.total"})
    cells.push_back(*cell(form_2021(), id));
  EXPECT_EQ(cell_names(form_2021(), cells, 2).zh,
            u"“规章”行（本年制发件数、现行有效件数）、“行政许可”行（本年处理决定数量）等4行");
  EXPECT_EQ(cell_names(form_2021(), cells, 2).en,
            u"row \"rules\" (issued this year, in force), row \"administrative licensing\" (decisions this "
            u"year) and others, 4 rows in all");
}

TEST(Vocabulary, QuotesAndLists) {
  EXPECT_EQ(quote(u"  一 \n 二三四五", 4).zh, u"“一 二三…”");
  EXPECT_EQ(listed({Text(u"甲"), Text(u"乙"), Text(u"丙")}, 2).zh, u"甲、乙等3项");
  EXPECT_EQ(listed({Text(u"a"), Text(u"b"), Text(u"c")}, 2).en, u"a, b and 1 more");
}

TEST(Vocabulary, FindsTextWhateverItsSpacingAndWidth) {
  const Document document = text_document(u"按照〔２０１９〕 60 号\n文件，〔2019〕60号");
  EXPECT_EQ(views(document, find_all(document, whole(document), u"（2019）60号")),
            (Pieces{u"〔２０１９〕 60 号", u"〔2019〕60号"}));
  EXPECT_TRUE(find_all(document, {0, 3}, u"2019").empty());
}

}  // namespace
}  // namespace nianbao
