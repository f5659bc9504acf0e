// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/logstore/logstore.h"

#include <QHash>

namespace workspace {

/// Where a log that broke off is read on. The server repeats what was written since a second
/// (`sinceTime` is inclusive and counts in seconds); lines that are in the store already are left
/// out. Lines that are equal to the nanosecond and in text are counted, so that none is lost.
class LogSeam
{
public:
    /// What the newest lines of the store are; the next bytes repeat some of them.
    void begin(const logstore::LogStore &store);
    void clear();
    /// Whether lines that come may be known.
    bool isActive() const { return m_isActive; }

    /// From when to ask: the second before that of the newest line, for stdout and stderr may be
    /// written a little out of order. NoTime when no line has a time.
    static qint64 since(const logstore::LogStore &store);

    /// Takes bytes, cut anywhere, and hands back whole lines that are new; and, once the seam is
    /// passed, all that is left.
    QByteArray take(QByteArrayView bytes);

private:
    bool isKnown(QByteArrayView line);

    QHash<std::pair<qint64, size_t>, int> m_known; ///< time and hash of the text; how often
    QByteArray m_unfinished;
    qint64 m_oldest = logstore::NoTime; ///< what is older than this was in the store once
    qint64 m_end = logstore::NoTime; ///< the second of the newest line
    bool m_isActive = false;
};

} // namespace workspace
