// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/events/eventwatch.h"

#include "kube/watch/resourcecache.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {

static Reflector::Options optionsFor(const QString &nameSpace, const EventScope &scope)
{
    Reflector::Options options;
    options.resource = {.version = u"v1"_s,
                        .resource = u"events"_s,
                        .kind = u"Event"_s,
                        .verbs = {u"list"_s, u"watch"_s}};
    options.nameSpace = nameSpace;
    if (!scope.node.isEmpty())
        options.fieldSelector = u"involvedObject.kind=Node,involvedObject.name="_s + scope.node;
    else if (!scope.uid.isEmpty())
        options.fieldSelector = u"involvedObject.uid="_s + scope.uid;
    options.format = Reflector::Format::Object;
    return options;
}

EventWatch::EventWatch(ResourceCache &cache, const EventScope &scope, QObject *parent)
    : QObject(parent)
{
    for (const auto &nameSpace : scope.nameSpaces)
        watch(cache, nameSpace, scope);
    if (m_sources.empty())
        watch(cache, {}, scope);
}

void EventWatch::start()
{
    for (const auto &source : m_sources)
        source->start();
}

void EventWatch::watch(ResourceCache &cache, const QString &nameSpace, const EventScope &scope)
{
    m_sources.push_back(cache.subscribe(optionsFor(nameSpace, scope)));
    auto *source = m_sources.back().get();
    connect(source, &Subscription::stateChanged, this, &EventWatch::stateChanged);
    connect(source, &Subscription::listed, this, &EventWatch::changed);
    connect(source, &Subscription::pageListed, this, [this](const std::vector<PackedItem> &items) {
        for (const auto &item : items)
            m_log.add(item.uid(), item.unpacked().json);
        Q_EMIT changed();
    });
    connect(source, &Subscription::changed, this, [this](const std::vector<PackedEvent> &events) {
        for (const auto &event : events) {
            if (event.type == ItemEvent::Type::Deleted)
                m_log.remove(event.item.uid());
            else
                m_log.add(event.item.uid(), event.item.unpacked().json);
        }
        Q_EMIT changed();
    });
}

bool EventWatch::isListed() const
{
    return std::ranges::all_of(m_sources, [](const auto &source) { return source->isListed(); });
}

const Subscription &EventWatch::worst() const
{
    // Listing hides nothing that is known, but a refusal or a lost connection has to be told.
    const auto rank = [](const std::unique_ptr<Subscription> &source) {
        switch (source->state()) {
        case Subscription::State::Refused: return 0;
        case Subscription::State::Stale: return 1;
        case Subscription::State::Idle:
        case Subscription::State::Listing: return 2;
        case Subscription::State::Live: return 3;
        }
        return 3;
    };
    return **std::ranges::min_element(m_sources, {}, rank);
}

std::vector<EventGroup> EventWatch::groups() const
{
    auto groups = m_log.groups();
    std::ranges::stable_sort(groups, {}, &EventGroup::last);
    return groups;
}

} // namespace kube
