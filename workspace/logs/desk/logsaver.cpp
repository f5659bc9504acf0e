// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/desk/logsaver.h"

#include "kube/logstore/stamp.h"
#include "workspace/errortext.h"
#include "workspace/logs/view/marktext.h"

#include <QDir>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr qsizetype MostWaiting = 1024 * 1024; ///< bytes of a stream that is ahead
static constexpr int LinesATurn = 20'000;

LogSaver::LogSaver(LogFeed &feed, const QString &path, QObject *parent)
    : QObject(parent)
    , m_feed(feed)
    , m_path(path)
    , m_file(path)
{
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &LogSaver::writeStored);
}

LogSaver::~LogSaver() = default;

bool LogSaver::Source::hasLine() const
{
    return waiting.indexOf('\n', at) >= 0 || (isEnded && at < waiting.size());
}

void LogSaver::start()
{
    if (!m_file.open(QIODevice::WriteOnly))
        return end(tr("%1 cannot be written: %2. Choose another folder.")
                       .arg(QDir::toNativeSeparators(m_path), m_file.errorString()));
    // Logs hold secrets; before the first byte.
    m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    const auto streams = m_feed.streams();
    if (m_feed.client() && streams.empty())
        return end(m_feed.state() == LogFeed::State::Failed
                       ? errorText(m_feed.error())
                       : tr("There is no log yet that could be saved. Try again when there is."));
    if (!m_feed.client()) {
        m_next = m_feed.store().begin();
        m_turn.start();
        return;
    }
    for (const auto &stream : streams)
        open(stream, streams.size() > 1);
    for (const auto &source : m_sources)
        source->stream->start();
}

void LogSaver::open(const LogFeed::Stream &stream, bool isOneOfMany)
{
    const kube::LogOptions options{.container = stream.container,
                                   .follow = false,
                                   .previous = m_feed.request().previous,
                                   .timestamps = true};
    auto source = std::make_unique<Source>();
    source->stream =
        std::make_unique<kube::LogStream>(*m_feed.client(), stream.nameSpace, stream.pod, options);
    if (isOneOfMany)
        source->prefix = "[pod/"_ba + stream.pod.toUtf8() + '/' + stream.container.toUtf8() + "] ";
    auto *raw = source.get();
    connect(raw->stream.get(), &kube::LogStream::received, this,
            [this, raw](const QByteArray &bytes) { take(*raw, bytes); });
    connect(raw->stream.get(), &kube::LogStream::ended, this,
            [this, raw](const std::optional<kube::Error> &error) {
                raw->isEnded = true;
                // A container that never ran, or a pod that went: the others are still worth
                // having.
                if (error)
                    m_problem = errorText(*error);
                merge();
            });
    m_sources.push_back(std::move(source));
}

void LogSaver::take(Source &source, const QByteArray &bytes)
{
    source.waiting.remove(0, std::exchange(source.at, 0));
    source.waiting.append(bytes);
    merge();
    source.stream->setPaused(source.waiting.size() - source.at > MostWaiting);
}

/// Writes lines as long as it is known which one is next.
void LogSaver::merge()
{
    while (!m_isOver) {
        Source *next = nullptr;
        for (const auto &source : m_sources) {
            if (!source->hasLine()) {
                if (source->isEnded)
                    continue;
                source->stream->setPaused(false);
                return Q_EMIT progressed(); // its next line may be the oldest
            }
            const auto stamp = logstore::stampOf(
                QByteArrayView(source->waiting)
                    .sliced(source->at)
                    .first(std::min<qsizetype>(64, source->waiting.size() - source->at)));
            if (stamp.length > 0)
                source->time = stamp.time;
            if (!next || source->time < next->time)
                next = source.get();
        }
        if (!next)
            return end(m_bytes > 0 ? QString() : m_problem);
        writeLine(*next);
    }
}

void LogSaver::writeLine(Source &source)
{
    const auto newline = source.waiting.indexOf('\n', source.at);
    const auto stop = newline < 0 ? source.waiting.size() : newline + 1;
    const auto line = QByteArrayView(source.waiting).sliced(source.at, stop - source.at);
    if (!put(source.prefix) || !put(line) || (newline < 0 && !put("\n")))
        return;
    source.at = stop;
    if (source.at > MostWaiting) {
        source.waiting.remove(0, std::exchange(source.at, 0));
        if (!source.isEnded)
            source.stream->setPaused(source.waiting.size() > MostWaiting);
    }
}

void LogSaver::writeStored()
{
    auto &store = m_feed.store();
    m_next = std::max(m_next, store.begin());
    const auto stop = std::min(store.end(), m_next + LinesATurn);
    for (; m_next < stop; ++m_next) {
        const auto line = store.line(m_next);
        const auto name = store.sources().value(line.source);
        if (!name.isEmpty() && !put(QByteArray("[pod/"_ba + name.toUtf8() + "] ")))
            return;
        const auto mark =
            line.level == logstore::Level::Mark ? markText(line.bytes).toUtf8() : QByteArray();
        if (!put(logstore::stampPrefix(line.time))
            || !put(mark.isNull() ? line.bytes : QByteArrayView(mark)) || !put("\n"))
            return;
    }
    Q_EMIT progressed();
    if (m_next == store.end())
        end({});
}

bool LogSaver::put(QByteArrayView bytes)
{
    if (m_file.write(bytes.data(), bytes.size()) == bytes.size()) {
        m_bytes += bytes.size();
        return true;
    }
    end(tr("%1 cannot be written: %2. Make room or choose another folder.")
            .arg(QDir::toNativeSeparators(m_path), m_file.errorString()));
    return false;
}

void LogSaver::cancel()
{
    end(tr("Saving the log was canceled; nothing was written."));
}

void LogSaver::end(const QString &problem)
{
    if (std::exchange(m_isOver, true))
        return;
    m_turn.stop();
    for (const auto &source : m_sources) {
        source->stream->disconnect(this);
        source->stream->setPaused(true);
    }
    auto said = problem;
    if (!said.isEmpty())
        m_file.cancelWriting();
    if (m_file.isOpen() && !m_file.commit() && said.isEmpty())
        said = tr("%1 cannot be written: %2. Make room or choose another folder.")
                   .arg(QDir::toNativeSeparators(m_path), m_file.errorString());
    Q_EMIT finished(said);
}

} // namespace workspace
