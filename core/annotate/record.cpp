#include "annotate/record.h"

#include "base/sha256.h"
#include "base/unicode.h"

namespace nianbao {
namespace {

constexpr std::size_t key_size = 12, hash_size = 64;

bool all_hex(std::u16string_view text) {
  for (char16_t c : text)
    if (!((c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'))) return false;
  return true;
}

}  // namespace

CopyRecord new_record(std::string_view bytes, std::u16string_view text) {
  CopyRecord out{{}, 0, sha256(bytes)};
  for (std::string seed = out.sha256;; seed = sha256(seed)) {
    out.key = from_utf8(std::string_view(seed).substr(0, key_size));
    if (text.find(out.key) == std::u16string_view::npos) return out;
  }
}

std::u16string written(const CopyRecord& record) {
  return record.key + u" " + from_utf8(std::to_string(record.marks) + " " + record.sha256);
}

std::optional<CopyRecord> find_record(std::u16string_view text, std::u16string_view begin,
                                      std::u16string_view end, std::size_t& from) {
  constexpr std::size_t longest = key_size + hash_size + 12;
  for (std::size_t at; (at = text.find(begin, from)) != std::u16string_view::npos;) {
    from = at + begin.size();
    const std::u16string_view inside = text.substr(from, longest + end.size());
    if (inside.find(end) == std::u16string_view::npos) continue;
    const std::u16string_view words = inside.substr(0, inside.find(end));
    if (words.size() < key_size + hash_size + 3 || words.size() > longest) continue;
    const std::u16string_view key = words.substr(0, key_size), hash = words.substr(words.size() - hash_size);
    const std::u16string_view count = words.substr(key_size, words.size() - key_size - hash_size);
    if (!all_hex(key) || !all_hex(hash) || count.front() != u' ' || count.back() != u' ') continue;
    CopyRecord out{std::u16string(key), 0, to_utf8(hash)};
    bool digits = count.size() > 2;
    for (char16_t c : count.substr(1, count.size() - 2)) {
      digits &= c >= u'0' && c <= u'9';
      out.marks = out.marks * 10 + (c - u'0');
    }
    if (!digits) continue;
    from += words.size() + end.size();
    return out;
  }
  return std::nullopt;
}

std::size_t count_of(std::u16string_view text, std::u16string_view mark) {
  std::size_t count = 0;
  for (std::size_t at = text.find(mark); at != std::u16string_view::npos;
       at = text.find(mark, at + mark.size()))
    ++count;
  return count;
}

Text marks_lost(std::size_t recorded, std::size_t found) {
  return say(u"副本记着有 {0} 处批注标记，现在是 {1} 处：标记被改动过，没有去掉任何东西。请用原文件。",
             u"The copy records {0} marks of ours and holds {1}: they were changed, and nothing was taken "
             u"out. Please use the original.",
             {static_cast<int>(recorded), static_cast<int>(found)});
}

Text edited_since() {
  return say(
      u"这份副本批注后改过：去掉批注后，与当初的文件不是一字不差。",
      u"This copy was edited after it was annotated: without the remarks it is not the file it was made of.");
}

}  // namespace nianbao
