// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/chrome.h"

#include "workspace/canvas/scene.h"
#include "workspace/yard/kinds.h"
#include "workspace/yard/layout.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace workspace {

static constexpr qreal ButtonWidth = 24;
static constexpr qreal ButtonPitch = 26;
static constexpr qreal MoreWidth = 30;
static constexpr qreal CommentsWidth = 40; // a sign and two digits
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
        width += letter.unicode() >= 0x1100 ? 12.4 : letter.isUpper() ? 8.4 : 6.5;
    return width;
}

void WindowChrome::placeTabs(const std::vector<View> &views, std::optional<View> shown)
{
    static constexpr qreal Wide = 24; // about a tab's word
    static constexpr qreal Tight = 8;
    if (views.empty())
        return;
    const qreal room = std::max(0.0, header.width() - 16);
    std::vector<qreal> widths;
    for (const View view : views)
        widths.push_back(widthOf(view) * (view == shown ? 1.1 : 1)); // that one is bold
    const qreal words = std::accumulate(widths.begin(), widths.end(), 0.0);
    const auto count = qreal(views.size());
    const qreal padding = std::clamp((room - words) / count, Tight, Wide);
    for (qreal &width : widths)
        width += padding;
    if (words + count * padding > room + 0.5) {
        const auto at = shown ? std::ranges::find(views, *shown) : views.end();
        const size_t kept = size_t(at - views.begin()); // that of `shown` is always there
        qreal left = room - MoreWidth - (kept < widths.size() ? widths[kept] : 0);
        bool full = false;
        for (size_t i = 0; i < widths.size(); ++i) {
            if (i == kept)
                continue;
            full = full || widths[i] > left; // no later one slips in
            left -= full ? 0 : widths[i];
            widths[i] = full ? 0 : widths[i];
        }
    }
    qreal left = 8;
    for (const qreal wanted : widths) {
        const qreal width = std::min(wanted, room - left + 8);
        tabs.emplace_back(width > 0 ? QRectF(left, HeaderHeight, width, TabHeight) : QRectF());
        left += width;
    }
    if (std::ranges::find(widths, 0.0) != widths.end())
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
    WindowChrome chrome(size, tabsOf(record, place.krate->status.views), record.view);
    if (place.window->isLent) // there is nothing to maximise, and always room to bring it back
        chrome.detach = std::exchange(chrome.maximise, {});
    return chrome;
}

std::vector<View> tabsOf(const WindowRecord &window, const std::vector<View> &views)
{
    return window.view == View::Collection ? std::vector<View>() : views;
}

KrateChrome::KrateChrome(QSizeF frame, qreal zoom, bool hasComments)
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
    const qreal wide = CommentsWidth * scale;
    if (hasComments)
        comments = QRectF(pin.left() - wide - 2 * scale, pin.top(), wide, button);
    const qreal right = (hasComments ? comments : pin).left();
    title = QRectF(padding, dismiss.top(), right - 10 - padding, button);
}

KrateChrome chromeOf(const KrateItem &item, QSizeF frame, qreal zoom)
{
    return {frame, zoom, item.status.comments > 0};
}

QRectF cardComments(const KrateItem &item)
{
    if (item.status.comments == 0)
        return {};
    // Beside what paintCard() puts at the title's end.
    qreal right = layout::CardSize.width() - 12;
    right -= item.freshness() ? 16 : 0;
    right -= item.record.pinned ? 20 : 0;
    return {right - CommentsWidth, 8, CommentsWidth, 22};
}

} // namespace workspace
