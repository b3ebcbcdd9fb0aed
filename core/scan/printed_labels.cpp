#include "scan/printed_labels.h"

#include <algorithm>
#include <vector>

#include "base/unicode.h"
#include "form/form.h"
#include "form/labels.h"

namespace nianbao::scan {
namespace {

// No rows or columns, but printed in the tables as well.
constexpr std::u16string_view others[] = {
    u"信息内容",
    u"申请人情况",
    u"行政复议",
    u"（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
};

struct Label {
  std::u16string_view printed;
  std::u16string folded;
};

const std::vector<Label>& labels() {
  static const std::vector<Label> all = [] {
    std::vector<std::u16string_view> printed(std::begin(others), std::end(others));
    for (const Form* form : forms())
      for (const FormTable& table : form->tables)
        for (const FormRow& row : table.rows) {
          printed.insert(printed.end(), {row.label, row.group});
          printed.insert(printed.end(), row.also.begin(), row.also.end());
          for (const FormColumn& column : row.columns)
            printed.insert(printed.end(), {column.label, column.group});
        }
    std::vector<Label> out;
    for (std::u16string_view label : printed) {
      std::u16string text = folded(label);
      const auto same = [&](const Label& other) { return other.folded == text; };
      if (!text.empty() && std::none_of(out.begin(), out.end(), same))
        out.push_back({label, std::move(text)});
    }
    return out;
  }();
  return all;
}

}  // namespace

std::u16string as_printed(std::u16string_view text) {
  const std::u16string read = folded(text);
  constexpr std::size_t shortest = 2, characters_an_error = 5;
  if (read.size() < shortest) return std::u16string(text);
  const int limit = static_cast<int>(std::max<std::size_t>(1, read.size() / characters_an_error));
  const Label* best = nullptr;
  int least = limit + 1;
  bool clear = true;
  for (const Label& label : labels()) {
    const int distance = edit_distance(read, label.folded, limit);
    if (distance > limit || distance > least) continue;
    clear = distance < least;
    least = distance;
    best = &label;
  }
  return std::u16string(best != nullptr && clear ? best->printed : text);
}

}  // namespace nianbao::scan
