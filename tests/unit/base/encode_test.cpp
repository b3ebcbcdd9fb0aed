#include "base/encode.h"

#include <gtest/gtest.h>

#include "base/unicode.h"
#include "support/encode.h"

namespace nianbao {
namespace {

const std::u16string simplified = u"某县2024年，共5件（含㙍镇）。abc\r\n";
const std::u16string traditional = u"政府資訊公開，共5件（含總計）。\n";

TEST(Encode, IsTheWayBackOfReading) {
  for (const char* name : {"GB18030", "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
    const std::u16string text = simplified + u"ē€ﾉ\uE000𠮷😀";
    const auto bytes = encode(text, name);
    ASSERT_TRUE(bytes) << name;
    EXPECT_EQ(*bytes, testing::encode(text, name)) << name;
    EXPECT_EQ(decode(*bytes, {}, name).value().text, text) << name;
  }
  EXPECT_EQ(encode(traditional, "Big5"), testing::encode(traditional, "BIG5"));
  EXPECT_EQ(encode(u"café 5 ½", "iso-8859-1"), "caf\xE9 5 \xBD");
  EXPECT_EQ(encode(simplified, "ibm-1392"), testing::encode(simplified, "GB18030"));
}

TEST(Encode, EveryPairOfGbkComesBack) {
  for (int lead = 0x81; lead < 0xFF; ++lead) {
    for (int trail = 0x40; trail < 0xFF; ++trail) {
      const std::string bytes{static_cast<char>(lead), static_cast<char>(trail)};
      const Decoded read = decode(bytes, {}, "GB18030").value();
      if (read.replaced > 0) continue;
      ASSERT_EQ(encode(read.text, "GB18030"), bytes) << lead << " " << trail;
    }
  }
}

TEST(Encode, WhatAnEncodingHasNotIsNotWritten) {
  EXPECT_EQ(encode(u"这里", "Big5"), std::nullopt);
  EXPECT_EQ(encode(u"😀", "Big5"), std::nullopt);
  EXPECT_EQ(encode(u"申请", "iso-8859-1"), std::nullopt);
  EXPECT_EQ(encode(std::u16string_view(u"😀", 1), "GB18030"), std::nullopt);  // half of a pair
  EXPECT_EQ(encode(u"申请", "no such encoding"), std::nullopt);
}

TEST(Encode, OffsetsOfEveryUnit) {
  EXPECT_EQ(byte_offsets(testing::encode(u"a申😀b", "GB18030"), "GB18030"),
            (std::vector<std::uint32_t>{0, 1, 3, 3, 7, 8}));
  EXPECT_EQ(byte_offsets(testing::encode(u"a😀b", "UTF-32LE"), "UTF-32LE"),
            (std::vector<std::uint32_t>{0, 4, 4, 8, 12}));
  EXPECT_TRUE(byte_offsets("a", "no such encoding").empty());
}

}  // namespace
}  // namespace nianbao
