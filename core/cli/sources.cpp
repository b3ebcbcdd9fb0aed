#include "cli/sources.h"

#include <algorithm>
#include <filesystem>

#include "cli/files.h"

namespace nianbao {
namespace {

namespace fs = std::filesystem;

bool is_document(const fs::path& path) {
  static const std::vector<std::string> endings = {".txt", ".md", ".markdown", ".tsv", ".csv", ".html", ".htm", ".xhtml", ".mht", ".mhtml", ".docx", ".docm",
                                                   ".doc", ".wps", ".rtf", ".odt", ".fodt", ".pdf", ".zip"};
  std::string ending = path.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const std::string name = path.filename().string();
  return !name.empty() && name[0] != '.' && name.compare(0, 2, "~$") != 0 && std::find(endings.begin(), endings.end(), ending) != endings.end();
}

std::vector<std::string> below(const std::string& folder) {
  std::vector<std::string> out;
  std::error_code error;
  for (auto at = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, error);
       !error && at != fs::recursive_directory_iterator(); at.increment(error))
    if (at->is_regular_file(error) && is_document(at->path())) out.push_back(at->path().string());
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

std::vector<std::string> expand(const std::vector<std::string>& names) {
  std::vector<std::string> out;
  for (const std::string& name : names) {
    std::error_code error;
    if (name != "-" && fs::is_directory(name, error)) {
      const std::vector<std::string> files = below(name);
      out.insert(out.end(), files.begin(), files.end());
    } else {
      out.push_back(name);
    }
  }
  return out;
}

std::optional<std::vector<std::string>> read_names(const std::string& file) {
  const auto bytes = read_file(file);
  if (!bytes) return std::nullopt;
  const char separator = bytes->find('\0') != std::string::npos ? '\0' : '\n';
  std::vector<std::string> out;
  for (std::size_t begin = 0; begin < bytes->size();) {
    const std::size_t end = std::min(bytes->find(separator, begin), bytes->size());
    std::string name = bytes->substr(begin, end - begin);
    if (separator == '\n' && !name.empty() && name.back() == '\r') name.pop_back();
    if (!name.empty()) out.push_back(std::move(name));
    begin = end + 1;
  }
  return out;
}

}  // namespace nianbao
