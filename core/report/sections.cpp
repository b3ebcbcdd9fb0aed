// The six headings of the first level. Candidates are lines whose title means a section; the way most of them
// are numbered is the way of the document, and other ways count only where the title leaves no doubt.
#include <algorithm>

#include "base/matching.h"
#include "base/unicode.h"
#include "form/labels.h"
#include "prose/line.h"
#include "report/bind.h"
#include "report/heading.h"
#include "report/title.h"

namespace nianbao {
namespace {

struct Candidate {
  Heading heading;
  std::size_t line = 0;
  bool marked = false;  // a heading by the format
  bool crowded =
      false;  // nothing between it and the next candidate: a table of contents, or an empty section
};

bool certain(const Heading& h) { return h.how == Recognised::by_title || h.how == Recognised::by_variant; }

// Row labels of 表三 are numbered like headings.
bool is_row_label(std::u16string_view text) {
  static const std::vector<std::u16string> keys = [] {
    std::vector<std::u16string> all{u"本年度办理结果"};
    for (const FormRow& row : form_2021().table(TableId::requests).rows) all.push_back(label_key(row.label));
    return all;
  }();
  const std::u16string key = label_key(text);
  return std::any_of(keys.begin(), keys.end(), [&](const std::u16string& k) {
    const std::size_t n = std::min(key.size(), k.size());  // a label cut by a line break is a label
    return n >= 2 && (n == k.size() || n >= 4) && key.compare(0, n, k, 0, n) == 0;
  });
}

// Where a heading that was glued to the sentence before it begins in the line, behind `from`:
// "…联系。一、总体情况".
std::uint32_t glued_heading(const Document& document, Range line, std::uint32_t from) {
  const std::u16string_view text = document.text;
  for (std::uint32_t at = from; at + 2 < line.end; ++at) {
    if (!one_of(text[at], u"。！!")) continue;
    std::uint32_t begin = at + 1;
    while (begin < line.end && (is_space(text[begin]) || one_of(text[begin], u"”’）)*"))) ++begin;
    if (begin + 2 >= line.end || !one_of(text[begin], u"一二三四五六") || !one_of(text[begin + 1], u"、.．"))
      continue;
    const Heading heading = parse_heading(document, {begin, line.end}, {});
    if (certain(heading) && heading.number == heading.section && !heading.sentence) return begin;
  }
  return line.end;
}

std::vector<DocumentLine> without_glued_headings(const Document& document,
                                                 const std::vector<DocumentLine>& lines) {
  std::vector<DocumentLine> out;
  for (DocumentLine line : lines) {
    for (std::uint32_t at = line.range.begin;
         (at = glued_heading(document, line.range, at)) < line.range.end;) {
      Range before{line.range.begin, at};
      while (is_space(document.text[before.end - 1])) --before.end;
      out.push_back({before});
      line.range.begin = at;
    }
    out.push_back(line);
  }
  return out;
}

class SectionFinder {
 public:
  SectionFinder(const Document& document, const std::vector<DocumentLine>& lines, Report& report)
      : document_(document), report_(report), lines_(without_glued_headings(document, lines)) {}

  void find() {
    collect();
    choose_numbering();
    leave_out_second_report();
    for (int number = 1; number <= 6; ++number) choose(number);
    for (int number = 1; number <= 6; ++number)
      if (chosen_[number - 1] == none) choose_by_position(number);
    find_extra();
    find_repeated();
    fill();
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  void collect() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Range next = i + 1 < lines_.size() ? lines_[i + 1].range : Range{};
      if (i > 0 && lines_[i - 1].surely) continue;
      Heading heading = parse_heading(document_, lines_[i].range, next);
      if (heading.section == 0 && (heading.number == 0 || heading.sentence)) continue;
      if (heading.number > 0 && !certain(heading) && is_row_label(document_.view(lines_[i].range))) continue;
      candidates_.push_back({std::move(heading), i, lines_[i].heading, false});
    }
    mark_crowded();
  }

  void mark_crowded() {
    std::size_t run = 0;  // of crowded ones before i
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      Candidate& c = candidates_[i];
      c.crowded = i + 1 < candidates_.size() && c.heading.section > 0 &&
                  candidates_[i + 1].line == c.line + 1 &&
                  !table_between(c.heading.range.end, candidates_[i + 1].heading.range.begin);
      const bool last_of_contents = !c.crowded && run >= 2 && c.heading.section > 0;
      run = c.crowded ? run + 1 : 0;
      c.crowded |= last_of_contents;
    }
  }

  bool table_between(std::uint32_t begin, std::uint32_t end) const {
    const auto after =
        std::lower_bound(document_.tables.begin(), document_.tables.end(), begin,
                         [](const Table& table, std::uint32_t at) { return table.range.begin < at; });
    return after != document_.tables.end() && after->range.begin < end;
  }

  // The numbering that most sections have; brackets only when there is nothing else, they number the level
  // below.
  void choose_numbering() {
    int best = 0;
    for (Numbering numbering : {Numbering::chinese, Numbering::part, Numbering::roman, Numbering::digit,
                                Numbering::none, Numbering::bracket}) {
      bool seen[7] = {};
      for (const Candidate& c : candidates_)
        if (c.heading.numbering == numbering && certain(c.heading)) seen[c.heading.section] = true;
      const int sections = static_cast<int>(std::count(seen + 1, seen + 7, true));
      if (sections > best && (numbering != Numbering::bracket || best < 2))
        best = sections, numbering_ = numbering;
    }
  }

  // Where the headings begin all over again, another report begins: at its title, if it has one.
  void leave_out_second_report() {
    bool seen[7] = {};
    std::size_t again = none;
    int repeated = 0;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      const Candidate& c = candidates_[i];
      if (!certain(c.heading) || c.heading.numbering != numbering_ || c.crowded || c.heading.page_number)
        continue;
      if (!seen[c.heading.section]) {
        seen[c.heading.section] = true;
        continue;
      }
      if (again == none) again = i;
      ++repeated;
    }
    if (repeated < 3 || again == 0 || numbering_ == Numbering::bracket || numbering_ == Numbering::none)
      return;
    std::uint32_t cut = candidates_[again].heading.range.begin;
    const std::vector<DocumentLine> between(
        lines_.begin() + static_cast<std::ptrdiff_t>(candidates_[again - 1].line) + 1,
        lines_.begin() + static_cast<std::ptrdiff_t>(candidates_[again].line));
    if (const Title title = find_title(document_, between, cut); !title.range.empty())
      cut = title.range.begin;
    candidates_.resize(again);
    report_.body.end = cut;
    report_.problems.push_back(
        {ErrorCode::several_reports, {cut, static_cast<std::uint32_t>(document_.text.size())}, {}});
  }

  // How well a candidate serves as the heading of its section; 0: not at all.
  int score(const Candidate& c) const {
    const Heading& h = c.heading;
    const bool usual = h.numbering == numbering_;
    const bool number_agrees = h.number == h.section;
    if (!usual && !certain(h)) return 0;
    if (!usual && h.numbering == Numbering::bracket) return 0;
    if (!usual && h.numbering == Numbering::none && h.sentence) return 0;  // 无其他需要报告的事项。
    if (!usual && h.numbering == Numbering::digit && !number_agrees && !c.marked) return 0;
    if (h.page_number) return 0;
    int value = h.how == Recognised::by_title ? 40 : h.how == Recognised::by_variant ? 36 : 16;
    if (usual) value += 20;
    if (h.number > 0 && number_agrees) value += 10;
    if (c.marked) value += 5;
    return c.crowded ? value - 15 : value;
  }

  void choose(int number) {
    int best = 0;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (candidates_[i].heading.section != number) continue;
      if (const int s = score(candidates_[i]); s > best) best = s, chosen_[number - 1] = i;
    }
  }

  std::size_t neighbour(int number, int step) const {
    for (int n = number + step; n >= 1 && n <= 6; n += step)
      if (chosen_[n - 1] != none) return chosen_[n - 1];
    return none;
  }

  // A short line with the right number, the only one of its kind between the headings before and after.
  void choose_by_position(int number) {
    if (numbering_ != Numbering::chinese && numbering_ != Numbering::part) return;
    const std::size_t before = neighbour(number, -1), after = neighbour(number, +1);
    if ((number > 1 && before == none) || (number < 6 && after == none)) return;
    const std::size_t begin = before == none ? 0 : before + 1,
                      end = after == none ? candidates_.size() : after;
    std::size_t found = none;
    for (std::size_t i = begin; i < end; ++i) {
      const Heading& h = candidates_[i].heading;
      if (h.section != 0 || h.numbering != numbering_ || h.letters.empty()) continue;
      if (found != none || h.number != number || h.letters.size() > 30) return;
      found = i;
    }
    if (found == none) return;
    chosen_[number - 1] = found;
    candidates_[found].heading.how = Recognised::by_position;
    candidates_[found].heading.section = number;
  }

  bool is_chosen(std::size_t candidate) const {
    return std::find(chosen_, chosen_ + 6, candidate) != chosen_ + 6;
  }

  // Headings that continue the numbering of the six, or break into it with the next number.
  void find_extra() {
    int last = 0;
    bool started = false;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      const Heading& h = candidates_[i].heading;
      if (is_chosen(i)) started = true, last = h.number > 0 ? h.number : h.section;
      else if (started && numbering_ == Numbering::chinese && h.numbering == numbering_ &&
               h.number == last + 1 && last >= 4 && !h.glued && !h.sentence && !certain(h) &&
               h.letters.size() <= 30 && !h.letters.empty())
        extra_.push_back(i), last = h.number;
    }
  }

  void find_repeated() {
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      const Candidate& c = candidates_[i];
      if (c.heading.section == 0 || is_chosen(i) || !certain(c.heading) ||
          c.heading.numbering != numbering_ || c.heading.page_number)
        continue;
      if (numbering_ == Numbering::none || numbering_ == Numbering::bracket) continue;
      if (c.heading.number != c.heading.section && c.heading.how != Recognised::by_title)
        continue;  // a sub-topic that sounds like it
      if (i > chosen_[c.heading.section - 1]) repeated_.push_back(i);
    }
  }

  bool is_generated(Range number) const {
    return !number.empty() &&
           std::any_of(document_.marks.begin(), document_.marks.end(), [&](const Mark& mark) {
             return mark.kind == MarkKind::generated_number && mark.range.overlaps(number);
           });
  }

  Section section(const Candidate& c, const std::vector<std::uint32_t>& starts, std::uint32_t end) const {
    Section s;
    s.number = c.heading.section;
    s.how = c.heading.how;
    s.heading = c.heading.range;
    s.title = c.heading.title;
    s.printed_number = c.heading.printed_number;
    s.number_generated = is_generated(s.printed_number);
    const auto next = std::upper_bound(starts.begin(), starts.end(), c.heading.range.begin);
    s.body = {c.heading.range.end, next == starts.end() ? end : *next};
    return s;
  }

  void fill() {
    std::vector<std::size_t> all(chosen_, chosen_ + 6);
    all.erase(std::remove(all.begin(), all.end(), none), all.end());
    std::sort(all.begin(), all.end());
    std::vector<std::uint32_t> starts;
    for (std::size_t i : all) report_.section_order.push_back(candidates_[i].heading.section);
    all.insert(all.end(), extra_.begin(), extra_.end());
    all.insert(all.end(), repeated_.begin(), repeated_.end());
    for (std::size_t i : all) starts.push_back(candidates_[i].heading.range.begin);
    std::sort(starts.begin(), starts.end());
    const std::uint32_t end = report_.body.end;
    for (int n = 0; n < 6; ++n)
      if (chosen_[n] != none) report_.sections[n] = section(candidates_[chosen_[n]], starts, end);
    for (std::size_t i : repeated_) report_.repeated.push_back(section(candidates_[i], starts, end));
    for (std::size_t i : extra_) report_.extra_sections.push_back({candidates_[i].heading.range});
    find_topics_like_parts();
  }

  // 二、 to 六、 before sub-topics of section one.
  void find_topics_like_parts() {
    const Section& one = report_.section(1);
    for (const Candidate& c : candidates_)
      if (one.present() && one.body.contains(c.heading.range) && c.heading.numbering == numbering_ &&
          numbering_ == Numbering::chinese && c.heading.number >= 2 && c.heading.number <= 6)
        report_.topics_like_parts.push_back(c.heading.printed_number);
  }

  const Document& document_;
  Report& report_;
  std::vector<DocumentLine> lines_;
  std::vector<Candidate> candidates_;
  Numbering numbering_ = Numbering::chinese;
  std::size_t chosen_[6] = {none, none, none, none, none, none};
  std::vector<std::size_t> extra_, repeated_;
};

}  // namespace

void find_sections(const Document& document, const std::vector<DocumentLine>& lines, Report& report) {
  SectionFinder(document, lines, report).find();
}

}  // namespace nianbao
