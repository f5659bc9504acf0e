// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSize>
#include <QString>
#include <QStringList>

#include <expected>

namespace app {

/// The command line of `krateyard logs`.
struct LogsOptions
{
    QString file = {}; ///< "-" is standard input
    QString screenshot = {}; ///< not empty: write a picture there once lines are shown, then quit
    QSize size = {};
    bool light = false;
    bool help = false;

    /// Reads the arguments after "logs". What cannot be read is one sentence.
    static std::expected<LogsOptions, QString> parse(const QStringList &arguments);
};

/// `krateyard logs FILE|-`: one window with the log in a file or pipe, until it is closed. Knows no
/// cluster, opens no yard. A build without a desktop says so and returns 2.
int runLogs(int argc, char **argv);

} // namespace app
