// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTest>

#include <cstdio>

/// For initTestCase(): skips the whole test, and says so in the words by which ctest (see
/// tests/CMakeLists.txt) shows it as skipped, not passed. `why` is a const char *.
#define SKIP_ALL(why)                                                                              \
    do {                                                                                           \
        std::printf("SKIP-ALL: %s\n", why);                                                        \
        std::fflush(stdout);                                                                       \
        QSKIP(why);                                                                                \
    } while (false)
