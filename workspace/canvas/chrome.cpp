// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/chrome.h"

#include "workspace/canvas/scene.h"
#include "workspace/yard/kinds.h"
#include "workspace/yard/layout.h"

#include <algorithm>

namespace workspace {

static constexpr qreal ButtonWidth = 24;
static constexpr qreal ButtonPitch = 26;
static constexpr qreal MoreWidth = 30;
static constexpr qreal ThreeButtons = 300; ///< a header narrower than this has two

WindowChrome::WindowChrome(QSizeF size, const std::vector<View> &views, std::optional<View> shown)
{
    header = QRectF(0, 0, size.width(), HeaderHeight);
    glyph = QRectF(12, 10, 16, 16);
    close = QRectF(size.width() - 32, 6, ButtonWidth, ButtonWidth);
    maximise = close.translated(-ButtonPitch, 0);
    if (size.width() >= ThreeButtons)
        detach = maximise.translated(-ButtonPitch, 0);
    const qreal right = (detach.isEmpty() ? maximise : detach).left();
    title = QRectF(36, 0, std::max(0.0, right - 8 - 36), HeaderHeight);
    const qreal top = HeaderHeight + (views.empty() ? 0 : TabHeight);
    placeTabs(views, shown);
    content = QRectF(0, top, size.width(), std::max(0.0, size.height() - top));
}

/// About how wide a view's word is: letters differ in width little enough, and what is chosen here
/// must be the same where it is painted and where it is clicked.
static qreal widthOf(View view)
{
    qreal width = 0;
    for (const QChar letter : viewLabel(view))
        width += letter.unicode() < 0x1100 ? 6.6 : 12.4;
    return width;
}

void WindowChrome::placeTabs(const std::vector<View> &views, std::optional<View> shown)
{
    static constexpr qreal Wide = 24; // about a tab's word
    static constexpr qreal Tight = 10;
    if (views.empty())
        return;
    const qreal room = std::max(0.0, header.width() - 16);
    qreal words = 0;
    for (const View view : views)
        words += widthOf(view);
    const auto count = qreal(views.size());
    const qreal padding = std::clamp((room - words) / count, Tight, Wide);
    std::vector<bool> fits(views.size(), true);
    if (words + count * padding > room + 0.5) {
        qreal left = room - MoreWidth - (shown ? widthOf(*shown) + padding : 0);
        for (size_t i = 0; i < views.size(); ++i) {
            const qreal width = widthOf(views[i]) + padding;
            fits[i] = views[i] == shown || width <= left;
            left -= views[i] == shown ? 0 : fits[i] ? width : left; // no later one slips in
        }
    }
    qreal left = 8;
    for (size_t i = 0; i < views.size(); ++i) {
        const qreal width = fits[i] ? std::min(widthOf(views[i]) + padding, room - left + 8) : 0;
        tabs.emplace_back(fits[i] ? QRectF(left, HeaderHeight, width, TabHeight) : QRectF());
        left += width;
    }
    if (std::ranges::find(fits, false) != fits.end())
        more = QRectF(left, HeaderHeight, MoreWidth, TabHeight);
}

QRectF WindowChrome::bringBack() const
{
    static constexpr QSizeF Size{170, 32};
    QRectF button(QPointF(), Size.boundedTo(content.size()));
    button.moveCenter(content.center() + QPointF(0, 30));
    return button.intersected(content);
}

WindowChrome chromeOf(const WindowPlace &place, QSizeF size)
{
    const auto &record = place.window->record;
    return {size, tabsOf(record, place.krate->status.views), record.view};
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
    pin = minimise.translated(-button - 2 * scale, 0);
    title = QRectF(padding, dismiss.top(), pin.left() - 10 - padding, button);
}

} // namespace workspace
