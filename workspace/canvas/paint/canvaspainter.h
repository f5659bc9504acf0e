// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/canvas/hittest.h"
#include "workspace/canvas/paint/corners.h"
#include "workspace/canvas/paint/grid.h"
#include "workspace/canvas/paint/kratepainter.h"
#include "workspace/canvas/paint/picture.h"
#include "workspace/canvas/paint/selectionpainter.h"
#include "workspace/canvas/paint/windowpainter.h"

#include <QRegion>

#include <functional>

namespace workspace {

class PeerLayer;

/// Paints a frame of the canvas: renews pictures while there is time, then draws everything.
///
/// A frame is little more than copies of pictures: the ground is painted only where no window
/// covers it, and nothing is smoothed or blended but round corners and headers. While the zoom
/// changes, pictures of another zoom are stretched; they are painted anew when it has settled.
class CanvasPainter
{
public:
    CanvasPainter(CanvasScene &scene, Minimap &minimap, Overlays &overlays, const Look &look);

    /// Who else is there; borrowed, null: nobody is shown.
    void setPeers(PeerLayer *peers) { m_peers = peers; }

    /// What to come back for after a frame.
    struct Left
    {
        bool now = false; ///< pictures are out of date: paint again as soon as may be
        bool settled = false; ///< pictures are to be renewed when the zoom has settled
        QRegion region = {}; ///< where
    };

    /// `ratio` is the device pixel ratio, `region` what is to be painted.
    Left paint(QPainter &painter, const QRegion &region, qreal ratio, const Hit &hovered);
    void forgetLook(); ///< after a change of theme

    /// Nobody touches the application: what only a person's zoom needs waits until they are back.
    void setCalm(bool isCalm);
    qint64 bytes() const; ///< what all pictures take
    /// To be called every few seconds while the canvas paints: lets go of pictures that were not
    /// seen since the last call, but for some that a person may soon come back to.
    /// True when some went.
    bool rest();

private:
    struct Job
    {
        KrateItem *krate = nullptr;
        WindowItem *window = nullptr; ///< null: the krate's header or card
        Picture *picture = nullptr;
        QSizeF size = {};
        qreal scale = 1; ///< device pixels per unit
        QRectF rect = {};
        bool first = false; ///< under the pointer
        bool touchUp = false; ///< only the content is out of date
    };
    /// A window, or what stands for it, in device pixels.
    struct Tile
    {
        WindowPlace place = {};
        QRectF rect = {}; ///< logical pixels
        QRect pixels = {};
        int radius = 0;
    };

    // --- Renewing pictures (canvasrenewal.cpp)
    void forEachPicture(const std::function<void(Picture &)> &visit) const;
    std::vector<Job> jobsFor(const QRegion &region) const;
    void addJob(std::vector<Job> &jobs, const Job &job, const QRegion &region) const;
    Left renew(const QRegion &region);
    bool isUsable(const Job &job) const;
    qreal scaleInMotion(const Job &job) const;
    void run(const Job &job);
    void release(); ///< pictures that were not drawn for long, when all take too much memory
    /// Those drawn before the frame `youngest`, the oldest first, until they take `most` bytes.
    void release(quint64 youngest, qint64 most);
    bool isZooming() const;

    void draw(QPainter &painter, const QRect &rect, const Hit &hovered); ///< logical pixels

    // --- Drawing; in device pixels
    void paintYard(QPainter &painter, const QRect &visible, const Hit &hovered);
    void paintGround(QPainter &painter, const std::vector<KrateItem *> &shown,
                     const QRect &visible);
    void paintKrate(QPainter &painter, KrateItem &item, const QRect &visible, const Hit &hovered);
    void paintPicked(QPainter &painter, const KrateItem &item, const QRect &visible);
    void paintButtons(QPainter &painter, const KrateItem &item, const Hit &hovered);
    void paintCard(QPainter &painter, KrateItem &item, const Hit &hovered);
    void paintWindow(QPainter &painter, const Tile &tile, const QRect &visible, const Hit &hovered);
    void paintHovered(QPainter &painter, const Tile &tile, const Hit &hovered);
    void paintEmpty(QPainter &painter, const Tile &tile, const QRect &visible);
    void paintRing(QPainter &painter, const QRectF &rect, qreal scale);
    void paintMaximised(QPainter &painter, const QRect &visible, const Hit &hovered);
    QRect toPixels(const QRectF &rect) const;
    FramePlace framePlace(const KrateItem &item) const;
    Tile tileOf(const WindowPlace &place) const;
    int radiusOf(qreal units, qreal scale) const;

    CanvasScene &m_scene;
    Minimap &m_minimap;
    Overlays &m_overlays;
    const Look &m_look;
    PeerLayer *m_peers = nullptr;
    quint64 m_restFrame = 0;
    BoxPainter m_boxes;
    KratePainter m_krates;
    WindowPainter m_windows;
    SelectionPainter m_selection;
    PicturePainter m_pictures;
    Grid m_grid;
    CameraView m_lastView;
    qreal m_ratio = 1;
    qint64 m_drawNs = 0; ///< what drawing the last frame took, without its pictures
    qreal m_restScale = 1; ///< when the zoom did not change last
};

} // namespace workspace
