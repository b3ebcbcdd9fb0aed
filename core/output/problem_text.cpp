// One sentence a reading problem: what it is, and what to do.
#include "input/picture_fault.h"
#include "output/to_json.h"

namespace nianbao {
namespace {

Text poor_picture(const PoorPages& poor) {
  const Text pages(poor.pages);
  switch (poor.fault) {
    case PictureFault::dark:
      return say(u"{0}太暗，许多字认不出来，认不出的没有核对。请在亮处重新拍摄，或用 300 dpi 重新扫描。",
                 u"{0}: too dark; much of it could not be read and was not checked. Please take the picture "
                 u"again in good light, or scan at 300 dpi.",
                 {pages});
    case PictureFault::blurred:
      return say(
          u"{0}模糊，许多字认不出来，认不出的没有核对。请对准焦、拿稳重新拍摄，或用 300 dpi 重新扫描。",
          u"{0}: blurred; much of it could not be read and was not checked. Please take a sharp picture, or "
          u"scan at 300 dpi.",
          {pages});
    case PictureFault::illegible:
      return say(
          u"{0}有许多字认不出来，认不出的没有核对，可能是手写的，或字迹太淡。打印的请用 300 dpi "
          u"重新扫描；手写的请改用 Word、WPS 原稿。",
          u"{0}: much of it could not be read and was not checked; it may be handwritten or faint. Please "
          u"scan printed pages at 300 dpi; of handwritten ones use the Word or WPS file.",
          {pages});
    case PictureFault::no_text:
      return say(
          u"{0}没有找到成行的文字，可能拍的不是年报。请对准年报逐页重新拍摄，或用 300 dpi 扫描，也可改用 "
          u"Word、WPS 原稿。",
          u"{0}: no lines of text were found; it may be a picture of something else. Please take pictures of "
          u"the report page by page, scan it at 300 dpi, or use the Word or WPS file.",
          {pages});
    case PictureFault::cut:
      return say(
          u"{0}"
          u"没有拍全，表格或文字伸到了图片边上，图片以外的没有核对。请把整页放进画面重新拍摄，或重新扫描。",
          u"{0}: not all of the page is in the picture; tables or text run into its edge, and what lies "
          u"beyond was not checked. Please take the whole page, or scan it again.",
          {pages});
  }
  return {};
}

}  // namespace

std::string_view error_code_name(ErrorCode code) {
  switch (code) {
    case ErrorCode::not_found: return "not-found";
    case ErrorCode::empty: return "empty";
    case ErrorCode::binary: return "binary";
    case ErrorCode::image: return "image";
    case ErrorCode::scan: return "scan";
    case ErrorCode::from_picture: return "from-picture";
    case ErrorCode::encrypted: return "encrypted";
    case ErrorCode::damaged: return "damaged";
    case ErrorCode::unsupported: return "unsupported";
    case ErrorCode::old_workbook: return "old-workbook";
    case ErrorCode::formula_unread: return "formula-unread";
    case ErrorCode::outlines: return "outlines";
    case ErrorCode::encoding: return "encoding";
    case ErrorCode::limit: return "limit";
    case ErrorCode::no_report: return "no-report";
    case ErrorCode::other_report: return "other-report";
    case ErrorCode::several_reports: return "several-reports";
    case ErrorCode::table_unread: return "table-unread";
    case ErrorCode::row_unread: return "row-unread";
    case ErrorCode::numbers_unread: return "numbers-unread";
    case ErrorCode::cut_short: return "cut-short";
    case ErrorCode::tables_only: return "tables-only";
    case ErrorCode::headings_only: return "headings-only";
    case ErrorCode::table_is_image: return "table-is-image";
    case ErrorCode::pdf_reader_missing: return "pdf-reader-missing";
    case ErrorCode::edits: return "edits";
  }
  return "damaged";
}

Text problem_title(ErrorCode code) {
  switch (code) {
    case ErrorCode::not_found: return Words{u"文件打不开", u"The file cannot be opened"};
    case ErrorCode::empty: return Words{u"文件是空的", u"The file is empty"};
    case ErrorCode::binary: return Words{u"不是文档", u"Not a document"};
    case ErrorCode::image: return Words{u"是图片，没有文字可读", u"A picture: no text to read"};
    case ErrorCode::scan: return Words{u"是扫描件，没有文字可读", u"A scan: no text to read"};
    case ErrorCode::from_picture:
      return Words{u"是从图片识别的，请对照原件", u"Recognised in pictures: compare with the original"};
    case ErrorCode::encrypted: return Words{u"文件有密码，打不开", u"The file is protected by a password"};
    case ErrorCode::damaged: return Words{u"文件已损坏", u"The file is damaged"};
    case ErrorCode::unsupported: return Words{u"暂不支持这种文件", u"This kind of file is not supported"};
    case ErrorCode::old_workbook: return Words{u"旧格式的表格文件", u"A workbook in an old format"};
    case ErrorCode::formula_unread: return Words{u"有公式没有读到", u"Formulas were not read"};
    case ErrorCode::outlines: return Words{u"有文字读不出", u"Some text cannot be read"};
    case ErrorCode::encoding: return Words{u"有的字符读不出", u"Some characters cannot be read"};
    case ErrorCode::limit: return Words{u"文件超出处理上限", u"The file exceeds a limit"};
    case ErrorCode::no_report: return Words{u"没有认出政府信息公开年报", u"No annual report recognised"};
    case ErrorCode::other_report: return Words{u"是另一种报告", u"Another kind of report"};
    case ErrorCode::several_reports: return Words{u"不止一份年报", u"More than one report"};
    case ErrorCode::table_unread: return Words{u"有表格没有读到", u"A table was not read"};
    case ErrorCode::row_unread: return Words{u"有表格行没有读到", u"A row was not read"};
    case ErrorCode::numbers_unread: return Words{u"有数字没有读到", u"Numbers were not read"};
    case ErrorCode::cut_short: return Words{u"内容可能不完整", u"The text may be incomplete"};
    case ErrorCode::tables_only: return Words{u"只有表格", u"Tables only"};
    case ErrorCode::headings_only: return Words{u"没有认出政府信息公开年报", u"No annual report recognised"};
    case ErrorCode::table_is_image: return Words{u"表格是图片", u"A table is a picture"};
    case ErrorCode::pdf_reader_missing:
      return Words{u"读取 PDF 的组件不在", u"The component that reads PDF is missing"};
    case ErrorCode::edits: return Words{u"试改没有采用", u"The trial changes were not applied"};
  }
  return {};
}

Text problem_text(const Error& error) {
  const Text detail(error.detail);
  switch (error.code) {
    case ErrorCode::not_found:
      return say(u"打不开这个文件。请确认文件在、名字对、有权读取。",
                 u"The file cannot be opened. Please make sure that it is there, that its name is right and "
                 u"that you may read it.");
    case ErrorCode::empty:
      return say(u"文件是空的，没有内容可查。请确认选对了文件，或直接粘贴年报全文。",
                 u"The file is empty. Please make sure it is the right one, or paste the whole report.");
    case ErrorCode::binary:
      return say(u"这不是文档，读不出文字。请用年报的 Word、WPS、PDF、网页或文本文件，或直接粘贴全文。",
                 u"This is not a document; no text can be read from it. Please use the Word, WPS, PDF, web "
                 u"page or text file of the report, or paste its text.");
    case ErrorCode::image:
      if (const auto poor = poor_pages(error.detail)) return poor_picture(*poor);
      return say(u"这是一张图片，读不出文字。请用年报的 Word、WPS、PDF 或网页文件，或直接粘贴全文。",
                 u"This is a picture; no text can be read from it. Please use the Word, WPS, PDF or web page "
                 u"of the report, or paste its text.");
    case ErrorCode::from_picture:
      if (const auto poor = poor_pages(error.detail)) return poor_picture(*poor);
      return say(u"{0}是图片，文字和数字由本机识别，可能有误。请逐项对照原件。",
                 u"{0}: pictures, whose text and numbers were recognised on this computer and may be wrong. "
                 u"Please compare them with the original.",
                 {detail});
    case ErrorCode::scan:
      return say(
          u"这份 {0} 是扫描件，只有图像没有文字，无法核对。请用排版软件导出的 {0}，或用 Word、WPS 原稿。",
          u"This {0} is a scan: it has pictures and no text, so it cannot be checked. Please use a {0} "
          u"exported from the word processor, or the original file.",
          {detail.empty() ? say(u"PDF", u"PDF") : detail});
    case ErrorCode::encrypted:
      return say(u"文件设有打开密码，读不到内容。请取消密码后另存一份再查。",
                 u"The file is protected by a password. Please save a copy without it and check that.");
    case ErrorCode::damaged:
      return say(u"文件已损坏，读不完整{0}。请在 Word 或 WPS 中打开后另存一份再查。",
                 u"The file is damaged{0}. Please open it in Word or WPS, save a copy and check that.",
                 {detail.empty() ? Text() : say(u"（{0}）", u" ({0})", {detail})});
    case ErrorCode::unsupported:
      return say(u"暂不支持这种文件{0}。请另存为 docx、PDF 或网页，或直接粘贴全文。",
                 u"This kind of file is not supported{0}. Please save it as docx, PDF or web page, or paste "
                 u"the text.",
                 {detail.empty() ? Text() : say(u"（{0}）", u" ({0})", {detail})});
    case ErrorCode::old_workbook:
      return say(u"这是旧格式的表格文件（xls、et），读不出内容。请在 Excel 或 WPS 表格中另存为 xlsx 再查。",
                 u"This is a workbook in an old format (xls, et), which cannot be read. Please save it as "
                 u"xlsx in Excel or WPS and check that.");
    case ErrorCode::formula_unread:
      return say(
          u"工作表{0}是公式，文件里没有存下计算结果，这些单元格没有读取。请在 Excel 或 WPS "
          u"表格中打开，保存后再查。",
          u"Sheet {0}: formulas whose results the file does not hold; these cells were not read. Please open "
          u"it in Excel or WPS, save it and check again.",
          {detail});
    case ErrorCode::outlines:
      return say(
          u"{0}的文字是画出来的或用了没有含义的编码，读不出来，没有核对。请用原稿，或重新导出一份再查。",
          u"{0}: the text is drawn as outlines or in characters without a meaning; it cannot be read and was "
          u"not checked. Please use the original file, or export it anew.",
          {detail});
    case ErrorCode::encoding:
      return say(u"有些字符按 {0} 编码读不出来。请换一种编码重读，或用 UTF-8 另存后再查。",
                 u"Some characters cannot be read as {0}. Please read it again with another encoding, or "
                 u"save it as UTF-8.",
                 {detail});
    case ErrorCode::limit:
      return say(u"文件超出处理上限（{0}），只读了其中一部分或没有读。请删去与年报无关的内容后再查。",
                 u"The file exceeds a limit ({0}); it was read in part or not at all. Please remove what "
                 u"does not belong to the report.",
                 {detail});
    case ErrorCode::no_report:
      return say(
          u"没有找到政府信息公开工作年度报告：既没有规定的六个部分，也没有三张表。请确认选对了文件，或粘贴年"
          u"报全文。",
          u"No annual report on government information disclosure was found: none of the six sections, none "
          u"of the three tables. Please make sure it is the right file, or paste the whole report.");
    case ErrorCode::other_report:
      return say(u"这像是另一种报告{0}，不是政府信息公开工作年度报告。请确认选对了文件。",
                 u"This looks like another kind of report{0}, not the annual report on government "
                 u"information disclosure. Please make sure it is the right file.",
                 {detail.empty() ? Text() : say(u"（{0}）", u" ({0})", {detail})});
    case ErrorCode::several_reports:
      return say(u"文件里不止一份年报，只核对了第一份。请把其余各份另存为单独的文件再查。",
                 u"There is more than one report in the file; only the first was checked. Please save the "
                 u"others as files of their own.");
    case ErrorCode::table_unread:
      return say(u"{0}的数字与行列对不上号，没有读取，这张表未核对。请从 Word 或网页复制表格再查。",
                 u"{0}: the numbers could not be matched with rows and columns; the table was not read and "
                 u"not checked. Please copy the table from Word or the web page.",
                 {detail});
    case ErrorCode::row_unread:
      return say(u"“{0}”一行的数字与列对不上号，没有读取，这一行未核对。请从 Word 或网页复制表格再查。",
                 u"Row \"{0}\": the numbers could not be matched with the columns; the row was not read and "
                 u"not checked. Please copy the table from Word or the web page.",
                 {detail});
    case ErrorCode::numbers_unread:
      return say(u"{0}一带有数字对不上任何一格，没有读取，这一部分未核对。请从 Word 或网页复制表格再查。",
                 u"{0}: numbers here belong to no cell; they were not read and not checked. Please copy the "
                 u"table from Word or the web page.",
                 {detail});
    case ErrorCode::cut_short:
      return say(u"文字到{0}为止，后面没有了，可能没有复制全。只核对了已有的部分，请补全后再查。",
                 u"The text stops at {0}; it may be incomplete. What is there was checked; please supply the "
                 u"rest and check again.",
                 {detail});
    case ErrorCode::tables_only:
      return say(u"只有表格，没有标题和六个部分的文字。表格已核对，文字没有核对；要查全文，请粘贴整份年报。",
                 u"Only tables were given, without title and text. The tables were checked, the text was "
                 u"not; to have it checked, please paste the whole report.");
    case ErrorCode::headings_only:
      return say(
          u"文中有{0}"
          u"一类年报的部分标题，但没有读到三张表，也没有年报的标题，认不出是政府信息公开年报。请确认内容是否"
          u"复制全了，或从 Word、网页复制全文。",
          u"There is a heading of an annual report, {0}, but neither its tables nor its title, so no report "
          u"was recognised. Please make sure that all was copied, or copy the whole text from Word or the "
          u"web page.",
          {detail});
    case ErrorCode::table_is_image:
      return say(u"{0}疑似为图片，读不出数字，这张表未核对。请把表格换成可编辑的表格。",
                 u"{0} seems to be a picture; its numbers cannot be read and were not checked. Please use a "
                 u"real table.",
                 {detail});
    case ErrorCode::pdf_reader_missing:
      // The detail names a part of the reader that is missing while the rest is there.
      if (!error.detail.empty())
        return say(
            u"这份 PDF "
            u"的字体没有带文字对照，本机又没有安装中文字符映射表（{0}"
            u"），有文字没有读出。请安装后再查，或改用 Word、WPS、网页文件。",
            u"Fonts of this PDF need tables of Chinese characters ({0}) that are not installed here; some of "
            u"its text was not read. Please install them, or use the Word, WPS or web page file.",
            {detail});
      return say(
          u"读取 PDF 的组件不在，无法打开这份 PDF。请把 PDF 组件放在程序旁边，或改用 Word、WPS、网页文件。",
          u"The component that reads PDF is missing. Please put it beside the program, or use the Word, WPS "
          u"or web page file.");
    case ErrorCode::edits:
      return say(
          u"试改的内容与这份文件对不上，没有采用。请撤销改动后重试。",
          u"The trial changes do not fit this file and were not applied. Please undo them and try again.");
  }
  return {};
}

}  // namespace nianbao
