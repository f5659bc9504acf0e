// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/logs/logmodel.h"
#include "workspace/logs/timeline/timelinestrip.h"

#include <QObject>
#include <QTimer>

namespace workspace {

/// The timeline of a log window: whether it is shown, and counting for it what the model shows,
/// rarely when that takes long. GUI thread only.
class LogTimeline final : public QObject
{
    Q_OBJECT

public:
    /// `model` is borrowed and must outlive the timeline.
    explicit LogTimeline(LogModel &model, QObject *parent = nullptr);

    bool isShown() const { return m_isShown; }
    void setShown(bool shown);
    TimelineStrip &strip() { return m_strip; }
    const TimelineStrip &strip() const { return m_strip; }

    /// Counts the lines anew if that is due and the strip is shown.
    void count();
    /// The strip's top left corner; gives back how high it is, 0 while it is hidden.
    qreal place(qreal top, qreal width);
    /// What is in view; the strip shows it.
    void setView(TimelineStrip::Range view) { m_strip.setView(view); }
    bool isOver(QPointF position) const { return m_isShown && m_strip.area().contains(position); }

Q_SIGNALS:
    void due(); ///< there is more to count

private:
    LogModel &m_model;
    TimelineStrip m_strip;
    QTimer m_pause; ///< after a count: long when that took long
    bool m_isShown = false;
    bool m_isOld = true;
};

} // namespace workspace
