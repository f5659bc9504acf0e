// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <optional>

namespace workspace {

/// Where a person looks: the world point in the middle of the viewport, and screen pixels per
/// world unit.
struct CameraView
{
    QPointF centre = {};
    qreal zoom = 0.92;

    bool operator==(const CameraView &) const = default;
};

/// The camera over the yard. Time comes in as milliseconds of any steady clock, so a flight can be
/// tested without waiting. Positions on screen are logical pixels from the viewport's top left.
class Camera
{
public:
    static constexpr qreal LowestZoom = 0.16;
    static constexpr qreal HighestZoom = 2.2;
    static constexpr qreal DefaultZoom = 0.92;
    static constexpr qint64 FlightTime = 520; ///< milliseconds

    Camera(); ///< looks at the middle of the world

    const CameraView &view() const { return m_view; }
    qreal zoom() const { return m_view.zoom; }
    QSizeF viewport() const { return m_viewport; }
    void setViewport(QSizeF size) { m_viewport = size; }

    /// Goes there at once, within the world and the zoom's limits; ends a flight.
    void setView(const CameraView &view);
    void panBy(QPointF pixels); ///< the world follows the pointer: +x shows what is further left
    /// The world point under `screen` stays under it.
    void zoomAbout(QPointF screen, qreal factor);

    /// Begins a flight; one under way is replaced, from where it is.
    void flyTo(const CameraView &target, qint64 now);
    /// Moves a flight on. Returns whether the view changed.
    bool advance(qint64 now);
    bool isFlying() const { return m_flight.has_value(); }
    /// Where the view is or will be when the flight has ended.
    CameraView destination() const { return m_flight ? m_flight->to : m_view; }

    QPointF toWorld(QPointF screen) const;
    QPointF toScreen(QPointF world) const;
    QRectF toScreen(const QRectF &world) const;
    QRectF visibleWorld() const;

    /// The view that shows all of `world`, with `margin` pixels around, no nearer than DefaultZoom.
    CameraView fitting(const QRectF &world, qreal margin) const;

    static CameraView clamped(CameraView view);
    /// cubic-bezier(.22, .8, .28, 1) as in CSS: progress at `time`, both 0 to 1.
    static qreal ease(qreal time);

private:
    struct Flight
    {
        CameraView from = {};
        CameraView to = {};
        qint64 begin = 0;
    };

    CameraView m_view;
    QSizeF m_viewport = {1280, 800};
    std::optional<Flight> m_flight;
};

} // namespace workspace
