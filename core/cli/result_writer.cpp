#include "cli/result_writer.h"

#include "output/csv.h"
#include "output/to_json.h"
#include "output/to_junit.h"
#include "output/to_sarif.h"
#include "output/to_text.h"

namespace nianbao {
namespace {

class TextWriter : public ResultWriter {
 public:
  std::string add(const Reading& reading, const Checked* checked, const Options& options) override {
    return (count_++ > 0 ? "\n" : "") + to_text(reading, checked, options);
  }

 private:
  int count_ = 0;
};

class JsonWriter : public ResultWriter {
 public:
  std::string add(const Reading& reading, const Checked* checked, const Options& options) override {
    return to_json(options.source_bytes, reading, checked, options) + "\n";
  }
};

class CsvWriter : public ResultWriter {
 public:
  explicit CsvWriter(Language language) : language_(language) {}
  std::string begin() override { return std::string(csv_mark) + findings_csv_header(language_); }
  std::string add(const Reading& reading, const Checked* checked, const Options& options) override {
    return findings_csv(reading, checked, options);
  }

 private:
  Language language_;
};

class CellsWriter : public ResultWriter {
 public:
  std::string begin() override { return std::string(csv_mark) + cells_csv_header(); }
  std::string add(const Reading& reading, const Checked*, const Options& options) override { return cells_csv(reading, options); }
};

class SarifWriter : public ResultWriter {
 public:
  std::string add(const Reading& reading, const Checked* checked, const Options& options) override {
    log_.add(reading, checked, options);
    return {};
  }
  std::string end() override { return log_.finish() + "\n"; }

 private:
  SarifLog log_;
};

class JunitWriter : public ResultWriter {
 public:
  std::string begin() override { return junit_begin(); }
  std::string add(const Reading& reading, const Checked* checked, const Options& options) override {
    return junit_suite(reading, checked, options);
  }
  std::string end() override { return junit_end(); }
};

}  // namespace

std::unique_ptr<ResultWriter> make_result_writer(OutputFormat format, Language language) {
  switch (format) {
    case OutputFormat::sarif: return std::make_unique<SarifWriter>();
    case OutputFormat::csv: return std::make_unique<CsvWriter>(language);
    case OutputFormat::cells: return std::make_unique<CellsWriter>();
    case OutputFormat::junit: return std::make_unique<JunitWriter>();
    case OutputFormat::json:
    case OutputFormat::jsonl: return std::make_unique<JsonWriter>();
    case OutputFormat::text:
    case OutputFormat::markdown: break;
  }
  return std::make_unique<TextWriter>();
}

}  // namespace nianbao
