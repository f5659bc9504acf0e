// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/watch/packeditem.h"
#include "kube/watch/reflector.h"

#include <QPointer>

#include <deque>
#include <unordered_map>

namespace kube {

class CachedResource;
class FramePump;

/// What one viewer hears of a ResourceCache's objects.
///
/// After start() everything that is known is told, in pages, then every change. Signals come from
/// the event loop, at most one batch a frame, in small slices; several changes of one object within
/// a frame arrive as the last of them, so what waits is bounded by the number of objects. Whoever
/// needs each single change takes a Reflector. Destroying the subscription ends it; it may outlive
/// its cache and is Idle then.
class Subscription : public QObject
{
    Q_OBJECT

public:
    using State = Reflector::State;

    ~Subscription() override;

    void start();

    const Reflector::Options &options() const { return m_options; }
    /// As Reflector::state(), but Listing until the whole list has been told to this viewer.
    State state() const;
    std::optional<Error> lastError() const;
    QDateTime lastHeard() const;
    bool isListed() const { return m_listedTold; }

Q_SIGNALS:
    void stateChanged();
    void columnsChanged(const QList<kube::TableColumn> &columns);
    /// Objects that this viewer has not heard of yet, while the first list arrives.
    void pageListed(const std::vector<kube::PackedItem> &items);
    /// Changes, also those that a new list after 410 Gone shows. Events may repeat.
    void changed(const std::vector<kube::PackedEvent> &events);
    /// Everything that the list holds has been told: what is not known now does not exist.
    void listed();

private:
    friend class CachedResource;
    friend class FramePump;
    friend class ResourceCache;
    Subscription(CachedResource &source, FramePump &pump, Reflector::Options options);

    void takeColumns(const QList<TableColumn> &columns);
    void takeNew(const std::vector<PackedItem> &items);
    void takeChange(ItemEvent::Type type, const PackedItem &item);
    void takeListed();
    void takeState();

    bool tellSome(); ///< one slice; whether there is more
    bool tellPage();
    bool tellChanges();
    void wake();

    QPointer<CachedResource> m_source;
    QPointer<FramePump> m_pump;
    Reflector::Options m_options;
    bool m_started = false;
    bool m_waiting = false; ///< in the pump's queue
    std::optional<QList<TableColumn>> m_columns;
    std::deque<PackedItem> m_pages;
    std::deque<PackedEvent> m_changes;
    size_t m_changesTold = 0; ///< the number of the first change that waits
    std::unordered_map<std::string, size_t> m_changeOf; ///< by uid: the number of its change
    bool m_listedWaits = false;
    bool m_listedTold = false;
    bool m_stateWaits = false;
};

} // namespace kube
