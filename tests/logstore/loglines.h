// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QRandomGenerator>

#include <array>

/// Lines as programs write them, and as no program does.
namespace loglines {

inline QByteArray strange(QRandomGenerator &random)
{
    static constexpr std::array Pieces{"ERROR",
                                       "error",
                                       "Warning",
                                       "warn",
                                       "info",
                                       "INFO:",
                                       "level=debug",
                                       "debug",
                                       "\x1b[31m",
                                       "\x1b[0m",
                                       "\"level\":\"warn\"",
                                       "severity: ERR",
                                       " ",
                                       " ",
                                       ": ",
                                       "terror",
                                       "informed",
                                       "E0102 15:04:05",
                                       "lvl=panic",
                                       "x",
                                       "7",
                                       "\xc3\xa9",
                                       "\xe6\x97\xa5",
                                       "\xff",
                                       "\t",
                                       "critical",
                                       "GET /",
                                       "aaab",
                                       "notice",
                                       "\x1b]0;title\a",
                                       "\x1b",
                                       ".",
                                       "_"};
    QByteArray line;
    for (int pieces = random.bounded(9); pieces > 0; --pieces)
        line += Pieces[size_t(random.bounded(int(Pieces.size())))];
    return line;
}

} // namespace loglines
