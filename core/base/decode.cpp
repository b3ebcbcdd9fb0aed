#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucnv_err.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/converter.h"
#include "base/leading_bytes.h"
#include "base/unicode.h"

namespace nianbao {
namespace {

constexpr std::size_t sample_bytes = 64u << 10;

// --- converters --------------------------------------------------------------------------------------------

// The name of the same encoding that is decoded and shown: GBK and GB2312 pages often hold characters of
// GB18030. Empty for what cannot be a name: ICU passes over characters that are not ASCII, and would take it
// for another's.
std::string canonical(std::string_view name) {
  const auto in_names = [](char c) { return c > ' ' && c < 0x7F; };
  std::string lower;
  for (char c : name)
    if (c != ' ' && c != '"' && c != '\'')
      lower.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
  for (std::string_view gb : {"gbk", "gb2312", "gb_2312-80", "gb18030", "gb18030-2022", "x-gbk", "cp936",
                              "ms936", "936", "windows-936", "euc-cn", "chinese"})
    if (lower == gb) return "GB18030";
  for (std::string_view big5 : {"big5", "big5-hkscs", "x-big5", "cp950", "950", "windows-950", "csbig5"})
    if (lower == big5) return "Big5";
  if (lower == "utf8" || lower == "utf-8" || lower == "65001") return "UTF-8";
  if (lower == "utf-16le" || lower == "utf-16" || lower == "unicode") return "UTF-16LE";
  if (lower == "utf-16be") return "UTF-16BE";
  if (lower == "utf-32le" || lower == "utf-32") return "UTF-32LE";
  if (lower == "utf-32be") return "UTF-32BE";
  return std::all_of(lower.begin(), lower.end(), in_names) ? lower : std::string();
}

// Puts U+FFFD in place of what is no character, and counts.
void replace_and_count(const void* context, UConverterToUnicodeArgs* args, const char*, int32_t,
                       UConverterCallbackReason reason, UErrorCode* status) {
  if (reason > UCNV_IRREGULAR) return;
  ++*static_cast<std::size_t*>(const_cast<void*>(context));
  *status = U_ZERO_ERROR;
  constexpr char16_t replacement[] = {0xFFFD};
  ucnv_cbToUWriteUChars(args, replacement, 1, 0, status);
}

Decoded without_mark(Decoded decoded) {
  if (!decoded.text.empty() && decoded.text.front() == u'\uFEFF') decoded.text.erase(0, 1);
  return decoded;
}

std::optional<Decoded> convert(std::string_view bytes, const std::string& name, std::string_view reason) {
  Decoded out{{}, name, std::string(reason), 0};
  if (name == "UTF-32LE" || name == "UTF-32BE") {
    Utf32Text read = from_utf32(bytes, name == "UTF-32LE");
    out.text = std::move(read.text);
    out.replaced = read.replaced;
    return without_mark(std::move(out));
  }
  const Converter converter(name);
  if (converter.get() == nullptr) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  ucnv_setToUCallBack(converter.get(), replace_and_count, &out.replaced, nullptr, nullptr, &status);
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  out.text.resize(bytes.size() / 2 + 64);
  std::size_t written = 0;
  do {
    if (status == U_BUFFER_OVERFLOW_ERROR) out.text.resize(out.text.size() * 2);
    status = U_ZERO_ERROR;
    char16_t* target = out.text.data() + written;
    ucnv_toUnicode(converter.get(), &target, out.text.data() + out.text.size(), &source, end, nullptr, true,
                   &status);
    written = static_cast<std::size_t>(target - out.text.data());
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  out.text.resize(written);
  return without_mark(std::move(out));
}

// --- what the bytes say ------------------------------------------------------------------------------------

std::string_view byte_order_mark(std::string_view bytes) {
  const auto starts = [bytes](std::string_view mark) { return bytes.substr(0, mark.size()) == mark; };
  if (starts("\xEF\xBB\xBF")) return "UTF-8";
  if (starts(std::string_view("\xFF\xFE\0\0", 4))) return "UTF-32LE";
  if (starts(std::string_view("\0\0\xFE\xFF", 4))) return "UTF-32BE";
  if (starts("\xFF\xFE")) return "UTF-16LE";
  if (starts("\xFE\xFF")) return "UTF-16BE";
  if (starts("\x84\x31\x95\x33")) return "GB18030";
  return {};
}

struct Utf8Count {
  std::size_t good = 0;  // characters of more than one byte
  std::size_t bad = 0;   // byte sequences that are no characters
};

Utf8Count count_utf8(std::string_view bytes) {
  Utf8Count count;
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  for (std::size_t at = 0; at < bytes.size();) {
    if (data[at] < 0x80) {
      ++at;
      continue;
    }
    UChar32 c;
    U8_NEXT(data, at, bytes.size(), c);
    ++(c < 0 ? count.bad : count.good);
  }
  return count;
}

// The commonest characters of reports and of Chinese text, simplified, traditional, and those that both
// share. Read in a wrong encoding, text has next to none of them.
constexpr std::u16string_view common =
    u"的一是不在有人和中大为上个国我以要他用们到作地于出会可也你对生能而子那得着下自之年过发后里行所然家种事"
    u"成方多经么去法如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日军者意无力它与长把机"
    u"十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政信息府依申请情况报告度条"
    u"例办理结果数量服务市县区局乡镇街道委员会，。、：；（）《》“”１２０國為個們來說時這裡對發會後過學開經現"
    u"實應門間業務處辦資訊請報規條總區縣鄉鎮廣東電與當種點長機關無從進動還樣體聲達書見產將總計";

const std::array<bool, 0x10000>& common_table() {
  static const std::array<bool, 0x10000> table = [] {
    std::array<bool, 0x10000> out{};
    for (char16_t c : common) out[c] = true;
    return out;
  }();
  return table;
}

// Share of common characters among all beyond ASCII, in thousandths.
std::size_t commonness(std::u16string_view text) {
  const auto& table = common_table();
  std::size_t hits = 0, all = 0;
  for (char16_t c : text) {
    if (c < 0x80) continue;
    ++all;
    hits += table[c];
  }
  return all == 0 ? 0 : hits * 1000 / all;
}

// --- choosing ----------------------------------------------------------------------------------------------

struct Candidate {
  std::string name;
  std::size_t replaced;    // in the sample
  std::size_t commonness;  // of the sample
};

std::string_view sample_of(std::string_view bytes) { return bytes.substr(0, sample_bytes); }

Candidate try_out(std::string_view bytes, const std::string& name) {
  const std::string_view sample = sample_of(bytes);
  const auto decoded = convert(sample, name, {});
  if (!decoded) return {name, bytes.size() + 1, 0};
  const bool cut = sample.size() < bytes.size();  // the cut may halve one character
  return {name, decoded->replaced - (cut && decoded->replaced > 0 ? 1 : 0), commonness(decoded->text)};
}

// Fewer bytes that are no characters; a handful of damaged ones weighs less than how much it looks like
// Chinese.
bool better(const Candidate& a, const Candidate& b) {
  const bool a_clean = a.replaced < 3, b_clean = b.replaced < 3;
  if (a_clean != b_clean) return a_clean ? a.commonness * 4 >= b.commonness : a.commonness > b.commonness * 4;
  if (a.commonness != b.commonness) return a.commonness > b.commonness;
  return a.replaced < b.replaced;
}

// Bytes that are not strict UTF-8. Ties go to the earlier: text without any common character is GB18030
// rather than Big5.
Decoded legacy(std::string_view bytes, const Utf8Count& utf8) {
  if (utf8.good >= 20 * utf8.bad) return *convert(bytes, "UTF-8", "fallback");
  Candidate best = try_out(bytes, "GB18030");
  const Candidate big5 = try_out(bytes, "Big5");
  if (better(big5, best)) best = big5;
  Decoded out = *convert(bytes, best.name, "valid");
  if (out.replaced > 0) out.reason = "fallback";
  return out;
}

bool is_unicode(std::string_view name) { return name.substr(0, 3) == "UTF"; }

// A declaration is wrong when the bytes are not of it, or when they are strict UTF-8 that reads better.
bool contradicted(std::string_view bytes, const Candidate& declared, const Utf8Count& utf8) {
  if (declared.name == "UTF-8") return utf8.bad * 20 > utf8.good;
  if (is_unicode(declared.name)) return true;  // a declaration in ASCII letters is not in UTF-16
  if (utf8.good > 0 && utf8.bad == 0 && try_out(bytes, "UTF-8").commonness >= declared.commonness)
    return true;
  for (const char* other : {"GB18030", "Big5"}) {
    if (other == declared.name) continue;
    const Candidate candidate = try_out(bytes, other);
    if (candidate.replaced < 3 && candidate.commonness > 200 &&
        candidate.commonness > 4 * declared.commonness)
      return true;
  }
  return declared.replaced * 20 > bytes.size();
}

// How many 16-bit units are what Chinese text is made of.
std::size_t plausible_units(std::string_view bytes, bool little) {
  std::size_t count = 0;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    const unsigned low = static_cast<unsigned char>(bytes[i + (little ? 0 : 1)]),
                   high = static_cast<unsigned char>(bytes[i + (little ? 1 : 0)]);
    const unsigned unit = high << 8 | low;
    count += (unit >= 0x20 && unit < 0x7F) || unit == '\n' || unit == '\r' || unit == '\t' ||
             (unit >= 0x4E00 && unit <= 0x9FFF) || (unit >= 0x2010 && unit <= 0x203F) ||
             (unit >= 0x2460 && unit <= 0x25FF) || (unit >= 0x3000 && unit <= 0x303F) ||
             (unit >= 0xFF01 && unit <= 0xFF5E);
  }
  return count;
}

}  // namespace

std::string_view utf16_pattern(std::string_view bytes) {
  if (bytes.size() < 2 || bytes.size() % 2 != 0) return {};
  const std::string_view sample = sample_of(bytes);
  if (sample.find('\0') == std::string_view::npos)
    return {};  // no digit, no line end: ASCII pairs would look like ideographs
  const std::size_t little = plausible_units(sample, true), big = plausible_units(sample, false);
  const std::size_t more = std::max(little, big), less = std::min(little, big);
  if (more * 20 < sample.size() / 2 * 19 || less * 3 > more * 2) return {};
  return little > big ? "UTF-16LE" : "UTF-16BE";
}

std::string_view leading_bytes(std::string_view bytes, std::size_t most) {
  constexpr std::size_t reach = 4096;
  if (bytes.size() <= most) return bytes;
  const std::string_view mark = byte_order_mark(bytes);
  if (mark.substr(0, 6) == "UTF-16" || mark.substr(0, 6) == "UTF-32" ||
      !utf16_pattern(bytes.substr(0, sample_bytes)).empty())
    return bytes.substr(0, most & ~std::size_t{3});
  std::size_t end = most;
  while (end > 0 && most - end < reach && bytes[end - 1] != '\n') --end;
  if (end > 0 && bytes[end - 1] == '\n') return bytes.substr(0, end);
  end = most;
  while (end > 0 && most - end < 4 && (static_cast<unsigned char>(bytes[end]) & 0xC0) == 0x80)
    --end;  // inside a character of UTF-8
  return bytes.substr(0, end);
}

Result<Decoded> decode(std::string_view bytes, std::string_view declared, std::string_view forced) {
  if (!forced.empty()) {
    const std::string_view mark = byte_order_mark(bytes);
    std::string name = canonical(forced);
    if (!mark.empty() && mark.substr(0, 6) == name.substr(0, 6))
      name = mark;  // its order of bytes is not for the user to know
    if (auto out = convert(bytes, name, "forced")) return *std::move(out);
    return Error{ErrorCode::encoding, {}, from_utf8(forced)};
  }
  if (const std::string_view mark = byte_order_mark(bytes); !mark.empty())
    return *convert(bytes, std::string(mark), "bom");
  const Utf8Count utf8 = count_utf8(bytes);
  if (!declared.empty()) {
    const Candidate candidate = try_out(bytes, canonical(declared));
    if (!contradicted(bytes, candidate, utf8))
      if (auto out = convert(bytes, candidate.name, "declared")) return *std::move(out);
  }
  if (const std::string_view pattern = utf16_pattern(bytes); !pattern.empty())
    return *convert(bytes, std::string(pattern), "pattern");
  if (utf8.bad == 0) return *convert(bytes, "UTF-8", "valid");
  return legacy(bytes, utf8);
}

}  // namespace nianbao
