// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/terminal/terminalfeed.h"

#include <QPointer>
#include <QStringList>
#include <QTimer>
#include <QUrl>
#include <QWidget>

#include <memory>
#include <vector>

class QKeyEvent;
class QMenu;
class QMouseEvent;
class QTermWidget;

namespace workspace {

class ShellFindBar;
class LinkWatch;
class Look;
class PastePanel;
class ShellBar;
class ShellPanel;

/// The terminal widget and the bar below it, tamed: bytes in and out, size in characters, our key
/// table, colours, clipboard, search, links and menu. Knows nothing of clusters.
class ShellSurface final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int HistoryLines = 5000;

    /// `look` is borrowed and must outlive the surface.
    explicit ShellSurface(Look &look, QWidget *parent = nullptr,
                          TerminalFeed::Road road = TerminalFeed::Road::Straight);
    ~ShellSurface() override;

    void feed(const QByteArray &bytes);
    QSize cells() const; ///< columns and lines
    QStringList lines() const; ///< what it shows and has scrolled away, as text
    qreal zoom() const { return m_zoom; }
    void setZoom(qreal zoom);
    /// Height of the text at zoom 1, in pixels.
    void setFontPixels(int pixels);
    ShellBar &bar() { return *m_bar; }
    ShellFindBar &findBar() { return *m_find; }
    QTermWidget &terminal() { return *m_terminal; }
    /// Whether what the terminal answers can be told from what is typed.
    bool tellsAnswers() const { return m_feed->road() == TerminalFeed::Road::Straight; }
    /// While ended, Enter asks for a new connection and other keys do nothing.
    void setEnded(bool ended) { m_ended = ended; }
    /// While not empty, several lines are pasted only after a question, which tells this sentence.
    void setGuard(const QString &where) { m_guard = where; }
    /// A red frame; Escape asks for the end of the broadcast.
    void setBroadcasting(bool broadcasting);
    /// A panel of the content's over the terminal. A child of the surface's.
    void addPanel(ShellPanel &panel);
    /// The question that is open; nullptr: none.
    ShellPanel *openPanel() const;

    void copy();
    /// Types the clipboard, between the marks of bracketed paste when the program asked for them.
    void paste();
    void pasteText(const QString &text);
    void selectAll();
    void find();
    /// Forgets the lines that have scrolled away, and has the program paint its screen anew.
    void clear();

Q_SIGNALS:
    void typed(const QByteArray &bytes);
    /// The terminal's own answer to what the program asked it.
    void answered(const QByteArray &bytes);
    void cellsChanged();
    void congested(bool congested);
    void fed();
    void hidden();
    void reconnectRequested();
    void rang();
    void linkActivated(const QUrl &link);
    void broadcastEndRequested();
    void largerFontRequested(int pixels); ///< by so many; negative: smaller

protected:
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private Q_SLOTS:
    // The terminal's display has no header: connected by name.
    void contentSizeChanged();
    void showMenu(const QPoint &position);

private:
    void makeTerminal(TerminalFeed::Road road);
    void watchDisplay();
    void applyLook();
    void arrange();
    bool key(const QKeyEvent &event);
    bool controlShiftKey(int key);
    bool middleButton(const QMouseEvent &event);
    void typePaste(const QString &text);
    void fillMenu(QMenu &menu, const QUrl &link);

    Look &m_look;
    QTermWidget *m_terminal;
    QWidget *m_display = nullptr; ///< the terminal's own
    ShellBar *m_bar;
    ShellFindBar *m_find;
    LinkWatch *m_links = nullptr;
    QWidget *m_frame;
    std::vector<ShellPanel *> m_panels; ///< children
    PastePanel *m_paste = nullptr; ///< one of them
    std::unique_ptr<TerminalFeed> m_feed;
    QTimer m_settled; ///< a zoom passes many sizes: only the last counts
    QString m_guard;
    qreal m_zoom = 1;
    int m_fontPixels = 13;
    bool m_ended = false;
    bool m_broadcasting = false;
};

} // namespace workspace
