// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/canvas/paint/corners.h"
#include "workspace/canvas/peers/yardpeer.h"
#include "workspace/canvas/scene.h"
#include "workspace/look/look.h"

#include <QRegion>

#include <vector>

namespace workspace {

class Minimap;

/// The others on the canvas: their pointers, which move smoothly from one update to the next and
/// fade when they rest, and lines around the krates they are at.
///
/// It has no timer: after set(), and for as long as advance() says that something still moves, the
/// canvas asks again with the next frame; nextFade() says when that is wanted after a rest. Times
/// are those of the scene's clock, in milliseconds.
class PeerLayer
{
public:
    static constexpr qint64 FadeAfter = 15'000; ///< a pointer that rests
    static constexpr qint64 FadeTime = 400;
    static constexpr qreal Faded = 0.35;

    /// Both are borrowed and must outlive the layer.
    PeerLayer(const CanvasScene &scene, const Look &look);

    /// Who is there now. Returns what of the canvas is to be painted anew.
    QRegion set(const std::vector<YardPeer> &peers);
    bool isEmpty() const { return m_shown.empty(); }
    /// What has moved since the last call.
    struct Step
    {
        QRegion dirty = {};
        bool moves = false; ///< and goes on
    };
    Step advance();
    /// Milliseconds until a pointer begins to fade; -1: none will.
    qint64 nextFade() const;
    /// Where a pointer is shown now, in world units.
    std::optional<QPointF> cursor(quint64 peer) const;
    qreal opacity(quint64 peer) const;

    /// A line about the whole canvas in the colour of the one who is followed; invalid: none.
    void setFrame(const QColor &color) { m_frame = color; }

    /// What of it lies in `rect`; logical pixels.
    void paint(QPainter &painter, const QRect &rect);
    void paintOnMap(QPainter &painter, const Minimap &map) const; ///< a dot for each
    void forgetLook(); ///< after a change of theme

private:
    struct Shown
    {
        YardPeer peer = {};
        QPointF from = {}; ///< on the way from here to peer.cursor
        qint64 began = 0;
        qint64 takes = 0;
        qint64 heard = 0; ///< when the pointer moved last
        QRect painted = {}; ///< where the pointer was on screen
        QImage picture = {};
    };

    Shown *find(quint64 peer);
    const Shown *find(quint64 peer) const;
    void take(Shown &shown, const YardPeer &peer) const;
    QPointF at(const Shown &shown) const;
    qreal opacityOf(const Shown &shown) const;
    bool isMoving(const Shown &shown) const;
    QRect cursorRect(const Shown &shown) const;
    QRegion marksOf(const YardPeer &peer) const;
    QRectF markRect(const YardPeer &peer, const QString &krate) const;
    const QImage &pictureOf(Shown &shown, qreal ratio) const;
    void paintMarks(QPainter &painter, const YardPeer &peer, const QString &id, int ring,
                    const QRect &rect);

    const CanvasScene &m_scene;
    const Look &m_look;
    BoxPainter m_boxes;
    std::vector<Shown> m_shown;
    QColor m_frame;
};

} // namespace workspace
