// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/spotlight/spotlightindex.h"
#include "workspace/spotlight/spotlightmemory.h"
#include "workspace/textview/glyphcache.h"
#include "workspace/textview/thinscroll.h"

#include <QLineEdit>
#include <QTimer>
#include <QWidget>

namespace workspace {

class Look;

/// The search overlay: an input and, below it, what fits, or while nothing is typed what is pinned
/// and what was opened last. Lies over its parent, 15 % from the top, and follows its size. Hidden
/// until open(). What changes in the index meanwhile appears without moving the row that the person
/// has gone to.
class SpotlightPanel final : public QWidget
{
    Q_OBJECT

public:
    /// `index`, `memory` and `look` are borrowed and must outlive the panel.
    SpotlightPanel(SpotlightIndex &index, SpotlightMemory &memory, Look &look, QWidget *parent);

    /// Shows the panel with `text` typed already: the key that opened it.
    void open(const QString &text = {});
    /// Hides the panel; `closed` follows.
    void dismiss();
    /// How many known contexts are not searched; the panel offers to search them as well.
    void setElsewhere(int contexts);

    QString query() const { return m_input.text(); }
    QString filterKind() const { return m_kind; } ///< the pill; empty when there is none
    const std::vector<SpotlightHit> &hits() const { return m_hits; }
    int selected() const { return m_selected; } ///< -1 when there is nothing
    int scrolledRows() const; ///< how many rows lie above the list's upper edge
    void select(int row);
    void choose(View view); ///< opens what is selected
    QRect rowRect(int row) const; ///< may lie outside of the list
    /// All that a row says, for a screen reader: "web, Deployment, namespace shop, prod-eu".
    QString textOf(int row) const;

Q_SIGNALS:
    void opened(const workspace::SpotlightEntry &entry, workspace::View view);
    void closed();
    void queryChanged(const QString &query); ///< for presence
    void elsewhereRequested(); ///< the contexts of setElsewhere() are to be searched, too

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    static constexpr int InputHeight = 56;
    static constexpr int RowHeight = 44;
    static constexpr int RowsShown = 8;
    static constexpr int HintHeight = 32;

    void place();
    void applyLook();
    /// Whether the person stays at the row they have gone to.
    enum class Keep { Nothing, Place };

    void refresh(Keep keep);
    std::vector<SpotlightHit> remembered() const;
    void announce();
    void setKind(const QString &kind);
    void goTo(int row);
    void togglePin(int row);
    bool key(QKeyEvent &event);
    bool controlKey(int key);
    bool viewKey(int key);
    QRectF starRect(const QRectF &row) const;
    void paintStar(QPainter &painter, const QRectF &row, bool isPinned);
    QString hintText() const;
    int rowAt(QPointF position) const;
    QRectF listRect() const;
    qreal pillWidth();
    void paintInput(QPainter &painter);
    void paintHit(QPainter &painter, const SpotlightHit &hit, const QRectF &box);
    void paintName(QPainter &painter, const SpotlightHit &hit, QPointF base, qreal width);
    void paintHint(QPainter &painter);

    SpotlightIndex &m_index;
    SpotlightMemory &m_memory;
    Look &m_look;
    QLineEdit m_input;
    QString m_kind;
    std::vector<SpotlightHit> m_hits;
    int m_selected = -1;
    int m_elsewhere = 0;
    bool m_hasGone = false; ///< to a row, since the last letter
    QString m_problem; ///< why the last key did nothing
    QTimer m_settle; ///< many changes of the index, one search
    ThinScroll m_scroll{Qt::Vertical};
    GlyphCache m_glyphs;
};

} // namespace workspace
