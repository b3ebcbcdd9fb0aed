#include <gtest/gtest.h>

#include <set>

#include "base/unicode.h"
#include "output/to_json.h"

namespace nianbao {
namespace {

// The codes in order; the last one ends the list.
constexpr int last_code = static_cast<int>(ErrorCode::edits);

TEST(ProblemText, EveryCodeHasANameAndASentenceInBothLanguages) {
  std::set<std::string_view> names;
  for (int i = 0; i <= last_code; ++i) {
    const auto code = static_cast<ErrorCode>(i);
    EXPECT_TRUE(names.insert(error_code_name(code)).second) << error_code_name(code);
    const Text text = problem_text({code, {}, u"表三"});
    EXPECT_FALSE(text.zh.empty()) << i;
    EXPECT_FALSE(text.en.empty()) << i;
    EXPECT_EQ(text.zh.back(), u'。') << i;
    EXPECT_EQ(text.en.back(), u'.') << i;
  }
}

TEST(ProblemText, SaysWhatItIsAndWhatToDo) {
  EXPECT_EQ(to_utf8(problem_text({ErrorCode::row_unread, {}, u"（七）总计"}).zh),
            "“（七）总计”一行的数字与列对不上号，没有读取，这一行未核对。请从 Word 或网页复制表格再查。");
  EXPECT_EQ(to_utf8(problem_text({ErrorCode::other_report, {}, u"某局2023年工作总结"}).zh),
            "这像是另一种报告（某局2023年工作总结），不是政府信息公开工作年度报告。请确认选对了文件。");
  EXPECT_EQ(to_utf8(problem_text({ErrorCode::several_reports}).zh),
            "文件里不止一份年报，只核对了第一份。请把其余各份另存为单独的文件再查。");
  EXPECT_EQ(to_utf8(problem_text({ErrorCode::from_picture, {}, u"第1、2页"}).zh),
            "第1、2页是图片，文字和数字由本机识别，可能有误。请逐项对照原件。");
  const auto poor = [](ErrorCode code, std::u16string detail) {
    return to_utf8(problem_text({code, {}, std::move(detail)}).zh);
  };
  EXPECT_EQ(poor(ErrorCode::from_picture, u"dark 第2页"),
            "第2页太暗，许多字认不出来，认不出的没有核对。请在亮处重新拍摄，或用 300 dpi 重新扫描。");
  EXPECT_EQ(poor(ErrorCode::from_picture, u"blurred 第2页"),
            "第2页模糊，许多字认不出来，认不出的没有核对。请对准焦、拿稳重新拍摄，或用 300 dpi 重新扫描。");
  EXPECT_EQ(poor(ErrorCode::from_picture, u"illegible 第2、3页"),
            "第2、3页有许多字认不出来，认不出的没有核对，可能是手写的，或字迹太淡。打印的请用 300 dpi "
            "重新扫描；手写的请改用 Word、WPS 原稿。");
  EXPECT_EQ(poor(ErrorCode::image, u"no-text 第1页"),
            "第1页没有找到成行的文字，可能拍的不是年报。请对准年报逐页重新拍摄，或用 300 dpi 扫描，也可改用 "
            "Word、WPS 原稿。");
  EXPECT_EQ(
      poor(ErrorCode::from_picture, u"cut 第1页"),
      "第1页没有拍全，表格或文字伸到了图片边上，图片以外的没有核对。请把整页放进画面重新拍摄，或重新扫描。");
  EXPECT_EQ(to_utf8(problem_text({ErrorCode::pdf_reader_missing, {}, u"poppler-data"}).zh),
            "这份 PDF "
            "的字体没有带文字对照，本机又没有安装中文字符映射表（poppler-"
            "data），有文字没有读出。请安装后再查，或改用 Word、WPS、网页文件。");
}

}  // namespace
}  // namespace nianbao
