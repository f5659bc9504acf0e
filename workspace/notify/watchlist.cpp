// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/notify/watchlist.h"

#include "workspace/session/session.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

static const auto Section = u"watched"_s;
static constexpr qsizetype LongestText = 1024;

static QString keyOf(const WatchedObject &watched)
{
    const auto &object = watched.object;
    return QStringList{watched.context, object.apiVersion, object.kind, object.nameSpace,
                       object.name}
        .join(u'\n');
}

static std::optional<WatchedObject> watchedFrom(const QJsonObject &json)
{
    const auto text = [&json](QLatin1StringView key) {
        return json.value(key).toString().left(LongestText);
    };
    const WatchedObject watched{
        text("context"_L1),
        {text("apiVersion"_L1), text("kind"_L1), text("namespace"_L1), text("name"_L1)}};
    if (watched.context.isEmpty() || watched.object.kind.isEmpty() || watched.object.name.isEmpty())
        return std::nullopt;
    return watched;
}

WatchList::WatchList(ClusterSet &clusters, Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_board(clusters)
{
    m_clock.start();
    m_settle.setSingleShot(true);
    connect(&m_settle, &QTimer::timeout, this, &WatchList::settle);
    connect(&m_board, &StatusBoard::changed, this, &WatchList::look);
    connect(&session, &Session::restored, this, &WatchList::restore);
    restore();
}

bool WatchList::isWatched(const WatchedObject &object) const
{
    return m_entries.contains(keyOf(object));
}

bool WatchList::isKnown(const WatchedObject &object) const
{
    const auto found = m_entries.find(keyOf(object));
    return found != m_entries.end() && found->second.story.isKnown();
}

std::vector<WatchedObject> WatchList::objects() const
{
    std::vector<WatchedObject> objects;
    for (const auto &[key, entry] : m_entries)
        objects.push_back(entry.object);
    return objects;
}

void WatchList::begin(const WatchedObject &object)
{
    const auto key = keyOf(object);
    m_entries[key] = {.object = object};
    m_board.watch({.id = key, .cluster = object.context, .object = object.object});
}

bool WatchList::watch(const WatchedObject &object)
{
    if (isWatched(object))
        return true;
    if (std::ssize(m_entries) >= Most)
        return false;
    begin(object);
    keep();
    return true;
}

void WatchList::unwatch(const WatchedObject &object)
{
    if (m_entries.erase(keyOf(object)) == 0)
        return;
    m_board.forget(keyOf(object));
    keep();
}

void WatchList::clear()
{
    for (const auto &[key, entry] : std::exchange(m_entries, {}))
        m_board.forget(key);
    keep();
}

void WatchList::keep()
{
    QJsonArray list;
    for (const auto &[key, entry] : m_entries) {
        const auto &object = entry.object.object;
        list.append(QJsonObject{{u"context"_s, entry.object.context},
                                {u"apiVersion"_s, object.apiVersion},
                                {u"kind"_s, object.kind},
                                {u"namespace"_s, object.nameSpace},
                                {u"name"_s, object.name}});
    }
    m_session.setSection(Section,
                         list.isEmpty() ? QJsonObject() : QJsonObject{{u"objects"_s, list}});
    Q_EMIT changed();
}

void WatchList::restore()
{
    for (const auto &[key, entry] : std::exchange(m_entries, {}))
        m_board.forget(key);
    for (const auto &value : m_session.section(Section).value("objects"_L1).toArray()) {
        const auto watched = watchedFrom(value.toObject());
        if (watched && std::ssize(m_entries) < Most)
            begin(*watched);
    }
    Q_EMIT changed();
}

void WatchList::look(const QString &key)
{
    const auto found = m_entries.find(key);
    if (found == m_entries.end())
        return;
    const auto status = m_board.status(key);
    const auto happening = found->second.story.see(status, now());
    const auto object = found->second.object;
    schedule();
    if (!happening)
        return;
    if (*happening == Happening::Deleted)
        // Queued: the board is telling of it just now.
        QMetaObject::invokeMethod(this, [this, object] { unwatch(object); }, Qt::QueuedConnection);
    Q_EMIT happened(object, *happening, status.sentence);
}

void WatchList::settle()
{
    std::vector<std::pair<WatchedObject, Happening>> news;
    for (auto &[key, entry] : m_entries) {
        if (const auto happening = entry.story.settle(now()))
            news.emplace_back(entry.object, *happening);
    }
    schedule();
    for (const auto &[object, happening] : news)
        Q_EMIT happened(object, happening, {});
}

void WatchList::schedule()
{
    std::optional<ObjectStory::Time> next;
    for (const auto &[key, entry] : m_entries) {
        const auto at = entry.story.settlesAt();
        if (at && (!next || *at < *next))
            next = at;
    }
    if (next)
        m_settle.start(std::max(*next - now(), ObjectStory::Time(0)));
    else
        m_settle.stop();
}

} // namespace workspace
