// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/streams/followedlog.h"

#include "kube/api/apiclient.h"
#include "kube/logstore/stamp.h"
#include "kube/streams/containerlife.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace kube {

using logstore::NoTime;

static constexpr qsizetype LongestRest = 64 * 1024; // the store shows 40 KB of a line at most
static constexpr qint64 Busy = 1024 * 1024;
static constexpr qint64 BurstMs = 10'000;
static constexpr qint64 LastingMs = 10'000; // a stream that lasted so long was no failure

static qint64 nowNs()
{
    return QDateTime::currentMSecsSinceEpoch() * 1'000'000;
}

FollowedLog::FollowedLog(ApiClient &client, const QString &nameSpace, const QString &pod,
                         const QString &container, const LogRange &range, LogPace pace,
                         QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_nameSpace(nameSpace)
    , m_pod(pod)
    , m_container(container)
    , m_range(range)
    , m_pace(pace)
    , m_patience(pace.silence)
{
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &FollowedLog::look);
    m_watchdog.setInterval(std::min(pace.busySilence, pace.silence) / 4);
    connect(&m_watchdog, &QTimer::timeout, this, &FollowedLog::watchSilence);
}

FollowedLog::~FollowedLog() = default;

void FollowedLog::start()
{
    setState(State::Connecting);
    if (m_restarts || m_range.previous)
        open();
    else
        look();
}

void FollowedLog::setPod(const QJsonObject &pod)
{
    const auto uid = pod["metadata"_L1]["uid"_L1].toString();
    if (m_uid.isEmpty())
        m_uid = uid;
    if (uid != m_uid)
        return;
    const auto life = lifeOf(pod, m_container);
    if (!m_restarts && life.isKnown)
        m_restarts = life.restarts;
    const bool isNews = life.restarts > m_restarts.value_or(0) || (m_isDrained && life.isRunning);
    if (m_wait.isActive() && (isNews || (m_state == State::Waiting && life.isRunning)))
        m_wait.start(0);
}

void FollowedLog::reconnect()
{
    if (m_state == State::Idle)
        return;
    m_isRefreshing = m_state == State::Live;
    m_attempt = 0;
    m_isDrained = false;
    dropStream();
    if (!m_isRefreshing)
        setState(State::Connecting);
    look();
}

void FollowedLog::setPaused(bool paused)
{
    if (paused == m_paused)
        return;
    m_paused = paused;
    m_quiet.start();
    if (m_stream)
        m_stream->setPaused(paused);
}

FollowedLog::Stats FollowedLog::stats() const
{
    auto stats = m_stats;
    stats.repeated = m_seam.repeated();
    return stats;
}

/// Whether the container is the one whose log was read.
void FollowedLog::look()
{
    m_wait.stop();
    if (m_range.previous || m_stage == Stage::Rest)
        return open();
    const ObjectRef pod{.gvr = {{}, u"v1"_s, u"pods"_s}, .nameSpace = m_nameSpace, .name = m_pod};
    // What is idle may be as dead as the stream was.
    const bool isSuspicious = m_isRefreshing || m_attempt > 0;
    auto answer = isSuspicious ? m_client.getAnew(pod) : m_client.get(pod);
    answer.then(this, [this, look = ++m_looks](const Result<QJsonObject> &found) {
        if (look != m_looks)
            return;
        if (found) {
            const auto uid = (*found)["metadata"_L1]["uid"_L1].toString();
            if (m_uid.isEmpty())
                m_uid = uid;
            if (uid != m_uid)
                return failed({.kind = Error::Kind::NotFound});
            return looked(lifeOf(*found, m_container));
        }
        using Kind = Error::Kind;
        if (found.error().kind != Kind::Forbidden)
            return failed(found.error());
        m_isLast = false;
        open(); // who may read logs need not be allowed to read pods
    });
}

void FollowedLog::looked(const ContainerLife &life)
{
    if (!m_restarts && life.isKnown)
        m_restarts = life.restarts;
    if (m_restarts && life.restarts > *m_restarts)
        return restarted(life);
    if (life.isRunning)
        m_isDrained = false;
    if (m_isDrained) {
        if (life.mayWrite)
            return retry(State::Waiting);
        takeRest();
        return setState(State::Ended);
    }
    m_isLast = life.hasEnded || !life.mayWrite;
    open();
}

void FollowedLog::restarted(const ContainerLife &life)
{
    m_nextRestarts = life.restarts;
    m_restartText = life.end;
    m_restartTime = life.ended;
    if (m_seam.newest() == NoTime)
        return beginNext(); // nothing was read: nothing is to be continued
    if (life.restarts > *m_restarts + 1 && !std::exchange(m_isNewLog, true))
        mark(LogMark::Kind::Gap, m_seam.newest(), NoTime); // only the last one's log is there
    m_stage = Stage::Rest;
    open();
}

LogOptions FollowedLog::options() const
{
    const bool isRest = m_stage == Stage::Rest;
    LogOptions options{.container = m_container,
                       .follow = !m_range.previous && !isRest,
                       .previous = m_range.previous || isRest,
                       .timestamps = true};
    if (const auto since = m_seam.since(); since != NoTime) {
        options.sinceTime = QDateTime::fromMSecsSinceEpoch(since / 1'000'000, QTimeZone::UTC);
    } else if (!m_isNewLog) {
        options.tailLines = m_range.tailLines;
        options.sinceSeconds = m_range.sinceSeconds;
    }
    return options;
}

void FollowedLog::open()
{
    ++m_looks;
    dropStream();
    m_rest.clear(); // it comes again, whole
    m_seam.begin(!m_isNewLog);
    m_stream = std::make_unique<LogStream>(m_client, m_nameSpace, m_pod, options());
    connect(m_stream.get(), &LogStream::opened, this, [this] {
        m_opened.start();
        m_openedAt = nowNs();
        m_openedBytes = 0;
        m_lag = 0;
        m_isRefreshing = false;
        setState(State::Live);
    });
    connect(m_stream.get(), &LogStream::received, this, &FollowedLog::take);
    connect(m_stream.get(), &LogStream::ended, this, &FollowedLog::ended);
    m_stream->setPaused(m_paused);
    m_opened.invalidate();
    m_quiet.start();
    m_watchdog.start();
    m_stream->start();
}

void FollowedLog::dropStream()
{
    m_watchdog.stop();
    if (!m_stream)
        return;
    m_stream->disconnect(this);
    m_stream.release()->deleteLater(); // this may run inside one of its signals
}

void FollowedLog::take(const QByteArray &bytes)
{
    m_stats.bytes += bytes.size();
    m_openedBytes += bytes.size();
    m_stats.heard = nowNs();
    if (m_quiet.elapsed() > BurstMs)
        m_burst = 0;
    m_burst += bytes.size();
    m_quiet.start();
    const auto whole = bytes.lastIndexOf('\n') + 1;
    QByteArray lines;
    if (whole > 0 && m_rest.isEmpty())
        lines = whole == bytes.size() ? bytes : bytes.first(whole);
    else if (whole > 0)
        lines = std::exchange(m_rest, {}).append(QByteArrayView(bytes).first(whole));
    const auto begun = QByteArrayView(bytes).sliced(whole);
    m_rest.append(begun.first(std::min(begun.size(), LongestRest - m_rest.size())));
    if (!lines.isEmpty())
        takeLines(lines);
}

void FollowedLog::takeLines(const QByteArray &lines)
{
    if (m_stream && m_stage == Stage::Current && m_seam.misses(lines)
        && !std::exchange(m_isSure, true)) {
        // It may be the log of another instance, which began after the pod was asked: what the one
        // before said last comes first.
        dropStream();
        return look();
    }
    m_isSure = false;
    const auto before = m_seam.newest();
    const auto fresh = m_seam.take(lines);
    if (const auto gap = m_seam.takeGap())
        mark(LogMark::Kind::Gap, gap->from, gap->to);
    if (fresh.isEmpty())
        return;
    m_attempt = 0;
    m_patience = m_pace.silence;
    m_isNewLog = false;
    tellLines(fresh, before);
    const auto newest = m_seam.newest();
    if (newest == NoTime)
        return;
    m_lag = m_stats.heard - newest;
    m_leastLag = std::min(m_leastLag, m_lag);
}

/// Whether the kubelet may have left out a file between two lines that follow each other. It reads
/// the old file to its end, and then the one that is current by then.
/// https://github.com/kubernetes/kubernetes/pull/115702
bool FollowedLog::mayHaveSkipped(qint64 from, qint64 to) const
{
    const qint64 rotation = std::chrono::nanoseconds(m_pace.rotation).count();
    return from != NoTime && to - from >= rotation // a file lasts so long
        && m_lag - m_leastLag >= rotation // it was rotated before its line arrived
        && from + m_leastLag > m_openedAt // not history, which no rotation cuts
        && m_openedBytes >= m_pace.rotatedBytes;
}

void FollowedLog::tellLines(const QByteArray &lines, qint64 before)
{
    qsizetype told = 0;
    if (mayHaveSkipped(before, m_seam.newest())) {
        const QByteArrayView all(lines);
        for (qsizetype begin = 0; begin < all.size();) {
            const auto stamp = logstore::stampOf(all.sliced(begin));
            if (stamp.length > 0 && mayHaveSkipped(before, stamp.time)) {
                if (begin > told)
                    Q_EMIT received(lines.sliced(told, begin - told));
                mark(LogMark::Kind::Gap, before, stamp.time);
                told = begin;
            }
            before = stamp.length > 0 ? std::max(before, stamp.time) : before;
            const auto newline = all.indexOf('\n', begin);
            begin = newline < 0 ? all.size() : newline + 1;
        }
    }
    Q_EMIT received(told > 0 ? lines.sliced(told) : lines);
}

/// A log that has ended need not end with a newline.
void FollowedLog::takeRest()
{
    if (!m_rest.isEmpty())
        takeLines(std::exchange(m_rest, {}).append('\n'));
}

void FollowedLog::ended(const std::optional<Error> &error)
{
    dropStream();
    if (m_opened.isValid() && m_opened.elapsed() > LastingMs)
        m_attempt = 0;
    if (error)
        failed(*error);
    else
        endedCleanly();
}

void FollowedLog::endedCleanly()
{
    if (m_range.previous) {
        takeRest();
        return setState(State::Ended);
    }
    if (m_stage == Stage::Rest) {
        takeRest();
        if (m_seam.isUnanswered())
            mark(LogMark::Kind::Gap, m_seam.newest(), m_restartTime);
        return beginNext();
    }
    if (std::exchange(m_isLast, false)) {
        m_isDrained = true;
        if (m_seam.isUnanswered())
            mark(LogMark::Kind::Gap, m_seam.newest(), NoTime);
        return look();
    }
    retry(State::Reconnecting);
}

/// The instance before has been read to its end.
void FollowedLog::beginNext()
{
    m_stage = Stage::Current;
    m_restarts = m_nextRestarts;
    m_isDrained = false;
    m_isNewLog = true;
    m_rest.clear();
    mark(LogMark::Kind::Restarted, m_restartTime, NoTime, m_restartText);
    look();
}

void FollowedLog::failed(const Error &error)
{
    using Kind = Error::Kind;
    const bool isRest = m_stage == Stage::Rest;
    switch (error.kind) {
    case Kind::NotFound: // the pod is gone: what was read stays
        m_error = error;
        takeRest();
        return setState(m_stats.bytes > 0 ? State::Ended : State::Failed);
    case Kind::Invalid:
        if (isRest) { // its log was removed already
            mark(LogMark::Kind::Gap, m_seam.newest(), m_restartTime);
            return beginNext();
        }
        if (!m_range.previous && error.message.contains("waiting to start"_L1))
            return retry(State::Waiting);
        m_error = error;
        return setState(State::Failed);
    case Kind::Unauthorized:
    case Kind::Forbidden:
    case Kind::Config:
    case Kind::Credentials:
    case Kind::Tls: m_error = error; return setState(State::Failed);
    default: m_error = error; return retry(State::Reconnecting);
    }
}

void FollowedLog::mark(LogMark::Kind kind, qint64 from, qint64 to, const QString &detail)
{
    if (kind == LogMark::Kind::Gap)
        ++m_stats.gaps;
    Q_EMIT marked({.kind = kind,
                   .from = from,
                   .to = to,
                   .pod = m_pod,
                   .container = m_container,
                   .detail = detail});
}

void FollowedLog::retry(State state)
{
    m_isRefreshing = false;
    const auto delay = m_attempt == 0
        ? std::chrono::milliseconds(0)
        : std::min<std::chrono::milliseconds>(m_pace.firstDelay * (1 << qMin(m_attempt - 1, 10)),
                                              m_pace.firstDelay * 30);
    ++m_attempt;
    m_wait.start(delay);
    m_state = state;
    Q_EMIT stateChanged(); // the attempt changed even when the state did not
}

void FollowedLog::watchSilence()
{
    if (m_paused || !m_opened.isValid() || m_range.previous)
        return;
    const bool wasBusy = m_burst >= Busy;
    const auto quiet = std::chrono::milliseconds(m_quiet.elapsed());
    if (quiet < (wasBusy ? std::min(m_pace.busySilence, m_patience) : m_patience))
        return;
    m_burst = 0;
    if (!wasBusy)
        m_patience = std::min(2 * m_patience, 16 * m_pace.silence);
    m_isRefreshing = true;
    dropStream();
    look();
}

void FollowedLog::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace kube
