// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/relations/relationfeed.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {

static constexpr qint64 SliceMilliseconds = 4;
static constexpr size_t SliceObjects = 64; // between two looks at the clock

/// Discovery knows where every kind lives; the built-in ones are known without it.
static ScopeRule ruleFor(const ApiResources &resources)
{
    QSet<std::pair<QString, QString>> scoped;
    for (const auto &resource : resources.resources) {
        if (!resource.namespaced)
            scoped.insert({resource.group, resource.kind});
    }
    return [scoped](const QString &group, const QString &kind) {
        return scoped.contains({group, kind}) || isClusterScoped(group, kind);
    };
}

static QString nameOf(const QString &group, const QString &kind)
{
    return group + u'/' + kind;
}

RelationFeed::RelationFeed(ApiClient &client, const ApiResources &resources, QString nameSpace,
                           QObject *parent, ReflectorPace pace)
    : QObject(parent)
    , m_client(client)
    , m_resources(resources)
    , m_nameSpace(std::move(nameSpace))
    , m_pace(pace)
    , m_clusterScoped(ruleFor(resources))
    , m_reader(m_clusterScoped)
{
    connect(&m_reader, &RelationReader::read, this, &RelationFeed::takeRead);
    m_slice.setInterval(0);
    connect(&m_slice, &QTimer::timeout, this, &RelationFeed::applySome);
}

RelationFeed::~RelationFeed() = default;

void RelationFeed::need(const std::vector<RelatedKind> &kinds)
{
    for (const auto &kind : kinds) {
        const auto name = nameOf(kind.group, kind.kind);
        if (m_parts.contains(name))
            continue;
        const auto found = std::ranges::find_if(m_resources.resources, [&](const auto &resource) {
            return resource.group == kind.group && resource.kind == kind.kind;
        });
        if (found == m_resources.resources.end() || !found->can(u"list"))
            continue;
        auto &part = m_parts[name];
        part.resource = *found;
        start(part);
    }
}

void RelationFeed::start(Part &part)
{
    const auto &resource = part.resource;
    Reflector::Options options;
    options.resource = resource;
    options.nameSpace = resource.namespaced ? m_nameSpace : QString();
    options.format = isMetadataOnly(resource.group, resource.kind) ? Reflector::Format::Table
                                                                   : Reflector::Format::Object;
    options.pace = m_pace;
    part.reflector = std::make_unique<Reflector>(m_client, options);
    const auto *reflector = part.reflector.get();
    connect(reflector, &Reflector::replaced, this,
            [this, resource, place = options.nameSpace](const std::vector<PackedItem> &items) {
                RelationInput input{resource, place, true, {}};
                input.events.reserve(items.size());
                for (const auto &item : items)
                    input.events.push_back({ItemEvent::Type::Added, item});
                m_reader.push(std::move(input));
            });
    connect(reflector, &Reflector::changed, this,
            [this, resource, place = options.nameSpace](const std::vector<PackedEvent> &events) {
                m_reader.push({resource, place, false, events});
            });
    connect(reflector, &Reflector::stateChanged, this, [this, &part] { takeState(part); });
    part.reflector->start();
}

void RelationFeed::takeState(Part &part)
{
    if (part.reflector->state() != Reflector::State::Refused)
        return;
    part.refused = part.reflector->lastError().value_or(Error());
    if (part.refused->kind == Error::Kind::Forbidden) {
        // It would be asked for again every minute; only another role changes the answer.
        QMetaObject::invokeMethod(part.reflector.get(), &Reflector::stop, Qt::QueuedConnection);
    }
    Q_EMIT partsChanged();
}

void RelationFeed::take(const QJsonObject &object)
{
    m_graph.set(relationsOf(object, m_clusterScoped));
}

void RelationFeed::takeRead(const RelationOutput &output)
{
    m_waiting.push_back(output);
    m_slice.start();
}

void RelationFeed::applySome()
{
    QElapsedTimer clock;
    clock.start();
    while (!m_waiting.empty() && clock.elapsed() < SliceMilliseconds) {
        auto &output = m_waiting.front();
        const auto end = qMin(m_taken + SliceObjects, output.changes.size());
        m_graph.apply(
            {output.changes.begin() + qptrdiff(m_taken), output.changes.begin() + qptrdiff(end)});
        m_taken = end;
        if (end < output.changes.size())
            continue;
        if (output.whole)
            finishList(output);
        m_taken = 0;
        m_waiting.pop_front();
    }
    if (m_waiting.empty())
        m_slice.stop();
}

void RelationFeed::finishList(const RelationOutput &output)
{
    QSet<ObjectKey> listed;
    for (const auto &change : output.changes)
        listed.insert(change.relations.object);
    std::vector<RelationChange> gone;
    for (const auto &key : m_graph.objects(output.group, output.kind, output.nameSpace)) {
        if (!listed.contains(key))
            gone.push_back({.relations = {.object = key}, .removed = true});
    }
    m_graph.setComplete(output.group, output.kind, output.nameSpace, true);
    m_graph.apply(gone);
    auto &part = m_parts[nameOf(output.group, output.kind)];
    const bool first = !std::exchange(part.listed, true);
    const bool healed = part.refused.has_value();
    part.refused.reset();
    if (first || healed)
        Q_EMIT partsChanged();
}

bool RelationFeed::isComplete() const
{
    return std::ranges::all_of(
        m_parts, [](const auto &part) { return part.second.listed || part.second.refused; });
}

std::vector<RelationFeed::MissingPart> RelationFeed::missing() const
{
    std::vector<MissingPart> result;
    for (const auto &[name, part] : m_parts) {
        if (part.refused)
            result.push_back({{part.resource.group, part.resource.kind}, *part.refused});
    }
    return result;
}

RelationFeeds::RelationFeeds(ApiClient &client, ApiResources resources)
    : m_client(client)
    , m_resources(std::move(resources))
{
}

std::shared_ptr<RelationFeed> RelationFeeds::feedFor(const QString &nameSpace)
{
    std::erase_if(m_feeds, [](const auto &entry) { return entry.second.expired(); });
    auto feed = m_feeds[nameSpace].lock();
    if (!feed) {
        feed = std::make_shared<RelationFeed>(m_client, m_resources, nameSpace);
        m_feeds[nameSpace] = feed;
    }
    return feed;
}

} // namespace kube
