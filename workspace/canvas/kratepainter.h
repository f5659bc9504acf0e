// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/canvas/scene.h"
#include "workspace/look/healthlook.h"
#include "workspace/look/look.h"

#include <QCoreApplication>

class QPainter;

namespace workspace {

struct KrateChrome;


/// Paints what belongs to a krate and not to its windows. Stateless.
class KratePainter
{
    Q_DECLARE_TR_FUNCTIONS(workspace::KratePainter)

public:
    explicit KratePainter(const Look &look)
        : m_look(look)
    {
    }

    /// The dashed frame, straight onto the screen, as far as it lies in `visible`.
    void paintFrame(QPainter &painter, const KrateItem &item, const QRectF &place, qreal zoom,
                    const QRectF &visible, bool lifted) const;
    /// The header's picture, in units; `size` is the picture's.
    void paintHeader(QPainter &painter, const KrateItem &item, const KrateChrome &chrome) const;
    /// The card's picture, in units of layout::CardSize.
    void paintCard(QPainter &painter, const KrateItem &item) const;
    /// A button of a header or card while the pointer is over it.
    void paintButton(QPainter &painter, Glyph glyph, const QRectF &rect, bool hovered,
                     bool dangerous) const;

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
