// The rule catalogue and the forms, from the rules and forms themselves.
#include "output/describe.h"

#include <nlohmann/json.hpp>

#include "base/unicode.h"
#include "output/check_names.h"
#include "output/json_parts.h"
#include "output/to_json.h"
#include "rules/families.h"

namespace nianbao {
namespace {

using Json = nlohmann::ordered_json;

Json pair(const Words& words) { return {{"zh", to_utf8(words.zh)}, {"en", to_utf8(words.en)}}; }

std::string_view basis_kind_name(BasisKind kind) {
  switch (kind) {
    case BasisKind::law: return "law";
    case BasisKind::form: return "form";
    case BasisKind::practice: break;
  }
  return "practice";
}

Json json_row(const FormRow& row) {
  Json columns = Json::array();
  for (const FormColumn& column : row.columns) {
    Json c{{"key", column.key}, {"label", to_utf8(column.label)}, {"english", column.english}};
    if (!column.group.empty()) c["group"] = to_utf8(column.group);
    columns.push_back(std::move(c));
  }
  Json out{{"key", row.key}, {"label", to_utf8(row.label)}, {"english", row.english}};
  if (!row.group.empty()) out["group"] = to_utf8(row.group);
  out["columns"] = std::move(columns);
  return out;
}

// Id -> labels of table, row and column.
Json json_cells(const Form& form) {
  Json cells = Json::object();
  for (const FormTable& table : form.tables)
    for (std::size_t r = 0; r < table.rows.size(); ++r)
      for (std::size_t c = 0; c < table.rows[r].columns.size(); ++c) {
        const CellRef ref{table.id, static_cast<std::uint8_t>(r), static_cast<std::uint8_t>(c)};
        add_member(
            cells, cell_id(form, ref),
            {to_utf8(table.name), to_utf8(table.rows[r].label), to_utf8(table.rows[r].columns[c].label)});
      }
  return cells;
}

Json json_form(const Form& form) {
  Json tables = Json::array();
  for (const FormTable& table : form.tables) {
    Json rows = Json::array();
    for (const FormRow& row : table.rows) rows.push_back(json_row(row));
    Json out{{"key", table.key},
             {"name", to_utf8(table.name)},
             {"title", to_utf8(table.title)},
             {"rows", std::move(rows)}};
    if (!table.incoming.empty())
      out["balance"] = {{"incoming", table.incoming}, {"outgoing", table.outgoing}};
    tables.push_back(std::move(out));
  }
  Json sections = Json::array();
  for (const FormSection& s : form.sections) sections.push_back(to_utf8(s.numeral) + "、" + to_utf8(s.title));
  return {{"form", std::to_string(form.key)},
          {"citation", to_utf8(form.citation)},
          {"sections", std::move(sections)},
          {"tables", std::move(tables)},
          {"cells", json_cells(form)}};
}

Json json_rules() {
  Json rules = Json::array();
  for (const RegisteredRule& r : all_rules())
    rules.push_back({{"id", r.id},
                     {"severity", severity_name(r.rule.severity)},
                     {"title", pair(r.rule.title)},
                     {"check", pair(check_name(r.id).value_or(r.rule.title))},
                     {"basisKind", basis_kind_name(r.rule.basis_kind)},
                     {"basis", pair(r.rule.basis)},
                     {"advice", pair(r.rule.advice)}});
  return rules;
}

Json json_families() {
  Json families = Json::array();
  for (const Family& f : all_families())
    families.push_back({{"id", f.id}, {"name", pair(f.name)}, {"relations", f.relations}});
  return families;
}

Json json_forms() { return Json::array({json_form(form_2019()), json_form(form_2021())}); }

}  // namespace

std::string describe() {
  return Json{
      {"version", version}, {"families", json_families()}, {"rules", json_rules()}, {"forms", json_forms()}}
      .dump();
}
std::string describe_rules() {
  return Json{{"version", version}, {"families", json_families()}, {"rules", json_rules()}}.dump();
}
std::string describe_forms() { return Json{{"version", version}, {"forms", json_forms()}}.dump(); }

}  // namespace nianbao
