// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <map>
#include <memory>

namespace workspace {

class CommandKeys;
class DetachedWindow;
class Look;
class Session;
class YardCanvas;
class YardDocument;

/// The windows of a yard that a person has taken off it, each as a window of the desktop.
///
/// What they show stays the canvas's, which lends it, so that nothing of it is lost on the way. A
/// window that is closed on the yard goes, a window that is closed on the desktop comes back. Which
/// they are and where they stood is kept in the session's section "detached": by the window's id,
/// its geometry in base64; they come again with their yard. GUI thread only.
class DetachedWindows final : public QObject
{
    Q_OBJECT

public:
    static constexpr int MostRemembered = 100;

    /// All are borrowed and must outlive this.
    DetachedWindows(YardCanvas &canvas, YardDocument &document, Session &session,
                    CommandKeys &commands, Look &look, QObject *parent = nullptr);
    ~DetachedWindows() override;

    void detach(const QString &windowId);
    void bringBack(const QString &windowId);
    bool isDetached(const QString &windowId) const;
    DetachedWindow *window(const QString &windowId) const; ///< nullptr: it is on the yard
    QString activeWindow() const; ///< the id of the one that has the keys; empty: none
    /// The application ends: all go, and are there again at its next start.
    void end();

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// As YardCanvas::menuRequested().
    void menuRequested(const QString &krateId, const QString &windowId, QPoint at);

private:
    DetachedWindow &make(const QString &windowId);
    void restore();
    void follow(bool isOtherYard);
    void save(const QStringList &gone = {}); ///< with those that are not to come again

    YardCanvas &m_canvas;
    YardDocument &m_document;
    Session &m_session;
    CommandKeys &m_commands;
    Look &m_look;
    std::map<QString, std::unique_ptr<DetachedWindow>> m_windows; ///< by the id of their record
    QTimer m_save; ///< after the last of many moves
    bool m_ended = false;
};

} // namespace workspace
