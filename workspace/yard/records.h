// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMetaType>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace workspace {

/// The view that a window gives of its object.
enum class View {
    Yaml,
    Describe,
    Logs,
    Shell,
    Changes,
    Inspect,
    Collection,
    Values, ///< of a Helm release, like the next three
    Manifest,
    History,
    Notes,
    Topology, ///< what leads to an object and where it leads
};

/// Names one object of a cluster the way a person and a manifest do.
struct ObjectId
{
    QString apiVersion = {}; ///< "v1", "apps/v1"
    QString kind = {}; ///< "Pod"
    QString nameSpace = {}; ///< empty for cluster-scoped kinds
    QString name = {};

    bool operator==(const ObjectId &) const = default;
};

/// What a collection window lists: one kind, in one namespace, several or all.
struct CollectionScope
{
    QString apiVersion = {};
    QString kind = {};
    QStringList nameSpaces = {}; ///< empty: all namespaces

    bool operator==(const CollectionScope &) const = default;
};

struct WindowRecord
{
    QString id = {};
    View view = View::Yaml;
    QRectF rect = {}; ///< world units, relative to the krate's position

    bool operator==(const WindowRecord &) const = default;
};

/// A krate: windows around one object or one collection, somewhere on the yard.
struct KrateRecord
{
    QString id = {};
    QString cluster = {}; ///< the kubeconfig context's name
    std::optional<ObjectId> object = {};
    std::optional<CollectionScope> collection = {};
    QString label = {};
    QPointF position = {}; ///< world units; where the windows' grid begins
    bool minimized = false;
    bool pinned = false; ///< stays: not moved by tidying, nudging or dragging, not dismissed
    quint64 seq = 0; ///< higher is nearer to the viewer
    std::vector<WindowRecord> windows = {};

    bool operator==(const KrateRecord &) const = default;
};

} // namespace workspace

Q_DECLARE_METATYPE(workspace::KrateRecord)
