// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/openapi/openapi.h"
#include "workspace/manifest/manifestcontent.h"

#include <map>

namespace kube {
class Cluster;
} // namespace kube

namespace workspace {

class SecretEditor;

/// Makes the editors of manifests, and keeps what they share: the schemas of each cluster.
class ManifestMaker
{
public:
    /// All are borrowed and must outlive this and what it makes.
    ManifestMaker(YamlHighlighting &highlighting, Journal &journal, Look &look);

    /// An editor, owned by the caller, that must go before its cluster does.
    ManifestEditor *makeEditor(const QString &context, kube::Cluster &cluster);
    /// The decoded values of a Secret; owned and bounded likewise.
    SecretEditor *makeSecretEditor(const QString &context, kube::Cluster &cluster,
                                   const kube::ApiResource &resource);
    std::unique_ptr<ManifestContent> makeContent(const QString &context, kube::Cluster &cluster);
    /// Opens a file in the manifest window of this context: in the one that is there, or in the
    /// next that is made. A sentence when that cannot be.
    QString openFile(const QString &context, const QString &path);
    /// The cluster of this context is about to go, and the contents have gone.
    void forget(const QString &context);

private:
    ManifestTarget targetOf(const QString &context, kube::Cluster &cluster);

    YamlHighlighting &m_highlighting;
    Journal &m_journal;
    Look &m_look;
    std::map<QString, std::unique_ptr<kube::OpenApi>> m_schemas; ///< by context
    std::map<QString, QPointer<ManifestContent>> m_contents; ///< by context
    std::map<QString, QString> m_files; ///< wanted by the next content
};

} // namespace workspace
