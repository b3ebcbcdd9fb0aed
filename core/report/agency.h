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

// Whether a report of `agency` may call it so: 高新区 of a zone, 区住建局 of 江淮区住房和城乡建设局, but not
// 市住建局, which is above it; 勐岗自治县 of 勐岗傣族拉祜族自治县人民政府.
// The short name has characters of the long one in their order, the last one included. Cost: the square of
// the agency's length.
bool is_short_for(std::u16string_view name, std::u16string_view agency);

}  // namespace nianbao
