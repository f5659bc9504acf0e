// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/logstore/logstore.h"
#include "logwriters.h"

#include <array>
#include <optional>

namespace soak {

/// Reads a store as it grows: every line of every pod is the successor of the one before, or marks
/// between the two name the time in which those that are missing were written.
class LineCheck
{
public:
    /// `store` is borrowed and must outlive this.
    explicit LineCheck(const logstore::LogStore &store);

    void read();
    /// Whether something of each pod is there.
    bool hasBegun() const;
    /// Whether the last line of each is there.
    bool hasAll(const LogWriters::Counts &written) const;
    /// What is wrong first; empty: nothing.
    const QString &problem() const { return m_problem; }

    qint64 lines = 0;
    qint64 gaps = 0; ///< marks
    qint64 missing = 0; ///< lines that the marks speak of

private:
    struct Pod
    {
        int next = 0;
        qint64 latest = logstore::NoTime;
        bool isMarked = false;
        qint64 gapFrom = 0;
        qint64 gapTo = 0;
    };

    Pod &podOf(const logstore::LogStore::Line &line);
    void takeMark(const logstore::LogStore::Line &line);
    void takeLine(const logstore::LogStore::Line &line);
    void say(const logstore::LogStore::Line &line, const Pod &pod, const QString &what);

    const logstore::LogStore &m_store;
    qint64 m_at = 0;
    std::array<Pod, LogWriters::Pods> m_pods{};
    QString m_problem;
};

} // namespace soak
