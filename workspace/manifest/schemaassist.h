// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/api/discovery.h"
#include "kube/manifest/manifestcursor.h"
#include "kube/openapi/openapi.h"
#include "workspace/editor/editorassist.h"

namespace workspace {

/// Hints for manifests out of what the server says of its kinds: fields with their types and words,
/// the values of enumerations, the kinds themselves.
class SchemaAssist final : public EditorAssist
{
    Q_OBJECT

public:
    /// Both are borrowed and must outlive this.
    SchemaAssist(kube::OpenApi &api, const kube::ApiResources &resources,
                 QObject *parent = nullptr);

    void complete(quint64 token, const QString &text, EditorPosition at) override;
    void hover(quint64 token, const QString &text, EditorPosition at) override;

private:
    std::vector<CompletionItem> kindItems(const kube::ManifestCursor &cursor) const;

    kube::OpenApi &m_api;
    const kube::ApiResources &m_resources;
};

} // namespace workspace
