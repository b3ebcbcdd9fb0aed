// Finds the printed labels of a form table's rows among pieces, also when a label is broken over several of
// them.
#pragma once

#include <string>
#include <vector>

#include "report/evidence.h"

namespace nianbao {

struct RowMatch {
  int row = -1;  // of the form; RowMatcher::unsplit() for （六）其他处理 where the form has three rows; -1:
                 // no label
  std::size_t end = 0;    // behind the pieces that belong to the label
  std::u16string rest{};  // what of the label has not come yet; empty when it is complete
  bool altered = false;   // characters that are not the form's follow the label
};

class RowMatcher {
 public:
  explicit RowMatcher(const FormTable& table);

  // A label that begins with piece `at`. Labels that are common words (其他, 总计, 其他处理) are told by
  // their number, or by `inside`: a row of the table has come before. Cost: labels of the form times pieces
  // of the label.
  RowMatch match(const Document& document, const Evidence& evidence, std::size_t at, bool inside) const;
  int unsplit() const { return static_cast<int>(table_.rows.size()); }

 private:
  struct Label {
    std::u16string key;
    int row;
  };
  RowMatch common_word(const Document& document, const Evidence& evidence, std::size_t at, bool inside) const;
  RowMatch with_suffix(const std::u16string& key, std::size_t at) const;
  bool has_longer(const std::u16string& key) const;  // a label that begins with it
  const Label* find(const std::u16string& key, bool& unique) const;

  const FormTable& table_;
  std::vector<Label> labels_;
};

// Length of `key` when a label whose remaining part is `rest` goes on with it, 0 when it does not.
std::size_t continues(const std::u16string& rest, const std::u16string& key);

// The number printed before a label: 3 for "3.其他", 7 for "（七）总计"; 0 when there is none.
int printed_number(std::u16string_view text);

}  // namespace nianbao
