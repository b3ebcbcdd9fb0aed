# Writes rule_list.inc: one line RULE(family, name, "family/name") for each core/rules/<family>/<name>.cpp,
# sorted by id. The folder is the register: adding or removing a file is all it takes (CONFIGURE_DEPENDS
# re-runs this).
function(write_rule_list rules_dir output)
  file(GLOB files CONFIGURE_DEPENDS RELATIVE ${rules_dir} ${rules_dir}/*/*.cpp)
  set(ids "")
  foreach(file IN LISTS files)
    string(REGEX REPLACE "\\.cpp$" "" id ${file})
    string(REPLACE "_" "-" id ${id})
    list(APPEND ids ${id})
  endforeach()
  list(SORT ids)
  set(lines "")
  foreach(id IN LISTS ids)
    string(REPLACE "-" "_" identifiers ${id})
    string(REPLACE "/" ", " identifiers ${identifiers})
    string(APPEND lines "RULE(${identifiers}, \"${id}\")\n")
  endforeach()
  file(CONFIGURE OUTPUT ${output} CONTENT "${lines}" @ONLY)  # touches the file only when it changes
endfunction()
