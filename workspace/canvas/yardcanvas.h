// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/canvas/camera.h"
#include "workspace/canvas/peers/yardpeer.h"
#include "workspace/yard/yarddocument.h"

#include <QHash>
#include <QVariant>
#include <QWidget>

#include <chrono>
#include <memory>
#include <vector>

namespace workspace {

class ContentFactory;
class Look;
class WindowContent;

/// The canvas: shows a yard and lets a person work in it.
///
/// It never changes records itself: gestures become transactions on the document, and what the
/// document says has changed is what is shown. It owns the contents of the windows (made by the
/// factory when a window is first seen close enough) and paints from pictures of them, which it
/// renews within 4 ms a frame. It repaints only what changed.
class YardCanvas : public QWidget
{
    Q_OBJECT

public:
    /// `document`, `factory` and `look` are borrowed and must outlive the canvas.
    YardCanvas(YardDocument &document, ContentFactory &factory, Look &look,
               QWidget *parent = nullptr);
    ~YardCanvas() override;

    /// Where a person looks; while a flight is under way, somewhere on it.
    CameraView view() const;
    void setView(const CameraView &view); ///< at once
    CameraView destination() const; ///< where a flight under way ends, else view()
    void flyTo(const CameraView &view);
    /// Shows a krate at zoom 0.92, from its header on when it is larger than the canvas.
    void flyToKrate(const QString &krateId);
    void fitAll();
    void fitSelection();
    void fitKrate(const QString &krateId); ///< all of it
    bool isFlying() const;
    /// Flights take their time and pans run out, or nothing moves by itself.
    void setMotion(bool on);
    /// Whether keys go to the window that was clicked last, not to the one under the pointer.
    void setClickToFocus(bool on);
    /// How long no key, pointer or touch reaches the program until what changes by itself is shown
    /// once a second only, twice in the window that has the keys. Ten seconds unless told.
    void setIdleAfter(std::chrono::milliseconds time);
    void setHints(bool on); ///< whether the bar that tells the keys is shown

    QPointF toWorld(QPointF position) const; ///< from the widget's coordinates
    QPointF toScreen(QPointF world) const;
    /// The middle of what is seen: where new krates should go.
    QPointF viewCentre() const;

    /// The krates picked, by id. They are one person's, never in the document.
    QStringList selection() const;
    void setSelection(const QStringList &krateIds);
    void selectAll();
    /// The krate that the keys are at; empty: none.
    QString focusedKrate() const;
    /// What Delete is about: the selection, else the krate that the keys are at.
    QStringList pickedKrates() const;

    bool showsCards() const; ///< too far away for windows
    /// The window that keys go to; empty when none.
    QString focusedWindow() const;
    QString maximisedWindow() const;
    void setMaximisedWindow(const QString &windowId); ///< empty: back to the yard
    /// Gives the keys to a window; empty: to none.
    void setFocusedWindow(const QString &windowId);
    void focusNextWindow(int step); ///< +1 or -1, as one reads; goes round
    /// What a window shows, here or on its own; nullptr when it was never seen close enough or does
    /// not exist.
    WindowContent *contentOf(const QString &windowId) const;
    /// What was typed and not sent, by window and view: for a yard that is opened anew. In memory
    /// only: there may be secrets in it.
    using Drafts = QHash<QString, QHash<View, QVariant>>;
    Drafts drafts() const;
    void setDrafts(const Drafts &drafts); ///< of windows that there are
    /// Lends what a window shows to a window of its own, until takeBack(): it stays the canvas's,
    /// which only says on the yard where it is. Makes it when there is none yet, and again when the
    /// window's view changed: ask then. nullptr when there is no such window.
    WindowContent *lend(const QString &windowId);
    void takeBack(const QString &windowId);
    bool isLent(const QString &windowId) const;
    /// Objects are dragged out of a lent window, and are at `at` on the screen: shows `text` there
    /// when it is over the canvas; empty: no longer.
    void showDragged(const QString &text, QPoint at);
    /// They are let go there; nothing when it is not over the canvas.
    void dropObjects(const QString &windowId, const std::vector<ObjectId> &objects, QPoint at);
    QString titleOf(const QString &windowId) const; ///< "Logs · web · shop"
    /// The words and the dot of its header.
    QString freshnessOf(const QString &windowId) const;
    /// The views its tabs offer.
    std::vector<View> viewsOf(const QString &windowId) const;

    /// Who else is in the yard: their pointers move smoothly to where they are, and what they are
    /// at is marked.
    void setPeers(const std::vector<YardPeer> &peers);
    /// Where somebody's pointer is shown now, in world units.
    std::optional<QPointF> shownCursor(quint64 peer) const;
    /// The canvas is framed in the colour of somebody who is followed; invalid: nobody is.
    void setFrame(const QColor &color);
    /// The part of the yard that is seen.
    QRectF visibleWorld() const;
    /// Krates that this person drags now, and how far from where they stand; nothing: none.
    std::map<QString, QPointF> draggedKrates() const;

Q_SIGNALS:
    /// A person wants to find something; `firstText` is the key typed, or empty.
    void spotlightRequested(const QString &firstText);
    /// A person wants the menu of a krate, or of what is picked in one of its windows; `windowId`
    /// may be empty. `at` is on the screen.
    void menuRequested(const QString &krateId, const QString &windowId, QPoint at);
    /// A person wants what a window shows in a window of its own, or back.
    void detachRequested(const QString &windowId);
    void bringBackRequested(const QString &windowId);
    /// A person wants to read what was written to a krate.
    void commentsRequested(const QString &krateId);
    /// A window's content, freshness or title may be another: for who shows a lent one.
    void windowChanged(const QString &windowId);
    void viewChanged();
    void pointerMoved(QPointF world);
    void pointerLeft();
    void dragChanged(); ///< draggedKrates()
    void focusChanged(); ///< focusedWindow() or focusedKrate()
    void selectionChanged();
    /// A person dragged objects out of a window of this krate and let them go there.
    void objectsDropped(const QString &krateId, const std::vector<workspace::ObjectId> &objects,
                        QPointF world);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    bool event(QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace workspace
