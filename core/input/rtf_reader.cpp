// Rich Text Format: a stream of groups, control words and text.
#include <algorithm>
#include <map>

#include "base/limits.h"
#include "base/unicode.h"
#include "input/reader.h"
#include "input/rtf_flow.h"
#include "input/windows_1252.h"

namespace nianbao {
namespace {

// Where the text of a group goes.
enum class Target : std::uint8_t { body, skip, font_table, title, field_code, comment, bookmark, note };

struct State {
  Target target = Target::body;
  int unicode_skip = 1;  // \ucN: bytes that stand for the character after \uN
  int font = -1;
  bool hidden = false, deleted = false, inserted = false;
  bool starred = false;  // \* seen: an unknown destination is skipped
  bool number = false;   // inside the text of an automatic number
};

int code_page_of_charset(int charset) {
  switch (charset) {
    case 134: return 936;
    case 136: return 950;
    case 128: return 932;
    case 129: return 949;
    default: return 0;
  }
}

std::string_view encoding_of(int code_page) {
  switch (code_page) {
    case 936:
    case 54936: return "GB18030";
    case 950: return "Big5";
    case 65001: return "UTF-8";
    default: return "windows-1252";
  }
}

class RtfReader {
 public:
  RtfReader(std::string_view bytes, const ReadOptions& options)
      : in_(bytes), forced_(options.encoding), build_(Format::rtf) {}

  Result<Document> read() {
    while (at_ < in_.size() && !stopped_ && !flow_.full()) step();
    flush_bytes();
    flow_.finish();
    write_notes(build_, notes_, u'\n');
    if (depth_problem_) build_.limit_reached(u"嵌套层数不超过 512");
    Document document = build_.finish();
    document.encoding = std::string(encoding_of(code_page_));
    document.encoding_reason = "declared";
    document.title_hint = std::u16string(trim(title_));
    if (!states_.empty() && at_ >= in_.size())
      document.problems.push_back({ErrorCode::damaged, {}, u"文件不完整"});
    return document;
  }

 private:
  void step() {
    const char c = in_[at_];
    if (c == '{') open();
    else if (c == '}') close();
    else if (c == '\\') control();
    else literal(c);
  }

  void open() {
    ++at_;
    flush_bytes();
    skip_bytes_ = 0;
    if (states_.size() >= limits::nesting) {
      depth_problem_ = true;
      ++ignored_groups_;
      return;
    }
    states_.push_back(state_);
    state_.starred = false;
  }

  void close() {
    ++at_;
    flush_bytes();
    skip_bytes_ = 0;
    if (ignored_groups_ > 0) {
      --ignored_groups_;
      return;
    }
    if (states_.empty()) {
      stopped_ = true;
      return;
    }
    const Target ended = state_.target;
    const bool number_ended = state_.number && !states_.back().number;
    state_ = states_.back();
    states_.pop_back();
    if (number_ended) flow_.end_number();
    if (ended != state_.target) end_target(ended);
    if (states_.empty()) stopped_ = true;
  }

  void end_target(Target ended) {
    if (ended == Target::comment) flow_.mark_here(MarkKind::comment, std::move(comment_)), comment_.clear();
    if (ended == Target::bookmark)
      flow_.mark_here(MarkKind::bookmark, std::move(bookmark_)), bookmark_.clear();
    if (ended == Target::field_code)
      flow_.mark_here(MarkKind::field, std::u16string(trim(field_code_))), field_code_.clear();
    if (ended == Target::note) notes_.push_back(u'\n');
  }

  void literal(char c) {
    ++at_;
    if (c == '\r' || c == '\n') return;
    if (skip_bytes_ > 0) {
      --skip_bytes_;
      return;
    }
    if (static_cast<unsigned char>(c) < 0x80 && bytes_.empty()) add(static_cast<char16_t>(c));
    else bytes_.push_back(c);
  }

  void control() {
    ++at_;
    if (at_ >= in_.size()) return;
    const char c = in_[at_];
    if (c == '\'') {
      hex_byte();
      return;
    }
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      word();
      return;
    }
    ++at_;
    symbol(c);
  }

  void hex_byte() {
    int value = 0;
    ++at_;
    for (int i = 0; i < 2 && at_ < in_.size(); ++i, ++at_) {
      const char c = in_[at_];
      const int digit = c >= '0' && c <= '9'   ? c - '0'
                        : c >= 'a' && c <= 'f' ? c - 'a' + 10
                        : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                               : -1;
      if (digit < 0) return;
      value = value * 16 + digit;
    }
    if (skip_bytes_ > 0) --skip_bytes_;
    else bytes_.push_back(static_cast<char>(value));
  }

  void symbol(char c) {
    flush_bytes();
    if (c == '*') state_.starred = true;
    else if (c == '~') add(u'\u00A0');
    else if (c == '_') add(u'-');
    else if (c == '\\' || c == '{' || c == '}')
      skip_bytes_ > 0 ? void(--skip_bytes_) : add(static_cast<char16_t>(c));
    else if ((c == '\n' || c == '\r') && state_.target == Target::body) flow_.end_paragraph();
  }

  void word() {
    const std::size_t begin = at_;
    while (at_ < in_.size() &&
           ((in_[at_] >= 'a' && in_[at_] <= 'z') || (in_[at_] >= 'A' && in_[at_] <= 'Z')) && at_ - begin < 32)
      ++at_;
    const std::string_view name = in_.substr(begin, at_ - begin);
    bool negative = false, given = false;
    long value = 0;
    if (at_ < in_.size() && in_[at_] == '-') {
      negative = true;
      ++at_;
    }
    while (at_ < in_.size() && in_[at_] >= '0' && in_[at_] <= '9') {
      value = std::min(value * 10 + (in_[at_] - '0'), 1'000'000'000L);
      given = true;
      ++at_;
    }
    if (at_ < in_.size() && in_[at_] == ' ') ++at_;
    apply(name, static_cast<int>(negative ? -value : value), given);
  }

  void apply(std::string_view name, int value, bool given) {
    if (name == "u") {
      unicode(value);
      return;
    }
    flush_bytes();
    if (name == "bin") {
      at_ = std::min(in_.size(), at_ + static_cast<std::size_t>(std::max(0, value)));
      return;
    }
    if (destination(name)) return;
    if (state_.starred) {
      state_.target = Target::skip;
      return;
    }
    if (character_property(name, value, given)) return;
    if (state_.target == Target::body) layout(name, value);
    else if (state_.target == Target::note && name == "par") add(u'\n');
  }

  void unicode(int value) {
    flush_bytes();
    add(static_cast<char16_t>(value < 0 ? value + 65536 : value));
    skip_bytes_ = state_.unicode_skip;
  }

  bool destination(std::string_view name) {
    static constexpr std::string_view skipped[] = {"colortbl",      "stylesheet",
                                                   "pict",          "shppict",
                                                   "header",        "footer",
                                                   "headerl",       "headerr",
                                                   "headerf",       "footerl",
                                                   "footerr",       "footerf",
                                                   "listtable",     "listoverridetable",
                                                   "rsidtbl",       "generator",
                                                   "themedata",     "datastore",
                                                   "latentstyles",  "nonshppict",
                                                   "xmlnstbl",      "mmathPr",
                                                   "filetbl",       "revtbl",
                                                   "author",        "operator",
                                                   "creatim",       "revtim",
                                                   "printim",       "company",
                                                   "atnid",         "atnauthor",
                                                   "atndate",       "atnref",
                                                   "atnparent",     "atntime",
                                                   "bkmkend",       "objdata",
                                                   "fchars",        "lchars",
                                                   "wgrffmtfilter", "ftnsep",
                                                   "ftnsepc",       "pgptbl",
                                                   "nonesttables",  "info"};
    // A picture that readers of any age can show comes twice, as shppict and as nonshppict; the first is the
    // mark.
    if (name == "shppict" || name == "pict") mark_image();
    if (name == "fonttbl") state_.target = Target::font_table;
    else if (name == "title") state_.target = Target::title;
    else if (name == "fldinst") state_.target = Target::field_code;
    else if (name == "annotation") state_.target = Target::comment;
    else if (name == "footnote") state_.target = Target::note;
    else if (name == "bkmkstart") state_.target = Target::bookmark;
    else if (name == "listtext" || name == "pntext") state_.number = true, flow_.begin_number();
    else if (name == "fldrslt" || name == "shptxt" || name == "nesttableprops") state_.starred = false;
    else if (std::find(std::begin(skipped), std::end(skipped), name) != std::end(skipped))
      state_.target = Target::skip;
    else return false;
    state_.starred = false;  // the destination is known; the words after it are its own
    return true;
  }

  bool character_property(std::string_view name, int value, bool given) {
    const bool on = !given || value != 0;
    if (name == "ansicpg") code_page_ = value;
    else if (name == "uc") state_.unicode_skip = std::clamp(value, 0, 16);
    else if (name == "f") set_font(value);
    else if (name == "fcharset") fonts_[state_.font] = code_page_of_charset(value);
    else if (name == "v") state_.hidden = on;
    else if (name == "deleted") state_.deleted = on;
    else if (name == "revised") state_.inserted = on;
    else if (name == "plain") state_.hidden = state_.deleted = state_.inserted = false;
    else return false;
    return true;
  }

  void set_font(int value) {
    if (fonts_.size() < 4096 || fonts_.count(value) != 0) state_.font = value;
  }

  // The text of a number has a paragraph's words of its own, which do not speak of the paragraph it stands
  // in.
  void layout(std::string_view name, int value) {
    if (state_.number && (name == "pard" || name == "intbl" || name == "outlinelevel")) return;
    if (name == "par" || name == "sect" || name == "page") flow_.end_paragraph();
    else if (name == "line") add(u'\u2028');
    else if (name == "tab") add(u'\t');
    else if (name == "pard") flow_.plain_paragraph();
    else if (name == "intbl") flow_.set_in_table();
    else if (name == "outlinelevel") flow_.set_level(value >= 0 && value < 9 ? value + 1 : 0);
    else if (name == "emdash") add(u'—');
    else if (name == "endash") add(u'–');
    else if (name == "lquote") add(u'‘');
    else if (name == "rquote") add(u'’');
    else if (name == "ldblquote") add(u'“');
    else if (name == "rdblquote") add(u'”');
    else if (name == "bullet") add(u'•');
    else if (name == "emspace" || name == "enspace" || name == "qmspace") add(u' ');
    else flow_.table_word(name, value);
  }

  // Text of any target. Hidden and deleted text is kept as a mark only.
  void add(char16_t c) {
    if (state_.target == Target::skip || state_.target == Target::font_table) return;
    if (++units_ > limits::text_units) build_.limit_reached(limits::text_units_name), stopped_ = true;
    switch (state_.target) {
      case Target::skip:
      case Target::font_table: return;
      case Target::title: title_.push_back(c); return;
      case Target::field_code: field_code_.push_back(c); return;
      case Target::comment: comment_.push_back(c); return;
      case Target::bookmark: bookmark_.push_back(c); return;
      case Target::note:
        if (!state_.deleted && !state_.hidden) notes_.push_back(c);
        return;
      case Target::body: break;
    }
    if (state_.deleted) flow_.add_unseen(MarkKind::deletion, c);
    else if (state_.hidden) flow_.add_unseen(MarkKind::hidden, c);
    else flow_.add(c, state_.inserted);
  }

  void mark_image() {
    if (state_.target == Target::body) flow_.mark_here(MarkKind::image, {});
  }

  // Bytes of a code page come one by one and are decoded together, for two of them may be one character.
  void flush_bytes() {
    if (bytes_.empty()) return;
    const auto font = fonts_.find(state_.font);
    const int page = font != fonts_.end() && font->second != 0 ? font->second : code_page_;
    const std::string_view encoding = !forced_.empty() ? std::string_view(forced_) : encoding_of(page);
    std::u16string text;
    if (encoding == "windows-1252") {
      for (char c : bytes_) text.push_back(windows_1252(static_cast<unsigned char>(c)));
    } else if (const Result<Decoded> decoded = decode(bytes_, {}, encoding)) {
      text = decoded.value().text;
    }
    bytes_.clear();
    for (char16_t c : text) add(c);
  }

  std::string_view in_;
  std::size_t at_ = 0;
  std::string forced_;
  DocumentBuilder build_;
  RtfFlow flow_{build_};
  std::vector<State> states_;
  State state_;
  std::size_t ignored_groups_ = 0, units_ = 0;
  bool stopped_ = false, depth_problem_ = false;
  int skip_bytes_ = 0;
  int code_page_ = 1252;
  std::map<int, int> fonts_;
  std::string bytes_;
  std::u16string title_, field_code_, comment_, bookmark_, notes_;
};

}  // namespace

Result<Document> read_rtf(std::string_view bytes, const ReadOptions& options) {
  return RtfReader(bytes, options).read();
}

}  // namespace nianbao
