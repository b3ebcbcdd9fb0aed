#include "output/ledger_json.h"

#include <algorithm>

#include "base/unicode.h"
#include "narrative/frames.h"
#include "output/json_parts.h"
#include "output/ledger_formulas.h"
#include "rules/figures.h"

namespace nianbao {
namespace {

using Json = nlohmann::ordered_json;

std::string_view kind_name(FigureKind kind) {
  switch (kind) {
    case FigureKind::count: return "count";
    case FigureKind::amount: return "amount";
    case FigureKind::percentage: return "percentage";
    case FigureKind::points: break;
  }
  return "points";
}

std::string_view scope_name(Scope scope) {
  return scope == Scope::own ? "own" : scope == Scope::wide ? "wide" : "body";
}

std::string_view span_name(Span span) {
  switch (span) {
    case Span::this_year: return "this_year";
    case Span::other_year: return "other_year";
    case Span::part_of_year: return "part_of_year";
    case Span::several_years: break;
  }
  return "several_years";
}

class Writer {
 public:
  Writer(const Reading& reading, const Ledger& ledger, Language language)
      : report_(reading.report), ledger_(ledger), formulas_(ledger), language_(language) {}

  Json all() const {
    Json out{{"figures", Json::array()},
             {"sums", Json::array()},
             {"shares", Json::array()},
             {"growths", Json::array()}};
    int understood = 0;
    for (std::uint32_t i = 0; i < ledger_.figures.size(); ++i) {
      const Figure& figure = ledger_.figures[i];
      out["figures"].push_back(one(figure, i));
      understood += figure.cls != FigureClass::not_understood;
    }
    for (const SumList& list : ledger_.sums)
      out["sums"].push_back({{"total", list.total},
                             {"parts", list.parts},
                             {"sum", json_number(list.low)},
                             {"open", list.open}});
    for (const Share& share : ledger_.shares) out["shares"].push_back(one(share));
    for (const Growth& growth : ledger_.growths)
      out["growths"].push_back({{"stated", growth.stated}, {"now", growth.now}, {"right", growth.right}});
    out["total"] = ledger_.figures.size();
    out["understood"] = understood;
    if (ledger_.cut) out["cut"] = true;
    return out;
  }

 private:
  Json one(const Figure& f, std::uint32_t index) const {
    Json out{{"range", json_range(f.range)},
             {"text", to_utf8(report_.document->view(f.range))},
             {"value", json_number(f.quantity.value)}};
    if (!f.quantity.exact()) {
      out["low"] = json_number(f.quantity.low);
      out["high"] = json_number(f.quantity.high);
    }
    if (!f.unit.empty()) out["unit"] = to_utf8(f.unit);
    out["kind"] = kind_name(f.kind);
    out["class"] = class_name(f.cls);
    out["counts"] = count_name(f.measure.count);
    out["section"] = f.section;
    out["clause"] = json_range(f.clause);
    if (f.scope != Scope::own) out["scope"] = scope_name(f.scope);
    if (f.span != Span::this_year) out["period"] = span_name(f.span);
    if (f.measure.frame != nullptr) out["frame"] = f.measure.frame->pattern;
    if (!f.unknown.empty()) out["unknown"] = to_utf8(report_.document->view(f.unknown));
    if (!f.held.empty()) held(f, out);
    if (!f.figures.empty()) out["figures"] = f.figures;
    const Text note = explain(report_, ledger_, f);
    if (const std::u16string formula = formulas_.of(index); !formula.empty())
      out["equation"] = to_utf8(formula);
    out["note"] = to_utf8(language_ == Language::english ? note.en : note.zh);
    return out;
  }

  void held(const Figure& f, Json& out) const {
    const Combination& combination = f.held[f.fits >= 0 ? f.fits : 0];
    out["cells"] = Json::array();
    for (const CellTerm& term : combination.terms) out["cells"].push_back(cell_id(*report_.form, term.cell));
    const bool taken = std::any_of(combination.terms.begin(), combination.terms.end(),
                                   [](const CellTerm& term) { return term.sign < 0; });
    for (const CellTerm& term : combination.terms)
      if (taken) out["signs"].push_back(term.sign);
    out["expected"] = combination.value ? json_number(*combination.value) : Json();
  }

  Json one(const Share& share) const {
    Json out{{"percentage", share.percentage}};
    if (share.part) out["part"] = *share.part;
    if (share.base) out["base"] = *share.base;
    if (share.base_cell) out["baseCell"] = cell_id(*report_.form, *share.base_cell);
    out["checked"] = share.checked;
    if (share.checked) out["right"] = share.right;
    return out;
  }

  const Report& report_;
  const Ledger& ledger_;
  const LedgerFormulas formulas_;
  Language language_;
};

}  // namespace

Json ledger_json(const Reading& reading, const Ledger& ledger, Language language) {
  return Writer(reading, ledger, language).all();
}

}  // namespace nianbao
