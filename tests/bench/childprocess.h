// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <vector>

namespace bench {

/// What a process took from its start to its end.
struct Cost
{
    double milliseconds = 0;
    double processor = 0; ///< milliseconds of user and system time
    double mebibytes = 0; ///< largest resident set
};

/// Runs a program with its arguments, its output dropped, and waits for it.
Cost costOf(const QStringList &command);

/// What a process has taken until now, and holds.
struct Usage
{
    double processor = 0; ///< seconds of user and system time
    double resident = 0; ///< MiB
    double anonymous = 0; ///< MiB of these that are no file's
};

Usage usageOf(qint64 pid);

double median(std::vector<double> values);

/// The demo cluster as `krateyard demo` serves it, a process of its own that goes with this object.
class DemoProcess
{
public:
    DemoProcess();
    ~DemoProcess();
    Q_DISABLE_COPY_MOVE(DemoProcess)

    QString kubeconfig() const; ///< a file; empty when the demo did not start

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    bool m_serves = false;
};

} // namespace bench
