// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/config/clientconfig.h"
#include "kube/error.h"

#include <QDateTime>
#include <QFuture>
#include <QHttpHeaders>
#include <QObject>
#include <QSslConfiguration>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

class QNetworkAccessManager;
class QNetworkProxy;

namespace kube {

struct ExecCredential;

/// How often an Identity looks for new credentials.
struct IdentityPace
{
    /// Token files are written anew by kubelets and cloud agents: client-go reads them once a
    /// minute (transport/token_source.go).
    std::chrono::milliseconds cache = std::chrono::seconds(60);
    std::chrono::milliseconds refreshPause = std::chrono::seconds(10);
};

/// Who asks, and through which connection: the credentials of one context and the one network
/// manager that uses them. One manager per identity, because Qt re-uses a TLS connection across
/// different client certificates.
///
/// Lives on one thread. Credentials are found when they are first needed and kept until they
/// expire or refresh() is called; several callers share one run of an exec plugin.
class Identity : public QObject
{
    Q_OBJECT

public:
    /// What a request needs besides its URL. Holds secrets: never log it.
    struct Credentials
    {
        QHttpHeaders headers = {}; ///< Authorization and Impersonate-*
        QSslConfiguration tls = {};
        int generation = 0; ///< counts refreshes
    };

    explicit Identity(const ClientConfig &config, QObject *parent = nullptr,
                      IdentityPace pace = {});
    ~Identity() override;

    const ClientConfig &config() const { return m_config; }
    /// The server's URL, without a trailing slash in its path.
    QUrl server() const { return m_server; }

    /// The credentials to use now; fails when they cannot be had.
    [[nodiscard]] QFuture<Result<Credentials>> credentials();
    /// After a 401 to a request that used `generation`: forgets what can be fetched anew. Returns
    /// whether it is worth asking again: newer credentials exist, or can be fetched. Fetches at
    /// most once in 10 s, so that a server that always answers 401 starts no storm.
    bool refresh(int generation);

    /// The manager to use now. Whoever has a call under way keeps a share: new credentials bring a
    /// new manager, and calls that go on (watches, logs) must not end for that.
    std::shared_ptr<QNetworkAccessManager> network();
    QNetworkProxy proxy() const;

private:
    Result<Credentials> assemble(const ExecCredential *fromPlugin);
    Result<QString> bearerToken() const;
    void useTls(const QSslConfiguration &tls);
    void settle(const Result<ExecCredential> &answer);

    ClientConfig m_config;
    QUrl m_server;
    IdentityPace m_pace;
    std::shared_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<ExecCredential> m_fromPlugin;
    std::vector<QPromise<Result<Credentials>>> m_waiting;
    std::optional<Credentials> m_cached;
    QDateTime m_cachedAt;
    QSslConfiguration m_tlsInUse;
    QDateTime m_lastRefresh;
    int m_generation = 0;
};

} // namespace kube
