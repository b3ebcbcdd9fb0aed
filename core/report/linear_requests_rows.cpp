#include <algorithm>

#include "base/unicode.h"
#include "form/labels.h"
#include "report/linear.h"

namespace nianbao {
namespace {

constexpr std::size_t longest_gap = 90;    // tokens between two labels of the table
constexpr std::size_t longest_head = 90;   // tokens of the head
constexpr std::size_t behind_last = 24;    // tokens of the last row
constexpr int enough_rows = 3;

// --- where -------------------------------------------------------------------------------------------------------

struct Hit {
  std::size_t begin, end;
  int row;
};

std::vector<Hit> find_hits(const LinearSource& source, const RowMatcher& matcher) {
  std::vector<Hit> hits;
  for (std::size_t i = 0; i < source.tokens.all.size(); ++i) {
    const bool inside = !hits.empty() && i - hits.back().end < longest_gap;
    const RowMatch match = matcher.match(source.document, source.tokens, i, inside);
    if (match.row < 0) continue;
    hits.push_back({i, match.end, match.row});
    i = match.end - 1;
  }
  return hits;
}

int distinct_rows(const std::vector<Hit>& hits, std::size_t begin, std::size_t end) {
  std::vector<bool> seen(64, false);
  int count = 0;
  for (std::size_t i = begin; i < end; ++i) {
    auto one = seen[static_cast<std::size_t>(hits[i].row)];
    count += !one;
    one = true;
  }
  return count;
}

// One or two labels before the table, in a sentence that happens to break there: they come again soon.
void drop_strays(const std::vector<Hit>& hits, std::size_t& begin, std::size_t end) {
  for (int strays = 0; strays < 2 && end - begin > enough_rows; ++strays) {
    const auto again = [&](const Hit& hit) { return hit.row == hits[begin].row; };
    const auto soon = hits.begin() + static_cast<std::ptrdiff_t>(std::min(end, begin + 4));
    if (std::none_of(hits.begin() + static_cast<std::ptrdiff_t>(begin) + 1, soon, again)) return;
    ++begin;
  }
}

// --- rows --------------------------------------------------------------------------------------------------------

class RowReader {
 public:
  RowReader(const LinearSource& source, const RowMatcher& matcher, TokenSpan span, std::size_t columns)
      : source_(source), matcher_(matcher), span_(span), columns_(columns), one_a_line_(one_value_a_line(source.tokens, span.begin, span.end)) {}

  std::vector<LinearRow> read() {
    for (std::size_t i = span_.begin; i < span_.end && !ends_table(i); ++i) {
      switch (source_.token(i).kind) {
        case TokenKind::blank:
        case TokenKind::value: add_cell(i); break;
        case TokenKind::row_end: open_ = open_ && rows_.back().cells.empty(); break;
        case TokenKind::text: i = text(i); break;
      }
    }
    return std::move(rows_);
  }

 private:
  void add_cell(std::size_t i) {
    if (open_) rows_.back().cells.push_back(i);
  }

  bool has_values() const {
    return std::any_of(rows_.back().cells.begin(), rows_.back().cells.end(), [&](std::size_t i) { return source_.token(i).kind == TokenKind::value; });
  }

  // The head of 表四.
  bool ends_table(std::size_t i) const {
    const Word word = source_.token(i).meaning.word;
    return !rows_.empty() && (word == Word::proceedings_group || word == Word::proceedings_column);
  }

  // The last token that was looked at.
  std::size_t text(std::size_t i) {
    const Token& token = source_.token(i);
    if (const RowMatch match = matcher_.match(source_.document, source_.tokens, i, !rows_.empty()); match.row >= 0) {
      open_ = true;
      const Range label{token.range.begin, source_.token(match.end - 1).range.end};
      rows_.push_back({.row = match.row, .label = label, .rest = match.rest});
      return match.end - 1;
    }
    if (rows_.empty()) return i;
    if (const std::size_t seen = continues(rows_.back().rest, token.key); seen > 0) {
      rows_.back().rest.erase(0, seen);
      if (!has_values()) rows_.back().label.end = token.range.end;
      return i;
    }
    return foreign(i);
  }

  // Text that is no label of the form: a letter of a vertical label, a group's name, a value in words, a row of its own, or
  // what follows the table.
  std::size_t foreign(std::size_t i) {
    const Token& token = source_.token(i);
    const Word word = token.meaning.word;
    if (token.key.size() < 2 || word == Word::outcome_group || word == Word::applicant_head || word == Word::other || is_half_group(token.key)) return i;
    if (begins_row(i)) return unknown_row(i);
    if (!open_) return i;
    const bool complete = rows_.back().rest.empty();
    if (!complete && !has_values()) {
      rows_.back().label.end = token.range.end;  // the label goes on in other words
      return i;
    }
    if (stands_like_value(i)) rows_.back().cells.push_back(i);
    else open_ = false;
    return i;
  }

  static bool is_half_group(const std::u16string& key) {
    for (std::u16string_view half : {u"不予", u"公开", u"无法", u"提供", u"处理", u"其他", u"本年度", u"办理结果"})
      if (key == half) return true;
    return false;
  }

  // 待统计 in place of a number: behind the label or a value on the same line, or on a line of its own where all values are.
  bool stands_like_value(std::size_t i) const {
    if (rows_.back().cells.size() >= columns_ || source_.token(i).range.size() > 12) return false;
    if (source_.tokens.layout != LinearLayout::lines || one_a_line_) return true;
    return source_.token(i - 1).line == source_.token(i).line;
  }

  // Numbered text with a row's worth of values behind it on its line or on the next.
  bool begins_row(std::size_t i) const {
    const bool numbered = printed_number(source_.document.view(source_.token(i).range)) > 0 && source_.token(i).key.size() > 2;
    if (!numbered && open_ && !has_values()) return false;
    std::size_t at = i + 1, values = 0;
    while (at < span_.end && source_.token(at).kind == TokenKind::text && source_.token(at).line <= source_.token(i).line + 4 &&
           matcher_.match(source_.document, source_.tokens, at, true).row < 0)
      ++at;
    for (; at < span_.end && source_.token(at).kind != TokenKind::text && values < columns_; ++at)
      values += source_.token(at).kind == TokenKind::value || source_.tokens.layout != LinearLayout::lines;
    return values + 1 >= columns_ && (numbered || at - i <= columns_ + 2);
  }

  std::size_t unknown_row(std::size_t i) {
    open_ = true;
    LinearRow row{.row = -1, .label = source_.token(i).range, .key = source_.token(i).key};
    while (i + 1 < span_.end && source_.token(i + 1).kind == TokenKind::text) {
      ++i;
      row.key += source_.token(i).key;
      row.label.end = source_.token(i).range.end;
    }
    rows_.push_back(std::move(row));
    return i;
  }

  const LinearSource& source_;
  const RowMatcher& matcher_;
  const TokenSpan span_;
  const std::size_t columns_;
  const bool one_a_line_;
  std::vector<LinearRow> rows_;
  bool open_ = false;  // what comes belongs to the last row
};

// --- head --------------------------------------------------------------------------------------------------------

bool is_head_word(const Token& token) {
  return token.meaning.word == Word::applicant_head || token.meaning.word == Word::applicant_column || token.key == u"自然";
}

bool is_head_token(const Token& token) {
  return token.kind == TokenKind::blank || token.kind == TokenKind::row_end || (token.kind == TokenKind::text && token.range.size() <= 45);
}

// Where the word begins in the head, npos when it is not there.
std::size_t first_of(const std::u16string& head, std::initializer_list<std::u16string_view> words) {
  std::size_t first = std::u16string::npos;
  for (std::u16string_view word : words) first = std::min(first, head.find(word));
  return first;
}

void blank_out(std::u16string& head, std::u16string_view word) {
  for (std::size_t at = head.find(word); at != std::u16string::npos; at = head.find(word)) head.replace(at, word.size(), word.size(), u'~');
}

}  // namespace

std::optional<TokenSpan> find_requests(const LinearSource& source, const RowMatcher& matcher) {
  const std::vector<Hit> hits = find_hits(source, matcher);
  TokenSpan best;
  int most = 0;
  for (std::size_t begin = 0; begin < hits.size();) {
    std::size_t end = begin + 1;
    while (end < hits.size() && hits[end].begin - hits[end - 1].end < longest_gap) ++end;
    drop_strays(hits, begin, end);
    if (const int rows = distinct_rows(hits, begin, end); rows > most) {
      most = rows;
      best = {hits[begin].begin, std::min(hits[end - 1].end + behind_last, source.tokens.all.size())};
    }
    begin = end;
  }
  if (most < enough_rows) return std::nullopt;
  return best;
}

std::vector<int> requests_columns(const LinearSource& source, std::size_t rows, std::size_t& head_begin) {
  head_begin = rows;
  for (std::size_t i = rows; i > 0 && rows - i < longest_head && is_head_token(source.token(i - 1)); --i)
    if (is_head_word(source.token(i - 1))) head_begin = i - 1;
  std::u16string head;
  for (std::size_t i = head_begin; i < rows; ++i)
    if (source.token(i).kind == TokenKind::text) head += letters(source.document.view(source.token(i).range));
  const std::size_t group = head.find(u"法人或其他");
  blank_out(head, u"法人或其他组织");
  blank_out(head, u"法人或其他");
  struct Place {
    std::size_t at;
    int column;
  };
  std::vector<Place> inner = {{first_of(head, {u"商业", u"企业"}), 1}, {head.find(u"科研"), 2}, {first_of(head, {u"社会", u"公益"}), 3},
                              {first_of(head, {u"法律", u"服务"}), 4}, {head.find(u"其他"), 5}};
  inner.erase(std::remove_if(inner.begin(), inner.end(), [](const Place& p) { return p.at == std::u16string::npos; }), inner.end());
  std::stable_sort(inner.begin(), inner.end(), [](const Place& a, const Place& b) { return a.at < b.at; });
  const std::size_t individuals = head.find(u"自然"), total = first_of(head, {u"总计", u"合计"});
  std::vector<int> columns;
  if (inner.size() + (individuals != std::u16string::npos) + (total != std::u16string::npos) < 3) return columns;
  const std::size_t inner_at = std::min(group, inner.empty() ? std::u16string::npos : inner.front().at);
  const bool total_first = total < individuals && total < inner_at;
  if (total_first) columns.push_back(6);
  if (individuals < inner_at) columns.push_back(0);
  for (const Place& place : inner) columns.push_back(place.column);
  if (individuals != std::u16string::npos && individuals > inner_at) columns.push_back(0);
  if (total != std::u16string::npos && !total_first) columns.push_back(6);
  return columns;
}

std::vector<LinearRow> requests_rows(const LinearSource& source, const RowMatcher& matcher, TokenSpan span, std::size_t columns) {
  return RowReader(source, matcher, span, columns).read();
}

}  // namespace nianbao
