// Counted work of every stage for inputs four times as large: no faster growth than n log n.
//
// The core is compiled with a call at every branch (nianbao_core_counted), which counts here; bytes allocated
// count too, a branch for 16. The count depends on the input alone, never on the machine's load.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "check.h"
#include "form/form.h"
#include "input/reader.h"
#include "output/to_json.h"
#include "report/bind.h"

namespace {
std::uint64_t work = 0;
}

// What clang's -fsanitize-coverage=trace-pc calls, and the allocator behind every allocation.
extern "C" {
void __sanitizer_cov_trace_pc() { ++work; }
void __sanitizer_malloc_hook(const volatile void*, std::size_t size) { work += 1 + size / 16; }
}

namespace nianbao {
namespace {

struct Work {
  const char* stage;
  std::uint64_t steps;
};

// One pass over the pipeline, stage by stage.
std::vector<Work> count(std::string_view bytes) {
  std::vector<Work> out;
  std::uint64_t before = work;
  const auto lap = [&](const char* stage) {
    out.push_back({stage, work - before});
    before = work;
  };
  const Options options{.with_text = true, .with_ledger = true};
  CheckedReading all;
  Reading& reading = all.reading;
  Result<Document> document = read(bytes, {});
  lap("read");
  if (!document) return out;
  reading.document = std::move(document.value());
  reading.report = bind(reading.document);
  reading.found = is_report(reading.report);
  lap("bind");
  all.checked.emplace(Checked{analyse(reading.report, nullptr), {}});
  lap("analyse");
  all.checked->rules = run_rules({reading.report, nullptr, all.checked->analysis, std::nullopt}, {});
  lap("rules");
  to_json(bytes.size(), all, options);
  lap("json");
  return out;
}

constexpr std::size_t small =
    48 << 10;  // bytes; all budgets that end the work early lie above four times this
constexpr std::size_t factor = 4;

void expect_growth(const std::string& name, const std::string& less, const std::string& more) {
  const std::vector<Work> first = count(less), second = count(more);
  ASSERT_EQ(first.size(), second.size()) << name;
  EXPECT_GT(first.front().steps, 0U) << name << ": nothing is counted";
  const double n = static_cast<double>(less.size()), times = static_cast<double>(more.size()) / n;
  const double allowed =
      times * std::log2(n * times) / std::log2(n) * 1.25;  // a quarter for tables that grow by doubling
  for (std::size_t i = 0; i < first.size(); ++i) {
    const double grown = static_cast<double>(second[i].steps) / static_cast<double>(first[i].steps);
    EXPECT_LE(grown, allowed) << name << ", " << first[i].stage << ": " << first[i].steps << " -> "
                              << second[i].steps;
  }
}

std::string repeated(std::string_view unit, std::size_t bytes) {
  std::string out;
  while (out.size() < bytes) out += unit;
  return out;
}

// The base with something over and over in one of its sections.
std::string drawn_out(std::string_view before, std::string_view unit, std::size_t bytes) {
  std::ifstream file(NIANBAO_SOURCE_DIR "/tests/rules/base_2021.txt", std::ios::binary);
  const std::string base{std::istreambuf_iterator<char>(file), {}};
  const std::size_t at = base.find(before);
  return base.substr(0, at) + repeated(unit, bytes) + "\n" + base.substr(at);
}

TEST(Growth, Prose) {
  for (std::string_view unit : {"2024年共公开信息12条，其中公告3条、动态9条，占75%。\n",
                                "公开信息12条，",
                                "公开信息12条",
                                "1234567890",
                                "（",
                                "（公开12条）",
                                "公告3条、",
                                "同比增长12%，",
                                "一、总体情况\n",
                                "1\t2\t3\n",
                                "2024年1月20日",
                                "2024年1月20日\n",
                                "认真落实各项要求\n",
                                "  1    2   3   4\n",
                                "13812345678 ",
                                "| 1 | 2 |\n",
                                "│1│2│\n├─┼─┤\n",
                                "二十三",
                                " ",
                                "共3件，其中1件、",
                                "《中华人民共和国政府信息公开条例》",
                                "〔2021〕30号",
                                "办结32件，办结率94.1%，",
                                "比上年的400条增长5%，",
                                "\n",
                                "\t",
                                "|",
                                "---\n",
                                "（七）总计\n",
                                "22\n",
                                "aaaa bbb ",
                                "http://a.b/c?d ",
                                "，",
                                "。",
                                "青禾县水利局2024年政府信息公开工作年度报告\n",
                                "“公开”",
                                "张某某，",
                                "## 一\n",
                                "**a** ",
                                "收取信息处理费12元，",
                                "收取信息处理费12元。\n",
                                "全部办结，",
                                "{ PAGE }",
                                "<b>x</b>",
                                "《",
                                "××",
                                "青禾县水利局\n2025年1月20日\n",
                                "2023年，",
                                "其中，",
                                "各3件，",
                                "分别为3件、4件、5件，",
                                "新收政府信息公开申请31件，上年结转3件，办结32件，",
                                "a\t1\n\n",
                                "\xF0\xA0\xAE\xB7",
                                "国务院令第",
                                "县",
                                "请填写",
                                "信息公开信息公开"}) {
    const auto make = [&](std::size_t bytes) { return drawn_out("（三）政府信息管理情况", unit, bytes); };
    expect_growth(std::string("section one, ") + std::string(unit), make(small), make(factor * small));
  }
}

TEST(Growth, TablesAsText) {
  for (std::string_view unit :
       {"	（七）总计		22	6	1	1	2	0	32\n",
        "（七）总计\n22\n", "22\n", "（三）不予公开 1.属于国家秘密 0 0 0 0 0 0 0\n", "规章 0 0 0\n",
        "总计\n"}) {
    const auto make = [&](std::size_t bytes) { return drawn_out("	（七）总计", unit, bytes); };
    expect_growth(std::string("table three, ") + std::string(unit), make(small), make(factor * small));
  }
}

TEST(Growth, Formats) {
  struct Dress {
    const char* begin;
    const char* unit;
    const char* end;
  };
  const std::string title = "青禾县水利局2024年政府信息公开工作年度报告";
  for (const Dress& dress : std::initializer_list<Dress>{
           {"<h1>%</h1><p>一、总体情况</p>", "<p>2024年共公开信息12条。</p>", ""},
           {"<h1>%</h1><p>一、总体情况</p><table>", "<tr><td>1</td><td rowspan=2>2</td></tr>", "</table>"},
           {"<h1>%</h1><table><tr>", "<td rowspan=9 colspan=3>1</td>", "</tr></table>"},
           {"<h1>%</h1>", "<table><tr><td>1</td></tr></table>", ""},
           {"<h1>%</h1>", "<b><i>x", ""},
           {"<h1>%</h1>", "</p>", ""},
           {"<h1>%</h1>", "<style>.a{display:none}</style><p class=a>", ""},
           {"<h1>%</h1>", "<ol><li>x", ""},
           {"<h1>%</h1>", "<!-- x -->", ""},
           {"{\\rtf1 %\\par ", "\\u19968?\\par ", "}"},
           {"{\\rtf1 %\\par ", "\\trowd\\cellx9\\cellx99 1\\cell 2\\cell\\row ", "}"},
           {"{\\rtf1 %\\par ", "{\\field{\\*\\fldinst X}{\\fldrslt y}}", "}"},
           {"<office:document "
            "office:mimetype=\"application/"
            "vnd.oasis.opendocument.text\"><office:body><office:text><text:p>%</text:p>",
            "<text:p>x<text:s/></text:p>", "</office:text></office:body></office:document>"},
           {"<office:document "
            "office:mimetype=\"application/"
            "vnd.oasis.opendocument.text\"><office:body><office:text><text:p>%</text:p><text:list>",
            "<text:list-item><text:p>x</text:p></text:list-item>",
            "</text:list></office:text></office:body></office:document>"},
           {"NBPDF1\nP 595.28 841.89\n", "T 59.70 72.10 69.70 82.10 年\n", ""},
           {"NBPDF1\nP 595.28 841.89\n", "L 50.00 60.00 540.00 60.00\nL 50.00 60.00 50.00 160.00\n", ""},
           {"NBPDF1\n", "P 595.28 841.89\nT 59.70 72.10 69.70 82.10 年\n", ""},
           {"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"b\"\n\n",
            "--b\nContent-Type: multipart/x; boundary=\"b\"\n\n", ""},
           {"MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: "
            "quoted-printable\n\n<h1>%</h1>",
            "=E4=B8=80", ""}}) {
    const auto make = [&](std::size_t bytes) {
      std::string begin = dress.begin;
      if (const std::size_t at = begin.find('%'); at != std::string::npos) begin.replace(at, 1, title);
      return begin + repeated(dress.unit, bytes) + dress.end;
    };
    expect_growth(dress.unit, make(small), make(factor * small));
  }
}

}  // namespace
}  // namespace nianbao
