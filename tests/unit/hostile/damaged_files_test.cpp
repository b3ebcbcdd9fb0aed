// Three small files of every format, cut anywhere and with any bit turned over: always an answer that holds
// its promises.
//
// Every cut and every bit is read by the reader, whose promises are held; every 500th of them goes through
// the whole check. Under sanitizers, which are slow, every 17th of all that: every bit of a byte has its
// turn.
#include <gtest/gtest.h>

#include <algorithm>

#include "input/reader.h"
#include "support/promises.h"
#include "support/rule_case.h"
#include "support/sanitized.h"

namespace nianbao {
namespace {

constexpr std::size_t step = tests::sanitized ? 17 : 1;
constexpr std::size_t whole_check = 500;  // of so many readings one

class DamagedFiles : public ::testing::TestWithParam<std::string> {
 protected:
  static std::vector<std::string> files() {
    std::vector<std::string> out;
    for (const char* name : {"one", "two", "three"})
      out.push_back(tests::read_text_file(std::string(NIANBAO_SOURCE_DIR "/tests/fixtures/small/") + name +
                                          "." + GetParam()));
    return out;
  }

  // Exactly as many bytes as given, so that a sanitizer sees a byte too far.
  void try_reading(std::string_view bytes) {
    const std::vector<char> exact(bytes.begin(), bytes.end());
    const std::string_view view(exact.data(), exact.size());
    if (++tried_ % whole_check == 0) {
      ASSERT_EQ(testing::broken_in_check(view, {}), "");
      return;
    }
    const Result<Document> document = read(view, {});
    if (!document) return;
    ASSERT_EQ(testing::broken_in_document(document.value()), "");
  }

  std::size_t tried_ = 0;
};

TEST_P(DamagedFiles, AnswerWhereverTheyBreakOff) {
  for (const std::string& whole : files()) {
    ASSERT_FALSE(whole.empty());
    for (std::size_t i = 0; i <= whole.size(); i += step) {
      SCOPED_TRACE(i);
      try_reading(std::string_view(whole).substr(0, i));
      try_reading(std::string_view(whole).substr(i));
      if (HasFatalFailure()) return;
    }
  }
}

TEST_P(DamagedFiles, AnswerWithAnyBitTurnedOver) {
  for (std::string whole : files())
    for (std::size_t bit = 0; bit < whole.size() * 8; bit += step) {
      SCOPED_TRACE(bit);
      const auto turn = static_cast<char>(1 << bit % 8);
      whole[bit / 8] = static_cast<char>(whole[bit / 8] ^ turn);
      try_reading(whole);
      if (HasFatalFailure()) return;
      whole[bit / 8] = static_cast<char>(whole[bit / 8] ^ turn);
    }
}

TEST_P(DamagedFiles, AnswerWhenTwoAreSpliced) {
  const std::vector<std::string> all = files();
  for (const std::string& first : all)
    for (const std::string& second : all)
      for (std::size_t i = 1; i < 32; i += step) {
        SCOPED_TRACE(i);
        try_reading(first.substr(0, first.size() * i / 32) + second.substr(second.size() * (32 - i) / 32));
        if (HasFatalFailure()) return;
      }
}

INSTANTIATE_TEST_SUITE_P(Formats, DamagedFiles,
                         ::testing::Values("txt", "md", "gb18030.txt", "utf16.txt", "html", "mht", "docx",
                                           "odt", "fodt", "rtf", "doc", "nbpdf", "xlsx", "ofd"),
                         [](const auto& info) {
                           std::string name = info.param;
                           std::replace(name.begin(), name.end(), '.', '_');
                           return name;
                         });

}  // namespace
}  // namespace nianbao
