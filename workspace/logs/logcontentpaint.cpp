// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/errortext.h"
#include "workspace/logs/desk/timelink.h"
#include "workspace/logs/logcontent.h"
#include "workspace/logs/logicons.h"
#include "workspace/look/look.h"

#include <QPainter>

using namespace Qt::StringLiterals;

// The part of LogContent that paints.

namespace workspace {

void LogContent::paint(QPainter &painter, bool focused)
{
    m_hasKeys = focused;
    if (m_isOld)
        takeChanges();
    else
        lay();
    m_ticker.painted();
    painter.fillRect(QRectF({}, m_size), m_look.theme().panel);
    if (m_other) {
        m_pane.paint(painter, focused);
        m_other->pane.paint(painter, focused);
        paintSides(painter);
    } else if (m_model.rowCount() > 0) {
        m_pane.paint(painter, focused);
    } else {
        paintEmpty(painter);
    }
    if (m_showsTimeline)
        m_strip.paint(painter, m_look);
    m_bar.paint(painter, m_look);
    m_query.paint(painter, m_look, focused, queryTrailing());
    paintBanner(painter);
    paintJump(painter);
    m_bar.paintHint(painter, m_look);
}

/// Which stream is on which side.
void LogContent::paintSides(QPainter &painter)
{
    const auto &theme = m_look.theme();
    const auto &sources = m_feed->store().sources();
    for (const auto *side : {&std::as_const(m_pane), &std::as_const(m_other->pane)}) {
        const auto &model = side == &m_pane ? m_model : m_other->model;
        const QRectF strip(side->area().left(), side->area().top() - SideHeight,
                           side->area().width(), SideHeight);
        painter.fillRect(strip, theme.raised);
        for (qsizetype i = 0; i < sources.size(); ++i) {
            if (!model.isSourceShown(logstore::SourceId(i)) || sources[i].isEmpty())
                continue;
            painter.setPen(theme.text);
            m_glyphs.draw(painter, {strip.left() + 10, strip.bottom() - 6}, sources[i],
                          m_look.sans(11, QFont::DemiBold), strip.width() - 20, Qt::ElideMiddle);
        }
    }
    const qreal left = m_other->pane.area().left() - 1;
    painter.fillRect(
        QRectF(left, m_pane.area().top() - SideHeight, 1, m_pane.area().height() + SideHeight),
        theme.borderStrong);
}

QString LogContent::queryProblem() const
{
    const auto problemOf = [](const logstore::Pattern &pattern) {
        return pattern.error().isEmpty()
            ? QString()
            : tr("“%1” is no expression (%2) and is looked for as it stands. A backslash makes a "
                 "sign plain.")
                  .arg(pattern.text(), pattern.error());
    };
    switch (m_query.mode()) {
    case LogQueryBar::Mode::Filter: {
        const auto problem = problemOf(m_model.filter());
        return problem.isEmpty() ? problemOf(m_model.exclude()) : problem;
    }
    case LogQueryBar::Mode::Find: return problemOf(m_model.find());
    case LogQueryBar::Mode::Note:
    case LogQueryBar::Mode::Closed: return {};
    }
    Q_UNREACHABLE_RETURN({});
}

QString LogContent::queryTrailing() const
{
    const bool find = m_query.mode() == LogQueryBar::Mode::Find;
    if (m_query.mode() == LogQueryBar::Mode::Note
        || (m_query.first().isEmpty() && m_query.second().isEmpty()))
        return {};
    QString text = find
        ? tr("%1 of %2").arg(m_model.foundIndex(m_pane.currentLine())).arg(m_model.foundCount())
        : tr("%1 shown").arg(m_model.rowCount());
    if (!find && m_model.context() > 0)
        text += u" ±"_s + QString::number(m_model.context());
    if (const auto progress = m_model.progress())
        text = tr("%1, looking: %2 %").arg(text).arg(int(100 * *progress));
    return text;
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
    const bool isOwn = m_saver || !m_said.isEmpty(); // not about the stream
    painter.setPen(isOwn                                   ? theme.text
                       : freshnessNow == Freshness::Stale  ? theme.warn
                       : freshnessNow == Freshness::Failed ? theme.error
                                                           : theme.textDim);
    const auto button = bannerButton();
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
    m_glyphs.draw(painter, {button.left() + 10, button.bottom() - 6},
                  m_saver ? tr("Cancel") : tr("Read on"), m_look.sans(11, QFont::DemiBold),
                  button.width());
    painter.restore();
}

QRectF LogContent::bannerButton() const
{
    const auto state = m_feed->state();
    const bool over = state == LogFeed::State::Ended || state == LogFeed::State::Failed;
    // A file or pipe has its end; one that could not be read may be there now.
    const bool isThere = m_feed->client() || state == LogFeed::State::Failed;
    const bool canReadOn = over && isThere && !m_feed->request().previous && m_said.isEmpty();
    if ((!canReadOn && !m_saver) || bannerText().isEmpty())
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
        text = m_model.hasRange() ? tr("No line matches at this time.") : tr("No line matches.");
    else if (m_feed->state() == LogFeed::State::Live || m_feed->state() == LogFeed::State::Ended)
        text = tr("Nothing has been logged.");
    else
        text = tr("Reading the log…");
    painter.setPen(m_feed->state() == LogFeed::State::Failed ? theme.error : theme.textFaint);
    painter.setFont(m_look.sans(12.5));
    painter.drawText(m_pane.area().adjusted(24, 0, -24, -BannerHeight),
                     Qt::AlignCenter | Qt::TextWordWrap, text);
}

} // namespace workspace
