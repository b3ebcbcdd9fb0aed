// What is kept of one report among many, and what a thousand of them say about each other: no text, about
// 1.5 KB a report.
//
//   check(bytes, {"name", "withDigest": true})          -> result with "digest", kept by the caller
//   relations({"reports": [digest or null, …]})         -> for each report: its year before, those it belongs
//                                                          with, what was found
//   check(bytes, {…, "together": [digests]}, previous)  -> when one report is opened: the same findings at
//                                                          their places
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "stages.h"

namespace nianbao {

// {"name", "agency", "year", "form", "coversAll", "totals": [number or null], "comparable", "sketch":
// hexadecimal}.
nlohmann::ordered_json digest_json(const Unit& unit);
// Nothing when it is none.
std::optional<Unit> unit_from_digest(const nlohmann::json& json);

// `request`: {"reports": [digest or null], "parent": index, "leftOut": [flag], "language"}; all but the first
// may be missing. What is left out is held against no other body's report, only against its own of the year
// before.
// Result: an array of as many entries: null for null, otherwise {"previous": index or null,
// "related": [indices],
// "findings": [{"rule", "severity", "title", "message", "advice", "basis", "cells"}]}.
// "previous": the report of the same body of the year before. "related": what check() needs as "together"
// behind the report's own digest; empty when nothing concerns it. Empty when the request is no such object.
// Cost: n log n; no two reports are compared that do not share a band of shingles.
std::string relations_json(std::string_view request);

}  // namespace nianbao
