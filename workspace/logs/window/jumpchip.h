// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/textview/glyphcache.h"

#include <QRectF>

namespace workspace {

class LogBanner;
class LogPanes;
class Look;

/// The chip over the lines that jumps to the newest one; not there while that is followed.
class JumpChip
{
public:
    /// Both are borrowed and must outlive the chip.
    JumpChip(const LogPanes &panes, const LogBanner &banner);

    QRectF rect() const; ///< empty: not there
    /// Whether the look changed.
    bool hover(QPointF at);
    void leave() { m_isHovered = false; }
    void paint(QPainter &painter, const Look &look);

private:
    const LogPanes &m_panes;
    const LogBanner &m_banner;
    GlyphCache m_glyphs;
    bool m_isHovered = false;
};

} // namespace workspace
