// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/api/apiclient.h"
#include "kube/api/httpexchange.h"
#include "kube/api/httpreader.h"
#include "kube/api/patience.h"
#include "kube/api/secondtry.h"
#include "kube/api/serverway.h"

#include <QPromise>
#include <QSslSocket>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

QHttpHeaders headersFor(const UpgradeRequest &request, const Identity::Credentials &credentials)
{
    using Header = QHttpHeaders::WellKnownHeader;
    QHttpHeaders headers = request.headers;
    headers.append(Header::Connection, "Upgrade");
    headers.append(Header::Upgrade, request.upgrade);
    headers.append(Header::UserAgent, "krateyard");
    headers.append(Header::ContentLength, "0");
    for (qsizetype i = 0; i < credentials.headers.size(); ++i)
        headers.append(credentials.headers.nameAt(i), credentials.headers.valueAt(i));
    return headers;
}

} // namespace

struct ApiClient::RawUpgrade
{
    UpgradeRequest request;
    QPromise<Result<UpgradedSocket>> promise;
    std::shared_ptr<QSslSocket> socket;
    ServerWay way;
    SecondTry secondTry;

    void end(Result<UpgradedSocket> result)
    {
        if (const auto mine = std::exchange(socket, nullptr))
            mine->disconnect();
        // Its result may hold the socket, whose timer holds this: it must not stay here.
        auto told = std::move(promise);
        told.addResult(std::move(result));
        told.finish();
    }
    /// What was refused, once all of the answer is here; no value: wait.
    std::optional<Error> refusal(bool isAll) const
    {
        auto seen = socket->peek(HttpHead::Limit + RefusalLimit);
        HttpReader reader;
        seen.truncate(reader.take(seen.data(), seen.size()));
        const bool isComplete = reader.state() == HttpReader::State::Done
            || reader.state() == HttpReader::State::Broken;
        if (!isComplete && !isAll && seen.size() < RefusalLimit)
            return {};
        const auto code = reader.head().code;
        return Error::fromStatus(code == 200 ? 500 : code, seen);
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
            upgrade->secondTry.begins(*known);
            upgrade->socket = std::shared_ptr<QSslSocket>(new QSslSocket, [](QSslSocket *socket) {
                socket->deleteLater(); // it may be let go from inside one of its own signals
            });
            auto &way = upgrade->way;
            way = wayTo(m_identity, *known,
                        urlOf(m_identity, upgrade->request.path, upgrade->request.query));
            way.wantsTunnel = true;
            follow(upgrade);
            connect(upgrade->socket.get(),
                    way.isTls() ? &QSslSocket::encrypted : &QSslSocket::connected, this,
                    [upgrade,
                     text = requestHead(upgrade->request.method, way,
                                        headersFor(upgrade->request, *known))] {
                        if (upgrade->socket)
                            upgrade->socket->write(text);
                    });
            beginConnection(*upgrade->socket, way);
        });
}

/// Whatever comes first ends it: an answer, the end of the connection, or no answer in time.
void ApiClient::follow(const std::shared_ptr<RawUpgrade> &upgrade)
{
    const auto *socket = upgrade->socket.get();
    connect(socket, &QSslSocket::readyRead, this, [this, upgrade] { read(upgrade, false); });
    connect(socket, &QSslSocket::disconnected, this, [this, upgrade] { read(upgrade, true); });
    connect(socket, &QSslSocket::errorOccurred, this, [this, upgrade] { read(upgrade, true); });
    callAfter(AnswerTimeout, upgrade->socket.get(), this, [upgrade, asked = socket] {
        if (upgrade->socket && upgrade->socket.get() == asked)
            upgrade->end(std::unexpected(
                Error{.kind = Error::Kind::Timeout, .message = u"no answer to the upgrade"_s}));
    });
}

/// Looks at the answer as far as it is here; `isAll`: no more will come.
void ApiClient::read(const std::shared_ptr<RawUpgrade> &upgrade, bool isAll)
{
    if (!upgrade->socket)
        return;
    const bool isSilent = upgrade->socket->bytesAvailable() == 0; // and perhaps never was open
    const auto head = isSilent ? std::nullopt : headIn(upgrade->socket->peek(HttpHead::Limit));
    if (!head) {
        if (isAll || upgrade->socket->bytesAvailable() >= HttpHead::Limit)
            upgrade->end(std::unexpected(lossOf(*upgrade->socket, upgrade->way)));
        return;
    }
    if (head->code < 100)
        return upgrade->end(std::unexpected(
            Error{.kind = Error::Kind::Malformed, .message = u"the answer is no HTTP"_s}));
    if (head->code == 101) {
        upgrade->socket->skip(head->length);
        return upgrade->end(UpgradedSocket{upgrade->socket, head->headers});
    }
    const auto error = upgrade->refusal(isAll);
    if (!error)
        return;
    if (upgrade->secondTry.isWorthAfter(*error, m_identity)) {
        upgrade->socket->disconnect(this);
        return launch(upgrade);
    }
    upgrade->end(std::unexpected(*error));
}

} // namespace kube
