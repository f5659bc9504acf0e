// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/demo/watchsession.h"

#include "kube/api/patience.h"
#include "kube/demo/apierror.h"
#include "kube/demo/httpconnection.h"
#include "kube/demo/script.h"

#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo {

static constexpr qint64 maxWaiting = 16 * 1024 * 1024;
static constexpr qint64 pace = 256 * 1024; // of initial events that wait for the client

WatchSession::WatchSession(HttpConnection &connection, const Store &store, const Script &script,
                           WatchRequest request)
    : QObject(&connection)
    , m_connection(connection)
    , m_store(store)
    , m_script(script)
    , m_request(std::move(request))
{
    connect(&connection, &HttpConnection::closed, this, [this] { m_ended = true; });
}

void WatchSession::start()
{
    m_connection.beginStream(200, "application/json");
    const auto &version = m_request.resourceVersion;
    if (m_request.sendInitialEvents || version.isEmpty() || version == "0"_L1) {
        sendCurrent();
    } else if (!replay(version.toLongLong())) {
        sendError(statusObject(
            expired(u"too old resource version: %1 (%2)"_s.arg(version).arg(m_store.revision()))));
        end();
        return;
    }

    connect(&m_store, &Store::changed, this, [this](const Change &change) {
        if (m_initial.empty())
            pass(change);
        else if (change.gvr == m_request.resource.gvr())
            m_meanwhile.push_back(change);
    });
    if (m_request.bookmarks && m_request.bookmarkEvery.count() > 0) {
        auto *timer = new QTimer(this);
        connect(timer, &QTimer::timeout, this, [this] {
            if (m_initial.empty()) // it would name a version that is not reached yet
                sendBookmark(false);
        });
        timer->start(m_request.bookmarkEvery);
    }
    const std::chrono::seconds limit =
        m_request.timeout.count() > 0 ? m_request.timeout : std::chrono::minutes(30);
    kube::callAfter(limit, this, this, [this] { end(); });
}

void WatchSession::sendCurrent()
{
    for (const auto &object : m_store.list(m_request.resource.gvr(), m_request.nameSpace))
        if (m_request.selector.matches(object))
            m_initial.push_back(object);
    std::ranges::reverse(m_initial);
    m_listedAt = m_store.revision();
    connect(&m_connection, &HttpConnection::drained, this, [this] {
        if (!m_initial.empty())
            sendMore();
    });
    sendMore();
}

void WatchSession::sendMore()
{
    while (!m_initial.empty() && m_connection.bytesWaiting() < pace) {
        send(u"ADDED"_s, m_initial.back());
        m_initial.pop_back();
    }
    if (!m_initial.empty())
        return;
    if (m_request.sendInitialEvents && m_request.bookmarks)
        sendBookmark(true);
    for (const auto &change : std::exchange(m_meanwhile, {}))
        pass(change);
}

bool WatchSession::replay(qint64 revision)
{
    const auto changes = m_store.since(m_request.resource.gvr(), revision);
    if (!changes)
        return false;
    for (const auto &change : *changes)
        pass(change);
    return true;
}

bool WatchSession::wants(const QJsonObject &object) const
{
    return !object.isEmpty() && m_request.selector.matches(object);
}

// An object that begins to match a selector is Added to this watch, one that no longer does is
// Deleted.
void WatchSession::pass(const Change &change)
{
    if (change.gvr != m_request.resource.gvr())
        return;
    const auto nameSpace = change.object["metadata"_L1]["namespace"_L1].toString();
    if (!m_request.nameSpace.isEmpty() && nameSpace != m_request.nameSpace)
        return;
    const bool before = wants(change.previous);
    const bool now = change.type != Change::Type::Deleted && wants(change.object);
    if (now)
        send(before ? u"MODIFIED"_s : u"ADDED"_s, change.object);
    else if (before)
        send(u"DELETED"_s, change.object);
}

QJsonObject WatchSession::render(const QJsonObject &object)
{
    if (m_request.table) {
        const QJsonObject meta{{u"resourceVersion"_s, object["metadata"_L1]["resourceVersion"_L1]}};
        const auto table = TableRenderer(m_store).table(m_request.resource, {object}, meta,
                                                        *m_request.table, !m_columnsSent);
        m_columnsSent = true;
        return table;
    }
    if (m_request.metadataOnly)
        return {{u"kind"_s, u"PartialObjectMetadata"_s},
                {u"apiVersion"_s, u"meta.k8s.io/v1"_s},
                {u"metadata"_s, object["metadata"_L1]}};
    return object;
}

void WatchSession::send(const QString &type, const QJsonObject &object)
{
    if (m_ended || m_script.watchesSilent())
        return;
    m_connection.writeStream(toJson({{u"type"_s, type}, {u"object"_s, render(object)}}) + '\n');
    if (m_connection.bytesWaiting() > maxWaiting)
        m_connection.abort();
}

void WatchSession::sendBookmark(bool endOfInitialEvents)
{
    const auto revision = endOfInitialEvents ? m_listedAt : m_store.revision();
    QJsonObject meta{{u"resourceVersion"_s, QString::number(revision)},
                     {u"creationTimestamp"_s, QJsonValue::Null}};
    if (endOfInitialEvents)
        meta.insert("annotations"_L1, QJsonObject{{u"k8s.io/initial-events-end"_s, u"true"_s}});
    send(u"BOOKMARK"_s,
         {{u"kind"_s, m_request.resource.kind},
          {u"apiVersion"_s, m_request.resource.apiVersion()},
          {u"metadata"_s, meta}});
}

void WatchSession::sendError(const QJsonObject &status)
{
    m_connection.writeStream(toJson({{u"type"_s, u"ERROR"_s}, {u"object"_s, status}}) + '\n');
}

void WatchSession::end()
{
    if (m_ended)
        return;
    m_ended = true;
    m_connection.endStream();
    deleteLater();
}

} // namespace demo
