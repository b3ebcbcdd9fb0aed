// The words printed in the tables of both forms, and what each is: block, group, row or column.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "form/form.h"

namespace nianbao {

enum class Word : std::uint8_t {
  none,
  disclosure_block,    // 第二十条第（一）项; index is the number of the item
  disclosure_head,     // 信息内容
  disclosure_column,   // 本年制发件数, of either form
  disclosure_row,      // 行政许可; key is the row's
  applicant_head,      // 申请人情况, 法人或其他组织, the note of the header
  applicant_column,    // 自然人; index is the column's
  outcome_group,       // 三、本年度办理结果, （三）不予公开; index is an OutcomeGroup
  request_row,         // 1.属于国家秘密; key is the row's
  proceedings_group,   // 行政复议; index is the row of 表四, or proceedings_suits
  proceedings_column,  // 结果维持; index is the column's
  other,               // 其他: a row of 表三 or a column
  total,               // 总计: a row of 表三 or a column of 表三 and 表四
};

enum OutcomeGroup { group_results, group_refused, group_unavailable, group_unprocessed, group_other };
constexpr int proceedings_suits = 3;  // 行政诉讼, above 未经复议直接起诉 and 复议后起诉

struct WordMeaning {
  Word word = Word::none;
  int index = -1;
  std::string_view key{};  // row key of the form
  int group = -1;          // OutcomeGroup named in the same text: "（三）不予公开1.属于国家秘密"
};

// One of the words, with the Arabic number that is printed before it, 0 for none: "属于国家秘密", 1.
struct PrintedWord {
  std::u16string key;
  int number = 0;
};
const std::vector<PrintedWord>& printed_words();  // longest first

// The meaning of a label's text, by label_key(); exact but for what label_key() drops. A group in front of a
// row is told apart. Cost: linear in the text.
WordMeaning word_of(std::u16string_view label_key);

}  // namespace nianbao
