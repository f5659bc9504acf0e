// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPaintDevice>

#include <memory>

class QPainter;

namespace workspace {

/// Draws on with another painter, of which every clip is set whole: none is restored from below
/// another. QSvgGenerator needs that: in Qt 6.8 it goes on with the inner clip when an outer one
/// comes back, and what is drawn then is cut away.
///
/// Its coordinates are those of the other's device. GUI thread only.
class PassOnDevice final : public QPaintDevice
{
public:
    /// `target` is borrowed, is active for as long as this is painted on, and is not otherwise
    /// painted with.
    explicit PassOnDevice(QPainter &target);
    ~PassOnDevice() override;

    QPaintEngine *paintEngine() const override;

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    class Engine;

    QPainter &m_target;
    std::unique_ptr<Engine> m_engine;
};

} // namespace workspace
