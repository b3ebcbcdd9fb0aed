// The words of the narrative as data: what is counted, what is done with it, whose and when. A new phrasing
// is one more word in vocabulary.cpp; the grammar that puts the words together is in frames.inc.
#pragma once

#include <cstdint>
#include <string_view>

namespace nianbao::prose {

// What a word says, as bits; a word may say several things (转下年 is carrying and next year).
using Senses = std::uint64_t;
namespace sense {
constexpr Senses bit(int n) { return Senses{1} << n; }
constexpr Senses none = 0;
// objects
constexpr Senses request = bit(0);      // 政府信息公开申请, 依申请公开
constexpr Senses application = bit(1);  // 申请 alone: a request only where requests are spoken of
constexpr Senses review = bit(2);       // 行政复议
constexpr Senses suit = bit(3);         // 行政诉讼
constexpr Senses disclosure = bit(4);   // 信息公开: makes a review or a suit one of 表四
constexpr Senses document = bit(5);     // 行政规范性文件
constexpr Senses regulation = bit(6);   // 规章
constexpr Senses fee = bit(7);          // 信息处理费
constexpr Senses foreign = bit(8);   // what no table counts: 热线, 留言, 提案, 信息条数, 培训 …
constexpr Senses decision = bit(9);  // 行政许可决定: key names the row
// what is done
constexpr Senses take_new = bit(10);   // 新收
constexpr Senses take = bit(11);       // 收到, 接到
constexpr Senses accept = bit(12);     // 受理, 收办
constexpr Senses process = bit(13);    // 办理, 处理
constexpr Senses conclude = bit(14);   // 办结
constexpr Senses reply = bit(15);      // 答复
constexpr Senses carry = bit(16);      // 结转, 顺延
constexpr Senses last_year = bit(17);  // 上年
constexpr Senses next_year = bit(18);  // 下年
constexpr Senses pending = bit(19);    // 正在办理
constexpr Senses outcome = bit(20);  // 予以公开 …: key names the row, or "refused" for all rows of a group
constexpr Senses applicant = bit(21);  // 自然人 …: key names the column
constexpr Senses result = bit(22);     // 维持 …: key names the column of 表四
constexpr Senses direct = bit(23);     // 未经复议直接起诉
constexpr Senses after = bit(24);      // 复议后起诉
constexpr Senses issue = bit(25);      // 制发
constexpr Senses repeal = bit(26);     // 废止
constexpr Senses in_force = bit(27);   // 现行有效
constexpr Senses publish = bit(28);    // 主动公开, 发布: of documents, not the making of them
// how far it reaches
constexpr Senses filed = bit(29);         // 备案: cases filed with the office
constexpr Senses as_body = bit(30);       // 作为复议机关, 审理: cases decided, not suffered
constexpr Senses channel = bit(31);       // 线上, 信函
constexpr Senses negation = bit(32);      // 未, 无, 没有
constexpr Senses all = bit(33);           // 全部, 均
constexpr Senses limiting = bit(34);      // 答复不当, 败诉: a narrower claim
constexpr Senses among = bit(35);         // 其中
constexpr Senses including = bit(36);     // 包括, 含, 分别为
constexpr Senses share = bit(37);         // 占, 占比
constexpr Senses rise = bit(38);          // 增长, 上升
constexpr Senses fall = bit(39);          // 下降, 减少
constexpr Senses than = bit(40);          // 较, 比, 同比: a comparison
constexpr Senses base = bit(41);          // 总数, 总量
constexpr Senses each = bit(42);          // 各
constexpr Senses average = bit(43);       // 日均, 平均
constexpr Senses own = bit(44);           // 本机关, 我局
constexpr Senses wide = bit(45);          // 全市, 各级行政机关
constexpr Senses unit = bit(46);          // 市政府办公室: one body among several
constexpr Senses plan = bit(47);          // 将, 计划, 力争
constexpr Senses soft = bit(48);          // may agree with a cell, but does not contradict one
constexpr Senses glue = bit(49);          // 共, 数量, 为: says nothing, and may stand before a number
constexpr Senses year = bit(50);          // 2024年
constexpr Senses open_list = bit(51);     // 等, 其他: the list is not complete
constexpr Senses since = bit(52);         // 以来, 累计: more than one year
constexpr Senses partial = bit(53);       // 上半年, 第一季度, 月: less than one year
constexpr Senses aside = bit(54);         // 另, 同时: what follows is no part of the list before
constexpr Senses total = bit(55);         // 共, 累计, 总计
constexpr Senses organisation = bit(56);  // all columns of 法人或其他组织 together
constexpr Senses notice = bit(57);        // 收费通知
constexpr Senses this_year = bit(58);     // 今年, 本年度
constexpr Senses cases =
    bit(59);  // foreign objects that are received and handled like requests: 热线, 留言, 提案
constexpr Senses attribute = bit(60);  // 公文, 公开属性: documents sorted by the way they may be disclosed
constexpr Senses added = bit(61);      // 新增: a count, or a change where it is compared
constexpr Senses these = bit(62);  // 上述, 以上: those counted before; with aside the rest of them: 其余
constexpr Senses charge = bit(63);  // 收费, 费用: what is denied then is the charging
}  // namespace sense

constexpr Senses objects = sense::request | sense::application | sense::review | sense::suit |
                           sense::document | sense::regulation | sense::fee | sense::foreign |
                           sense::decision;
constexpr Senses verbs = sense::take_new | sense::take | sense::accept | sense::process | sense::conclude |
                         sense::reply | sense::carry | sense::pending | sense::outcome | sense::applicant |
                         sense::result | sense::direct | sense::after | sense::issue | sense::repeal |
                         sense::in_force | sense::publish;

struct Word {
  std::u16string_view text;  // folded
  Senses senses = 0;
  std::string_view key{};  // of a row, a column or a group, where the senses ask for one
};

// The longest word that stands at `at`, or null. Static words. Cost: the words that begin with that
// character.
const Word* word_at(std::u16string_view text, std::size_t at);

// The longest word that means something there only as a part of what was named before: `within` is a group of
// outcomes ("refused"), "outcome", "applicants" or "proceedings". Null where none stands. Cost: the words
// that begin with that character.
const Word* detail_at(std::u16string_view text, std::size_t at, std::string_view within);

enum class UnitKind : std::uint8_t {
  none,     // no unit, or a word that is none
  count,    // 件, 条, 个
  people,   // 人, 户, 人次
  money,    // 元
  points,   // 个百分点
  time,     // 年, 日, 小时, 个工作日
  year,     // 年, behind a number that is a calendar year
  measure,  // 平方米, 公里, 倍
};

struct Unit {
  std::u16string_view text;
  UnitKind kind = UnitKind::none;
  std::u16string_view same_as{};  // 件次 counts like 件
  std::u16string_view name() const { return same_as.empty() ? text : same_as; }
};

// The longest unit that stands at `at`; kind none when there is none.
Unit unit_at(std::u16string_view text, std::size_t at);

}  // namespace nianbao::prose
