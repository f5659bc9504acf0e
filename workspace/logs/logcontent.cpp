// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/logcontent.h"

#include "kube/logstore/stamp.h"
#include "workspace/errortext.h"
#include "workspace/logs/desk/timelink.h"
#include "workspace/logs/view/sourcenames.h"
#include "workspace/look/look.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr int FrameMilliseconds = 33;
/// Of a log that nobody works in: at full quarters of a second, so that all such logs and the ages
/// of lists change in one frame.
static constexpr int CalmMilliseconds = 250;
static constexpr qint64 IdleAfter = 60'000'000'000; ///< nanoseconds without a byte
static constexpr int CountMilliseconds = 400; ///< between two timelines at least

LogContent::LogContent(std::unique_ptr<LogFeed> feed, const QString &title, Look &look,
                       QObject *parent)
    : WindowContent(parent)
    , m_look(look)
    , m_title(title)
    , m_feed(std::move(feed))
    , m_model(m_feed->store())
    , m_pane(m_model, look)
{
    m_refresh.setSingleShot(true);
    m_refresh.setTimerType(Qt::PreciseTimer);
    connect(&m_refresh, &QTimer::timeout, this, &LogContent::refresh);
    m_count.setSingleShot(true);
    connect(&m_count, &QTimer::timeout, this, &LogContent::refresh);
    connect(&m_ticker, &SeenTicker::due, this, &LogContent::tick);
    connect(&m_model, &LogModel::changed, this, [this] {
        m_countIsOld = true;
        refreshSoon();
    });
    connect(&m_pane, &LogPane::updated, this, &LogContent::updated);
    connect(&m_pane, &LogPane::scrolled, this, [this] { lead(m_pane); });
    connect(&m_look, &Look::changed, this, [this] {
        m_glyphs.clear();
        m_bar.forget();
        refresh();
    });
    connect(m_feed.get(), &LogFeed::stateChanged, this, [this] {
        refresh();
        Q_EMIT statusChanged();
    });
    setBookmarks(std::make_unique<LogBookmarks>(nullptr, QString()));
    m_feed->read(m_feed->request());
}

LogContent::~LogContent() = default;

void LogContent::setBookmarks(std::unique_ptr<LogBookmarks> bookmarks)
{
    m_bookmarks = std::move(bookmarks);
    connect(m_bookmarks.get(), &LogBookmarks::changed, this, &LogContent::refresh);
    const auto noteOf = [this](const LogModel::Line &line) {
        return m_bookmarks->noteOf(line.time, m_feed->store().sources().value(line.source));
    };
    changePanes([&noteOf](LogPane &pane) { pane.setNotes(noteOf); });
}

void LogContent::setTimeLink(TimeLink *link)
{
    m_link = link;
    connect(link, &TimeLink::toggled, this, &LogContent::refresh);
    connect(link, &TimeLink::moved, this, [this](qint64 time, const QObject *from) {
        if (from != this)
            follow(time);
    });
}

void LogContent::setSize(QSizeF size)
{
    m_size = size;
    refresh();
}

/// What nobody sees is laid out when it is painted.
void LogContent::refreshSoon()
{
    if (!m_ticker.isSeen())
        m_isOld = true;
    else if (!m_refresh.isActive())
        m_refresh.start(m_hasKeys ? FrameMilliseconds
                                  : CalmMilliseconds
                                - int(QDateTime::currentMSecsSinceEpoch() % CalmMilliseconds));
}

void LogContent::refresh()
{
    takeChanges();
    Q_EMIT updated();
}

void LogContent::takeChanges()
{
    m_isOld = false;
    takeStreams();
    showWantedPod();
    if (m_wantedTime && m_feed->store().count() > 0)
        follow(*m_wantedTime);
    countTimeline();
    lay();
}

/// Nothing comes, but how long nothing came does.
void LogContent::tick()
{
    const auto text = statusText();
    if (std::exchange(m_toldStatus, text) != text)
        Q_EMIT statusChanged();
}

bool LogContent::isIdle() const
{
    const auto heard = m_feed->stats().heard;
    return m_feed->state() == LogFeed::State::Live && heard != logstore::NoTime
        && QDateTime::currentMSecsSinceEpoch() * 1'000'000 - heard > IdleAfter;
}

/// Which line is whose is told when there are several streams.
void LogContent::takeStreams()
{
    const auto &sources = m_feed->store().sources();
    const auto named = std::ranges::count_if(sources, [](const auto &s) { return !s.isEmpty(); });
    if (named < 2 || isComparing())
        return changePanes([](LogPane &pane) { pane.setSources({}, {}); });
    std::vector<QColor> colors;
    QStringList pods;
    for (const auto &source : sources) {
        const auto pod = source.section(u'/', 0, 0);
        if (!pods.contains(pod))
            pods.append(pod);
        colors.push_back(podColor(int(pods.indexOf(pod)), m_look.theme()));
    }
    changePanes([names = shortSourceNames(sources), &colors](LogPane &pane) {
        pane.setSources(names, colors);
    });
}

/// What is counted takes a while with millions of lines, and is not worth more than some percent of
/// the time.
void LogContent::countTimeline()
{
    if (!m_showsTimeline || m_strip.isDragging())
        return;
    m_strip.setArea(
        {0, LogBar::Height + m_query.area().height(), m_size.width(), TimelineStrip::Height});
    const bool isOtherWidth = int(m_strip.timeline().buckets.size()) != m_strip.buckets()
        && !m_strip.timeline().isEmpty();
    if ((!m_countIsOld && !isOtherWidth) || m_count.isActive())
        return;
    QElapsedTimer cost;
    cost.start();
    m_strip.setTimeline(
        logstore::timelineOf(m_feed->store(), m_model.anyTime(), m_strip.buckets()));
    m_countIsOld = false;
    m_count.start(std::max(CountMilliseconds, int(20 * cost.elapsed())));
}

void LogContent::layBar()
{
    const auto choices = m_feed->choices();
    const auto &request = m_feed->request();
    LogBar::State state{.container = choices.containers.isEmpty() ? QString()
                            : request.container.isEmpty()         ? tr("all")
                                                                  : request.container,
                        .filter = m_query.mode() != LogQueryBar::Mode::Closed,
                        .timeline = m_showsTimeline,
                        .wrapped = m_pane.isWrapped(),
                        .stamps = m_pane.areStampsShown(),
                        .canPrevious = choices.previous,
                        .previous = request.previous,
                        .paused = m_feed->state() == LogFeed::State::Paused};
    for (int i = 0; i < logstore::LevelCount; ++i) {
        state.counts[size_t(i)] = m_model.store().count(logstore::Level(i));
        state.shown[size_t(i)] = m_model.isLevelShown(logstore::Level(i));
    }
    m_bar.layout(state, m_size.width(), m_look);
}

void LogContent::lay()
{
    layBar();
    m_query.place(LogBar::Height, m_size.width(), queryProblem());
    qreal top = LogBar::Height + m_query.area().height();
    if (m_showsTimeline) {
        m_strip.setArea({0, top, m_size.width(), TimelineStrip::Height});
        m_strip.setRange(m_model.hasRange() ? std::optional(m_model.range()) : std::nullopt);
        top += TimelineStrip::Height;
    }
    const qreal bottom = m_size.height() - (bannerText().isEmpty() ? 0 : BannerHeight);
    const QRectF area(0, top, m_size.width(), qMax(0.0, bottom - top));
    if (m_other) {
        const qreal sides = top + SideHeight;
        const qreal half = std::floor(area.width() / 2);
        m_pane.setArea(QRectF(0, sides, half - 1, area.bottom() - sides));
        m_other->pane.setArea(QRectF(half, sides, area.width() - half, area.bottom() - sides));
    } else {
        m_pane.setArea(area);
    }
    m_strip.setView(m_showsTimeline ? m_pane.timesInView()
                                    : std::pair(logstore::NoTime, logstore::NoTime));
}

/// Who is pointed at, or was when the button went down; keys go to the left one.
LogPane &LogContent::paneOf(const QEvent &event)
{
    const auto at = pointerOf(event);
    if (!at || !m_other)
        return m_pane;
    auto &under = at->x() >= m_other->pane.area().left() ? m_other->pane : m_pane;
    if (event.type() == QEvent::MouseButtonPress)
        m_held = &under;
    auto &pane = m_held ? *m_held : under;
    if (event.type() == QEvent::MouseButtonRelease)
        m_held = nullptr;
    return pane;
}

QString LogContent::bannerText() const
{
    if (m_saver)
        return tr("Saving the whole log: %1 so far…")
            .arg(QLocale().formattedDataSize(m_saver->bytes()));
    if (!m_said.isEmpty())
        return m_said;
    switch (m_feed->state()) {
    case LogFeed::State::Waiting: return tr("The container has not started yet.");
    case LogFeed::State::Reconnecting:
        return tr("The log broke off. Reading on (attempt %1)…").arg(m_feed->attempt());
    case LogFeed::State::Paused: return tr("Paused. P reads on.");
    case LogFeed::State::Ended:
        return m_feed->request().previous
            ? tr("The log before the last restart. O shows the current one.")
            : tr("The log has ended.");
    case LogFeed::State::Failed:
        return m_model.rowCount() > 0 ? errorText(m_feed->error()) : QString();
    case LogFeed::State::Idle:
    case LogFeed::State::Connecting:
    case LogFeed::State::Live:
        if (const auto &problem = m_feed->store().fileError(); !problem.isEmpty())
            return tr("Older lines are dropped, for they cannot be kept on disk: %1. Make room in "
                      "the cache folder.")
                .arg(problem);
        return {};
    }
    Q_UNREACHABLE_RETURN({});
}

WindowContent::Freshness LogContent::freshness() const
{
    switch (m_feed->state()) {
    case LogFeed::State::Idle:
    case LogFeed::State::Connecting:
    case LogFeed::State::Waiting: return Freshness::Loading;
    case LogFeed::State::Live: return Freshness::Live;
    case LogFeed::State::Reconnecting:
    case LogFeed::State::Paused: return Freshness::Stale;
    case LogFeed::State::Ended: return Freshness::Ended;
    case LogFeed::State::Failed:
        return m_model.rowCount() > 0 ? Freshness::Stale : Freshness::Failed;
    }
    Q_UNREACHABLE_RETURN(Freshness::Failed);
}

QString LogContent::statusText() const
{
    switch (m_feed->state()) {
    case LogFeed::State::Idle:
    case LogFeed::State::Connecting: return tr("Connecting…");
    case LogFeed::State::Waiting: return tr("Waiting for the container");
    case LogFeed::State::Live:
        if (isIdle()) {
            const auto silent =
                QDateTime::currentMSecsSinceEpoch() - m_feed->stats().heard / 1'000'000;
            return tr("Idle for %n minute(s)", nullptr, int(silent / 60'000));
        }
        return tr("Live");
    case LogFeed::State::Reconnecting: return tr("Connecting again (%1)…").arg(m_feed->attempt());
    case LogFeed::State::Paused: return tr("Paused");
    case LogFeed::State::Ended: return tr("Ended");
    case LogFeed::State::Failed: return errorText(m_feed->error());
    }
    Q_UNREACHABLE_RETURN({});
}

QString LogContent::statsText() const
{
    const auto stats = m_feed->stats();
    const auto &store = m_feed->store();
    const QLocale locale;
    auto text =
        tr("%n line(s), %1 read, %2 kept in memory", nullptr, int(store.count()))
            .arg(locale.formattedDataSize(stats.bytes), locale.formattedDataSize(store.memory()));
    const auto add = [&text](const QString &more) { text += u", "_s + more; };
    if (store.fileSize() > 0)
        add(tr("%1 in a file").arg(locale.formattedDataSize(store.fileSize())));
    if (store.dropped() > 0)
        add(tr("%n dropped", nullptr, int(store.dropped())));
    if (stats.repeated > 0)
        add(tr("%n repeated left out", nullptr, int(stats.repeated)));
    if (stats.gaps > 0)
        add(tr("%n gap(s)", nullptr, int(stats.gaps)));
    return text;
}

ViewOptions LogContent::options() const
{
    const auto streams = m_feed->streams();
    const auto &request = m_feed->request();
    const auto &store = m_feed->store();
    QString time;
    if (!m_pane.isFollowing() && store.count() > 0) {
        const auto top = store.timeBefore(std::min(m_pane.topLine(), store.end() - 1));
        time = top == logstore::NoTime ? QString() : QString::fromLatin1(logstore::stampText(top));
    }
    return {.pod = streams.size() == 1 ? streams.front().pod : QString(),
            .container = m_feed->choices().containers.isEmpty() ? QString() : request.container,
            .previous = request.previous,
            .timestamps = m_pane.areStampsShown(),
            .filter = m_model.filter().text(),
            .time = time,
            .tail = request.tail.value_or(-1),
            .sinceSeconds = request.sinceSeconds};
}

QString LogContent::rowText(int row) const
{
    return plainText(m_model.line(m_model.numberAt(row)));
}

/// About where it is: lines that are wrapped are higher than others.
QRectF LogContent::rowRect(int row) const
{
    const qint64 top = m_model.rowOf(m_pane.topLine());
    const auto &area = m_pane.area();
    const qreal height = m_pane.rowHeight();
    return QRectF(0, area.top() + double(row - top) * height, m_size.width(), height)
        .intersected(area);
}

int LogContent::currentRow() const
{
    const auto current = m_pane.currentLine();
    return current >= 0 && m_model.isShown(current) ? int(m_model.rowOf(current)) : -1;
}

QString LogContent::accessibleText() const
{
    const auto rows = m_model.rowCount();
    auto text = tr("Log of %1, %n line(s): %2", nullptr, int(rows)).arg(m_title, statusText());
    if (rows > 0)
        text += u' ' + plainText(m_model.line(m_model.numberAt(rows - 1))).left(300);
    return text;
}

} // namespace workspace
