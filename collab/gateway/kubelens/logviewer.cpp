// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/kubelens/logviewer.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QPointer>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gateway {

using namespace std::chrono_literals;

namespace {

constexpr qsizetype BatchBytes = 8 * 1024;
constexpr qsizetype MostNotes = 8 * 1024;
constexpr auto StalledAfter = 5s; ///< old lines are not held for longer than that

QString nameOf(ContainerLog::State state)
{
    using State = ContainerLog::State;
    switch (state) {
    case State::Connecting: return u"connecting"_s;
    case State::Live: return u"live"_s;
    case State::Waiting: return u"waiting"_s;
    case State::Reconnecting: return u"reconnecting"_s;
    case State::Ended: return u"ended"_s;
    case State::Failed: return u"failed"_s;
    }
    Q_UNREACHABLE_RETURN(QString());
}

bool isLast(ContainerLog::State state)
{
    return state == ContainerLog::State::Ended || state == ContainerLog::State::Failed;
}

/// Where to begin for the newest so many lines.
LogPosition tailOf(const LogRing &ring, int lines)
{
    auto number = ring.end();
    for (int found = 0; number > ring.first() && found < lines; --number) {
        if (!ring.at(number - 1).isMark)
            ++found;
    }
    if (ring.isEmpty())
        return {};
    if (number > ring.first())
        return ring.at(number - 1).at;
    const auto &first = ring.at(number).at;
    return {.time = first.time, .count = first.count - 1};
}

} // namespace

LogViewer::LogViewer(Setting setting, QObject *parent)
    : QObject(parent)
    , m_setting(std::move(setting))
    , m_proof(m_setting.caller, m_setting.authenticator)
{
    connect(m_setting.stream.get(), &EventStream::drained, this, &LogViewer::wake);
    connect(m_setting.stream.get(), &EventStream::closed, this, &LogViewer::end);
    connect(&m_heartbeat, &QTimer::timeout, this, &LogViewer::beat);
    m_heartbeat.start(m_setting.heartbeat);
    m_stalled.setSingleShot(true);
    connect(&m_stalled, &QTimer::timeout, this, &LogViewer::dropStalled);
    connect(&m_proof, &Proof::ended, this, [this] { close(QString(Proof::Reason)); });
}

LogViewer::~LogViewer() = default;

void LogViewer::add(const std::shared_ptr<ContainerLog> &log)
{
    const auto isSame = [&log](const auto &source) { return source->log->name() == log->name(); };
    if (std::ranges::any_of(m_sources, isSame))
        return;
    auto source = std::make_unique<Source>();
    source->log = log;
    source->key = logKeyOf(log->name().uid, log->name().container);
    // A pod that came later is shown from its beginning.
    if (m_hasBegun && !m_setting.cursor)
        source->isPlaced = true;
    connect(log.get(), &ContainerLog::grew, this, &LogViewer::wake);
    connect(log.get(), &ContainerLog::changed, this, &LogViewer::wake);
    m_sources.push_back(std::move(source));
    wake();
}

void LogViewer::leave(const QString &podUid)
{
    for (const auto &source : m_sources) {
        if (source->log->name().uid == podUid)
            source->isLeaving = true;
    }
    wake();
}

void LogViewer::begin()
{
    m_hasBegun = true;
    wake();
}

void LogViewer::mark(QByteArrayView kind, const QString &pod)
{
    if (m_notes.size() > MostNotes)
        return;
    m_notes +=
        EventStream::event("marker", {{u"kind"_s, QString::fromLatin1(kind)}, {u"pod"_s, pod}});
    wake();
}

/// Not at once: many lines may come in one turn, and this may be called from within the stream.
void LogViewer::wake()
{
    if (!std::exchange(m_isWoken, true))
        QMetaObject::invokeMethod(this, &LogViewer::pump, Qt::QueuedConnection);
}

void LogViewer::pump()
{
    m_isWoken = false;
    if (!m_hasBegun || m_isEnding)
        return;
    while (m_setting.stream->hasRoom()) {
        QByteArray batch;
        while (batch.size() < BatchBytes) {
            const LogLine *line = nullptr;
            auto *source = nextSource(line);
            batch += std::exchange(m_notes, {}); // what is missing before the line
            if (source == nullptr)
                break;
            source->at = line->at;
            batch += line->isMark ? markOf(*source, *line) : eventOf(*source, *line);
            advance(*source, *line);
        }
        batch += std::exchange(m_notes, {}) + states();
        if (batch.isEmpty())
            break;
        m_setting.stream->write(batch);
        m_stalled.stop();
    }
    std::erase_if(m_sources,
                  [](const auto &source) { return source->isLeaving && isLast(source->told); });
    if (!m_setting.isFollowing && isDone())
        return close(u"all has been sent"_s);
    if (!m_setting.stream->hasRoom() && !m_stalled.isActive())
        m_stalled.start(StalledAfter);
}

bool LogViewer::place(Source &source)
{
    if (!source.log->isRead())
        return false;
    if (source.isPlaced)
        return true;
    source.at = m_setting.cursor ? m_setting.cursor->of(source.key)
                                 : tailOf(source.log->ring(), m_setting.tail);
    source.isPlaced = true;
    return true;
}

/// The log whose next line is the oldest. None while one of them has not told what it has.
LogViewer::Source *LogViewer::nextSource(const LogLine *&line)
{
    Source *best = nullptr;
    for (const auto &source : m_sources) {
        if (!source->log->isSettled())
            return nullptr;
        if (!place(*source))
            continue; // it cannot be reached yet
        const auto *candidate = peek(*source);
        if (source->isFetching)
            return nullptr;
        if (candidate != nullptr && (line == nullptr || candidate->time < line->time)) {
            line = candidate;
            best = source.get();
        }
    }
    return best;
}

const LogLine *LogViewer::peek(Source &source)
{
    const auto &ring = source.log->ring();
    if (source.isFetching)
        return nullptr;
    if (source.page && source.pageNext < source.page->lines.size())
        return &source.page->lines[source.pageNext];
    source.page.reset();
    if (source.isJoined && source.next < ring.first())
        source.isJoined = false; // it was passed
    if (!source.isJoined) {
        if (!source.log->isSettled())
            return nullptr;
        if (!source.isForgiving && !source.log->hasAllAfter(source.at)) {
            fetch(source);
            return nullptr;
        }
        join(source);
    }
    // What another relay has told already may come here later.
    while (source.next < ring.end() && !ring.at(source.next).isMark
           && ring.at(source.next).at <= source.at)
        ++source.next;
    return source.next < ring.end() ? &ring.at(source.next) : nullptr;
}

void LogViewer::join(Source &source)
{
    const auto &ring = source.log->ring();
    const auto next = ring.after(source.at);
    const bool isGap =
        source.isForgiving && source.at.count >= 0 && !ring.isEmpty() && next == ring.first();
    if (isGap)
        skip(source, source.next > 0 && next > source.next ? qint64(next - source.next) : -1);
    source.next = next;
    source.isJoined = true;
    source.isForgiving = false;
}

void LogViewer::skip(Source &source, qint64 lines)
{
    m_skipped += std::max<qint64>(lines, 0);
    const auto &name = source.log->name();
    if (m_notes.size() < MostNotes)
        m_notes += EventStream::event("marker",
                                      {{u"kind"_s, u"skipped"_s},
                                       {u"pod"_s, name.pod},
                                       {u"container"_s, name.container},
                                       {u"lines"_s, lines < 0 ? QJsonValue() : QJsonValue(lines)}});
}

void LogViewer::fetch(Source &source)
{
    source.isFetching = true;
    const auto name = source.log->name();
    source.log->fetch(source.at, this, [this, name](const SharedLogPage &page) {
        const auto found = std::ranges::find_if(
            m_sources, [&name](const auto &one) { return one->log->name() == name; });
        if (found != m_sources.end())
            take(**found, page);
    });
}

void LogViewer::take(Source &source, const SharedLogPage &page)
{
    source.isFetching = false;
    source.isForgiving = !page || page->last() <= source.at;
    if (!source.isForgiving) {
        const auto first = std::ranges::upper_bound(page->lines, source.at, {}, &LogLine::at);
        source.page = page;
        source.pageNext = size_t(first - page->lines.begin());
        if (!page->isWhole && source.at.count >= 0)
            skip(source, -1);
    }
    wake();
}

void LogViewer::advance(Source &source, const LogLine &line)
{
    if (!line.isMark)
        ++m_lines;
    if (source.page)
        ++source.pageNext;
    else
        ++source.next;
}

QByteArray LogViewer::idOf(const Source &source) const
{
    LogCursor cursor{.at = source.at};
    if (m_setting.isApp || m_sources.size() > 1) {
        for (const auto &one : m_sources)
            cursor.logs[one->key] = one->at;
    }
    return cursor.toId();
}

QByteArray LogViewer::eventOf(const Source &source, const LogLine &line) const
{
    const auto id = idOf(source);
    const auto &name = source.log->name();
    if (m_setting.isText)
        return EventStream::event(
            {}, m_setting.isApp ? '[' + name.pod.toUtf8() + "] " + line.text : line.text, id);
    const QJsonObject data{{u"timestamp"_s, QString::fromLatin1(logstore::stampText(line.time))},
                           {u"pod"_s, name.pod},
                           {u"container"_s, name.container},
                           {u"message"_s, QString::fromUtf8(line.text)}};
    return EventStream::event({}, QJsonDocument(data).toJson(QJsonDocument::Compact), id);
}

QByteArray LogViewer::markOf(const Source &source, const LogLine &line) const
{
    const auto mark = kube::logMarkOf(line.text);
    const auto &name = source.log->name();
    const bool isRestart = mark && mark->kind == kube::LogMark::Kind::Restarted;
    return EventStream::event("marker",
                              {{u"kind"_s, isRestart ? u"restarted"_s : u"gap"_s},
                               {u"pod"_s, name.pod},
                               {u"container"_s, name.container},
                               {u"detail"_s, mark ? mark->detail : QString()}});
}

/// A log's end is told behind its last line.
QByteArray LogViewer::states()
{
    QByteArray events;
    for (const auto &source : m_sources) {
        const auto state = source->log->state();
        const bool isDrained =
            source->isJoined && !source->page && source->next == source->log->ring().end();
        if (state == source->told || (isLast(state) && !isDrained))
            continue;
        source->told = state;
        const auto &name = source->log->name();
        QJsonObject data{
            {u"state"_s, nameOf(state)}, {u"pod"_s, name.pod}, {u"container"_s, name.container}};
        if (state == ContainerLog::State::Failed || state == ContainerLog::State::Reconnecting)
            data.insert(u"reason"_s, source->log->problem());
        events += EventStream::event("status", data);
    }
    return events;
}

bool LogViewer::isDone() const
{
    return std::ranges::all_of(m_sources, [](const auto &source) {
        if (source->log->isSettled() && !source->log->isRead())
            return true; // it cannot be reached
        return source->isJoined && !source->page && !source->isFetching
            && source->next >= source->log->ring().end();
    });
}

void LogViewer::beat()
{
    if (!m_setting.stream->hasRoom() || m_isEnding)
        return;
    const auto now = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    m_notes += EventStream::event("heartbeat", {{u"time"_s, now}});
    m_notes += EventStream::event(
        "stats",
        {{u"lines"_s, m_lines}, {u"skipped"_s, m_skipped}, {u"logs"_s, qint64(m_sources.size())}});
    wake();
}

void LogViewer::dropStalled()
{
    for (const auto &source : m_sources)
        source->page.reset(); // read anew from `at`
}

void LogViewer::close(const QString &reason)
{
    if (m_isEnding)
        return;
    m_setting.stream->write(
        EventStream::event("status", {{u"state"_s, u"closed"_s}, {u"reason"_s, reason}}));
    end();
}

void LogViewer::end()
{
    if (std::exchange(m_isEnding, true))
        return;
    m_heartbeat.stop();
    m_stalled.stop();
    Q_EMIT closed();
    deleteLater();
}

} // namespace gateway
