// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/canvas/hittest.h"
#include "workspace/canvas/input/kinetic.h"

#include <QObject>

class QKeyEvent;
class QMouseEvent;
class QNativeGestureEvent;
class QWheelEvent;

namespace workspace {

class CommandSet;

/// Turns the pointer and the keys into camera moves, transactions on the document, and input for
/// what the windows show. Positions are those of the canvas.
class CanvasInput : public QObject
{
    Q_OBJECT

public:
    /// All are borrowed and must outlive the input.
    CanvasInput(CanvasScene &scene, const Minimap &minimap, const Overlays &overlays,
                const CommandSet &commands, QObject *parent = nullptr);

    void press(QMouseEvent &event);
    void move(QMouseEvent &event);
    void release(QMouseEvent &event);
    void doubleClick(QMouseEvent &event);
    void wheel(QWheelEvent &event);
    /// Of a touchpad, over `at`; false: none of ours.
    bool gesture(const QNativeGestureEvent &event, QPointF at);
    /// Of fingers on a screen, whose middle is `at` and went on by `step`.
    bool pinch(QPointF at, QPointF step, qreal factor);
    /// Whether the key was used.
    bool keyPress(QKeyEvent &event);
    bool keyRelease(QKeyEvent &event);
    /// The keys that go from one window to the next or out of it, whatever the window shows.
    /// Whether it was one of them.
    bool leavesWindow(const QKeyEvent &event);
    void leave();
    /// A person dragged and let go: the yard runs on a little. Whether it still does.
    bool advance();
    void stopMotion() { m_kinetic.stop(); }
    /// Whether the wheel pans now, and goes on with it whatever comes under the pointer.
    bool isPanning() const;
    void activate(const Hit &hit); ///< a click on a button or a tab

    /// Keys of the focused window that count everywhere, over lists, shells and editors too: Alt
    /// and the letter of a tab, Alt+Z, Alt+W, F6. Whether it was one.
    bool windowKey(const QKeyEvent &event);
    void leadWithKeys(); ///< until the pointer really moves, it does not say where keys go
    bool focusNext(int step); ///< gives the keys to the next window; false: there is none
    /// Whether keys go to the window that was clicked last, not to the one under the pointer.
    void setClickToFocus(bool on) { m_clickToFocus = on; }

    /// While Space is held the next press pans, whatever is under the pointer.
    void holdSpace(bool held);
    /// Whether a press came while Space was held: then the Space was no character.
    bool isSpaceUsed() const { return m_spaceUsed; }
    bool isSpaceHeld() const { return m_space; }
    bool isBusy() const { return m_mode != Mode::None; } ///< a button is down

    const Hit &hovered() const { return m_hovered; }
    Hit hitAt(QPointF at) const;
    /// What to tell about what is at `at` while the pointer rests there; empty: nothing.
    QString toolTip(QPointF at) const;
    /// Looks again at what is under the pointer, after something moved below it.
    void refreshHover();

Q_SIGNALS:
    /// Someone wants to find something; `firstText` is what was typed, or empty.
    void spotlightRequested(const QString &firstText);
    /// A window is wanted as one of its own, or back.
    void detachRequested(const QString &windowId);
    void bringBackRequested(const QString &windowId);
    void commentsRequested(const QString &krateId); ///< those of a krate
    void moreTabsRequested(const QString &windowId); ///< those that have no room
    void cursorChanged(Qt::CursorShape shape);
    void hoverChanged();
    void pointerMoved(QPointF world);
    void motionBegan(); ///< advance() has something to do
    /// Something (`text`) is being dragged out of a window and is at `at` now; empty: no more.
    void contentDragged(const QString &text, QPointF at);

private:
    enum class Mode { None, Pan, Ground, Krate, Resize, Button, Content, Minimap };

    // --- Drags (canvasdrag.cpp)

    void pressFrame(const QMouseEvent &event, const Hit &hit);
    void begin(Mode mode, const Hit &hit, QPointF at);
    void drag(QPointF at);
    void finish(QPointF at);
    void cancel();
    void click(const Hit &hit);
    void beginMove();
    void dragKrates(QPointF at);
    void dragBand(QPointF at);
    void dragEdge(QPointF at);
    void drop(Mode mode, QPointF way);
    void releasePan();
    void hover(QPointF at);
    void focusUnderPointer(const QString &windowId);
    void followSelection();
    bool hasSeveral() const; ///< krates are selected
    bool pointerLeads(QPointF at);
    void letPointerLead(QPointF at);
    void updateCursor();

    // --- Keys (canvaskeys.cpp, canvasnav.cpp)
    bool toContent(QEvent &event);
    bool scrollPhase(Qt::ScrollPhase phase);
    bool mouseToContent(const QMouseEvent &event);
    bool wheelToContent(const QWheelEvent &event);
    void hoverToContent(QEvent::Type type, QPointF at);
    bool activateWindow(const Hit &hit);
    bool command(const QKeyEvent &event);
    bool bareKey(QKeyEvent &event);
    bool navigate(const QKeyEvent &event);
    bool navigateWindows(const QKeyEvent &event);
    bool navigateKrates(const QKeyEvent &event);
    bool escape();
    void stepOut();
    void goToKrate(Qt::Edge direction, bool extend);
    KrateItem *nearestToView() const;
    void panByKey(Qt::Edge direction);
    void enterKrate();
    void goToWindow(const WindowPlace &place);
    void goRound(bool forward);
    bool moveByKey(Qt::Edge direction);
    void tellDrag(QPointF at);
    QPointF contentPoint(const WindowPlace &place, QPointF at) const;

    CanvasScene &m_scene;
    const Minimap &m_minimap;
    const Overlays &m_overlays;
    const CommandSet &m_commands;
    KineticPan m_kinetic;
    Mode m_mode = Mode::None;
    Hit m_hovered;
    Hit m_pressed;
    QPointF m_pressedAt;
    QPointF m_last;
    QPointF m_pressedWorld;
    Qt::KeyboardModifiers m_modifiers; ///< as of the last event of the pointer
    std::map<QString, QPointF> m_origins; ///< where the dragged krates stood
    QRectF m_movedFrame; ///< about them all, where they stood
    std::vector<QRectF> m_neighbours; ///< what they may line up with
    QPointF m_way; ///< how far they were dragged, in line with others
    QStringList m_selectedBefore; ///< what was selected when the drag began
    QPointF m_keysAt; ///< where the pointer was when the keys took the lead
    bool m_moved = false; ///< far enough to be no click
    bool m_inside = false; ///< the pointer is over the canvas
    bool m_clickToFocus = false;
    bool m_contentDragged = false; ///< contentDragged() told of something
    bool m_space = false;
    bool m_spaceUsed = false;
    bool m_scrollPans = false; ///< the fingers on the touchpad pan
    qint64 m_panned = -1000; ///< when the wheel last panned
};

} // namespace workspace
