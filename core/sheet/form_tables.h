// The three statutory tables in their official layout, filled with a report's cells: ready to print or to
// paste.
#pragma once

#include "sheet/sheet.h"
#include "stages.h"

namespace nianbao {

// What a cell shows: a plain number in plain digits, everything else as written (units, "/"), blank where it
// is blank, and （没有读到） where it was not read.
std::u16string shown_cell(const ReportCell& cell);

// Titled with the report's title; one heading and one table for each of 二, 三, 四. Requires reading.found.
Sheet form_tables(const Reading& reading);

// {"form", "year", "agency", "title", "cells": {id: {"value", "text", "state"}}}
std::string cells_json(const Reading& reading);
// One cell a row: id, table, row, column, text, number, state; see output/csv.h for how it is written.
std::string cells_list_csv(const Reading& reading);

}  // namespace nianbao
