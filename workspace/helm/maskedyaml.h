// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/helm/helmrelease.h"
#include "workspace/yaml/yamltext.h"

#include <QSet>

namespace workspace {

/// How secret values are hidden.
struct MaskRules
{
    QSet<QString> revealed = {}; ///< the keys (YamlSecret::key) that are shown all the same
    /// Adds four letters to the dots that are the same for the same value, so that a comparison
    /// shows a change and not what it is. They mean nothing outside of this run of the program.
    bool marks = false;
};

/// Values as YAML. What looks like a password or token (kube::looksSecret) is hidden; its key is
/// the path, "auth.password".
YamlText maskedValues(const QJsonObject &values, const MaskRules &rules);

/// A rendered manifest and its hooks, as Helm wrote them. Documents of kind Secret are written anew
/// with their data hidden; their keys are "NUMBER/data.KEY".
YamlText maskedManifest(const QString &manifest, const std::vector<kube::HelmHook> &hooks,
                        const MaskRules &rules);

} // namespace workspace
