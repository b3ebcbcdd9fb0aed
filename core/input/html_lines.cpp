#include "input/html_lines.h"

#include "base/matching.h"
#include "base/unicode.h"

namespace nianbao {
namespace {

std::uint16_t evidence_of(const HtmlLine& line) {
  const std::u16string_view text = line.text;
  if (line.units > 60 || line.linked * 2 > line.units) return 0;
  std::uint16_t found = 0;
  if (line.units <= 20 && contains(text, u"总体情况")) found |= 1;
  if (line.units <= 30 && contains(text, u"主动公开") && contains(text, u"情况")) found |= 2;
  if (line.units <= 40 && contains(text, u"申请") && contains(text, u"处理") && contains(text, u"情况"))
    found |= 4;
  if (line.units <= 40 && contains(text, u"行政复议") && contains(text, u"行政诉讼") &&
      contains(text, u"情况"))
    found |= 8;
  if (line.units <= 30 && contains(text, u"主要问题") && contains(text, u"改进")) found |= 16;
  if (line.units <= 30 && (contains(text, u"其他需要") || contains(text, u"其它需要")) &&
      contains(text, u"事项"))
    found |= 32;
  if (line.units <= 20 && contains(text, u"第二十条第")) found |= 64;
  if (contains(text, u"本年新收政府信息公开申请")) found |= 128;
  if (line.units <= 20 && (contains(text, u"未经复议直接起诉") || contains(text, u"尚未审结"))) found |= 256;
  return found;
}

constexpr std::u16string_view furniture_begins[] = {
    u"上一篇",     u"下一篇",   u"上一条",    u"下一条",    u"上一页",     u"下一页",     u"当前位置",
    u"您的位置",   u"您当前",   u"您现在",    u"您所在",    u"当前所在",   u"首页>",      u"打印",
    u"【打印",     u"[打印",    u"关闭",      u"【关闭",    u"[关闭",      u"分享",       u"责任编辑",
    u"编辑：",     u"审核：",   u"浏览",      u"【浏览",    u"点击",       u"阅读次数",   u"阅读：",
    u"访问",       u"发布时间", u"发布日期",  u"发布机构",  u"发布单位",   u"发稿时间",   u"更新时间",
    u"录入时间",   u"时间：",   u"日期：",    u"信息来源",  u"来源",       u"文章来源",   u"作者：",
    u"供稿",       u"字号",     u"字体",      u"【字体",    u"[字体",      u"【字号",     u"[字号",
    u"扫一扫",     u"主办",     u"承办",      u"版权所有",  u"网站标识码", u"技术支持",   u"备案号",
    u"索引号",     u"索取号",   u"信息索引",  u"信息分类",  u"信息名称",   u"名称：",     u"标题：",
    u"发文机关",   u"发文机构", u"发文字号",  u"发文日期",  u"公文种类",   u"文号",       u"主题分类",
    u"主题词",     u"体裁分类", u"成文日期",  u"公开日期",  u"公开方式",   u"公开时限",   u"公开范围",
    u"公开责任",   u"生成日期", u"有效性",    u"是否有效",  u"网站地图",   u"联系我们",   u"关于我们",
    u"设为首页",   u"加入收藏", u"收藏",      u"无障碍",    u"适老",       u"长者",       u"返回",
    u"相关链接",   u"相关附件", u"相关文章",  u"相关信息",  u"友情链接",   u"欢迎访问",   u"地址：",
    u"邮编",       u"网站支持", u"保护视力",  u"视力保护",  u"我要纠错",   u"【我要纠错", u"附件下载",
    u"【大中小】", u"微信",     u"微博",      u"搜索",      u"请输入",     u"登录",       u"注册",
    u"繁体",       u"English",  u"Copyright", u"copyright", u"Producedby", u"©",
};
constexpr std::u16string_view furniture_words[] = {u"版权所有",         u"ICP备",    u"网站标识码",
                                                   u"公网安备",         u"公安备案", u"浏览次数",
                                                   u"扫一扫在手机打开", u"打印本页", u"关闭窗口"};

// Splits the body's text into lines: every block and every <br> ends one.
class Splitter {
 public:
  Splitter(const HtmlTree& tree, bool with_hidden) : tree_(tree), with_hidden_(with_hidden) {}

  std::vector<HtmlLine> run() {
    const std::uint32_t body = tree_.body();
    for (std::uint32_t i = body; i < tree_[body].end; ++i) {
      leave_up_to(i);
      if (tree_.is_text(i)) add(i);
      else if (is_unseen(tree_.tag(i)) || (tree_[i].hidden && !with_hidden_)) i = tree_[i].end - 1;
      else enter(i);
    }
    leave_up_to(tree_[body].end);
    end_line();
    return std::move(lines_);
  }

 private:
  void enter(std::uint32_t i) {
    const GumboTag tag = tree_.tag(i);
    if (is_block(tag) || tag == GUMBO_TAG_BR) end_line();
    if (is_block(tag)) blocks_.push_back(tree_[i].end);
    if (tag == GUMBO_TAG_A && tree_.has_attribute(i, "href")) links_until_ = tree_[i].end;
  }

  void leave_up_to(std::uint32_t i) {
    while (!blocks_.empty() && blocks_.back() <= i) {
      end_line();
      blocks_.pop_back();
    }
  }

  void add(std::uint32_t i) {
    std::u16string text;
    for (char16_t c : from_utf8(tree_.text(i)))
      if (!is_space(c)) text.push_back(c);
    if (text.empty()) return;
    if (line_.units == 0) line_.node = i;
    line_.last = i;
    line_.units += text.size();
    if (i < links_until_) line_.linked += text.size();
    if (line_.text.size() < 200) line_.text.append(text, 0, 200 - line_.text.size());
  }

  void end_line() {
    if (line_.units > 0) {
      line_.evidence = evidence_of(line_);
      lines_.push_back(std::move(line_));
    }
    line_ = HtmlLine();
  }

  const HtmlTree& tree_;
  bool with_hidden_;
  std::vector<HtmlLine> lines_;
  HtmlLine line_{};
  std::vector<std::uint32_t> blocks_;  // ends of the open blocks
  std::uint32_t links_until_ = 0;
};

}  // namespace

std::vector<HtmlLine> lines_of(const HtmlTree& tree, bool with_hidden) {
  return Splitter(tree, with_hidden).run();
}

bool is_furniture(const HtmlLine& line) {
  const std::u16string_view text = line.text;
  if (line.units <= 60)
    for (std::u16string_view begin : furniture_begins)
      if (text.substr(0, begin.size()) == begin) return true;
  for (std::u16string_view word : furniture_words)
    if (contains(text, word)) return true;
  return false;
}

bool is_title(const HtmlLine& line) {
  const std::u16string_view text = line.text;
  if (line.units > 60 || line.linked * 2 > line.units || is_furniture(line)) return false;
  return contains(text, u"信息公开") && (contains(text, u"报告") || contains(text, u"年报")) &&
         !contains(text, u"。");
}

bool is_prose(const HtmlLine& line) {
  return line.units >= 30 && line.linked * 2 < line.units && contains(line.text, u"。") &&
         !is_furniture(line);
}

bool is_agency(const HtmlLine& line) {
  constexpr std::u16string_view ends = u"局府委办厅院会处社所队行";
  return line.units <= 30 && line.units >= 4 && line.linked == 0 && !is_furniture(line) &&
         ends.find(line.text.back()) != std::u16string_view::npos;
}

bool may_be_report(const HtmlLine& line) {
  if (line.linked > 0 || is_furniture(line)) return false;
  const std::u16string_view text = line.text;
  if (line.evidence != 0 || is_title(line) || is_prose(line) || is_agency(line)) return true;
  if (contains(text, u"年") && contains(text, u"月") && contains(text, u"日")) return true;
  const std::size_t number = text.find_first_not_of(u"（(一二三四五六七八九十");
  return number != std::u16string_view::npos && number > 0 &&
         std::u16string_view(u"、）).．").find(text[number]) != std::u16string_view::npos;
}

}  // namespace nianbao
