// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <compare>
#include <optional>

namespace workspace {

/// An age as kubectl prints it: "5s", "3m12s", "4d2h".
QString ageText(qint64 seconds);
/// The seconds of such a text; nothing when it is none.
std::optional<qint64> ageSeconds(const QString &text);

/// What a cell is sorted by: a number where the text stands for one, else the text.
struct SortKey
{
    bool isText = false; ///< numbers come before texts
    double number = 0;
    QString text = {}; ///< in small letters; only when isText

    bool operator==(const SortKey &) const = default;
    /// "12", "3 (5m ago)", "2/3" (by share), "45%", "128Mi", "1500m".
    static SortKey ofCell(const QString &cell);
    static SortKey ofNumber(double number) { return {false, number, {}}; }

    int compare(const SortKey &other) const;
};

} // namespace workspace
