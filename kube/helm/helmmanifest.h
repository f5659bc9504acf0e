// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/objectref.h"

#include <QJsonObject>
#include <QString>

#include <vector>

namespace kube {

/// One document of a rendered manifest.
struct HelmDocument
{
    QString text = {}; ///< as Helm rendered it
    QString source = {}; ///< the template: "web/templates/service.yaml"; may be empty
    int line = 0; ///< of its first line in the manifest, from 1
    QJsonObject object = {}; ///< empty when it cannot be read
    bool isMember = false; ///< of a List: `text` is that of all members
    QString problem = {}; ///< why, in English, quoting nothing of the document

    QString apiVersion() const;
    QString kind() const;
    QString name() const;
    QString nameSpace() const; ///< as written; mostly empty: the release's own
};

/// Splits a manifest at its lines "---" and reads each document; empty ones are left out, the
/// members of a `List` are documents of their own. At most 5,000 documents are read.
std::vector<HelmDocument> readHelmManifest(const QString &manifest);

} // namespace kube
