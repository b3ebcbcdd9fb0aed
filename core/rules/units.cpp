#include "rules/units.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "base/sorting.h"
#include "base/unicode.h"
#include "rules/last_year.h"
#include "rules/text_patterns.h"

namespace nianbao {
namespace {

constexpr int copied_percent = 85;
constexpr std::size_t fewest_shingles =
    150;                             // township reports of a few lines are alike without being copied
constexpr std::size_t band = 4;      // bins that must agree before two reports are compared
constexpr std::size_t compared = 4;  // neighbours in one bucket that each report is compared with
constexpr std::size_t most_alike = 3;

std::uint64_t mix(std::uint64_t z) {
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

void sketch(const std::vector<std::uint64_t>& shingles, Unit& unit) {
  unit.comparable = shingles.size() >= fewest_shingles;
  for (std::uint64_t shingle : shingles) {
    const std::uint64_t h = mix(shingle);
    std::uint32_t& bin = unit.sketch[h % unit.sketch.size()];
    const auto value = static_cast<std::uint32_t>(h >> 32) | 1u;
    if (bin == 0 || value < bin) bin = value;
  }
}

// Shared share of all shingles, estimated from the bins, and turned into the likeness of likeness_percent().
int likeness(const Unit& a, const Unit& b) {
  int same = 0, used = 0;
  for (std::size_t i = 0; i < a.sketch.size(); ++i) {
    if (a.sketch[i] == 0 && b.sketch[i] == 0) continue;
    ++used;
    same += a.sketch[i] == b.sketch[i] ? 1 : 0;
  }
  return used == 0 ? 0 : 200 * same / (used + same);
}

// 青禾县 of 青禾县人民政府; empty for a body that is no government.
std::u16string_view place_of(std::u16string_view agency) {
  for (std::u16string_view end : {u"人民政府", u"政府"})
    if (agency.ends_with(end) && agency.size() >= end.size() + 2)
      return agency.substr(0, agency.size() - end.size());
  return {};
}

bool begins_with(std::u16string_view text, std::u16string_view begin) {
  return !begin.empty() && text.substr(0, begin.size()) == begin;
}

// Whether the report says that its requests are those of the whole county, city, ...
bool covers_all(const Report& report) {
  const Section& overall = report.section(1);
  if (!overall.present()) return false;
  for (const Paragraph& paragraph : report.prose.paragraphs) {
    if (paragraph.section != 1 || paragraph.part == Part::heading) continue;
    for (TextSpan sentence : sentences(paragraph.text)) {
      const std::u16string_view text = part(paragraph.text, sentence);
      if (contains(text, u"申请") &&
          contains_any(text, {u"全省", u"全市", u"全州", u"全县", u"全区", u"全旗", u"全镇", u"全乡"}))
        return true;
    }
  }
  return false;
}

}  // namespace

Unit unit_of(const Report& report, std::string name) {
  Unit unit;
  unit.name = std::move(name);
  unit.agency = folded(report.agency);
  unit.year = report.year;
  unit.form = report.form->key;
  unit.kind = report.agency_kind;
  unit.covers_all = covers_all(report);
  for (std::size_t i = 0; i < unit.totals.size(); ++i)
    unit.totals[i] = total_of_row(report, rolled_up_rows[i]);
  sketch(shingles(section_text(report.prose, 1) + section_text(report.prose, 5), report.agency), unit);
  return unit;
}

std::size_t Company::add(Unit unit) {
  units_.push_back(std::move(unit));
  return units_.size() - 1;
}

void Company::close() {
  by_name_.resize(units_.size());
  std::iota(by_name_.begin(), by_name_.end(), std::size_t{0});
  sort_by(by_name_, [&](std::size_t a, std::size_t b) {
    return std::tie(units_[a].agency, units_[a].year) < std::tie(units_[b].agency, units_[b].year);
  });
  alike_.assign(units_.size(), {});
  for (std::size_t bin = 0; bin + band <= Unit{}.sketch.size(); bin += band) find_copies(bin);
  for (auto& list : alike_) {
    sort_by(list, [](const auto& a, const auto& b) { return a.second > b.second; });
    if (list.size() > most_alike) list.resize(most_alike);
  }
}

// Reports whose bins agree over one band lie side by side once sorted by it.
void Company::find_copies(std::size_t first_bin) {
  std::vector<std::pair<std::uint64_t, std::size_t>> buckets;
  for (std::size_t i = 0; i < units_.size(); ++i) {
    if (!units_[i].comparable) continue;
    std::uint64_t key = first_bin;
    for (std::size_t b = first_bin; b < first_bin + band; ++b) key = mix(key ^ units_[i].sketch[b]);
    buckets.emplace_back(key, i);
  }
  sort_by(buckets);
  for (std::size_t i = 0; i < buckets.size(); ++i)
    for (std::size_t j = i + 1;
         j < std::min(buckets.size(), i + 1 + compared) && buckets[j].first == buckets[i].first; ++j)
      compare(buckets[i].second, buckets[j].second);
}

// Years of one body are compared with each other as years, not as bodies.
void Company::compare(std::size_t a, std::size_t b) {
  const Unit &one = units_[a], &other = units_[b];
  if (one.year != other.year || (!one.agency.empty() && one.agency == other.agency)) return;
  const auto known = [&](const auto& entry) { return entry.first == b; };
  if (std::any_of(alike_[a].begin(), alike_[a].end(), known)) return;
  const int percent = likeness(one, other);
  if (percent <= copied_percent) return;
  alike_[a].emplace_back(b, percent);
  alike_[b].emplace_back(a, percent);
}

Together Company::together(std::size_t i) const {
  Together out;
  if (i >= units_.size()) return out;
  if (i < alike_.size())
    for (const auto& [other, percent] : alike_[i]) out.alike.push_back({&units_[other], percent});
  out.own = &units_[i];
  out.chosen = parent_ == i;
  find_children(i, out);
  return out;
}

std::optional<std::size_t> Company::year_before(const std::u16string& agency, int year) const {
  if (agency.empty() || year == 0) return std::nullopt;
  const auto wanted = std::make_pair(std::u16string_view(agency), year - 1);
  const auto key = [&](std::size_t i) {
    return std::make_pair(std::u16string_view(units_[i].agency), units_[i].year);
  };
  const auto found = std::lower_bound(by_name_.begin(), by_name_.end(), wanted,
                                      [&](std::size_t i, const auto& k) { return key(i) < k; });
  if (found == by_name_.end() || key(*found) != wanted) return std::nullopt;
  return *found;
}

// Bodies whose name begins with the government's place, without those below another government in between;
// below a chosen parent stand all.
void Company::find_children(std::size_t parent, Together& out) const {
  const Unit& own = units_[parent];
  const std::u16string_view place = place_of(own.agency);
  if ((place.empty() && !out.chosen) || own.year == 0) return;
  const std::u16string_view prefix = out.chosen ? std::u16string_view() : place;
  auto at = std::lower_bound(
      by_name_.begin(), by_name_.end(), prefix,
      [&](std::size_t i, std::u16string_view text) { return std::u16string_view(units_[i].agency) < text; });
  std::vector<std::size_t> below, governments;
  for (; at != by_name_.end() && std::u16string_view(units_[*at].agency).substr(0, prefix.size()) == prefix;
       ++at) {
    if (units_[*at].agency == own.agency) continue;
    below.push_back(*at);
    if (const auto other = place_of(units_[*at].agency); !other.empty() && other != place)
      governments.push_back(*at);
  }
  const auto between = [&](std::size_t i) {
    return std::any_of(governments.begin(), governments.end(), [&](std::size_t g) {
      return units_[g].agency != units_[i].agency &&
             begins_with(units_[i].agency, place_of(units_[g].agency));
    });
  };
  below.erase(std::remove_if(below.begin(), below.end(), between), below.end());
  // Years of one body lie side by side.
  for (std::size_t i = 0; i < below.size();) {
    std::size_t end = i;
    bool here = false;
    for (; end < below.size() && units_[below[end]].agency == units_[below[i]].agency; ++end)
      here |= units_[below[end]].year == own.year;
    if (!here) out.missing.push_back(&units_[below[i]]);
    i = end;
  }
  sort_by(below);
  for (std::size_t i : below)
    if (units_[i].year == own.year) out.children.push_back(&units_[i]);
}

}  // namespace nianbao
