// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QHash>
#include <QImage>

#include <functional>

class QPainter;

namespace workspace {

/// Small signs that are painted in every row and every frame, kept as pixels: stroking a path takes
/// many times what copying it does.
///
/// Keeps at most 200 of them and then starts over.
class Stamps
{
public:
    /// What `paint` paints within `box`, on whole pixels and antialiased. `sign` and `color` tell
    /// it from all that looks otherwise.
    void draw(QPainter &painter, const QRectF &box, int sign, const QColor &color,
              const std::function<void(QPainter &)> &paint);
    void clear() { m_images.clear(); }

private:
    struct Key
    {
        int sign = 0;
        QRgb color = 0;
        qreal scale = 1; ///< device pixels per unit
        QSize pixels = {};

        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed)
        {
            return qHashMulti(seed, key.sign, key.color, key.scale, key.pixels.width(),
                              key.pixels.height());
        }
    };

    QHash<Key, QImage> m_images;
};

} // namespace workspace
