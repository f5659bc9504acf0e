// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/timeline/timelinestrip.h"

#include "kube/logstore/stamp.h"
#include "workspace/logs/view/logpane.h"
#include "workspace/look/look.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace workspace {

using logstore::Level;
using logstore::NoTime;

static constexpr qreal Margin = 8;
static constexpr qreal LabelHeight = 14;
static constexpr qreal LabelPixels = 9.5;
static constexpr qreal ClickDistance = 3;

/// "03:04:05", with the day where the log is longer than one, and milliseconds where it is short.
static QString label(qint64 time, qint64 span)
{
    constexpr qint64 Second = 1'000'000'000;
    const auto stamp = QString::fromLatin1(logstore::stampText(time));
    const auto clock = stamp.sliced(11, 8);
    if (span > 86'400 * Second)
        return stamp.sliced(5, 5) + u' ' + clock.first(5);
    if (span < 10 * Second)
        return clock + '.'_L1 + QString::number(time / 1'000'000 % 1000).rightJustified(3, u'0');
    return clock;
}

int TimelineStrip::buckets() const
{
    return std::clamp(int(bars().width()) / BarWidth, 1, 2000);
}

QRectF TimelineStrip::bars() const
{
    return m_area.adjusted(Margin, 4, -Margin, -LabelHeight);
}

void TimelineStrip::setTimeline(logstore::Timeline timeline)
{
    m_timeline = std::move(timeline);
}

qreal TimelineStrip::xOf(qint64 time) const
{
    const double span = double(m_timeline.to - m_timeline.from) + 1;
    const auto at = double(time - m_timeline.from) / span;
    return bars().left() + std::clamp(at, 0.0, 1.0) * bars().width();
}

qint64 TimelineStrip::timeAt(qreal x) const
{
    const auto at = std::clamp((x - bars().left()) / qMax(1.0, bars().width()), 0.0, 1.0);
    return m_timeline.from + qint64(at * double(m_timeline.to - m_timeline.from));
}

void TimelineStrip::paint(QPainter &painter, const Look &look)
{
    const auto &theme = look.theme();
    painter.fillRect(m_area, theme.panel);
    painter.fillRect(QRectF(m_area.left(), m_area.bottom() - 1, m_area.width(), 1), theme.border);
    if (m_timeline.isEmpty()) {
        painter.setPen(theme.textFaint);
        m_glyphs.draw(painter, {m_area.left() + Margin, m_area.center().y() + 4},
                      tr("No line has a time."), look.sans(11), m_area.width() - 2 * Margin);
        return;
    }
    if (m_view.first != NoTime) {
        const qreal left = xOf(m_view.first);
        auto fill = theme.accent;
        fill.setAlpha(theme.dark ? 46 : 34);
        painter.fillRect(QRectF(left, bars().top() - 2, qMax(2.0, xOf(m_view.second) - left),
                                bars().height() + 2),
                         fill);
    }
    paintBars(painter, look);
    if (m_from && std::abs(m_to - *m_from) > ClickDistance)
        paintSpan(painter, look, {timeAt(qMin(*m_from, m_to)), timeAt(qMax(*m_from, m_to))});
    else if (m_range)
        paintSpan(painter, look, *m_range);
    paintLabels(painter, look);
}

void TimelineStrip::paintBars(QPainter &painter, const Look &look)
{
    const auto &theme = look.theme();
    int highest = 1;
    const auto linesIn = [](const logstore::TimelineBucket &bucket) {
        return std::accumulate(bucket.counts.begin(), bucket.counts.end(), 0)
            - bucket.counts[size_t(Level::Mark)];
    };
    for (const auto &bucket : m_timeline.buckets)
        highest = std::max(highest, linesIn(bucket));
    const auto box = bars();
    const qreal width = box.width() / double(m_timeline.buckets.size());
    for (size_t i = 0; i < m_timeline.buckets.size(); ++i) {
        const auto &bucket = m_timeline.buckets[i];
        const qreal left = box.left() + double(i) * width;
        qreal bottom = box.bottom();
        // The gravest at the bottom, where they line up.
        for (const auto level :
             {Level::Error, Level::Warn, Level::Info, Level::None, Level::Debug}) {
            const int count = bucket.counts[size_t(level)];
            if (count == 0)
                continue;
            const bool isGrave = level == Level::Error || level == Level::Warn;
            const qreal height = qMax(isGrave ? 2.0 : 1.0, box.height() * count / highest);
            auto color = level == Level::None || level == Level::Debug ? theme.borderStrong
                                                                       : colorOf(level, look);
            if (level == Level::Info)
                color.setAlpha(170);
            painter.fillRect(QRectF(left, qMax(box.top(), bottom - height), qMax(1.0, width - 1),
                                    qMin(height, bottom - box.top())),
                             color);
            bottom -= height;
        }
        if (bucket.counts[size_t(Level::Mark)] > 0)
            painter.fillRect(QRectF(left, box.top() - 2, qMax(2.0, width - 1), 3), theme.accent);
    }
}

void TimelineStrip::paintSpan(QPainter &painter, const Look &look, Range range)
{
    const auto &theme = look.theme();
    const auto box = bars().adjusted(0, -2, 0, 0);
    const qreal left = xOf(std::max(range.first, m_timeline.from));
    const qreal right = xOf(std::min(range.second, m_timeline.to));
    auto shade = theme.panel;
    shade.setAlpha(170);
    painter.fillRect(QRectF(box.left(), box.top(), left - box.left(), box.height()), shade);
    painter.fillRect(QRectF(right, box.top(), box.right() - right, box.height()), shade);
    painter.fillRect(QRectF(left - 1, box.top(), 1.5, box.height()), theme.accent);
    painter.fillRect(QRectF(right, box.top(), 1.5, box.height()), theme.accent);
}

void TimelineStrip::paintLabels(QPainter &painter, const Look &look)
{
    const auto font = look.sans(LabelPixels);
    const auto span = m_timeline.to - m_timeline.from;
    const qreal baseline = m_area.bottom() - 4;
    const auto first = label(m_timeline.from, span);
    const auto last = label(m_timeline.to, span);
    painter.setPen(look.theme().textFaint);
    m_glyphs.draw(painter, {m_area.left() + Margin, baseline}, first, font, 200);
    const qreal width = m_glyphs.widthOf(last, font);
    m_glyphs.draw(painter, {m_area.right() - Margin - width, baseline}, last, font, 200);
    QString middle;
    if (m_from && std::abs(m_to - *m_from) > ClickDistance)
        middle = label(timeAt(qMin(*m_from, m_to)), span) + u" – "_s
            + label(timeAt(qMax(*m_from, m_to)), span);
    else if (m_area.contains(m_pointer))
        middle = hint(m_pointer);
    else if (m_range)
        middle = label(std::max(m_range->first, m_timeline.from), span) + u" – "_s
            + label(std::min(m_range->second, m_timeline.to), span);
    const qreal room = m_area.width() - 2 * Margin - m_glyphs.widthOf(first, font) - width - 24;
    const qreal wanted = m_glyphs.widthOf(middle, font);
    if (middle.isEmpty() || room < 60)
        return;
    painter.setPen(look.theme().textDim);
    m_glyphs.draw(painter, {m_area.center().x() - qMin(wanted, room) / 2, baseline}, middle, font,
                  room);
}

QString TimelineStrip::hint(QPointF at) const
{
    if (m_timeline.isEmpty())
        return {};
    const auto time = timeAt(at.x());
    const auto &counts = m_timeline.buckets[size_t(m_timeline.bucketAt(time))].counts;
    const auto lines = std::accumulate(counts.begin(), counts.end(), 0);
    auto text =
        tr("%1: %n line(s)", nullptr, lines).arg(label(time, m_timeline.to - m_timeline.from));
    if (const auto errors = counts[size_t(Level::Error)]; errors > 0)
        text += u", "_s + tr("%n error(s)", nullptr, errors);
    return text;
}

bool TimelineStrip::press(QPointF at)
{
    if (!m_area.contains(at) || m_timeline.isEmpty())
        return false;
    m_from = m_to = at.x();
    return true;
}

bool TimelineStrip::drag(QPointF at)
{
    if (!m_from)
        return false;
    m_to = at.x();
    return true;
}

std::optional<TimelineStrip::Range> TimelineStrip::release()
{
    const auto from = std::exchange(m_from, std::nullopt);
    if (!from)
        return {};
    if (std::abs(m_to - *from) <= ClickDistance)
        return Range(timeAt(*from), timeAt(*from));
    return Range(timeAt(qMin(*from, m_to)), timeAt(qMax(*from, m_to)));
}

bool TimelineStrip::hover(QPointF at)
{
    const bool was = m_area.contains(m_pointer);
    m_pointer = at;
    return was || m_area.contains(at);
}

} // namespace workspace
