// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QLineEdit;
class QString;
class QWidget;

#include <QtTypes>

namespace workspace {

class Look;

/// Style sheets that give Qt's own controls in an editor our look, at a zoom.
QString scrollBarStyle(const Look &look, qreal zoom);
QString fieldStyle(const Look &look, qreal zoom, bool isWrong = false);
/// Flat buttons; a checked one is marked by its ground and its colour.
QString buttonStyle(const Look &look, qreal zoom);

} // namespace workspace
