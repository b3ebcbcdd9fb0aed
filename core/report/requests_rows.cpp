#include <algorithm>

#include "base/unicode.h"
#include "form/labels.h"
#include "report/binding.h"

namespace nianbao {
namespace {

constexpr std::size_t longest_gap = 90;  // pieces between two labels of the table
constexpr std::size_t behind_last = 24;  // pieces of the last row
constexpr int enough_rows = 3;

// --- where -------------------------------------------------------------------------------------------------

struct Hit {
  std::size_t begin, end;
  int row;
};

std::vector<Hit> find_hits(const Source& source, const RowMatcher& matcher) {
  std::vector<Hit> hits;
  for (std::size_t i = 0; i < source.evidence.all.size(); ++i) {
    const bool inside = !hits.empty() && i - hits.back().end < longest_gap;
    const RowMatch match = matcher.match(source.document, source.evidence, i, inside);
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

// --- rows --------------------------------------------------------------------------------------------------

class RowReader {
 public:
  RowReader(const Source& source, const RowMatcher& matcher, Span span, std::size_t columns)
      : source_(source),
        matcher_(matcher),
        span_(span),
        columns_(columns),
        one_a_line_(one_value_a_line(source.evidence, span.begin, span.end)) {}

  std::vector<PrintedRow> read() {
    for (std::size_t i = span_.begin; i < span_.end && !ends_table(i); ++i) {
      switch (source_.piece(i).kind) {
        case PieceKind::blank:
        case PieceKind::value: add_cell(i); break;
        case PieceKind::row_end: open_ = open_ && !has_values(); break;
        case PieceKind::text: i = text(i); break;
      }
    }
    return std::move(rows_);
  }

 private:
  void add_cell(std::size_t i) {
    if (open_) rows_.back().cells.push_back(i);
    else if (!rows_.empty() && source_.piece(i).kind == PieceKind::value) rows_.back().disturbed = true;
  }

  bool has_values() const {
    return std::any_of(rows_.back().cells.begin(), rows_.back().cells.end(),
                       [&](std::size_t i) { return source_.piece(i).kind == PieceKind::value; });
  }

  // The head of 表四.
  bool ends_table(std::size_t i) const {
    const Word word = source_.piece(i).meaning.word;
    return !rows_.empty() && (word == Word::proceedings_group || word == Word::proceedings_column);
  }

  // The last piece that was looked at.
  std::size_t text(std::size_t i) {
    const Piece& piece = source_.piece(i);
    if (const RowMatch match = matcher_.match(source_.document, source_.evidence, i, !rows_.empty());
        match.row >= 0) {
      open_ = true;
      const Range label{piece.range.begin, source_.piece(match.end - 1).range.end};
      if (!rows_.empty() && rows_.back().row == match.row && rows_.back().cells.empty())
        rows_.pop_back();  // a merged label, told in each of its cells
      rows_.push_back({.row = match.row,
                       .label = label,
                       .rest = match.rest,
                       .label_piece = match.end - 1,
                       .altered = match.altered});
      return match.end - 1;
    }
    if (rows_.empty()) return i;
    if (const std::size_t seen = continues(rows_.back().rest, piece.key); seen > 0) {
      rows_.back().rest.erase(0, seen);
      if (!has_values()) rows_.back().label.end = piece.range.end;
      return i;
    }
    return foreign(i);
  }

  // Text that is no label of the form: a letter of a vertical label, a group's name, a value in words, a row
  // of its own, or what follows the table.
  std::size_t foreign(std::size_t i) {
    const Piece& piece = source_.piece(i);
    const Word word = piece.meaning.word;
    if (is_drawn_cell_of_row(piece)) {
      rows_.back().cells.push_back(i);
      return i;
    }
    if (piece.key.size() < 2 || word == Word::outcome_group || word == Word::applicant_head ||
        word == Word::other || is_half_group(piece.key))
      return i;
    if (begins_row(i)) return unknown_row(i);
    if (!open_) return i;
    const bool complete = rows_.back().rest.empty();
    if (!complete && !has_values()) {
      rows_.back().label.end = piece.range.end;  // the label goes on in other words
      return i;
    }
    if (stands_like_value(i)) rows_.back().cells.push_back(i);
    else open_ = false;
    return i;
  }

  // "=1+1" between the borders of the row's other cells: no words of a label, so it has its place among the
  // values.
  bool is_drawn_cell_of_row(const Piece& piece) const {
    const std::u16string_view text = source_.document.view(piece.range);
    return piece.cell && std::none_of(text.begin(), text.end(), is_han) && open_ && has_values() &&
           source_.piece(rows_.back().cells.back()).line == piece.line;
  }

  static bool is_half_group(const std::u16string& key) {
    for (std::u16string_view half :
         {u"不予", u"公开", u"无法", u"提供", u"处理", u"其他", u"本年度", u"办理结果"})
      if (key == half) return true;
    return false;
  }

  // 待统计 in place of a number: behind the label or a value on the same line, or on a line of its own where
  // all values are.
  bool stands_like_value(std::size_t i) const {
    if (rows_.back().cells.size() >= columns_ || source_.piece(i).range.size() > 12) return false;
    if (source_.piece(i).cell || one_a_line_) return true;
    return source_.piece(i - 1).line == source_.piece(i).line;
  }

  // Numbered text with a row's worth of values behind it on its line or on the next.
  bool begins_row(std::size_t i) const {
    const bool numbered =
        printed_number(source_.document.view(source_.piece(i).range)) > 0 && source_.piece(i).key.size() > 2;
    if (!numbered && open_ && !has_values()) return false;
    std::size_t at = i + 1, values = 0;
    while (at < span_.end && source_.piece(at).kind == PieceKind::text &&
           source_.piece(at).line <= source_.piece(i).line + 4 &&
           matcher_.match(source_.document, source_.evidence, at, true).row < 0)
      ++at;
    for (; at < span_.end && values < columns_; ++at) {
      const PieceKind kind = source_.piece(at).kind;
      if (kind == PieceKind::text || kind == PieceKind::row_end) break;
      values += kind == PieceKind::value || source_.piece(at).cell;
    }
    return values + 1 >= columns_ && (numbered || at - i <= columns_ + 2);
  }

  std::size_t unknown_row(std::size_t i) {
    open_ = true;
    PrintedRow row{.row = -1, .label = source_.piece(i).range, .key = source_.piece(i).key, .label_piece = i};
    while (i + 1 < span_.end && source_.piece(i + 1).kind == PieceKind::text) {
      ++i;
      row.key += source_.piece(i).key;
      row.label.end = source_.piece(i).range.end;
      row.label_piece = i;
    }
    rows_.push_back(std::move(row));
    return i;
  }

  const Source& source_;
  const RowMatcher& matcher_;
  const Span span_;
  const std::size_t columns_;
  const bool one_a_line_;
  std::vector<PrintedRow> rows_;
  bool open_ = false;  // what comes belongs to the last row
};

}  // namespace

std::optional<Span> find_requests(const Source& source, const RowMatcher& matcher) {
  const std::vector<Hit> hits = find_hits(source, matcher);
  Span best;
  int most = 0;
  for (std::size_t begin = 0; begin < hits.size();) {
    std::size_t end = begin + 1;
    while (end < hits.size() && hits[end].begin - hits[end - 1].end < longest_gap) ++end;
    drop_strays(hits, begin, end);
    if (const int rows = distinct_rows(hits, begin, end); rows > most) {
      most = rows;
      best = {hits[begin].begin, std::min(hits[end - 1].end + behind_last, source.evidence.all.size())};
    }
    begin = end;
  }
  if (most < enough_rows) return std::nullopt;
  return best;
}

std::vector<PrintedRow> requests_rows(const Source& source, const RowMatcher& matcher, Span span,
                                      std::size_t columns) {
  return RowReader(source, matcher, span, columns).read();
}

}  // namespace nianbao
