// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/auth/oidcanswers.h"
#include "kube/auth/serverproxy.h"
#include "kube/config/clientconfig.h"

#include <QDateTime>
#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

class QNetworkAccessManager;
class QNetworkReply;
class QNetworkRequest;

namespace kube {

struct OidcPace
{
    std::chrono::milliseconds refreshPause = std::chrono::seconds(10); ///< after a failure
    std::chrono::milliseconds silence = std::chrono::seconds(15); ///< of the provider
    std::chrono::milliseconds lockPause = std::chrono::milliseconds(100);
    int lockTries = 30;
};

/// The sign-in of one kubeconfig user with `auth-provider: {name: oidc}`, shared by every Identity
/// of that user, because a refresh token is often good for one use only.
/// https://kubernetes.io/docs/reference/access-authn-authz/authentication/#option-1-oidc-authenticator
///
/// Gives the id-token while it is good; else looks into the kubeconfig file, where kubectl may have
/// put a newer one; else asks the issuer with the refresh token, and writes what it got back to the
/// file. When that fails the new tokens are used all the same, and notice() says why. Answers on
/// its own thread and blocks for the disk only. Holds secrets: never logs.
class OidcSession : public QObject
{
    Q_OBJECT

public:
    explicit OidcSession(const ClientConfig &config, OidcPace pace = {}, QObject *parent = nullptr);
    ~OidcSession() override;

    /// Whether this session is that user's, set up in the same way.
    bool isOf(const ClientConfig &config) const;

    /// An id-token to use now. Fails with Kind::Credentials and one sentence that names user, file
    /// and remedy; the same failure for a while, without asking the issuer again.
    [[nodiscard]] QFuture<Result<QString>> token();
    /// The server said 401 to this token: token() does not give it again.
    void reject(const QString &token);
    /// Forgets a failure: a person wants another try.
    void forgive();
    /// The kubeconfig changed: takes over a sign-in that somebody else put there.
    void reread();

    bool canRenew() const { return !m_refreshToken.isEmpty(); }
    /// Why the last new tokens are not in the file; empty when they are.
    QString notice() const { return m_notice; }

Q_SIGNALS:
    void tokenChanged();
    void noticeChanged();

private:
    bool isGood(const QString &token) const;
    bool adopt();
    void renew();
    void findEndpoint();
    void askForTokens();
    void receive(int status, const QByteArray &body);
    void send(const QNetworkRequest &request, const QByteArray &form,
              void (OidcSession::*done)(int, const QByteArray &));
    void takeEndpoint(int status, const QByteArray &body);
    void save();
    void fail(QString why, bool isFinal = false);
    void finish(const Result<QString> &result);
    Result<std::shared_ptr<QNetworkAccessManager>> network();

    QString m_file;
    QString m_user;
    AuthProviderConfig m_config; ///< without tokens
    OidcPace m_pace;
    QString m_idToken;
    QString m_refreshToken;
    QString m_idTokenInFile; ///< as last seen or written there
    QString m_refreshTokenInFile;
    QString m_rejected;
    std::optional<OidcEndpoint> m_endpoint;
    std::shared_ptr<QNetworkAccessManager> m_network; ///< shared with the calls under way
    ServerProxy m_proxy;
    std::vector<QPromise<Result<QString>>> m_waiting;
    std::optional<Error> m_failure;
    QDateTime m_failedAt;
    bool m_failedForGood = false; ///< until the refresh token is another
    AuthProviderConfig m_unsaved;
    QTimer m_saveAgain;
    int m_saveTries = 0;
    QString m_notice;
};

} // namespace kube
