// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/yard/watchsession.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gateway {

static constexpr auto HeartbeatEvery = std::chrono::seconds(15);
static constexpr qsizetype MostOfBatch = 256 * 1024; // bytes

static QByteArray written(const QJsonObject &message)
{
    return QJsonDocument(message).toJson(QJsonDocument::Compact);
}

WatchSession::WatchSession(const Setting &setting, Sink sink, QObject *parent)
    : QObject(parent)
    , m_setting(setting)
    , m_sink(std::move(sink))
{
    m_batch.setSingleShot(true);
    connect(&m_batch, &QTimer::timeout, this, &WatchSession::tell);
    connect(&m_heartbeat, &QTimer::timeout, this, [this] {
        if (m_sink.hasRoom())
            m_sink.take({written({{u"type"_s, u"HEARTBEAT"_s}})}, {});
    });
    m_heartbeat.start(HeartbeatEvery);
}

WatchSession::~WatchSession() = default;

static Access accessTo(const Named &named, const QString &nameSpace)
{
    const auto &resource = named.resource;
    const bool isOfNamespaces = resource.resource == "namespaces"_L1;
    return {.verb = u"watch"_s,
            .resource = resource.resource,
            .nameSpace = resource.namespaced ? nameSpace : QString(),
            .isClusterWide = !resource.namespaced && !isOfNamespaces};
}

std::expected<Named, Denial> WatchSession::find(const Setting &setting, const QString &kind,
                                                const QString &nameSpace)
{
    auto named = namedBy(setting.parts, setting.cluster, kind);
    if (named && !setting.parts.authorizer.allows(setting.caller, accessTo(*named, nameSpace)))
        return std::unexpected(
            Denial{.status = QHttpServerResponder::StatusCode::Forbidden,
                   .sentence = u"You may not watch %1 there."_s.arg(named->resource.resource)});
    return named;
}

void WatchSession::tellError(const QString &kind, const Denial &denial)
{
    m_sink.take({written({{u"type"_s, u"ERROR"_s},
                          {u"kind"_s, kind},
                          {u"status"_s, int(denial.status)},
                          {u"error"_s, denial.sentence}})},
                {});
}

void WatchSession::add(const QString &kind, const ChangeFeed::Wish &wish)
{
    const auto named = find(m_setting, kind, wish.nameSpace);
    if (!named)
        return tellError(kind, named.error());
    const auto name = named->resource.resource;
    m_feeds.erase(name);
    auto place = m_setting.limits.take(StreamLimits::Kind::Watch, m_setting.caller, {});
    if (!place)
        return tellError(name, place.error());
    const auto number = ++m_lastNumber;
    m_feeds.insert_or_assign(name, Feed{.place = *place, .feed = {}, .number = number});
    m_setting.parts.clusters
        .permits(m_setting.caller, named->clusterName, accessTo(*named, wish.nameSpace))
        .then(this, [this, number, named = *named, wish](bool isPermitted) {
            const auto found = m_feeds.find(named.resource.resource);
            if (found == m_feeds.end() || found->second.number != number)
                return; // it was changed meanwhile
            if (isPermitted)
                return begin(named.resource.resource, named, wish);
            m_feeds.erase(found);
            tellError(named.resource.resource,
                      {.status = QHttpServerResponder::StatusCode::Forbidden,
                       .sentence = u"The cluster does not allow that."_s});
        });
}

void WatchSession::begin(const QString &kind, const Named &named, const ChangeFeed::Wish &wish)
{
    const QPointer<WatchSession> alive(this);
    m_setting.collections.whenListed(
        *named.cluster, named.resource,
        [alive, kind, wish, number = m_feeds.at(kind).number](const auto &shared) {
            if (!alive)
                return;
            const auto found = alive->m_feeds.find(kind);
            if (found == alive->m_feeds.end() || found->second.number != number)
                return;
            if (!shared) {
                alive->m_feeds.erase(found);
                return alive->tellError(kind, denialOf(shared.error()));
            }
            auto feed = std::make_unique<ChangeFeed>(alive->m_setting.parts, *shared,
                                                     alive->m_setting.caller, wish);
            connect(feed.get(), &ChangeFeed::ready, alive, &WatchSession::tellSoon);
            found->second.feed = std::move(feed);
            alive->m_batch.start(0);
        });
}

void WatchSession::remove(const QString &kind)
{
    m_feeds.erase(kind);
}

void WatchSession::tellSoon()
{
    if (!m_batch.isActive())
        m_batch.start(BatchEvery);
}

/// Each kind in turn, as long as there is room.
void WatchSession::tell()
{
    bool hasMore = false;
    for (const auto &[kind, feed] : m_feeds) {
        if (!feed.feed || !feed.feed->hasMore())
            continue;
        if (!m_sink.hasRoom())
            return; // resume() comes
        QByteArrayList messages;
        qsizetype bytes = 0;
        while (bytes < MostOfBatch) {
            const auto message = feed.feed->next();
            if (!message)
                break;
            bytes += message->size();
            messages.append(*message);
        }
        hasMore = hasMore || feed.feed->hasMore();
        if (!messages.isEmpty())
            m_sink.take(messages, tokens());
    }
    if (hasMore)
        m_batch.start(0);
}

QByteArray WatchSession::tokens() const
{
    QByteArrayList tokens;
    for (const auto &[kind, feed] : m_feeds) {
        if (!feed.feed || feed.feed->hasMore())
            return {};
        tokens.append(kind.toUtf8() + '=' + feed.feed->token());
    }
    return tokens.join(';');
}

std::map<QString, QByteArray> WatchSession::tokensIn(const QByteArray &text)
{
    std::map<QString, QByteArray> tokens;
    for (const auto &one : text.split(';')) {
        if (const auto at = one.indexOf('='); at > 0)
            tokens.insert_or_assign(QString::fromUtf8(one.first(at)), one.sliced(at + 1));
    }
    return tokens;
}

} // namespace gateway
