// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/canvas/scene.h"
#include "workspace/look/healthlook.h"
#include "workspace/look/look.h"

#include <QCoreApplication>
#include <QRect>

#include <vector>

class QPainter;

namespace workspace {

struct BoxStyle;
struct KrateChrome;
class BoxPainter;
class Grid;

/// Where a krate's frame is on screen, in device pixels.
struct FramePlace
{
    QRect rect = {};
    QRect visible = {}; ///< what of the screen is painted
    qreal scale = 1; ///< device pixels per unit
    int line = 1; ///< how thick lines are
    bool lifted = false; ///< it is being dragged
    std::vector<QRect> holes = {}; ///< what windows will cover anyway

    int radius() const;
    /// What the frame fills between its round corners.
    QRect band() const { return rect.adjusted(0, radius(), 0, -radius()); }
};

/// Paints what belongs to a krate and not to its windows. Stateless.
class KratePainter
{
    Q_DECLARE_TR_FUNCTIONS(workspace::KratePainter)

public:
    explicit KratePainter(const Look &look)
        : m_look(look)
    {
    }

    /// The tinted ground and the dashed frame, straight onto the screen.
    void paintFrame(QPainter &painter, const KrateItem &item, const FramePlace &place, Grid &grid,
                    BoxPainter &boxes) const;
    /// The header's picture, in units; `size` is the picture's.
    void paintHeader(QPainter &painter, const KrateItem &item, const KrateChrome &chrome) const;
    /// The card's picture, in units; `size` is layout::CardSize on whole pixels.
    void paintCard(QPainter &painter, const KrateItem &item, QSizeF size) const;
    /// A button of a header or card while the pointer is over it.
    void paintButton(QPainter &painter, Glyph glyph, const QRectF &rect, bool hovered,
                     bool dangerous) const;

    /// The button that pins, which shows whether it is.
    void paintPin(QPainter &painter, const KrateItem &item, const QRectF &rect, bool hovered) const;

    /// The mark that says how many comments there are, in the accent's colour when some are new.
    void paintComments(QPainter &painter, const KrateItem &item, const QRectF &rect,
                       bool hovered) const;

    QColor colorOf(const KrateItem &item) const; ///< that of its namespace

private:
    void paintTile(QPainter &painter, const KrateItem &item, const QRectF &rect) const;
    qreal paintBadge(QPainter &painter, const KrateStatus &status, QPointF leftMiddle,
                     qreal room) const;
    qreal paintViews(QPainter &painter, const KrateItem &item, const QRectF &row) const;
    static QString countOf(const KrateItem &item);
    static QString placeOf(const KrateItem &item); ///< its namespace, or what stands for one

    const Look &m_look;
};

} // namespace workspace
