// nianbao selftest localise [--random N] [--seed S]: measures the localisation of slips on random tables.
#pragma once

#include <string>
#include <vector>

namespace nianbao {

int selftest_command(const std::vector<std::string>& args);

}  // namespace nianbao
