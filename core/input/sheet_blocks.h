// A sheet as running text and tables: what stands alone in its row is a paragraph, what stands side by side a
// table.
#pragma once

#include "input/document_builder.h"
#include "input/xlsx_sheet.h"

namespace nianbao {

// Appends the sheet, and its name and places to the document; what is hidden goes into marks. Cost: linear in
// the cells.
void write_sheet(const XlsxSheet& sheet, DocumentBuilder& build);

// A sheet that is not shown: one mark that holds its text.
void write_hidden_sheet(const XlsxSheet& sheet, DocumentBuilder& build);

}  // namespace nianbao
