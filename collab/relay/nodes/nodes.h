// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/nodes/backplane.h"
#include "collab/relay/nodes/nodemessage.h"
#include "collab/relay/store/sharedstore.h"

#include <QHash>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <map>

namespace relay {

class RoomLink;

/// This relay among others that share its rooms. What one has stored it tells the others over a
/// backplane, in the order in which it was stored. That may get lost, so each also looks by itself
/// what is new in the store: every second, and five times as often while the backplane is away.
/// There is no leader.
///
/// A relay that says nothing for 10 s is gone, and so is the awareness of its peers.
class Nodes : public QObject
{
    Q_OBJECT

public:
    struct Times
    {
        using Milliseconds = std::chrono::milliseconds;
        Milliseconds lookEvery = std::chrono::seconds(1);
        Milliseconds lookEveryAlone = Milliseconds(200); ///< without the backplane
        Milliseconds aliveEvery = std::chrono::seconds(1);
        Milliseconds quietAfter = std::chrono::seconds(3); ///< its peers may go on elsewhere
        Milliseconds goneAfter = std::chrono::seconds(10);
    };

    /// Both are borrowed and must outlive it.
    Nodes(Backplane &backplane, SharedStore &store);
    Nodes(Backplane &backplane, SharedStore &store, const Times &times);
    ~Nodes() override;

    quint64 id() const { return m_id; }
    bool isAlive(quint64 node) const; ///< and was heard of not long ago
    qsizetype othersCount() const { return m_heard.size(); } ///< that were heard of
    QString problem() const { return m_backplane.problem(); }
    /// This one ends: the others need not wait to notice.
    void leave();

    // For RoomLink.
    void add(RoomLink &link);
    void remove(RoomLink &link);
    void tell(const QString &room, NodeMessage message);
    void lookSoon();
    void read(RoomLink &link, const Seqs &seqs);

private:
    using Clock = std::chrono::steady_clock;

    void receive(const QString &channel, const QByteArray &bytes);
    void hear(const NodeMessage &message);
    void noteSubscribed(const QString &channel);
    void look();
    void noteAdded(const std::expected<SharedStore::Added, QString> &added);
    void sayAlive();
    void forgetSilentOnes();
    RoomLink *linkOf(const QString &channel) const;

    Backplane &m_backplane;
    SharedStore &m_store;
    const Times m_times;
    const quint64 m_id;
    std::map<QString, RoomLink *> m_links; ///< by channel
    QHash<quint64, Clock::time_point> m_heard;
    Clock::time_point m_connectedAt = {};
    QByteArray m_mark;
    QTimer m_look;
    QTimer m_alive;
    bool m_hasLeft = false;
    bool m_isLooking = false;
    bool m_looksAgain = false;
};

} // namespace relay
