// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/window/menuentry.h"
#include "workspace/window/viewoptions.h"
#include "workspace/yard/records.h"

#include <QDateTime>
#include <QObject>
#include <QRectF>
#include <QString>
#include <QVariant>

class QEvent;
class QPainter;
class QWidget;

namespace workspace {

class ContentRows;

/// What a window on the canvas shows: a collection, a YAML text, a log, a shell.
///
/// It is painted, not a widget: the canvas keeps a picture of each window and asks for a new one,
/// within a time budget a frame, after updated(). All coordinates are window units with the
/// content's top left corner at 0,0; the painter is already scaled for zoom and screen, so text is
/// crisp at every zoom. Input arrives the same way, already mapped. Lives on the GUI thread.
class WindowContent : public QObject
{
    Q_OBJECT

public:
    /// How current what is shown is; the window's header shows it as a dot with a word.
    enum class Freshness {
        Loading, ///< nothing shown yet
        Live, ///< changes appear by themselves, or what is shown cannot change
        Stale, ///< the connection is lost: what is shown may be old
        Failed, ///< there is nothing to show; statusText() says why
        Ended, ///< a stream that has come to its end
    };
    Q_ENUM(Freshness)

    using QObject::QObject;

    /// The size of the content area in window units; called before the first paint and on resize.
    virtual void setSize(QSizeF size) = 0;
    /// Paints the content area, or at least what the painter's clip leaves of it. `focused` tells
    /// that keys go here (cursor, selection colour).
    virtual void paint(QPainter &painter, bool focused) = 0;
    /// A mouse, wheel, hover or key event with positions in content coordinates. Returns whether it
    /// was used; an unused wheel pans the canvas, an unused key is the canvas's.
    virtual bool handleInput(QEvent &event);
    virtual Qt::CursorShape cursorAt(QPointF position) const;
    /// What to tell about what is there while the pointer rests; empty: nothing.
    virtual QString toolTipAt(QPointF position) const;

    virtual Freshness freshness() const = 0;
    /// A few words for the header or, when Failed, one sentence that says what to do.
    virtual QString statusText() const = 0;
    /// When the cluster was last heard on what is shown; invalid: not known. Told while Stale.
    virtual QDateTime lastHeard() const { return {}; }
    /// Text for a screen reader: what the window shows, in short.
    virtual QString accessibleText() const = 0;

    /// The same row by row; nullptr: it has none. Its own, as long as it lives.
    virtual ContentRows *contentRows() { return nullptr; }

    /// The objects in it that a person has picked, in their order: what a menu is about. None: it
    /// is about the krate's object.
    virtual std::vector<ObjectId> selectedObjects() const { return {}; }

    /// What a person typed and has not sent, to go on with in another content of the same view when
    /// this one's cluster is replaced. In memory only: it may be secret. Invalid: nothing.
    virtual QVariant draft() const { return {}; }
    virtual void setDraft(const QVariant &) { }

    /// The menu of what the last press of the right button was on, when that is none of the objects
    /// (a header); empty: the usual one. Asked for right after the press.
    virtual std::vector<MenuEntry> ownMenu() { return {}; }

    /// What the person is dragging out of the window just now, for people; empty: nothing.
    virtual QString dragText() const { return {}; }
    /// The person thought better of it.
    virtual void cancelDrag() { }

    /// How the view is shown, for a command line that shows the same.
    virtual ViewOptions options() const { return {}; }
    /// Shows what a link asks for, as far as this view knows it; the rest stays.
    virtual void setOptions(const ViewOptions &) { }

    /// A widget that must be real while a person works in it (a terminal); nullptr for painted
    /// contents. The canvas places it over the window at screen size and calls setLiveZoom().
    virtual QWidget *liveWidget() { return nullptr; }
    virtual void setLiveZoom(qreal zoom);
    /// Whether hovering the window gives it every key (a shell does).
    virtual bool takesAllKeys() const { return false; }

Q_SIGNALS:
    void updated(); ///< the picture is out of date
    /// The same of no more than what lies in `part`, in content coordinates.
    void partUpdated(const QRectF &part);
    void statusChanged(); ///< freshness or status text
    /// The person drags these objects out of the window; `position` is content coordinates, and
    /// lies outside of the content. Sent once, when the button is released there.
    void draggedOut(const std::vector<workspace::ObjectId> &objects, QPointF position);
};

} // namespace workspace
