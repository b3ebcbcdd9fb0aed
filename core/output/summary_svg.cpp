#include "output/summary_svg.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "base/sorting.h"
#include "base/unicode.h"
#include "base/xml_escape.h"

namespace nianbao {
namespace {

constexpr int width = 960, label_width = 430, bar_width = 320, row_height = 24, top = 84;
constexpr const char* colours[] = {"#b3261e", "#b26a00", "#4a6a8a"};
constexpr Words severities[] = {{u"错误", u"errors"}, {u"疑似", u"to verify"}, {u"提示", u"notices"}};

struct Bar {
  const RegisteredRule* rule;
  RuleCount count;
};

// Errors first, then the rules that spoke most.
std::vector<Bar> bars_of(const std::map<std::string, RuleCount>& rules) {
  std::vector<Bar> bars;
  for (const auto& [id, count] : rules)
    if (const RegisteredRule* rule = find_rule(id); rule != nullptr && count.findings > 0)
      bars.push_back({rule, count});
  sort_by(bars, [](const Bar& a, const Bar& b) {
    if (a.rule->rule.severity != b.rule->rule.severity) return a.rule->rule.severity < b.rule->rule.severity;
    return a.count.findings > b.count.findings;
  });
  return bars;
}

class Picture {
 public:
  explicit Picture(Language language) : english_(language == Language::english) {}

  std::string draw(const std::vector<Bar>& bars, int checked) {
    const int height = top + row_height * static_cast<int>(std::max<std::size_t>(bars.size(), 1)) + 24;
    out_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + std::to_string(width) + "\" height=\"" +
           std::to_string(height) + "\" viewBox=\"0 0 " + std::to_string(width) + " " +
           std::to_string(height) +
           "\" font-family=\"sans-serif\" font-size=\"13\" fill=\"#222\">\n"
           "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n";
    int totals[3] = {}, most = 1;
    for (const Bar& bar : bars) {
      totals[static_cast<int>(bar.rule->rule.severity)] += bar.count.findings;
      most = std::max(most, bar.count.findings);
    }
    text(24, 34, say(u"各规则发现的问题", u"Findings by rule"), " font-size=\"20\"");
    Text line = say(u"共检查 {0} 份年报", u"{0} reports checked", {checked});
    for (int i = 0; i < 3; ++i)
      line = join(line, say(u"；{0} {1} 处", u"; {0}: {1}", {severities[i], totals[i]}));
    text(24, 58, line);
    int y = top;
    for (const Bar& bar : bars) row(bar, most, y), y += row_height;
    if (bars.empty()) text(24, top + 16, Words{u"未发现问题。", u"No problem found."});
    return out_ + "</svg>\n";
  }

 private:
  void text(int x, int y, const Text& words, const char* more = "") {
    out_ += "<text x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) + "\"" + more + ">";
    out_ += xml_escaped(to_utf8(english_ ? words.en : words.zh));
    out_ += "</text>\n";
  }

  void row(const Bar& bar, int most, int y) {
    const auto severity = static_cast<std::size_t>(bar.rule->rule.severity);
    const int length =
        std::max(2, static_cast<int>(static_cast<std::int64_t>(bar.count.findings) * bar_width / most));
    text(label_width, y + 16, bar.rule->rule.title, " text-anchor=\"end\"");
    out_ += "<rect x=\"" + std::to_string(label_width + 12) + "\" y=\"" + std::to_string(y + 3) +
            "\" width=\"" + std::to_string(length) + "\" height=\"" + std::to_string(row_height - 8) +
            "\" fill=\"" + colours[severity] + "\"/>\n";
    text(label_width + 20 + length, y + 16,
         say(u"{0} 处，{1} 份", u"{0} in {1} reports", {bar.count.findings, bar.count.reports}));
  }

  bool english_;
  std::string out_;
};

}  // namespace

std::string summary_svg(const std::map<std::string, RuleCount>& rules, int checked, Language language) {
  return Picture(language).draw(bars_of(rules), checked);
}

std::string summary_svg_from_json(std::string_view text, Language language) {
  const nlohmann::json json = nlohmann::json::parse(text.begin(), text.end(), nullptr, false);
  const auto number = [](const nlohmann::json& value) {
    return value.is_number_integer() ? value.get<int>() : 0;
  };
  if (!json.is_object() || !json.contains("checked") || !json.contains("rules") || !json["rules"].is_object())
    return {};
  std::map<std::string, RuleCount> rules;
  for (const auto& [id, counts] : json["rules"].items())
    if (counts.is_array() && counts.size() == 2) rules[id] = {number(counts[0]), number(counts[1])};
  return summary_svg(rules, number(json["checked"]), language);
}

}  // namespace nianbao
