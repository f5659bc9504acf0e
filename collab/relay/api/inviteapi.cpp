// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/api/inviteapi.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace relay {

using Status = ApiAnswer::Status;

namespace {

constexpr int AWeek = 7 * 24 * 60 * 60;
constexpr int AYear = 366 * 24 * 60 * 60;

QJsonObject jsonOf(const Invite &invite)
{
    return {{u"id"_s, invite.id},
            {u"name"_s, invite.name},
            {u"role"_s, nameOf(invite.role)},
            {u"expires"_s, invite.expires.toString(Qt::ISODateWithMs)}};
}

/// The token is behind `#`, which a browser does not send.
QString joinUrl(const ApiRequest &request, const QByteArray &token)
{
    return request.origin.toString(QUrl::FullyEncoded | QUrl::RemovePath | QUrl::RemoveQuery)
        + u"/join/"_s + QString::fromLatin1(QUrl::toPercentEncoding(request.yard)) + u'#'
        + QString::fromLatin1(token);
}

/// What is asked for, or what is wrong with it.
std::expected<Invite, QString> wishOf(const QJsonObject &body)
{
    Invite invite;
    const auto role = roleNamed(body.value("role"_L1).toString(u"viewer"_s));
    if (!role || *role == Role::Owner)
        return std::unexpected(u"“role” must be viewer or editor."_s);
    invite.role = *role;
    const auto name = labelOf(body.value("name"_L1).toString(u""_s));
    if (!name)
        return std::unexpected(u"“name” must be a text of at most 100 characters."_s);
    invite.name = *name;
    const auto seconds = body.value("expiresInSeconds"_L1);
    const auto given = seconds.isUndefined() ? AWeek : seconds.toInt();
    if (given < 1 || given > AYear)
        return std::unexpected(u"“expiresInSeconds” must be a number from 1 to %1."_s.arg(AYear));
    invite.expires = QDateTime::currentDateTimeUtc().addSecs(given);
    return invite;
}

void list(Invites &invites, const ApiRequest &request, const ApiDone &done)
{
    QJsonArray list;
    for (const auto &invite : invites.ofYard(request.yard))
        list.append(jsonOf(invite));
    done(ApiAnswer::json({{u"invites"_s, list}}));
}

void make(Invites &invites, const ApiRequest &request, const ApiDone &done)
{
    auto body = request.json();
    if (!body)
        return done(std::move(body.error()));
    auto wish = wishOf(*body);
    if (!wish)
        return done(ApiAnswer::failure(Status::BadRequest, wish.error()));
    if (invites.ofYard(request.yard).size() >= size_t(Invites::MostOfYard))
        return done(ApiAnswer::failure(
            Status::InsufficientStorage,
            u"The yard has %1 invites, which is the most: revoke one first."_s.arg(
                Invites::MostOfYard)));
    wish->room = request.yard;
    invites.make(*wish, [request, done](const auto &made) {
        if (!made)
            return done(ApiAnswer::storeFailure(made.error()));
        auto json = jsonOf(made->invite);
        json.insert(u"token"_s, QString::fromLatin1(made->token));
        json.insert(u"url"_s, joinUrl(request, made->token));
        done(ApiAnswer::json(json, Status::Created));
    });
}

void revoke(Invites &invites, const ApiRequest &request, const ApiDone &done)
{
    invites.revoke(request.yard, request.id, [done](const auto &revoked) {
        if (!revoked)
            done(ApiAnswer::storeFailure(revoked.error()));
        else if (!*revoked)
            done(ApiAnswer::failure(Status::NotFound, u"There is no such invite."_s));
        else
            done(ApiAnswer::nothing());
    });
}

} // namespace

std::vector<ApiRoute> inviteRoutes(Invites &invites)
{
    const auto with = [&invites](void (*handle)(Invites &, const ApiRequest &, const ApiDone &)) {
        return [&invites, handle](const ApiRequest &request, const ApiDone &done) {
            handle(invites, request, done);
        };
    };
    const auto all = u"yards/{yard}/invites"_s;
    const auto owner = ApiRoute::Access::Owner;
    return {{"GET", all, owner, ApiRoute::Cost::Little, with(list)},
            {"POST", all, owner, ApiRoute::Cost::Little, with(make)},
            {"DELETE", all + u"/{id}"_s, owner, ApiRoute::Cost::Little, with(revoke)}};
}

} // namespace relay
