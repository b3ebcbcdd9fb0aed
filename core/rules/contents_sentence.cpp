#include "rules/contents_sentence.h"

namespace nianbao {
namespace {

using std::u16string_view;

constexpr int most_parts = 12;

// "六部分", "6个部分", "五项内容": where it stands and what it says.
void find_number(ContentsSentence& found) {
  const u16string_view text = found.paragraph->text;
  for (u16string_view kind : {u16string_view(u"部分"), u16string_view(u"项内容"), u16string_view(u"方面内容"),
                              u16string_view(u"章节")})
    for (std::size_t at : find_all(part(text, found.sentence), kind)) {
      at += found.sentence.begin;
      std::size_t end = at;
      if (end > 0 && one_of(text[end - 1], u"个大")) --end;
      const WholeNumber number = small_number_before(text.substr(0, end));
      if (number.length == 0 || number.value < 2 || number.value > most_parts) continue;
      found.stated = static_cast<int>(number.value);
      found.number = {end - number.length, at + kind.size()};
      return;
    }
}

bool is_list(u16string_view text) { return find_all(text, u"、").size() + find_all(text, u",").size() >= 2; }

// Behind the last of the words that open a list.
std::size_t list_begin(u16string_view text, TextSpan span) {
  std::size_t begin = npos;
  for (u16string_view word : {u16string_view(u"由"), u16string_view(u"包括"), u16string_view(u"包含"),
                              u16string_view(u"涵盖"), u16string_view(u"分为")}) {
    const std::size_t at = part(text, span).rfind(word);
    if (at != npos && (begin == npos || span.begin + at + word.size() > begin))
      begin = span.begin + at + word.size();
  }
  return begin;
}

// The list ahead of the number, behind it, or in a sentence without a number.
TextSpan find_list(const ContentsSentence& found) {
  const u16string_view text = found.paragraph->text;
  const std::size_t end = found.stated != 0 ? found.number.begin : found.sentence.end;
  const std::size_t begin = list_begin(text, {found.sentence.begin, end});
  if (begin != npos && is_list(text.substr(begin, end - begin))) return {begin, end};
  if (found.stated != 0) {
    Scanner behind(text, found.number.end);
    behind.skip_all({u"内容", u"组成", u"构成", u",", u":", u"即", u"分别为", u"分别是", u"包括", u"具体为"});
    const TextSpan after{behind.at(), found.sentence.end};
    if (behind.at() < found.sentence.end && is_list(part(text, after))) return after;
  }
  return {};
}

void drop_words(u16string_view text, TextSpan& span, WordSet at_begin, WordSet at_end) {
  for (u16string_view word; !(word = starting_word(part(text, span), at_begin)).empty();)
    span.begin += word.size();
  for (u16string_view word; !(word = ending_word(part(text, span), at_end)).empty();) span.end -= word.size();
}

// "…行政复议" and "提起行政诉讼情况" are one name that the mark 、 runs through.
bool goes_on(u16string_view name, u16string_view next) {
  return contains(name, u"行政复议") && !contains(name, u"诉讼") && contains(next.substr(0, 6), u"行政诉讼");
}

void add_name(u16string_view text, TextSpan name, std::vector<TextSpan>& names) {
  drop_words(text, name, {u"(一)", u"(二)", u"(三)", u"(四)", u"(五)", u"(六)"}, {});
  const u16string_view words = part(text, name);
  if (words.empty() || small_number_at(words).length == words.size())
    return;  // the numeral of "一、总体情况"
  if (!names.empty() && goes_on(part(text, names.back()), words)) {
    names.back().end = name.end;
    return;
  }
  names.push_back(name);
}

// "存在的主要问题及改进情况和其他需要报告的事项" are two names.
void split_last(u16string_view text, std::vector<TextSpan>& names) {
  if (names.empty()) return;
  const TextSpan last = names.back();
  for (u16string_view word :
       {u16string_view(u"以及其他"), u16string_view(u"和其他"), u16string_view(u"及其他"),
        u16string_view(u"与其他"), u16string_view(u"以及其它"), u16string_view(u"和其它")}) {
    const std::size_t at = part(text, last).find(word);
    if (at == npos || at == 0) continue;
    names.back().end = last.begin + at;
    names.push_back({last.begin + at + word.size() - 2, last.end});
    return;
  }
}

// What follows the list without a full stop: …其他需要报告的事项，报告中所涉数据的统计期限为….
bool goes_on_otherwise(u16string_view words) {
  return contains_any(words, {u"数据", u"统计", u"期限", u"本报告", u"报告中", u"截至", u"截止", u"联系",
                              u"电子版", u"下载", u"公布", u"查阅"});
}

void read_names(ContentsSentence& found) {
  const u16string_view text = found.paragraph->text;
  TextSpan list = find_list(found);
  drop_words(text, list, {u":", u"\"", u"以下"},
             {u"共", u"共计", u"组成", u"构成", u"这", u",", u"\"", u"内容", u"的"});
  for (u16string_view word : {u16string_view(u"等方面"), u16string_view(u"等")})
    if (!found.open && part(text, list).ends_with(word)) found.open = true, list.end -= word.size();
  std::size_t begin = list.begin;
  for (std::size_t at = list.begin; at <= list.end; ++at) {
    if (at < list.end && !one_of(text[at], u"、,;")) continue;
    if (at > begin && goes_on_otherwise(part(text, {begin, at}))) break;
    if (at > begin) add_name(text, {begin, at}, found.names);
    begin = at + 1;
  }
  split_last(text, found.names);
}

bool speaks_of_contents(u16string_view sentence) {
  return contains_any(sentence,
                      {u"主动公开", u"总体情况", u"部分组成", u"部分构成", u"个部分", u"项内容", u"概述"}) &&
         contains_any(sentence, {u"由", u"包括", u"包含", u"分", u"涵盖"});
}

}  // namespace

std::optional<ContentsSentence> find_contents_sentence(const Prose& prose) {
  for (const Paragraph& paragraph : prose.paragraphs) {
    if (paragraph.part != Part::preamble) continue;
    for (std::size_t at = 0; at < paragraph.text.size();) {
      ContentsSentence found;
      found.paragraph = &paragraph;
      found.sentence = sentence_around(paragraph.text, at);
      at = found.sentence.end + 1;
      if (!speaks_of_contents(part(paragraph.text, found.sentence))) continue;
      find_number(found);
      read_names(found);
      if (found.stated != 0 || !found.names.empty()) return found;
    }
  }
  return std::nullopt;
}

}  // namespace nianbao
