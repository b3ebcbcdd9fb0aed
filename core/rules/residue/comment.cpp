#include "rules/analysis.h"
#include "rules/edit_marks.h"
#include "rules/rule.h"

namespace nianbao::rules::residue {
namespace {

// "[批注1]", "【批注：…】" that a conversion to text has left.
std::vector<Range> written_comments(const Prose& prose) {
  std::vector<Range> found;
  for (const Paragraph& paragraph : prose.paragraphs)
    for (std::size_t at : find_all(paragraph, u"(批注")) {
      const std::size_t close = paragraph.text.find(u')', at);
      if (close != npos && paragraph.in_report()) found.push_back(paragraph.back(at, close + 1));
    }
  return found;
}

void run(const Context& context, Findings& out) {
  const Document& document = *context.report.document;
  const auto comments = marks_with_text(context.report, MarkKind::comment);
  const auto written = written_comments(context.report.prose);
  if (!comments.empty())
    out.add(say(u"文件里还有{0}条批注，第一条：{1}。",
                u"Reviewer's comments left in the file: {0}; the first: {1}.",
                {static_cast<int>(comments.size()), excerpt(mark_text(document, *comments.front()))}))
        .places = places_of(document, comments);
  if (!written.empty()) {
    Finding& finding =
        out.add(say(u"正文里留有{0}处批注文字：{1}。", u"Comments left in the text: {0}; the first: {1}.",
                    {static_cast<int>(written.size()), excerpt(document, written.front())}));
    finding.places = written;
    finding.violates = {"residue/tracked-change"};
  }
  if (comments.empty() && written.empty()) out.passed();
}

}  // namespace

extern constexpr Rule comment = {
    .severity = Severity::warning,
    .title = {u"批注残留", u"Reviewer's comments are left in"},
    .basis_kind = BasisKind::practice,
    .basis = {u"建议：审核用的批注不随文件公布",
              u"Recommended: comments made while reviewing are not published with the file"},
    .advice = {u"处理完批注意见后删除全部批注，再保存发布。",
               u"Deal with the comments, delete them all and save again."},
    .run = run,
};

}  // namespace nianbao::rules::residue
