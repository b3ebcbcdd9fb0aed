// Remarks in plain text: lines of their own, which begin with 【年报体检 KEY】, in the encoding and with the
// line ends of the file. The last of them is the record.
#include <algorithm>
#include <map>

#include "annotate/annotate.h"
#include "annotate/record.h"
#include "base/encode.h"
#include "base/sha256.h"
#include "base/unicode.h"
#include "output/to_json.h"
#include "rules/text_patterns.h"

namespace nianbao {
namespace {

std::u16string line_mark(const std::u16string& key) { return u"【年报体检 " + key + u"】"; }
constexpr std::u16string_view record_begin = u"批注记录：", record_end = u"。";

struct Line {
  std::size_t begin, end, next;  // next: behind its line end
};

std::vector<Line> lines_of(std::u16string_view text) {
  std::vector<Line> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(u"\r\n", at), text.size());
    std::size_t next = end;
    if (next < text.size()) next += text.substr(end, 2) == u"\r\n" ? 2 : 1;
    out.push_back({at, end, next});
    at = next;
  }
  return out;
}

// Without line ends, and without the control characters of what it quotes: with more of them the copy were no
// text.
std::u16string one_line(const Remark& remark, const CopyRecord& record) {
  std::u16string out = line_mark(record.key);
  for (std::size_t i = 0; i < remark.lines.size(); ++i) {
    if (i > 0) out += u"　";
    for (char16_t c : remark.lines[i]) out.push_back(c < u' ' ? u' ' : c);
  }
  return out;
}

// Where in the file's text a place of the document stands.
std::size_t source_of(const Document& document, std::uint32_t at) {
  const auto next = std::upper_bound(document.anchors.begin(), document.anchors.end(), at,
                                     [](std::uint32_t p, const Anchor& a) { return p < a.text; });
  if (next == document.anchors.begin()) return 0;
  const Anchor& anchor = *(next - 1);
  const std::size_t most = next == document.anchors.end() ? SIZE_MAX : next->source - 1;
  return std::min<std::size_t>(anchor.source + (at - anchor.text), most);
}

// In Markdown a line between the rows would end the table.
std::uint32_t told_at(const Document& document, std::uint32_t at) {
  if (document.format != Format::markdown) return at;
  for (const Table& table : document.tables)
    if (table.range.contains(at) && !table.range.empty()) return table.range.end - 1;
  return at;
}

// Signs that the encoding does not have are told as '?': a remark is better than none.
std::string in_encoding(std::u16string_view text, const std::string& encoding) {
  if (auto whole = encode(text, encoding)) return *whole;
  std::string out;
  for (char16_t c : text) out += encode({&c, 1}, encoding).value_or("?");
  return out;
}

}  // namespace

std::string annotate_text(std::string_view bytes, const Document& document,
                          const std::vector<Remark>& remarks, std::optional<Date> date) {
  const Result<Decoded> decoded = decode(bytes, {}, document.encoding);
  if (!decoded) return {};
  const std::u16string& text = decoded.value().text;
  const std::vector<std::uint32_t> offsets = byte_offsets(bytes, document.encoding);
  const std::vector<Line> lines = lines_of(text);
  if (offsets.size() != text.size() + 1 || lines.empty()) return {};
  const std::u16string line_end =
      lines[0].end < lines[0].next ? text.substr(lines[0].end, lines[0].next - lines[0].end) : u"\n";
  std::map<std::size_t, std::u16string> insertions;  // by line
  CopyRecord record = new_record(bytes, text);
  const auto put = [&](std::size_t index, const std::u16string& told) {
    const bool open =
        lines[index].end == lines[index].next;  // the last line has no end: neither have its remarks
    if (open && text.back() == u'\uFFFD')
      return false;  // behind half a character remarks are read as other signs
    insertions[index] += open ? line_end + told : told + line_end;
    return true;
  };
  for (const Remark& remark : remarks) {
    const std::size_t at = source_of(document, told_at(document, remark.places.front().begin));
    const auto line = std::upper_bound(lines.begin(), lines.end(), at,
                                       [](std::size_t p, const Line& l) { return p < l.begin; });
    const std::size_t index = line == lines.begin() ? 0 : static_cast<std::size_t>(line - lines.begin()) - 1;
    if (!put(index, one_line(remark, record))) return {};
  }
  record.marks = remarks.size();
  if (remarks.empty()) return std::string(bytes);
  std::u16string last =
      line_mark(record.key) + std::u16string(record_begin) + written(record) + std::u16string(record_end);
  if (date) last += u"检查日期：" + in_words(*date).zh + u"。";
  if (!put(insertions.rbegin()->first, last)) return {};
  std::string out;
  std::size_t at = 0;
  for (const auto& [index, told] : insertions) {
    const std::size_t byte = offsets[lines[index].next];
    out.append(bytes, at, byte - at);
    out += in_encoding(told, document.encoding);
    at = byte;
  }
  return out.append(bytes.substr(at));
}

Copy strip_text(std::string_view bytes) {
  Copy out{std::string(bytes), {}, 0, {}};
  const Result<Decoded> decoded = decode(bytes);
  if (!decoded) return {{}, problem_text(decoded.error()), 0, {}};
  const std::u16string& text = decoded.value().text;
  std::size_t from = 0;
  const auto record = find_record(text, record_begin, record_end, from);
  if (!record) return out;
  const std::vector<std::uint32_t> offsets = byte_offsets(bytes, decoded.value().encoding);
  if (offsets.size() != text.size() + 1) return out;
  const std::u16string mark = line_mark(record->key);
  out.bytes.clear();
  std::size_t kept = 0, line_before = 0;  // bytes copied; text end of the last line kept
  std::size_t whole = 0;                  // size of the copy up to there
  for (const Line& line : lines_of(text)) {
    if (text.compare(line.begin, mark.size(), mark) != 0) {
      line_before = line.end;
      continue;
    }
    ++out.remarks;
    if (const std::size_t end = offsets[line_before]; end >= kept) {
      out.bytes.append(bytes, kept, end - kept);
      whole = out.bytes.size();
      kept = end;
    }
    const std::size_t begin = std::max(kept, std::size_t{offsets[line.begin]});
    if (line.end != line.next) out.bytes.append(bytes, kept, begin - kept);
    else out.bytes.resize(whole);  // remarks behind a last line without end took one in front of them
    kept = offsets[line.next];
  }
  out.bytes.append(bytes.substr(kept));
  const auto found = static_cast<std::size_t>(std::max(out.remarks - 1, 0));  // without the record
  if (found != record->marks || count_of(text, mark) != found + 1)
    return {{}, marks_lost(record->marks, found), 0, {}};
  out.remarks = static_cast<int>(found);
  if (sha256(out.bytes) != record->sha256) out.note = edited_since();
  return out;
}

}  // namespace nianbao
