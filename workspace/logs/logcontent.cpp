// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/logcontent.h"

#include "workspace/errortext.h"
#include "workspace/logs/ansitext.h"
#include "workspace/logs/logicons.h"
#include "workspace/look/look.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr int FrameMilliseconds = 33;

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
    m_refresh.setInterval(FrameMilliseconds);
    connect(&m_refresh, &QTimer::timeout, this, &LogContent::refresh);
    connect(&m_model, &LogModel::changed, this, [this] {
        if (!m_refresh.isActive())
            m_refresh.start();
    });
    connect(&m_pane, &LogPane::updated, this, &LogContent::updated);
    connect(&m_look, &Look::changed, this, [this] {
        m_glyphs.clear();
        refresh();
    });
    connect(m_feed.get(), &LogFeed::stateChanged, this, [this] {
        refresh();
        Q_EMIT statusChanged();
    });
    m_feed->read(m_feed->request());
}

LogContent::~LogContent() = default;

void LogContent::setSize(QSizeF size)
{
    m_size = size;
    refresh();
}

void LogContent::refresh()
{
    place();
    Q_EMIT updated();
}

void LogContent::place()
{
    LogBar::State state{.container = m_feed->choices().containers.isEmpty()
                            ? QString()
                            : m_feed->request().container,
                        .filter = m_open != Field::Closed,
                        .wrapped = m_pane.isWrapped(),
                        .stamps = m_pane.areStampsShown(),
                        .previous = m_feed->request().previous,
                        .paused = m_feed->state() == LogFeed::State::Paused};
    for (int i = 0; i < logstore::LevelCount; ++i) {
        state.counts[size_t(i)] = m_model.store().count(logstore::Level(i));
        state.shown[size_t(i)] = m_model.isLevelShown(logstore::Level(i));
    }
    m_bar.layout(state, m_size.width(), m_look);
    const qreal top = LogBar::Height + (m_open == Field::Closed ? 0 : FieldHeight);
    const qreal bottom = m_size.height() - (bannerText().isEmpty() ? 0 : BannerHeight);
    m_pane.setArea(QRectF(0, top, m_size.width(), qMax(0.0, bottom - top)));
}

QRectF LogContent::fieldRect() const
{
    return {8, LogBar::Height + 4, m_size.width() - 16, FieldHeight - 8};
}

QString LogContent::bannerText() const
{
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
    case LogFeed::State::Live: return {};
    }
    Q_UNREACHABLE_RETURN({});
}

void LogContent::paint(QPainter &painter, bool focused)
{
    place();
    painter.fillRect(QRectF({}, m_size), m_look.theme().panel);
    if (m_model.rowCount() > 0)
        m_pane.paint(painter, focused);
    else
        paintEmpty(painter);
    m_bar.paint(painter, m_look);
    if (m_open != Field::Closed)
        paintField(painter, focused);
    paintBanner(painter);
    paintJump(painter);
    m_bar.paintHint(painter, m_look);
}

void LogContent::paintField(QPainter &painter, bool focused)
{
    const auto &theme = m_look.theme();
    painter.fillRect(QRectF(0, LogBar::Height, m_size.width(), FieldHeight), theme.raised);
    painter.fillRect(QRectF(0, LogBar::Height + FieldHeight - 1, m_size.width(), 1), theme.border);
    const bool find = m_open == Field::Find;
    QString trailing;
    if (!m_field.text().isEmpty()) {
        trailing = find
            ? tr("%1 of %2").arg(m_model.foundIndex(m_pane.currentLine())).arg(m_model.foundCount())
            : tr("%1 shown").arg(m_model.rowCount());
        if (const auto progress = m_model.progress())
            trailing = tr("%1, looking: %2 %").arg(trailing).arg(int(100 * *progress));
    }
    m_field.paint(painter, fieldRect(), m_look, focused && m_typing,
                  find ? tr("Find in the log") : tr("Show only lines with…"), trailing);
}

void LogContent::paintBanner(QPainter &painter)
{
    const auto text = bannerText();
    if (text.isEmpty())
        return;
    const auto &theme = m_look.theme();
    const QRectF strip(0, m_size.height() - BannerHeight, m_size.width(), BannerHeight);
    painter.fillRect(strip, theme.raised);
    painter.fillRect(QRectF(strip.topLeft(), QSizeF(strip.width(), 1)), theme.border);
    const auto freshnessNow = freshness();
    painter.setPen(freshnessNow == Freshness::Stale        ? theme.warn
                       : freshnessNow == Freshness::Failed ? theme.error
                                                           : theme.textDim);
    const auto button = reconnectButton();
    const qreal right = button.isEmpty() ? m_size.width() - 10 : button.left() - 8;
    m_glyphs.draw(painter, {10, strip.bottom() - 8.5}, text, m_look.sans(11.5), right - 10);
    if (button.isEmpty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.borderStrong, 1));
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(button.adjusted(0.5, 0.5, -0.5, -0.5), Look::RadiusSmall,
                            Look::RadiusSmall);
    painter.setPen(theme.accent);
    m_glyphs.draw(painter, {button.left() + 10, button.bottom() - 6}, tr("Read on"),
                  m_look.sans(11, QFont::DemiBold), button.width());
    painter.restore();
}

QRectF LogContent::reconnectButton() const
{
    const auto state = m_feed->state();
    const bool over = state == LogFeed::State::Ended || state == LogFeed::State::Failed;
    if (!over || m_feed->request().previous || bannerText().isEmpty())
        return {};
    return {m_size.width() - 80, m_size.height() - BannerHeight + 4, 72, BannerHeight - 7};
}

QRectF LogContent::jumpChip() const
{
    if (m_pane.isFollowing() || m_model.rowCount() == 0)
        return {};
    const qreal bottom = m_size.height() - (bannerText().isEmpty() ? 0 : BannerHeight);
    const qreal width = 120;
    return {(m_size.width() - width) / 2, bottom - 36, width, 26};
}

void LogContent::paintJump(QPainter &painter)
{
    const auto chip = jumpChip();
    if (chip.isEmpty())
        return;
    const auto &theme = m_look.theme();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.shadow);
    painter.drawRoundedRect(chip.translated(0, 2), 13, 13);
    painter.setPen(QPen(m_jumpHovered ? theme.accent : theme.borderStrong, 1));
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), 13, 13);
    const auto below = m_pane.rowsBelow();
    const auto text = below > 0 ? tr("%1 more").arg(below) : tr("Newest line");
    const auto font = m_look.sans(11.5, QFont::DemiBold);
    const qreal width = qMin(m_glyphs.widthOf(text, font), chip.width() - 34) + 16;
    const qreal left = chip.center().x() - width / 2;
    drawDownArrow(painter, {left + 4, chip.center().y()}, theme.accent);
    painter.setPen(theme.text);
    m_glyphs.draw(painter, {left + 16, chip.bottom() - 9}, text, font, chip.width() - 34);
    painter.restore();
}

void LogContent::paintEmpty(QPainter &painter)
{
    const auto &theme = m_look.theme();
    QString text;
    if (m_feed->state() == LogFeed::State::Failed)
        text = errorText(m_feed->error());
    else if (m_model.store().end() > m_model.store().begin())
        text = tr("No line matches.");
    else if (m_feed->state() == LogFeed::State::Live || m_feed->state() == LogFeed::State::Ended)
        text = tr("Nothing has been logged.");
    else
        text = tr("Reading the log…");
    painter.setPen(m_feed->state() == LogFeed::State::Failed ? theme.error : theme.textFaint);
    painter.setFont(m_look.sans(12.5));
    const auto top = LogBar::Height + (m_open == Field::Closed ? 0 : FieldHeight);
    painter.drawText(QRectF(24, top, m_size.width() - 48, m_size.height() - top - BannerHeight),
                     Qt::AlignCenter | Qt::TextWordWrap, text);
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
    case LogFeed::State::Live: return tr("Live");
    case LogFeed::State::Reconnecting: return tr("Connecting again (%1)…").arg(m_feed->attempt());
    case LogFeed::State::Paused: return tr("Paused");
    case LogFeed::State::Ended: return tr("Ended");
    case LogFeed::State::Failed: return errorText(m_feed->error());
    }
    Q_UNREACHABLE_RETURN({});
}

ViewOptions LogContent::options() const
{
    const auto streams = m_feed->streams();
    return {.pod = streams.size() == 1 ? streams.front().pod : QString(),
            .container =
                m_feed->choices().containers.isEmpty() ? QString() : m_feed->request().container,
            .previous = m_feed->request().previous,
            .timestamps = m_pane.areStampsShown()};
}

QString LogContent::rowText(int row) const
{
    return ansiText(m_model.line(m_model.numberAt(row)).bytes).text;
}

/// About where it is: lines that are wrapped are higher than others.
QRectF LogContent::rowRect(int row) const
{
    const qint64 top = m_model.rowOf(m_pane.topLine());
    const QRectF area(QPointF(), m_size);
    return QRectF(0, double(row - top) * 17, m_size.width(), 17).intersected(area);
}

QString LogContent::accessibleText() const
{
    const auto rows = m_model.rowCount();
    auto text = tr("Log of %1, %n line(s): %2", nullptr, int(rows)).arg(m_title, statusText());
    if (rows > 0)
        text += u' ' + ansiText(m_model.line(m_model.numberAt(rows - 1)).bytes).text.left(300);
    return text;
}

} // namespace workspace
