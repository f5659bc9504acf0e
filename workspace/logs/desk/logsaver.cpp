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

static QString nameOf(const LogFeed::Stream &stream)
{
    return stream.pod + u'/' + stream.container;
}

/// Nobody tries again here, other than in the window.
static QString reasonOf(const kube::Error &error)
{
    switch (error.kind) {
    case kube::Error::Kind::Unreachable:
    case kube::Error::Kind::Timeout:
        return LogSaver::tr("The connection to the cluster broke off.");
    case kube::Error::Kind::NotFound: return LogSaver::tr("The pod does not exist any more.");
    default: return errorText(error).simplified();
    }
}

/// The container has not written any log: there is nothing that the file could lack.
static bool hasNoLog(const kube::Error &error, bool isPrevious)
{
    return error.code == 400 && (isPrevious || error.message.contains("waiting to start"_L1));
}

/// As "kubectl logs --prefix" writes it.
static QByteArray prefixOf(const QString &name)
{
    return "[pod/"_ba + name.toUtf8() + "] ";
}

/// Without its prefix.
static QByteArray storedText(const logstore::LogStore::Line &line)
{
    auto text = logstore::stampPrefix(line.time);
    if (line.level == logstore::Level::Mark)
        text += markText(line.bytes).toUtf8();
    else
        text += line.bytes;
    return text + '\n';
}

LogSaver::LogSaver(LogFeed &feed, const QString &path, QObject *parent)
    : QObject(parent)
    , m_feed(feed)
    , m_path(path)
    , m_file(path)
{
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, [this] { m_feed.client() ? merge() : writeStored(); });
}

LogSaver::~LogSaver() = default;

bool LogSaver::Source::hasLine() const
{
    return waiting.indexOf('\n', at) >= 0 || (isEnded && (at < waiting.size() || !note.isEmpty()));
}

void LogSaver::Source::readTime()
{
    const auto length = std::min<qsizetype>(64, waiting.size() - at);
    const auto stamp = logstore::stampOf(QByteArrayView(waiting).sliced(at).first(length));
    if (stamp.length > 0)
        time = stamp.time;
}

void LogSaver::start()
{
    if (!m_file.open(QIODevice::WriteOnly))
        return end(tr("%1 cannot be written: %2. Choose another folder.")
                       .arg(QDir::toNativeSeparators(m_path), m_file.errorString()));
    // Logs hold secrets; before the first byte.
    m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    m_next = m_feed.store().begin();
    if (!m_feed.client())
        return m_turn.start();
    auto streams = m_feed.streams();
    // A pod that is gone and one that has its name now are the same to the server.
    std::ranges::stable_sort(streams, {}, nameOf);
    const auto again = std::ranges::unique(streams, {}, nameOf);
    streams.erase(again.begin(), again.end());
    if (streams.empty())
        return end(m_feed.state() == LogFeed::State::Failed
                       ? reasonOf(m_feed.error())
                       : tr("There is no log yet that could be saved. Try again when there is."));
    m_leftOut = m_feed.reach().leftOut;
    for (const auto &stream : streams)
        open(stream, streams.size() + size_t(m_leftOut) > 1);
    m_sources.push_back(std::make_unique<Source>()); // the last: who is missing is known by then
    for (const auto &source : m_sources) {
        if (source->stream)
            source->stream->start();
    }
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
    source->name = nameOf(stream);
    if (isOneOfMany)
        source->prefix = prefixOf(source->name);
    auto *raw = source.get();
    connect(raw->stream.get(), &kube::LogStream::received, this,
            [this, raw](const QByteArray &bytes) { take(*raw, bytes); });
    connect(raw->stream.get(), &kube::LogStream::ended, this,
            [this, raw](const std::optional<kube::Error> &error) {
                raw->isEnded = true;
                if (error)
                    endSource(*raw, *error);
                merge();
            });
    m_sources.push_back(std::move(source));
}

void LogSaver::take(Source &source, const QByteArray &bytes)
{
    source.hasAnswered = true;
    source.waiting.remove(0, std::exchange(source.at, 0));
    source.waiting.append(bytes);
    merge();
    source.stream->setPaused(source.waiting.size() - source.at > MostWaiting);
}

/// A stream broke off, or never came: the others are still worth having.
void LogSaver::endSource(Source &source, const kube::Error &error)
{
    m_problem = reasonOf(error);
    if (hasNoLog(error, m_feed.request().previous))
        return;
    m_lacks.push_back({.name = source.name, .why = m_problem});
    const auto id = m_feed.store().sources().indexOf(source.name);
    const bool isStored = !source.hasAnswered && id >= 0;
    if (isStored)
        m_stored[logstore::SourceId(id)] = source.prefix;
    const auto note = source.hasAnswered ? tr("The rest of this log could not be read: %1")
        : isStored ? tr("This log could not be read; what the window has of it is here: %1")
                   : tr("This log could not be read: %1");
    source.note = "# "_ba + note.arg(m_problem).toUtf8() + '\n';
}

/// What has no line yet is asked for one.
void LogSaver::goOn(Source &source)
{
    if (source.stream)
        source.stream->setPaused(false);
    else
        m_turn.start();
}

/// Writes lines as long as it is known which one is next.
void LogSaver::merge()
{
    m_turn.stop();
    int lines = 0;
    while (!m_isOver && lines < LinesATurn && mergeLine())
        ++lines;
    if (m_isOver)
        return;
    if (lines == LinesATurn)
        m_turn.start();
    Q_EMIT progressed();
}

bool LogSaver::mergeLine()
{
    Source *next = nullptr;
    for (const auto &source : m_sources) {
        if (!source->stream && !source->isEnded && !source->hasLine())
            takeStored(*source);
        if (!source->hasLine()) {
            if (source->isEnded)
                continue;
            goOn(*source); // its next line may be the oldest
            return false;
        }
        source->readTime();
        if (!next || source->time < next->time)
            next = source.get();
    }
    if (next)
        writeLine(*next);
    else
        end(m_hasLines ? QString() : m_problem);
    return next != nullptr;
}

void LogSaver::writeLine(Source &source)
{
    if (source.at == source.waiting.size()) {
        put(QByteArray(source.prefix + std::exchange(source.note, {})));
        return;
    }
    const auto newline = source.waiting.indexOf('\n', source.at);
    const auto stop = newline < 0 ? source.waiting.size() : newline + 1;
    const auto line = QByteArrayView(source.waiting).sliced(source.at, stop - source.at);
    if (!put(source.prefix) || !put(line) || (newline < 0 && !put("\n")))
        return;
    m_hasLines = true;
    source.at = stop;
    if (source.at > MostWaiting) {
        source.waiting.remove(0, std::exchange(source.at, 0));
        if (!source.isEnded)
            source.stream->setPaused(source.waiting.size() > MostWaiting);
    }
}

/// The next line of those streams of which the server gave nothing, as the window has it. Looks
/// at no more than a turn's worth.
void LogSaver::takeStored(Source &source)
{
    const auto &store = m_feed.store();
    m_next = std::max(m_next, store.begin());
    const auto stop = std::min(store.end(), m_next + LinesATurn);
    while (!m_stored.empty() && m_next < stop) {
        const auto line = store.line(m_next++);
        const auto found = m_stored.find(line.source);
        if (found == m_stored.end())
            continue;
        source.prefix = found->second;
        source.waiting = storedText(line);
        source.at = 0;
        return;
    }
    source.isEnded = m_stored.empty() || m_next >= store.end();
}

void LogSaver::writeStored()
{
    const auto &store = m_feed.store();
    m_next = std::max(m_next, store.begin());
    const auto stop = std::min(store.end(), m_next + LinesATurn);
    for (; m_next < stop; ++m_next) {
        const auto line = store.line(m_next);
        const auto name = store.sources().value(line.source);
        if (!put(name.isEmpty() ? QByteArray() : prefixOf(name)) || !put(storedText(line)))
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
        if (!source->stream)
            continue;
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
