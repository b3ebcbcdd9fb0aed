#include "base/unicode.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

namespace nianbao {
namespace {

// Variants that NFKC leaves apart but readers do not. 0: dropped.
// clang-format off: a line for each character that they become
char16_t variant(char16_t c) {
  switch (c) {
    case u'‐':
    case u'‑':
    case u'‒':
    case u'–':
    case u'—':
    case u'―':
    case u'−': return u'-';
    case u'“':
    case u'”':
    case u'„':
    case u'‟':
    case u'「':
    case u'」':
    case u'『':
    case u'』':
    case u'〝':
    case u'〞': return u'"';
    case u'‘':
    case u'’': return u'\'';
    case u'〔':
    case u'【':
    case u'［':
    case u'[': return u'(';
    case u'〕':
    case u'】':
    case u'］':
    case u']': return u')';
    case u'\u200B':
    case u'\u200C':
    case u'\u200D':
    case u'\u2060':
    case u'\uFEFF':
    case u'\u00AD': return 0;
    case u'\u200E':
    case u'\u200F':
    case u'\u202A':
    case u'\u202B':
    case u'\u202C':
    case u'\u202D':
    case u'\u202E': return 0;
    case u'\u2061':
    case u'\u2062':
    case u'\u2063':
    case u'\u2064':
    case u'\u2066':
    case u'\u2067':
    case u'\u2068':
    case u'\u2069': return 0;
    default: return c;
  }
}
// clang-format on

// Radicals that fonts of PDF files name in place of the character, and that NFKC leaves alone.
char16_t radical(char16_t c) {
  switch (c) {
    case u'⻁': return u'虎';
    case u'⻄': return u'西';
    case u'⻅': return u'见';
    case u'⻆': return u'角';
    case u'⻉': return u'贝';
    case u'⻋': return u'车';
    case u'⻓': return u'长';
    case u'⻔': return u'门';
    case u'⻘': return u'青';
    case u'⻚': return u'页';
    case u'⻛': return u'风';
    case u'⻜': return u'飞';
    case u'⻝': return u'食';
    case u'⻢': return u'马';
    case u'⻣': return u'骨';
    case u'⻤': return u'鬼';
    case u'⻥': return u'鱼';
    case u'⻦': return u'鸟';
    case u'⻧': return u'卤';
    case u'⻨': return u'麦';
    case u'⻩': return u'黄';
    case u'⻬': return u'齐';
    case u'⻮': return u'齿';
    case u'⻰': return u'龙';
    case u'⺠': return u'民';
    default: return c;
  }
}

const icu::Normalizer2* nfkc() {
  static UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* const instance = icu::Normalizer2::getNFKCInstance(status);
  return instance;
}

// NFKC leaves these alone: ASCII, ideographs, most CJK punctuation, quotes and dashes, box drawing. What
// follows could combine with them, but no such mark matters here.
bool inert(char16_t c) {
  return c < 0x80 || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0x3001 && c <= 0x3035) || (c >= 0x2018 && c <= 0x201F) || (c >= 0x2500 && c <= 0x259F) ||
         c == 0x2014;
}

class Folder {
 public:
  Folder(Spaces spaces, std::u16string& out, Folded* map) : spaces_(spaces), out_(out), map_(map) {}

  void fold(std::u16string_view text) {
    reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = at;
      const char16_t unit = text[at];
      if (inert(unit)) {
        add_unit(unit, begin, ++at);
      } else if (unit >= 0xFF01 && unit <= 0xFF5E) {  // full-width ASCII
        add_unit(static_cast<char16_t>(unit - 0xFEE0), begin, ++at);
      } else {
        char32_t c;
        U16_NEXT(text.data(), at, text.size(), c);
        add_normalised(text.substr(begin, at - begin), c, begin, at);
      }
    }
  }

 private:
  void reserve(std::size_t units) {
    out_.reserve(units);
    if (map_ == nullptr) return;
    map_->source.reserve(units + 1);
    map_->ends.reserve(units);
  }

  void add_normalised(std::u16string_view piece, char32_t c, std::size_t begin, std::size_t end) {
    decomposed_.remove();
    if (nfkc() == nullptr || !nfkc()->getRawDecomposition(static_cast<UChar32>(c), decomposed_)) {
      for (char16_t unit : piece) add_unit(radical(unit), begin, end);
      return;
    }
    UErrorCode status = U_ZERO_ERROR;
    nfkc()->normalize(icu::UnicodeString(false, piece.data(), static_cast<int>(piece.size())), decomposed_,
                      status);
    for (int i = 0; i < decomposed_.length(); ++i) add_unit(decomposed_.charAt(i), begin, end);
  }

  void add_unit(char16_t c, std::size_t begin, std::size_t end) {
    c = variant(c);
    if (c == 0) return;
    if (is_space(c)) {
      if (spaces_ == Spaces::drop || (!out_.empty() && out_.back() == u' ')) return;
      c = u' ';
    }
    out_.push_back(c);
    if (map_ == nullptr) return;
    map_->source.push_back(static_cast<std::uint32_t>(begin));
    map_->ends.push_back(static_cast<std::uint32_t>(end));
  }

  Spaces spaces_;
  std::u16string& out_;
  Folded* map_;
  icu::UnicodeString decomposed_;
};

}  // namespace

std::string to_utf8(std::u16string_view text) {
  std::string out;
  out.reserve(text.size() * 3);
  icu::UnicodeString(false, text.data(), static_cast<int>(text.size())).toUTF8String(out);
  return out;
}

std::u16string from_utf8(std::string_view utf8) {
  const icu::UnicodeString text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int>(utf8.size())));
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
  return c == u' ' || (c >= u'\t' && c <= u'\r') || c == u'\u0085' || c == u'\u00A0' || c == u'\u00AD' ||
         c == u'\u1680' || (c >= u'\u2000' && c <= u'\u200F') || (c >= u'\u2028' && c <= u'\u202F') ||
         (c >= u'\u205F' && c <= u'\u2069') || c == u'\u3000' || c == u'\uFEFF';
}

bool is_han(char16_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF) ||
         c == u'〇';
}

bool is_digit(char16_t c) { return (c >= u'0' && c <= u'9') || (c >= u'０' && c <= u'９'); }

std::u16string_view trim(std::u16string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace nianbao
