#include "rules/recognised.h"

#include <gtest/gtest.h>

namespace nianbao {
namespace {

Finding finding(std::string_view rule, Severity severity, std::vector<Range> places) {
  Finding out{};
  out.rule = rule;
  out.severity = out.own_severity = severity;
  out.places = std::move(places);
  return out;
}

Document document() {
  Document out;
  out.text = u"从图片识别的一段，人核对过的一段";
  out.marks = {{MarkKind::recognised, {0, 9}, {}}};
  return out;
}

Severity told(Finding given, const Document& of = document()) {
  std::vector<Finding> findings{std::move(given)};
  tell_as_likely(of, findings);
  return findings[0].severity;
}

TEST(Recognised, WhatRestsOnAPictureIsAWarningAtMost) {
  EXPECT_EQ(told(finding("requests/balance", Severity::error, {{10, 12}, {3, 5}})), Severity::warning);
  EXPECT_EQ(told(finding("cells/blank", Severity::error, {{12, 12}})), Severity::warning);
}

TEST(Recognised, AWordMisreadOrMissingIsANotice) {
  EXPECT_EQ(told(finding("fees/statement", Severity::error, {})), Severity::notice);
  EXPECT_EQ(told(finding("wording/law-name", Severity::error, {{3, 5}})), Severity::notice);
  EXPECT_EQ(told(finding("structure/section-title", Severity::warning, {{3, 5}})), Severity::notice);
}

TEST(Recognised, WhatAPersonConfirmedMayBeAnError) {
  EXPECT_EQ(told(finding("requests/balance", Severity::error, {{10, 12}})), Severity::error);
  EXPECT_EQ(told(finding("requests/balance", Severity::error, {{3, 5}}), Document{}), Severity::error);
}

TEST(Recognised, ANoticeStaysOne) {
  EXPECT_EQ(told(finding("requests/balance", Severity::notice, {{3, 5}})), Severity::notice);
}

}  // namespace
}  // namespace nianbao
