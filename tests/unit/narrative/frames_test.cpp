// The grammar's own examples: each line of the table reads its example, alone, as it says.
#include "narrative/frames.h"

#include <gtest/gtest.h>

#include "../../unit/narrative/narrative_report.h"

namespace nianbao::testing {
namespace {

TEST(Frames, EveryLineReadsItsExample) {
  std::size_t lines = 0;
  for (const prose::Frame* frame : prose::all_frames()) {
    const NarrativeReport made(frame->example);
    const Ledger ledger = read_figures(made.report);
    const Figure* found = nullptr;
    for (const Figure& figure : ledger.figures)
      if (made.document.view(figure.range) == frame->figure) found = &figure;
    ASSERT_NE(found, nullptr) << frame->pattern << ": " << to_utf8(frame->example);
    EXPECT_EQ(found->measure.frame == nullptr ? "no frame, or a tie" : found->measure.frame->pattern,
              frame->pattern)
        << to_utf8(frame->example);
    EXPECT_EQ(count_name(found->measure.count), frame->count)
        << frame->pattern << ": " << to_utf8(frame->example);
    EXPECT_TRUE(found->unknown.empty())
        << frame->pattern << " does not know " << to_utf8(made.document.view(found->unknown));
    ++lines;
  }
  EXPECT_GE(lines, 70u);
}

}  // namespace
}  // namespace nianbao::testing
