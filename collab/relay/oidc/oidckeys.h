// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/oidc/jsonwebkeys.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QTimer>

#include <optional>

namespace relay {

/// The keys of one OpenID provider, as its discovery document leads to them
/// (https://openid.net/specs/openid-connect-discovery-1_0.html), kept current.
///
/// Fetched at the start, every ten minutes, and when a token names a key that is not among them,
/// but not more often than twice a minute, whatever tokens people show. While the provider does not
/// answer, those that were fetched last hold.
class OidcKeys : public QObject
{
    Q_OBJECT

public:
    struct Pace
    {
        std::chrono::milliseconds renew = std::chrono::minutes(10);
        std::chrono::milliseconds retry = std::chrono::seconds(5); ///< after a failure
        std::chrono::milliseconds rest = std::chrono::seconds(30); ///< between two that are asked
    };

    explicit OidcKeys(const QString &issuer, QObject *parent = nullptr);
    OidcKeys(const QString &issuer, const Pace &pace, QObject *parent = nullptr);
    ~OidcKeys() override;

    const std::optional<JsonWebKeys> &keys() const { return m_keys; } ///< none: not yet
    /// What the provider says of itself; empty: not yet.
    const QJsonObject &discovery() const { return m_discovery; }
    /// Fetches them anew. False when that was done a moment ago: they are as new as they get.
    bool renew();
    /// Why there are none, or none that are new; empty when the last try went well.
    QString problem() const { return m_problem; }

Q_SIGNALS:
    void changed();

private:
    void fetch();
    void get(const QUrl &url, void (OidcKeys::*take)(const QByteArray &));
    void takeDiscovery(const QByteArray &json);
    void takeKeys(const QByteArray &json);
    void fail(const QString &problem);

    const QString m_issuer;
    const Pace m_pace;
    QNetworkAccessManager m_network;
    std::optional<JsonWebKeys> m_keys;
    QJsonObject m_discovery;
    QByteArray m_text; ///< that the keys were read from
    QString m_problem;
    QTimer m_next;
    QElapsedTimer m_sinceAsked;
    bool m_isFetching = false;
};

/// Whether secrets may go there, and keys come from there: https, or http on this machine.
bool isSafeAddress(const QUrl &url);

} // namespace relay
