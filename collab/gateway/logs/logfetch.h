// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/logs/storage.h"

#include <QObject>
#include <QPointer>

#include <deque>
#include <memory>

namespace kube {
class ApiClient;
class LogStream;
} // namespace kube

namespace gateway {

/// Lines that follow each other.
struct LogPage
{
    static constexpr qint64 Bytes = 1024 * 1024; ///< it holds about

    LogPosition after = {}; ///< what was asked for
    std::vector<LogLine> lines = {};
    bool isWhole = false; ///< no line between `after` and the first one is missing

    const LogPosition &last() const { return lines.empty() ? after : lines.back().at; }
};

/// Shared by the readers that are there now, and never changed.
using SharedLogPage = std::shared_ptr<const LogPage>;

/// Reads old lines of containers' logs from their cluster, a page at a time, and a few pages at
/// once; the others wait their turn.
class LogFetches final : public QObject
{
    Q_OBJECT

public:
    static constexpr int MostAtOnce = 16;
    using Done = std::function<void(const SharedLogPage &)>; ///< null: it could not be read

    LogFetches() = default;
    ~LogFetches() override;

    /// `done` is called later, unless `receiver` is gone by then. `client` is borrowed and must
    /// outlive it.
    void fetch(kube::ApiClient &client, const LogName &log, const LogPosition &after,
               int maxLineLength, QObject *receiver, const Done &done);

private:
    struct Fetch
    {
        QPointer<kube::ApiClient> client = {};
        LogName log = {};
        LineCounter counter;
        std::shared_ptr<LogPage> page = {}; ///< of this alone until it is done
        QPointer<QObject> receiver = {};
        Done done = {};
        QByteArray rest = {}; ///< of a line whose end has not come
        qint64 bytes = 0;
        bool hasFirst = false;
        std::unique_ptr<kube::LogStream> stream = {};
    };

    void next();
    void start(const std::shared_ptr<Fetch> &fetch);
    static bool take(Fetch &fetch, const QByteArray &bytes);
    void end(const std::shared_ptr<Fetch> &fetch, bool isRead);

    std::deque<std::shared_ptr<Fetch>> m_waiting; ///< of this list, then of their streams' slots
    std::vector<std::shared_ptr<Fetch>> m_running;
};

} // namespace gateway
