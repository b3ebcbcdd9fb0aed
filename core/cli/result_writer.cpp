#include "cli/result_writer.h"

#include <atomic>
#include <map>
#include <set>

#include "output/csv.h"
#include "output/ledger_text.h"
#include "output/summary_svg.h"
#include "output/to_json.h"
#include "output/to_junit.h"
#include "output/to_sarif.h"
#include "output/to_text.h"

namespace nianbao {
namespace {

class TextWriter : public ResultWriter {
 public:
  explicit TextWriter(Language language) : language_(language) {}
  std::string make(const CheckedReading& all, const Options& options) const override {
    std::string out = to_text(all, options);
    if (!options.with_ledger || !all.checked) return out;
    with_ledger_ = true;
    const LedgerCount count = count_figures(all.checked->analysis.ledger);
    figures_ += count.figures;
    not_understood_ += count.not_understood;
    return out + ledger_text(all.reading, all.checked->analysis.ledger, options.language);
  }
  std::string place(std::string made) override { return (count_++ > 0 ? "\n" : "") + made; }
  std::string end() override {
    return with_ledger_ ? "\n" + ledger_summary({figures_, not_understood_}, language_) : std::string{};
  }

 private:
  Language language_;
  int count_ = 0;
  // make() runs on several files at once.
  mutable std::atomic<bool> with_ledger_{false};
  mutable std::atomic<int> figures_{0}, not_understood_{0};
};

class JsonWriter : public ResultWriter {
 public:
  std::string make(const CheckedReading& all, const Options& options) const override {
    return to_json(options.source_bytes, all, options) + "\n";
  }
};

class CsvWriter : public ResultWriter {
 public:
  explicit CsvWriter(Language language) : language_(language) {}
  std::string begin() override { return std::string(csv_mark) + findings_csv_header(language_); }
  std::string make(const CheckedReading& all, const Options& options) const override {
    return findings_csv(all, options);
  }

 private:
  Language language_;
};

class CellsWriter : public ResultWriter {
 public:
  std::string begin() override { return std::string(csv_mark) + cells_csv_header(); }
  std::string make(const CheckedReading& all, const Options& options) const override {
    return cells_csv(all.reading, options);
  }
};

class SarifWriter : public ResultWriter {
 public:
  explicit SarifWriter(Language language) : language_(language) {}
  std::string make(const CheckedReading& all, const Options& options) const override {
    const SarifPart part = sarif_part(all, options);
    return part.results + '\0' + part.notifications;
  }
  std::string place(std::string made) override {
    const auto middle = made.find('\0');
    parts_.push_back({made.substr(0, middle), made.substr(middle + 1)});
    return {};
  }
  std::string end() override { return sarif_log(parts_, language_) + "\n"; }

 private:
  Language language_;
  std::vector<SarifPart> parts_;
};

class JunitWriter : public ResultWriter {
 public:
  std::string begin() override { return junit_begin(); }
  std::string make(const CheckedReading& all, const Options& options) const override {
    return junit_suite(all, options);
  }
  std::string end() override { return junit_end(); }
};

// What each file's rules said, one id a line; counted as the files are placed.
class SvgWriter : public ResultWriter {
 public:
  explicit SvgWriter(Language language) : language_(language) {}
  std::string make(const CheckedReading& all, const Options&) const override {
    std::string out;
    if (!all.checked) return out;
    for (const Finding& finding : all.checked->rules.findings)
      if (is_open(finding)) out.append(finding.rule).push_back('\n');
    return out + "\n";
  }
  std::string place(std::string made) override {
    std::set<std::string> seen;
    checked_ += made.empty() ? 0 : 1;
    std::size_t begin = 0, end;
    for (; (end = made.find('\n', begin)) != std::string::npos && end > begin; begin = end + 1) {
      const std::string rule = made.substr(begin, end - begin);
      ++rules_[rule].findings;
      if (seen.insert(rule).second) ++rules_[rule].reports;
    }
    return {};
  }
  std::string end() override { return summary_svg(rules_, checked_, language_); }

 private:
  Language language_;
  int checked_ = 0;
  std::map<std::string, RuleCount> rules_;
};

}  // namespace

std::unique_ptr<ResultWriter> make_result_writer(OutputFormat format, Language language) {
  switch (format) {
    case OutputFormat::sarif: return std::make_unique<SarifWriter>(language);
    case OutputFormat::csv: return std::make_unique<CsvWriter>(language);
    case OutputFormat::cells: return std::make_unique<CellsWriter>();
    case OutputFormat::svg: return std::make_unique<SvgWriter>(language);
    case OutputFormat::junit: return std::make_unique<JunitWriter>();
    case OutputFormat::json:
    case OutputFormat::jsonl: return std::make_unique<JsonWriter>();
    case OutputFormat::text:
    case OutputFormat::xlsx:
    case OutputFormat::markdown: break;
  }
  return std::make_unique<TextWriter>(language);
}

}  // namespace nianbao
