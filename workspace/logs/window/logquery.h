// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/logs/view/logquerybar.h"

#include <QObject>

namespace workspace {

class LogMarker;
class LogPanes;

/// What is typed in a log window and what that does: lines are shown, hidden and found, a note is
/// written. GUI thread only.
class LogQuery final : public QObject
{
    Q_OBJECT

public:
    using Mode = LogQueryBar::Mode;

    /// Both are borrowed and must outlive this.
    LogQuery(LogPanes &panes, LogMarker &marker, QObject *parent = nullptr);

    LogQueryBar &bar() { return m_bar; }
    const LogQueryBar &bar() const { return m_bar; }
    bool isOpen() const { return m_bar.mode() != Mode::Closed; }

    /// Begins to type: at the text that is hidden, of a filter, with `atSecond`.
    void open(Mode mode, bool atSecond = false);
    /// What a filter or a find chose is forgotten.
    void close();
    /// Shows only lines with this text, as if it had been typed and Enter pressed.
    void filter(const QString &text);
    /// The next line with the text to find, or asks for that text.
    void findNext(bool forward);
    /// Whether the event was used: keys while a person types.
    bool handleInput(QEvent &event);

    void place(qreal top, qreal width) { m_bar.place(top, width, problem()); }
    void paint(QPainter &painter, const Look &look, bool focused);

Q_SIGNALS:
    void changed();
    void found(); ///< the left pane shows another line

private:
    void edited();
    void accepted(bool forward);
    QString problem() const;
    QString trailing() const;

    LogPanes &m_panes;
    LogMarker &m_marker;
    LogQueryBar m_bar;
    qint64 m_noted = -1; ///< the line that a note is typed for
};

} // namespace workspace
