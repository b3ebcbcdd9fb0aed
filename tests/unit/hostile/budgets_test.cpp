// Files made to exhaust time and memory: an answer that names the limit, within 256 MB. Each is made and read
// in a process of its own, whose largest size the kernel counts; how long they take is measured by
// scripts/bench.
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zlib.h>

#include <functional>
#include <nlohmann/json.hpp>

#include "check.h"
#include "support/make_zip.h"
#include "support/sanitized.h"

namespace nianbao {
namespace {

using Json = nlohmann::json;

constexpr std::size_t megabyte = 1 << 20;
constexpr std::size_t file_limit = 100 * megabyte;
constexpr std::size_t largest = tests::sanitized ? 48 * megabyte : file_limit;  // beyond all other budgets
constexpr const char* head = "青禾县水利局2024年政府信息公开工作年度报告\n一、总体情况\n";

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

// As much of `unit` as makes a file of 100 MB.
std::string filled(std::string_view begin, std::string_view unit, std::string_view end = {}) {
  std::string out;
  out.reserve(largest);
  out += begin;
  while (out.size() + unit.size() + end.size() <= largest) out += unit;
  return out += end;
}

// outcome, codes and names of problems: "partial limit 正文不超过 100 万字".
std::string answer_to(std::string_view bytes) {
  const Json json = Json::parse(check(bytes, {}), nullptr, false);
  if (!json.is_object()) return "no JSON";
  std::string out = json["outcome"].get<std::string>();
  for (const Json& problem : json["problems"])
    if (problem["code"] != "no-report")
      out += " " + problem["code"].get<std::string>() + " " + problem.value("detail", "");
  return out;
}

struct Answer {
  std::string text;
  long megabytes = 0;
};

Answer ask(const std::function<std::string()>& make) {
  int ends[2];
  if (pipe(ends) != 0) return {"no pipe"};
  const pid_t child = fork();
  if (child == 0) {
    const std::string answer = answer_to(make());
    _exit(write(ends[1], answer.data(), answer.size()) == static_cast<ssize_t>(answer.size()) ? 0 : 1);
  }
  close(ends[1]);
  Answer out;
  char buffer[512];
  for (ssize_t n; (n = read(ends[0], buffer, sizeof buffer)) > 0;)
    out.text.append(buffer, static_cast<std::size_t>(n));
  close(ends[0]);
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) out.text = "died";
  out.megabytes = usage.ru_maxrss / 1024;
  return out;
}

void expect(const std::function<std::string()>& make, const std::string& answer) {
  const Answer given = ask(make);
  EXPECT_EQ(given.text, answer);
#if !defined(__clang__)  // the sanitizers' own memory is not ours
  EXPECT_LE(given.megabytes, 256);
#endif
}

std::string docx(const std::string& body, bool deflated = true) {
  return testing::make_zip({{"word/document.xml", "<w:document><w:body>" + body + "</w:body></w:document>"}},
                           deflated);
}

std::string flat(const std::string& body) {
  return "<office:document "
         "office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:body><office:text>" +
         body + "</office:text></office:body></office:document>";
}

// 1 GB of blanks in 1 MB: a deflated megabyte, 1,024 times, and the block that ends them.
std::string bomb(const char* name) {
  const std::string piece(megabyte, ' ');
  std::string once(megabyte, '\0');
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(piece.data()));
  stream.avail_in = static_cast<uInt>(piece.size());
  stream.next_out = reinterpret_cast<Bytef*>(once.data());
  stream.avail_out = static_cast<uInt>(once.size());
  deflate(&stream, Z_FULL_FLUSH);
  once.resize(once.size() - stream.avail_out);
  deflateEnd(&stream);
  std::string packed = repeated(once, 1024) + std::string("\x03\0", 2);
  uLong sum = crc32(0, nullptr, 0);
  for (int i = 0; i < 1024; ++i) {
    sum = crc32(sum, reinterpret_cast<const Bytef*>(piece.data()), static_cast<uInt>(piece.size()));
  }
  std::string zip = testing::make_zip({{name, packed}});
  // Method, checksum and size of what is packed, in the local header and in the directory.
  const std::size_t directory = zip.rfind("PK\x01\x02");
  const auto put = [&zip](std::size_t at, std::size_t value, int bytes) {
    for (int i = 0; i < bytes; ++i)
      zip[at + static_cast<std::size_t>(i)] = static_cast<char>(value >> (8 * i) & 0xFF);
  };
  for (std::size_t fields : {std::size_t{8}, directory + 10})
    put(fields, 8, 2), put(fields + 6, sum, 4), put(fields + 14, std::size_t{1} << 30, 4);
  return zip;
}

TEST(Budgets, HundredMegabytesOfText) {
  expect([] { return filled(head, "2024年共公开信息12条，其中公告3条、动态9条，占75%。\n"); },
         "partial limit 正文不超过 100 万字");
  expect([] { return filled(head, "字"); }, "partial limit 正文不超过 100 万字");
  expect([] { return filled(head, "\n"); },
         "partial limit 正文不超过 100 万字 limit 表格以外的词不超过 10 万个");
  expect([] { return filled(head, "1 a\n"); },
         "partial limit 正文不超过 100 万字 limit 段落不超过 20 万个 limit 表格以外的词不超过 10 万个");
  expect([] { return std::string(file_limit + 1, 'a'); }, "unreadable limit 文件不超过 100 MB");
  expect([] { return std::string(file_limit, '\0'); }, "unreadable binary ");
}

TEST(Budgets, HundredMegabytesOfMarkup) {
  const std::string page = std::string("<h1>") + head + "</h1>";
  expect([&] { return filled(page, "<p>2024年共公开信息12条。</p>"); },
         "unreadable limit 网页不超过 10 MB limit 网页标签不超过 30 万个 limit 正文不超过 100 万字");
  expect([&] { return filled(page, "<b>"); },
         "unreadable limit 网页不超过 10 MB limit 网页标签不超过 30 万个");
  expect([&] { return filled(page, "<p a=1 b=2 c=3>"); },
         "unreadable limit 网页不超过 10 MB limit 网页标签不超过 30 万个");
  expect([&] { return filled(page, "&#65;"); },
         "unreadable limit 网页不超过 10 MB limit 正文不超过 100 万字");
  const std::string part = "MIME-Version: 1.0\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: ";
  expect([&] { return filled(part + "quoted-printable\r\n\r\n" + page, "=E4=B8=80"); },
         "unreadable limit 网页不超过 10 MB limit 正文不超过 100 万字");
  expect([] { return filled("{\\rtf1 ", "\\u19968?\\par ", "}"); },
         "unreadable limit 段落不超过 20 万个 limit 正文不超过 100 万字");
  expect([] { return filled("{\\rtf1 \\trowd\\cellx1\\cellx2", "1\\cell 2\\cell\\row ", "}"); },
         "unreadable limit 单元格不超过 20 万个");
  expect(
      [] {
        return filled(
            "<office:document "
            "office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:body><office:text>",
            "<text:p>x</text:p>");
      },
      "unreadable limit XML 节点不超过 60 万个");
  expect([] { return filled("NBPDF1\nP 595.28 841.89\n", "T 59.70 72.10 69.70 82.10 年\n"); },
         "unreadable limit PDF 的文字不超过 100 万个，线条不超过 20 万条");
}

TEST(Budgets, MillionCells) {
  constexpr std::size_t n = 1000;
  const auto rows = [](std::string_view begin, std::string_view cell, std::string_view end) {
    std::string row(begin);
    row += repeated(cell, n);
    row += end;
    return repeated(row, n);
  };
  expect(
      [&] {
        return "<h1>" + std::string(head) + "</h1><table>" + rows("<tr>", "<td>1</td>", "</tr>") + "</table>";
      },
      "unreadable limit 网页标签不超过 30 万个");
  expect(
      [&] {
        return docx("<w:tbl>" + rows("<w:tr>", "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>", "</w:tr>") +
                    "</w:tbl>");
      },
      "unreadable limit 解压后不超过 32 MB");
  expect(
      [&] {
        return flat("<table:table>" +
                    rows("<table:table-row>", "<table:table-cell><text:p>1</text:p></table:table-cell>",
                         "</table:table-row>") +
                    "</table:table>");
      },
      "unreadable limit XML 节点不超过 60 万个");
  expect([&] { return head + rows("1", "\t1", "\n"); },
         "partial limit 正文不超过 100 万字 limit 单元格不超过 20 万个 limit 表格以外的词不超过 10 万个");
  expect([&] { return head + rows("|", "1|", "\n"); },
         "partial limit 正文不超过 100 万字 limit 单元格不超过 20 万个 limit 表格以外的词不超过 10 万个");
}

TEST(Budgets, HundredThousandNestedTags) {
  constexpr std::size_t n = 100'000;
  const std::string page = std::string("<h1>") + head + "</h1>";
  expect([&] { return page + repeated("<div>", n) + "x" + repeated("</div>", n); },
         "unreadable limit 网页元素嵌套不超过 512 层");
  expect([&] { return page + repeated("<table><tr><td>", n) + "x"; },
         "unreadable limit 网页标签不超过 30 万个 limit 网页元素嵌套不超过 512 层");
  expect([&] { return docx(repeated("<w:sdt>", n) + repeated("</w:sdt>", n), false); },
         "unreadable limit XML 嵌套不超过 512 层");
  expect([&] { return flat(repeated("<text:section>", n) + repeated("</text:section>", n)); },
         "unreadable limit XML 嵌套不超过 512 层");
  expect([&] { return "{\\rtf1 " + std::string(n, '{') + "x" + std::string(n + 1, '}'); },
         "unreadable limit 嵌套层数不超过 512");
}

TEST(Budgets, GigabyteInAMegabyte) {
  expect([] { return bomb("word/document.xml"); }, "unreadable limit 解压后不超过 32 MB");
}

}  // namespace
}  // namespace nianbao
