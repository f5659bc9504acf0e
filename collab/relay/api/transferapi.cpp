// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/api/transferapi.h"

#include "collab/relay/api/versionapi.h"

using namespace Qt::StringLiterals;

namespace relay {

using Status = ApiAnswer::Status;

namespace {

constexpr char importing = 0; // its address is an origin

ApiAnswer cannotLoad()
{
    return ApiAnswer::failure(Status::ServiceUnavailable, u"The yard cannot be loaded now."_s);
}

void tellWho(const ApiRequest &request, const ApiDone &done)
{
    done(ApiAnswer::json(
        {{u"name"_s, request.person.name}, {u"role"_s, nameOf(request.person.role)}}));
}

/// How large the document is that both make; nothing when `update` is not that of a whole one.
std::optional<qsizetype> sizeOfBoth(const QByteArray &state, const QByteArray &update)
{
    crdt::Doc doc;
    if (!doc.applyUpdate(update, &importing) || doc.hasPendingStructs() || doc.hasPendingDeletes()
        || !doc.applyUpdate(state, &importing))
        return std::nullopt;
    return doc.encodeStateAsUpdate().size();
}

void merge(Room &room, const ApiRequest &request, const ApiDone &done)
{
    const auto size = sizeOfBoth(room.stateFor({}), request.body);
    if (!size)
        return done(ApiAnswer::failure(Status::UnprocessableEntity,
                                       u"The body is not the state of a whole yard."_s));
    const auto most = room.limits().documentBytes;
    if (*size > most)
        return done(ApiAnswer::failure(
            Status::PayloadTooLarge,
            u"The yard would have %1 bytes, and may have %2."_s.arg(*size).arg(most)));
    room.change(
        {.edit = [body = request.body](crdt::Doc &doc) { (void)doc.applyUpdate(body, &importing); },
         .stored = [done, size] { done(ApiAnswer::json({{u"bytes"_s, *size}})); }});
}

void bringIn(Rooms &rooms, Versions &versions, const ApiRequest &request, const ApiDone &done)
{
    const auto mode = request.query.queryItemValue(u"mode"_s);
    if (mode == "replace"_L1) {
        versions.restoreState(
            request.yard, request.body, u"an import"_s, request.person.name,
            [done](const auto &restored) {
                done(restored ? ApiAnswer::json({{u"before"_s, jsonOf(restored->before)},
                                                 {u"leftOut"_s, restored->leftOut}})
                              : answerTo(restored.error()));
            });
        return;
    }
    if (!mode.isEmpty() && mode != "merge"_L1)
        return done(ApiAnswer::failure(Status::BadRequest, u"“mode” must be merge or replace."_s));
    rooms.withRoom(request.yard, [request, done](Room *room) {
        if (room == nullptr)
            done(cannotLoad());
        else
            merge(*room, request, done);
    });
}

} // namespace

std::vector<ApiRoute> transferRoutes(Rooms &rooms, Versions &versions)
{
    using Access = ApiRoute::Access;
    using Cost = ApiRoute::Cost;
    const auto read = [&rooms](const ApiRequest &request, const ApiDone &done) {
        rooms.withRoom(request.yard, [done](Room *room) {
            if (room == nullptr)
                return done(cannotLoad());
            room->whenStored([room, done] { done(ApiAnswer::bytes(room->stateFor({}))); });
        });
    };
    const auto write = [&rooms, &versions](const ApiRequest &request, const ApiDone &done) {
        bringIn(rooms, versions, request, done);
    };
    const auto limit = [&rooms](const QString &yard) {
        return qint64(rooms.limitsOf(yard).documentBytes);
    };
    return {{"GET", u"yards/{yard}/me"_s, Access::Viewer, Cost::Little, tellWho},
            {"GET", u"yards/{yard}/export"_s, Access::Viewer, Cost::Yard, read},
            {"POST", u"yards/{yard}/import"_s, Access::Owner, Cost::Yard, write, limit}};
}

} // namespace relay
