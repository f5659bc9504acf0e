// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/sharing/yardpeople.h"

#include "collab/awareness/awareness.h"

#include <QDateTime>
#include <QDeadlineTimer>

#include <algorithm>
#include <tuple>
#include <utility>

namespace workspace {

static constexpr qint64 LongestIdleMs = 7LL * 24 * 3600 * 1000; ///< more is a wrong clock

YardPeople::YardPeople(QObject *parent)
    : QObject(parent)
{
}

qint64 YardPeople::now() const
{
    return QDeadlineTimer::current().deadline();
}

const Person *YardPeople::find(quint64 client) const
{
    const auto found = std::ranges::find(m_people, client, &Person::client);
    return found == m_people.end() ? nullptr : &*found;
}

const Person *YardPeople::self() const
{
    return !m_people.empty() && m_people.front().isSelf ? &m_people.front() : nullptr;
}

int YardPeople::others() const
{
    return int(m_people.size()) - (self() ? 1 : 0) + m_left;
}

qint64 YardPeople::idleFor(const Person &person) const
{
    return std::max<qint64>(0, now() - person.activeAt);
}

bool YardPeople::isTyping(const Person &person) const
{
    return person.presence.spotlightQuery && !person.presence.spotlightQuery->isEmpty()
        && now() - person.typedAt < TypingMs;
}

void YardPeople::follow(collab::Awareness *awareness)
{
    if (m_awareness)
        m_awareness->disconnect(this);
    m_awareness = awareness;
    if (awareness)
        connect(awareness, &collab::Awareness::changed, this,
                [this](const collab::AwarenessChange &change) { read(change.clients()); });
    m_strange.clear();
    read({});
}

/// When somebody did something last: for one who was there already, by their own clock, if that can
/// be right.
static qint64 activeAt(const Presence &presence, qint64 now)
{
    const auto ago = QDateTime::currentMSecsSinceEpoch() - presence.timestamp;
    return ago > 0 && ago < LongestIdleMs ? now - ago : now;
}

void YardPeople::take(Person &&person, const Person *before)
{
    if (!before) {
        person.activeAt = activeAt(person.presence, now());
        person.typedAt = now();
    } else {
        const bool isSame = before->presence == person.presence;
        const bool isQuery = before->presence.spotlightQuery == person.presence.spotlightQuery;
        person.activeAt = isSame ? before->activeAt : now();
        person.typedAt = isQuery ? before->typedAt : now();
    }
    m_people.push_back(std::move(person));
}

/// Takes in who is there; only what these clients tell is read anew.
void YardPeople::read(const QList<quint64> &news)
{
    const auto before = std::exchange(m_people, {});
    const auto known = [&before](quint64 client) -> const Person * {
        const auto found = std::ranges::find(before, client, &Person::client);
        return found == before.end() ? nullptr : &*found;
    };
    const int leftBefore = std::exchange(m_left, 0);
    for (const auto client : news)
        m_strange.remove(client);
    const auto clients = m_awareness ? m_awareness->clients() : QList<quint64>();
    for (const auto client : clients) {
        const bool isNews = news.contains(client);
        if (const auto *was = known(client); was && !isNews) {
            m_people.push_back(*was);
            continue;
        }
        if (!isNews && m_strange.contains(client))
            continue;
        auto presence = Presence::read(m_awareness->state(client));
        if (!presence) {
            m_strange.insert(client);
            continue;
        }
        const bool isSelf = client == m_awareness->clientId();
        if (!isSelf && std::ssize(m_people) >= MostPeople)
            ++m_left;
        else
            take({.client = client, .presence = std::move(*presence), .isSelf = isSelf},
                 known(client));
    }
    std::ranges::sort(m_people, [](const Person &a, const Person &b) {
        const auto order = a.presence.name.compare(b.presence.name, Qt::CaseInsensitive);
        return std::tuple(!a.isSelf, order, a.client) < std::tuple(!b.isSelf, 0, b.client);
    });
    const auto after = m_people; // who hears of it may change who is there
    for (const auto &person : after) {
        const auto *was = known(person.client);
        if (was && was->presence != person.presence)
            Q_EMIT personChanged(person.client);
    }
    if (before != after || leftBefore != m_left)
        Q_EMIT changed();
}

} // namespace workspace
