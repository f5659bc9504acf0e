// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/timeline/logtimeline.h"

#include <QElapsedTimer>

#include <algorithm>

namespace workspace {

static constexpr int PauseMilliseconds = 400; ///< between two counts at least

LogTimeline::LogTimeline(LogModel &model, QObject *parent)
    : QObject(parent)
    , m_model(model)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &LogTimeline::due);
    connect(&m_model, &LogModel::changed, this, [this] { m_isOld = true; });
}

void LogTimeline::setShown(bool shown)
{
    m_isShown = shown;
    m_isOld = true;
}

/// What is counted takes a while with millions of lines, and is not worth more than some percent of
/// the time.
void LogTimeline::count()
{
    if (!m_isShown || m_strip.isDragging())
        return;
    const bool isOtherWidth = int(m_strip.timeline().buckets.size()) != m_strip.buckets()
        && !m_strip.timeline().isEmpty();
    if ((!m_isOld && !isOtherWidth) || m_pause.isActive())
        return;
    QElapsedTimer cost;
    cost.start();
    m_strip.setTimeline(
        logstore::timelineOf(m_model.store(), m_model.anyTime(), m_strip.buckets()));
    m_isOld = false;
    m_pause.start(std::max(PauseMilliseconds, int(20 * cost.elapsed())));
}

qreal LogTimeline::place(qreal top, qreal width)
{
    if (!m_isShown)
        return 0;
    m_strip.setArea({0, top, width, TimelineStrip::Height});
    m_strip.setRange(m_model.hasRange() ? std::optional(m_model.range()) : std::nullopt);
    return TimelineStrip::Height;
}

} // namespace workspace
