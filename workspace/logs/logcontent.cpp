// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/logcontent.h"

#include "workspace/logs/window/logkeys.h"
#include "workspace/logs/window/logmenu.h"
#include "workspace/logs/window/logstatus.h"
#include "workspace/look/look.h"

#include <QDateTime>
#include <QMouseEvent>
#include <QPainter>

#include <utility>

namespace workspace {

static constexpr int FrameMilliseconds = 33;
/// Of a log that nobody works in: at full quarters of a second, so that all such logs and the ages
/// of lists change in one frame.
static constexpr int CalmMilliseconds = 250;

LogContent::LogContent(std::unique_ptr<LogFeed> feed, const QString &title, Look &look,
                       QObject *parent)
    : WindowContent(parent)
    , m_look(look)
    , m_title(title)
    , m_feed(std::move(feed))
{
    m_refresh.setSingleShot(true);
    m_refresh.setTimerType(Qt::PreciseTimer);
    connect(&m_refresh, &QTimer::timeout, this, [this] {
        m_ticker.fallBehind();
        Q_EMIT updated();
    });
    connect(&m_ticker, &SeenTicker::due, this, &LogContent::tick);
    connect(&m_look, &Look::changed, this, [this] {
        m_bar.forget();
        refresh();
    });
    connect(m_feed.get(), &LogFeed::stateChanged, this, [this] {
        refresh();
        Q_EMIT statusChanged();
    });
    connectParts();
    m_feed->read(m_feed->request());
}

LogContent::~LogContent() = default;

void LogContent::connectParts()
{
    connect(&m_panes, &LogPanes::changed, this, &LogContent::refreshSoon);
    connect(&m_panes, &LogPanes::updated, this, &LogContent::updated);
    connect(&m_timeline, &LogTimeline::due, this, &LogContent::refresh);
    connect(&m_lead, &TimeLead::toggled, this, &LogContent::refresh);
    connect(&m_query, &LogQuery::changed, this, &LogContent::refresh);
    connect(&m_query, &LogQuery::found, this, [this] { m_lead.lead(&m_panes.pane()); });
    connect(&m_marker, &LogMarker::changed, this, &LogContent::refresh);
    connect(&m_marker, &LogMarker::refused, this, [this] {
        m_banner.say(tr("This line has no time by which it could be found again."));
        refresh();
    });
    connect(&m_saving, &LogSaving::began, this, [this] {
        m_banner.hush();
        refresh();
    });
    connect(&m_saving, &LogSaving::progressed, this, &LogContent::refreshSoon);
    connect(&m_saving, &LogSaving::ended, this, [this](const QString &said, bool isWhole) {
        m_banner.say(said, isWhole ? LogBanner::Tone::Plain : LogBanner::Tone::Warning);
        refresh();
    });
    connect(&m_pointer, &LogPointer::updated, this, &LogContent::updated);
    connect(&m_actions, &LogActions::changed, this, &LogContent::refresh);
    connect(&m_actions, &LogActions::menuWanted, this,
            [this](LogActions::Menu menu) { Q_EMIT menuRequested(entriesOf(menu)); });
}

void LogContent::setSize(QSizeF size)
{
    m_size = size;
    refresh();
}

/// What nobody sees is laid out when it is painted.
void LogContent::refreshSoon()
{
    if (m_ticker.noteChange() && !m_refresh.isActive())
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
    m_ticker.caughtUp();
    m_panes.nameSources();
    m_place.goOn();
    lay();
    m_timeline.count();
}

/// Nothing comes, but how long nothing came does.
void LogContent::tick()
{
    const auto text = statusText();
    if (std::exchange(m_toldStatus, text) != text)
        Q_EMIT statusChanged();
}

void LogContent::lay()
{
    m_bar.layout(m_actions.barState(), m_size.width(), m_look);
    m_query.place(LogBar::Height, m_size.width());
    m_banner.place(m_size);
    qreal top = LogBar::Height + m_query.bar().area().height();
    top += m_timeline.place(top, m_size.width());
    m_panes.place(QRectF(0, top, m_size.width(), qMax(0.0, m_banner.top() - top)));
    m_timeline.setView(m_timeline.isShown() ? m_panes.pane().timesInView()
                                            : std::pair(logstore::NoTime, logstore::NoTime));
}

void LogContent::paint(QPainter &painter, bool focused)
{
    m_hasKeys = focused;
    if (m_ticker.isBehind())
        takeChanges();
    else
        lay();
    m_ticker.painted();
    painter.fillRect(QRectF({}, m_size), m_look.theme().panel);
    if (m_panes.isComparing() || model().rowCount() > 0)
        m_panes.paint(painter, focused);
    else
        paintEmpty(painter);
    if (m_timeline.isShown())
        m_timeline.strip().paint(painter, m_look);
    m_bar.paint(painter, m_look);
    m_query.paint(painter, m_look, focused);
    m_banner.paint(painter, m_look);
    m_jump.paint(painter, m_look);
    m_bar.paintHint(painter, m_look);
}

void LogContent::paintEmpty(QPainter &painter)
{
    const auto &theme = m_look.theme();
    painter.setPen(m_feed->state() == LogFeed::State::Failed ? theme.error : theme.textFaint);
    painter.setFont(m_look.sans(12.5));
    painter.drawText(pane().area().adjusted(24, 0, -24, -LogBanner::Height),
                     Qt::AlignCenter | Qt::TextWordWrap, emptinessOf(*m_feed, model()));
}

bool LogContent::handleInput(QEvent &event)
{
    const auto type = event.type();
    if (type == QEvent::Wheel || type == QEvent::KeyPress || type == QEvent::MouseButtonPress)
        m_lead.forgetWanted(); // the person goes where they want now
    if (m_query.handleInput(event))
        return true;
    if (type == QEvent::MouseButtonPress) {
        const auto &press = static_cast<QMouseEvent &>(event);
        m_menuPressed = press.button() == Qt::RightButton && press.position().y() >= LogBar::Height;
    } else if (type == QEvent::KeyPress) {
        m_banner.hush();
        m_menuPressed = false;
        if (pressKey(static_cast<QKeyEvent &>(event), m_parts, m_actions))
            return true;
    }
    return m_pointer.handleInput(event) || m_panes.paneOf(event).handleInput(event);
}

QString LogContent::toolTipAt(QPointF position) const
{
    if (position.y() < LogBar::Height && m_bar.buttonAt(position) == LogBar::None)
        return statsOf(*m_feed);
    return m_banner.isAt(position) ? m_banner.text() : QString(); // it may be cut off there
}

/// The one place where menus are handed out.
std::vector<MenuEntry> LogContent::entriesOf(LogActions::Menu menu)
{
    return guarded(LogMenu(m_parts, m_actions).entries(menu), this);
}

std::vector<MenuEntry> LogContent::ownMenu()
{
    return std::exchange(m_menuPressed, false) ? menu() : std::vector<MenuEntry>();
}

WindowContent::Freshness LogContent::freshness() const
{
    return freshnessOf(*m_feed, model());
}

QString LogContent::statusText() const
{
    return statusOf(*m_feed);
}

QString LogContent::accessibleText() const
{
    const int rows = m_rows.rows();
    auto text = tr("Log of %1, %n line(s): %2", nullptr, rows).arg(m_title, statusText());
    if (rows > 0)
        text += u' ' + m_rows.rowText(rows - 1).left(300);
    return text;
}

void LogContent::setOptions(const ViewOptions &options)
{
    m_place.goTo(options, m_actions);
    refresh();
}

} // namespace workspace
