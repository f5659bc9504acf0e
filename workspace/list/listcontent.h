// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/watch/reflector.h"
#include "workspace/list/listmarks.h"
#include "workspace/textview/glyphcache.h"
#include "workspace/textview/linefield.h"
#include "workspace/textview/messagepaint.h"
#include "workspace/textview/thinscroll.h"
#include "workspace/window/contentrows.h"
#include "workspace/window/seenticker.h"
#include "workspace/window/windowcontent.h"
#include "workspace/yard/records.h"

#include <QStringList>

#include <optional>

class QKeyEvent;
class QMouseEvent;
class QWheelEvent;

namespace workspace {

class Look;

/// A live list of things that belong to objects: a filter, the namespaces it is about, painted rows
/// with a selection, and a footer with counts and freshness. What the rows are and how they look is
/// the heir's; paints only the rows in view.
///
/// What is typed goes to the filter; arrows move the selection, Enter and a double click open the
/// row's object, Alt+Y/D/L/S/C/I/O (or the heir's letters) open that view of it, Alt+N asks for
/// other namespaces. Several rows are marked with Shift and the arrows, Shift and Ctrl clicks,
/// Insert, or Ctrl+A, which marks all that pass the filter; Escape lets go of them. A row, or those
/// that are marked, can be dragged out of the window.
///
/// Where there is a tree as well, `t` (nothing typed yet), Alt+T and a button change to it.
class ListContent : public WindowContent, public ContentRows
{
    Q_OBJECT

public:
    void setSize(QSizeF size) override;
    void paint(QPainter &painter, bool focused) final;
    bool handleInput(QEvent &event) override;
    Qt::CursorShape cursorAt(QPointF position) const override;
    QString statusText() const override;
    QString accessibleText() const override;

    // --- For people who hear it
    ContentRows *contentRows() final { return this; }
    Kind rowKind() const final { return Kind::List; }
    int rows() const final { return rowCount(); }
    /// What the row says; by default which object it is about.
    QString rowText(int row) const override;
    QRectF rowRect(int row) const final;
    int firstRowInView() const final { return rowsInView().first; }
    int currentRow() const final { return rowOf(m_selected); }
    bool isRowSelected(int row) const final { return isPicked(row); }
    void goToRow(int row) final { select(row); }
    void openRow(int row) final { open(row, usualView()); }

    QString filter() const { return m_filter.text(); }
    void setFilter(const QString &text);
    /// The id of the row that keys act on; empty when nothing is selected.
    const QString &selectedId() const { return m_selected; }
    /// What an action is about: the marked rows that pass the filter, in their order, or else the
    /// selected one.
    std::vector<ObjectId> selectedObjects() const override;
    ViewOptions options() const override { return {.filter = m_filter.text()}; }
    QString toolTipAt(QPointF position) const override;
    QString dragText() const override;
    void cancelDrag() override;

Q_SIGNALS:
    void openRequested(const workspace::ObjectId &object, workspace::View view);
    /// The person wants to see other namespaces.
    void namespacesRequested();
    /// The person wants to do this to selectedObjects(): Delete, by its key.
    void deletionRequested();
    /// The person wants the tree instead of the list, or the list instead of the tree.
    void treeToggled();
    /// The person wants this menu, by its key.
    void menuRequested(const std::vector<workspace::MenuEntry> &entries);

protected:
    enum class Form { OnlyList, List, Tree }; ///< OnlyList: there is no tree

    /// Lengths in window units.
    struct Metrics
    {
        qreal row = 0; ///< a row's height
        qreal header = 0; ///< between the filter and the rows
        bool keepsPlace =
            false; ///< who has scrolled and selected stays there while rows come above
    };

    /// `look` is borrowed and must outlive the content. Empty `nameSpaces` are all.
    ListContent(Look &look, bool namespaced, const QStringList &nameSpaces, Metrics metrics,
                QObject *parent);

    virtual int rowCount() const = 0; ///< that pass the filter
    virtual int total() const = 0; ///< whatever the filter says
    virtual QString idOf(int row) const = 0; ///< stays while the row lives
    virtual int rowOf(const QString &id) const = 0; ///< -1 when unknown or filtered out
    virtual ObjectId objectAt(int row) const = 0;
    /// Enter, a double click or the letter of a view: asks for the row's object.
    virtual void open(int row, View view);
    virtual View usualView() const { return View::Describe; } ///< that Enter opens
    /// The view that Alt and this key open; no value: none.
    virtual std::optional<View> viewOfKey(int key) const;
    virtual void applyFilter(const QString &text) = 0;
    virtual QString filterHint() const = 0;
    virtual QString filterProblem() const { return {}; } ///< said in the filter's field
    /// What was typed with its end completed; empty: nothing to complete.
    virtual QString completedFilter(const QString & /*typed*/) const { return {}; }
    virtual Form form() const { return Form::OnlyList; }
    /// A key that is the heir's own, before all others; whether it was used.
    virtual bool ownKey(const QKeyEvent & /*event*/) { return false; }
    /// A click into a row, before it selects; whether it was used.
    virtual bool pressRow(int /*row*/, QPointF /*position*/) { return false; }
    virtual QString sumsOf(const std::vector<int> & /*rows*/) const { return {}; }
    virtual Message message() const = 0; ///< shown when there is no row
    virtual QString footerText() const = 0;
    virtual QString staleText() const; ///< for the footer
    virtual void paintRow(QPainter &painter, int row, const QRectF &box) = 0;
    virtual void paintHeader(QPainter &painter);
    virtual bool pressHeader(QPointF position); ///< whether it was used
    virtual bool dragHeader(QPointF position); ///< with the button held
    virtual void releaseHeader();
    virtual bool doubleClickHeader(QPointF position);
    virtual void tick(); ///< each second while the list is seen; paints ages that have changed
    virtual QString ageOf(int /*row*/) const { return {}; } ///< as shown now
    virtual QRectF agesRect() const { return rowsRect(); } ///< where they are painted
    virtual qreal contentWidth(); ///< lays out what depends on the size; 0: never scrolls sideways

    /// Of a watched list; `nothing`: no object has arrived.
    static Freshness freshnessOf(kube::Reflector::State state, bool nothing);
    /// Rows came, went or changed: lays them out and asks for a picture, or leaves that to the next
    /// painting while nobody sees the list.
    void rowsChanged();
    void relayout();
    Look &look() const { return m_look; }
    GlyphCache &glyphs() const { return m_glyphs; }
    const QStringList &nameSpaces() const { return m_nameSpaces; }
    bool isNamespaced() const { return m_namespaced; }
    QSizeF size() const { return m_size; }
    QRectF rowBox(int row) const; ///< also out of view
    /// Where the right button went down last, if nothing else happened since.
    std::optional<QPointF> menuPlace() const { return m_menuAt; }
    qreal acrossOffset() const { return m_horizontal.offset(); }
    std::pair<int, int> rowsInView() const; ///< the first, and the one after the last
    int rowAt(QPointF position) const; ///< -1: none
    QRectF headerRect() const;
    QRectF rowsRect() const;
    void select(int row);
    /// Whether an action would be about this row, too.
    bool isPicked(int row) const;

private:
    void settle();
    QRectF filterRect() const;
    QRectF formRect() const; ///< the button for the tree; empty when there is none
    QRectF scopeRect() const; ///< the button with the namespaces; empty for cluster-scoped kinds
    QRectF footerRect() const;
    QString scopeText() const;
    QString freshnessText() const;
    std::vector<int> markedRows() const; ///< in their order
    QString selectionText() const;

    void paintHead(QPainter &painter, bool focused);
    void paintForm(QPainter &painter);
    void paintScope(QPainter &painter);
    void paintRows(QPainter &painter, bool focused, const QRectF &seen);
    void paintFooter(QPainter &painter);

    bool press(const QMouseEvent &event);
    bool doubleClick(const QMouseEvent &event);
    bool move(QPointF position, Qt::MouseButtons buttons);
    bool release(QPointF position);
    void pressOn(int row, const QMouseEvent &event);
    bool dragRow(QPointF position);
    std::vector<ObjectId> objectsAt(const std::vector<int> &rows) const;
    bool wheel(const QWheelEvent &event);
    bool key(QKeyEvent &event);
    bool listKey(const QKeyEvent &event);
    bool markKey(const QKeyEvent &event);
    void moveTo(int row, const QKeyEvent &event);
    void click(int row, Qt::KeyboardModifiers modifiers);
    bool formKey(const QKeyEvent &event);
    bool viewKey(const QKeyEvent &event);

    Look &m_look;
    bool m_namespaced;
    QStringList m_nameSpaces; ///< empty: all
    Metrics m_metrics;
    LineField m_filter;
    mutable GlyphCache m_glyphs;
    ThinScroll m_vertical{Qt::Vertical};
    ThinScroll m_horizontal{Qt::Horizontal};
    SeenTicker m_ticker{*this, std::chrono::seconds(1)};
    QSizeF m_size;
    QString m_selected;
    ListMarks m_marks;
    int m_selectedRow = -1; ///< where it was: who is next when it goes
    int m_hovered = -1;
    QString m_grabbed; ///< the row that the button went down on
    QPointF m_grabbedAt;
    QPointF m_pointer;
    std::optional<QPointF> m_menuAt;
    bool m_dragging = false;
    bool m_clickPends = false; ///< on a marked row, which is a click only if nothing is dragged
    bool m_scopeHovered = false;
    bool m_formHovered = false;
    mutable std::optional<QString> m_markedText;
    QStringList m_ages; ///< that are on screen
};

} // namespace workspace
