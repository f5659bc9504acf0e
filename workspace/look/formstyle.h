// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QWidget;

namespace workspace {

class Look;

/// The style sheet of panels that ask: fields, boxes, buttons, lists in the theme's colours. A
/// button with the property `role` "primary" or "danger" is the one that acts, a label with `role`
/// "dim", "warn", "error" or "mono" is what it says.
QString formStyle(const Look &look);

/// Gives `widget` that `role`, and makes the style sheet look again.
void setRole(QWidget *widget, const QString &role);

} // namespace workspace
