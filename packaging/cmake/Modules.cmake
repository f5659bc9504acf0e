# SPDX-FileCopyrightText: 2026 The Krateyard authors
# SPDX-License-Identifier: GPL-3.0-or-later

add_library(build_flags INTERFACE)
target_compile_options(build_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Werror)
# gcc 14 at -O3 sees uninitialised reads in std::expected<struct, …> that are not there.
target_compile_options(build_flags INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
target_compile_definitions(build_flags INTERFACE
    QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING
    QT_NO_CONTEXTLESS_CONNECT QT_NO_FOREACH QT_USE_QSTRINGBUILDER
    QT_DISABLE_DEPRECATED_UP_TO=0x060800)

# SANITIZE: empty, "address" (ASan and UBSan), "thread" or "fuzz" (ASan and UBSan under libFuzzer, clang
# only); the presets asan, tsan and fuzz set it.
if(SANITIZE STREQUAL "address")
    add_compile_options(-fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
    add_link_options(-fsanitize=address,undefined)
    # What the sanitizers cannot see: an index past the end of a container that has room to spare.
    add_compile_definitions(QT_FORCE_ASSERTS _GLIBCXX_ASSERTIONS)
elseif(SANITIZE STREQUAL "thread")
    # gcc says that TSan does not model atomic_thread_fence, which Qt's headers use.
    add_compile_options(-fsanitize=thread -fno-omit-frame-pointer -Wno-tsan)
    add_link_options(-fsanitize=thread)
elseif(SANITIZE STREQUAL "fuzz")
    add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-omit-frame-pointer
        -fno-sanitize=function,vptr -fno-sanitize-recover=undefined) # Qt is built without their data
    add_link_options(-fsanitize=address,undefined -fno-sanitize=function,vptr)
endif()

# add_module(kube LINKS Qt6::Network): target and folder share one name. Each feature folder lists
# its own files with target_sources() in a CMakeLists.txt of its own.
function(add_module name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINKS")
    add_library(${name} STATIC ${arg_SOURCES})
    target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
    target_link_libraries(${name} PUBLIC ${arg_LINKS} PRIVATE build_flags)
    target_compile_options(${name} PRIVATE -Wconversion -Wno-sign-conversion)
    use_headers(${name} LINKS ${arg_LINKS})
endfunction()

# Fails the configure step when a module reaches Qt Gui or Widgets, directly or not.
function(assert_no_gui module)
    set(pending ${module})
    set(seen "")
    while(pending)
        list(POP_FRONT pending target)
        if(target IN_LIST seen OR NOT TARGET ${target})
            continue()
        endif()
        list(APPEND seen ${target})
        if(target MATCHES "^Qt6?::(Gui|Widgets|Quick|Qml|OpenGL)")
            message(FATAL_ERROR "${module} must stay headless but links ${target}")
        endif()
        foreach(property LINK_LIBRARIES INTERFACE_LINK_LIBRARIES)
            get_target_property(next ${target} ${property})
            if(next)
                list(APPEND pending ${next})
            endif()
        endforeach()
    endwhile()
endfunction()

# Fails the configure step when a module links a module of ours that its arrows do not lead to.
# assert_arrows(kube MAY) : kube may link none of ours; assert_arrows(app MAY workspace kube ...).
function(assert_arrows module)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "MAY")
    get_target_property(links ${module} LINK_LIBRARIES)
    foreach(link IN LISTS links)
        if(link IN_LIST OUR_MODULES AND NOT link IN_LIST arg_MAY)
            message(FATAL_ERROR "${module} may not know ${link}: see CONTRIBUTING.md, modules")
        endif()
    endforeach()
endfunction()
