#include "input/html_text.h"

#include "base/unicode.h"

namespace nianbao {
namespace {

bool alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }
bool wide(char16_t c) {
  return c >= 0x2E80 || c == u'“' || c == u'”' || c == u'‘' || c == u'’' || c == u'—' || c == u'…';
}
bool html_space(char16_t c) { return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r' || c == u'\f'; }

// Length of the character reference at the begin of `source`, 0 for a plain '&'.
std::size_t reference_length(std::string_view source) {
  std::size_t end = 1;
  if (end < source.size() && source[end] == '#') ++end;
  const std::size_t name = end;
  while (end < source.size() && end < 40 && alphanumeric(source[end])) ++end;
  if (end == name) return 0;
  if (end < source.size() && source[end] == ';') ++end;
  return end;
}

bool is_ampersand(std::string_view reference) {
  return reference.substr(0, 4) == "&amp" || reference.substr(0, 4) == "&AMP" ||
         reference.substr(0, 4) == "&#38" || reference.substr(0, 5) == "&#x26" ||
         reference.substr(0, 5) == "&#X26";
}

// How far `text` and `source` agree literally.
std::size_t common(std::string_view text, std::string_view source) {
  std::size_t n = 0;
  while (n < text.size() && n < source.size() && text[n] == source[n] && source[n] != '&') ++n;
  while (n > 0 && n < text.size() && continuation(text[n])) --n;
  return n;
}

std::size_t character_length(std::string_view text) {
  std::size_t n = 1;
  while (n < text.size() && continuation(text[n])) ++n;
  return n;
}

}  // namespace

std::uint32_t Utf16Offsets::at(std::size_t offset) {
  if (offset > utf8_.size()) offset = utf8_.size();
  if (offset < offset_) {
    offset_ = 0;
    units_ = 0;
  }
  for (; offset_ < offset; ++offset_) {
    const auto c = static_cast<unsigned char>(utf8_[offset_]);
    units_ += (c & 0xC0) == 0x80 ? 0 : c >= 0xF0 ? 2 : 1;
  }
  return units_;
}

// Walks text and source side by side; where they part, a reference or a line end or a skipped tag stands in
// the source.
void HtmlText::add(std::string_view text, std::string_view source, bool keep_lines) {
  const char* const begin = source.data();
  const bool known = begin != nullptr && begin >= html_.data() && begin <= html_.data() + html_.size();
  std::size_t at = known ? static_cast<std::size_t>(begin - html_.data()) : 0;
  while (!text.empty()) {
    std::size_t taken = known ? common(text, source) : text.size();
    std::size_t used = taken;
    if (taken == 0) {
      if (!source.empty() && source[0] == '&') used = reference_length(source);
      const bool plain = text[0] == '&' && (used == 0 || !is_ampersand(source));
      if (plain) used = taken = 1;
      else if (used > 0) taken = character_length(text);
      else if (!source.empty() && source[0] == '\r') used = 1;
      else if (!source.empty() && source[0] == '<' && source.find('>') != std::string_view::npos)
        used = source.find('>') + 1;
      else taken = text.size();
    }
    const std::uint32_t place = known ? offsets_.at(at) : DocumentBuilder::no_source;
    std::uint32_t n = 0;
    for (char16_t c : from_utf8(text.substr(0, taken))) add_unit(c, known ? place + n++ : place, keep_lines);
    text.remove_prefix(taken);
    source.remove_prefix(used < source.size() ? used : source.size());
    at += used;
  }
}

std::uint32_t HtmlText::place(const char* source) {
  const bool known = source != nullptr && source >= html_.data() && source <= html_.data() + html_.size();
  return known ? offsets_.at(static_cast<std::size_t>(source - html_.data())) : no_source;
}

void HtmlText::add_unit(char16_t c, std::uint32_t source, bool keep_lines) {
  if (keep_lines && c == u'\n') {
    end_line();
    build_.line_break();
  } else if (html_space(c) && !keep_lines) {
    if (!space_) space_source_ = source;
    space_ = true;
    newline_ |= c == u'\n' || c == u'\r';
  } else {
    const bool joined = newline_ && wide(last_) && wide(c);
    if (space_ && last_ != 0 && !joined) put(u' ', space_source_);
    space_ = newline_ = false;
    put(c, source);
  }
}

void HtmlText::put(char16_t c, std::uint32_t source) {
  if (!number_.empty() && !is_space(c)) write_number();
  if (run_.empty() || source == DocumentBuilder::no_source || source != run_source_ + run_.size()) {
    if (source != DocumentBuilder::no_source || run_source_ != DocumentBuilder::no_source) flush();
    if (run_.empty()) run_source_ = source;
  }
  run_.push_back(c);
  last_ = c;
}

void HtmlText::write_number() {
  flush();
  const std::uint32_t begin = build_.position();
  build_.text(number_);
  build_.mark(MarkKind::generated_number, {begin, build_.position()});
  number_.clear();
}

void HtmlText::flush() {
  if (!run_.empty()) build_.text(run_, run_source_);
  run_.clear();
}

void HtmlText::end_line() {
  flush();
  last_ = 0;
  space_ = newline_ = false;
}

}  // namespace nianbao
