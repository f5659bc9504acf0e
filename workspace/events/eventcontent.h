// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/events/eventwatch.h"
#include "workspace/events/eventmodel.h"
#include "workspace/textview/glyphcache.h"
#include "workspace/textview/linefield.h"
#include "workspace/textview/messagepaint.h"
#include "workspace/textview/thinscroll.h"
#include "workspace/window/windowcontent.h"
#include "workspace/yard/records.h"

#include <QTimer>

class QKeyEvent;
class QMouseEvent;
class QWheelEvent;

namespace workspace {

class Look;

/// The events of a namespace or a cluster, live and grouped, the newest first.
///
/// What is typed goes to the filter; arrows move the selection, Enter and a double click open the
/// object that an event is about, Alt+Y/D/L/S/C open that view of it.
class EventContent final : public WindowContent
{
    Q_OBJECT

public:
    /// `cache` and `look` are borrowed and must outlive the content. Empty `nameSpaces` show
    /// the events of all.
    EventContent(kube::ResourceCache &cache, const QStringList &nameSpaces, Look &look,
                 QObject *parent = nullptr);

    void setSize(QSizeF size) override;
    void paint(QPainter &painter, bool focused) override;
    bool handleInput(QEvent &event) override;
    Qt::CursorShape cursorAt(QPointF position) const override;
    /// The whole message, and when it was seen first and last.
    QString toolTipAt(QPointF position) const override;
    Freshness freshness() const override;
    QString statusText() const override;
    QString accessibleText() const override;

    EventModel &model() { return m_model; }
    void setFilter(const QString &text);

Q_SIGNALS:
    void openRequested(const workspace::ObjectId &object, workspace::View view);
    void countsChanged(); ///< of the model

private:
    void take();
    void relayout();
    void tick();
    void select(int row);
    void open(int row, View view);
    int rowAt(QPointF position) const;
    QRectF filterRect() const;
    QRectF rowsRect() const;
    QRectF footerRect() const;

    void paintRows(QPainter &painter, bool focused);
    void paintRow(QPainter &painter, const kube::EventGroup &event, const QRectF &box);
    /// Returns where the texts at the left must end.
    qreal paintTimes(QPainter &painter, const kube::EventGroup &event, const QRectF &box);
    void paintFooter(QPainter &painter);
    Message message() const;
    QString footerText() const;
    QString freshnessText() const;

    bool press(const QMouseEvent &event);
    bool move(QPointF position, Qt::MouseButtons buttons);
    bool wheel(const QWheelEvent &event);
    bool key(QKeyEvent &event);
    bool viewKey(const QKeyEvent &event);
    bool listKey(const QKeyEvent &event);

    Look &m_look;
    bool m_showsAll; ///< namespaces
    kube::EventWatch m_watch;
    EventModel m_model;
    LineField m_filter;
    GlyphCache m_glyphs;
    ThinScroll m_vertical{Qt::Vertical};
    QTimer m_ticker; ///< ages go on
    QSizeF m_size;
    QByteArray m_selected; ///< the group's id
    int m_selectedRow = -1;
    int m_hovered = -1;
};

} // namespace workspace
