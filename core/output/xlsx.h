// All cells of many reports as a spreadsheet (Office Open XML), from what the page keeps of them: one report a row, one
// column a cell. The command line writes the desk's workbook (desk/desk_workbook.h), whose sheet 单元格 has the same cells.
//
// Two header rows: ids, then labels in Chinese. Numbers are numbers. What is no number is told apart: a blank
// cell of a report is empty, a nil mark stands as it was written, "未读出" was there but could not be read,
// "缺" is missing from the document, and cells that the report's form does not have are shaded. Text is never
// a formula. The same reports give the same bytes. A row takes about 4 KB.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nianbao {

// A JSON array of {"name", "agency", "year", "form", "outcome", "errors", "warnings", "notices", "cells": {id: {"value",
// "text", "state"}}}, the cells as in a result. Nothing when it is no such array.
std::optional<std::string> xlsx_from_json(std::string_view json);

}  // namespace nianbao
