#include "scan/read_page.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "base/sorting.h"
#include "base/unicode.h"
#include "scan/geometry.h"

namespace nianbao::scan {
namespace {

constexpr std::size_t probe_lines = 6;
constexpr double read_well = 0.5;     // see how_well(): the right way up 0.6 and more, otherwise 0.2 and less
constexpr std::size_t enough = 3;     // lines; what fewer say counts for less

// The commonest characters of reports: three of five. What is read sideways has hardly any.
constexpr std::u16string_view common =
    u"政公开信息年行府结件理请第申项其一本果情他务二数的三不处人办条关和计况法复度要作内事总量收机正工报诉于容四未议审提无主动属制告"
    u"定费规业十全有新服期进五发持加为中予性求上部重分类据在六维民查及起实众日强是需讼组尚我通纠保依方确月供国下形等织现";

double share_of_common(std::string_view utf8) {
  const std::u16string text = from_utf8(utf8);
  std::size_t known = 0, all = 0;
  for (char16_t c : text) {
    if (c < 0x80) continue;
    ++all;
    known += common.find(c) != std::u16string_view::npos;
  }
  return all == 0 ? 0 : static_cast<double>(known) / static_cast<double>(all);
}

// Lines of some six characters say which way is up and are quick to read.
std::vector<std::size_t> lines_to_try(const std::vector<Crop>& crops) {
  std::vector<std::size_t> out;
  constexpr int shortest = 3 * crop_height, best = 6 * crop_height;
  for (std::size_t i = 0; i < crops.size(); ++i)
    if (crops[i].picture.width >= shortest) out.push_back(i);
  sort_by(out, [&](std::size_t a, std::size_t b) { return std::abs(crops[a].picture.width - best) < std::abs(crops[b].picture.width - best); });
  out.resize(std::min(out.size(), probe_lines));
  return out;
}

// How certain the lines were read, and how much of it is what reports say; the mean of the better two thirds: some may be a
// shadow or a stamp.
double how_well(const std::vector<Reading>& readings, std::size_t first, std::size_t count) {
  std::vector<double> certainties;
  for (std::size_t i = first; i < first + count; ++i) certainties.push_back(readings[i].certainty * share_of_common(readings[i].text));
  sort_by(certainties, [](double a, double b) { return a > b; });
  const std::size_t better = (2 * count + 2) / 3;
  double sum = 0;
  for (std::size_t i = 0; i < better; ++i) sum += certainties[i];
  return sum / static_cast<double>(std::max(better, enough));
}

}  // namespace

PageReader::PageReader(Picture picture, double width) : picture_(std::move(picture)), width_(width) {
  turn(0);
  probe();
}

void PageReader::turn(int quarters) {
  quarters_ = quarters;
  page_ = cut_page(quarters == 0 ? picture_ : turned(picture_, quarters));
}

// Each line as it is, then each upside down.
void PageReader::probe() {
  wanted_.clear();
  probes_ = lines_to_try(page_.crops);
  for (const int quarters : {0, 2})
    for (std::size_t i : probes_) wanted_.push_back(turned(page_.crops[i].picture, quarters));
  if (probes_.empty()) give({});
}

void PageReader::give(const std::vector<Reading>& readings) {
  if (decided_) {
    readings_ = readings;
    wanted_.clear();
    std::vector<bool> numbers;
    for (const Reading& reading : readings_) numbers.push_back(is_of_number(reading));
    split_cells(page_, numbers);
    return;
  }
  for (std::size_t half = 0; half < 2 && !probes_.empty(); ++half) {
    const double mean = how_well(readings, half * probes_.size(), probes_.size());
    if (mean > best_) best_ = mean, best_quarters_ = quarters_ + 2 * static_cast<int>(half);
  }
  if (best_ < read_well && quarters_ == 0) {
    turn(1);
    probe();
    return;
  }
  if (best_quarters_ != quarters_) turn(best_quarters_);
  decided_ = true;
  wanted_.clear();
  for (const Crop& crop : page_.crops) wanted_.push_back(crop.picture);
}

std::string PageReader::geometry() const {
  const double pixels = picture_.width == 0 ? 1 : picture_.width;
  return page_geometry(page_, readings_, width_ / pixels);
}

}  // namespace nianbao::scan
