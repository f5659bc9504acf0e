// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/logs/logfetch.h"

#include "kube/api/apiclient.h"
#include "kube/streams/logstream.h"

#include <QTimeZone>

#include <algorithm>

namespace gateway {

static constexpr qsizetype LongestRest = 64 * 1024; // as kube::FollowedLog; no more is shown

LogFetches::~LogFetches() = default;

void LogFetches::fetch(kube::ApiClient &client, const LogName &log, const LogPosition &after,
                       int maxLineLength, QObject *receiver, const Done &done)
{
    auto fetch = std::make_shared<Fetch>(Fetch{.client = &client,
                                               .log = log,
                                               .counter = LineCounter(maxLineLength),
                                               .page = std::make_shared<LogPage>(),
                                               .receiver = receiver,
                                               .done = done});
    fetch->page->after = after;
    m_waiting.push_back(std::move(fetch));
    next();
}

void LogFetches::next()
{
    while (m_running.size() < size_t(MostAtOnce) && !m_waiting.empty()) {
        auto fetch = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (!fetch->client || !fetch->receiver)
            continue;
        m_running.push_back(fetch);
        start(fetch);
    }
}

/// From two seconds before: `sinceTime` counts in seconds and is inclusive, and lines that are a
/// little out of order must be counted as they were the first time.
void LogFetches::start(const std::shared_ptr<Fetch> &fetch)
{
    kube::LogOptions options{
        .container = fetch->log.container, .follow = false, .timestamps = true};
    static constexpr qint64 Second = 1'000'000'000;
    if (const auto &after = fetch->page->after; !after.isBeginning() && after.time > 2 * Second)
        options.sinceTime = QDateTime::fromSecsSinceEpoch(after.time / Second - 2, QTimeZone::UTC);
    fetch->stream = std::make_unique<kube::LogStream>(*fetch->client, fetch->log.nameSpace,
                                                      fetch->log.pod, options);
    const std::weak_ptr weak(fetch);
    connect(fetch->stream.get(), &kube::LogStream::received, this,
            [this, weak](const QByteArray &bytes) {
                const auto running = weak.lock();
                if (running && running->stream && take(*running, bytes))
                    end(running, true);
            });
    connect(fetch->stream.get(), &kube::LogStream::ended, this,
            [this, weak](const std::optional<kube::Error> &error) {
                const auto running = weak.lock();
                if (!running || !running->stream)
                    return;
                if (!error && !running->rest.isEmpty())
                    take(*running, "\n");
                end(running, !error || !running->page->lines.empty());
            });
    fetch->stream->start();
}

/// Whether the page is full.
bool LogFetches::take(Fetch &fetch, const QByteArray &bytes)
{
    const auto whole = bytes.lastIndexOf('\n') + 1;
    const auto keep = [&fetch](QByteArrayView begun) {
        fetch.rest.append(begun.first(std::min(begun.size(), LongestRest - fetch.rest.size())));
    };
    if (whole == 0) {
        keep(bytes);
        return false;
    }
    const QByteArray complete = std::exchange(fetch.rest, {}) + QByteArrayView(bytes).first(whole);
    const auto lines = fetch.counter.read(complete);
    keep(QByteArrayView(bytes).sliced(whole));
    auto &page = *fetch.page;
    for (const auto &line : lines) {
        if (!std::exchange(fetch.hasFirst, true))
            page.isWhole = page.after.isBeginning() || line.at <= page.after;
        if (line.at <= page.after)
            continue;
        fetch.bytes += line.cost();
        page.lines.push_back(line);
    }
    return fetch.bytes >= LogPage::Bytes;
}

void LogFetches::end(const std::shared_ptr<Fetch> &fetch, bool isRead)
{
    fetch->stream->disconnect(this);
    fetch->stream.release()->deleteLater(); // this runs inside one of its signals
    std::erase(m_running, fetch);
    if (fetch->receiver)
        fetch->done(isRead ? fetch->page : nullptr);
    next();
}

} // namespace gateway
