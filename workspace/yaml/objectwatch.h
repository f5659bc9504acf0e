// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/watch/subscription.h"

#include <QDateTime>
#include <QJsonObject>
#include <QTimer>

namespace kube {
class ResourceCache;
}

namespace workspace {

/// Keeps one object current: a watch with a field selector, shared by all who show it, or, where
/// listing or watching is forbidden, a plain read every 10 s.
class ObjectWatch final : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Loading, ///< nothing known yet
        Live,
        Stale, ///< object() may be old; see error()
        Deleted, ///< object() is the last known state
        Failed, ///< there is no object(); see error()
    };
    Q_ENUM(State)

    /// `cache` is borrowed and must outlive this. `nameSpace` is empty for cluster-scoped kinds.
    ObjectWatch(kube::ResourceCache &cache, const kube::ApiResource &resource,
                const QString &nameSpace, const QString &name, QObject *parent = nullptr);

    void start();

    const QJsonObject &object() const { return m_object; }
    State state() const { return m_state; }
    QDateTime lastHeard() const; ///< invalid before the first answer
    const std::optional<kube::Error> &error() const { return m_error; }
    /// Whether the object is read now and then instead of being watched.
    bool isPolled() const { return m_poll.isActive(); }

Q_SIGNALS:
    void changed(); ///< the object or the state

private:
    void takePage(const std::vector<kube::PackedItem> &items);
    void takeListed();
    void takeEvents(const std::vector<kube::PackedEvent> &events);
    void takeItem(const kube::PackedItem &item);
    void takeObject(QJsonObject object);
    void takeState();
    void read();
    void fail(const kube::Error &error);
    void setState(State state);

    kube::ApiClient &m_client;
    kube::ObjectRef m_ref;
    kube::ApiResource m_resource;
    std::unique_ptr<kube::Subscription> m_watched;
    QTimer m_poll;
    QDateTime m_read; ///< when it was last read
    QJsonObject m_object;
    State m_state = State::Loading;
    std::optional<kube::Error> m_error;
};

} // namespace workspace
