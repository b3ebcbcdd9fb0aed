#include "base/leading_bytes.h"
#include "base/limits.h"
#include "base/unicode.h"
#include "input/reader.h"
#include "input/text_tables.h"

namespace nianbao {
namespace {

// --- marks of Markdown -------------------------------------------------------------------------------------

struct HeadingMark {
  int level = 0;  // 0: none
  Range content{};
};

Range without_emphasis(const TextSource& source, Range r) {
  r = source.trimmed(r);
  while (r.size() >= 5 && source.view({r.begin, r.begin + 2}) == u"**" &&
         source.view({r.end - 2, r.end}) == u"**" &&
         source.view({r.begin + 2, r.end - 2}).find(u"**") == std::u16string_view::npos)
    r = source.trimmed({r.begin + 2, r.end - 2});
  return r;
}

// "## 二、主动公开政府信息情况 ##"
HeadingMark heading_mark(const TextSource& source, std::size_t line) {
  Range r = source.trimmed(source.lines[line].range);
  int level = 0;
  while (r.begin < r.end && source.text[r.begin] == u'#') ++r.begin, ++level;
  if (level == 0 || level > 6 || r.empty() ||
      (source.text[r.begin] != u' ' && source.text[r.begin] != u'\t' && source.text[r.begin] != u'\u3000'))
    return {};
  std::uint32_t end = r.end;
  while (end > r.begin && source.text[end - 1] == u'#') --end;
  r = without_emphasis(source, {r.begin, end});
  return r.empty() ? HeadingMark{} : HeadingMark{level, r};
}

// "====" or "----" under a line of its own.
int underline_level(const TextSource& source, std::size_t line) {
  if (line + 1 >= source.lines.size() || source.lines[line].blank ||
      (line > 0 && !source.lines[line - 1].blank))
    return 0;
  const std::u16string_view under = trim(source.line(line + 1));
  if (under.size() < 3) return 0;
  if (under.find_first_not_of(u'=') == std::u16string_view::npos) return 1;
  return under.find_first_not_of(u'-') == std::u16string_view::npos ? 2 : 0;
}

bool is_delimiter_row(std::u16string_view line) {
  line = trim(line);
  return line.size() >= 3 && line.find(u"--") != std::u16string_view::npos &&
         line.find(u'|') != std::u16string_view::npos &&
         line.find_first_not_of(u"|-: \t") == std::u16string_view::npos;
}

// Marks count as the format's own when they are a habit of the text; a single stray '#' is residue.
bool is_markdown(const TextSource& source) {
  int headings = 0, delimiters = 0;
  for (std::size_t i = 0; i < source.lines.size(); ++i) {
    headings += heading_mark(source, i).level > 0;
    delimiters += is_delimiter_row(source.line(i));
    if (headings > 1 || delimiters > 0) return true;
  }
  return false;
}

// --- reading -----------------------------------------------------------------------------------------------

class TextReader {
 public:
  TextReader(TextSource source, Document& document)
      : source_(std::move(source)),
        markdown_(is_markdown(source_)),
        next_rule_(rule_lines(source_)),
        writer_(source_, document) {
    document.format = markdown_ ? Format::markdown : Format::txt;
    document.text.reserve(source_.text.size() + 1);
  }

  void read() {
    for (std::size_t i = 0; i < source_.lines.size();) {
      if (source_.lines[i].blank) {
        writer_.line(i++, BlockKind::paragraph, {});
      } else if (const auto table = table_at(i)) {
        writer_.table(*table);
        i = table->end_line;
      } else {
        i = text_at(i);
      }
    }
  }

 private:
  std::optional<DrawnTable> table_at(std::size_t i) {
    if (auto table = box_table(source_, i, boxes_seen_)) return table;
    if (auto table = dashed_table(source_, next_rule_, i, markdown_)) return table;
    if (auto table = markup_table(source_, i)) return table;
    if (auto table = pipe_table(source_, i)) return table;
    if (auto table = tab_table(source_, i)) return table;
    if (auto table = comma_table(source_, i, u',')) return table;
    return comma_table(source_, i, u';');
  }

  // A paragraph or heading; the line behind it.
  std::size_t text_at(std::size_t i) {
    if (markdown_) {
      if (const HeadingMark mark = heading_mark(source_, i); mark.level > 0) {
        writer_.line(i, BlockKind::heading, mark.content, mark.level);
        return i + 1;
      }
      if (const int level = underline_level(source_, i); level > 0) {
        writer_.line(i, BlockKind::heading, without_emphasis(source_, source_.lines[i].range), level);
        writer_.line(i + 1, BlockKind::paragraph, {});
        return i + 2;
      }
    }
    const Range content = source_.trimmed(source_.lines[i].range);
    writer_.line(i, BlockKind::paragraph, markdown_ ? without_emphasis(source_, content) : content);
    return i + 1;
  }

  const TextSource source_;
  const bool markdown_;
  const std::vector<std::size_t> next_rule_;
  TextWriter writer_;
  std::size_t boxes_seen_ = 0;
};

void cut_to_limit(std::u16string& text) {
  if (text.size() <= limits::text_units) return;
  auto end = text.rfind(u'\n', limits::text_units);
  if (end == std::u16string::npos)
    end = limits::text_units - ((text[limits::text_units] & 0xFC00) == 0xDC00 ? 1 : 0);
  text.resize(end);
}

}  // namespace

Result<Document> read_text(std::string_view bytes, const ReadOptions& options) {
  const std::string_view begin = leading_bytes(bytes, limits::text_bytes);
  Result<Decoded> decoded = decode(begin, {}, options.encoding);
  if (!decoded) return decoded.error();
  Decoded& source = decoded.value();
  Document document;
  document.encoding = source.encoding;
  document.encoding_reason = source.reason;
  if (source.replaced > 0) document.problems.push_back({ErrorCode::encoding, {}, from_utf8(source.encoding)});
  if (begin.size() < bytes.size() || source.text.size() > limits::text_units)
    document.problems.push_back({ErrorCode::limit, {}, std::u16string(limits::text_units_name)});
  cut_to_limit(source.text);
  if (trim(source.text).empty()) return Error{ErrorCode::empty};
  TextReader(split_lines(std::move(source.text)), document).read();
  return document;
}

}  // namespace nianbao
