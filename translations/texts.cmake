# Every room has a file of its own for its Korean texts: translations/<room>_ko.ts; English needs
# only its plurals: translations/plurals_en.ts. "cmake --build <dir> --target update_texts" collects
# new texts; the ctest entry "texts" fails while one is missing, unfinished or left over.
include(${CMAKE_CURRENT_LIST_DIR}/rooms.cmake)
find_program(LRELEASE NAMES lrelease HINTS /usr/lib/qt6/bin REQUIRED)

function(drey_add_texts target)
    set(here ${PROJECT_SOURCE_DIR}/translations)
    file(GLOB korean CONFIGURE_DEPENDS ${here}/*_ko.ts)
    file(GLOB english CONFIGURE_DEPENDS ${here}/*_en.ts)
    foreach(language IN ITEMS korean english)
        if(language STREQUAL "korean")
            set(code ko)
        else()
            set(code en)
        endif()
        set(qm ${CMAKE_BINARY_DIR}/texts/drey_${code}.qm)
        add_custom_command(OUTPUT ${qm}
            COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/texts
            COMMAND ${LRELEASE} -silent ${${language}} -qm ${qm}
            DEPENDS ${${language}} VERBATIM)
        list(APPEND qms ${qm})
    endforeach()
    qt_add_resources(${target} texts BASE ${CMAKE_BINARY_DIR}/texts PREFIX /translations FILES ${qms})
    target_link_libraries(${target} PRIVATE Qt6::Core)
endfunction()

add_custom_target(update_texts
    COMMAND ${CMAKE_COMMAND} -DSOURCE_DIR=${PROJECT_SOURCE_DIR} -DLUPDATE=${LUPDATE}
        "-DROOMS=${DREY_TEXT_ROOMS}" -DMODE=update -P ${PROJECT_SOURCE_DIR}/translations/collect.cmake
    VERBATIM)
