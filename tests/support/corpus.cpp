#include "support/corpus.h"

#include <cstdlib>

namespace nianbao::tests {

std::filesystem::path corpus_folder() {
  if (const char* named = std::getenv("NIANBAO_CORPUS")) return named;
  return NIANBAO_SOURCE_DIR "/../shared/corpus";
}

std::filesystem::path contract_folder() { return corpus_folder() / ".." / "contract"; }
std::filesystem::path cases_folder() { return corpus_folder() / ".." / "cases"; }

std::string missing(const std::filesystem::path& folder) {
  if (std::filesystem::exists(folder)) return {};
  return "../shared is not part of the repository, and not here: " + folder.string();
}

}  // namespace nianbao::tests
