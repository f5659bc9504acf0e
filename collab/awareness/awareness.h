// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/awareness/awarenessoptions.h"
#include "collab/error.h"
#include "collab/lib0/any.h"

#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QTimer>

#include <map>
#include <optional>

namespace collab {

/// Whose states came, were told again, or went.
struct AwarenessChange
{
    QList<quint64> added = {};
    QList<quint64> updated = {};
    QList<quint64> removed = {};

    bool isEmpty() const { return added.isEmpty() && updated.isEmpty() && removed.isEmpty(); }
    QList<quint64> clients() const { return added + updated + removed; }
    bool operator==(const AwarenessChange &) const = default;
};

/// What every client tells the others about itself for as long as it is there: a cursor, a name. A
/// JSON value for each client, which the client alone sets and which is gone when it is gone.
///
/// Speaks Yjs's awareness protocol: docs/collab.md, "awareness". A state has a clock; the newer one
/// counts. What makes other text of the same JSON is not a difference, but the text that is kept
/// and sent on is to the byte JavaScript's. On the thread that owns it; nothing throws.
class Awareness : public QObject
{
    Q_OBJECT

public:
    using Origin = const void *; ///< who caused a change; null: this client itself

    explicit Awareness(quint64 clientId, const AwarenessOptions &options = {},
                       QObject *parent = nullptr);
    ~Awareness() override;

    quint64 clientId() const { return m_clientId; }
    /// Goes on under another id, when the document had to take one. The others are told that the
    /// old one is gone; a client that has it rightly comes back by itself.
    void setClientId(quint64 id);

    /// Tells the others; null: this client is not there. Calls that follow each other fast are one
    /// message with the last state: see AwarenessOptions. An Error changes nothing.
    Result<void> setLocalState(const lib0::Any &state);
    Result<void> setLocalState(const QJsonObject &state);
    void setLocalState(std::nullptr_t) { (void)want(lib0::Any(nullptr)); }
    /// Of the object that is set; does nothing while the state is null.
    Result<void> setLocalStateField(const QString &field, const lib0::Any &value);
    const lib0::Any &localState() const { return m_local; } ///< what was set last
    void flush(); ///< tells now what waits to be told
    /// Tells the others the same again under a newer clock, so that one who had given this client
    /// up takes it. Does nothing while the state is null.
    void renew();

    QList<quint64> clients() const; ///< those with a state, sorted
    bool contains(quint64 client) const { return m_states.contains(client); }
    QJsonObject state(quint64 client) const; ///< empty, too, for a state that is no object
    QByteArray json(quint64 client) const; ///< the state's text; "null" when there is none
    /// The newest clock of each client, also of clients that went not too long ago.
    std::map<quint64, quint64> clocks() const;

    /// A message with the states of these clients; those never heard of are left out.
    QByteArray encode(const QList<quint64> &clients) const;
    QByteArray encodeAll() const { return encode(clients()); }
    /// A message that this client is gone. Nothing changes here but the clock: see renew().
    QByteArray encodeFarewell();

    /// What a message says of a client.
    struct Entry
    {
        quint64 client = 0;
        quint64 clock = 0;
        QByteArray json = {}; ///< empty: it is gone
    };
    /// Whether a client's newer state is to be taken.
    using Filter = std::function<bool(const Entry &entry)>;
    /// Takes in a message. Bytes that make no sense are an Error and change nothing; states beyond
    /// the limits are left out, and counted in the answer, and so, uncounted, are those that
    /// `filter` refuses. `origin` must not be null.
    Result<int> apply(QByteArrayView message, Origin origin, const Filter &filter = {});
    /// Forgets states, but not how new they were: for clients whose connection ended. When the own
    /// is among them it is told to the others as gone.
    void removeStates(const QList<quint64> &clients, Origin origin);
    /// Forgets other clients wholly: for a connection on which they will be told of anew.
    void forget(const QList<quint64> &clients, Origin origin);

    /// Renews the own state and drops those that were not renewed; a timer calls it.
    void check();

Q_SIGNALS:
    /// States came, went or were told again. What of it others must be sent is encode()'s to say.
    void updated(const collab::AwarenessChange &change, collab::Awareness::Origin origin);
    /// The same without those that are as they were.
    void changed(const collab::AwarenessChange &change, collab::Awareness::Origin origin);

private:
    struct Known
    {
        quint64 clock = 0;
        qint64 heardAt = 0;
    };
    struct Changes
    {
        AwarenessChange all = {};
        AwarenessChange real = {};
    };

    Result<std::vector<Entry>> read(QByteArrayView message, int &leftOut) const;
    bool isNews(const Entry &entry) const;
    bool hasRoomFor(const Entry &entry) const;
    void take(Entry &entry, Changes &changes);
    Result<void> want(const lib0::Any &state);
    void publish();
    void publish(const QByteArray &json);
    void store(quint64 client, const QByteArray &json);
    bool erase(quint64 client);
    void boundMemory();
    void tell(const Changes &changes, Origin origin);
    qint64 now() const;

    const AwarenessOptions m_options;
    quint64 m_clientId;
    lib0::Any m_local;
    QByteArray m_wanted; ///< what waits to be told
    bool m_waits = false;
    qint64 m_toldAt = 0;
    std::map<quint64, QByteArray> m_states; ///< as JavaScript would write it
    std::map<quint64, Known> m_known;
    qsizetype m_bytes = 0; ///< of all states
    QTimer m_check;
    QTimer m_publish;
};

} // namespace collab
