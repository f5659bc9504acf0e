// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <deque>
#include <expected>
#include <memory>

struct redisAsyncContext;
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

    bool operator==(const RedisAddress &) const = default;
};

/// Reads `redis://user:password@host:port/prefix`. An error is a sentence without the password.
std::expected<RedisAddress, QString> parseRedisUrl(const QString &text);

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

    /// Passed over while it is not ready. Answers come with received(), except those to PUBLISH.
    void send(const QList<QByteArray> &words);
    void publish(const QByteArray &channel, const QByteArray &message);
    void flush(); ///< writes what the socket takes now

Q_SIGNALS:
    void ready();
    void lost(const QString &problem); ///< a sentence
    void received(const QList<QByteArray> &words); ///< an answer of several words, or a message

private:
    struct Hooks;

    void connectTo(const QString &address);
    void attach(redisAsyncContext *context);
    void introduce();
    void becomeReady();
    void answered(void *reply);
    void end(const QString &problem);
    void ping();
    QSocketNotifier *notifier(std::unique_ptr<QSocketNotifier> &notifier,
                              QSocketNotifier::Type type);
    void dropNotifiers();

    const RedisAddress m_address;
    redisAsyncContext *m_context = nullptr; ///< hiredis frees it after it ended
    std::unique_ptr<QSocketNotifier> m_read;
    std::unique_ptr<QSocketNotifier> m_write;
    QTimer m_timeout; ///< hiredis' own
    QTimer m_ping;
    bool m_isPinged = false;
    bool m_isOpening = false;
    bool m_isReady = false;
    std::deque<qsizetype> m_costs; ///< of what was published and not answered
    qsizetype m_unanswered = 0;
};

} // namespace relay
