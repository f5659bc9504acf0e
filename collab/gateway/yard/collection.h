// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/cluster.h"
#include "kube/watch/subscription.h"

#include <QObject>

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace gateway {

/// All objects of one kind in one cluster, watched once for all who look at them. On the thread of
/// its cluster, which is borrowed and must outlive it.
class Collection : public QObject
{
    Q_OBJECT

public:
    /// Of these namespaces; empty: of all, or the kind has none.
    Collection(kube::Cluster &cluster, const kube::ApiResource &resource,
               const QStringList &namespaces);
    ~Collection() override;

    const kube::ApiResource &resource() const { return m_resource; }
    /// Whether all that there is has been told.
    bool isListed() const;
    /// Why the last try failed; what is known may be old then, or nothing.
    std::optional<kube::Error> problem() const;
    /// Counts the changes.
    quint64 generation() const { return m_generation; }
    size_t size() const { return m_objects.size(); }
    /// By namespace and name.
    std::vector<kube::PackedItem> sorted() const;
    QStringList namespaces() const; ///< in which there are some; sorted
    const kube::PackedItem *find(const std::string &uid) const; ///< by PackedItem::uidKey()

    /// Names the state it is in, for changesSince().
    QByteArray token() const;
    /// The uids of what changed since, and whether the object was there before. Nothing when that
    /// is too long ago to be known, or the token is of another watch.
    std::optional<std::map<std::string, bool>> changesSince(const QByteArray &token) const;
    static constexpr size_t Remembered = 10'000; ///< changes

Q_SIGNALS:
    /// It is listed, or cannot be.
    void answered();
    void changed(const std::vector<kube::PackedEvent> &events);

private:
    struct Change
    {
        quint64 generation = 0; ///< with which it came
        std::string uid = {};
        bool wasThere = false;
    };

    void remember(const std::string &uid, bool wasThere);
    void take(const std::vector<kube::PackedItem> &items);
    void take(const std::vector<kube::PackedEvent> &events);

    const kube::ApiResource m_resource;
    std::vector<std::unique_ptr<kube::Subscription>> m_subscriptions;
    std::unordered_map<std::string, kube::PackedItem> m_objects; ///< by uid
    std::deque<Change> m_changes; ///< the last ones
    quint64 m_forgotten = 0; ///< the generation of the newest change that is not there
    const QByteArray m_id; ///< another one each time
    quint64 m_generation = 0;
};

} // namespace gateway
