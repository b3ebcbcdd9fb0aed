#include "input/word_binary.h"

#include <algorithm>
#include <map>

#include "base/limits.h"
#include "base/sorting.h"
#include "input/ole.h"
#include "input/windows_1252.h"

namespace nianbao {
namespace {

// Places in the file information block.
namespace fib {
constexpr std::size_t magic = 0, version = 2, flags = 10;
constexpr std::size_t text_characters = 0x4C, footnote_characters = 0x50, header_characters = 0x54,
                      comment_characters = 0x5C;
constexpr std::size_t styles = 0xA2, runs = 0xFA, paragraphs = 0x102, pieces = 0x1A2, list_formats = 0x2E2,
                      list_overrides = 0x2EA;
constexpr std::uint16_t word = 0xA5EC, word_97 = 0xC1;
constexpr std::uint16_t encrypted = 0x0100, first_table = 0x0200;
}  // namespace fib

constexpr std::size_t page_bytes = 512;

// Property modifiers (sprm) that matter here.
namespace sprm {
constexpr std::uint16_t in_table = 0x2416, row_end = 0x2417, inner_row_end = 0x244C, nesting = 0x6649,
                        list = 0x460B, list_level = 0x260A, outline = 0x2640, define_table = 0xD608,
                        change_tabs = 0xC615, merge = 0x5624, merge_down = 0xD62B, huge = 0x6646,
                        huge_old = 0x6645, deleted = 0x0800, inserted = 0x0801, hidden = 0x083C;
}

// Calls each(opcode, operand) for the modifiers of a list; stops at the first that does not fit.
template <typename Each>
void for_each_modifier(std::string_view list, Each each) {
  while (list.size() >= 3) {
    const std::uint16_t opcode = u16_at(list, 0);
    std::size_t at = 2, size = 1;
    switch (opcode >> 13) {
      case 2:
      case 4:
      case 5: size = 2; break;
      case 3: size = 4; break;
      case 7: size = 3; break;
      case 6:
        if (opcode == sprm::define_table) {
          size = std::max<std::size_t>(u16_at(list, 2), 1) - 1;
          at = 4;
        } else {
          size = static_cast<unsigned char>(list[2]);
          at = 3;
        }
        break;
      default: break;
    }
    if (at > list.size() || size > list.size() - at) return;
    each(opcode, list.substr(at, size));
    list.remove_prefix(at + size);
  }
}

int byte_of(std::string_view operand) { return operand.empty() ? 0 : static_cast<unsigned char>(operand[0]); }

std::int16_t signed_at(std::string_view bytes, std::size_t at) {
  return static_cast<std::int16_t>(u16_at(bytes, at));
}

void define_table(std::string_view operand, WordParagraph& paragraph) {
  constexpr std::size_t cell_bytes = 20;
  constexpr std::uint16_t merged_left = 0x0002, vertical = 0x0020, restart = 0x0040;
  const std::size_t cells = operand.empty() ? 0 : static_cast<unsigned char>(operand[0]);
  if (operand.size() < 1 + 2 * (cells + 1)) return;
  paragraph.left = signed_at(operand, 1);
  paragraph.edges.assign(cells, {});
  for (std::size_t i = 0; i < cells; ++i) {
    const std::size_t at = 1 + 2 * (cells + 1) + cell_bytes * i;
    const std::uint16_t flags = at + 2 <= operand.size() ? u16_at(operand, at) : std::uint16_t{0};
    paragraph.edges[i] = {signed_at(operand, 1 + 2 * (i + 1)), (flags & merged_left) != 0,
                          (flags & vertical) != 0 && (flags & restart) == 0};
  }
}

void apply(std::uint16_t opcode, std::string_view operand, WordParagraph& paragraph) {
  switch (opcode) {
    case sprm::in_table: paragraph.in_table = byte_of(operand) != 0; break;
    case sprm::row_end: paragraph.row_end = byte_of(operand) != 0; break;
    case sprm::nesting:
      paragraph.nesting = static_cast<int>(std::min<std::uint32_t>(u32_at(operand, 0), 100));
      break;
    case sprm::list: paragraph.list = u16_at(operand, 0); break;
    case sprm::list_level: paragraph.list_level = byte_of(operand) % 9; break;
    case sprm::outline: paragraph.level = byte_of(operand) < 9 ? byte_of(operand) + 1 : 0; break;
    case sprm::define_table: define_table(operand, paragraph); break;
    case sprm::merge:
      for (std::size_t i = static_cast<std::size_t>(byte_of(operand)) + 1;
           i < paragraph.edges.size() && operand.size() > 1 && i < static_cast<unsigned char>(operand[1]);
           ++i)
        paragraph.edges[i].merged_left = true;
      break;
    case sprm::merge_down:
      if (operand.size() >= 2 && static_cast<std::size_t>(byte_of(operand)) < paragraph.edges.size())
        paragraph.edges[static_cast<std::size_t>(byte_of(operand))].merged_up = operand[1] == 1;
      break;
    default: break;
  }
}

void apply(std::uint16_t opcode, std::string_view operand, WordRun& run) {
  if (opcode == sprm::hidden) run.hidden = byte_of(operand) == 1;
  else if (opcode == sprm::deleted) run.deleted = byte_of(operand) != 0;
  else if (opcode == sprm::inserted) run.inserted = byte_of(operand) != 0;
}

}  // namespace

bool WordFile::uses_first_table(std::string_view main) {
  return (u16_at(main, fib::flags) & fib::first_table) != 0;
}

Result<WordFile> WordFile::open(std::string main, std::string table, std::string data) {
  if (u16_at(main, fib::magic) != fib::word) return Error{ErrorCode::damaged};
  if (u16_at(main, fib::version) < fib::word_97)
    return Error{ErrorCode::unsupported, {}, u"Word 95 及更早的文件"};
  if ((u16_at(main, fib::flags) & fib::encrypted) != 0) return Error{ErrorCode::encrypted};
  WordFile file;
  file.main_ = std::move(main);
  file.table_ = std::move(table);
  file.data_ = std::move(data);
  if (!file.read_text()) return Error{ErrorCode::damaged};
  file.paragraphs_ = file.spans(fib::paragraphs, 13);
  file.runs_ = file.spans(fib::runs, 1);
  file.read_styles();
  file.read_lists();
  return file;
}

// Where the kinds of text stand among all characters: the main text, footnotes, headers, comments, in this
// order.
struct WordFile::Parts {
  std::size_t main_end, notes_end, comments_begin, comments_end;
};

// The piece table: the text is scattered over the file in pieces of one or two bytes a character.
bool WordFile::read_text() {
  const std::string_view plc = piece_table();
  const std::size_t pieces = plc.size() < 4 ? 0 : (plc.size() - 4) / 12;
  Parts parts{};
  parts.main_end = u32_at(main_, fib::text_characters);
  parts.notes_end = parts.main_end + u32_at(main_, fib::footnote_characters);
  parts.comments_begin = parts.notes_end + u32_at(main_, fib::header_characters);
  parts.comments_end = parts.comments_begin + u32_at(main_, fib::comment_characters);
  std::size_t reached = 0;
  for (std::size_t i = 0; i < pieces; ++i) {
    const std::size_t first = u32_at(plc, 4 * i), last = u32_at(plc, 4 * (i + 1));
    content_.cut = content_.cut || last > limits::text_units;
    if (first < reached || first > limits::text_units) break;  // pieces follow one another
    reached = last;
    read_piece(parts, first, last, u32_at(plc, 4 * (pieces + 1) + 8 * i + 2));
  }
  return !content_.text.empty();
}

// Empty when there is none.
std::string_view WordFile::piece_table() const {
  constexpr char mark = 2, modifiers = 1;
  const std::string_view table(table_);
  std::size_t at = u32_at(main_, fib::pieces);
  const std::size_t end =
      std::min<std::size_t>(table.size(), at + std::size_t{u32_at(main_, fib::pieces + 4)});
  while (at < end && table[at] == modifiers) at += 3 + u16_at(table, at + 1);
  if (at + 5 > end || table[at] != mark) return {};
  return table.substr(at + 5, std::min<std::size_t>(u32_at(table, at + 1), end - at - 5));
}

// Characters [first, last), which begin in the file where `place` says.
void WordFile::read_piece(const Parts& parts, std::size_t first, std::size_t last, std::uint32_t place) {
  constexpr std::uint32_t one_byte = 0x40000000;
  const std::size_t width = (place & one_byte) != 0 ? 1 : 2;
  const std::size_t offset = (place & ~one_byte) / (width == 1 ? 2 : 1);
  last = std::min({last, parts.comments_end, limits::text_units});
  for (std::size_t cp = first; cp < last; ++cp) {
    const std::size_t byte = offset + (cp - first) * width;
    if (byte + width > main_.size()) break;
    const char16_t c = width == 1 ? windows_1252(static_cast<unsigned char>(main_[byte]))
                                  : static_cast<char16_t>(u16_at(main_, byte));
    if (cp < parts.main_end) {
      content_.text.push_back(c);
      content_.file_offsets.push_back(static_cast<std::uint32_t>(byte));
    } else if (cp < parts.notes_end) {
      content_.footnotes.push_back(c);
    } else if (cp >= parts.comments_begin) {
      content_.comments.push_back(c);
    }
  }
}

// The formatted pages: which file offsets have which properties. entry_bytes: 13 for paragraphs, 1 for
// characters.
std::vector<WordFile::Span> WordFile::spans(std::size_t place, std::size_t entry_bytes) const {
  std::vector<Span> out;
  const std::size_t at = u32_at(main_, place), size = u32_at(main_, place + 4);
  if (size < 4 || at > table_.size() || size > table_.size() - at) return out;
  const std::string_view plc = std::string_view(table_).substr(at, size);
  const std::size_t pages = (size - 4) / 8;
  for (std::size_t i = 0; i < pages; ++i) {
    const std::size_t page = std::size_t{u32_at(plc, 4 * (pages + 1) + 4 * i) & 0x3FFFFFu} * page_bytes;
    if (page + page_bytes > main_.size()) continue;
    const std::string_view bytes = std::string_view(main_).substr(page, page_bytes);
    const std::size_t count = static_cast<unsigned char>(bytes[page_bytes - 1]);
    for (std::size_t k = 0; k < count && 4 * (count + 1) + entry_bytes * (k + 1) < page_bytes; ++k) {
      const std::uint32_t properties =
          2u * static_cast<unsigned char>(bytes[4 * (count + 1) + entry_bytes * k]);
      out.push_back(
          {u32_at(bytes, 4 * k), u32_at(bytes, 4 * (k + 1)), static_cast<std::uint32_t>(page), properties});
    }
  }
  sort_by(out, [](const Span& a, const Span& b) { return a.begin < b.begin; });
  return out;
}

const WordFile::Span* WordFile::find(const std::vector<Span>& spans, std::uint32_t offset) {
  const auto after = std::upper_bound(spans.begin(), spans.end(), offset,
                                      [](std::uint32_t o, const Span& s) { return o < s.begin; });
  if (after == spans.begin()) return nullptr;
  const Span& span = *std::prev(after);
  return offset < span.end ? &span : nullptr;
}

WordParagraph WordFile::paragraph_at(std::uint32_t file_offset) const {
  WordParagraph paragraph;
  const Span* span = find(paragraphs_, file_offset);
  if (span == nullptr || span->at == 0) return paragraph;
  const std::string_view page = std::string_view(main_).substr(span->page, page_bytes);
  std::size_t at = span->at, size = static_cast<unsigned char>(page[at]);
  if (size == 0 && at + 1 < page_bytes) size = 2u * static_cast<unsigned char>(page[++at]);
  else size = 2 * size - 1;
  ++at;
  if (size < 2 || at + size > page_bytes) return paragraph;
  const std::size_t style = u16_at(page, at);
  if (style < styles_.size()) {
    paragraph.level = styles_[style].level;
    paragraph.list = styles_[style].list;
    paragraph.list_level = styles_[style].list_level;
  }
  apply_list(page.substr(at + 2, size - 2), paragraph);
  return paragraph;
}

// The definition of a wide row does not fit into a formatted page and stands in the Data stream.
void WordFile::apply_list(std::string_view modifiers, WordParagraph& paragraph) const {
  for_each_modifier(modifiers, [&](std::uint16_t opcode, std::string_view operand) {
    if (opcode != sprm::huge && opcode != sprm::huge_old) {
      apply(opcode, operand, paragraph);
      return;
    }
    const std::size_t at = u32_at(operand, 0), size = u16_at(data_, at);
    if (at + 2 > data_.size() || size > data_.size() - at - 2) return;
    for_each_modifier(std::string_view(data_).substr(at + 2, size),
                      [&](std::uint16_t inner, std::string_view value) { apply(inner, value, paragraph); });
  });
}

WordRun WordFile::run_at(std::uint32_t file_offset) const {
  WordRun run;
  run.begin = file_offset;
  run.end = file_offset + 1;
  const Span* span = find(runs_, file_offset);
  if (span == nullptr) return run;
  run.begin = span->begin;
  run.end = span->end;
  if (span->at == 0) return run;
  const std::string_view page = std::string_view(main_).substr(span->page, page_bytes);
  const std::size_t size = static_cast<unsigned char>(page[span->at]);
  if (span->at + 1 + size > page_bytes) return run;
  for_each_modifier(page.substr(span->at + 1, size),
                    [&](std::uint16_t opcode, std::string_view operand) { apply(opcode, operand, run); });
  return run;
}

// Heading levels and numberings that come from styles; a style inherits from its base, which may come later.
void WordFile::read_styles() {
  const std::size_t at = u32_at(main_, fib::styles), size = u32_at(main_, fib::styles + 4);
  if (at > table_.size() || size > table_.size() - at || size < 4) return;
  const std::string_view sheet = std::string_view(table_).substr(at, size);
  std::size_t place = 2 + std::size_t{u16_at(sheet, 0)};
  const std::size_t base_bytes = u16_at(sheet, 4);
  while (place + 2 <= sheet.size() && styles_.size() < 4096) {
    const std::size_t bytes = u16_at(sheet, place);
    const std::string_view style = sheet.substr(place + 2, std::min(bytes, sheet.size() - place - 2));
    place += 2 + bytes;
    Style out;
    const int known = u16_at(style, 0) & 0x0FFF, kind = u16_at(style, 2) & 0x000F;
    out.base = u16_at(style, 2) >> 4;
    if (known >= 1 && known <= 9) out.level = known;
    const std::size_t name = base_bytes + 2 + 2 * std::size_t{u16_at(style, base_bytes)} + 2;
    const std::size_t properties = u16_at(style, name);
    if (kind == 1 && properties >= 2 && name + 2 + properties <= style.size()) {
      WordParagraph paragraph;
      paragraph.level = out.level;
      for_each_modifier(
          style.substr(name + 4, properties - 2),
          [&](std::uint16_t opcode, std::string_view operand) { apply(opcode, operand, paragraph); });
      out.level = paragraph.level;
      out.list = paragraph.list;
      out.list_level = paragraph.list_level;
    }
    styles_.push_back(out);
  }
  for (Style& style : styles_) {
    int base = style.base;
    for (int steps = 0; steps < 16 && base >= 0 && base < static_cast<int>(styles_.size()); ++steps) {
      const Style& from = styles_[static_cast<std::size_t>(base)];
      if (style.level == 0) style.level = from.level;
      if (style.list == 0) style.list = from.list, style.list_level = from.list_level;
      base = from.base;
    }
  }
}

void WordFile::read_lists() {
  constexpr std::size_t format_bytes = 28, level_bytes = 28, override_bytes = 16;
  const std::string_view table(table_);
  const std::size_t formats = u32_at(main_, fib::list_formats),
                    formats_size = u32_at(main_, fib::list_formats + 4);
  const std::size_t overrides = u32_at(main_, fib::list_overrides),
                    overrides_size = u32_at(main_, fib::list_overrides + 4);
  if (formats_size < 2 || overrides_size < 4 || formats + formats_size > table.size() ||
      overrides + overrides_size > table.size())
    return;
  std::map<std::uint32_t, std::vector<NumberLevel>> by_id;
  std::size_t at = formats + formats_size;
  const std::size_t count = std::min<std::size_t>(u16_at(table, formats), (formats_size - 2) / format_bytes);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t format = formats + 2 + i * format_bytes;
    const bool simple = (static_cast<unsigned char>(table[format + 26]) & 1) != 0;
    auto& levels = by_id[u32_at(table, format)];
    for (int level = 0; level < (simple ? 1 : 9) && at + level_bytes <= table.size(); ++level) {
      NumberLevel out;
      out.start = static_cast<int>(std::min<std::uint32_t>(u32_at(table, at), 32767));
      out.format = static_cast<unsigned char>(table[at + 4]);
      const std::size_t properties =
          static_cast<unsigned char>(table[at + 24]) + static_cast<unsigned char>(table[at + 25]);
      at += level_bytes + properties;
      const std::size_t length = std::min<std::size_t>(u16_at(table, at), 64);
      for (std::size_t k = 0; k < length; ++k)
        out.pattern.push_back(static_cast<char16_t>(u16_at(table, at + 2 + 2 * k)));
      at += 2 + 2 * std::size_t{u16_at(table, at)};
      levels.push_back(std::move(out));
    }
  }
  const std::size_t used =
      std::min<std::size_t>(u32_at(table, overrides), (overrides_size - 4) / override_bytes);
  for (std::size_t i = 0; i < used; ++i)
    content_.lists.push_back(by_id[u32_at(table, overrides + 4 + i * override_bytes)]);
}

}  // namespace nianbao
