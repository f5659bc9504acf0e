// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/streams/execsession.h"

#include "kube/api/apiclient.h"
#include "kube/objectref.h"
#include "kube/streams/execchannel.h"

#include <QTimer>
#include <QWebSocket>

using namespace Qt::StringLiterals;

namespace kube {

static constexpr qsizetype UnopenedLimit = 64 * 1024;
static constexpr auto ClosePatience = std::chrono::seconds(2);
static constexpr auto V5 = "v5.channel.k8s.io"_L1;
static constexpr auto V4 = "v4.channel.k8s.io"_L1;
// What the client's server speaks, kept with the client: an old server costs one refusal, not many.
static constexpr auto OnlyV4 = "krateyard_exec_only_v4";

QueryParams paramsOf(const ExecOptions &options)
{
    QueryParams params;
    if (!options.attach)
        params.addAll(u"command"_s, options.command);
    params.add(u"container"_s, options.container);
    params.addFlag(u"stderr"_s, options.standardError.value_or(!options.tty));
    params.addFlag(u"stdin"_s, options.standardInput);
    params.addFlag(u"stdout"_s, options.standardOutput);
    params.addFlag(u"tty"_s, options.tty);
    return params;
}

class ExecSession::Private
{
public:
    Private(ExecSession *session, ApiClient &apiClient)
        : q(session)
        , client(apiClient)
    {
    }

    void connectTo(QLatin1StringView protocol);
    void answered(QLatin1StringView protocol, const Result<std::shared_ptr<QWebSocket>> &answer);
    void open(std::shared_ptr<QWebSocket> socket);
    void take(quint8 channel, const QByteArray &bytes);
    void sendSize();
    void finish(const ExitStatus &status);

    ExecSession *q;
    ApiClient &client;
    QString path;
    ExecOptions options;
    std::unique_ptr<ExecChannel> channel;
    std::optional<ExitStatus> status;
    QByteArray early; ///< written before the connection was open
    QSize size;
    QTimer patience; ///< a server that does not answer the close must not keep the session alive
    bool started = false;
    bool isV5 = false;
    bool closing = false;
    bool paused = false;
    bool done = false;
};

// Before 1.30 the server passes the upgrade on to a kubelet that refuses when any protocol it does
// not know stands alone or first: v5 is offered alone, and after a refusal v4 alone.
static bool mayBeProtocol(const Error &error)
{
    switch (error.code) {
    case 0:
    case 401:
    case 404:
    case 429: return false;
    default: return true;
    }
}

void ExecSession::Private::connectTo(QLatin1StringView protocol)
{
    client.openWebSocket(path, paramsOf(options).toQuery(), {protocol})
        .then(q, [this, protocol](const Result<std::shared_ptr<QWebSocket>> &answer) {
            answered(protocol, answer);
        });
}

void ExecSession::Private::answered(QLatin1StringView protocol,
                                    const Result<std::shared_ptr<QWebSocket>> &answer)
{
    if (closing)
        return finish({.error = Error{.reason = u"Closed"_s}});
    if (answer && (*answer)->subprotocol() == protocol) {
        isV5 = protocol == V5;
        if (!isV5)
            client.setProperty(OnlyV4, true);
        return open(*answer);
    }
    if (protocol == V5 && (answer || mayBeProtocol(answer.error())))
        return connectTo(V4);
    finish({.error = answer ? Error{.kind = Error::Kind::Malformed,
                                    .message = u"the server chose no exec protocol"_s}
                            : answer.error()});
}

void ExecSession::Private::open(std::shared_ptr<QWebSocket> socket)
{
    channel = std::make_unique<ExecChannel>(std::move(socket));
    QObject::connect(channel.get(), &ExecChannel::received, q,
                     [this](quint8 number, const QByteArray &bytes) { take(number, bytes); });
    QObject::connect(channel.get(), &ExecChannel::drained, q, &ExecSession::drained);
    QObject::connect(channel.get(), &ExecChannel::violated, q, [this](const QString &what) {
        if (!status)
            status = {.error = Error{.kind = Error::Kind::Malformed, .message = what}};
    });
    QObject::connect(channel.get(), &ExecChannel::disconnected, q, [this](const QString &why) {
        if (!closing && !status)
            Q_EMIT client.connectionLost();
        const Error lost{.kind = closing ? Error::Kind::Other : Error::Kind::Unreachable,
                         .reason = closing ? u"Closed"_s : QString(),
                         .message = why};
        finish(status.value_or(ExitStatus{.error = lost}));
    });
    sendSize();
    if (!early.isEmpty())
        channel->send(ExecChannel::Stdin, early);
    early.clear();
    channel->setPaused(paused);
    Q_EMIT q->opened();
}

void ExecSession::Private::take(quint8 number, const QByteArray &bytes)
{
    switch (number) {
    case ExecChannel::Stdout: Q_EMIT q->standardOutput(bytes); return;
    case ExecChannel::Stderr: Q_EMIT q->standardError(bytes); return;
    case ExecChannel::Status:
        if (status)
            return;
        status = exitStatusFrom(bytes);
        channel->close();
        patience.start();
        return;
    default: return; // 255 half-closes a channel; the end itself comes as a status
    }
}

void ExecSession::Private::sendSize()
{
    if (!channel || !options.tty || size.width() <= 0 || size.height() <= 0)
        return;
    channel->send(ExecChannel::Resize,
                  "{\"Width\":" + QByteArray::number(qMin(size.width(), 65535))
                      + ",\"Height\":" + QByteArray::number(qMin(size.height(), 65535)) + '}');
}

void ExecSession::Private::finish(const ExitStatus &how)
{
    if (std::exchange(done, true))
        return;
    if (channel) {
        channel->disconnect(q);
        channel.release()->deleteLater(); // this may run inside one of its signals
    }
    Q_EMIT q->finished(how);
}

ExecSession::ExecSession(ApiClient &client, const QString &nameSpace, const QString &pod,
                         const ExecOptions &options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, client))
{
    d->path =
        pathOf({{{}, u"v1"_s, u"pods"_s}, nameSpace, pod}, options.attach ? u"attach" : u"exec");
    d->options = options;
    d->patience.setSingleShot(true);
    d->patience.setInterval(ClosePatience);
    connect(&d->patience, &QTimer::timeout, this, [this] {
        d->finish(d->status.value_or(ExitStatus{.error = Error{.reason = u"Closed"_s}}));
    });
}

ExecSession::~ExecSession()
{
    d->done = true;
}

void ExecSession::start()
{
    if (std::exchange(d->started, true))
        return;
    d->connectTo(d->client.property(OnlyV4).toBool() ? V4 : V5);
}

bool ExecSession::write(const QByteArray &bytes)
{
    if (d->done || !d->options.standardInput)
        return false;
    if (d->channel)
        return d->channel->send(ExecChannel::Stdin, bytes);
    if (d->early.size() + bytes.size() > UnopenedLimit)
        return false;
    d->early += bytes;
    return true;
}

bool ExecSession::closeStandardInput()
{
    if (!d->channel || !d->isV5)
        return false;
    return d->channel->send(ExecChannel::Close, QByteArray(1, char(ExecChannel::Stdin)));
}

void ExecSession::resize(QSize columnsAndLines)
{
    if (columnsAndLines == d->size)
        return;
    d->size = columnsAndLines;
    d->sendSize();
}

void ExecSession::setPaused(bool paused)
{
    d->paused = paused;
    if (d->channel)
        d->channel->setPaused(paused);
}

void ExecSession::close()
{
    if (d->done || std::exchange(d->closing, true))
        return;
    if (!d->started) {
        d->finish({.error = Error{.reason = u"Closed"_s}});
    } else if (d->channel) {
        d->channel->close();
        d->patience.start();
    }
}

void ExecSession::check()
{
    if (isOpen())
        d->channel->check();
}

bool ExecSession::isOpen() const
{
    return d->channel && !d->done;
}

} // namespace kube
