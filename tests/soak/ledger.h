// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>

#include <vector>

namespace soak {

/// What this process holds at one moment.
struct Holding
{
    qint64 heap = 0; ///< bytes in use; 0 where the allocator does not say (sanitizers)
    QHash<QByteArray, int> objects =
        {}; ///< how many QObjects of each class are alive, in all threads
};

/// Counts every QObject of the process from now on, by the hooks that Qt keeps for tools like
/// GammaRay. Call it once, before the application object exists.
void beginCounting();

Holding holding();

/// What grew from the earlier rounds to the later: one line for each class whose name begins with
/// `ours` (all do with ""), and with "" for the heap. A thing that is leaked once in a round is
/// found; what comes and goes, or is made once when it is first needed, is not: the least of the
/// later half is held against the most of the earlier one. Of what Qt's HTTP keeps for the most
/// requests that were ever under way at once only leaps count.
QByteArrayList grown(const std::vector<Holding> &rounds, const QByteArray &ours);

/// What came from one round to the next: "+2 QTimer" for each class of which there are more now.
QByteArrayList came(const Holding &before, const Holding &now);

/// The objects of classes that begin with one of the prefixes: a line for each class.
QByteArrayList left(const Holding &now, const QByteArrayList &prefixes);

} // namespace soak
