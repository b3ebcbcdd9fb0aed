#include "scan/read_page.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "base/sorting.h"
#include "base/unicode.h"
#include "scan/faults.h"
#include "scan/geometry.h"

namespace nianbao::scan {
namespace {

constexpr std::size_t probe_lines = 6;
constexpr double read_well = 0.25;  // see how_well(): the right way up 0.4 and more, otherwise 0.1 and less
constexpr std::size_t enough = 3;   // lines; what fewer say counts for less

// The commonest pairs of characters in reports make up half of their text. A page read sideways has the same
// characters, for recognisers know them turned, but hardly a pair.
constexpr std::u16string_view common =
    u"公开 信息 政府 行政 府信 申请 息公 结果 其他 处理 情况 本年 内容 工作 年度 第二 开申 复议 数量 属于 "
    u"十条 报告 二十 条第 服务 总计 机关 息内 要求 办理 事项 政务 开工 诉讼 动公 收费 政诉 主动 请人 维持 "
    u"纠正 政复 尚未 审结 提供 关不 政机 组织 不予 需要 数据 项加 加第 项之 之和 人民 件数 结转 群众 起诉 "
    u"情形 第三 请数 社会 管理 问题 规范 监督 决定 于行 复申 机构 理决 定数 法律 务公 依申 部分 请公 全年 "
    u"补正 存在 无正 正当 当理 理由 平台 收到 逾期 不再";

double share_of_common(std::string_view utf8) {
  const std::u16string text = from_utf8(utf8);
  std::size_t known = 0, covered = 0;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (common.find(std::u16string_view(text).substr(i, 2)) == std::u16string_view::npos) continue;
    known += i + 2 - std::max(i, covered);
    covered = i + 2;
  }
  return text.empty() ? 0 : static_cast<double>(known) / static_cast<double>(text.size());
}

// Lines of some six characters say which way is up and are quick to read.
std::vector<std::size_t> lines_to_try(const std::vector<Crop>& crops) {
  std::vector<std::size_t> out;
  constexpr int shortest = 3 * crop_height, best = 6 * crop_height;
  for (std::size_t i = 0; i < crops.size(); ++i)
    if (crops[i].picture.width >= shortest) out.push_back(i);
  sort_by(out, [&](std::size_t a, std::size_t b) {
    return std::abs(crops[a].picture.width - best) < std::abs(crops[b].picture.width - best);
  });
  out.resize(std::min(out.size(), probe_lines));
  return out;
}

// How certain the lines were read, and how much of it is what reports say; the mean of the better two thirds:
// some may be a shadow or a stamp.
double how_well(const std::vector<Reading>& readings) {
  std::vector<double> certainties;
  for (const Reading& reading : readings)
    certainties.push_back(reading.certainty * share_of_common(reading.text));
  sort_by(certainties, [](double a, double b) { return a > b; });
  const std::size_t better = (2 * certainties.size() + 2) / 3;
  double sum = 0;
  for (std::size_t i = 0; i < better; ++i) sum += certainties[i];
  return sum / static_cast<double>(std::max(better, enough));
}

}  // namespace

PageReader::PageReader(Picture picture, double width) : picture_(std::move(picture)), width_(width) {
  turn(0);
  probe(0);
}

void PageReader::turn(int quarters) {
  quarters_ = quarters;
  page_ = cut_page(quarters == 0 ? picture_ : turned(picture_, quarters));
}

// Lines of the page turned by so many quarters: those upside down are turned themselves.
void PageReader::probe(int quarters) {
  probed_ = quarters;
  probes_ = lines_to_try(page_.crops);
  for (std::size_t i : probes_) wanted_.push_back(turned(page_.crops[i].picture, quarters / 2 * 2));
  if (probes_.empty()) give({});
}

void PageReader::give(const std::vector<Reading>& readings) {
  wanted_.clear();
  decided_ ? keep(readings) : judge(readings);
}

// The first direction in which the page can be read, else the best of the four.
void PageReader::judge(const std::vector<Reading>& readings) {
  if (const double mean = how_well(readings); mean > best_) best_ = mean, best_quarters_ = probed_;
  constexpr int directions[] = {0, 2, 1, 3};
  const auto next = std::find(std::begin(directions), std::end(directions), probed_) + 1;
  if (best_ < read_well && next != std::end(directions)) {
    if (*next == 1) turn(1);
    return probe(*next);
  }
  if (best_quarters_ != quarters_) turn(best_quarters_);
  decided_ = true;
  for (const Crop& crop : page_.crops) wanted_.push_back(crop.picture);
  if (wanted_.empty()) keep({});
}

void PageReader::keep(const std::vector<Reading>& readings) {
  page_.faults = faults_of(page_, readings);
  if (nothing_read(readings)) {
    page_.crops.clear();
    page_.tables.clear();
    return;
  }
  readings_ = readings;
  std::vector<bool> numbers;
  for (const Reading& reading : readings_) numbers.push_back(is_of_number(reading));
  split_cells(page_, numbers);
}

std::string PageReader::geometry() const {
  const double pixels = picture_.width == 0 ? 1 : picture_.width;
  return page_geometry(page_, take(page_, readings_), width_ / pixels);
}

}  // namespace nianbao::scan
