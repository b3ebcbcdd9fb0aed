// .doc and .wps: compound files with a Word 97-2003 document in them.
#include <algorithm>
#include <array>
#include <map>

#include "base/limits.h"
#include "base/unicode.h"
#include "input/numbering_text.h"
#include "input/ole.h"
#include "input/reader.h"
#include "input/word_binary.h"
#include "input/word_table.h"

namespace nianbao {
namespace {

// Word's control characters.
constexpr char16_t picture = 0x01, note = 0x02, comment = 0x05, cell_end = 0x07, drawing = 0x08,
                   line_break = 0x0B, page_break = 0x0C, paragraph_end = 0x0D, field_begin = 0x13,
                   field_middle = 0x14, field_end = 0x15, hyphen = 0x1E, soft_hyphen = 0x1F;

NumberFormat number_format(int nfc) {
  switch (nfc) {
    case 1: return NumberFormat::upper_roman;
    case 2: return NumberFormat::lower_roman;
    case 3: return NumberFormat::upper_letter;
    case 4: return NumberFormat::lower_letter;
    case 10:
    case 33:
    case 35:
    case 37:
    case 39: return NumberFormat::chinese_counting;
    case 11:
    case 34:
    case 38: return NumberFormat::chinese_legal;
    case 18:
    case 28: return NumberFormat::circled;
    case 23:
    case 255: return NumberFormat::none;
    default: return NumberFormat::decimal;
  }
}

// Counts the numbered paragraphs of each list and prints the number of the next one.
class Numbering {
 public:
  explicit Numbering(const std::vector<std::vector<NumberLevel>>& lists) : lists_(lists) {}

  std::u16string next(int list, int level) {
    if (list < 1 || list > static_cast<int>(lists_.size())) return {};
    const auto& levels = lists_[static_cast<std::size_t>(list - 1)];
    if (levels.empty()) return {};
    level = std::min(level, static_cast<int>(levels.size()) - 1);
    auto& counts = counts_[list];
    auto& count = counts[static_cast<std::size_t>(level)];
    count = count == 0 ? std::max(1, levels[static_cast<std::size_t>(level)].start) : count + 1;
    for (std::size_t deeper = static_cast<std::size_t>(level) + 1; deeper < counts.size(); ++deeper)
      counts[deeper] = 0;
    return print(levels, counts, static_cast<std::size_t>(level));
  }

 private:
  using Counts = std::array<int, 9>;
  static std::u16string print(const std::vector<NumberLevel>& levels, const Counts& counts,
                              std::size_t level) {
    if (number_format(levels[level].format) == NumberFormat::none) return {};
    std::u16string out;
    for (char16_t c : levels[level].pattern) {
      if (c >= 9) out.push_back(c);
      else if (c < levels.size())
        out.append(number_text(number_format(levels[c].format), std::max(1, counts[c])));
    }
    return out;
  }

  const std::vector<std::vector<NumberLevel>>& lists_;
  std::map<int, Counts> counts_;
};

class DocReader {
 public:
  explicit DocReader(const WordFile& file)
      : file_(file), content_(file.content()), build_(Format::doc), numbering_(content_.lists) {}

  Document read() {
    for (std::size_t i = 0; i < content_.text.size(); ++i)
      character(content_.text[i], content_.file_offsets[i]);
    if (!paragraph_.text.empty()) end_body_paragraph({});
    end_table();
    write_notes(build_, content_.footnotes, paragraph_end);
    comments();
    if (content_.cut) build_.limit_reached(limits::text_units_name);
    Document document = build_.finish();
    document.encoding = "UTF-16LE";
    document.encoding_reason = "declared";
    return document;
  }

 private:
  void character(char16_t c, std::uint32_t offset) {
    switch (c) {
      case paragraph_end:
      case page_break:
      case cell_end: end_paragraph(c, offset); return;
      case field_begin: field_codes_.emplace_back(); return;
      case field_middle: end_field_code(); return;
      case field_end:
        if (!field_codes_.empty() && in_code_) end_field_code();
        in_code_ = !field_codes_.empty();
        return;
      case picture:
      case drawing:
        if (field_codes_.empty()) mark(MarkKind::image, {});
        return;  // in a code it holds the field's data
      case note:
      case comment:
      case soft_hyphen: return;
      default: break;
    }
    add(c == hyphen ? u'-' : c == line_break ? u'\u2028' : c, offset);
  }

  void end_field_code() {
    if (field_codes_.empty()) return;
    mark(MarkKind::field, std::u16string(trim(field_codes_.back())));
    field_codes_.pop_back();
    in_code_ = !field_codes_.empty();
  }

  void mark(MarkKind kind, std::u16string detail) {
    const auto at = static_cast<std::uint32_t>(paragraph_.text.size());
    paragraph_.marks.push_back({kind, at, at, std::move(detail)});
  }

  void add(char16_t c, std::uint32_t offset) {
    if (!field_codes_.empty()) {
      if (field_codes_.back().size() < 4096) field_codes_.back().push_back(c);
      return;
    }
    if (c < 0x20 && c != u'\t') return;
    if (offset < run_.begin || offset >= run_.end) run_ = file_.run_at(offset);
    const WordRun& run = run_;
    const auto at = static_cast<std::uint32_t>(paragraph_.text.size());
    if (run.deleted || run.hidden) {
      extend(run.deleted ? MarkKind::deletion : MarkKind::hidden, at, at).detail.push_back(c);
      return;
    }
    paragraph_.text.push_back(c);
    if (run.inserted) extend(MarkKind::insertion, at, at + 1).end = at + 1;
  }

  FlowParagraph::FlowMark& extend(MarkKind kind, std::uint32_t begin, std::uint32_t end) {
    auto& marks = paragraph_.marks;
    if (marks.empty() || marks.back().kind != kind || marks.back().end != begin)
      marks.push_back({kind, begin, end, {}});
    return marks.back();
  }

  void end_paragraph(char16_t c, std::uint32_t offset) {
    const WordParagraph properties = file_.paragraph_at(offset);
    if (c == cell_end && properties.row_end) end_row(properties);
    else if (c == cell_end) end_cell();
    else if (properties.in_table || properties.nesting > 0) end_cell_paragraph();
    else end_body_paragraph(properties);
  }

  void end_body_paragraph(const WordParagraph& properties) {
    end_table();
    paragraph_.level = properties.level;
    if (!trim(paragraph_.text).empty()) number(properties);
    write_paragraph(build_, paragraph_);
    paragraph_ = FlowParagraph{};
  }

  void number(const WordParagraph& properties) {
    const std::u16string number = numbering_.next(properties.list, properties.list_level);
    if (number.empty()) return;
    const auto length = static_cast<std::uint32_t>(number.size());
    for (auto& mark : paragraph_.marks) mark.begin += length, mark.end += length;
    paragraph_.marks.push_back({MarkKind::generated_number, 0, length, {}});
    paragraph_.text.insert(0, number);
  }

  void end_cell_paragraph() {
    if (!trim(paragraph_.text).empty() || !paragraph_.marks.empty())
      cell_.paragraphs.push_back(std::move(paragraph_));
    paragraph_ = FlowParagraph{};
  }

  void end_cell() {
    end_cell_paragraph();
    if (++cells_ > limits::table_cells) {
      build_.limit_reached(limits::table_cells_name);
      return;
    }
    row_.cells.push_back(std::move(cell_));
    cell_ = WordCell{};
  }

  void end_row(const WordParagraph& properties) {
    row_.left = properties.left;
    for (std::size_t i = 0; i < row_.cells.size() && i < properties.edges.size(); ++i) {
      row_.cells[i].right = properties.edges[i].right;
      row_.cells[i].merged_left = i > 0 && properties.edges[i].merged_left;
      row_.cells[i].merged_up = properties.edges[i].merged_up;
    }
    if (!row_.cells.empty()) rows_.push_back(std::move(row_));
    row_ = WordRow{};
    paragraph_ = FlowParagraph{};
  }

  void end_table() {
    if (!row_.cells.empty()) end_row({});
    if (rows_.empty()) return;
    write_table(build_, rows_);
    rows_.clear();
  }

  // Comments are marked at the end of the text: where each belongs is not read.
  void comments() {
    std::u16string text;
    for (char16_t c : content_.comments) {
      if (c >= 0x20) text.push_back(c);
      if (c != paragraph_end || trim(text).empty()) continue;
      build_.mark_here(MarkKind::comment, text);
      text.clear();
    }
  }

  const WordFile& file_;
  const WordText& content_;
  DocumentBuilder build_;
  Numbering numbering_;
  std::vector<std::u16string> field_codes_;
  bool in_code_ = false;
  WordRun run_;  // of the character met last
  FlowParagraph paragraph_;
  WordCell cell_;
  WordRow row_;
  std::vector<WordRow> rows_;
  std::size_t cells_ = 0;
};

}  // namespace

Result<Document> read_ole_word(std::string_view bytes, const ReadOptions&) {
  const std::optional<OleFile> ole = OleFile::open(bytes);
  if (!ole) return Error{ErrorCode::damaged};
  if (ole->has(u"EncryptedPackage")) return Error{ErrorCode::encrypted};
  std::optional<std::string> main = ole->stream(u"WordDocument");
  if (!main && (ole->has(u"Workbook") || ole->has(u"Book"))) return Error{ErrorCode::old_workbook};
  if (!main) return Error{ErrorCode::unsupported, {}, u"不是文字文档"};
  std::optional<std::string> table = ole->stream(WordFile::uses_first_table(*main) ? u"1Table" : u"0Table");
  if (!table) return Error{ErrorCode::damaged};
  const Result<WordFile> file =
      WordFile::open(std::move(*main), std::move(*table), ole->stream(u"Data").value_or(std::string()));
  if (!file) return file.error();
  return DocReader(file.value()).read();
}

}  // namespace nianbao
