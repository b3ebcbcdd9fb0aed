#include "report/row_matcher.h"

#include <algorithm>

#include "base/matching.h"
#include "base/unicode.h"
#include "form/labels.h"

namespace nianbao {
namespace {

constexpr std::size_t shortest_part = 4;      // characters of a broken label that must be seen
constexpr std::size_t shortest_extended = 6;  // characters of a label that others may follow
constexpr std::size_t longest_suffix = 2;
constexpr std::u16string_view units = u"件宗起条项个份次";
constexpr std::size_t most_noise =
    2;  // pieces between two parts of a label: a letter of a vertical label, half a group's name

bool is_common(const std::u16string& key) { return key == u"其他" || key == u"总计" || key == u"其他处理"; }

// A group's name in front of a row's label: "不予公开1属于国家秘密".
std::u16string behind_group(const std::u16string& key) {
  for (std::u16string_view group : {u"本年度办理结果", u"不予公开", u"无法提供", u"不予处理", u"其他处理"}) {
    if (key.size() <= group.size() || key.compare(0, group.size(), group) != 0) continue;
    std::size_t at = group.size();
    if (is_digit(key[at])) ++at;
    return key.substr(at);
  }
  return key;
}

}  // namespace

int printed_number(std::u16string_view text) {
  const std::u16string plain = folded(text.substr(0, 6));
  for (char16_t c : plain) {
    if (c == u'(') continue;
    if (c >= u'1' && c <= u'9') return c - u'0';
    const auto at = std::u16string_view(u"一二三四五六七八九").find(c);
    return at == std::u16string_view::npos ? 0 : static_cast<int>(at) + 1;
  }
  return 0;
}

std::size_t continues(const std::u16string& rest, const std::u16string& key) {
  if (key.empty() || key.size() > rest.size()) return 0;
  return rest.compare(0, key.size(), key) == 0 ? key.size() : 0;
}

RowMatcher::RowMatcher(const FormTable& table) : table_(table) {
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const int row = static_cast<int>(i);
    labels_.push_back({label_key(table.rows[i].label), row});
    for (std::u16string_view label : table.rows[i].also) labels_.push_back({label_key(label), row});
  }
  labels_.erase(
      std::remove_if(labels_.begin(), labels_.end(), [](const Label& l) { return is_common(l.key); }),
      labels_.end());
}

// The label that is `key` or begins with it.
const RowMatcher::Label* RowMatcher::find(const std::u16string& key, bool& unique) const {
  const Label* found = nullptr;
  unique = true;
  for (const Label& label : labels_) {
    if (label.key.compare(0, key.size(), key) != 0) continue;
    if (label.key.size() == key.size()) return &label;
    if (found != nullptr && found->row != label.row) unique = false;
    else if (found == nullptr || label.key.size() > found->key.size()) found = &label;
  }
  return found;
}

bool RowMatcher::has_longer(const std::u16string& key) const {
  return std::any_of(labels_.begin(), labels_.end(), [&](const Label& l) {
    return l.key.size() > key.size() && l.key.compare(0, key.size(), key) == 0;
  });
}

RowMatch RowMatcher::common_word(const Document& document, const Evidence& evidence, std::size_t at,
                                 bool inside) const {
  const Piece& piece = evidence.all[at];
  const int number = printed_number(document.view(piece.range));
  std::size_t next = at + 1;
  while (next < evidence.all.size() && evidence.all[next].kind == PieceKind::blank &&
         !evidence.all[next].cell)
    ++next;
  const bool filled = next < evidence.all.size() && (evidence.all[next].kind == PieceKind::value ||
                                                     evidence.all[next].kind == PieceKind::blank);
  int row = -1;
  if (piece.key == u"总计" && inside && (number == 7 || (number == 0 && filled)))
    row = row_index(table_, "outcome_total");
  if (piece.key == u"其他" && inside && (number == 3 || (number == 0 && filled)))
    row = row_index(table_, "other_remaining");
  if (piece.key == u"其他处理" && filled) {
    row = row_index(table_, "other_handling");
    if (row < 0 && row_index(table_, "other_remaining") >= 0) row = unsplit();
  }
  return {.row = row, .end = at + 1, .rest = {}};
}

// 本年新收政府信息公开申请数量（件）; 要求提供公开出版物品
RowMatch RowMatcher::with_suffix(const std::u16string& key, std::size_t at) const {
  for (const Label& label : labels_) {
    if (label.key.size() < shortest_extended || key.compare(0, label.key.size(), label.key) != 0) continue;
    const std::u16string_view suffix = std::u16string_view(key).substr(label.key.size());
    const bool unit = suffix.size() == 1 && one_of(suffix[0], units);
    if (suffix.size() <= longest_suffix)
      return {.row = label.row, .end = at + 1, .rest = {}, .altered = !unit};
  }
  return {};
}

RowMatch RowMatcher::match(const Document& document, const Evidence& evidence, std::size_t at,
                           bool inside) const {
  const Piece& first = evidence.all[at];
  if (first.kind != PieceKind::text || first.key.empty()) return {};
  if (is_common(first.key))
    if (const RowMatch match = common_word(document, evidence, at, inside); match.row >= 0) return match;
  std::u16string key = behind_group(first.key);
  bool unique = true;
  const Label* label = find(key, unique);
  if (label == nullptr) return with_suffix(key, at);
  std::size_t end = at + 1, noise = 0;
  for (std::size_t i = end; i < evidence.all.size() && (label->key.size() > key.size() || has_longer(key));
       ++i) {
    const Piece& piece = evidence.all[i];
    if (piece.line > first.line + 30) break;
    if (piece.kind == PieceKind::blank && !piece.cell) continue;
    if (piece.kind != PieceKind::text) break;
    const Label* longer = piece.key.empty() ? nullptr : find(key + piece.key, unique);
    if (longer == nullptr) {
      if (piece.key.size() > 2 || ++noise > most_noise) break;
      continue;
    }
    label = longer;
    key += piece.key;
    end = i + 1;
    noise = 0;
  }
  if (label->key.size() > key.size() && (!unique || key.size() < shortest_part)) return {};
  return {.row = label->row, .end = end, .rest = label->key.substr(key.size())};
}

}  // namespace nianbao
