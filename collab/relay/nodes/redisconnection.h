// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <expected>
#include <functional>
#include <memory>
#include <vector>

struct redisAsyncContext;
struct ssl_st; // OpenSSL's
struct timeval;

namespace relay {

/// Where a Redis server is, and as whom it is used.
struct RedisAddress
{
    QString host = {};
    int port = 6379;
    QString user = {}; ///< empty: "default"
    QString password = {}; ///< empty: none
    QString prefix = {}; ///< of all channels, so that several sets of relays may use one server
    bool isEncrypted = false; ///< its certificate must be one for the host
    QString authorityFile = {}; ///< PEM, whose certificates it may come from; empty: the system's

    bool operator==(const RedisAddress &) const = default;
};

/// Reads `redis://user:password@host:port/prefix`, or `rediss:` for TLS. An error is a sentence
/// without the password.
std::expected<RedisAddress, QString> parseRedisUrl(const QString &text);

/// What Redis answers.
struct RedisReply
{
    QByteArray text = {}; ///< numbers, too; empty: none
    bool isError = false;
    std::vector<RedisReply> parts = {}; ///< at most eight deep

    bool operator==(const RedisReply &) const = default;
};

/// One connection to Redis: hiredis on Qt's event loop. It ends with lost(), and may be opened
/// again then. Of hiredis' own adapter for Qt only the idea is used: it wants Qt 4's macros.
class RedisConnection : public QObject
{
    Q_OBJECT

public:
    explicit RedisConnection(const RedisAddress &address, QObject *parent = nullptr);
    ~RedisConnection() override;

    void open();
    void close(const QString &reason); ///< lost() comes at once
    bool isReady() const { return m_isReady; }
    /// Of what was sent, bytes that Redis has not answered.
    qsizetype unanswered() const { return m_unanswered; }

    /// Passed over while it is not ready. Answers come with received().
    void send(const QList<QByteArray> &words);
    using Answer = std::function<void(const RedisReply &)>;
    /// The same with an answer of its own, which does not come when the connection ends before.
    void ask(const QList<QByteArray> &words, const Answer &answer);
    void flush(); ///< writes what the socket takes now

Q_SIGNALS:
    void ready();
    void lost(const QString &problem); ///< a sentence
    void received(const QList<QByteArray> &words); ///< an answer of several words, or a message

private:
    struct Hooks;

    void connectTo(const QString &address);
    QString encrypt(redisAsyncContext &context);
    void attach(redisAsyncContext *context);
    void introduce();
    void becomeReady();
    struct Asked;
    bool sendTo(void (*hook)(redisAsyncContext *, void *, void *), void *data,
                const QList<QByteArray> &words);
    void answered(void *reply);
    void end(const QString &problem);
    void ping();
    QSocketNotifier *notifier(std::unique_ptr<QSocketNotifier> &notifier,
                              QSocketNotifier::Type type);
    void dropNotifiers();

    const RedisAddress m_address;
    redisAsyncContext *m_context = nullptr; ///< hiredis frees it after it ended
    ssl_st *m_tls = nullptr; ///< of the context
    std::unique_ptr<QSocketNotifier> m_read;
    std::unique_ptr<QSocketNotifier> m_write;
    QTimer m_timeout; ///< hiredis' own
    QTimer m_ping;
    bool m_isPinged = false;
    bool m_isOpening = false;
    bool m_isReady = false;
    qsizetype m_unanswered = 0;
};

} // namespace relay
