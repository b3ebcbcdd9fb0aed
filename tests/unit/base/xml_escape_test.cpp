#include "base/xml_escape.h"

#include <gtest/gtest.h>

namespace nianbao {
namespace {

TEST(XmlEscape, WritesMarkupAsReferences) {
  EXPECT_EQ(xml_escaped("<a b=\"1\">&"), "&lt;a b=&quot;1&quot;&gt;&amp;");
  EXPECT_EQ(xml_escaped("公开\t1\n'2'"), "公开\t1\n'2'");
}

TEST(XmlEscape, ReplacesWhatXmlDoesNotHave) {
  EXPECT_EQ(xml_escaped("a\x1B[2J\x01"), "a [2J ");
  EXPECT_EQ(xml_escaped("\xEF\xBF\xBE"
                        "a\xEF\xBF\xBF"),
            "\xEF\xBF\xBD"
            "a\xEF\xBF\xBD");
  EXPECT_EQ(xml_escaped("\xEF\xBF"), "\xEF\xBF");
}

}  // namespace
}  // namespace nianbao
