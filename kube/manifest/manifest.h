// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/yaml/yamltree.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace kube {

/// One object of a manifest file, or what is wrong with the place where one should be.
struct ManifestDocument
{
    int line = 1; ///< where its text begins, counted from 1
    int lastLine = 1;
    QJsonObject object = {}; ///< empty when there is a problem with the YAML itself
    YamlNode::Ptr tree = {}; ///< the same with lines and columns; nullptr likewise
    std::optional<YamlProblem> problem = {}; ///< English, names keys but no values

    QString apiVersion() const;
    QString kind() const;
    QString name() const; ///< empty when the server is to make one (generateName)
    QString nameSpace() const;
};

/// Bounds of one document. A server takes 3 MiB at once; a `List` may hold many such objects.
constexpr YamlLimits ManifestLimits{.bytes = 32 * 1024 * 1024, .depth = 128, .weight = 8'000'000};
constexpr qsizetype ManifestFileLimit = 64 * 1024 * 1024;

/// Reads a file of manifests: YAML documents between `---` lines, or JSON.
///
/// A document that cannot be read, or that names no apiVersion, kind and name, carries a problem;
/// the others are not hurt. Documents of comments only, and empty ones, are left out. Lists
/// (`kind: List`, `PodList` with `items`) are opened up: each item is a document of its own. A key
/// that stands twice in a map is a problem, as it is to kubectl. Slow (some 10 MB a second): long
/// texts belong on a worker thread.
/// https://yaml.org/spec/1.2.2/#document-markers
std::vector<ManifestDocument> readManifest(const QByteArray &text);

} // namespace kube
