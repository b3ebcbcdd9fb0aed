// Whether the tests run under AddressSanitizer, where each step takes many times as long.
#pragma once

namespace nianbao::tests {

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define NIANBAO_SANITIZED
#endif
#endif
#ifdef NIANBAO_SANITIZED
inline constexpr bool sanitized = true;
#else
inline constexpr bool sanitized = false;
#endif

}  // namespace nianbao::tests
