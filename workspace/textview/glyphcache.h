// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QGlyphRun>
#include <QHash>
#include <QString>

class QPainter;

namespace workspace {

/// Draws short texts that come again frame after frame, shaping each only once.
///
/// Keeps at most 4,000 texts and then starts over. Not for text that is longer than a line.
class GlyphCache
{
public:
    /// `elide` says where the dots go when the text is wider than `width`.
    void draw(QPainter &painter, QPointF baseline, const QString &text, const QFont &font,
              qreal width, Qt::TextElideMode elide = Qt::ElideRight);
    /// How wide the text is, uncut.
    qreal widthOf(const QString &text, const QFont &font);
    void clear() { m_entries.clear(); }

private:
    struct Key
    {
        QString text = {};
        int size = 0;
        int weight = 0;
        int width = 0;
        QString family = {};

        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed)
        {
            return qHashMulti(seed, key.text, key.size, key.weight, key.width, key.family);
        }
    };
    struct Entry
    {
        QString shown = {}; ///< the text, cut to its width
        QList<QGlyphRun> runs = {};
        qreal ascent = 0;
        qreal width = 0;
    };

    const Entry &entryFor(const QString &text, const QFont &font, qreal width,
                          Qt::TextElideMode elide);

    QHash<Key, Entry> m_entries;
};

} // namespace workspace
