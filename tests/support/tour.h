// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/canvas/yardcanvas.h"
#include "workspace/mainwindow/mainwindow.h"
#include "workspace/yard/yarddocument.h"

#include <QTest>

class QWheelEvent;

namespace support {

/// What the tour needs of a cluster: names that are there.
struct TourPlace
{
    QString context = {};
    QString nameSpace = {};
    QString workload = {}; ///< a Deployment of that namespace with a running pod
};

/// A walk through every gesture and shortcut of the yard, by real events on the whole program and
/// nothing else; what comes of them is read from the document and from what a person sees. A test
/// that inherits it says where it takes place.
class Tour : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { leave(); }

    void spotlightOpensByAClickASlashAndALetter();
    void spotlightLocksAKindWithTabAndOpensAViewByLetter();
    void theCameraFollowsWheelKeysAndDrags();
    void minimapAndPillMoveTheCamera();
    void krateIsDraggedCollapsedExpandedAndDismissed();
    void windowsShowTheirViewsMaximiseAndClose();
    void aWindowStandsOnItsOwnAndComesBack();
    void listsFilterTreeMarkAndOpen();
    void aRowIsDraggedOntoTheYard();
    void kratesAreSelectedArrangedAndBroughtBack();
    void everythingGoesByKeyboardAlone();
    void settingsHelpAndThemeAreAKeyAway();

protected:
    /// Opens the program's window on an empty yard, connected; before each part.
    virtual bool arrive() = 0;
    virtual void leave() = 0;
    virtual workspace::MainWindow &window() = 0;
    virtual workspace::YardDocument &document() = 0;
    virtual TourPlace place() const = 0;

private:
    workspace::YardCanvas &canvas() { return window().canvas(); }
    /// Opens it by Spotlight's typed text; the krate's id.
    QString open(const QString &target);
    QString openWorkload(const QString &views);
    QString openPods();
    workspace::KrateRecord krate(const QString &id);
    QPoint screen(QPointF world) { return canvas().toScreen(world).toPoint(); }
    QPoint header(const QString &id);
    QPoint inWindow(const QString &id, size_t index, QPointF point);
    QPoint ground(); ///< where no krate is
    void hover(QPoint at);
    void drag(QPoint from, QPoint to, Qt::MouseButton button = Qt::LeftButton,
              Qt::KeyboardModifiers modifiers = {});
    void wheel(QPoint at, QPoint angle, Qt::KeyboardModifiers modifiers = {});
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    void type(const QString &text);
    bool isOpen(const QString &id, workspace::View view);
};

} // namespace support
