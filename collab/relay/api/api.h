// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/api/apirequest.h"
#include "collab/relay/api/requestrates.h"
#include "collab/relay/auth/accessgate.h"
#include "collab/relay/httpendpoint.h"
#include "collab/relay/metrics/httpmetrics.h"

#include <QObject>

#include <map>

namespace relay {

/// The name of the admin whose token that is.
using AdminAccess = std::function<std::optional<QString>(const QByteArray &token)>;

/// The relay's REST API, below `/api/v1/`: docs/relay-api.md.
///
/// Finds what a request is for, lets in who may make it, and sends the answer when it is there. The
/// token stands behind `Authorization: Bearer`, as for the sockets. Errors are `{"error": "…"}`:
/// 401 without a token that is one, 403 for one that may not, 404, 405, 413, 429 for who asks too
/// often, and 503 when nothing comes of it within 30 seconds.
class Api final : public QObject, public HttpEndpoint
{
    Q_OBJECT

public:
    struct Setting
    {
        AccessGate &gate; ///< borrowed; must outlive the API
        AdminAccess admins = {}; ///< who may do what owners of any yard may, and more
        HttpMetrics &metrics; ///< likewise
    };
    explicit Api(const Setting &setting, QObject *parent = nullptr);
    ~Api() override;

    void add(std::vector<ApiRoute> routes);
    /// Where answers say that the relay is, instead of where it was asked.
    void setPublicUrl(const QUrl &url) { m_publicUrl = url; }

    /// The one that it is asked with, http by default.
    void setScheme(const QString &scheme) { m_scheme = scheme; }

    bool serves(const QUrl &url) const override;
    void answer(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
    qint64 bodyLimit(const RequestHead &head) const override;

private:
    struct Found
    {
        const ApiRoute *route = nullptr;
        QString yard = {};
        QString id = {};
        QByteArrayList methods = {}; ///< that there are at the address
    };
    struct Waiting
    {
        QHttpServerResponder responder;
        QByteArray endpoint = {};
    };

    Found find(const QByteArray &method, const QUrl &url) const;
    std::expected<Person, ApiAnswer> admit(const Found &found, const QHttpServerRequest &request);
    ApiAnswer refuseAsAdmin(const QByteArray &token);
    bool maySend(const Found &found, const RequestHead &head) const;
    ApiDone later(const QByteArray &endpoint, QHttpServerResponder &responder);
    void finish(quint64 number, ApiAnswer answer);
    void send(const QByteArray &endpoint, QHttpServerResponder &responder, ApiAnswer answer);

    const Setting m_setting;
    QUrl m_publicUrl;
    QString m_scheme = QStringLiteral("http");
    std::vector<ApiRoute> m_routes;
    RequestRates m_requests{50, 200}; ///< of one token
    RequestRates m_costly{1, 30}; ///< likewise, those that read or write whole yards
    RequestRates m_guesses{1, 10}; ///< at the admins' tokens, of all together
    std::map<quint64, Waiting> m_waiting;
    quint64 m_lastNumber = 0;
};

} // namespace relay
