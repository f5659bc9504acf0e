// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/awareness/awareness.h"

#include "collab/lib0/anycoding.h"
#include "collab/lib0/json.h"

#include <QDeadlineTimer>
#include <QJsonDocument>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace collab {

static constexpr QByteArrayView NullText("null");

AwarenessOptions AwarenessOptions::manual()
{
    AwarenessOptions options;
    options.checkEvery = options.tellEvery = {};
    return options;
}

Awareness::Awareness(quint64 clientId, const AwarenessOptions &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_clientId(clientId)
    , m_local(lib0::Any::Object())
    , m_toldAt(now() - options.tellEvery.count())
{
    // As in Yjs: an empty object under a clock that nobody takes for news until it is set.
    store(clientId, "{}");
    m_known[clientId] = {.clock = 0, .heardAt = now()};
    connect(&m_check, &QTimer::timeout, this, &Awareness::check);
    if (options.checkEvery.count() > 0)
        m_check.start(options.checkEvery);
    m_publish.setSingleShot(true);
    m_publish.setTimerType(Qt::PreciseTimer);
    connect(&m_publish, &QTimer::timeout, this, &Awareness::flush);
}

Awareness::~Awareness() = default;

qint64 Awareness::now() const
{
    return m_options.now ? m_options.now() : QDeadlineTimer::current().deadline();
}

void Awareness::setClientId(quint64 id)
{
    if (id == m_clientId)
        return;
    flush();
    const auto old = std::exchange(m_clientId, id);
    const auto json = m_states.contains(old) ? m_states.at(old) : QByteArray();
    Changes changes;
    if (erase(old)) {
        m_known[old] = {.clock = m_known[old].clock + 1, .heardAt = now()};
        changes.all.removed = changes.real.removed = {old};
        // From 1: a client of which nothing is known but the clock 0 is not taken for news.
        m_known[id] = {.clock = m_known[id].clock + 1, .heardAt = now()};
        store(id, json);
        changes.all.added = changes.real.added = {id};
    }
    tell(changes, nullptr);
}

Result<void> Awareness::setLocalState(const QJsonObject &state)
{
    return want(lib0::fromJson(state));
}

Result<void> Awareness::setLocalState(const lib0::Any &state)
{
    return want(state);
}

Result<void> Awareness::setLocalStateField(const QString &field, const lib0::Any &value)
{
    const auto *entries = m_local.object();
    if (!entries)
        return {};
    auto changed = *entries;
    changed.emplace_back(field, value);
    return want(lib0::inKeyOrder(std::move(changed)));
}

Result<void> Awareness::want(const lib0::Any &state)
{
    const bool isGone = state.isNull() || state.isUndefined();
    const auto json = isGone ? QByteArray() : lib0::stringify(state);
    if (json.size() > m_options.stateBytes)
        return std::unexpected(Error(Error::Kind::TooLarge, u"the state is too large"_s));
    m_local = isGone ? lib0::Any(nullptr) : state;
    m_wanted = json;
    m_waits = true;
    const auto wait = m_toldAt + m_options.tellEvery.count() - now();
    // A farewell does not wait: who says it may be about to leave.
    if (isGone || m_options.tellEvery.count() == 0)
        flush();
    else if (!m_publish.isActive())
        m_publish.start(std::chrono::milliseconds(std::max<qint64>(wait, 0)));
    return {};
}

void Awareness::flush()
{
    m_publish.stop();
    if (std::exchange(m_waits, false))
        publish(m_wanted);
}

void Awareness::renew()
{
    if (m_waits)
        flush();
    else if (const auto own = m_states.find(m_clientId); own != m_states.end())
        publish(QByteArray(own->second));
}

void Awareness::publish(const QByteArray &json)
{
    m_toldAt = now();
    const auto before = this->json(m_clientId);
    const bool wasThere = m_states.contains(m_clientId);
    const auto known = m_known.find(m_clientId);
    const auto clock = known == m_known.end() ? 0 : known->second.clock + 1;
    m_known[m_clientId] = {.clock = clock, .heardAt = now()};
    Changes changes;
    if (json.isEmpty()) {
        erase(m_clientId);
        changes.all.removed = changes.real.removed = {m_clientId};
    } else {
        store(m_clientId, json);
        (wasThere ? changes.all.updated : changes.all.added) = {m_clientId};
        changes.real.added = changes.all.added;
        if (wasThere && !lib0::isSameJsonText(before, json))
            changes.real.updated = {m_clientId};
    }
    tell(changes, nullptr);
}

void Awareness::check()
{
    const auto time = now();
    if (m_states.contains(m_clientId)
        && time - m_known[m_clientId].heardAt >= m_options.renewAfter.count())
        renew();
    QList<quint64> silent;
    for (const auto &[client, json] : m_states) {
        if (client != m_clientId
            && time - m_known[client].heardAt >= m_options.outdatedAfter.count())
            silent.append(client);
    }
    removeStates(silent, this);
}

QList<quint64> Awareness::clients() const
{
    const auto keys = std::views::keys(m_states);
    return {keys.begin(), keys.end()};
}

QJsonObject Awareness::state(quint64 client) const
{
    return QJsonDocument::fromJson(json(client)).object();
}

QByteArray Awareness::json(quint64 client) const
{
    const auto found = m_states.find(client);
    return found == m_states.end() ? NullText.toByteArray() : found->second;
}

std::map<quint64, quint64> Awareness::clocks() const
{
    std::map<quint64, quint64> clocks;
    for (const auto &[client, known] : m_known)
        clocks.emplace(client, known.clock);
    return clocks;
}

static void write(lib0::Encoder &encoder, quint64 client, quint64 clock, QByteArrayView json)
{
    encoder.writeVarUint(client);
    encoder.writeVarUint(clock);
    encoder.writeVarBytes(json);
}

QByteArray Awareness::encode(const QList<quint64> &clients) const
{
    lib0::Encoder encoder;
    encoder.writeVarUint(quint64(std::ranges::count_if(
        clients, [this](quint64 client) { return m_known.contains(client); })));
    for (const auto client : clients) {
        if (const auto known = m_known.find(client); known != m_known.end())
            write(encoder, client, known->second.clock, json(client));
    }
    return encoder.take();
}

QByteArray Awareness::encodeFarewell()
{
    auto &known = m_known[m_clientId];
    lib0::Encoder encoder;
    encoder.writeVarUint(1);
    write(encoder, m_clientId, ++known.clock, NullText);
    return encoder.take();
}

void Awareness::removeStates(const QList<quint64> &clients, Origin origin)
{
    Changes changes;
    for (const auto client : clients) {
        if (!erase(client))
            continue;
        if (client == m_clientId) {
            m_known[client] = {.clock = m_known[client].clock + 1, .heardAt = now()};
            m_local = nullptr;
            m_waits = false;
        }
        changes.all.removed.append(client);
    }
    changes.real = changes.all;
    boundMemory();
    tell(changes, origin);
}

void Awareness::forget(const QList<quint64> &clients, Origin origin)
{
    auto others = clients;
    others.removeAll(m_clientId);
    removeStates(others, origin);
    for (const auto client : others)
        m_known.erase(client);
}

void Awareness::store(quint64 client, const QByteArray &json)
{
    auto &state = m_states[client];
    m_bytes += json.size() - state.size();
    state = json;
}

bool Awareness::erase(quint64 client)
{
    const auto found = m_states.find(client);
    if (found == m_states.end())
        return false;
    m_bytes -= found->second.size();
    m_states.erase(found);
    return true;
}

void Awareness::tell(const Changes &changes, Origin origin)
{
    if (!changes.real.isEmpty())
        Q_EMIT changed(changes.real, origin);
    if (!changes.all.isEmpty())
        Q_EMIT updated(changes.all, origin);
}

} // namespace collab
