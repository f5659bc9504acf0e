// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QUrl>

class QTermWidget;

namespace workspace {

/// Finds the links in what a terminal shows: tells which one the pointer is over, and has it opened
/// by Ctrl and a click. Only http, https and mailto count. GUI thread only.
class LinkWatch final : public QObject
{
    Q_OBJECT

public:
    /// `terminal` is borrowed and must outlive the watch; `display` is the widget in it that gets
    /// the mouse.
    LinkWatch(QTermWidget &terminal, QWidget &display, QObject *parent = nullptr);

    /// Invalid where there is none.
    QUrl linkAt(QPoint position) const;
    const QUrl &hovered() const { return m_hovered; }

Q_SIGNALS:
    void hoveredChanged();
    void activated(const QUrl &link);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void hover(const QUrl &link);

    QTermWidget &m_terminal;
    QUrl m_hovered;
    QUrl m_pressed;
};

/// What a text that looks like a link leads to; invalid when it is not of a kind that we open.
QUrl linkFrom(const QString &text);

} // namespace workspace
