#include <algorithm>

#include "base/sorting.h"
#include "form/labels.h"
#include "report/binding.h"

namespace nianbao {
namespace {

constexpr std::size_t longest_head = 90;  // pieces
constexpr int individuals = 0, total = 6;

bool is_head_word(const Piece& piece) {
  return piece.meaning.word == Word::applicant_head || piece.meaning.word == Word::applicant_column ||
         piece.key == u"自然";
}

bool may_be_head(const Piece& piece) {
  return piece.kind == PieceKind::blank || piece.kind == PieceKind::row_end ||
         (piece.kind == PieceKind::text && piece.range.size() <= 45);
}

// The column that a word of the head names, alone or as the first part of a broken label; -1 for none.
int column_named(const std::u16string& letters) {
  constexpr std::u16string_view words[][2] = {
      {u"自然", u"自然"}, {u"商业", u"企业"}, {u"科研", u"科研"}, {u"社会", u"公益"}, {u"法律", u"服务"}};
  for (int c = 0; c < 5; ++c)
    for (std::u16string_view word : words[c])
      if (letters.find(word) != std::u16string::npos) return c;
  return -1;
}

struct Named {
  int column;
  std::size_t piece;
  bool whole;  // the label in one piece
};

class Head {
 public:
  Head(const Source& source, std::size_t begin, std::size_t end) : source_(source) {
    for (std::size_t i = begin; i < end; ++i)
      if (source.piece(i).kind == PieceKind::text) read(i);
  }

  // The form's columns from left to right. Words of a head that is broken over lines come in any order: then
  // the form's order stands. Only whole labels, or cells, tell another one.
  HeadColumns columns() const {
    if (named_.size() < 3) return {};
    std::vector<Named> found = named_;
    const bool standard = in_form_order(found);
    const bool told = all_whole() || std::all_of(found.begin(), found.end(),
                                                 [&](const Named& n) { return source_.piece(n.piece).cell; });
    if (!standard && (!told || !may_stand_so(found)))
      sort_by(found, [](const Named& a, const Named& b) { return a.column < b.column; });
    HeadColumns out{.columns = {}, .whole = told};
    for (const Named& one : found) out.columns.push_back(one.column);
    return out;
  }

 private:
  void read(std::size_t i) {
    std::u16string text = letters(source_.document.view(source_.piece(i).range));
    for (std::u16string_view group : {u"法人或其他组织", u"法人或其他"})
      if (const auto at = text.find(group); at != std::u16string::npos) text.erase(at, group.size());
    const bool ends_total =
        text.find(u"总计") != std::u16string::npos || text.find(u"合计") != std::u16string::npos;
    if (ends_total) note(total, i, text.size() == 2);
    if (const int column = column_named(text); column >= 0)
      note(column, i, source_.piece(i).meaning.word == Word::applicant_column && text.size() > 2);
    if (text.find(u"其他") != std::u16string::npos) note(5, i, text.size() == 2);
  }

  // The first word that names a column; 总计 is printed before the columns in front of it, so it goes last.
  void note(int column, std::size_t piece, bool whole) {
    const auto same = [&](const Named& n) { return n.column == column; };
    if (std::any_of(named_.begin(), named_.end(), same)) return;
    const bool last = !named_.empty() && named_.back().column == total;
    named_.insert(last ? named_.end() - 1 : named_.end(), {column, piece, whole});
  }

  static bool in_form_order(const std::vector<Named>& found) {
    return std::is_sorted(found.begin(), found.end(),
                          [](const Named& a, const Named& b) { return a.column < b.column; });
  }

  bool all_whole() const {
    return std::all_of(named_.begin(), named_.end(), [](const Named& n) { return n.whole; });
  }

  // 总计 and 自然人 stand at the borders, whatever the order of the others.
  static bool may_stand_so(const std::vector<Named>& found) {
    for (std::size_t i = 0; i < found.size(); ++i) {
      const bool border = i == 0 || i + 1 == found.size();
      if (!border && (found[i].column == total || (found[i].column == individuals &&
                                                   found[0].column != total && found.back().column != total)))
        return false;
    }
    return true;
  }

  const Source& source_;
  std::vector<Named> named_;
};

}  // namespace

HeadColumns requests_columns(const Source& source, std::size_t rows, std::size_t& head_begin) {
  head_begin = rows;
  for (std::size_t i = rows; i > 0 && rows - i < longest_head && may_be_head(source.piece(i - 1)); --i)
    if (is_head_word(source.piece(i - 1))) head_begin = i - 1;
  return Head(source, head_begin, rows).columns();
}

}  // namespace nianbao
