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
/// Alt+Y/D/L/S/C open that view, Alt+N asks for other namespaces. Several namespaces are listed one
/// by one, so that rights in each are enough. Paints only the rows in view.
class CollectionContent final : public WindowContent
{
    Q_OBJECT

public:
    /// `cache` and `look` are borrowed and must outlive the content. No namespaces: all.
    CollectionContent(kube::ResourceCache &cache, const kube::ApiResource &resource,
                      const QStringList &nameSpaces, Look &look, QObject *parent = nullptr);
    ~CollectionContent() override;

    void setSize(QSizeF size) override;
    void paint(QPainter &painter, bool focused) override;
    bool handleInput(QEvent &event) override;
    Qt::CursorShape cursorAt(QPointF position) const override;
    /// A row's health in a sentence.
    QString toolTipAt(QPointF position) const override;
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
    /// The person wants to see other namespaces.
    void namespacesRequested();

private:
    struct HeaderHit
    {
        int column = -1;
        bool edge = false; ///< on the line at the column's right, which drags its width
    };

    void watchModel();
    void subscribe(kube::ResourceCache &cache, const QString &nameSpace);
    void scheduleUpdate();
    void layoutColumns();
    void relayout();
    void tick();
    void select(int row);
    void open(int row, View view);
    int rowAt(QPointF position) const;
    HeaderHit headerAt(QPointF position) const;
    QRectF filterRect() const;
    QRectF scopeRect() const; ///< the button with the namespaces; empty for cluster-scoped kinds
    QString scopeText() const;
    qreal scopeWidth() const;
    QRectF headerRect() const;
    QRectF rowsRect() const;
    QRectF footerRect() const;

    void paintHeader(QPainter &painter);
    void paintRows(QPainter &painter, bool focused);
    void paintRow(QPainter &painter, int row, const QRectF &box);
    void paintFooter(QPainter &painter);
    void paintScope(QPainter &painter);
    kube::Subscription::State state() const; ///< of all namespaces together
    std::optional<kube::Error> lastError() const;
    QDateTime lastHeard() const;
    QStringList refusedNamespaces() const;
    Message message() const;
    Message refusal(const kube::Error &error) const;
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
    QStringList m_nameSpaces; ///< empty: all
    CollectionModel m_model;
    std::vector<std::unique_ptr<kube::Subscription>> m_objects; ///< one for each namespace
    LineField m_filter;
    mutable GlyphCache m_glyphs;
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
    bool m_scopeHovered = false;
    int m_resizing = -1;
};

} // namespace workspace
