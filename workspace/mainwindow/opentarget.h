// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/api/discovery.h"
#include "workspace/window/viewoptions.h"
#include "workspace/yard/records.h"

#include <QString>

#include <expected>
#include <vector>

namespace workspace {

/// What `--open` asks for: a collection ("pods", "deploy/shop") or an object with a view
/// ("pod/shop/web-1:logs", "node//node1"). The kind is any alias that kubectl takes.
struct OpenTarget
{
    QString kind = {};
    QString nameSpace = {};
    QString name = {}; ///< empty: the collection
    std::vector<View> views = {}; ///< empty: the usual one
    ViewOptions options = {}; ///< how its log is shown

    bool operator==(const OpenTarget &) const = default;

    /// Reads "kind[/namespace[/name]][:view[,view…]]"; otherwise a sentence that says what is
    /// wrong.
    static std::expected<OpenTarget, QString> parse(const QString &text);
};

/// The krate that shows the target, by what the cluster's discovery says of its kind; otherwise a
/// sentence. `nameSpace` is used where the target names none and is empty for all namespaces.
std::expected<KrateRecord, QString> krateFor(const OpenTarget &target,
                                             const kube::ApiResources &resources,
                                             const QString &cluster, const QString &nameSpace);

} // namespace workspace
