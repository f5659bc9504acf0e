// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/api/apiclient.h"
#include "kube/api/connectrelay.h"
#include "kube/api/httpexchange.h"
#include "kube/api/patience.h"
#include "kube/api/secondtry.h"

#include <QNetworkProxy>
#include <QPromise>
#include <QRegularExpression>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

constexpr quint64 MessageLimit = 16 * 1024 * 1024;

/// QWebSocket tells the HTTP status of a refusal only inside its error text, and drops the body in
/// which the server says why.
Error refusalIn(const QString &errorText)
{
    static const QRegularExpression pattern(u"status code: (\\d{3})(?: \\((.*)\\))?"_s);
    const auto found = pattern.match(errorText);
    // Of a 401 with a challenge that it does not know ("Bearer") it tells not even that.
    if (!found.hasMatch() && errorText.contains("WWW-Authenticate"_L1))
        return {.kind = Error::Kind::Unauthorized, .code = 401, .message = u"HTTP 401"_s};
    const int code = found.captured(1).toInt();
    const QString message = u"HTTP %1 %2"_s.arg(found.captured(1), found.captured(2));
    return {.kind = Error::kindFor(code),
            .code = code,
            .message = code > 0 ? message.trimmed() : errorText};
}

} // namespace

struct ApiClient::Upgrade
{
    QString path;
    QUrlQuery query;
    QStringList subprotocols;
    QPromise<Result<std::shared_ptr<QWebSocket>>> promise;
    std::shared_ptr<QWebSocket> socket;
    QString tlsProblem;
    SecondTry secondTry;

    void end(Result<std::shared_ptr<QWebSocket>> result)
    {
        socket.reset();
        // Its result may hold the socket, whose connections hold this: it must not stay here.
        auto told = std::move(promise);
        told.addResult(std::move(result));
        told.finish();
    }

    static void giveUpLater(const std::shared_ptr<Upgrade> &upgrade, ApiClient *client)
    {
        auto *asked = upgrade->socket.get();
        callAfter(AnswerTimeout, asked, client, [upgrade, asked] {
            if (upgrade->socket.get() != asked)
                return; // answered, or a second try with a time of its own
            const auto silent = std::exchange(upgrade->socket, nullptr);
            silent->abort();
            upgrade->end(std::unexpected(
                Error{.kind = Error::Kind::Timeout, .message = u"no answer to the upgrade"_s}));
        });
    }
};

QFuture<Result<std::shared_ptr<QWebSocket>>>
ApiClient::openWebSocket(const QString &path, const QUrlQuery &query,
                         const QStringList &subprotocols)
{
    // What runs in a container may change anything; port-forward is the application's matter.
    if (m_readOnly && (path.endsWith("/exec"_L1) || path.endsWith("/attach"_L1)))
        return QtFuture::makeReadyValueFuture(Result<std::shared_ptr<QWebSocket>>(
            std::unexpected(Error{.kind = Error::Kind::ReadOnly})));
    auto upgrade = std::make_shared<Upgrade>(path, query, subprotocols);
    upgrade->promise.start();
    auto future = upgrade->promise.future();
    launch(upgrade);
    return future;
}

void ApiClient::launch(const std::shared_ptr<Upgrade> &upgrade)
{
    m_identity.credentials().then(
        this, [this, upgrade](const Result<Identity::Credentials> &known) {
            if (!known)
                return upgrade->end(std::unexpected(known.error()));
            upgrade->secondTry.begins(*known);
            // deleteLater(): the socket may be let go from inside one of its own signals.
            const std::shared_ptr<QWebSocket> socket(new QWebSocket,
                                                     [](QWebSocket *s) { s->deleteLater(); });
            upgrade->socket = socket;
            socket->setMaxAllowedIncomingMessageSize(MessageLimit);
            if (known->tls)
                socket->setSslConfiguration(*known->tls);
            const auto &config = m_identity.config();
            socket->setProxy(m_identity.proxy());
            // Each of these ends the others: whichever comes first takes the socket out of
            // `upgrade`.
            connect(socket.get(), &QWebSocket::sslErrors, this,
                    [upgrade, config](const QList<QSslError> &errors) {
                        if (!upgrade->socket)
                            return;
                        if (config.insecureSkipTlsVerify)
                            upgrade->socket->ignoreSslErrors();
                        else
                            upgrade->tlsProblem = textOf(errors);
                    });
            connect(socket.get(), &QWebSocket::connected, this, [upgrade] {
                if (const auto open = std::exchange(upgrade->socket, nullptr))
                    upgrade->end(open);
            });
            connect(socket.get(), &QWebSocket::errorOccurred, this, [this, upgrade] {
                const auto failed = std::exchange(upgrade->socket, nullptr);
                if (!failed)
                    return;
                auto error = refusalIn(failed->errorString());
                if (upgrade->secondTry.isWorthAfter(error, m_identity))
                    return launch(upgrade);
                if (!upgrade->tlsProblem.isEmpty())
                    error = {.kind = Error::Kind::Tls, .message = upgrade->tlsProblem};
                upgrade->end(std::unexpected(error));
            });
            Upgrade::giveUpLater(upgrade, this);
            auto url = urlOf(m_identity, upgrade->path, upgrade->query);
            const bool tls = url.scheme() == "https"_L1;
            if (tls && !config.tlsServerName.isEmpty()) {
                const auto onward = socket->proxy();
                const auto *relay =
                    new ConnectRelay(url.host(), quint16(url.port(443)), onward, socket.get());
                socket->setProxy(relay->proxy());
                url.setHost(config.tlsServerName);
                if (socket->proxy().type() == QNetworkProxy::NoProxy)
                    return upgrade->end(std::unexpected(Error{.message = u"no loopback"_s}));
            }
            url.setScheme(tls ? u"wss"_s : u"ws"_s);
            QNetworkRequest request(url);
            request.setHeaders(known->headers);
            QWebSocketHandshakeOptions options;
            options.setSubprotocols(upgrade->subprotocols);
            socket->open(request, options);
        });
}

} // namespace kube
