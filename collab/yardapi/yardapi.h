// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QFuture>
#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

#include <expected>
#include <vector>

namespace collab {

/// What a yard was at some time, as a relay tells of it.
struct YardVersion
{
    QString id = {};
    QString name = {}; ///< may be empty: nobody named it
    QString author = {}; ///< may be empty
    QDateTime at = {}; ///< UTC
    qint64 bytes = 0; ///< of its state
    bool isAutomatic = false;

    bool operator==(const YardVersion &) const = default;
};

/// Why a call to a relay failed.
struct YardApiError
{
    int code = 0; ///< HTTP status; 0: no answer that makes sense
    QString message = {}; ///< the relay's own English sentence, or that of the network

    bool operator==(const YardApiError &) const = default;
};

template<typename T>
using YardApiResult = std::expected<T, YardApiError>;

/// Calls the REST API of a relay about one yard, with one token: docs/relay.md has the endpoints.
///
/// Every call completes once, on the thread that owns this; destroying it cancels what is under
/// way. An answer that is larger than MostBytes, that leads elsewhere or that stalls for 30 s is an
/// error. The token goes nowhere but to that relay.
class YardApi final : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 MostBytes = 256LL * 1024 * 1024; ///< of a state
    static constexpr qsizetype MostVersions = 10'000; ///< the newest ones count

    /// `base` is the relay's address without a path: "https://relay.example.org:8443".
    YardApi(const QUrl &base, const QString &yard, const QString &token, QObject *parent = nullptr);

    /// Newest first.
    [[nodiscard]] QFuture<YardApiResult<std::vector<YardVersion>>> versions();
    /// Keeps what the yard is now under that name.
    [[nodiscard]] QFuture<YardApiResult<YardVersion>> keepVersion(const QString &name);
    /// A Yjs V1 update of the whole.
    [[nodiscard]] QFuture<YardApiResult<QByteArray>> state(const QString &id);
    /// Makes the yard what it was. Gives the version that was kept of what it was before.
    [[nodiscard]] QFuture<YardApiResult<YardVersion>> restore(const QString &id);

private:
    using Reply = YardApiResult<QByteArray>;
    QFuture<Reply> call(const QByteArray &verb, const QStringList &path,
                        const QByteArray &body = {});

    QUrl m_base;
    QString m_yard;
    QByteArray m_token;
    QNetworkAccessManager m_network;
};

} // namespace collab
