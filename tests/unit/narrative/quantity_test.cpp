#include "narrative/quantity.h"

#include <gtest/gtest.h>

#include "base/numeral.h"
#include "base/unicode.h"

namespace nianbao {
namespace {

// "value [low, high] flags length" of the first numeral in the text.
std::string show(std::u16string_view raw) {
  const std::u16string text = folded(raw);
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::optional<ReadQuantity> read;
    if (text[at] >= u'0' && text[at] <= u'9') read = read_digits(text, at);
    else if (is_chinese_numeral(text[at])) read = read_chinese(text, at);
    else continue;
    if (!read) return "none";
    const Quantity& q = read->quantity;
    std::string out = to_utf8(q.value.to_string());
    if (!q.exact()) out += " [" + to_utf8(q.low.to_string()) + ", " + to_utf8(q.high.to_string()) + "]";
    if (q.percent) out += "%";
    if (q.chinese) out += " 汉字";
    return out + "|" + to_utf8(text.substr(read->end));
  }
  return "none";
}

struct Case {
  const char16_t* text;
  const char* want;
};

TEST(Quantity, ReadsWhatPeopleWrite) {
  constexpr Case cases[] = {
      {u"收到23件", "23|件"},
      {u"收到92233720368亿元", "9223372036800000000 [9223372036750000000, 9223372036854775807]|元"},
      {u"收到92233720369亿元", "none"},
      {u"收到一千万万万万万件", "none"},
      {u"收到３５条", "35|条"},
      {u"办理 5218 件", "5218|件"},
      {u"共1,234件", "1234|件"},
      {u"共１，２３４件", "1234|件"},
      {u"共11,398,889件", "11398889|件"},
      {u"2021,在上级", "2021|,在上级"},
      {u"第5,6项", "5|,6项"},
      {u"1.1万余条", "11000 [11000, 12000]|条"},
      {u"1.7万余人", "17000 [17000, 18000]|人"},
      {u"26万余件", "260000 [260000, 270000]|件"},
      {u"24900余项", "24900 [24900, 25000]|项"},
      {u"31.27万件", "312700 [312650, 312800]|件"},
      {u"约1.2万条", "12000 [11000, 13000]|条"},
      {u"近500件", "500 [400, 500]|件"},
      {u"超过300件", "300 [300, 400]|件"},
      {u"300多件", "300 [300, 400]|件"},
      {u"481.5万元", "4815000 [4814500, 4816000]|元"},
      {u"99.91％", "99.91%|"},
      {u"4.34%", "4.34%|"},
      {u"100%", "100%|"},
      {u"百分之五", "5% 汉字|"},
      {u"百分之99.6", "99.6%|"},
      {u"约三成", "30 [20, 40]% 汉字|"},
      {u"两件", "2 汉字|件"},
      {u"二十三件", "23 汉字|件"},
      {u"十件", "10 汉字|件"},
      {u"一百零五条", "105 汉字|条"},
      {u"两百余件", "200 [200, 300] 汉字|件"},
      {u"一千二百三十四件", "1234 汉字|件"},
      {u"三万两千件", "32000 汉字|件"},
      {u"零件", "0 汉字|件"},
      {u"二〇二三年", "2023 汉字|年"},
      {u"1.2.3版", "1.2|.3版"},
      {u"20054039539951", "none"},
      {u"达278余万次", "2780000 [2780000, 2790000]|次"},
      {u"3千余条", "3000 [3000, 4000]|条"},
      {u"5千米", "5|千米"},
  };
  for (const Case& c : cases) EXPECT_EQ(show(c.text), c.want) << to_utf8(c.text);
}

TEST(Quantity, WordsBehindTheUnitMakeItApproximate) {
  Quantity q{.value = 98, .low = 98, .high = 98};
  EXPECT_EQ(approximation_after(u"以上,较上年", q), 2u);
  EXPECT_TRUE(q.approximate);
  EXPECT_TRUE(q.allows(99));
  EXPECT_FALSE(q.allows(97));
  Quantity around{.value = 500, .low = 500, .high = 500};
  EXPECT_EQ(approximation_after(u"左右", around), 2u);
  EXPECT_TRUE(around.allows(420));
  Quantity exact{.value = 5, .low = 5, .high = 5};
  EXPECT_EQ(approximation_after(u"政府信息", exact), 0u);
  EXPECT_EQ(approximation_after(u"多次提出", exact), 0u);
}

}  // namespace
}  // namespace nianbao
