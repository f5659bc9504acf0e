// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/demo/selector.h"
#include "kube/demo/store.h"
#include "kube/demo/tablerenderer.h"

#include <QObject>

#include <chrono>
#include <optional>

namespace demo {

class HttpConnection;
class Script;

/// What a watch was asked for.
struct WatchRequest
{
    kube::ApiResource resource = {};
    QString nameSpace = {};
    Selector selector = {};
    std::optional<IncludeObject> table = {}; ///< no value: whole objects
    QString resourceVersion = {};
    bool bookmarks = false;
    bool sendInitialEvents = false;
    bool metadataOnly = false; ///< as=PartialObjectMetadata
    std::chrono::seconds timeout = {}; ///< 0: the server's own choice, 30 minutes
    std::chrono::milliseconds bookmarkEvery = {};
};

/// One open watch: replays, then passes on what happens, until the time is up or the client leaves.
/// A client that lets 16 MiB of changes pile up is cut off; what there is at first is sent as it
/// takes it. Ends with its connection.
/// https://kubernetes.io/docs/reference/using-api/api-concepts/#efficient-detection-of-changes
class WatchSession : public QObject
{
    Q_OBJECT

public:
    /// All are borrowed; the session becomes a child of `connection`.
    WatchSession(HttpConnection &connection, const Store &store, const Script &script,
                 WatchRequest request);

    void start();

private:
    void sendCurrent();
    void sendMore();
    bool replay(qint64 revision);
    void pass(const Change &change);
    void send(const QString &type, const QJsonObject &object);
    void sendBookmark(bool endOfInitialEvents);
    void sendError(const QJsonObject &status);
    QJsonObject render(const QJsonObject &object);
    bool wants(const QJsonObject &object) const;
    void end();

    HttpConnection &m_connection;
    const Store &m_store;
    const Script &m_script;
    WatchRequest m_request;
    std::vector<QJsonObject> m_initial; ///< what is still to be sent, the last first
    std::vector<Change> m_meanwhile; ///< happened while initial events were sent
    qint64 m_listedAt = 0; ///< the revision of what was there at first
    bool m_columnsSent = false;
    bool m_ended = false;
};

} // namespace demo
