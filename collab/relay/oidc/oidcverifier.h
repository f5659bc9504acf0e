// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/oidc/oidckeys.h"
#include "collab/relay/websocketendpoint.h"

#include <QDateTime>
#include <QHash>

namespace relay {

/// Tells what a provider says of somebody, by the token that it signed, for as long as that holds.
/// Remembers what was proven until the provider's keys change.
class OidcVerifier : public QObject
{
    Q_OBJECT

public:
    struct Setting
    {
        QString issuer = {};
        QStringList audiences = {}; ///< one of which tokens must be meant for
        std::chrono::seconds leeway{ClockLeeway};
        OidcKeys::Pace pace = {};
    };
    explicit OidcVerifier(const Setting &setting, QObject *parent = nullptr);
    ~OidcVerifier() override;

    /// 401 when it is none that holds now, 503 while the keys are on their way.
    std::expected<QJsonObject, WebSocketEndpoint::Status> claimsOf(const QByteArray &token);
    /// When claims that were proven hold no more.
    QDateTime endOf(const QJsonObject &claims) const;
    OidcKeys &keys() { return m_keys; }

private:
    std::expected<QJsonObject, WebSocketEndpoint::Status> prove(const QByteArray &token);
    QString problemIn(const QJsonObject &claims) const;

    const Setting m_setting;
    OidcKeys m_keys;
    /// Of tokens that were proven, by their hash: each is asked about twice, and often again.
    QHash<QByteArray, QJsonObject> m_proven;
};

} // namespace relay
