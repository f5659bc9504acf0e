// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/canvas/hittest.h"
#include "workspace/canvas/kratepainter.h"
#include "workspace/canvas/picture.h"
#include "workspace/canvas/windowpainter.h"

#include <QRegion>

namespace workspace {

/// Paints a frame of the canvas: renews pictures while there is time, then draws everything.
class CanvasPainter
{
public:
    CanvasPainter(CanvasScene &scene, Minimap &minimap, const Overlays &overlays, const Look &look);

    /// What to come back for after a frame.
    struct Left
    {
        bool now = false; ///< pictures are out of date: paint again as soon as may be
        bool settled = false; ///< pictures are to be renewed when the zoom has settled
        QRegion region = {}; ///< where
    };

    /// `ratio` is the device pixel ratio, `region` what is to be painted.
    Left paint(QPainter &painter, const QRegion &region, qreal ratio, const Hit &hovered);

    qint64 bytes() const; ///< what all pictures take

private:
    struct Job
    {
        KrateItem *krate = nullptr;
        WindowItem *window = nullptr; ///< null: the krate's header or card
        Picture *picture = nullptr;
        QSizeF size = {};
        qreal scale = 1;
        QRectF rect = {};
        bool first = false; ///< under the pointer
    };

    std::vector<Job> jobsFor(const QRegion &region, qreal ratio) const;
    void addJob(std::vector<Job> &jobs, const Job &job, const QRegion &region) const;
    Left renew(const QRegion &region, qreal ratio);
    void run(const Job &job);
    void release(); ///< pictures that were not drawn for long, when all take too much memory

    void paintKrate(QPainter &painter, KrateItem &item, const QRegion &region, const Hit &hovered);
    void paintCard(QPainter &painter, KrateItem &item, const Hit &hovered);
    void paintWindow(QPainter &painter, const WindowPlace &place, const Hit &hovered);
    void paintMaximised(QPainter &painter, const Hit &hovered);
    bool smooth() const;

    CanvasScene &m_scene;
    Minimap &m_minimap;
    const Overlays &m_overlays;
    const Look &m_look;
    KratePainter m_krates;
    WindowPainter m_windows;
    PicturePainter m_pictures;
};

} // namespace workspace
