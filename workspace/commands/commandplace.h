// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace workspace {

/// What a command is about: a krate, and one of its windows. Without a window it is about the krate
/// as such; both are empty when there is neither.
struct CommandPlace
{
    QString krate = {};
    QString window = {};

    bool operator==(const CommandPlace &) const = default;
};

} // namespace workspace
