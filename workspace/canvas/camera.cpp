// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/camera.h"

#include "workspace/yard/layout.h"

#include <algorithm>
#include <cmath>

namespace workspace {

Camera::Camera()
    : m_view{layout::World.center(), DefaultZoom}
{
}

CameraView Camera::clamped(CameraView view)
{
    const QRectF world = layout::World;
    view.zoom = std::clamp(view.zoom, LowestZoom, HighestZoom);
    view.centre.setX(std::clamp(view.centre.x(), world.left(), world.right()));
    view.centre.setY(std::clamp(view.centre.y(), world.top(), world.bottom()));
    return view;
}

void Camera::setView(const CameraView &view)
{
    m_flight.reset();
    m_view = clamped(view);
}

void Camera::panBy(QPointF pixels)
{
    setView({m_view.centre - pixels / m_view.zoom, m_view.zoom});
}

void Camera::zoomAbout(QPointF screen, qreal factor)
{
    const QPointF anchor = toWorld(screen);
    const qreal zoom = std::clamp(m_view.zoom * factor, LowestZoom, HighestZoom);
    const QPointF fromMiddle = screen - QRectF(QPointF(), m_viewport).center();
    setView({anchor - fromMiddle / zoom, zoom});
}

void Camera::flyTo(const CameraView &target, qint64 now)
{
    m_flight = Flight{m_view, clamped(target), now};
}

bool Camera::advance(qint64 now)
{
    if (!m_flight)
        return false;
    const Flight flight = *m_flight;
    const qreal time = qreal(now - flight.begin) / qreal(FlightTime);
    if (time >= 1) {
        setView(flight.to);
        return true;
    }
    const qreal progress = ease(std::max(0.0, time));
    m_view.centre = flight.from.centre + (flight.to.centre - flight.from.centre) * progress;
    // Zoom is felt as a ratio, so it moves evenly on a logarithmic scale.
    m_view.zoom = flight.from.zoom * std::pow(flight.to.zoom / flight.from.zoom, progress);
    return true;
}

QPointF Camera::toWorld(QPointF screen) const
{
    return m_view.centre + (screen - QRectF(QPointF(), m_viewport).center()) / m_view.zoom;
}

QPointF Camera::toScreen(QPointF world) const
{
    return (world - m_view.centre) * m_view.zoom + QRectF(QPointF(), m_viewport).center();
}

QRectF Camera::toScreen(const QRectF &world) const
{
    return {toScreen(world.topLeft()), world.size() * m_view.zoom};
}

QRectF Camera::visibleWorld() const
{
    return {toWorld({}), m_viewport / m_view.zoom};
}

CameraView Camera::fitting(const QRectF &world, qreal margin) const
{
    const qreal wide = std::max(1.0, m_viewport.width() - 2 * margin);
    const qreal high = std::max(1.0, m_viewport.height() - 2 * margin);
    const qreal zoom = std::min(
        {DefaultZoom, wide / std::max(1.0, world.width()), high / std::max(1.0, world.height())});
    return clamped({world.center(), zoom});
}

qreal Camera::ease(qreal time)
{
    static constexpr qreal X1 = 0.22;
    static constexpr qreal Y1 = 0.8;
    static constexpr qreal X2 = 0.28;
    static constexpr qreal Y2 = 1;
    if (time <= 0 || time >= 1)
        return std::clamp(time, 0.0, 1.0);
    const auto bezier = [](qreal a, qreal b, qreal t) {
        const qreal u = 1 - t;
        return 3 * u * u * t * a + 3 * u * t * t * b + t * t * t;
    };
    qreal low = 0;
    qreal high = 1;
    for (int step = 0; step < 24; ++step) { // x(t) rises, so halving finds the t of this x
        const qreal middle = (low + high) / 2;
        (bezier(X1, X2, middle) < time ? low : high) = middle;
    }
    return bezier(Y1, Y2, (low + high) / 2);
}

} // namespace workspace
