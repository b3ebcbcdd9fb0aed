#include "report/grid_reading.h"

#include <algorithm>
#include <deque>

#include "form/labels.h"

namespace nianbao {
namespace {

constexpr std::size_t most_fields = 64;  // of a row that are looked at

class GridReader {
 public:
  GridReader(const Document& document, const Report& report) : document_(document), report_(report) {}

  std::vector<GridPart> read() {
    for (std::size_t i = 0; i < document_.tables.size(); ++i)
      if (report_.body.contains(document_.tables[i].range)) read_grid(static_cast<int>(i));
    pieces_.erase(std::remove_if(pieces_.begin(), pieces_.end(), is_stranger), pieces_.end());
    return std::move(pieces_);
  }

 private:
  const Table& grid(int index) const { return document_.tables[static_cast<std::size_t>(index)]; }
  const FormTable& form_table(TableId id) const { return report_.form->table(id); }

  void read_grid(int index) {
    grid_ = index;
    for (GridHead& head : heads_) head.forget_places();
    fresh_head_ = label_alone_ = false;
    std::optional<Table> other_way = turned(document_, grid(index));
    turned_ = other_way.has_value();
    if (turned_) turned_grids_.push_back(std::move(*other_way));
    GridRows rows(document_, turned_ ? turned_grids_.back() : grid(index));
    GridRow row;
    while (rows.next(row)) read_row(row);
  }

  struct Count {
    int columns = 0, heads = 0, rows = 0, groups = 0, blocks = 0, other = 0, values = 0;
  };

  static Count count(const GridRow& row, TableId id) {
    Count n;
    for (const GridSlot& s : row.slots) {
      const Word w = s.meaning.word;
      if (id == TableId::disclosure) {
        n.columns += w == Word::disclosure_column, n.heads += w == Word::disclosure_head,
            n.rows += w == Word::disclosure_row, n.blocks += w == Word::disclosure_block;
      } else if (id == TableId::requests) {
        n.columns += w == Word::applicant_column, n.heads += w == Word::applicant_head,
            n.rows += w == Word::request_row, n.groups += w == Word::outcome_group;
        n.other += w == Word::other || w == Word::total;
      } else {
        n.columns += w == Word::proceedings_column, n.groups += w == Word::proceedings_group;
      }
      n.values += s.own && s.value;
    }
    return n;
  }

  void read_row(const GridRow& row) {
    const Count two = count(row, TableId::disclosure), three = count(row, TableId::requests),
                four = count(row, TableId::proceedings);
    if (complete_row_above(row, three)) return;
    if (three.rows > 0) return add_request(row);
    if (two.columns > 0) return start_disclosure(row);
    if (two.rows > 0 && current_ == TableId::disclosure && known_) return add_disclosure(row);
    if (two.blocks > 0) return enter(TableId::disclosure), head(TableId::disclosure).clear();
    if (four.columns > 0 || (four.groups > 0 && four.values == 0)) return read_proceedings_head(row);
    if (three.columns > 0 || three.heads > 0) return three.values == 0 ? read_applicants_head(row) : void();
    if (!known_) return;
    if (current_ == TableId::requests) return continue_requests(row, three);
    if (current_ == TableId::proceedings) return continue_proceedings(row, four);
    continue_disclosure(row, two);
  }

  GridHead& head(TableId id) { return heads_[static_cast<int>(id)]; }

  void enter(TableId id) {
    known_ = true;
    current_ = id;
  }

  Draft draft_of(const GridRow& row) const {
    Draft draft;
    draft.grid = grid_;
    draft.grid_row = row.number;
    draft.turned = turned_;
    for (const GridSlot& s : row.slots)
      if (s.own && draft.fields.fields.size() < most_fields)
        draft.fields.fields.push_back({s.cell->range, s.begin, s.end, s.blank, s.value});
    return draft;
  }

  static int own_index(const GridRow& row, const GridSlot& slot) {
    int index = 0;
    for (const GridSlot& s : row.slots) {
      if (&s == &slot) return index;
      index += s.own;
    }
    return index;
  }

  void label_by(Draft& draft, const GridRow& row, const GridSlot& slot) const {
    draft.label = slot.cell->range;
    draft.key = slot.key;
    draft.fields.label = slot.own ? own_index(row, slot) : -1;
  }

  // The rightmost slot that `test` accepts.
  template <typename Test>
  static const GridSlot* last_slot(const GridRow& row, Test test) {
    for (std::size_t i = row.slots.size(); i-- > 0;)
      if (test(row.slots[i])) return &row.slots[i];
    return nullptr;
  }

  // The last text before the first value.
  static const GridSlot* text_before_values(const GridRow& row) {
    const GridSlot* found = nullptr;
    for (const GridSlot& s : row.slots) {
      if (s.own && s.value) break;
      if (!s.key.empty()) found = &s;
    }
    return found;
  }

  void add(TableId id, Draft draft) {
    GridHead& h = head(id);
    if (id == TableId::requests) h.finish_applicants();
    if (id == TableId::proceedings) h.finish_proceedings(group_above());
    const bool same =
        !pieces_.empty() && pieces_.back().table == id && pieces_.back().grid == grid_ && !fresh_head_;
    if (!same) pieces_.push_back({id, grid_, h, {}});
    fresh_head_ = false;
    pieces_.back().drafts.push_back(std::move(draft));
  }

  // A grid behind the form's that has neither a head nor a label of the form: another table of the text.
  static bool is_stranger(const GridPart& piece) {
    if (piece.head.placed()) return false;
    if (piece.table != TableId::proceedings)
      return std::none_of(piece.drafts.begin(), piece.drafts.end(),
                          [](const Draft& d) { return d.row >= 0 || d.unsplit; });
    return std::any_of(piece.drafts.begin(), piece.drafts.end(), [&](const Draft& d) {
      return d.group < 0 && (d.fields.label >= 0 || d.fields.fields.size() != piece.head.leaves().size());
    });
  }

  // --- 表二 ------------------------------------------------------------------------------------------------

  void start_disclosure(const GridRow& row) {
    enter(TableId::disclosure);
    head(TableId::disclosure).add_disclosure(row);
    fresh_head_ = true;
  }

  void add_disclosure(const GridRow& row) {
    const GridSlot* label =
        last_slot(row, [](const GridSlot& s) { return s.meaning.word == Word::disclosure_row; });
    Draft draft = draft_of(row);
    label_by(draft, row, *label);
    draft.row = row_index(form_table(TableId::disclosure), label->meaning.key);
    add(TableId::disclosure, std::move(draft));
  }

  void continue_disclosure(const GridRow& row, const Count& n) {
    const GridSlot* label = text_before_values(row);
    if (label == nullptr || n.values == 0 || head(TableId::disclosure).empty()) return;
    Draft draft = draft_of(row);
    label_by(draft, row, *label);
    add(TableId::disclosure, std::move(draft));
  }

  // --- 表三 ------------------------------------------------------------------------------------------------

  void read_applicants_head(const GridRow& row) {
    enter(TableId::requests);
    head(TableId::requests).add_applicants(row);
    fresh_head_ = true;
  }

  void add_request(const GridRow& row) {
    enter(TableId::requests);
    note_group(row);
    const GridSlot* label =
        last_slot(row, [](const GridSlot& s) { return s.meaning.word == Word::request_row; });
    Draft draft = draft_of(row);
    label_by(draft, row, *label);
    draft.row = row_index(form_table(TableId::requests), label->meaning.key);
    const bool label_alone = draft.fields.label + 1 >= static_cast<int>(draft.fields.fields.size());
    add(TableId::requests, std::move(draft));
    label_alone_ = label_alone;
  }

  // The values of a row whose label stands alone in the row above.
  bool complete_row_above(const GridRow& row, const Count& n) {
    const bool open =
        label_alone_ && n.values > 0 &&
        std::all_of(row.slots.begin(), row.slots.end(), [](const GridSlot& s) { return s.value || s.blank; });
    label_alone_ = false;
    if (!open) return false;
    Draft& above = pieces_.back().drafts.back();
    above.fields = draft_of(row).fields;
    above.grid_row = row.number;
    return true;
  }

  void note_group(const GridRow& row) {
    for (const GridSlot& s : row.slots) {
      if (s.meaning.word == Word::outcome_group) group_ = s.meaning.index;
      if (s.meaning.group >= 0) group_ = s.meaning.group;
    }
  }

  // Rows of a table already begun: 3.其他, （七）总计, （六）其他处理 as one row, altered labels, the second
  // line of the head.
  void continue_requests(const GridRow& row, const Count& n) {
    note_group(row);
    const bool in_head = !pieces_.empty() && fresh_head_ && n.values == 0;
    if (in_head && n.groups == 0) return head(TableId::requests).add_applicants(row);
    const GridSlot* label = text_before_values(row);
    if (label == nullptr || (n.values == 0 && !all_blank_behind(row, *label))) return;
    Draft draft = draft_of(row);
    label_by(draft, row, *label);
    const FormTable& table = form_table(TableId::requests);
    if (label->meaning.word == Word::total) {
      draft.row = row_index(table, "outcome_total");
    } else if (label->meaning.word == Word::other && (group_ == group_other || behind_unpaid_fees())) {
      draft.row = row_index(table, "other_remaining");
    } else if (label->meaning.word == Word::outcome_group) {
      if (label->meaning.index != group_other) return;
      draft.row = row_index(table, "other_handling");
      draft.unsplit = draft.row < 0;
      if (n.values == 0 && draft.unsplit) return;
    } else if (n.values == 0) {
      return;
    }
    add(TableId::requests, std::move(draft));
  }

  // 3.其他 where the label of its group was lost.
  bool behind_unpaid_fees() const {
    if (pieces_.empty() || pieces_.back().table != TableId::requests) return false;
    return pieces_.back().drafts.back().row >= 0 &&
           pieces_.back().drafts.back().row == row_index(form_table(TableId::requests), "other_fee_unpaid");
  }

  static bool all_blank_behind(const GridRow& row, const GridSlot& label) {
    int blanks = 0;
    for (const GridSlot& s : row.slots) blanks += s.own && s.begin >= label.end && s.blank;
    return blanks >= 6;
  }

  // --- 表四 ------------------------------------------------------------------------------------------------

  void read_proceedings_head(const GridRow& row) {
    enter(TableId::proceedings);
    head(TableId::proceedings).add_proceedings(row);
    fresh_head_ = true;
  }

  void continue_proceedings(const GridRow& row, const Count& n) {
    if (n.values == 0 && !(n.groups == 0 && fresh_head_ && is_blank(row))) return;
    Draft draft = draft_of(row);
    if (const GridSlot* label =
            last_slot(row, [](const GridSlot& s) { return s.meaning.word == Word::proceedings_group; })) {
      label_by(draft, row, *label);
      draft.group = label->meaning.index;
    } else if (const GridSlot* text = text_before_values(row)) {
      label_by(draft, row, *text);
    }
    add(TableId::proceedings, std::move(draft));
  }

  static bool is_blank(const GridRow& row) {
    return std::all_of(row.slots.begin(), row.slots.end(), [](const GridSlot& s) { return s.blank; });
  }

  // The group of 表四 named in the few lines above the grid, for tables that are split by group.
  int group_above() const {
    const std::uint32_t end = grid(grid_).range.begin;
    std::uint32_t begin = end > 60 ? end - 60 : 0;
    if (grid_ > 0) begin = std::max(begin, std::min(end, grid(grid_ - 1).range.end));
    const std::u16string text = letters(document_.view({begin, end}));
    int group = -1;
    std::size_t best = 0;
    constexpr std::pair<std::u16string_view, int> names[] = {
        {u"行政复议", 0}, {u"未经复议直接起诉", 1}, {u"复议后起诉", 2}};
    for (const auto& [name, index] : names) {
      const std::size_t at = text.rfind(name);
      if (at != std::u16string::npos && at + name.size() > best) best = at + name.size(), group = index;
    }
    return best + 8 >= text.size() ? group : -1;
  }

  const Document& document_;
  const Report& report_;
  std::vector<GridPart> pieces_;
  std::deque<Table> turned_grids_;
  bool turned_ = false;
  GridHead heads_[table_count];
  bool known_ = false, fresh_head_ = false, label_alone_ = false;
  TableId current_ = TableId::disclosure;
  int group_ = -1;
  int grid_ = 0;
};

}  // namespace

std::vector<GridPart> read_grids(const Document& document, const Report& report) {
  return GridReader(document, report).read();
}

}  // namespace nianbao
