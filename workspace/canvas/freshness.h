// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/window/windowcontent.h"

#include <QDateTime>
#include <QRectF>

class QPainter;

namespace workspace {

struct Theme;

/// How current something is, in a word: "Live".
QString wordOf(WindowContent::Freshness freshness);

/// How long ago the cluster was last heard, "12s", for what is Stale; else empty. `leftBehind` is
/// when it stopped being live, for contents that do not know when they last heard.
QString ageOf(const WindowContent &content, const QDateTime &leftBehind);

/// For the header: what the content says of itself, or the word; when Stale with the age.
QString lineOf(const WindowContent &content, const QDateTime &leftBehind);

/// The dot: its shape says the same as its colour. Live is a disc, Loading a ring with a gap, Stale
/// a triangle, Failed a cross, Ended a bar.
void paintFreshness(QPainter &painter, WindowContent::Freshness freshness, const QRectF &rect,
                    const Theme &theme);

} // namespace workspace
