#include "rules/analysis.h"
#include "rules/grouped.h"
#include "rules/report_year.h"
#include "rules/rule.h"

namespace nianbao::rules::dates {
namespace {

using std::u16string_view;

// When it could first be spoken of.
struct Event {
  int congress, plenum;  // 二十届三中全会: 20, 3
  int year, month;
};
constexpr Event events[] = {{19, 4, 2019, 10}, {19, 5, 2020, 10}, {19, 6, 2021, 11}, {19, 7, 2022, 10},
                            {20, 1, 2022, 10}, {20, 2, 2023, 2},  {20, 3, 2024, 7},  {20, 4, 2025, 10}};

struct Campaign {
  u16string_view words;
  int year, month;
};
constexpr Campaign campaigns[] = {{u"党史学习教育", 2021, 2},
                                  {u"习近平新时代中国特色社会主义思想主题教育", 2023, 4},
                                  {u"党纪学习教育", 2024, 4},
                                  {u"贯彻中央八项规定精神学习教育", 2025, 3}};

const Event* find_event(int congress, int plenum) {
  for (const Event& event : events)
    if (event.congress == congress && event.plenum == plenum) return &event;
  return nullptr;
}

struct Mention {
  std::u16string name;
  TextSpan span;
  int year, month;
};

constexpr u16string_view numerals = u"〇一二三四五六七八九";

// "二十届二中、三中全会": each plenum by itself.
void find_plenums(const Paragraph& paragraph, int congress, u16string_view name,
                  std::vector<Mention>& mentions) {
  const u16string_view text = paragraph.text;
  for (std::size_t at : find_all(paragraph, name)) {
    std::vector<int> plenums;
    Scanner scanner(text, at + name.size());
    for (WholeNumber number = small_number_at(scanner.rest()); number.length == 1;
         number = small_number_at(scanner.rest())) {
      if (!scanner.take(scanner.rest().substr(0, 1)) || !scanner.take(u"中")) break;
      plenums.push_back(number.value);
      scanner.take(u"全会");
      if (!scanner.take_any({u"、", u"和", u"及"})) break;
    }
    if (!contains(part(text, {at, scanner.at()}), u"全会")) continue;
    for (int plenum : plenums)
      if (const Event* event = find_event(congress, plenum))
        mentions.push_back({std::u16string(name) + numerals[static_cast<std::size_t>(plenum)] + u"中全会",
                            {at, scanner.at()},
                            event->year,
                            event->month});
  }
}

// 党的二十大, 二十大精神; 二十大类 is something else.
void find_congress(const Paragraph& paragraph, std::vector<Mention>& mentions) {
  const u16string_view text = paragraph.text;
  for (std::size_t at : find_all(paragraph, u"二十大")) {
    const bool of_the_party = text.substr(0, at).ends_with(u"党的");
    const u16string_view after = starting_word(text.substr(at + 3), {u"精神", u"报告"});
    if (of_the_party || !after.empty())
      mentions.push_back({u"党的二十大", {at - (of_the_party ? 2 : 0), at + 3 + after.size()}, 2022, 10});
  }
}

std::vector<Mention> find_mentions(const Paragraph& paragraph) {
  std::vector<Mention> mentions;
  find_plenums(paragraph, 19, u"十九届", mentions);
  find_plenums(paragraph, 20, u"二十届", mentions);
  find_congress(paragraph, mentions);
  for (const Campaign& campaign : campaigns)
    for (std::size_t at : find_all(paragraph, campaign.words))
      mentions.push_back(
          {std::u16string(campaign.words), {at, at + campaign.words.size()}, campaign.year, campaign.month});
  return mentions;
}

// A plan written after the year may name what came in between; what is awaited may be named before.
bool may_be_named(const Report& report, const Mention& mention, u16string_view sentence) {
  if (mention.year <= report.year ||
      contains_any(sentence, {u"迎接", u"喜迎", u"即将召开", u"胜利召开做好", u"召开营造"}))
    return true;
  if (mention.year > report.year + 1 || !speaks_of_plans(sentence)) return false;
  const DatedRange* date = report_date(report);
  return date == nullptr || compare(date->date, {mention.year, mention.month, 0}) >= 0;
}

void run(const Context& context, Findings& out) {
  const Report& report = context.report;
  if (report.year == 0)
    return out.unable(say(u"不知道是哪一年的报告", u"the year of the report is not known"));
  if (year_in_doubt(report)) return;
  Groups groups(*report.document);
  std::vector<Mention> first;
  for (const Paragraph& paragraph : context.report.prose.paragraphs) {
    if (!paragraph.in_report()) continue;
    for (const Mention& mention : find_mentions(paragraph)) {
      if (may_be_named(report, mention,
                       part(paragraph.text, sentence_around(paragraph.text, mention.span.begin)))) {
        out.passed();
        continue;
      }
      groups.add(mention.name, paragraph, mention.span);
      if (groups.all().size() > first.size()) first.push_back(mention);
    }
  }
  for (std::size_t i = 0; i < first.size(); ++i) {
    const Group& group = groups.all()[i];
    out.add(say(u"“{0}”最早在{1}才有，{2}年的工作不可能以它为指导{3}。",
                u"\"{0}\" dates from {1}; it cannot have guided the work of {2}{3}.",
                {group.key, in_words({first[i].year, first[i].month, 0}), report.year, count_note(group)}))
        .places = group.places;
  }
}

}  // namespace

extern constexpr Rule anachronism = {
    .severity = Severity::warning,
    .title = {u"提法早于其出现时间", u"Words that did not exist yet"},
    .basis_kind = BasisKind::practice,
    .basis = {u"建议：会议和学习活动的提法与报告年度对应",
              u"Recommended: meetings and campaigns named should belong to the year of the report"},
    .advice =
        {u"改用报告年度的提法；如果写的是次年的打算，移到第五部分并写明“将”。",
         u"Use the words of the year reported on; if a plan is meant, move it to section five and say so."},
    .run = run,
};

}  // namespace nianbao::rules::dates
