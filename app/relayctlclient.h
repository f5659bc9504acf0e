// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/service/controlfile.h"

#include <QJsonObject>
#include <QNetworkAccessManager>

#include <functional>

namespace app {

/// Asks a relay's REST API.
class RelayCtlClient : public QObject
{
    Q_OBJECT

public:
    explicit RelayCtlClient(const relay::ControlFile &relay, QObject *parent = nullptr);

    struct Problem
    {
        bool isUnreachable = false; ///< else the relay refuses
        QString text = {}; ///< a sentence
    };
    template<typename T>
    using Answer = std::function<void(const std::expected<T, Problem> &)>;

    /// `path` is below `/api/v1/` and encoded. The body of the answer, if it was granted.
    void ask(const QByteArray &method, const QString &path, const QByteArray &body,
             const Answer<QByteArray> &answer);
    /// The same into a file, which is there only when all of it is; the answer is its size.
    void download(const QByteArray &method, const QString &path, const QString &file,
                  const Answer<qint64> &answer);

private:
    QNetworkReply *send(const QByteArray &method, const QString &path, const QByteArray &body);
    void trustCertificate(QNetworkReply &reply) const;
    std::optional<Problem> problemOf(QNetworkReply &reply) const;

    const relay::ControlFile m_relay;
    QNetworkAccessManager m_network;
};

/// A part of a path, with everything encoded that is not part of a name.
QString pathPart(const QString &text);

} // namespace app
