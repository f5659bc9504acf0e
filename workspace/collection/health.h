// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/watch/resourceitem.h"

namespace workspace {

/// How an object is doing, as far as its row of a Table tells.
enum class Health {
    Error, ///< failing
    Warning, ///< works in part, or somebody should look
    Pending, ///< on its way: starting, rolling out, going away
    Unknown,
    Ok,
    Done, ///< finished, or scaled to nothing: nothing is expected of it
};

/// Judges a row by the columns that the server prints for its kind. Kinds that are not known are
/// judged by a "Ready" column if they have one and are otherwise Ok.
Health healthOf(const QString &kind, const QList<kube::TableColumn> &columns,
                const kube::ResourceItem &item);

/// The order in which people want to see them: worst first.
constexpr int rankOf(Health health)
{
    return int(health);
}

} // namespace workspace
