// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/nodes/redisconnection.h"

#include <QHostInfo>
#include <QPointer>
#include <QUrl>

#include <chrono>
#include <utility>
#include <vector>

#include <hiredis/async.h>

using namespace Qt::StringLiterals;

namespace relay {

static constexpr timeval ConnectTime{.tv_sec = 3, .tv_usec = 0};
static constexpr auto PingEvery = std::chrono::seconds(3);

std::expected<RedisAddress, QString> parseRedisUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != "redis"_L1 || url.host().isEmpty() || url.hasQuery())
        return std::unexpected(u"the address of Redis wants to look like "
                               "redis://host:6379 or redis://user:password@host:6379/prefix"_s);
    const auto prefix = url.path().mid(1);
    return RedisAddress{.host = url.host(),
                        .port = url.port(6379),
                        .user = url.userName(),
                        .password = url.password(),
                        .prefix = prefix.isEmpty() ? u"krateyard"_s : prefix};
}

/// What hiredis calls.
struct RedisConnection::Hooks
{
    static RedisConnection &of(void *data) { return *static_cast<RedisConnection *>(data); }
    static RedisConnection &of(const redisAsyncContext *context) { return of(context->data); }

    static void addRead(void *data)
    {
        of(data).notifier(of(data).m_read, QSocketNotifier::Read)->setEnabled(true);
    }
    static void addWrite(void *data)
    {
        of(data).notifier(of(data).m_write, QSocketNotifier::Write)->setEnabled(true);
    }
    static void deleteRead(void *data)
    {
        if (of(data).m_read)
            of(data).m_read->setEnabled(false);
    }
    static void deleteWrite(void *data)
    {
        if (of(data).m_write)
            of(data).m_write->setEnabled(false);
    }
    static void cleanUp(void *data)
    {
        of(data).dropNotifiers();
        of(data).m_timeout.stop();
    }
    static void scheduleTimer(void *data, timeval time)
    {
        of(data).m_timeout.start(std::chrono::seconds(time.tv_sec)
                                 + std::chrono::milliseconds(time.tv_usec / 1000));
    }
    static void connected(redisAsyncContext *context, int status)
    {
        if (of(context).m_context != context)
            return; // it was given up
        if (status == REDIS_OK)
            of(context).introduce();
        else
            of(context).end(QString::fromUtf8(context->errstr));
    }
    static void disconnected(const redisAsyncContext *context, int)
    {
        if (of(context).m_context != context)
            return;
        of(context).end(context->err != 0 ? QString::fromUtf8(context->errstr)
                                          : u"the connection was closed"_s);
    }
    static void answered(redisAsyncContext *, void *reply, void *data)
    {
        if (reply != nullptr)
            of(data).answered(reply);
    }
    static void pinged(redisAsyncContext *, void *, void *data) { of(data).m_isPinged = false; }
    static void published(redisAsyncContext *, void *, void *data)
    {
        auto &self = of(data);
        if (self.m_costs.empty())
            return;
        self.m_unanswered -= self.m_costs.front();
        self.m_costs.pop_front();
    }
    static void admitted(redisAsyncContext *, void *given, void *data)
    {
        const auto *reply = static_cast<const redisReply *>(given);
        if (reply == nullptr)
            return; // it ends
        if (reply->type != REDIS_REPLY_ERROR)
            of(data).becomeReady();
        else // its text could repeat what it was told, so ours is told on
            QMetaObject::invokeMethod(
                &of(data), [&self = of(data)] { self.close(u"Redis does not let it in"_s); },
                Qt::QueuedConnection);
    }
};

RedisConnection::RedisConnection(const RedisAddress &address, QObject *parent)
    : QObject(parent)
    , m_address(address)
{
    m_timeout.setSingleShot(true);
    connect(&m_timeout, &QTimer::timeout, this, [this] {
        if (m_context != nullptr)
            redisAsyncHandleTimeout(m_context);
    });
    m_ping.setInterval(PingEvery);
    connect(&m_ping, &QTimer::timeout, this, &RedisConnection::ping);
}

RedisConnection::~RedisConnection()
{
    blockSignals(true);
    close({});
}

void RedisConnection::open()
{
    if (m_context != nullptr || std::exchange(m_isOpening, true))
        return;
    QHostInfo::lookupHost(m_address.host, this, [this](const QHostInfo &info) {
        if (!std::exchange(m_isOpening, false))
            return; // it was closed meanwhile
        if (info.addresses().isEmpty())
            end(info.errorString());
        else
            connectTo(info.addresses().constFirst().toString());
    });
}

void RedisConnection::connectTo(const QString &address)
{
    const auto host = address.toUtf8();
    redisOptions options{};
    REDIS_OPTIONS_SET_TCP(&options, host.constData(), m_address.port);
    options.connect_timeout = &ConnectTime;
    auto *context = redisAsyncConnectWithOptions(&options);
    if (context == nullptr || context->err != 0) {
        const auto problem =
            context == nullptr ? u"there is no memory"_s : QString::fromUtf8(context->errstr);
        if (context != nullptr)
            redisAsyncFree(context);
        end(problem);
        return;
    }
    attach(context);
}

void RedisConnection::attach(redisAsyncContext *context)
{
    m_context = context;
    context->data = this;
    context->ev.data = this;
    context->ev.addRead = Hooks::addRead;
    context->ev.delRead = Hooks::deleteRead;
    context->ev.addWrite = Hooks::addWrite;
    context->ev.delWrite = Hooks::deleteWrite;
    context->ev.cleanup = Hooks::cleanUp;
    context->ev.scheduleTimer = Hooks::scheduleTimer;
    redisAsyncSetConnectCallbackNC(context, Hooks::connected);
    redisAsyncSetDisconnectCallback(context, Hooks::disconnected);
}

QSocketNotifier *RedisConnection::notifier(std::unique_ptr<QSocketNotifier> &notifier,
                                           QSocketNotifier::Type type)
{
    if (!notifier) {
        notifier = std::make_unique<QSocketNotifier>(m_context->c.fd, type);
        connect(notifier.get(), &QSocketNotifier::activated, this, [this, type] {
            if (m_context == nullptr)
                return;
            if (type == QSocketNotifier::Read)
                redisAsyncHandleRead(m_context);
            else
                redisAsyncHandleWrite(m_context);
        });
    }
    return notifier.get();
}

/// They may be in the middle of a signal.
void RedisConnection::dropNotifiers()
{
    for (auto *notifier : {&m_read, &m_write}) {
        if (*notifier) {
            (*notifier)->setEnabled(false);
            (*notifier)->disconnect(this);
            notifier->release()->deleteLater();
        }
    }
}

/// Says who it is; without a password it asks for nothing that matters.
void RedisConnection::introduce()
{
    QList<QByteArray> words{"PING"};
    if (!m_address.password.isEmpty()) {
        words = {"AUTH"};
        if (!m_address.user.isEmpty())
            words.append(m_address.user.toUtf8());
        words.append(m_address.password.toUtf8());
    }
    std::vector<const char *> texts;
    std::vector<size_t> sizes;
    for (const auto &word : words) {
        texts.push_back(word.constData());
        sizes.push_back(size_t(word.size()));
    }
    redisAsyncCommandArgv(m_context, Hooks::admitted, this, int(texts.size()), texts.data(),
                          sizes.data());
}

void RedisConnection::becomeReady()
{
    m_isReady = true;
    m_isPinged = false;
    m_ping.start();
    Q_EMIT ready();
}

/// A connection that is gone without a word answers no more.
void RedisConnection::ping()
{
    if (!m_isReady)
        return;
    if (std::exchange(m_isPinged, true)) {
        close(u"Redis does not answer"_s);
        return;
    }
    redisAsyncCommand(m_context, Hooks::pinged, this, "PING");
}

void RedisConnection::send(const QList<QByteArray> &words)
{
    if (!m_isReady)
        return;
    std::vector<const char *> texts;
    std::vector<size_t> sizes;
    for (const auto &word : words) {
        texts.push_back(word.constData());
        sizes.push_back(size_t(word.size()));
    }
    redisAsyncCommandArgv(m_context, Hooks::answered, this, int(texts.size()), texts.data(),
                          sizes.data());
}

void RedisConnection::publish(const QByteArray &channel, const QByteArray &message)
{
    if (!m_isReady)
        return;
    const auto cost = channel.size() + message.size();
    const int status =
        redisAsyncCommand(m_context, Hooks::published, this, "PUBLISH %b %b", channel.constData(),
                          size_t(channel.size()), message.constData(), size_t(message.size()));
    if (status != REDIS_OK)
        return;
    m_costs.push_back(cost);
    m_unanswered += cost;
}

void RedisConnection::flush()
{
    if (m_isReady)
        redisAsyncHandleWrite(m_context);
}

void RedisConnection::answered(void *given)
{
    const auto *reply = static_cast<const redisReply *>(given);
    if (reply->type != REDIS_REPLY_ARRAY && reply->type != REDIS_REPLY_PUSH)
        return;
    QList<QByteArray> words;
    for (size_t i = 0; i < reply->elements; ++i) {
        const auto *element = reply->element[i];
        words.append(element->type == REDIS_REPLY_STRING
                         ? QByteArray(element->str, qsizetype(element->len))
                         : QByteArray());
    }
    Q_EMIT received(words);
}

void RedisConnection::close(const QString &reason)
{
    m_isOpening = false;
    if (m_context == nullptr)
        return;
    m_isReady = false;
    redisAsyncFree(std::exchange(m_context, nullptr)); // within a callback, after the end of that
    end(reason);
}

void RedisConnection::end(const QString &problem)
{
    m_context = nullptr;
    m_isReady = false;
    m_ping.stop();
    m_costs.clear();
    m_unanswered = 0;
    Q_EMIT lost(u"Redis on %1:%2: %3"_s.arg(m_address.host).arg(m_address.port).arg(problem));
}

} // namespace relay
