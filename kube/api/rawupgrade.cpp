// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/api/apiclient.h"
#include "kube/api/httpexchange.h"

#include <QNetworkProxy>
#include <QPromise>
#include <QSslSocket>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

constexpr qint64 HeadLimit = 32 * 1024;
constexpr qint64 BodyLimit = 64 * 1024; // of a refusal

/// The head of an answer.
struct Head
{
    int code = 0;
    QHttpHeaders headers = {};
    qsizetype length = 0; ///< with the empty line
};

// RFC 9112 sections 4 and 5.
std::optional<Head> headIn(const QByteArray &bytes)
{
    const auto end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return {};
    Head head{.length = end + 4};
    const auto lines = bytes.first(end).split('\n');
    const auto words = lines.first().trimmed().split(' ');
    if (words.size() >= 2 && words.first().startsWith("HTTP/1."))
        head.code = words[1].toInt();
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const auto &line = lines[i];
        if (const auto colon = line.indexOf(':'); colon > 0)
            head.headers.append(line.first(colon).trimmed(), line.sliced(colon + 1).trimmed());
    }
    return head;
}

/// The body of a refusal, without the sizes of its chunks.
QByteArray bodyIn(const Head &head, QByteArrayView rest)
{
    if (head.headers.value(QHttpHeaders::WellKnownHeader::TransferEncoding) != "chunked")
        return rest.toByteArray();
    QByteArray body;
    while (true) {
        const auto end = rest.indexOf("\r\n");
        bool isNumber = false;
        const auto size = end < 0 ? 0 : rest.first(end).toByteArray().toInt(&isNumber, 16);
        if (!isNumber || size <= 0 || rest.size() - end - 2 < size)
            return body;
        body += rest.sliced(end + 2, size);
        rest = rest.sliced(std::min(end + 2 + qsizetype(size) + 2, rest.size()));
    }
}

QByteArray requestFor(const QUrl &url, const UpgradeRequest &request, const QHttpHeaders &more)
{
    auto target = url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
    QByteArray text = request.method + ' ' + target + " HTTP/1.1\r\nHost: "
        + url.authority(QUrl::FullyEncoded | QUrl::RemoveUserInfo).toLatin1()
        + "\r\nConnection: Upgrade\r\nUpgrade: " + request.upgrade
        + "\r\nUser-Agent: krateyard\r\nContent-Length: 0\r\n";
    for (const auto &headers : {request.headers, more}) {
        for (qsizetype i = 0; i < headers.size(); ++i) {
            const auto name = headers.nameAt(i); // QHttpHeaders takes no line breaks
            text += QByteArray(name.data(), name.size()) + ": " + headers.valueAt(i).toByteArray()
                + "\r\n";
        }
    }
    return text + "\r\n";
}

} // namespace

struct ApiClient::RawUpgrade
{
    UpgradeRequest request;
    QPromise<Result<UpgradedSocket>> promise;
    std::shared_ptr<QSslSocket> socket;
    QString tlsProblem;
    int generation = 0;
    bool retried = false;

    void end(Result<UpgradedSocket> result)
    {
        if (const auto mine = std::exchange(socket, nullptr))
            mine->disconnect();
        // Its result may hold the socket, whose timer holds this: it must not stay here.
        auto told = std::move(promise);
        told.addResult(std::move(result));
        told.finish();
    }
    Error lost() const
    {
        if (!tlsProblem.isEmpty())
            return {.kind = Error::Kind::Tls, .message = tlsProblem};
        return {.kind = Error::Kind::Unreachable, .message = socket->errorString()};
    }
    /// What was refused, once all of the answer is here; no value: wait.
    std::optional<Error> refusal(const Head &head, bool isAll) const
    {
        const auto seen = socket->peek(head.length + BodyLimit);
        const auto rest = QByteArrayView(seen).sliced(head.length);
        const auto length = head.headers.value(QHttpHeaders::WellKnownHeader::ContentLength);
        const bool complete =
            length.isEmpty() ? rest.endsWith("0\r\n\r\n") : rest.size() >= length.toLongLong();
        if (!complete && !isAll && rest.size() < BodyLimit)
            return {};
        return Error::fromStatus(head.code == 200 ? 500 : head.code, bodyIn(head, rest));
    }
};

QFuture<Result<UpgradedSocket>> ApiClient::openUpgrade(const UpgradeRequest &request)
{
    auto upgrade = std::make_shared<RawUpgrade>(request);
    upgrade->promise.start();
    auto future = upgrade->promise.future();
    launch(upgrade);
    return future;
}

void ApiClient::launch(const std::shared_ptr<RawUpgrade> &upgrade)
{
    m_identity.credentials().then(
        this, [this, upgrade](const Result<Identity::Credentials> &known) {
            if (!known)
                return upgrade->end(std::unexpected(known.error()));
            upgrade->generation = known->generation;
            upgrade->socket = std::shared_ptr<QSslSocket>(new QSslSocket, [](QSslSocket *socket) {
                socket->deleteLater(); // it may be let go from inside one of its own signals
            });
            if (known->tls)
                upgrade->socket->setSslConfiguration(*known->tls);
            upgrade->socket->setProxy(m_identity.proxy());
            const auto url = urlOf(m_identity, upgrade->request.path, {});
            follow(upgrade);
            const bool tls = url.scheme() == "https"_L1;
            connect(upgrade->socket.get(), tls ? &QSslSocket::encrypted : &QSslSocket::connected,
                    this, [upgrade, text = requestFor(url, upgrade->request, known->headers)] {
                        if (upgrade->socket)
                            upgrade->socket->write(text);
                    });
            const auto port = quint16(url.port(tls ? 443 : 80));
            const auto &named = m_identity.config().tlsServerName;
            if (tls)
                upgrade->socket->connectToHostEncrypted(url.host(), port,
                                                        named.isEmpty() ? url.host() : named);
            else
                upgrade->socket->connectToHost(url.host(), port);
        });
}

/// Whatever comes first ends it: an answer, the end of the connection, or no answer in time.
void ApiClient::follow(const std::shared_ptr<RawUpgrade> &upgrade)
{
    const auto *socket = upgrade->socket.get();
    const bool insecure = m_identity.config().insecureSkipTlsVerify;
    connect(socket, &QSslSocket::sslErrors, this,
            [upgrade, insecure](const QList<QSslError> &errors) {
                if (insecure && upgrade->socket)
                    upgrade->socket->ignoreSslErrors();
                else
                    upgrade->tlsProblem = textOf(errors);
            });
    connect(socket, &QSslSocket::readyRead, this, [this, upgrade] { read(upgrade, false); });
    connect(socket, &QSslSocket::disconnected, this, [this, upgrade] { read(upgrade, true); });
    connect(socket, &QSslSocket::errorOccurred, this, [this, upgrade] { read(upgrade, true); });
    // The timer is the socket's: what it holds goes with it, not only when the time is up.
    auto *patience = new QTimer(upgrade->socket.get());
    patience->setSingleShot(true);
    connect(patience, &QTimer::timeout, this, [upgrade, asked = upgrade->socket.get()] {
        if (upgrade->socket && upgrade->socket.get() == asked)
            upgrade->end(std::unexpected(
                Error{.kind = Error::Kind::Timeout, .message = u"no answer to the upgrade"_s}));
    });
    patience->start(AnswerTimeoutMs);
}

/// Looks at the answer as far as it is here; `isAll`: no more will come.
void ApiClient::read(const std::shared_ptr<RawUpgrade> &upgrade, bool isAll)
{
    if (!upgrade->socket)
        return;
    const bool isSilent = upgrade->socket->bytesAvailable() == 0; // and perhaps never was open
    const auto head = isSilent ? std::nullopt : headIn(upgrade->socket->peek(HeadLimit));
    if (!head) {
        if (isAll || upgrade->socket->bytesAvailable() >= HeadLimit)
            upgrade->end(std::unexpected(upgrade->lost()));
        return;
    }
    if (head->code < 100)
        return upgrade->end(std::unexpected(
            Error{.kind = Error::Kind::Malformed, .message = u"the answer is no HTTP"_s}));
    if (head->code == 101) {
        upgrade->socket->skip(head->length);
        return upgrade->end(UpgradedSocket{upgrade->socket, head->headers});
    }
    const auto error = upgrade->refusal(*head, isAll);
    if (!error)
        return;
    if (error->code == 401 && !std::exchange(upgrade->retried, true)
        && m_identity.refresh(upgrade->generation)) {
        upgrade->socket->disconnect(this);
        return launch(upgrade);
    }
    upgrade->end(std::unexpected(*error));
}

} // namespace kube
