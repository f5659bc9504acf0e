// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/api/versionapi.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace relay {

using Status = ApiAnswer::Status;

QJsonObject jsonOf(const Version &version)
{
    return {{u"id"_s, version.id},         {u"name"_s, version.name},
            {u"author"_s, version.author}, {u"at"_s, version.at.toString(Qt::ISODateWithMs)},
            {u"bytes"_s, version.bytes},   {u"automatic"_s, version.isAutomatic}};
}

ApiAnswer answerTo(const Versions::Problem &problem)
{
    using Kind = Versions::Problem::Kind;
    switch (problem.kind) {
    case Kind::NotThere: return ApiAnswer::failure(Status::NotFound, problem.text);
    case Kind::Full: return ApiAnswer::failure(Status::InsufficientStorage, problem.text);
    case Kind::Unreadable: return ApiAnswer::failure(Status::UnprocessableEntity, problem.text);
    case Kind::Store: return ApiAnswer::storeFailure(problem.text);
    }
    Q_UNREACHABLE();
}

static void list(Versions &versions, const ApiRequest &request, const ApiDone &done)
{
    versions.store().listVersions(request.yard, [done](const auto &found) {
        if (!found)
            return done(ApiAnswer::storeFailure(found.error()));
        QJsonArray list;
        for (const auto &version : *found)
            list.append(jsonOf(version));
        done(ApiAnswer::json({{u"versions"_s, list}}));
    });
}

static void keep(Versions &versions, const ApiRequest &request, const ApiDone &done)
{
    auto body = request.json();
    if (!body)
        return done(std::move(body.error()));
    const auto name = labelOf(body->value("name"_L1));
    if (!name || name->isEmpty())
        return done(ApiAnswer::failure(Status::BadRequest,
                                       u"“name” must be a text of 1 to 100 characters."_s));
    versions.keep(request.yard, *name, request.person.name, [done](const auto &kept) {
        done(kept ? ApiAnswer::json(jsonOf(*kept), Status::Created) : answerTo(kept.error()));
    });
}

static void read(Versions &versions, const ApiRequest &request, const ApiDone &done)
{
    versions.store().loadVersion(request.yard, request.id, [done](const auto &state) {
        if (!state)
            done(ApiAnswer::storeFailure(state.error()));
        else if (!*state)
            done(ApiAnswer::failure(Status::NotFound, u"There is no such version."_s));
        else
            done(ApiAnswer::bytes(**state));
    });
}

static void restore(Versions &versions, const ApiRequest &request, const ApiDone &done)
{
    versions.restore(request.yard, request.id, request.person.name, [done](const auto &restored) {
        if (!restored)
            return done(answerTo(restored.error()));
        done(ApiAnswer::json(
            {{u"before"_s, jsonOf(restored->before)}, {u"leftOut"_s, restored->leftOut}}));
    });
}

static void remove(Versions &versions, const ApiRequest &request, const ApiDone &done)
{
    versions.store().removeVersions(request.yard, {request.id}, [done](const auto &removed) {
        if (!removed)
            done(ApiAnswer::storeFailure(removed.error()));
        else if (*removed == 0)
            done(ApiAnswer::failure(Status::NotFound, u"There is no such version."_s));
        else
            done(ApiAnswer::nothing());
    });
}

std::vector<ApiRoute> versionRoutes(Versions &versions)
{
    using Access = ApiRoute::Access;
    using Cost = ApiRoute::Cost;
    const auto with = [&versions](void (*handle)(Versions &, const ApiRequest &, const ApiDone &)) {
        return [&versions, handle](const ApiRequest &request, const ApiDone &done) {
            handle(versions, request, done);
        };
    };
    const auto all = u"yards/{yard}/versions"_s;
    const auto one = u"yards/{yard}/versions/{id}"_s;
    return {{"GET", all, Access::Viewer, Cost::Little, with(list)},
            {"POST", all, Access::Editor, Cost::Yard, with(keep)},
            {"GET", one, Access::Viewer, Cost::Yard, with(read)},
            {"DELETE", one, Access::Owner, Cost::Little, with(remove)},
            {"POST", one + u"/restore"_s, Access::Editor, Cost::Yard, with(restore)}};
}

} // namespace relay
