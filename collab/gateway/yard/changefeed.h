// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/caller.h"
#include "collab/gateway/yard/collections.h"
#include "kube/apimachinery/labelselector.h"

#include <QObject>

#include <deque>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace gateway {

/// What one client hears of a collection: first all that it may see, then what changes, or from
/// where it was on. As JSON:
///
///     {"type": "ADDED" | "MODIFIED" | "DELETED", "kind": "pods", "object": {…}}
///     {"type": "MODIFIED", "kind": "pods", "uid": "…", "patch": [RFC 6902]}    when it wants those
///     {"type": "LISTED", "kind": "pods", "token": "…"}     all that was there has been told
///     {"type": "RESET", "kind": "pods"}    what it knows is too old: all comes anew
///
/// What changes often is told once, as it is then: while nobody asks for the next message, what
/// waits is bounded by the number of objects. A DELETED has `metadata` with name, namespace and uid
/// alone.
class ChangeFeed : public QObject
{
    Q_OBJECT

public:
    struct Wish
    {
        QString nameSpace = {}; ///< empty: all that the caller may see
        kube::LabelSelector selector = {};
        bool patches = false;
        QByteArray since = {}; ///< a token; empty: from the beginning
    };
    /// The collection is listed. `parts` is borrowed.
    ChangeFeed(const GatewayParts &parts, std::shared_ptr<Shared> shared, const Caller &caller,
               const Wish &wish);
    ~ChangeFeed() override;

    QString kind() const { return m_shared->collection.resource().resource; }
    bool hasMore() const { return m_isReset || !m_queue.empty() || !m_wasListed; }
    /// The next message; nothing when there is none now.
    std::optional<QByteArray> next();
    /// From where a client that has all messages so far may go on. Only good while !hasMore().
    QByteArray token() const { return m_shared->collection.token(); }

Q_SIGNALS:
    void ready(); ///< there is more

private:
    void begin(const QByteArray &since);
    void queue(const std::string &uid);
    bool shows(const kube::PackedItem &item) const;
    std::optional<QByteArray> tell(const std::string &uid);
    QByteArray messageOf(const kube::PackedItem &before, const kube::PackedItem &item) const;
    QJsonObject objectOf(const kube::PackedItem &item) const;

    const GatewayParts m_parts;
    const std::shared_ptr<Shared> m_shared;
    const Caller m_caller;
    const Wish m_wish;
    std::deque<std::string> m_queue; ///< uids of what is to be told
    std::unordered_set<std::string> m_queued;
    /// What the client knows; empty: in another version.
    std::unordered_map<std::string, kube::PackedItem> m_told;
    bool m_wasListed = false;
    bool m_isReset = false;
};

} // namespace gateway
