#include "base/unicode.h"
#include "rules/analysis.h"
#include "rules/grouped.h"
#include "rules/rule.h"

namespace nianbao::rules::residue {
namespace {

using std::u16string_view;

// What a placeholder stands for, told by what follows it.
constexpr u16string_view counted_things[] = {u"年", u"月", u"日", u"件", u"条", u"次", u"个", u"项",
                                             u"人", u"份", u"期", u"场", u"万", u"元", u"%",  u"号",
                                             u"户", u"家", u"篇", u"起", u"宗", u"名", u"批", u"余"};
constexpr u16string_view bodies[] = {u"省",   u"市", u"县", u"区", u"镇",   u"乡",   u"街道", u"局",
                                     u"同志", u"委", u"办", u"厅", u"部门", u"单位", u"机关", u"政府"};

template <std::size_t N>
std::size_t starts_with_one(u16string_view text, const u16string_view (&words)[N]) {
  for (u16string_view word : words)
    if (text.starts_with(word)) return word.size();
  return 0;
}

bool is_latin_or_digit(char16_t c) {
  return c < 0x80 && (is_digit(c) || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z'));
}

// Names that were hidden on purpose: 申请人王××, ××镇村民诉…
bool speaks_of_persons(u16string_view clause) {
  return contains_any(clause, {u"申请人", u"村民", u"市民", u"居民", u"群众", u"当事人", u"原告", u"诉",
                               u"投诉", u"来信", u"网民"});
}

// A run of one sign: ××, XX, XX.X, ○○, ____, ??.
class RunJudge {
 public:
  RunJudge(const Paragraph& paragraph, TextSpan run, Format format)
      : text_(paragraph.text),
        run_(run),
        sign_(text_[run.begin]),
        length_(run.end - run.begin),
        format_(format) {}

  // The placeholder with what it stands for, or an empty span.
  TextSpan judge() const {
    if (sign_ == u'_') return is_blank_line() ? run_ : TextSpan{};
    if (!stands_alone()) return {};
    const u16string_view next = text_.substr(run_.end);
    if (const std::size_t unit = starts_with_one(next, counted_things); unit > 0 && may_count())
      return {begin(), run_.end + unit};
    if (sign_ == u'?') return {};
    if (const std::size_t body = starts_with_one(next, bodies); body > 0 && may_name_a_body())
      return {run_.begin, run_.end + body};
    if (length_ >= 2 && sign_ != u'○' && follows_a_label() && ends_clause(next)) return run_;
    return {};
  }

 private:
  char16_t before() const { return run_.begin > 0 ? text_[run_.begin - 1] : u'。'; }
  bool is_year() const {
    return length_ == 2 && text_.substr(0, run_.begin).ends_with(u"20") &&
           text_.substr(run_.end).starts_with(u"年");
  }
  std::size_t begin() const { return is_year() ? run_.begin - 2 : run_.begin; }

  // Not in an address, a word, a product (7×24) or a masked number.
  bool stands_alone() const {
    const char16_t after = run_.end < text_.size() ? text_[run_.end] : u'。';
    if (is_latin_or_digit(after) || one_of(after, u"@/_")) return false;
    return is_year() || (!is_latin_or_digit(before()) && !one_of(before(), u"@/._\\"));
  }

  bool may_count() const { return length_ >= 2 || sign_ == u'×' || sign_ == u'X'; }

  bool may_name_a_body() const {
    if (length_ < 2 && sign_ != u'×') return false;
    return !speaks_of_persons(part(text_, clause_around(text_, run_.begin)));
  }

  bool follows_a_label() const { return before() == u':' || one_of(before(), u"共约达计第"); }

  static bool ends_clause(u16string_view next) { return next.empty() || one_of(next[0], u",。;)、"); }

  // "共____件"; a rule of underscores between paragraphs is none, nor is __strong__ of Markdown.
  bool is_blank_line() const {
    if (length_ < 2 || (format_ == Format::markdown && length_ == 2)) return false;
    const char16_t after = run_.end < text_.size() ? text_[run_.end] : u'。';
    return !is_latin_or_digit(before()) && !is_latin_or_digit(after) &&
           (is_han(before()) || is_han(after) || before() == u':');
  }

  u16string_view text_;
  TextSpan run_;
  char16_t sign_;
  std::size_t length_;
  Format format_;
};

// XX.X% is one run.
std::size_t run_end(u16string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() &&
         (text[end] == text[at] || (text[end] == u'.' && end + 1 < text.size() && text[end + 1] == text[at])))
    ++end;
  return end;
}

// X年X月X日 is one placeholder.
void find_runs(const Paragraph& paragraph, const Document& document, Groups& groups) {
  const u16string_view text = paragraph.text;
  TextSpan last{};
  const auto close = [&] {
    if (last.end > last.begin) groups.add(document.view(paragraph.back(last)), paragraph, last);
  };
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    if (one_of(text[at], u"×Xx○_?")) {
      end = run_end(text, at);
      const TextSpan found = RunJudge(paragraph, {at, end}, document.format).judge();
      if (found.end > found.begin && found.begin == last.end) {
        last.end = found.end;
      } else if (found.end > found.begin) {
        close();
        last = found;
      }
    }
    at = end;
  }
  close();
}

// "会议（ ）次"
void find_empty_brackets(const Paragraph& paragraph, const Document& document, Groups& groups) {
  const u16string_view text = paragraph.text;
  for (std::size_t at : find_all(paragraph, u"()")) {
    const std::size_t unit = starts_with_one(text.substr(at + 2), counted_things);
    if (unit > 0 && at > 0 && is_han(text[at - 1]))
      groups.add(document.view(paragraph.back(at, at + 2 + unit)), paragraph, {at, at + 2 + unit});
  }
}

// [填写], （待补充）, 某某局
void find_words(const Paragraph& paragraph, const Document& document, Groups& groups) {
  const u16string_view text = paragraph.text;
  const auto add_as_written = [&](TextSpan span) {
    groups.add(document.view(paragraph.back(span)), paragraph, span);
  };
  for (u16string_view word :
       {u16string_view(u"(填写)"), u16string_view(u"(待填)"), u16string_view(u"(待填写)"),
        u16string_view(u"(待补充)"), u16string_view(u"(待定)"), u16string_view(u"(待核实)"),
        u16string_view(u"(待确认)"), u16string_view(u"(待完善)"), u16string_view(u"(TBD)")})
    for (std::size_t at : find_all(paragraph, word)) add_as_written({at, at + word.size()});
  for (u16string_view word :
       {u16string_view(u"(单位名称)"), u16string_view(u"(机关名称)"), u16string_view(u"(年份)"),
        u16string_view(u"(日期)"), u16string_view(u"(数字)"), u16string_view(u"(数量)")})
    for (std::size_t at : find_all(paragraph, word))
      if (one_of(document.text[paragraph.source[at]], u"[【［")) add_as_written({at, at + word.size()});
  for (u16string_view word :
       {u16string_view(u"待补充"), u16string_view(u"待填写"), u16string_view(u"待填报")})
    for (std::size_t at : find_all(paragraph, word)) {
      const std::size_t end = at + word.size();
      const bool alone =
          (at == 0 || one_of(text[at - 1], u":,。;")) && (end == text.size() || one_of(text[end], u",。;"));
      if (alone) groups.add(word, paragraph, {at, end});
    }
  for (std::size_t at : find_all(paragraph, u"某某")) {
    const std::size_t body = starts_with_one(text.substr(at + 2), bodies);
    if (body > 0 && !speaks_of_persons(part(text, clause_around(text, at))))
      groups.add(text.substr(at, 2 + body), paragraph, {at, at + 2 + body});
  }
}

void run(const Context& context, Findings& out) {
  const Document& document = *context.report.document;
  Groups groups(document);
  for (const Paragraph& paragraph : context.report.prose.paragraphs) {
    if (!paragraph.in_report()) continue;
    find_runs(paragraph, document, groups);
    find_empty_brackets(paragraph, document, groups);
    find_words(paragraph, document, groups);
  }
  for (const Group& group : groups.all())
    out.add(say(u"占位符“{0}”没有改成实际内容{1}：{2}。",
                u"The placeholder \"{0}\" was never filled in{1}: {2}.",
                {group.key, count_note(group), group.context}))
        .places = group.places;
  if (groups.all().empty()) out.passed();
}

}  // namespace

extern constexpr Rule placeholder = {
    .severity = Severity::error,
    .title = {u"占位符残留", u"A placeholder is left in"},
    .basis_kind = BasisKind::practice,
    .basis = {u"建议：公布前把模板中的占位符全部换成实际内容",
              u"Recommended: fill in all placeholders of the template before publication"},
    .advice = {u"填入实际的名称或数字；没有发生的写0或删去该句。",
               u"Write the name or number; where nothing happened write 0 or delete the sentence."},
    .run = run,
};

}  // namespace nianbao::rules::residue
