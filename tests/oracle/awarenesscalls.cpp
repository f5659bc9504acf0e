// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oracle/awarenesscalls.h"

#include "collab/awareness/awareness.h"
#include "collab/lib0/json.h"
#include "oracle/anyaccess.h"
#include "oracle/yjsoracle.h"

using namespace Qt::StringLiterals;
using collab::Awareness;
using collab::AwarenessChange;
using lib0::Any;

namespace oracle {

namespace {

constexpr char remote = 0; // its address is the origin of what others sent

Any listOf(const QList<quint64> &clients)
{
    Any::Array list;
    for (const auto client : clients)
        list.push_back(double(client));
    return list;
}

Any changeOf(const AwarenessChange &change)
{
    return Any::Object{{u"added"_s, listOf(change.added)},
                       {u"updated"_s, listOf(change.updated)},
                       {u"removed"_s, listOf(change.removed)}};
}

} // namespace

struct AwarenessCalls::Peer
{
    explicit Peer(quint64 client)
        : awareness(client, collab::AwarenessOptions::manual())
    {
        QObject::connect(&awareness, &Awareness::updated, &awareness,
                         [this](const AwarenessChange &change) { updated = changeOf(change); });
        QObject::connect(&awareness, &Awareness::changed, &awareness,
                         [this](const AwarenessChange &change) { changed = changeOf(change); });
    }

    /// The answer to a command, with what was told meanwhile.
    Any told(Any::Object answer) const
    {
        answer.emplace_back(u"update"_s, updated);
        answer.emplace_back(u"change"_s, changed);
        return answer;
    }

    Any told(Any::Object answer, const QList<quint64> &encoded) const
    {
        answer.emplace_back(u"encoded"_s, hexOf(awareness.encode(encoded)));
        return told(answer);
    }

    Any::Object all() const
    {
        Any::Object states;
        for (const auto client : awareness.clients())
            states.emplace_back(QString::number(client),
                                lib0::parseJson(awareness.json(client)).value_or(Any()));
        Any::Object clocks;
        for (const auto &[client, clock] : awareness.clocks())
            clocks.emplace_back(QString::number(client), double(clock));
        return {{u"ok"_s, true}, {u"states"_s, states}, {u"clocks"_s, clocks}};
    }

    Any ownClock() const { return double(awareness.clocks().at(awareness.clientId())); }

    Awareness awareness;
    Any updated; ///< what was told last, undefined when nothing was
    Any changed;
};

Any AwarenessCalls::answer(const QString &command, const Any &request)
{
    const auto client = quint64(wholeOf(member(request, "client"_L1)));
    if (command == "aw_new"_L1) {
        m_peers[client] = std::make_shared<Peer>(client);
        return Any::Object{{u"ok"_s, true}};
    }
    const auto found = m_peers.find(client);
    if (found == m_peers.end())
        return failure(u"there is no such client"_s);
    auto &peer = *found->second;
    peer.updated = peer.changed = {};
    QList<quint64> clients;
    for (const auto &one : oracle::listOf(member(request, "clients"_L1)))
        clients.append(quint64(wholeOf(one)));
    if (command == "aw_encode"_L1)
        return Any::Object{{u"hex"_s, hexOf(peer.awareness.encode(clients))}};
    if (command == "aw_apply"_L1) {
        const auto taken = peer.awareness.apply(bytesOf(member(request, "hex"_L1)), &remote);
        return taken ? peer.told(peer.all()) : failure(taken.error().message);
    }
    if (command == "aw_remove"_L1) {
        peer.awareness.removeStates(clients, &remote);
        return peer.told(peer.all(), clients);
    }
    if (command != "aw_set"_L1 && command != "aw_set_field"_L1)
        return Any::Object{{u"unsupported"_s, true}};
    const auto set = command == "aw_set"_L1
        ? peer.awareness.setLocalState(member(request, "state"_L1))
        : peer.awareness.setLocalStateField(textOf(member(request, "field"_L1)),
                                            member(request, "value"_L1));
    return set ? peer.told({{u"clock"_s, peer.ownClock()}}, {client})
               : failure(set.error().message);
}

} // namespace oracle
