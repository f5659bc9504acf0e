// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/watch/objectstore.h"
#include "kube/watch/reflector.h"

#include <QTimer>

#include <chrono>

namespace kube {

class Subscription;

/// One list and watch, what it has told so far, and who looks at it. Private to ResourceCache and
/// Subscription.
class CachedResource : public QObject
{
    Q_OBJECT

public:
    CachedResource(ApiClient &client, const Reflector::Options &options,
                   std::chrono::milliseconds linger);

    const Reflector &reflector() const { return m_reflector; }
    const ObjectStore &store() const { return m_store; }

    void hold(); ///< until detach()
    void attach(Subscription &viewer);
    void detach(Subscription &viewer);

Q_SIGNALS:
    /// The last viewer left a while ago.
    void unused();

private:
    void takePage(const std::vector<PackedItem> &items);
    void takeEvents(const std::vector<PackedEvent> &events);
    void takeListed();
    void takeColumns(const QList<TableColumn> &columns);
    void change(ItemEvent::Type type, const PackedItem &item);

    Reflector m_reflector;
    ObjectStore m_store;
    QList<TableColumn> m_columns;
    bool m_listed = false;
    std::vector<Subscription *> m_viewers; ///< that have started; each takes itself out
    int m_holders = 0;
    QTimer m_linger;
};

} // namespace kube
