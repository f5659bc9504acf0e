// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/yard/records.h"

#include <QRectF>

#include <optional>
#include <vector>

namespace workspace {

struct KrateItem;
struct WindowPlace;

/// The parts of a window, in window units with its top left corner at 0,0. Painting and hit tests
/// share it.
struct WindowChrome
{
    static constexpr qreal HeaderHeight = 36;
    static constexpr qreal TabHeight = 30;

    QRectF header = {};
    QRectF glyph = {};
    QRectF title = {}; ///< view label and name, and the status at its right end
    QRectF detach = {}; ///< empty in a narrow window: the menu has it
    QRectF maximise = {};
    QRectF close = {};
    /// One for each view; empty: no tab strip. An empty rectangle has no room and is behind `more`.
    std::vector<QRectF> tabs = {};
    QRectF more = {}; ///< the button of those without room; empty: all have
    QRectF content = {};

    /// The tab of `shown` always has room.
    WindowChrome(QSizeF size, const std::vector<View> &views, std::optional<View> shown = {});

    /// Where a window that is shown on its own has the button that brings it back.
    QRectF bringBack() const;

private:
    void placeTabs(const std::vector<View> &views, std::optional<View> shown);
};

/// The parts of this window at this size, in window units.
WindowChrome chromeOf(const WindowPlace &place, QSizeF size);

/// The views a window's tabs offer: none for a collection.
std::vector<View> tabsOf(const WindowRecord &window, const std::vector<View> &views);

/// The parts of a krate's header, in units from the frame's top left corner. Far away they are
/// painted larger, as far as the room above the windows allows: `scale` says how much.
struct KrateChrome
{
    qreal scale = 1;
    QRectF header = {}; ///< the whole strip that drags
    QRectF title = {};
    QRectF comments = {}; ///< empty: there are none
    QRectF pin = {};
    QRectF minimise = {};
    QRectF dismiss = {};

    KrateChrome(QSizeF frame, qreal zoom, bool hasComments = false);
};

/// The parts of this krate's header at this zoom.
KrateChrome chromeOf(const KrateItem &item, QSizeF frame, qreal zoom);

/// Where a card has the mark of its comments, in the card's units; empty: there are none.
QRectF cardComments(const KrateItem &item);

} // namespace workspace
