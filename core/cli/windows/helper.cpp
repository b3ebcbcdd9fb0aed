// There are no helper programs for Windows: PDF and pictures are read by the page.
#include "cli/helper.h"

namespace nianbao {

std::optional<std::string> helper(const char*) { return std::nullopt; }

HelperProcess::HelperProcess(const std::string&, const std::vector<std::string>&) {}
HelperProcess::~HelperProcess() = default;
std::string HelperProcess::exchange(const std::string&) { return {}; }
std::string HelperProcess::ask(const std::string&, std::size_t) { return {}; }
HelperEnd HelperProcess::wait() { return HelperEnd::fault; }

}  // namespace nianbao
