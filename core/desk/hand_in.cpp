#include "desk/hand_in.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/matching.h"
#include "base/unicode.h"

namespace nianbao {
namespace {

// The reports that bear one name.
struct Signed {
  BodyName name;
  std::u16string written;
  std::vector<std::size_t> reports;
};

class Matching {
 public:
  Matching(const Roster* roster, const std::vector<Handed>& reports, std::optional<std::size_t> parent,
           const Choices& choices)
      : reports_(reports), choices_(choices) {
    out_.parent = parent;
    out_.strays.assign(reports.size(), Stray::none);
    out_.year = expected_year();
    collect();
    find_home();
    if (roster != nullptr) hold_against(*roster);
    else list_all();
  }

  HandIn take() { return std::move(out_); }

 private:
  int expected_year() const {
    if (out_.parent && reports_[*out_.parent].year != 0) return reports_[*out_.parent].year;
    std::map<int, int> count;
    for (const Handed& report : reports_)
      if (report.year != 0) ++count[report.year];
    int year = 0;
    for (const auto& [candidate, number] : count)
      if (year == 0 || number >= count[year]) year = candidate;  // of two as frequent the later
    return year;
  }

  void collect() {
    std::map<std::u16string, std::size_t> known;
    for (std::size_t i = 0; i < reports_.size(); ++i) {
      const Handed& report = reports_[i];
      if (report.form == nullptr) out_.strays[i] = Stray::unreadable;
      else if (report.agency.empty()) out_.strays[i] = Stray::nameless;
      if (out_.strays[i] != Stray::none || is_parents(i)) continue;
      const auto [at, fresh] = known.emplace(report.agency, signed_.size());
      if (fresh) signed_.push_back({body_name(report.agency), report.agency, {}});
      signed_[at->second].reports.push_back(i);
    }
  }

  // The county's own report, of whatever year, is no body's.
  bool is_parents(std::size_t i) const {
    return out_.parent && (i == *out_.parent || reports_[i].agency == reports_[*out_.parent].agency);
  }

  // The place that most bodies are of: 县教育局 is that of this county and no other's.
  void find_home() {
    std::map<std::u16string, std::size_t> count;
    std::size_t all = 0;
    for (const Signed& body : signed_) {
      if (!body.name.has_full_place()) continue;
      ++all;
      ++count[body.name.places.back()];
    }
    for (const auto& [place, number] : count)
      if (number * 2 > all) home_ = place;
  }

  SameBody compare(const BodyName& listed, const BodyName& own) const {
    const SameBody same = same_body(listed, own);
    const bool elsewhere =
        !listed.has_full_place() && own.has_full_place() && !home_.empty() && own.places.back() != home_;
    return same == SameBody::yes && elsewhere ? SameBody::maybe : same;
  }

  void hold_against(const Roster& roster) {
    const std::vector<RosterEntry> entries = without_parent(roster.entries);
    std::map<std::u16string, std::vector<std::size_t>> by_key;
    for (std::size_t s = 0; s < signed_.size(); ++s)
      for (std::u16string& key : keys_of(signed_[s].name)) by_key[std::move(key)].push_back(s);
    certain_.resize(entries.size());
    claims_.resize(signed_.size());
    for (std::size_t e = 0; e < entries.size(); ++e) {
      std::set<std::size_t> found;
      for (const std::u16string& key : keys_of(entries[e].name))
        if (const auto at = by_key.find(key); at != by_key.end())
          found.insert(at->second.begin(), at->second.end());
      for (std::size_t s : found)
        if (compare(entries[e].name, signed_[s].name) == SameBody::yes) {
          certain_[e].push_back(s);
          claims_[s].push_back(e);
        }
    }
    heed(entries);
    for (std::size_t e = 0; e < entries.size(); ++e) settle(entries[e], e);
    ask(entries);
    for (std::size_t s = 0; s < signed_.size(); ++s)
      if (!settled_.count(s))
        for (std::size_t i : signed_[s].reports)
          if (out_.strays[i] == Stray::none) out_.strays[i] = Stray::unlisted;
  }

  // What a person has said goes before what the names say, for all reports that bear the name.
  void heed(const std::vector<RosterEntry>& entries) {
    named_.resize(entries.size());
    for (const Answer& answer : choices_.answers) {
      const auto entry = std::find_if(entries.begin(), entries.end(),
                                      [&](const RosterEntry& one) { return one.written == answer.body; });
      if (entry == entries.end() || answer.report >= reports_.size()) continue;
      const auto e = static_cast<std::size_t>(entry - entries.begin());
      const std::optional<std::size_t> s = name_of(answer.report);
      if (!answer.same) deny(e, s, answer.report);
      else if (s) confirm(e, *s);
      else named_[e].push_back(answer.report), out_.strays[answer.report] = Stray::none;
    }
  }

  std::optional<std::size_t> name_of(std::size_t report) const {
    for (std::size_t s = 0; s < signed_.size(); ++s)
      for (std::size_t i : signed_[s].reports)
        if (i == report) return s;
    return std::nullopt;
  }

  void deny(std::size_t e, std::optional<std::size_t> s, std::size_t report) {
    denied_.emplace(e, report);
    // Where the name is sure the question was the year.
    if (!s || reports_[report].year == 0) return;
    for (std::size_t i : signed_[*s].reports) denied_.emplace(e, i);
    std::erase(certain_[e], *s);
    std::erase(claims_[*s], e);
  }

  // Others that merely may be this body are not, then; nor is the report another body's.
  void confirm(std::size_t e, std::size_t s) {
    for (std::size_t other : claims_[s]) std::erase(certain_[other], s);
    for (std::size_t t : certain_[e])
      if (same_body(signed_[s].name, signed_[t].name) != SameBody::yes && !confirmed_.count({e, t}))
        std::erase(claims_[t], e);
    std::erase_if(certain_[e], [&](std::size_t t) {
      return std::find(claims_[t].begin(), claims_[t].end(), e) == claims_[t].end();
    });
    if (std::find(certain_[e].begin(), certain_[e].end(), s) == certain_[e].end()) certain_[e].push_back(s);
    claims_[s] = {e};
    confirmed_.emplace(e, s);
  }

  bool is_answered(const BodyState& body, std::size_t report, bool same) const {
    return std::any_of(choices_.answers.begin(), choices_.answers.end(), [&](const Answer& answer) {
      return answer.body == body.name && answer.report == report && answer.same == same;
    });
  }

  // A government that is on its own list has handed in the report that the others are held against.
  std::vector<RosterEntry> without_parent(std::vector<RosterEntry> entries) const {
    if (!out_.parent || reports_[*out_.parent].agency.empty()) return entries;
    const BodyName parent = body_name(reports_[*out_.parent].agency);
    std::erase_if(entries,
                  [&](const RosterEntry& entry) { return same_body(entry.name, parent) == SameBody::yes; });
    return entries;
  }

  // Sure only where all reports found are one body's, and no other entry claims them.
  bool is_certain(std::size_t e) const {
    std::optional<std::size_t> first;
    for (std::size_t s : certain_[e]) {
      if (confirmed_.count({e, s})) continue;
      if (!first) first = s;
      if (claims_[s].size() > 1 || same_body(signed_[*first].name, signed_[s].name) != SameBody::yes)
        return false;
    }
    return !certain_[e].empty() || !named_[e].empty();
  }

  void settle(const RosterEntry& entry, std::size_t e) {
    BodyState body;
    body.name = entry.written;
    if (is_certain(e)) {
      std::vector<std::size_t> all = named_[e];
      for (std::size_t s : certain_[e]) {
        settled_.insert(s);
        all.insert(all.end(), signed_[s].reports.begin(), signed_[s].reports.end());
      }
      judge(std::move(all), body);
    } else {
      for (std::size_t s : certain_[e]) question(s, body);
    }
    out_.bodies.push_back(std::move(body));
  }

  void question(std::size_t s, BodyState& body) {
    body.state = HandInState::asked;
    for (std::size_t i : signed_[s].reports) {
      body.candidates.push_back(i);
      out_.strays[i] = Stray::asked;
    }
  }

  void judge(std::vector<std::size_t> all, BodyState& body) {
    std::sort(all.begin(), all.end());
    std::vector<std::size_t> undated;
    for (std::size_t i : all) {
      const int year = reports_[i].year;
      (reports_[i].form == nullptr                                      ? body.unread
       : year == out_.year || (year == 0 && is_answered(body, i, true)) ? body.reports
       : year == 0 && !is_answered(body, i, false)                      ? undated
                                                                        : body.other_years)
          .push_back(i);
    }
    if (!body.reports.empty()) {
      body.state = body.reports.size() > 1 ? HandInState::twice : HandInState::handed_in;
      take_one(body);
    } else if (!undated.empty()) {
      body.state = HandInState::asked;
      body.candidates = undated;
    } else {
      body.state = body.other_years.empty() ? HandInState::unread : HandInState::other_year;
    }
  }

  // The one that a person chose; otherwise the last that was read whole: what is handed in again usually has
  // the later name.
  void take_one(BodyState& body) {
    body.taken = body.reports.back();
    for (std::size_t i : body.reports)
      if (reports_[i].whole) body.taken = i;
    for (std::size_t i : choices_.taken)
      if (std::find(body.reports.begin(), body.reports.end(), i) != body.reports.end()) body.taken = i;
    for (std::size_t i : body.reports) {
      const Handed &one = reports_[i], &taken = reports_[*body.taken];
      if (one.form != taken.form || one.figures != taken.figures) body.copies = Copies::other_tables;
      else if (one.words != taken.words && body.copies == Copies::same) body.copies = Copies::same_tables;
    }
  }

  // Entries and reports that are left over: names alike, then names of files.
  void ask(const std::vector<RosterEntry>& entries) {
    std::map<char16_t, std::vector<std::size_t>> by_letter;
    for (std::size_t s = 0; s < signed_.size(); ++s)
      if (!settled_.count(s))
        for (char16_t c : std::set<char16_t>{signed_[s].name.stem.front(), signed_[s].name.stem.back()})
          by_letter[c].push_back(s);
    std::vector<std::pair<std::size_t, std::u16string>> files;
    for (std::size_t i = 0; i < reports_.size(); ++i)
      if (out_.strays[i] == Stray::nameless || out_.strays[i] == Stray::unreadable)
        files.emplace_back(i, folded(from_utf8(reports_[i].file)));
    for (std::size_t e = 0; e < entries.size(); ++e) {
      BodyState& body = out_.bodies[e];
      if (body.state != HandInState::missing) continue;
      const BodyName& name = entries[e].name;
      std::set<std::size_t> near;
      for (char16_t c : {name.stem.front(), name.stem.back()})
        if (const auto at = by_letter.find(c); at != by_letter.end())
          near.insert(at->second.begin(), at->second.end());
      for (std::size_t s : near)
        if (compare(name, signed_[s].name) != SameBody::no && !denied_.count({e, signed_[s].reports.front()}))
          question(s, body);
      for (const auto& [i, file] : files)
        if (names_body(file, entries[e]) && !denied_.count({e, i})) {
          body.state = HandInState::asked;
          body.candidates.push_back(i);
        }
    }
  }

  static bool names_body(const std::u16string& file, const RosterEntry& entry) {
    constexpr std::size_t shortest = 3;  // 政府 stands in the name of every file
    return contains(file, entry.written) ||
           (entry.name.body.size() >= shortest && contains(file, entry.name.body));
  }

  void list_all() {
    std::sort(signed_.begin(), signed_.end(),
              [](const Signed& a, const Signed& b) { return a.written < b.written; });
    for (Signed& body : signed_) {
      if (signed_.size() > 1 && body.name.body == u"政府" && body.name.has_full_place() &&
          body.name.places.back() == home_) {
        for (std::size_t i : body.reports) out_.strays[i] = Stray::government;
        continue;
      }
      BodyState state;
      state.name = body.written;
      judge(body.reports, state);
      out_.bodies.push_back(std::move(state));
    }
  }

  const std::vector<Handed>& reports_;
  const Choices& choices_;
  std::vector<Signed> signed_;
  std::u16string home_;
  std::vector<std::vector<std::size_t>> certain_, claims_;  // entry -> signed, and back
  std::vector<std::vector<std::size_t>> named_;  // entry -> reports without a name that a person gave it
  std::set<std::pair<std::size_t, std::size_t>> confirmed_;  // entry and signed
  std::set<std::pair<std::size_t, std::size_t>> denied_;     // entry and report
  std::set<std::size_t> settled_;
  HandIn out_;
};

}  // namespace

HandIn hand_in(const Roster* roster, const std::vector<Handed>& reports, std::optional<std::size_t> parent,
               const Choices& choices) {
  return Matching(roster, reports, parent, choices).take();
}

}  // namespace nianbao
