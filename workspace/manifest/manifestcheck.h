// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/manifest/manifest.h"
#include "kube/openapi/openapi.h"
#include "workspace/editor/editortypes.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace workspace {

/// Looks through a manifest while it is written: is it YAML, and is it what its kinds ask for?
/// Waits for a pause in the typing; reads on a worker thread. Only the first 1 MB of a text is
/// compared with schemas, all of it is read.
class ManifestCheck final : public QObject
{
    Q_OBJECT

public:
    /// `api` is borrowed and must outlive this. `text` gives the text as it is then.
    ManifestCheck(kube::OpenApi &api, std::function<QString()> text, QObject *parent = nullptr);

    /// The text is another one.
    void noteChange();
    const std::vector<EditorProblem> &problems() const { return m_problems; }
    int documents() const { return m_documents; } ///< in the text last looked through

Q_SIGNALS:
    void checked();

private:
    void read();
    void takeDocuments(const std::vector<kube::ManifestDocument> &documents);
    void compare();

    kube::OpenApi &m_api;
    QTimer m_pause;
    std::function<QString()> m_text;
    std::vector<kube::ManifestDocument> m_read;
    std::vector<EditorProblem> m_problems;
    int m_documents = 0;
    int m_round = 0; ///< tells an outdated answer from the last
    bool m_isReading = false;
};

} // namespace workspace
