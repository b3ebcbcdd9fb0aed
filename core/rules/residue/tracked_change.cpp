#include "base/sorting.h"
#include "rules/edit_marks.h"
#include "rules/rule.h"

namespace nianbao::rules::residue {
namespace {

void run(const Context& context, Findings& out) {
  const Report& report = context.report;
  const auto insertions = marks_with_text(report, MarkKind::insertion),
             deletions = marks_with_text(report, MarkKind::deletion);
  if (insertions.empty() && deletions.empty()) return out.passed();
  auto all = insertions;
  all.insert(all.end(), deletions.begin(), deletions.end());
  sort_by(all, [](const Mark* a, const Mark* b) { return a->range.begin < b->range.begin; });
  const Words kind =
      all.front()->kind == MarkKind::deletion ? Words{u"删除", u"deleted"} : Words{u"插入", u"inserted"};
  out.add(say(u"文件里还有没有处理的修订：插入{0}处、删除{1}处，第一处{2}{3}。",
              u"Tracked changes are left in the file (inserted: {0}, deleted: {1}); first {2}: {3}.",
              {static_cast<int>(insertions.size()), static_cast<int>(deletions.size()), kind,
               excerpt(mark_text(*report.document, *all.front()))}))
      .places = places_of(*report.document, all);
}

}  // namespace

extern constexpr Rule tracked_change = {
    .severity = Severity::warning,
    .title = {u"修订或批注残留", u"Tracked changes are left in"},
    .basis_kind = BasisKind::practice,
    .basis = {u"建议：定稿后接受或拒绝全部修订，删去的文字不随文件一起公布",
              u"Recommended: accept or reject all changes first, so that deleted words are not published "
              u"with the file"},
    .advice =
        {u"在“审阅”中接受或拒绝全部修订，再保存发布。本次检查按接受全部修订后的文字进行。",
         u"Accept or reject all changes and save again. This check read the text as if all were accepted."},
    .run = run,
};

}  // namespace nianbao::rules::residue
