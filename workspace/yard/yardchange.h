// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/yard/records.h"

#include <map>

namespace workspace {

/// The krates of a yard, by id. Sorted by id: the order is the same on every machine.
using Krates = std::map<QString, KrateRecord>;

/// What one transaction changed. No id appears twice.
struct YardChange
{
    enum class Origin { Edit, Undo, Load, Remote };

    Origin origin = Origin::Edit;
    QStringList added = {};
    QStringList updated = {};
    QStringList removed = {};

    bool isEmpty() const { return added.isEmpty() && updated.isEmpty() && removed.isEmpty(); }
};

} // namespace workspace

Q_DECLARE_METATYPE(workspace::YardChange)
