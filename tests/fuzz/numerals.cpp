// Numerals of running text, of dates and of cells.
#include "base/numeral.h"
#include "base/unicode.h"
#include "narrative/quantity.h"
#include "report/bind.h"
#include "target.h"

using namespace nianbao;

namespace {

void hold(const std::optional<ReadQuantity>& read, std::size_t size) {
  if (!read) return;
  const Quantity& q = read->quantity;
  if (read->begin >= read->end || read->end > size) fuzz::must_hold("a numeral outside the text");
  if (q.high < q.low) fuzz::must_hold("an empty interval");
  if (!q.approximate && !q.allows(q.value)) fuzz::must_hold("a number that its own writing does not allow");
  if (!(last_step(q.value) > Decimal(0))) fuzz::must_hold("a step");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::u16string text = folded(from_utf8(fuzz::view(data, size)), Spaces::keep);
  for (const WrittenDate& date : find_dates(text))
    if (date.span.begin >= date.span.end || date.span.end > text.size())
      fuzz::must_hold("a date outside the text");
  if (const auto period = find_period(text))
    if (period->span.begin >= period->span.end || period->span.end > text.size())
      fuzz::must_hold("a period outside the text");
  for (std::size_t at = 0; at < text.size(); ++at) {
    const WholeNumber number = number_at(text, at);
    if (number.value < 0 || number.length > std::min(longest_numeral, text.size() - at))
      fuzz::must_hold("a whole number");
    if (is_digit(text[at])) hold(read_digits(text, at), text.size());
    if (is_chinese_numeral(text[at])) hold(read_chinese(text, at), text.size());
  }
  Document document;
  document.text = from_utf8(fuzz::view(data, size));
  for (int kind = 0; kind < 4; ++kind) {
    const ReportCell cell = read_cell(document, {0, static_cast<std::uint32_t>(document.text.size())},
                                      (kind & 1) != 0, (kind & 2) != 0);
    if (cell.value.has_value() != (cell.state == CellState::number))
      fuzz::must_hold("a cell's value and state");
    if (cell.value &&
        document.text.find_first_of(u"0123456789０１２３４５６７８９〇零一二三四五六七八九十两") ==
            std::u16string::npos &&
        folded(document.text).find_first_of(u"0123456789") == std::u16string::npos)
      fuzz::must_hold("a number out of nothing");
  }
  return 0;
}
