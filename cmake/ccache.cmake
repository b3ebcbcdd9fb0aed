# Every compiler runs through ccache; paths below the folder that holds this checkout are hashed as relative
# ones, so checkouts that lie side by side share their hits. The locale, which is hashed too, is that of
# scripts/env.sh.
find_program(NIANBAO_CCACHE ccache NO_CMAKE_FIND_ROOT_PATH)
if(NIANBAO_CCACHE)
  get_filename_component(base ${CMAKE_CURRENT_LIST_DIR}/../.. ABSOLUTE)
  set(launcher env CCACHE_BASEDIR=${base} CCACHE_NOHASHDIR=true LANG=C.UTF-8 LC_ALL=C.UTF-8 ${NIANBAO_CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
endif()
