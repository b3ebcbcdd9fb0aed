// Names of agencies in titles, preambles and signatures.
#pragma once

#include <string>

#include "report/report.h"

namespace nianbao {

// Whether the whole text (without white space) may be an agency's name: four to forty characters of no
// sentence, ending in a word for a body: 局, 人民政府, 委员会, 办公室, 街道办事处, …
bool is_agency_name(std::u16string_view text);

// A place that is called after its government: 霁川县, 苇渡镇. Cost: its length.
bool is_place_name(std::u16string_view text);

// Begins with a place cut short (区行政审批服务局, 我局): not a full name.
bool is_partial_name(std::u16string_view name);

AgencyKind agency_kind(std::u16string_view name);

// The zone whose committee the agency is, by its whole name: 江淮高新技术产业开发区; empty when it is none.
std::u16string_view zone_of(std::u16string_view agency);

// 高新区, 经开区: characters of the zone's name in their order, up to its last. Cost: the agency's length.
bool is_short_for_zone(std::u16string_view name, std::u16string_view agency);

}  // namespace nianbao
