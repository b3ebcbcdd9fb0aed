#include "desk/desk_json.h"

#include "base/printable.h"
#include "base/unicode.h"
#include "desk/feedback.h"
#include "desk/years.h"
#include "output/digest.h"
#include "output/to_json.h"
#include "rules/vocabulary.h"

namespace nianbao {
namespace {

using Json = nlohmann::ordered_json;
using Given = nlohmann::json;

std::string dumped(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string string_of(const Given& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}
bool flag_of(const Given& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_boolean() && found->get<bool>();
}
// An empty array where there is none.
const Given& list_of(const Given& object, const char* key) {
  static const Given none = Given::array();
  const auto found = object.find(key);
  return found != object.end() && found->is_array() ? *found : none;
}
std::optional<std::size_t> index_of(const Given& value, std::size_t end) {
  if (!value.is_number_unsigned() || value.get<std::size_t>() >= end) return std::nullopt;
  return value.get<std::size_t>();
}
std::optional<Decimal> decimal_of(const Given& value) {
  return value.is_string() ? Decimal::parse(from_utf8(value.get<std::string>())) : std::nullopt;
}

Json decimal_json(const std::optional<Decimal>& value) {
  return value ? Json(to_utf8(value->to_string())) : Json();
}

template <std::size_t N>
void read_counts(const Given& json, std::array<int, N>& out) {
  for (std::size_t i = 0; i < std::min(N, json.size()); ++i)
    if (json[i].is_number_integer()) out[i] = json[i].get<int>();
}

Json strings(const std::vector<std::u16string>& words) {
  Json out = Json::array();
  for (const std::u16string& one : words) out.push_back(to_utf8(one));
  return out;
}

std::string_view state_name(HandInState state) {
  switch (state) {
    case HandInState::handed_in: return "handed-in";
    case HandInState::twice: return "twice";
    case HandInState::other_year: return "other-year";
    case HandInState::asked: return "asked";
    case HandInState::unread: return "unread";
    case HandInState::missing: break;
  }
  return "missing";
}

class Request {
 public:
  explicit Request(std::string_view text) : json_(Given::parse(text.begin(), text.end(), nullptr, false)) {}

  std::optional<Desk> desk() const {
    if (!json_.is_object() || !json_.contains("reports")) return std::nullopt;
    std::vector<Handed> reports;
    for (const Given& report : list_of(json_, "reports")) reports.push_back(handed_from_json(report));
    const std::size_t count = reports.size();
    const auto parent = json_.contains("parent") ? index_of(json_["parent"], count) : std::nullopt;
    const std::optional<Roster> list = roster();
    Desk out = make_desk(list ? &*list : nullptr, std::move(reports), parent, choices(count));
    relate(out);
    return out;
  }

  std::u16string body() const { return from_utf8(string_of(json_, "body")); }
  Language language() const {
    return string_of(json_, "language") == "en" ? Language::english : Language::chinese;
  }

 private:
  std::optional<Roster> roster() const {
    const auto found = json_.find("roster");
    if (found == json_.end() || !found->is_object()) return std::nullopt;
    Roster out;
    for (const Given& name : list_of(*found, "names"))
      if (name.is_string()) {
        const std::u16string written = from_utf8(name.get<std::string>());
        out.entries.push_back({written, body_name(written)});
      }
    for (const Given& line : list_of(*found, "unused"))
      if (line.is_string()) out.unused.push_back(from_utf8(line.get<std::string>()));
    return out;
  }

  Choices choices(std::size_t reports) const {
    Choices out;
    const auto found = json_.find("choices");
    if (found == json_.end() || !found->is_object()) return out;
    for (const Given& answer : list_of(*found, "answers"))
      if (answer.is_object() && answer.contains("report"))
        if (const auto report = index_of(answer["report"], reports))
          out.answers.push_back({from_utf8(string_of(answer, "body")), *report, flag_of(answer, "same")});
    for (const Given& taken : list_of(*found, "taken"))
      if (const auto report = index_of(taken, reports)) out.taken.push_back(*report);
    return out;
  }

  void relate(Desk& desk) const {
    const Given& digests = list_of(json_, "digests");
    const std::vector<bool> left_out = left_out_of_company(desk);
    Company company;
    for (std::size_t i = 0; i < desk.reports.size(); ++i) {
      std::optional<Unit> unit =
          i < digests.size() && !left_out[i] ? unit_from_digest(digests[i]) : std::nullopt;
      company.add(unit ? *std::move(unit) : Unit());
    }
    company.close();
    desk.alike = groups_of_copies(company, desk.reports.size());
  }

  Given json_;
};

class Told {
 public:
  Told(const Desk& desk, Language language) : desk_(desk), english_(language == Language::english) {}

  Json tell() const {
    Json out{{"year", desk_.hand_in.year}, {"lines", lines()}};
    out["bodies"] = bodies();
    out["strays"] = strays();
    out["leftOut"] = left_out_of_company(desk_);
    out["alike"] = desk_.alike;
    std::vector<std::string> paths;
    for (const Handed& report : desk_.reports) paths.push_back(report.file);
    out["notes"] = note_names(desk_.reports, paths);
    out["totals"] = totals();
    out["against"] = desk_.against ? against(*desk_.against) : Json();
    return out;
  }

 private:
  std::string words(const Text& text) const { return to_utf8(english_ ? text.en : text.zh); }

  Json lines() const {
    constexpr const char* topics[] = {"counts", "missing", "twice",  "other-year", "asked",  "unread",
                                      "stray",  "alike",   "errors", "totals",     "county", "difference"};
    Json out = Json::array();
    for (const DeskLine& line : desk_lines(desk_))
      out.push_back({{"topic", topics[static_cast<std::size_t>(line.topic)]}, {"text", words(line.text)}});
    return out;
  }

  Json bodies() const {
    Json out = Json::array();
    for (const BodyState& body : desk_.hand_in.bodies) {
      Json questions = Json::array();
      for (std::size_t i : body.candidates)
        questions.push_back({{"report", i}, {"words", words(question_words(desk_, body, i))}});
      out.push_back({{"name", to_utf8(body.name)},
                     {"state", state_name(body.state)},
                     {"words", words(state_words(body.state))},
                     {"remark", words(remark(desk_, body))},
                     {"taken", body.taken ? Json(*body.taken) : Json()},
                     {"reports", body.reports},
                     {"otherYears", body.other_years},
                     {"questions", std::move(questions)}});
    }
    return out;
  }

  Json strays() const {
    Json out = Json::array();
    for (Stray stray : desk_.hand_in.strays)
      out.push_back(stray == Stray::none ? Json() : Json(words(stray_words(stray))));
    return out;
  }

  // The printed page in parts, for a caller that shows it.
  static Json table(const SheetTable& cells) {
    Json rows = Json::array();
    for (const auto& row : cells.rows) {
      Json line = Json::array();
      for (const SheetCell& cell : row)
        line.push_back({to_utf8(cell.text), cell.rows, cell.columns, cell.head});
      rows.push_back(std::move(line));
    }
    return rows;
  }

  Json totals() const {
    Json out = Json::array();
    for (const FormTotals& totals : desk_.totals) {
      Json blocks = Json::array();
      for (const SheetBlock& block : total_page(desk_, totals).blocks)
        blocks.push_back(block.kind == SheetBlock::table ? Json{{"rows", table(block.cells)}}
                                                         : Json{{"text", to_utf8(block.text)}});
      out.push_back({{"form", std::to_string(totals.form->key)},
                     {"reports", totals.reports},
                     {"blocks", std::move(blocks)}});
    }
    return out;
  }

  Json against(const AgainstParent& held) const {
    const FormTotals& totals = desk_.totals[held.totals];
    Json differences = Json::array(), reasons = Json::array();
    for (const Difference& difference : held.differences)
      differences.push_back({{"cell", difference.cell},
                             {"own", decimal_json(difference.own)},
                             {"sum", decimal_json(difference.sum)},
                             {"by", decimal_json(difference.by())},
                             {"name", words(cell_label(*totals.form, totals.cells[difference.cell]))},
                             {"words", words(difference_words(desk_, difference))}});
    for (const Reason& reason : held.reasons)
      reasons.push_back({{"report", reason.report}, {"words", words(reason_words(desk_, reason))}});
    return {{"compared", held.compared},
            {"differences", std::move(differences)},
            {"reasons", std::move(reasons)}};
  }

  const Desk& desk_;
  bool english_;
};

}  // namespace

Json handed_json(const Handed& report) {
  Json out{{"file", report.file}};
  if (report.form == nullptr) return out;
  Json figures = Json::array(), slips = Json::array();
  for (const CellFigure& figure : report.figures) figures.push_back(decimal_json(figure));
  for (const Slip& slip : report.found.slips) slips.push_back({slip.cell, decimal_json(slip.right)});
  out["agency"] = to_utf8(report.agency);
  out["year"] = report.year;
  out["form"] = std::to_string(report.form->key);
  out["whole"] = report.whole;
  out["figures"] = std::move(figures);
  out["words"] = report.words;
  out["open"] = report.found.counts.open;
  out["dismissed"] = report.found.counts.dismissed;
  out["slips"] = std::move(slips);
  return out;
}

Handed handed_from_json(const Given& json) {
  Handed out;
  if (!json.is_object()) return out;
  out.file = string_of(json, "file");
  const std::string key = string_of(json, "form");
  for (const Form* form : forms())
    if (std::to_string(form->key) == key) out.form = form;
  if (out.form == nullptr) return out;
  out.agency = from_utf8(string_of(json, "agency"));
  if (const auto year = json.find("year"); year != json.end() && year->is_number_integer())
    out.year = year->get<int>();
  out.whole = flag_of(json, "whole");
  for (const Given& figure : list_of(json, "figures")) out.figures.push_back(decimal_of(figure));
  const std::size_t cells = form_cells(*out.form).size();
  out.figures.resize(cells);
  out.words = string_of(json, "words");
  read_counts(list_of(json, "open"), out.found.counts.open);
  read_counts(list_of(json, "dismissed"), out.found.counts.dismissed);
  for (const Given& slip : list_of(json, "slips")) {
    if (!slip.is_array() || slip.size() != 2) continue;
    const auto cell = index_of(slip[0], cells);
    const auto right = decimal_of(slip[1]);
    if (cell && right && out.figures[*cell]) out.found.slips.push_back({*cell, *right});
  }
  return out;
}

std::string survey_json(std::string_view bytes, const Options& options,
                        std::optional<std::string_view> previous) {
  CheckedReading all;
  read_and_check(bytes, options, previous, all);
  Handed own = handed(all.reading, printable(options.name));
  own.found = found_in(all);
  return "{\"result\":" + to_json(bytes.size(), all, options) + ",\"handed\":" + dumped(handed_json(own)) +
         "}";
}

std::string roster_json(std::string_view bytes, Language language) {
  const Roster roster = read_roster(bytes);
  Json names = Json::array();
  for (const RosterEntry& entry : roster.entries) names.push_back(to_utf8(entry.written));
  return dumped(
      {{"names", std::move(names)},
       {"unused", strings(roster.unused)},
       {"problem", to_utf8(language == Language::english ? roster.problem.en : roster.problem.zh)}});
}

std::optional<Desk> desk_from_json(std::string_view request) { return Request(request).desk(); }

std::string desk_json(std::string_view text) {
  const Request request(text);
  const std::optional<Desk> desk = request.desk();
  return desk ? dumped(Told(*desk, request.language()).tell()) : std::string();
}

std::string totals_file(std::string_view request, std::string_view form, std::string_view format) {
  const std::optional<Desk> desk = desk_from_json(request);
  if (!desk) return {};
  for (const FormTotals& totals : desk->totals) {
    if (std::to_string(totals.form->key) != form) continue;
    const Sheet page = total_page(*desk, totals);
    if (format == "docx") return sheet_docx(page);
    if (format == "html") return sheet_html(page);
    Workbook tables;
    tables.add_tables(page);
    return tables.finish();
  }
  return {};
}

std::string years_json(std::string_view text) {
  const Request request(text);
  const std::optional<Desk> desk = request.desk();
  if (!desk) return {};
  const std::u16string body = request.body();
  const auto& parent = desk->hand_in.parent;
  const std::u16string county = parent ? desk->reports[*parent].agency : std::u16string();
  const Trend over = trend(desk->reports, body, body == county ? std::u16string() : county);
  Json lines = Json::array();
  for (const Trend::Line& line : over.lines) {
    Json values = Json::array();
    for (const CellFigure& value : line.values) values.push_back(decimal_json(value));
    lines.push_back({{"name", to_utf8(line.name)}, {"values", std::move(values)}});
  }
  const Text all = Words{u"各单位合计", u"all bodies"};
  const bool english = request.language() == Language::english;
  const std::u16string title = !body.empty() ? body : english ? all.en : all.zh;
  return dumped({{"years", over.years},
                 {"bodies", over.bodies},
                 {"lines", std::move(lines)},
                 {"picture", trend_svg(over, title, request.language())}});
}

std::string rows_json(std::string_view bytes, const Options& options,
                      std::optional<std::string_view> previous) {
  CheckedReading all;
  read_and_check(bytes, options, previous, all);
  const DeskRows rows = rows_of(all, options);
  return dumped({{"problems", rows.problems}, {"count", rows.count}, {"cells", rows.cells}});
}

void DeskJsonBook::add(std::string_view text) {
  const Given json = Given::parse(text.begin(), text.end(), nullptr, false);
  if (!json.is_object()) return;
  const auto count = json.find("count");
  const bool counted = count != json.end() && count->is_number_unsigned();
  book_.add({string_of(json, "problems"), counted ? count->get<std::size_t>() : 0, string_of(json, "cells")});
}

std::string DeskJsonBook::finish(std::string_view request) {
  const std::optional<Desk> desk = desk_from_json(request);
  return book_.finish(desk ? *desk : Desk());
}

}  // namespace nianbao
