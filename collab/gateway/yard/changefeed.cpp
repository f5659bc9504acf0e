// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/yard/changefeed.h"

#include "collab/gateway/policy/secretmask.h"
#include "collab/gateway/yard/jsonpatch.h"

#include <QJsonDocument>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace gateway {

namespace {

QByteArray written(const QJsonObject &message)
{
    return QJsonDocument(message).toJson(QJsonDocument::Compact);
}

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// Of PackedItem::uidKey(): 16 bytes of a UUID, or a text.
QString uidOf(const std::string &key)
{
    const auto bytes = QByteArray::fromStdString(key);
    static constexpr qsizetype UuidSize = 16;
    return bytes.size() == UuidSize ? QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces)
                                    : QString::fromUtf8(bytes);
}

} // namespace

ChangeFeed::ChangeFeed(const GatewayParts &parts, std::shared_ptr<Shared> shared,
                       const Caller &caller, const Wish &wish)
    : m_parts(parts)
    , m_shared(std::move(shared))
    , m_caller(caller)
    , m_wish(wish)
{
    connect(&m_shared->collection, &Collection::changed, this,
            [this](const std::vector<kube::PackedEvent> &events) {
                for (const auto &event : events)
                    queue(std::string(event.item.uidKey()));
                if (hasMore())
                    Q_EMIT ready();
            });
    begin(wish.since);
}

ChangeFeed::~ChangeFeed() = default;

/// Of who comes back what it knows is told from what has changed since.
void ChangeFeed::begin(const QByteArray &since)
{
    const auto &collection = m_shared->collection;
    const auto changes = since.isEmpty() ? std::nullopt : collection.changesSince(since);
    m_isReset = !since.isEmpty() && !changes;
    for (const auto &item : collection.sorted()) {
        const std::string uid(item.uidKey());
        if (!changes)
            queue(uid);
        else if (shows(item))
            m_told.emplace(uid, item);
    }
    if (!changes)
        return;
    for (const auto &[uid, wasThere] : *changes) {
        m_told.erase(uid);
        if (wasThere)
            m_told.emplace(uid, kube::PackedItem());
        queue(uid);
    }
}

void ChangeFeed::queue(const std::string &uid)
{
    if (m_queued.insert(uid).second)
        m_queue.push_back(uid);
}

bool ChangeFeed::shows(const kube::PackedItem &item) const
{
    const auto &resource = m_shared->collection.resource();
    const auto name = textOf(item.name());
    const auto nameSpace = textOf(item.nameSpace());
    if (resource.resource == "namespaces"_L1 && !m_parts.authorizer.serves(name))
        return false;
    if (!m_wish.nameSpace.isEmpty() && m_wish.nameSpace != nameSpace)
        return false;
    const bool isPlain = resource.resource == "namespaces"_L1;
    if (!m_parts.authorizer.allows(m_caller,
                                   {.verb = u"watch"_s,
                                    .resource = resource.resource,
                                    .nameSpace = nameSpace,
                                    .isClusterWide = !resource.namespaced && !isPlain}))
        return false;
    const bool isPod = resource.group.isEmpty() && resource.resource == "pods"_L1;
    const bool isApp = isOfApps(resource.group);
    if (!isPod && !isApp && m_wish.selector.isEmpty())
        return true;
    const auto labels = item.labels();
    return m_wish.selector.matches(labels) && (!isPod || m_parts.authorizer.showsPod(name, labels))
        && (!isApp || m_parts.authorizer.showsApp(name, labels));
}

std::optional<QByteArray> ChangeFeed::next()
{
    if (std::exchange(m_isReset, false))
        return written({{u"type"_s, u"RESET"_s}, {u"kind"_s, kind()}});
    while (!m_queue.empty()) {
        const auto uid = m_queue.front();
        m_queue.pop_front();
        m_queued.erase(uid);
        if (auto message = tell(uid))
            return message;
    }
    if (std::exchange(m_wasListed, true))
        return std::nullopt;
    return written({{u"type"_s, u"LISTED"_s},
                    {u"kind"_s, kind()},
                    {u"token"_s, QString::fromLatin1(token())}});
}

std::optional<QByteArray> ChangeFeed::tell(const std::string &uid)
{
    const auto *item = m_shared->collection.find(uid);
    const auto known = m_told.find(uid);
    if (item != nullptr && shows(*item)) {
        const auto before = known == m_told.end() ? kube::PackedItem() : known->second;
        const bool isKnown = known != m_told.end();
        if (isKnown && before == *item)
            return std::nullopt;
        m_told.insert_or_assign(uid, *item);
        if (isKnown)
            return messageOf(before, *item);
        return written(
            {{u"type"_s, u"ADDED"_s}, {u"kind"_s, kind()}, {u"object"_s, objectOf(*item)}});
    }
    if (known == m_told.end())
        return std::nullopt;
    const auto gone = known->second;
    m_told.erase(known);
    QJsonObject metadata{{u"uid"_s, uidOf(uid)}};
    if (!gone.uid().isEmpty()) {
        metadata.insert(u"name"_s, textOf(gone.name()));
        metadata.insert(u"namespace"_s, textOf(gone.nameSpace()));
    }
    return written({{u"type"_s, u"DELETED"_s},
                    {u"kind"_s, kind()},
                    {u"object"_s, QJsonObject{{u"metadata"_s, metadata}}}});
}

QByteArray ChangeFeed::messageOf(const kube::PackedItem &before, const kube::PackedItem &item) const
{
    const auto object = objectOf(item);
    QJsonObject message{{u"type"_s, u"MODIFIED"_s}, {u"kind"_s, kind()}};
    if (m_wish.patches && !before.uid().isEmpty()) {
        message.insert(u"uid"_s, item.uid());
        message.insert(u"patch"_s, jsonPatch(objectOf(before), object));
    } else {
        message.insert(u"object"_s, object);
    }
    return written(message);
}

/// Nobody is told a secret without asking for that very one.
QJsonObject ChangeFeed::objectOf(const kube::PackedItem &item) const
{
    const auto object = QJsonDocument::fromJson(item.unpacked().json).object();
    const auto &resource = m_shared->collection.resource();
    return holdsSecrets(resource.group, resource.resource) ? masked(object) : object;
}

} // namespace gateway
