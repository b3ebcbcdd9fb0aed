#include "report/form_words.h"

#include <unordered_map>

#include "base/sorting.h"
#include "base/unicode.h"
#include "form/labels.h"

namespace nianbao {
namespace {

using Words = std::unordered_map<std::u16string, WordMeaning>;

void add_disclosure(Words& words, const Form& form) {
  for (const FormRow& row : form.table(TableId::disclosure).rows) {
    words.insert({label_key(row.label), {Word::disclosure_row, -1, row.key}});
    words.insert({label_key(row.group), {Word::disclosure_block, -1}});
    for (const FormColumn& column : row.columns)
      words.insert({label_key(column.label), {Word::disclosure_column, -1}});
  }
}

void add_requests(Words& words, const Form& form) {
  for (const FormRow& row : form.table(TableId::requests).rows) {
    if (row.key == "outcome_total" || row.key == "other_remaining" || row.key == "other_handling") continue;
    words.insert({label_key(row.label), {Word::request_row, -1, row.key}});
    for (std::u16string_view label : row.also)
      words.insert({label_key(label), {Word::request_row, -1, row.key}});
  }
}

void add_columns(Words& words) {
  const FormRow& applicants = form_2021().table(TableId::requests).rows[0];
  const FormRow& results = form_2021().table(TableId::proceedings).rows[0];
  for (std::size_t i = 0; i + 2 < applicants.columns.size(); ++i)
    words.insert({label_key(applicants.columns[i].label), {Word::applicant_column, static_cast<int>(i)}});
  for (std::size_t i = 0; i + 1 < results.columns.size(); ++i)
    words.insert({label_key(results.columns[i].label), {Word::proceedings_column, static_cast<int>(i)}});
}

Words make_words() {
  Words words;
  for (auto form = forms().rbegin(); form != forms().rend();
       ++form) {  // the newest first: it has the last word
    add_disclosure(words, **form);
    add_requests(words, **form);
  }
  add_columns(words);
  const std::pair<const char16_t*, WordMeaning> more[] = {
      {u"信息内容", {Word::disclosure_head}},
      {u"本年收费金额", {Word::disclosure_column}},
      {u"申请人情况", {Word::applicant_head}},
      {u"法人或其他组织", {Word::applicant_head}},
      {u"本列数据的勾稽关系为第一项加第二项之和等于第三项加第四项之和", {Word::applicant_head}},
      {u"商业", {Word::applicant_column, 1}},  // heads whose second line was lost
      {u"科研", {Word::applicant_column, 2}},
      {u"社会", {Word::applicant_column, 3}},
      {u"社会公益", {Word::applicant_column, 3}},
      {u"法律", {Word::applicant_column, 4}},
      {u"法律服务", {Word::applicant_column, 4}},
      {u"本年度办理结果", {Word::outcome_group, group_results}},
      {u"不予公开", {Word::outcome_group, group_refused}},
      {u"无法提供", {Word::outcome_group, group_unavailable}},
      {u"不予处理", {Word::outcome_group, group_unprocessed}},
      {u"其他处理", {Word::outcome_group, group_other}},
      {u"行政复议", {Word::proceedings_group, 0}},
      {u"未经复议直接起诉", {Word::proceedings_group, 1}},
      {u"复议后起诉", {Word::proceedings_group, 2}},
      {u"行政诉讼", {Word::proceedings_group, proceedings_suits}},
      {u"其他", {Word::other}},
      {u"总计", {Word::total}},
  };
  for (const auto& [text, meaning] : more) words[text] = meaning;
  return words;
}

const Words& all_words() {
  static const Words words = make_words();
  return words;
}

WordMeaning exact(std::u16string_view key) {
  const auto found = all_words().find(std::u16string(key));
  return found == all_words().end() ? WordMeaning{} : found->second;
}

bool is_numeral(char16_t c) {
  return (c >= u'0' && c <= u'9') ||
         std::u16string_view(u"一二三四五六七八九").find(c) != std::u16string_view::npos;
}

std::vector<PrintedWord> make_printed_words() {
  std::unordered_map<std::u16string, int> numbers;
  for (const auto& [key, meaning] : all_words()) numbers.insert({key, 0});
  for (const Form* form : forms())
    for (const FormRow& row : form->table(TableId::requests).rows) {
      if (!is_digit(row.label[0])) continue;
      const int number = row.label[0] - u'0';
      numbers[label_key(row.label)] = number;
      for (std::u16string_view label : row.also) numbers[label_key(label)] = number;
    }
  std::vector<PrintedWord> out;
  for (const auto& [key, number] : numbers)
    if (key.size() > 1) out.push_back({key, number});
  sort_by(out, [](const PrintedWord& a, const PrintedWord& b) {
    return a.key.size() != b.key.size() ? a.key.size() > b.key.size() : a.key < b.key;
  });
  return out;
}

// "不予公开" + "1" + "属于国家秘密"
WordMeaning behind_group(std::u16string_view key) {
  constexpr std::u16string_view groups[] = {u"本年度办理结果", u"不予公开",       u"无法提供", u"不予处理",
                                            u"其他处理",       u"法人或其他组织", u"行政诉讼"};
  for (std::u16string_view group : groups) {
    if (key.substr(0, group.size()) != group || key.size() == group.size()) continue;
    std::u16string_view rest = key.substr(group.size());
    WordMeaning meaning = exact(rest);
    if (meaning.word == Word::none && is_numeral(rest[0])) meaning = exact(rest.substr(1));
    const WordMeaning outer = exact(group);
    if (meaning.word != Word::none && outer.word == Word::outcome_group) meaning.group = outer.index;
    if (meaning.word != Word::none) return meaning;
  }
  return {};
}

}  // namespace

const std::vector<PrintedWord>& printed_words() {
  static const std::vector<PrintedWord> words = make_printed_words();
  return words;
}

WordMeaning word_of(std::u16string_view key) {
  if (key.empty() || key.size() > 60) return {};
  if (const WordMeaning meaning = exact(key); meaning.word != Word::none) return meaning;
  if (is_numeral(key[0]))
    if (const WordMeaning meaning = exact(key.substr(1)); meaning.word != Word::none) return meaning;
  return behind_group(key);
}

}  // namespace nianbao
