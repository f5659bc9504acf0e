// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/events/eventlog.h"
#include "kube/watch/subscription.h"

#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>

namespace kube {

class ResourceCache;

/// Whose events are watched.
struct EventScope
{
    QStringList nameSpaces = {}; ///< each is watched by itself; empty: those of all
    QString uid = {}; ///< of the one object they are about; empty: of all
    QString node = {}; ///< the name of the one Node they are about: kubelets give no uid of it
};

/// The events of a cluster, a namespace or one object, live and grouped. Lives on the thread of its
/// cache; answers are batched as the cache batches them.
class EventWatch : public QObject
{
    Q_OBJECT

public:
    /// `cache` is borrowed and must outlive the watch.
    EventWatch(ResourceCache &cache, const EventScope &scope, QObject *parent = nullptr);

    void start();

    EventLog &log() { return m_log; }
    const EventLog &log() const { return m_log; }
    /// The oldest first; of equal age, in no order.
    std::vector<EventGroup> groups() const;
    /// How current the log is: that of the namespace that is worst off.
    Subscription::State state() const { return worst().state(); }
    /// Whether everything that there is has been told.
    bool isListed() const;
    std::optional<Error> lastError() const { return worst().lastError(); }

Q_SIGNALS:
    void changed(); ///< the log
    void stateChanged();

private:
    void watch(ResourceCache &cache, const QString &nameSpace, const EventScope &scope);
    const Subscription &worst() const;

    EventLog m_log;
    std::vector<std::unique_ptr<Subscription>> m_sources; ///< one at least
};

} // namespace kube
