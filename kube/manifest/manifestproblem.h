// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace kube {

/// Something that a server, or a schema, found wrong in a manifest, at its place in the text.
struct ManifestProblem
{
    int line = 0; ///< counted from 1; 0: no place is known
    int column = 0; ///< counted from 1; 0: the whole line
    QString field = {}; ///< "spec.replicas"; may be empty
    QString text = {}; ///< English; the server's own where it is the server's

    bool operator==(const ManifestProblem &) const = default;
};

} // namespace kube
