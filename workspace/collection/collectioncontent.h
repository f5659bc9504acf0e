// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/watch/subscription.h"
#include "workspace/collection/collectionmodel.h"
#include "workspace/textview/glyphcache.h"
#include "workspace/textview/linefield.h"
#include "workspace/textview/messagepaint.h"
#include "workspace/textview/thinscroll.h"
#include "workspace/window/windowcontent.h"
#include "workspace/yard/records.h"

#include <QTimer>

namespace kube {
class ResourceCache;
}

class QKeyEvent;
class QMouseEvent;
class QWheelEvent;

namespace workspace {

class Look;

/// The objects of one kind as a painted, filtered, sorted, live table.
///
/// What is typed goes to the filter; arrows move the selection, Enter and a double click open,
/// Alt+Y/S/D/L open that view. Paints only the rows in view.
class CollectionContent final : public WindowContent
{
    Q_OBJECT

public:
    /// `cache` and `look` are borrowed and must outlive the content. An empty `nameSpace` shows
    /// all.
    CollectionContent(kube::ResourceCache &cache, const kube::ApiResource &resource,
                      const QString &nameSpace, Look &look, QObject *parent = nullptr);
    ~CollectionContent() override;

    void setSize(QSizeF size) override;
    void paint(QPainter &painter, bool focused) override;
    bool handleInput(QEvent &event) override;
    Qt::CursorShape cursorAt(QPointF position) const override;
    Freshness freshness() const override;
    QString statusText() const override;
    QString accessibleText() const override;

    CollectionModel &model() { return m_model; }
    QString filter() const { return m_filter.text(); }
    void setFilter(const QString &text);
    /// The uid of the row that keys act on; empty when nothing is selected.
    const QString &selectedUid() const { return m_selected; }

Q_SIGNALS:
    void openRequested(const workspace::ObjectId &object, workspace::View view);

private:
    struct HeaderHit
    {
        int column = -1;
        bool edge = false; ///< on the line at the column's right, which drags its width
    };

    void watchModel();
    void scheduleUpdate();
    void layoutColumns();
    void relayout();
    void tick();
    void select(int row);
    void open(int row, View view);
    int rowAt(QPointF position) const;
    HeaderHit headerAt(QPointF position) const;
    QRectF filterRect() const;
    QRectF headerRect() const;
    QRectF rowsRect() const;
    QRectF footerRect() const;

    void paintHeader(QPainter &painter);
    void paintRows(QPainter &painter, bool focused);
    void paintRow(QPainter &painter, int row, const QRectF &box);
    void paintFooter(QPainter &painter);
    Message message() const;
    QString footerText() const;
    QString freshnessText() const;

    bool press(const QMouseEvent &event);
    bool move(QPointF position, Qt::MouseButtons buttons);
    bool release();
    bool doubleClick(const QMouseEvent &event);
    bool wheel(const QWheelEvent &event);
    bool key(QKeyEvent &event);
    bool listKey(const QKeyEvent &event);
    bool viewKey(const QKeyEvent &event);
    void sortBy(int column);

    Look &m_look;
    kube::ApiResource m_resource;
    QString m_nameSpace;
    CollectionModel m_model;
    std::unique_ptr<kube::Subscription> m_objects;
    LineField m_filter;
    GlyphCache m_glyphs;
    ThinScroll m_vertical{Qt::Vertical};
    ThinScroll m_horizontal{Qt::Horizontal};
    QTimer m_ticker; ///< ages go on
    QTimer m_coalesce; ///< many model signals, one repaint
    QSizeF m_size;
    std::vector<qreal> m_widths; ///< as painted
    std::vector<qreal> m_dragged; ///< chosen by the person; 0: by content
    std::vector<QString> m_ages; ///< that are on screen
    QString m_selected;
    int m_selectedRow = -1; ///< where it was: who is next when it goes
    int m_hovered = -1;
    int m_resizing = -1;
};

} // namespace workspace
