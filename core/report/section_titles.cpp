#include "report/section_titles.h"

#include <string>
#include <vector>

#include "base/matching.h"
#include "base/unicode.h"
#include "form/labels.h"

namespace nianbao {
namespace {

struct KnownTitle {
  TitleMeaning meaning;
  std::u16string letters, folded;
};

// The six sections are the same in both forms. Standard titles first.
const std::vector<KnownTitle>& known_titles() {
  static const std::vector<KnownTitle> titles = [] {
    std::vector<KnownTitle> all;
    auto add = [&all](int section, std::u16string_view title, Recognised how) {
      all.push_back({{section, how}, letters(title), folded(title)});
    };
    for (const FormSection& s : form_2021().sections) add(s.number, s.title, Recognised::by_title);
    for (const FormSection& s : form_2021().sections)
      for (std::u16string_view title : s.accepted) add(s.number, title, Recognised::by_variant);
    for (const FormSection& s : form_2021().sections)
      for (std::u16string_view title : s.outdated_or_wrong) add(s.number, title, Recognised::by_wrong_title);
    return all;
  }();
  return titles;
}

// A slip of up to three characters in a title, or a longer title around it.
TitleMeaning by_likeness(std::u16string_view key, bool numbered) {
  TitleMeaning best;
  int least = 4;
  for (const KnownTitle& title : known_titles()) {
    if (title.meaning.how == Recognised::by_wrong_title) break;
    const std::u16string& standard = title.letters;
    if (standard.size() >= 8 && key.size() <= standard.size() + 14 && contains(key, standard))
      return {title.meaning.section, Recognised::by_variant};
    if ((standard.size() < 6 && !numbered) || !is_close(key, standard)) continue;
    if (const int d = edit_distance(key, standard, 3); d < least)
      least = d, best = {title.meaning.section, Recognised::by_variant};
  }
  return best;
}

// Words that a heading of the first level hardly has unless it means this section.
TitleMeaning by_words(std::u16string_view key) {
  if (key.size() > 30) return {};
  const auto wrong = [](int section) { return TitleMeaning{section, Recognised::by_wrong_title}; };
  if (contains(key, u"问题") || contains(key, u"不足")) return wrong(5);
  if (contains(key, u"复议") || contains(key, u"诉讼")) return wrong(4);
  if (contains(key, u"依申请公开") || (contains(key, u"公开申请") && contains(key, u"情况"))) return wrong(3);
  if (contains(key, u"主动公开") && contains(key, u"情况")) return wrong(2);
  if ((contains(key, u"其他") || contains(key, u"其它")) &&
      (contains(key, u"报告") || contains(key, u"事项")))
    return wrong(6);
  if (key.ends_with(u"总体情况") || key.ends_with(u"概述") || key.ends_with(u"工作概况"))
    return {1, Recognised::by_variant};
  return {};
}

}  // namespace

TitleMeaning listed_title(std::u16string_view key) {
  for (const KnownTitle& title : known_titles())
    if (title.letters == key) return title.meaning;
  return {};
}

TitleMeaning title_meaning(std::u16string_view key, bool numbered) {
  if (key.empty() || key.size() > 50) return {};
  if (const TitleMeaning m = listed_title(key); m.section > 0) return m;
  if (const TitleMeaning m = by_likeness(key, numbered); m.section > 0) return m;
  return numbered ? by_words(key) : TitleMeaning{};
}

std::size_t listed_title_prefix(std::u16string_view text, TitleMeaning& found) {
  std::size_t best = 0;
  for (const KnownTitle& title : known_titles())
    if (title.folded.size() > best && text.starts_with(title.folded))
      best = title.folded.size(), found = title.meaning;
  return best;
}

}  // namespace nianbao
