// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/api/adminapi.h"

#include <QDir>
#include <QJsonArray>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;

namespace relay {

using Status = ApiAnswer::Status;

namespace {

/// Those who were there come back by themselves, as after a cut.
const collab::CloseReason byAdmin = {.code = collab::CloseReason::TryLater,
                                     .text = u"an admin closed the connection"_s};

QJsonObject jsonOf(const Peer &peer)
{
    QJsonArray clients;
    for (const auto client : peer.clients())
        clients.append(qint64(client));
    return {{u"id"_s, QString::number(peer.id())},
            {u"name"_s, peer.person().name},
            {u"role"_s, nameOf(peer.person().role)},
            {u"since"_s, peer.since().toString(Qt::ISODateWithMs)},
            {u"clients"_s, clients},
            {u"waitingBytes"_s, peer.backlog()},
            {u"behind"_s, peer.isBehind()}};
}

void listRooms(Rooms &rooms, RoomStore &store, const ApiDone &done)
{
    const QPointer<Rooms> alive(&rooms);
    store.list([alive, done](const auto &stored) {
        if (!alive)
            return;
        if (!stored)
            return done(ApiAnswer::storeFailure(stored.error()));
        auto names = *stored + alive->names();
        names.sort();
        names.removeDuplicates();
        QJsonArray list;
        for (const auto &name : names) {
            const auto *room = alive->find(name);
            const bool isOpen = room != nullptr && room->isOpen();
            list.append(
                QJsonObject{{u"yard"_s, name},
                            {u"open"_s, isOpen},
                            {u"peers"_s, room == nullptr ? 0 : room->peerCount()},
                            {u"bytes"_s, isOpen ? QJsonValue(room->storedBytes()) : QJsonValue()}});
        }
        done(ApiAnswer::json({{u"rooms"_s, list}}));
    });
}

void listPeers(Rooms &rooms, const ApiRequest &request, const ApiDone &done)
{
    QJsonArray list;
    if (const auto *room = rooms.find(request.yard)) {
        for (const auto *peer : room->peers())
            list.append(jsonOf(*peer));
    }
    done(ApiAnswer::json({{u"peers"_s, list}}));
}

void closeRoom(Rooms &rooms, const ApiRequest &request, const ApiDone &done)
{
    int closed = 0;
    for (auto *room : rooms.all()) {
        if (room->name() != request.yard)
            continue;
        closed = int(room->peerCount());
        room->close(byAdmin);
    }
    done(ApiAnswer::json({{u"closed"_s, closed}}));
}

void closePeer(Rooms &rooms, const ApiRequest &request, const ApiDone &done)
{
    const auto id = request.id.toULongLong();
    for (auto *room : rooms.all()) {
        if (room->dropPeer(id, byAdmin))
            return done(ApiAnswer::json({{u"closed"_s, 1}}));
    }
    done(ApiAnswer::failure(Status::NotFound, u"There is no such connection."_s));
}

void backUp(RoomStore &store, const QString &folder, const ApiDone &done)
{
    const auto place = QDir(folder.isEmpty() ? QDir::tempPath() : folder);
    // Shared until it is the answer's; it goes with the last of them.
    const auto file = std::make_shared<std::unique_ptr<QTemporaryFile>>(
        std::make_unique<QTemporaryFile>(place.filePath(u"backup-XXXXXX.sqlite"_s)));
    if (!(*file)->open())
        return done(ApiAnswer::storeFailure((*file)->errorString()));
    store.backUp((*file)->fileName(), [file, done](const auto &result) {
        if (!result)
            return done(ApiAnswer::failure(Status::ServiceUnavailable,
                                           u"No backup was made: %1"_s.arg(result.error())));
        ApiAnswer answer{.type = "application/vnd.sqlite3", .file = std::move(*file)};
        done(std::move(answer));
    });
}

} // namespace

std::vector<ApiRoute> adminRoutes(Rooms &rooms, RoomStore &store, const QString &folder)
{
    using Cost = ApiRoute::Cost;
    const auto admin = ApiRoute::Access::Admin;
    const auto with = [&rooms](void (*handle)(Rooms &, const ApiRequest &, const ApiDone &)) {
        return [&rooms, handle](const ApiRequest &request, const ApiDone &done) {
            handle(rooms, request, done);
        };
    };
    return {{"GET", u"admin/rooms"_s, admin, Cost::Little,
             [&rooms, &store](const ApiRequest &, const ApiDone &done) {
                 listRooms(rooms, store, done);
             }},
            {"GET", u"admin/rooms/{yard}/peers"_s, admin, Cost::Little, with(listPeers)},
            {"POST", u"admin/rooms/{yard}/close"_s, admin, Cost::Little, with(closeRoom)},
            {"POST", u"admin/peers/{id}/close"_s, admin, Cost::Little, with(closePeer)},
            {"POST", u"admin/backup"_s, admin, Cost::Yard,
             [&store, folder](const ApiRequest &, const ApiDone &done) {
                 backUp(store, folder, done);
             }}};
}

} // namespace relay
