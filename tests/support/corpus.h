// The reports with known truth, which are not part of the repository. Tests over them skip when the folder is not there.
#pragma once

#include <filesystem>

namespace nianbao::tests {

std::filesystem::path corpus_folder();  // NIANBAO_CORPUS, else ../shared/corpus beside the source tree

}  // namespace nianbao::tests
