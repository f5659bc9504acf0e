// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/spotlight/spotlightindex.h"
#include "workspace/textview/glyphcache.h"
#include "workspace/textview/thinscroll.h"

#include <QLineEdit>
#include <QWidget>

namespace workspace {

class Look;

/// The search overlay: an input and, below it, what fits. Lies over its parent, 15 % from the top,
/// and follows its size. Hidden until open().
class SpotlightPanel final : public QWidget
{
    Q_OBJECT

public:
    /// `index` and `look` are borrowed and must outlive the panel.
    SpotlightPanel(SpotlightIndex &index, Look &look, QWidget *parent);

    /// Shows the panel with `text` typed already: the key that opened it.
    void open(const QString &text = {});
    /// Hides the panel; `closed` follows.
    void dismiss();

    QString query() const { return m_input.text(); }
    QString filterKind() const { return m_kind; } ///< the pill; empty when there is none
    const std::vector<SpotlightHit> &hits() const { return m_hits; }
    int selected() const { return m_selected; } ///< -1 when there is nothing

Q_SIGNALS:
    void opened(const workspace::SpotlightEntry &entry, workspace::View view);
    void closed();
    void queryChanged(const QString &query); ///< for presence

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void applyLook();
    void refresh();
    void setKind(const QString &kind);
    void select(int row);
    void choose(View view);
    bool key(QKeyEvent &event);
    bool viewKey(int key);
    int rowAt(QPointF position) const;
    QRectF listRect() const;
    qreal pillWidth();
    void paintInput(QPainter &painter);
    void paintHit(QPainter &painter, const SpotlightHit &hit, const QRectF &box);
    void paintName(QPainter &painter, const SpotlightHit &hit, QPointF base, qreal width);
    void paintHint(QPainter &painter);

    SpotlightIndex &m_index;
    Look &m_look;
    QLineEdit m_input;
    QString m_kind;
    std::vector<SpotlightHit> m_hits;
    int m_selected = -1;
    ThinScroll m_scroll {Qt::Vertical};
    GlyphCache m_glyphs;
};

} // namespace workspace
