// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/chrome.h"

#include "workspace/yard/kinds.h"
#include "workspace/yard/layout.h"

#include <algorithm>

namespace workspace {

WindowChrome::WindowChrome(QSizeF size, const std::vector<View> &views)
{
    header = QRectF(0, 0, size.width(), HeaderHeight);
    glyph = QRectF(12, 10, 16, 16);
    close = QRectF(size.width() - 32, 6, 24, 24);
    title = QRectF(36, 0, std::max(0.0, close.left() - 8 - 36), HeaderHeight);
    qreal top = HeaderHeight;
    if (!views.empty()) {
        // Letters differ in width little enough: a tab's width follows its label's length. Where
        // they do not all fit, all give way.
        const auto widthOf = [](View view) { return 24 + 6.6 * qreal(viewLabel(view).size()); };
        qreal whole = 0;
        for (const View view : views)
            whole += widthOf(view);
        const qreal share = std::min(1.0, std::max(0.0, size.width() - 16) / whole);
        qreal left = 8;
        for (const View view : views) {
            const qreal width = widthOf(view) * share;
            tabs.emplace_back(left, top, width, TabHeight);
            left += width;
        }
        top += TabHeight;
    }
    content = QRectF(0, top, size.width(), std::max(0.0, size.height() - top));
}

std::vector<View> tabsOf(const WindowRecord &window, const std::vector<View> &views)
{
    return window.view == View::Collection ? std::vector<View>() : views;
}

KrateChrome::KrateChrome(QSizeF frame, qreal zoom)
{
    static constexpr qreal Button = 26;
    scale = std::clamp(0.78 / zoom, 1.0, 1.4);
    const qreal padding = layout::Padding;
    const qreal height = 50 * scale;
    const qreal middle = 10 + height / 2;
    const qreal button = Button * scale;
    header = QRectF(0, 0, frame.width(), std::min(height + 14, layout::HeaderHeight + padding));
    dismiss = QRectF(frame.width() - padding - button + 6, middle - button / 2 - 3, button, button);
    minimise = dismiss.translated(-button - 2 * scale, 0);
    title = QRectF(padding, dismiss.top(), minimise.left() - 10 - padding, button);
}

} // namespace workspace
