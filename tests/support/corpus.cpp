#include "support/corpus.h"

#include <cstdlib>

namespace nianbao::tests {

std::filesystem::path corpus_folder() {
  if (const char* named = std::getenv("NIANBAO_CORPUS")) return named;
  return NIANBAO_SOURCE_DIR "/../shared/corpus";
}

}  // namespace nianbao::tests
