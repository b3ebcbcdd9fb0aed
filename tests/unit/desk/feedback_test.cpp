#include "desk/feedback.h"

#include <gtest/gtest.h>

namespace nianbao {
namespace {

std::vector<std::string> names(const std::vector<std::pair<std::string, std::u16string>>& files) {
  std::vector<Handed> reports;
  std::vector<std::string> paths;
  for (const auto& [path, agency] : files) {
    reports.emplace_back().agency = agency;
    paths.push_back(path);
  }
  return note_names(reports, paths);
}

using Names = std::vector<std::string>;

TEST(NoteNames, AreTheBodiesInTheirFolders) {
  EXPECT_EQ(
      names({{"局/a.docx", u"青禾县教育局"},
             {"镇/b.docx", u"青禾县苇渡镇人民政府"},
             {"c.docx", u"青禾县教育局"}}),
      (Names{"局/青禾县教育局校核单.docx", "镇/青禾县苇渡镇人民政府校核单.docx", "青禾县教育局校核单.docx"}));
}

TEST(NoteNames, OfOneBodyHaveTheFileToo) {
  EXPECT_EQ(names({{"初稿.docx", u"青禾县教育局"}, {"二稿.docx", u"青禾县教育局"}}),
            (Names{"青禾县教育局（初稿）校核单.docx", "青禾县教育局（二稿）校核单.docx"}));
}

TEST(NoteNames, AreEachOnce) {
  EXPECT_EQ(names({{"a.docx", u"青禾县教育局"}, {"a.pdf", u"青禾县教育局"}, {"A.txt", u"青禾县教育局"}}),
            (Names{"青禾县教育局（a）校核单.docx", "青禾县教育局（a）校核单2.docx",
                   "青禾县教育局（A）校核单3.docx"}));
}

TEST(NoteNames, OfAnUnknownBodyAreTheFiles) {
  EXPECT_EQ(names({{"收件/扫描 1.pdf", u""}, {".docx", u""}}),
            (Names{"收件/扫描 1校核单.docx", "年报校核单.docx"}));
}

TEST(NoteNames, AreSafeOnEverySystem) {
  EXPECT_EQ(names({{"../../x/con. /a:b*c?.docx", u""},
                   {"/etc//p.docx", u""},
                   {"d\\e.docx", u""},
                   {"n\x1b.docx", u""}}),
            (Names{"x/con/a_b_c_校核单.docx", "etc/p校核单.docx", "d_e校核单.docx", "n_u001B校核单.docx"}));
}

}  // namespace
}  // namespace nianbao
