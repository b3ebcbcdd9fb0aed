# Emscripten: $EMSDK when set, otherwise Debian's package.
if(DEFINED ENV{EMSDK})
  set(emscripten $ENV{EMSDK}/upstream/emscripten)
else()
  set(emscripten /usr/share/emscripten)
endif()
# Emscripten's own choice passes node options that current versions refuse.
find_program(nianbao_node NAMES node nodejs REQUIRED NO_CMAKE_FIND_ROOT_PATH)
set(CMAKE_CROSSCOMPILING_EMULATOR ${nianbao_node} CACHE FILEPATH "runs wasm programs")
include(${emscripten}/cmake/Modules/Platform/Emscripten.cmake)
# Its acorn lies in Debian's module folder, which a node from elsewhere does not search.
set_property(GLOBAL PROPERTY RULE_LAUNCH_LINK "env NODE_PATH=/usr/share/nodejs")
