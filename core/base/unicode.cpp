#include "base/unicode.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

namespace nianbao {
namespace {

// Variants that NFKC leaves apart but readers do not. 0: dropped.
char16_t variant(char16_t c) {
  switch (c) {
    case u'‐': case u'‑': case u'‒': case u'–': case u'—': case u'―': case u'−': return u'-';
    case u'“': case u'”': case u'„': case u'‟': case u'「': case u'」': case u'『': case u'』': case u'〝': case u'〞': return u'"';
    case u'‘': case u'’': return u'\'';
    case u'〔': case u'【': case u'[': return u'(';
    case u'〕': case u'】': case u']': return u')';
    case u'\u200B': case u'\u200C': case u'\u200D': case u'\u2060': case u'\uFEFF': case u'\u00AD': return 0;
    default: return c;
  }
}

const icu::Normalizer2* nfkc() {
  static UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* const instance = icu::Normalizer2::getNFKCInstance(status);
  return instance;
}

// Ideographs and ASCII: NFKC leaves them alone; only what follows could combine with them, and no such mark matters here.
bool inert(char32_t c) { return c < 0x80 || (c >= 0x4E00 && c <= 0x9FFF); }

class Folder {
 public:
  Folder(Spaces spaces, std::u16string& out, Folded* map) : spaces_(spaces), out_(out), map_(map) {}

  void fold(std::u16string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
      const std::size_t begin = at;
      char32_t c;
      U16_NEXT(text.data(), at, text.size(), c);
      add_character(text.substr(begin, at - begin), c, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at));
    }
  }

 private:
  void add_character(std::u16string_view piece, char32_t c, std::uint32_t begin, std::uint32_t end) {
    icu::UnicodeString decomposed;
    if (inert(c) || nfkc() == nullptr || !nfkc()->getRawDecomposition(static_cast<UChar32>(c), decomposed)) {
      for (char16_t unit : piece) add_unit(unit, begin, end);
      return;
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString normal = nfkc()->normalize(icu::UnicodeString(false, piece.data(), static_cast<int>(piece.size())), status);
    for (int i = 0; i < normal.length(); ++i) add_unit(normal.charAt(i), begin, end);
  }

  void add_unit(char16_t c, std::uint32_t begin, std::uint32_t end) {
    c = variant(c);
    if (c == 0) return;
    if (is_space(c)) {
      if (spaces_ == Spaces::drop || (!out_.empty() && out_.back() == u' ')) return;
      c = u' ';
    }
    out_.push_back(c);
    if (map_ == nullptr) return;
    map_->source.push_back(begin);
    map_->ends.push_back(end);
  }

  Spaces spaces_;
  std::u16string& out_;
  Folded* map_;
};

}  // namespace

std::string to_utf8(std::u16string_view text) {
  std::string out;
  out.reserve(text.size() * 3);
  icu::UnicodeString(false, text.data(), static_cast<int>(text.size())).toUTF8String(out);
  return out;
}

std::u16string from_utf8(std::string_view utf8) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int>(utf8.size())));
  return std::u16string(text.getBuffer(), static_cast<std::size_t>(text.length()));
}

std::uint32_t Folded::source_end(std::size_t last) const { return ends[last]; }

Folded fold(std::u16string_view text, Spaces spaces) {
  Folded out;
  Folder(spaces, out.text, &out).fold(text);
  out.source.push_back(static_cast<std::uint32_t>(text.size()));
  return out;
}

std::u16string folded(std::u16string_view text, Spaces spaces) {
  std::u16string out;
  Folder(spaces, out, nullptr).fold(text);
  return out;
}

bool is_space(char16_t c) {
  return c == u' ' || (c >= u'\t' && c <= u'\r') || c == u'\u0085' || c == u'\u00A0' || c == u'\u1680' || (c >= u'\u2000' && c <= u'\u200D') ||
         c == u'\u2028' || c == u'\u2029' || c == u'\u202F' || c == u'\u205F' || c == u'\u2060' || c == u'\u3000' || c == u'\uFEFF';
}

bool is_han(char16_t c) { return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF) || c == u'〇'; }

bool is_digit(char16_t c) { return (c >= u'0' && c <= u'9') || (c >= u'０' && c <= u'９'); }

std::u16string_view trim(std::u16string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace nianbao
