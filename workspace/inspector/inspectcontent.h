// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/inspector/inspectlayout.h"
#include "workspace/inspector/objectinspection.h"
#include "workspace/textview/glyphcache.h"
#include "workspace/textview/thinscroll.h"
#include "workspace/window/contentrows.h"
#include "workspace/window/seenticker.h"
#include "workspace/window/windowcontent.h"

class QKeyEvent;
class QMouseEvent;
class QWheelEvent;

namespace workspace {

/// The inspector: one object in cards, live. Links open, values copy, secrets show on a click and
/// are hidden again by the next, and when the window closes.
///
/// Tab goes from one thing that can be clicked to the next, Enter is the click; arrows scroll.
class InspectContent final : public WindowContent, public ContentRows
{
    Q_OBJECT

public:
    /// `cache`, `metrics` and `look` are borrowed and must outlive the content; there may be no
    /// metrics.
    InspectContent(kube::ResourceCache &cache, kube::MetricsFeed *metrics,
                   const kube::ApiResource &resource, const ObjectId &id, Look &look,
                   QObject *parent = nullptr);
    ~InspectContent() override;

    void setSize(QSizeF size) override;
    void paint(QPainter &painter, bool focused) override;
    bool handleInput(QEvent &event) override;
    Qt::CursorShape cursorAt(QPointF position) const override;
    QString toolTipAt(QPointF position) const override;
    Freshness freshness() const override;
    QString statusText() const override;
    QDateTime lastHeard() const override;
    QString accessibleText() const override;
    ContentRows *contentRows() override { return this; }
    Kind rowKind() const override { return Kind::Text; }
    int rows() const override { return int(m_page.texts.size()); }
    QString rowText(int row) const override { return m_page.texts[size_t(row)].text; }
    QRectF rowRect(int row) const override;
    void goToRow(int row) override { scrollTo(m_page.texts[size_t(row)].baseline.y() - 40); }
    void openRow(int row) override;

    const ObjectWatch &watch() const { return m_inspection.watch(); }
    const Inspection &shown() const { return m_shown; }
    const PlacedInspection &page() const { return m_page; }
    qreal scrollOffset() const { return m_scroll.offset(); }
    void scrollTo(qreal offset);

Q_SIGNALS:
    void openRequested(const workspace::ObjectId &object, workspace::View view);

private:
    void refreshSoon();
    void refresh();
    bool take();
    void relayout();
    int hotAt(QPointF position) const;
    void act(const InspectAction &action);
    bool press(const QMouseEvent &event);
    bool move(QPointF position, Qt::MouseButtons buttons);
    bool release(const QMouseEvent &event);
    bool wheel(const QWheelEvent &event);
    bool key(const QKeyEvent &event);
    void focusNext(int step);
    void paintNotice(QPainter &painter);

    ObjectId m_id;
    Look &m_look;
    ObjectInspection m_inspection;
    Inspection m_shown;
    PlacedInspection m_page;
    mutable GlyphCache m_glyphs;
    ThinScroll m_scroll{Qt::Vertical};
    QSizeF m_size;
    int m_hovered = -1;
    InspectAction m_pressed; ///< what the button went down on
    bool m_revealing = false;
    int m_focused = -1;
    QTimer m_soon; ///< many changes, one page
    SeenTicker m_ticker{*this, std::chrono::seconds(5)}; ///< ages go on
    QTimer m_notice; ///< "Copied" is shown
};

} // namespace workspace
