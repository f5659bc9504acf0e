// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/auth/invites.h"

#include "collab/relay/config/accesstokens.h"
#include "collab/relay/store/versionstore.h"

#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace relay {

using Status = WebSocketEndpoint::Status;

namespace {

constexpr auto RetryAfter = std::chrono::seconds(2);

QByteArray credentialOf(const Invite &invite)
{
    return "invite/" + invite.id.toUtf8();
}

bool hasExpired(const Invite &invite)
{
    return invite.expires <= QDateTime::currentDateTimeUtc();
}

} // namespace

Invites::Invites(Rooms &rooms, InviteStore &store, QObject *parent)
    : QObject(parent)
    , m_rooms(rooms)
    , m_store(store)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &Invites::refresh);
    connect(&m_again, &QTimer::timeout, this, &Invites::refresh);
    refresh();
}

void Invites::refresh()
{
    for (const auto &id : m_revoked.keys())
        removeRevoked(id, [](const auto &) { });
    const QPointer<Invites> alive(this);
    m_store.listInvites([alive, asked = m_changes](const auto &invites) {
        if (!alive)
            return;
        if (!invites)
            alive->m_retry.start(RetryAfter);
        else if (asked == alive->m_changes)
            alive->take(*invites);
        else
            alive->refresh(); // something was made or revoked meanwhile
    });
}

void Invites::refreshEvery(std::chrono::milliseconds time)
{
    if (time.count() > 0)
        m_again.start(time);
    else
        m_again.stop();
}

void Invites::take(const std::vector<Invite> &invites)
{
    QHash<QByteArray, Invite> known;
    for (const auto &invite : invites) {
        if (hasExpired(invite))
            m_store.removeInvite(invite.id, [](const auto &) { });
        else if (!m_revoked.contains(invite.id))
            known.insert(invite.sha256, invite);
    }
    const auto before = m_invites.keys();
    for (const auto &sha256 : before) {
        if (!known.contains(sha256))
            forget(sha256, u"the invite was revoked"_s);
    }
    m_invites = std::move(known);
    m_isLoaded = true;
}

std::expected<Person, Status> Invites::admit(const QString &yard, const QByteArray &token) const
{
    if (token.isEmpty())
        return std::unexpected(Status::Unauthorized);
    const auto found = m_invites.constFind(hashOf(token));
    if (found == m_invites.cend() || hasExpired(*found))
        return std::unexpected(m_isLoaded ? Status::Unauthorized : Status::ServiceUnavailable);
    if (found->room != yard)
        return std::unexpected(Status::Forbidden);
    return Person{.name = found->name,
                  .role = found->role,
                  .credential = credentialOf(*found),
                  .until = found->expires};
}

void Invites::make(const Invite &wish, const Answer<Made> &answer)
{
    Made made{.invite = wish, .token = makeToken()};
    made.invite.id = makeRecordId();
    made.invite.sha256 = hashOf(made.token);
    made.invite.made = QDateTime::currentDateTimeUtc();
    const QPointer<Invites> alive(this);
    m_store.addInvite(made.invite, [alive, made, answer](const auto &stored) {
        if (!stored)
            return answer(std::unexpected(stored.error()));
        if (alive) {
            ++alive->m_changes;
            alive->m_invites.insert(made.invite.sha256, made.invite);
        }
        answer(made);
    });
}

void Invites::revoke(const QString &yard, const QString &id, const Answer<bool> &answer)
{
    const auto found = std::ranges::find_if(
        m_invites, [&](const Invite &invite) { return invite.id == id && invite.room == yard; });
    if (found != m_invites.end()) {
        m_revoked.insert(id, *found);
        forget(QByteArray(found->sha256), u"the invite was revoked"_s);
    }
    if (m_revoked.value(id).room == yard)
        removeRevoked(id, answer);
    else
        answer(false);
}

/// Until the store has done it, a list of what it has would bring the invite back.
void Invites::removeRevoked(const QString &id, const Answer<bool> &answer)
{
    const QPointer<Invites> alive(this);
    m_store.removeInvite(id, [alive, id, answer](const auto &removed) {
        if (alive && removed)
            alive->m_revoked.remove(id);
        else if (alive && !alive->m_retry.isActive())
            alive->m_retry.start(RetryAfter);
        if (removed)
            answer(true);
        else
            answer(std::unexpected(removed.error()));
    });
}

void Invites::forget(const QByteArray &sha256, const QString &why)
{
    const auto credential = credentialOf(m_invites.value(sha256));
    ++m_changes;
    m_invites.remove(sha256);
    m_rooms.dropPeople(
        [&credential](const QString &, const Person &person) {
            return person.credential == credential;
        },
        {.code = collab::CloseReason::Unauthorized, .text = why});
}

std::vector<Invite> Invites::ofYard(const QString &yard) const
{
    std::vector<Invite> invites;
    std::ranges::copy_if(m_invites, std::back_inserter(invites), [&yard](const Invite &invite) {
        return invite.room == yard && !hasExpired(invite);
    });
    std::ranges::sort(invites, {},
                      [](const Invite &invite) { return std::pair(invite.made, invite.id); });
    return invites;
}

} // namespace relay
