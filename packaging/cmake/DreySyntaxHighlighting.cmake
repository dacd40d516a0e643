# Gives the target KF6::SyntaxHighlighting:
#  1. the distribution's KF6 package (Debian 13 and later);
#  2. a source tree of KSyntaxHighlighting 5.1xx at KSYNTAXHIGHLIGHTING_SOURCE_DIR (./dev fetches it into the user's cache),
#     built here as a static library for Qt 6: Debian 12 and Ubuntu 24.04 package it for Qt 5 only.
if(DEFINED ENV{XDG_CACHE_HOME})
    set(drey_cache $ENV{XDG_CACHE_HOME}/drey)
else()
    set(drey_cache $ENV{HOME}/.cache/drey)
endif()
set(KSYNTAXHIGHLIGHTING_SOURCE_DIR ${drey_cache}/ksyntax CACHE PATH
    "Source tree of KSyntaxHighlighting, used where the system has it for Qt 5 only")

find_package(KF6SyntaxHighlighting QUIET)
set_package_properties(KF6SyntaxHighlighting PROPERTIES TYPE OPTIONAL PURPOSE "Syntax colouring of YAML")

function(drey_build_syntax_highlighting source)
    set(generated ${CMAKE_BINARY_DIR}/ksyntax)
    # The headers that upstream's build generates, and the forwarding headers an installation would have.
    file(CONFIGURE OUTPUT ${generated}/ksyntaxhighlighting_export.h CONTENT
"#pragma once
#define KSYNTAXHIGHLIGHTING_EXPORT
#define KSYNTAXHIGHLIGHTING_NO_EXPORT
#define KSYNTAXHIGHLIGHTING_ENABLE_DEPRECATED_SINCE(major, minor) 0
#define KSYNTAXHIGHLIGHTING_BUILD_DEPRECATED_SINCE(major, minor) 0
#define KSYNTAXHIGHLIGHTING_DEPRECATED_VERSION(major, minor, text)
")
    file(CONFIGURE OUTPUT ${generated}/ksyntaxhighlighting_version.h CONTENT
"#pragma once
#define SyntaxHighlighting_VERSION_MAJOR 5
#define SyntaxHighlighting_VERSION_MINOR 116
")
    file(CONFIGURE OUTPUT ${generated}/ksyntaxhighlighting_logging.h CONTENT
"#pragma once
#include <QLoggingCategory>
namespace KSyntaxHighlighting { Q_DECLARE_LOGGING_CATEGORY(Log) }
")
    file(CONFIGURE OUTPUT ${generated}/logging.cpp CONTENT
"#include \"ksyntaxhighlighting_logging.h\"
namespace KSyntaxHighlighting { Q_LOGGING_CATEGORY(Log, \"kf.syntaxhighlighting\", QtCriticalMsg) }
")
    foreach(name IN ITEMS AbstractHighlighter Definition FoldingRegion Format Repository State SyntaxHighlighter Theme)
        string(TOLOWER ${name} header)
        file(CONFIGURE OUTPUT ${generated}/KSyntaxHighlighting/${name} CONTENT "#include \"${header}.h\"\n")
    endforeach()

    file(GLOB sources ${source}/src/lib/*.cpp)
    list(FILTER sources EXCLUDE REGEX definitiondownloader)
    add_library(ksyntax STATIC ${sources} ${generated}/logging.cpp)
    # YAML includes Comments, which includes the other three: without them each parse complains.
    foreach(definition IN ITEMS yaml comments alert modelines spdx-comments)
        list(APPEND definitions ${source}/data/syntax/${definition}.xml)
    endforeach()
    # The library initialises its resources by these two names.
    qt_add_resources(ksyntax syntax_data PREFIX /org.kde.syntax-highlighting/syntax-addons
        BASE ${source}/data/syntax FILES ${definitions})
    qt_add_resources(ksyntax theme_data PREFIX /org.kde.syntax-highlighting/themes BASE ${source}/data/themes
        FILES ${source}/data/themes/breeze-light.theme ${source}/data/themes/breeze-dark.theme)
    target_include_directories(ksyntax SYSTEM PUBLIC ${generated} ${source}/src/lib)
    target_compile_definitions(ksyntax PRIVATE HAS_SYNTAX_RESOURCE NO_STANDARD_PATHS QT_USE_QSTRINGBUILDER)
    target_compile_options(ksyntax PRIVATE -w)
    set_target_properties(ksyntax PROPERTIES UNITY_BUILD ON CXX_CLANG_TIDY "" CXX_STANDARD 17 COMPILE_WARNING_AS_ERROR OFF)
    target_link_libraries(ksyntax PUBLIC Qt6::Gui)
    add_library(KF6::SyntaxHighlighting ALIAS ksyntax)
endfunction()

if(NOT TARGET KF6::SyntaxHighlighting)
    if(EXISTS "${KSYNTAXHIGHLIGHTING_SOURCE_DIR}/src/lib/repository.cpp")
        drey_build_syntax_highlighting("${KSYNTAXHIGHLIGHTING_SOURCE_DIR}")
    else()
        message(FATAL_ERROR "KSyntaxHighlighting for Qt 6 is not here. ./dev fetches it, or set KSYNTAXHIGHLIGHTING_SOURCE_DIR.")
    endif()
endif()
