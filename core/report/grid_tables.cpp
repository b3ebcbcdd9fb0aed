// Grids to form tables: rows by their labels, values by the columns of the head.
#include <algorithm>

#include "base/unicode.h"
#include "form/labels.h"
#include "report/bind.h"
#include "report/grid_reading.h"

namespace nianbao {
namespace {

constexpr std::size_t most_rows = 2000;  // of a form table, in which altered and extra labels are looked for

class GridBinder {
 public:
  GridBinder(const Document& document, Report& report)
      : document_(document), report_(report), pieces_(read_grids(document, report)) {}

  void bind() {
    for (TableId id : {TableId::disclosure, TableId::requests, TableId::proceedings}) bind_table(id);
  }

 private:
  const Table& grid(int index) const { return document_.tables[static_cast<std::size_t>(index)]; }
  const FormTable& form_table(TableId id) const { return report_.form->table(id); }
  BoundTable& bound(TableId id) { return report_.tables[static_cast<int>(id)]; }

  void bind_table(TableId id) {
    if (!enough(id)) return;
    if (id == TableId::requests) match_altered_rows(id);
    if (id == TableId::disclosure) match_altered_rows(id);
    for (const GridPart* piece : in_order_of_trust(id)) bind_piece(*piece);
    place_ordered_rows(report_, id, pending_);
    pending_.clear();
  }

  // Grids of the table's own section first; rows without any head only where there is no head at all.
  std::vector<const GridPart*> in_order_of_trust(TableId id) const {
    const Section& section = report_.section(static_cast<int>(id) + 2);
    std::vector<const GridPart*> own, others;
    bool headed = false;
    auto without_head = [](const GridPart& piece) { return piece.head.empty() && !piece.head.unsure(); };
    for (const GridPart& piece : pieces_) headed |= piece.table == id && !without_head(piece);
    for (const GridPart& piece : pieces_) {
      if (piece.table != id || (headed && without_head(piece))) continue;
      const bool inside = section.present() && section.body.contains(grid(piece.grid).range);
      (inside ? own : others).push_back(&piece);
    }
    own.insert(own.end(), others.begin(), others.end());
    return own;
  }

  // A grid of another subject may hold a word or two of the form.
  bool enough(TableId id) const {
    std::size_t rows = 0, columns = 0;
    for (const GridPart& piece : pieces_) {
      if (piece.table != id) continue;
      columns = std::max(columns, piece.head.leaves().size());
      for (const Draft& draft : piece.drafts) rows += draft.row >= 0;
    }
    if (id == TableId::requests) return rows >= 3 || (rows >= 1 && columns >= 3);
    if (id == TableId::disclosure) return rows >= 1 && columns >= 1;
    return columns >= 3;
  }

  // Labels that are no label of the form, but close to one that is missing just there.
  void match_altered_rows(TableId id) {
    const FormTable& table = form_table(id);
    std::vector<Draft*> drafts;
    std::vector<bool> taken(table.rows.size(), false);
    for (GridPart& piece : pieces_)
      for (Draft& draft : piece.drafts)
        if (piece.table == id && !draft.unsplit) {
          drafts.push_back(&draft);
          if (draft.row >= 0) taken[draft.row] = true;
        }
    int low = -1;
    for (std::size_t i = 0; i < drafts.size() && i < most_rows; ++i) {
      if (drafts[i]->row >= 0) {
        low = drafts[i]->row;
        continue;
      }
      int high = static_cast<int>(table.rows.size());
      for (std::size_t j = i + 1; j < drafts.size() && j < i + 8; ++j)
        if (drafts[j]->row > low) {
          high = drafts[j]->row;
          break;
        }
      int row = closest(table, drafts[i]->key, low, high, taken);
      const bool only_one = high == low + 2 && (i + 1 == drafts.size() || drafts[i + 1]->row == high);
      if (row < 0 && only_one && shares_half(drafts[i]->key, label_key(table.rows[low + 1].label)))
        row = low + 1;
      if (row < 0) continue;
      drafts[i]->row = low = row;
      taken[row] = true;
      bound(id).altered_labels.push_back({table.rows[row].label, drafts[i]->label});
    }
  }

  // 涉及国家秘密 for 属于国家秘密: half of the standard's words in one piece.
  static bool shares_half(std::u16string_view key, std::u16string_view standard) {
    const std::size_t half = (standard.size() + 1) / 2;
    for (std::size_t at = 0; half >= 3 && at + half <= standard.size(); ++at)
      if (key.find(standard.substr(at, half)) != std::u16string_view::npos) return true;
    return half < 3 && key.find(standard) != std::u16string_view::npos;
  }

  static int closest(const FormTable& table, const std::u16string& key, int low, int high,
                     const std::vector<bool>& taken) {
    int best = -1, least = 100;
    bool twice = false;
    for (int row = low + 1; row < high; ++row) {
      if (taken[row]) continue;
      const std::u16string standard = label_key(table.rows[row].label);
      const bool cut = key.size() >= 5 && standard.compare(0, key.size(), key) == 0;
      if (!cut && !is_close(key, standard)) continue;
      const int distance = cut ? 0 : edit_distance(key, standard, 99);
      twice = distance == least;
      if (distance < least) least = distance, best = row;
    }
    return twice ? -1 : best;
  }

  void bind_piece(const GridPart& piece) {
    const bool usual_order = piece.head.empty() && !piece.head.unsure() && piece.table == TableId::requests;
    const std::vector<HeadColumn> places = usual_order ? std::vector<HeadColumn>(7) : piece.head.places();
    std::vector<RowFields> fields;
    for (const Draft& draft : piece.drafts) fields.push_back(draft.fields);
    const std::vector<Placed> placed = place_fields(document_, places, nature(piece), fields);
    for (std::size_t i = 0; i < piece.drafts.size(); ++i) {
      if (piece.table == TableId::proceedings) bind_proceedings(piece, piece.drafts[i], placed[i]);
      else if (piece.drafts[i].unsplit) bind_unsplit(piece, piece.drafts[i], placed[i]);
      else if (piece.drafts[i].row >= 0) bind_row(piece, piece.drafts[i], placed[i]);
      else if (has_number(piece.drafts[i]) && bound(piece.table).extra_rows.size() < most_rows)
        bound(piece.table).extra_rows.push_back(piece.drafts[i].label);
    }
  }

  GridNature nature(const GridPart& piece) const {
    const Table& table = grid(piece.grid);
    GridNature nature;
    const bool text = document_.format == Format::txt || document_.format == Format::markdown;
    nature.ragged = table.ragged || (text && !piece.head.placed());
    nature.cut_ends = nature.ragged && ends_are_cut(document_, table);
    nature.plain_labels = piece.table != TableId::requests;
    return nature;
  }

  static bool has_number(const Draft& draft) {
    return std::any_of(draft.fields.fields.begin(), draft.fields.fields.end(),
                       [](const Field& f) { return f.value && !f.blank; });
  }

  void join_range(const GridPart& piece, const Draft& draft) {
    BoundTable& table = bound(piece.table);
    const Range range = grid(piece.grid).range;
    table.present = table.grid = true;
    table.range = table.range.empty()
                      ? range
                      : Range{std::min(table.range.begin, range.begin), std::max(table.range.end, range.end)};
    if (table.document_tables.empty() || table.document_tables.back() != draft.grid)
      table.document_tables.push_back(draft.grid);
  }

  ReportCell read_field(const Draft& draft, int field, TableId id, int row, int column) const {
    const CellRef ref{id, static_cast<std::uint8_t>(row), static_cast<std::uint8_t>(column)};
    if (field < 0) return lost_blank(draft);
    const Field& f = draft.fields.fields[static_cast<std::size_t>(field)];
    ReportCell cell =
        read_cell(document_, f.range, is_amount(*report_.form, ref), is_change(*report_.form, ref));
    cell.page = grid(draft.grid).page;
    cell.table = draft.grid;
    cell.row = draft.turned ? f.begin : draft.grid_row;
    cell.column = draft.turned ? draft.grid_row : f.begin;
    return cell;
  }

  // A blank at the end of a row that the text does not hold: its place is the end of the row.
  ReportCell lost_blank(const Draft& draft) const {
    ReportCell cell;
    cell.state = CellState::blank;
    const std::uint32_t at =
        draft.fields.fields.empty() ? draft.label.end : draft.fields.fields.back().range.end;
    cell.range = {at, at};
    cell.table = draft.grid;
    cell.row = draft.grid_row;
    return cell;
  }

  // Head column for each column of the form's row, -1 where the head has none.
  std::vector<int> columns_of(const GridPart& piece, const FormRow& row) {
    std::vector<int> found(row.columns.size(), -1);
    const std::vector<Leaf>& leaves = piece.head.leaves();
    if (piece.table == TableId::requests) {
      for (std::size_t i = 0; i < leaves.size(); ++i)
        if (leaves[i].column >= 0) found[static_cast<std::size_t>(leaves[i].column)] = static_cast<int>(i);
      if (leaves.empty())
        for (std::size_t i = 0; i < found.size(); ++i) found[i] = static_cast<int>(i);
      return found;
    }
    std::vector<bool> used(leaves.size(), false);
    for (std::size_t c = 0; c < found.size(); ++c)
      for (std::size_t i = 0; i < leaves.size(); ++i)
        if (!used[i] && leaves[i].key == label_key(row.columns[c].label))
          found[c] = static_cast<int>(i), used[i] = true;
    for (std::size_t c = 0; c < found.size(); ++c)
      for (std::size_t i = 0; i < leaves.size() && found[c] < 0; ++i)
        if (!used[i] && alike(leaves[i].key, label_key(row.columns[c].label)))
          found[c] = static_cast<int>(i), used[i] = true;
    return found;
  }

  // 本年收费金额 for 本年收费金额（单位：万元）; never one form's word for another's.
  static bool alike(const std::u16string& key, const std::u16string& standard) {
    const Word word = word_of(key).word;
    if (word == Word::disclosure_column && standard.compare(0, key.size(), key) != 0) return false;
    if (standard.size() >= 5 && key.compare(0, standard.size(), standard) == 0)
      return true;  // 现行有效件数（历史累计）
    return (key.size() >= 5 && standard.compare(0, key.size(), key) == 0) || is_close(key, standard);
  }

  void note_altered_columns(const GridPart& piece, const FormRow& row, const std::vector<int>& columns) {
    BoundTable& table = bound(piece.table);
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (columns[c] < 0 || piece.head.leaves().empty()) continue;
      const Leaf& leaf = piece.head.leaves()[static_cast<std::size_t>(columns[c])];
      const std::u16string standard = label_key(row.columns[c].label);
      const bool known = word_of(leaf.key).word != Word::none;  // a head that lost its second line
      const bool noted = std::any_of(table.altered_labels.begin(), table.altered_labels.end(),
                                     [&](const auto& a) { return a.range == leaf.range; });
      if (leaf.key != standard && !known && !noted)
        table.altered_labels.push_back({row.columns[c].label, leaf.range});
    }
  }

  void bind_row(const GridPart& piece, const Draft& draft, const Placed& placed) {
    BoundTable& table = bound(piece.table);
    const FormRow& row = form_table(piece.table).rows[static_cast<std::size_t>(draft.row)];
    const std::vector<int> columns = columns_of(piece, row);
    if (table.row_present[draft.row] ||
        std::all_of(columns.begin(), columns.end(), [](int c) { return c < 0; }))
      return;
    join_range(piece, draft);
    note_altered_columns(piece, row, columns);
    for (std::size_t c = 0; c < columns.size(); ++c) table.column_present[draft.row][c] = columns[c] >= 0;
    table.row_present[draft.row] = true;
    table.row_label[draft.row] = draft.label;
    if (row.key == "normative_documents" && draft.key != label_key(row.label))
      table.altered_labels.push_back({row.label, draft.label});
    if (!placed.certain) return wait(piece, draft, columns);
    for (std::size_t c = 0; c < columns.size(); ++c)
      if (columns[c] >= 0)
        table.cells[draft.row][c] = read_field(draft, placed.field[static_cast<std::size_t>(columns[c])],
                                               piece.table, draft.row, static_cast<int>(c));
  }

  // A row whose values are known in their order only. Where a column is missing or moved, the order says
  // nothing.
  void wait(const GridPart& piece, const Draft& draft, const std::vector<int>& columns) {
    OrderedRow row{draft.row, draft.label, {}};
    for (std::size_t i = static_cast<std::size_t>(draft.fields.label + 1); i < draft.fields.fields.size();
         ++i)
      if (!draft.fields.fields[i].blank)
        row.values.push_back(read_field(draft, static_cast<int>(i), piece.table, draft.row, 0));
    const bool in_order =
        std::is_sorted(columns.begin(), columns.end()) && columns.front() >= 0 && !row.values.empty();
    if (in_order && columns.size() == piece.head.leaves().size()) return pending_.push_back(std::move(row));
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (columns[c] < 0) continue;
      bound(piece.table).cells[draft.row][c].state = CellState::unread;
      bound(piece.table).cells[draft.row][c].range = draft.label;
    }
    report_.problems.push_back(
        {ErrorCode::row_unread, draft.label, std::u16string(form_table(piece.table).rows[draft.row].label)});
  }

  void bind_unsplit(const GridPart& piece, const Draft& draft, const Placed& placed) {
    BoundTable& table = bound(TableId::requests);
    if (!table.unsplit_other.empty()) return;
    table.unsplit_other = draft.label;
    table.unsplit_other_cells.assign(7, ReportCell{});
    if (!placed.certain) return;
    const std::vector<int> columns = columns_of(piece, form_table(TableId::requests).rows[0]);
    for (std::size_t c = 0; c < columns.size(); ++c)
      if (columns[c] >= 0)
        table.unsplit_other_cells[c] = read_field(draft, placed.field[static_cast<std::size_t>(columns[c])],
                                                  TableId::requests, 0, static_cast<int>(c));
  }

  // Each column of the head names a group and a result; where it names no group, the row's label does.
  void bind_proceedings(const GridPart& piece, const Draft& draft, const Placed& placed) {
    BoundTable& table = bound(TableId::proceedings);
    const std::vector<Leaf>& leaves = piece.head.leaves();
    if (leaves.empty() || (!has_number(draft) && table.present)) return;
    bool any = false;
    for (std::size_t i = 0; i < leaves.size(); ++i) {
      const int group = draft.group >= 0 && draft.group < 3 ? draft.group : leaves[i].group;
      if (group < 0 || (table.row_present[group] && owners_[group] != &draft)) continue;
      any = true;
      owners_[group] = &draft;
      bind_result(table, draft, leaves[i], group, placed.certain ? &placed.field[i] : nullptr);
    }
    if (!any) return;
    join_range(piece, draft);
    if (!placed.certain)
      report_.problems.push_back({ErrorCode::table_unread, grid(piece.grid).range,
                                  std::u16string(form_table(TableId::proceedings).name)});
    table.unread |= !placed.certain;
  }

  void bind_result(BoundTable& table, const Draft& draft, const Leaf& leaf, int group, const int* field) {
    if (!table.row_present[group]) table.row_label[group] = draft.group >= 0 ? draft.label : leaf.group_label;
    table.row_present[group] = true;
    table.column_present[group][leaf.column] = true;
    ReportCell& cell = table.cells[group][leaf.column];
    if (field != nullptr) {
      cell = read_field(draft, *field, TableId::proceedings, group, leaf.column);
      return;
    }
    cell.state = CellState::unread;
    cell.range = leaf.range;
  }

  const Document& document_;
  Report& report_;
  std::vector<GridPart> pieces_;
  std::vector<OrderedRow> pending_;
  const Draft* owners_[3] = {};  // of 表四: the row of the grid that a group's values come from
};

}  // namespace

void bind_grid_tables(const Document& document, Report& report) { GridBinder(document, report).bind(); }

}  // namespace nianbao
