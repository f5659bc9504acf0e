// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/watch/subscription.h"

#include "kube/watch/cachedresource.h"
#include "kube/watch/framepump.h"

namespace kube {

// Small enough for a model that moves row after row to take one in a few milliseconds.
constexpr size_t PageSlice = 500;
constexpr size_t ChangeSlice = 100;

Subscription::Subscription(CachedResource &source, FramePump &pump, Reflector::Options options)
    : m_source(&source)
    , m_pump(&pump)
    , m_options(std::move(options))
{
    source.hold();
}

Subscription::~Subscription()
{
    if (m_source)
        m_source->detach(*this);
}

void Subscription::start()
{
    if (std::exchange(m_started, true) || !m_source)
        return;
    m_source->attach(*this);
    m_stateWaits = true;
    wake();
}

Subscription::State Subscription::state() const
{
    if (!m_source || !m_started)
        return State::Idle;
    const auto state = m_source->reflector().state();
    return state == State::Live && !m_listedTold ? State::Listing : state;
}

std::optional<Error> Subscription::lastError() const
{
    return m_source ? m_source->reflector().lastError() : std::nullopt;
}

QDateTime Subscription::lastHeard() const
{
    return m_source ? m_source->reflector().lastHeard() : QDateTime();
}

void Subscription::wake()
{
    if (m_pump)
        m_pump->wake(*this);
}

void Subscription::takeColumns(const QList<TableColumn> &columns)
{
    m_columns = columns;
    wake();
}

void Subscription::takeNew(const std::vector<PackedItem> &items)
{
    m_pages.insert(m_pages.end(), items.begin(), items.end());
    wake();
}

void Subscription::takeChange(ItemEvent::Type type, const PackedItem &item)
{
    const auto [place, isNew] =
        m_changeOf.try_emplace(std::string(item.uidKey()), m_changesTold + m_changes.size());
    if (isNew)
        m_changes.push_back({type, item});
    else
        m_changes[place->second - m_changesTold] = {type, item};
    wake();
}

void Subscription::takeListed()
{
    m_listedWaits = true;
    wake();
}

void Subscription::takeState()
{
    m_stateWaits = true;
    wake();
}

bool Subscription::tellSome()
{
    const QPointer<Subscription> alive(this);
    if (const auto columns = std::exchange(m_columns, {}))
        Q_EMIT columnsChanged(*columns);
    if (alive && !tellPage())
        tellChanges();
    if (!alive)
        return false;
    if (!m_pages.empty() || !m_changes.empty())
        return true;
    if (std::exchange(m_listedWaits, false)) {
        m_stateWaits |= !std::exchange(m_listedTold, true);
        Q_EMIT listed();
    }
    if (alive && std::exchange(m_stateWaits, false))
        Q_EMIT stateChanged();
    return alive && (m_columns || !m_pages.empty() || !m_changes.empty() || m_listedWaits);
}

bool Subscription::tellPage()
{
    if (m_pages.empty())
        return false;
    const auto end = m_pages.begin() + qsizetype(std::min(PageSlice, m_pages.size()));
    const std::vector<PackedItem> items(m_pages.begin(), end);
    m_pages.erase(m_pages.begin(), end);
    Q_EMIT pageListed(items);
    return true;
}

bool Subscription::tellChanges()
{
    if (m_changes.empty())
        return false;
    const auto count = std::min(ChangeSlice, m_changes.size());
    std::vector<PackedEvent> events;
    events.reserve(count);
    for (size_t i = 0; i < count; ++i) {
        m_changeOf.erase(std::string(m_changes.front().item.uidKey()));
        events.push_back(std::move(m_changes.front()));
        m_changes.pop_front();
    }
    m_changesTold += count;
    Q_EMIT changed(events);
    return true;
}

} // namespace kube
