// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/mainwindow/manifestmaker.h"

#include "kube/api/apiclient.h"
#include "kube/cluster.h"
#include "workspace/secret/secreteditor.h"

#include <QCoreApplication>

namespace workspace {

struct ManifestMakerTr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::ManifestMaker)
};

ManifestMaker::ManifestMaker(YamlHighlighting &highlighting, Journal &journal, Look &look)
    : m_highlighting(highlighting)
    , m_journal(journal)
    , m_look(look)
{
}

ManifestTarget ManifestMaker::targetOf(const QString &context, kube::Cluster &cluster)
{
    auto &schemas = m_schemas[context];
    if (!schemas)
        schemas = std::make_unique<kube::OpenApi>(cluster.client());
    const auto nameSpace = cluster.config().nameSpace;
    return {cluster.client(),
            cluster.resources(),
            *schemas,
            context,
            nameSpace.isEmpty() ? QStringLiteral("default") : nameSpace,
            &m_journal,
            &cluster.access()};
}

ManifestEditor *ManifestMaker::makeEditor(const QString &context, kube::Cluster &cluster)
{
    return new ManifestEditor(targetOf(context, cluster), m_highlighting, m_look);
}

SecretEditor *ManifestMaker::makeSecretEditor(const QString &context, kube::Cluster &cluster,
                                              const kube::ApiResource &resource)
{
    return new SecretEditor(cluster.client(), resource, context, m_journal, m_look);
}

std::unique_ptr<ManifestContent> ManifestMaker::makeContent(const QString &context,
                                                            kube::Cluster &cluster)
{
    auto content =
        std::make_unique<ManifestContent>(targetOf(context, cluster), m_highlighting, m_look);
    m_contents[context] = content.get();
    if (const auto file = m_files.find(context); file != m_files.end()) {
        content->openFile(file->second);
        m_files.erase(file);
    }
    return content;
}

QString ManifestMaker::openFile(const QString &context, const QString &path)
{
    const auto known = m_contents.find(context);
    if (known == m_contents.end() || !known->second) {
        m_files[context] = path;
        return {};
    }
    auto &content = *known->second;
    if (content.editor() && content.editor()->isModified())
        return ManifestMakerTr::tr(
            "The manifest window holds a text that is not applied: apply or close it, then drop "
            "the file again.");
    return content.openFile(path);
}

void ManifestMaker::forget(const QString &context)
{
    m_schemas.erase(context);
    m_contents.erase(context);
}

} // namespace workspace
