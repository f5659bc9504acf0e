// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/limits/streamlimits.h"
#include "collab/gateway/yard/changefeed.h"
#include "collab/gateway/yard/objectroutes.h"

#include <QTimer>

#include <functional>
#include <map>

namespace gateway {

/// What one client watches: one feed for each kind, told in batches.
///
/// Besides the messages of ChangeFeed there are
///
///     {"type": "ERROR", "kind": "pods", "error": "…"}    that kind cannot be watched; it is left
///     out
///     {"type": "HEARTBEAT"}    nothing happened
class WatchSession : public QObject
{
    Q_OBJECT

public:
    static constexpr auto BatchEvery = std::chrono::milliseconds(50);

    /// Takes messages, and says whether it takes more now.
    struct Sink
    {
        std::function<bool()> hasRoom = {};
        /// Whole messages of one kind, and what to go on from after them; empty: not yet known.
        std::function<void(const QByteArrayList &messages, const QByteArray &tokens)> take = {};
    };

    struct Setting
    {
        GatewayParts parts; ///< what is borrowed must outlive it
        Collections &collections;
        StreamLimits &limits;
        Caller caller = {};
        QString cluster = {}; ///< empty: the first
    };
    WatchSession(const Setting &setting, Sink sink, QObject *parent = nullptr);
    ~WatchSession() override;

    /// What a caller may watch of a kind; else why not.
    static std::expected<Named, Denial> find(const Setting &setting, const QString &kind,
                                             const QString &nameSpace);
    /// Watches a kind, or does so in another way. What is wrong is told like all else.
    void add(const QString &kind, const ChangeFeed::Wish &wish);
    void remove(const QString &kind);
    int count() const { return int(m_feeds.size()); }
    /// There may be room again.
    void resume() { tellSoon(); }
    /// For each kind from where to go on: "pods=…;services=…".
    QByteArray tokens() const;
    static std::map<QString, QByteArray> tokensIn(const QByteArray &text);

private:
    struct Feed
    {
        StreamLimits::Place place = {};
        std::unique_ptr<ChangeFeed> feed = {}; ///< none yet
        quint64 number = 0;
    };

    void tellError(const QString &kind, const Denial &denial);
    void begin(const QString &kind, const Named &named, const ChangeFeed::Wish &wish);
    void tellSoon();
    void tell();

    const Setting m_setting;
    const Sink m_sink;
    std::map<QString, Feed> m_feeds; ///< by the resource's name
    quint64 m_lastNumber = 0;
    QTimer m_batch;
    QTimer m_heartbeat;
};

} // namespace gateway
