// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/shell/ptyfeed.h"

#include <QStringList>
#include <QTimer>
#include <QWidget>

#include <memory>

class QKeyEvent;
class QTermWidget;

namespace workspace {

class Look;
class ShellBar;

/// The terminal widget and the bar below it, tamed: bytes in and out, size in characters, our key
/// table, colours and clipboard keys. Knows nothing of clusters.
class ShellSurface final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int HistoryLines = 5000;

    /// `look` is borrowed and must outlive the surface.
    explicit ShellSurface(Look &look, QWidget *parent = nullptr);
    ~ShellSurface() override;

    void feed(const QByteArray &bytes);
    QSize cells() const; ///< columns and lines
    QStringList lines() const; ///< what it shows and has scrolled away, as text
    qreal zoom() const { return m_zoom; }
    void setZoom(qreal zoom);
    ShellBar &bar() { return *m_bar; }
    QTermWidget &terminal() { return *m_terminal; }
    /// Shows or hides the bar as its content asks.
    void arrange();
    /// While ended, Enter asks for a new connection and other keys do nothing.
    void setEnded(bool ended) { m_ended = ended; }
    void copy();
    /// Types the clipboard, between the marks of bracketed paste when the program asked for them.
    void paste();

Q_SIGNALS:
    void typed(const QByteArray &bytes);
    void cellsChanged();
    void congested(bool congested);
    void fed();
    void hidden();
    void reconnectRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private Q_SLOTS:
    void contentSizeChanged(); // the terminal's display has no header: connected by name

private:
    void applyLook();
    bool key(const QKeyEvent &event);

    Look &m_look;
    QTermWidget *m_terminal;
    ShellBar *m_bar;
    std::unique_ptr<PtyFeed> m_feed;
    QTimer m_settled; ///< a zoom passes many sizes: only the last counts
    qreal m_zoom = 1;
    bool m_ended = false;
};

} // namespace workspace
