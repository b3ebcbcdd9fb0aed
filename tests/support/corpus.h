// The reports with known truth, which are not part of the repository. Only tests over ../shared may skip, and
// only when it is not there.
#pragma once

#include <filesystem>
#include <string>

namespace nianbao::tests {

std::filesystem::path corpus_folder();    // NIANBAO_CORPUS, else ../shared/corpus beside the source tree
std::filesystem::path contract_folder();  // beside the corpus
std::filesystem::path cases_folder();     // reports of one peculiarity each, beside the corpus too

// Why a test over `folder` skips, for GTEST_SKIP; empty when the folder is there.
std::string missing(const std::filesystem::path& folder);

}  // namespace nianbao::tests
