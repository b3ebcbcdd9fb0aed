#include "desk/years.h"

#include <algorithm>
#include <map>

#include "base/unicode.h"
#include "base/xml_escape.h"

namespace nianbao {
namespace {

constexpr std::u16string_view fresh = u"本年新收";

// What a row of outcomes is counted as: （三）不予公开 as one kind.
std::u16string_view kind_of(const FormRow& row) {
  return row.group.starts_with(u"（") ? row.group : row.label.substr(0, row.label.find(u'（', 1));
}

CellFigure figure_of(const FormTotals& totals, const FormTable& table, const FormRow& row) {
  const auto ref = cell(*totals.form, std::string(table.key) + "." + std::string(row.key) + ".total");
  const auto at = ref ? std::find(totals.cells.begin(), totals.cells.end(), *ref) : totals.cells.end();
  if (at == totals.cells.end()) return std::nullopt;
  const CellTotal& total = totals.totals[static_cast<std::size_t>(at - totals.cells.begin())];
  return total.complete() ? CellFigure(total.sum) : std::nullopt;
}

// By kind, in the order of the form.
using Figures = std::vector<std::pair<std::u16string_view, CellFigure>>;

void add(Figures& figures, std::u16string_view kind, const CellFigure& figure) {
  const auto known =
      std::find_if(figures.begin(), figures.end(), [&](const auto& one) { return one.first == kind; });
  if (known == figures.end()) figures.emplace_back(kind, figure);
  else known->second = known->second && figure ? CellFigure(*known->second + *figure) : std::nullopt;
}

Figures figures_of(const std::vector<FormTotals>& all) {
  Figures out;
  for (const FormTotals& totals : all) {
    const FormTable& table = totals.form->table(TableId::requests);
    for (const FormRow& row : table.rows) {
      if (row.key == "new_requests") add(out, fresh, figure_of(totals, table, row));
      if (row.outcome) add(out, kind_of(row), figure_of(totals, table, row));
    }
  }
  return out;
}

// --- the picture -------------------------------------------------------------------------------------------

constexpr int width = 960, left = 72, right = 300, top = 84, plot = 340, bottom = 64;
constexpr const char* colours[] = {"#1f4e79", "#2e7d32", "#b26a00", "#b3261e",
                                   "#6a4c93", "#00838f", "#795548", "#616161"};

class Picture {
 public:
  Picture(const Trend& trend, Language language) : trend_(trend), english_(language == Language::english) {
    for (const Trend::Line& line : trend.lines)
      for (const CellFigure& value : line.values)
        if (value) most_ = std::max(most_, value->to_double());
  }

  std::string draw(std::u16string_view title) {
    const int height = top + plot + bottom;
    out_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + std::to_string(width) + "\" height=\"" +
           std::to_string(height) + "\" viewBox=\"0 0 " + std::to_string(width) + " " +
           std::to_string(height) +
           "\" font-family=\"sans-serif\" font-size=\"13\" fill=\"#222\">\n"
           "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n";
    text(24, 34, title, " font-size=\"20\"");
    text(24, 58, english_ ? u"requests and their outcomes by year, cases" : u"历年申请与办理结果（件）");
    axis();
    for (std::size_t i = 0; i < trend_.lines.size(); ++i) line(i);
    return out_ + "</svg>\n";
  }

 private:
  int x(std::size_t year) const {
    const int reach = width - left - right;
    if (trend_.years.size() < 2) return left + reach / 2;
    return left + static_cast<int>(year) * reach / static_cast<int>(trend_.years.size() - 1);
  }
  int y(double value) const { return top + plot - static_cast<int>(value * plot / most_); }

  void text(int at, int down, std::u16string_view words, const char* more = "") {
    out_ += "<text x=\"" + std::to_string(at) + "\" y=\"" + std::to_string(down) + "\"" + more + ">" +
            xml_escaped(to_utf8(words)) + "</text>\n";
  }

  void axis() {
    out_ += "<path d=\"M" + std::to_string(left - 12) + " " + std::to_string(top) + "V" +
            std::to_string(top + plot) + "H" + std::to_string(width - right + 12) +
            "\" fill=\"none\" stroke=\"#888\"/>\n";
    text(left - 18, top + 5, Decimal(static_cast<std::int64_t>(most_)).to_string(), " text-anchor=\"end\"");
    text(left - 18, top + plot + 4, u"0", " text-anchor=\"end\"");
    for (std::size_t i = 0; i < trend_.years.size(); ++i) {
      text(x(i), top + plot + 24, Decimal(trend_.years[i]).to_string(), " text-anchor=\"middle\"");
      const Text bodies = say(u"{0} 个单位", u"{0} bodies", {static_cast<int>(trend_.bodies[i])});
      text(x(i), top + plot + 42, english_ ? bodies.en : bodies.zh, " text-anchor=\"middle\" fill=\"#555\"");
    }
  }

  // What was not read leaves a gap.
  void line(std::size_t index) {
    const Trend::Line& own = trend_.lines[index];
    const std::string colour = colours[index % std::size(colours)];
    std::string way, dots;
    bool drawing = false;
    for (std::size_t i = 0; i < own.values.size(); ++i) {
      if (own.values[i]) {
        const std::string place = std::to_string(x(i)) + " " + std::to_string(y(own.values[i]->to_double()));
        way += (drawing ? "L" : "M") + place;
        dots += "M" + place + "h0";
      }
      drawing = own.values[i].has_value();
    }
    const std::string stroke =
        "\" fill=\"none\" stroke=\"" + colour + "\" stroke-linecap=\"round\" stroke-width=\"";
    if (!way.empty()) out_ += "<path d=\"" + way + stroke + "2\"/>\n<path d=\"" + dots + stroke + "7\"/>\n";
    const int down = top + 12 + static_cast<int>(index) * 24;
    out_ += "<rect x=\"" + std::to_string(width - right + 40) + "\" y=\"" + std::to_string(down - 10) +
            "\" width=\"18\" height=\"10\" fill=\"" + colour + "\"/>\n";
    text(width - right + 66, down, own.name);
  }

  const Trend& trend_;
  bool english_;
  double most_ = 1;
  std::string out_;
};

}  // namespace

Trend trend(const std::vector<Handed>& reports, std::u16string_view body, std::u16string_view parent) {
  std::map<int, std::vector<Handed>> by_year;
  for (const Handed& report : reports)
    if (report.form != nullptr && report.year != 0 && !report.agency.empty() && report.agency != parent &&
        (body.empty() || report.agency == body))
      by_year[report.year].push_back(report);
  Trend out;
  for (auto& [year, own] : by_year) {
    const Desk desk = make_desk(nullptr, std::move(own), std::nullopt);
    const Figures figures = figures_of(desk.totals);
    if (figures.empty()) continue;
    const std::size_t at = out.years.size();
    out.years.push_back(year);
    out.bodies.push_back(0);
    for (const FormTotals& totals : desk.totals) out.bodies.back() += totals.reports.size();
    for (const auto& own_line : figures) {
      const std::u16string name(own_line.first);
      auto line = std::find_if(out.lines.begin(), out.lines.end(),
                               [&](const Trend::Line& one) { return one.name == name; });
      if (line == out.lines.end()) line = out.lines.insert(line, {name, {}});
      line->values.resize(at);
      line->values.push_back(own_line.second);
    }
  }
  for (Trend::Line& line : out.lines) line.values.resize(out.years.size());
  return out;
}

std::string trend_svg(const Trend& trend, std::u16string_view title, Language language) {
  return Picture(trend, language).draw(title);
}

}  // namespace nianbao
