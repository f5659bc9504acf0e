// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

class QWidget;

namespace support {

/// What a screen reader finds from a widget on.
struct AccessibleWalk
{
    int parts = 0; ///< that were seen
    QStringList names = {}; ///< "Button: Maximise", in the order they were met
    QStringList problems = {}; ///< what has no role, or is a control without a name

    bool has(const QString &line) const { return names.contains(line); }
};

/// Walks everything below `widget` that is not invisible; of a long list the first rows.
AccessibleWalk walkAccessible(QWidget &widget);

/// The widgets in `within` that Tab has to reach.
QList<QWidget *> tabStops(const QWidget &within);

/// Presses Tab until it has gone round, and tells which of tabStops() it did not reach.
QStringList missedByTab(QWidget &within);

} // namespace support
