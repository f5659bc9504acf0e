// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/nodes/redisconnection.h"

#include <QHostAddress>
#include <QHostInfo>
#include <QPointer>
#include <QUrl>

#include <chrono>
#include <utility>
#include <vector>

#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <hiredis/async.h>
#include <hiredis/hiredis_ssl.h>

using namespace Qt::StringLiterals;

namespace relay {

static constexpr timeval ConnectTime{.tv_sec = 3, .tv_usec = 0};
static constexpr auto PingEvery = std::chrono::seconds(3);

std::expected<RedisAddress, QString> parseRedisUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isEncrypted = url.scheme() == "rediss"_L1;
    if (!url.isValid() || (!isEncrypted && url.scheme() != "redis"_L1) || url.host().isEmpty()
        || url.hasQuery())
        return std::unexpected(u"the address of Redis wants to look like redis://host:6379 or "
                               "rediss://user:password@host:6379/prefix, which is encrypted"_s);
    const auto prefix = url.path().mid(1);
    return RedisAddress{.host = url.host(),
                        .port = url.port(6379),
                        .user = url.userName(),
                        .password = url.password(),
                        .prefix = prefix.isEmpty() ? u"krateyard"_s : prefix,
                        .isEncrypted = isEncrypted};
}

static QString reasonOf(const redisAsyncContext &context, const SSL *tls);

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
            of(context).end(reasonOf(*context, of(context).m_tls));
    }
    static void disconnected(const redisAsyncContext *context, int)
    {
        if (of(context).m_context != context)
            return;
        of(context).end(reasonOf(*context, of(context).m_tls));
    }
    static void answered(redisAsyncContext *, void *reply, void *data)
    {
        if (reply != nullptr)
            of(data).answered(reply);
    }
    static void pinged(redisAsyncContext *, void *, void *data) { of(data).m_isPinged = false; }
    static void answeredTo(redisAsyncContext *context, void *reply, void *data);
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

/// What waits for its answer; hiredis has it.
struct RedisConnection::Asked
{
    RedisConnection &self; ///< gone, perhaps, once the connection ended
    qsizetype cost = 0;
    Answer answer = {};
};

static RedisReply replyFrom(const redisReply &given, int depth = 0)
{
    static constexpr int Deepest = 8;
    RedisReply reply{.isError = given.type == REDIS_REPLY_ERROR};
    if (given.type == REDIS_REPLY_INTEGER)
        reply.text = QByteArray::number(given.integer);
    else if (given.str != nullptr)
        reply.text = QByteArray(given.str, qsizetype(given.len));
    for (size_t i = 0; i < given.elements && depth < Deepest; ++i)
        reply.parts.push_back(replyFrom(*given.element[i], depth + 1));
    return reply;
}

void RedisConnection::Hooks::answeredTo(redisAsyncContext *context, void *reply, void *data)
{
    const std::unique_ptr<Asked> asked(static_cast<Asked *>(data));
    if (reply == nullptr || asked->self.m_context != context)
        return; // it ended
    asked->self.m_unanswered -= asked->cost;
    if (asked->answer)
        asked->answer(replyFrom(*static_cast<const redisReply *>(reply)));
}

/// hiredis says of a certificate that is refused little, or "Success".
static QString reasonOf(const redisAsyncContext &context, const SSL *tls)
{
    const auto verdict = tls != nullptr ? SSL_get_verify_result(tls) : long(X509_V_OK);
    if (verdict != X509_V_OK)
        return u"its certificate is refused: %1"_s.arg(
            QString::fromUtf8(X509_verify_cert_error_string(verdict)));
    return context.err != 0 ? QString::fromUtf8(context.errstr) : u"the connection was closed"_s;
}

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
    if (const auto problem = m_address.isEncrypted ? encrypt(*context) : QString();
        !problem.isEmpty()) {
        redisAsyncFree(context);
        end(problem);
        return;
    }
    attach(context);
}

/// hiredis' own way checks the certificate, but not whether it is one for the host.
QString RedisConnection::encrypt(redisAsyncContext &context)
{
    const std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> tls(SSL_CTX_new(TLS_client_method()),
                                                                SSL_CTX_free);
    if (!tls)
        return u"there is no memory"_s;
    SSL_CTX_set_min_proto_version(tls.get(), TLS1_2_VERSION);
    SSL_CTX_set_verify(tls.get(), SSL_VERIFY_PEER, nullptr);
    const auto file = m_address.authorityFile.toLocal8Bit();
    if (file.isEmpty())
        SSL_CTX_set_default_verify_paths(tls.get());
    else if (SSL_CTX_load_verify_locations(tls.get(), file.constData(), nullptr) != 1)
        return u"%1 holds no certificates"_s.arg(m_address.authorityFile);
    auto *session = SSL_new(tls.get());
    if (session == nullptr)
        return u"there is no memory"_s;
    const auto host = m_address.host.toUtf8();
    const bool isAddress = !QHostAddress(m_address.host).isNull();
    const bool isNamed = isAddress
        ? X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(session), host.constData()) == 1
        : SSL_set1_host(session, host.constData()) == 1
            && SSL_ctrl(session, SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name,
                        const_cast<char *>(host.constData()))
                == 1;
    // Takes the session, whatever comes of it, except when it fails.
    if (isNamed && redisInitiateSSL(&context.c, session) == REDIS_OK) {
        m_tls = session;
        return {};
    }
    const auto problem = reasonOf(context, session);
    SSL_free(session);
    return problem;
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
    (void)sendTo(Hooks::admitted, this, words);
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

bool RedisConnection::sendTo(void (*hook)(redisAsyncContext *, void *, void *), void *data,
                             const QList<QByteArray> &words)
{
    std::vector<const char *> texts;
    std::vector<size_t> sizes;
    for (const auto &word : words) {
        texts.push_back(word.constData());
        sizes.push_back(size_t(word.size()));
    }
    return redisAsyncCommandArgv(m_context, hook, data, int(texts.size()), texts.data(),
                                 sizes.data())
        == REDIS_OK;
}

void RedisConnection::send(const QList<QByteArray> &words)
{
    if (m_isReady)
        (void)sendTo(Hooks::answered, this, words);
}

void RedisConnection::ask(const QList<QByteArray> &words, const Answer &answer)
{
    if (!m_isReady)
        return;
    qsizetype cost = 0;
    for (const auto &word : words)
        cost += word.size();
    auto asked = std::make_unique<Asked>(*this, cost, answer);
    if (!sendTo(Hooks::answeredTo, asked.get(), words))
        return;
    (void)asked.release(); // until its answer, or the end
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
    m_tls = nullptr;
    m_isReady = false;
    m_ping.stop();
    m_unanswered = 0;
    Q_EMIT lost(u"Redis on %1:%2: %3"_s.arg(m_address.host).arg(m_address.port).arg(problem));
}

} // namespace relay
