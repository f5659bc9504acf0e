// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/demo/discoverydoc.h"
#include "kube/demo/selector.h"
#include "kube/demo/store.h"
#include "kube/demo/tablerenderer.h"

#include <optional>

namespace demo {

class HttpConnection;
class LogSource;
class Script;
struct ApiServerOptions;
struct HttpRequest;
struct LogRequest;

/// What a path of the API and a method mean.
struct Target
{
    QString verb = {};
    kube::ApiResource resource = {};
    QString nameSpace = {};
    QString name = {};
    QString subresource = {};

    kube::ObjectRef ref() const { return {resource.gvr(), nameSpace, name}; }
};

/// Answers authenticated requests: reads what they mean, asks the store, writes the answer.
class RequestRouter
{
public:
    /// All are borrowed.
    RequestRouter(Store &store, const LogSource &logs, const Script &script,
                  const ApiServerOptions &options);

    void answer(HttpConnection &connection, const HttpRequest &request);

    /// What a request aims at; no value when it is no path of a known resource.
    std::optional<Target> targetOf(const HttpRequest &request) const;
    /// 403 when the script forbids it.
    std::optional<kube::Error> refusal(const Target &target, const HttpRequest &request) const;
    /// The pod that exec or log aims at, checked as the server does: the container exists and runs.
    /// Gives the container's name.
    kube::Result<QString> containerFor(const Target &target, const QString &wanted,
                                       bool mustRun) const;

private:
    struct Form ///< what the Accept header asks for
    {
        std::optional<IncludeObject> table = {};
        bool metadataOnly = false;
        bool acceptable = true;
    };
    static Form formOf(const HttpRequest &request);

    bool answerDocument(HttpConnection &connection, const HttpRequest &request) const;
    bool answerDiscovery(HttpConnection &connection, const HttpRequest &request) const;
    bool answerReview(HttpConnection &connection, const Target &target,
                      const HttpRequest &request) const;
    bool answerSummary(HttpConnection &connection, const HttpRequest &request) const;
    bool answerMetrics(HttpConnection &connection, const Target &target,
                       const HttpRequest &request) const;
    void list(HttpConnection &connection, const Target &target, const HttpRequest &request) const;
    void watch(HttpConnection &connection, const Target &target, const HttpRequest &request) const;
    void log(HttpConnection &connection, const Target &target, const HttpRequest &request) const;
    void object(HttpConnection &connection, const Target &target, const HttpRequest &request);
    void scale(HttpConnection &connection, const Target &target, const HttpRequest &request);
    void evict(HttpConnection &connection, const Target &target, const HttpRequest &request);

    kube::Result<QJsonObject> read(const Target &target) const;
    kube::Result<QJsonObject> create(const Target &target, const HttpRequest &request);
    kube::Result<QJsonObject> write(const Target &target, const HttpRequest &request);
    kube::Result<QJsonObject> remove(const Target &target, const HttpRequest &request);
    kube::Result<QJsonObject> removeAll(const Target &target, const HttpRequest &request);
    void send(HttpConnection &connection, const Target &target, const HttpRequest &request,
              const kube::Result<QJsonObject> &result, int code = 200) const;

    Store &m_store;
    const LogSource &m_logs;
    const Script &m_script;
    const ApiServerOptions &m_options;
    DiscoveryDoc m_discovery;
    TableRenderer m_tables;
};

/// Answers with a `Status` failure.
void sendError(HttpConnection &connection, const kube::Error &error);

} // namespace demo
