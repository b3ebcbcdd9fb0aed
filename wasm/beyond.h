#pragma once

namespace nianbao {

// Whether the check that is under way asked for what the small module does not have.
bool& beyond();

}  // namespace nianbao
