// Valid reports with their structure disturbed, by a generator with a fixed seed: cells, rows, headings and
// paragraphs dropped, doubled and swapped, spans broken, halves of two reports joined. The answer holds its
// promises, and no number comes from nowhere.
#include <gtest/gtest.h>

#include <random>

#include "support/promises.h"
#include "support/rule_case.h"
#include "support/sanitized.h"
#include "support/shapes.h"

namespace nianbao {
namespace {

constexpr int rounds = tests::sanitized ? 30 : 300;

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t n) { return n == 0 ? 0 : random() % n; }

std::vector<std::string> split(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  for (std::size_t at; (at = text.find(separator)) != std::string_view::npos;
       text.remove_prefix(at + separator.size()))
    parts.emplace_back(text.substr(0, at));
  parts.emplace_back(text);
  return parts;
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) out.append(i == 0 ? "" : separator).append(parts[i]);
  return out;
}

// Drops, doubles, swaps or moves one of the parts.
void disturb(std::vector<std::string>& parts, Random& random) {
  if (parts.empty()) return;
  const std::size_t at = below(random, parts.size()), other = below(random, parts.size());
  const auto place = parts.begin() + static_cast<std::ptrdiff_t>(at);
  switch (below(random, 4)) {
    case 0: parts.erase(place); break;
    case 1: parts.insert(place, std::string(parts[at])); break;
    case 2: std::swap(parts[at], parts[other]); break;
    default: parts[at] += parts[other]; break;
  }
}

// A few disturbances of what lies between separators, at one level or inside one part of it.
std::string mutated(std::string text, std::string_view outer, std::string_view inner, Random& random) {
  for (std::size_t times = 1 + below(random, 4); times > 0; --times) {
    std::vector<std::string> parts = split(text, outer);
    if (below(random, 2) == 0) {
      disturb(parts, random);
    } else {
      std::string& part = parts[below(random, parts.size())];
      std::vector<std::string> pieces = split(part, inner);
      disturb(pieces, random);
      part = join(pieces, inner);
    }
    text = join(parts, outer);
  }
  return text;
}

std::string with_broken_spans(std::string html, Random& random) {
  constexpr const char* values[] = {"0", "1", "2", "7", "65535", "1000000000", "-1", "", "x"};
  for (std::string_view name : {"rowspan=\"", "colspan=\""})
    for (std::size_t at = 0; (at = html.find(name, at)) != std::string::npos; ++at) {
      if (below(random, 8) != 0) continue;
      const std::size_t begin = at + name.size(), end = html.find('"', begin);
      html.replace(begin, end - begin, values[below(random, std::size(values))]);
    }
  return html;
}

std::string base(const char* name) {
  return tests::read_text_file(tests::rules_folder() + "/base_" + name + ".txt");
}

void expect_promises(const std::string& report) {
  Options options;
  options.today = Date{2026, 2, 5};
  const std::string broken = testing::broken_in_check(report, options, base("2021_last_year"));
  ASSERT_EQ(broken, "") << report;
}

TEST(MutatedReports, AsText) {
  Random random(1);
  const std::string whole = base("2021"), older = base("2019");
  for (int i = 0; i < rounds && !HasFatalFailure(); ++i)
    expect_promises(mutated(i % 4 == 0 ? older : whole, "\n", "\t", random));
}

TEST(MutatedReports, AsHtml) {
  Random random(2);
  const std::string whole = tests::as_html(base("2021"));
  for (int i = 0; i < rounds && !HasFatalFailure(); ++i)
    expect_promises(with_broken_spans(
        mutated(whole, i % 2 == 0 ? "</tr>" : "\n", i % 3 == 0 ? "<" : "</td>", random), random));
}

TEST(MutatedReports, AsMarkdown) {
  Random random(3);
  const std::string whole = tests::as_markdown(base("2021"));
  for (int i = 0; i < rounds && !HasFatalFailure(); ++i) expect_promises(mutated(whole, "\n", "|", random));
}

TEST(MutatedReports, Spliced) {
  Random random(4);
  const std::vector<std::string> bases = {base("2021"), base("2019"), base("2021_zero"),
                                          tests::as_markdown(base("2019")), tests::as_html(base("2021"))};
  for (int i = 0; i < rounds && !HasFatalFailure(); ++i) {
    const std::string &first = bases[below(random, bases.size())],
                      &second = bases[below(random, bases.size())];
    expect_promises(first.substr(0, below(random, first.size())) +
                    second.substr(below(random, second.size())));
  }
}

}  // namespace
}  // namespace nianbao
