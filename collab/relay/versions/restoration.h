// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <optional>

namespace relay {

/// What makes a yard what it was.
struct Restoration
{
    QByteArray update = {}; ///< V1; builds on the state for which it was found
    int leftOut = 0; ///< see crdt::Restored

    bool operator==(const Restoration &) const = default;
};

/// Finds the change that gives `now` the values of `then`, both whole states (V1). Nothing when
/// `then` is not that of a whole document. Any thread; with 20 MB it takes up to 1.5 s.
std::optional<Restoration> restorationOf(const QByteArray &now, const QByteArray &then);

} // namespace relay
