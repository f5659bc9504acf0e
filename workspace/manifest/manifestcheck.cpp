// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/manifest/manifestcheck.h"

#include "kube/onworker.h"
#include "workspace/manifest/applytext.h"

#include <QSet>

namespace workspace {

static constexpr int PauseMs = 300;
static constexpr size_t MostCompared = 1000; // documents
static constexpr size_t MostProblems = 500;

ManifestCheck::ManifestCheck(kube::OpenApi &api, std::function<QString()> text, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_text(std::move(text))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(PauseMs);
    connect(&m_pause, &QTimer::timeout, this, &ManifestCheck::read);
}

void ManifestCheck::noteChange()
{
    ++m_round;
    m_pause.start();
}

void ManifestCheck::read()
{
    if (m_isReading)
        return m_pause.start(); // a long text: one reading at a time
    m_isReading = true;
    using Documents = std::vector<kube::ManifestDocument>;
    kube::onWorker(
        this, [text = m_text()] { return kube::readManifest(text.toUtf8()); },
        [this, round = m_round](const Documents &documents) {
            m_isReading = false;
            if (round == m_round)
                takeDocuments(documents);
        });
}

void ManifestCheck::takeDocuments(const std::vector<kube::ManifestDocument> &documents)
{
    m_read = documents;
    m_documents = int(documents.size());
    if (m_read.size() > MostCompared)
        m_read.resize(MostCompared);
    QSet<QString> wanted;
    for (const auto &document : m_read) {
        if (!document.problem && !m_api.known(document.apiVersion()))
            wanted.insert(document.apiVersion());
    }
    compare();
    for (const auto &apiVersion : wanted)
        m_api.schemaOf(apiVersion)
            .then(this, [this, round = m_round](const kube::Result<kube::Schema::Ptr> &schema) {
                if (schema && round == m_round)
                    compare();
            });
}

void ManifestCheck::compare()
{
    m_problems.clear();
    for (const auto &document : m_read) {
        if (m_problems.size() > MostProblems)
            break;
        if (document.problem) {
            m_problems.push_back({.at = {qMax(0, document.problem->line - 1), 0},
                                  .message = document.problem->text});
            continue;
        }
        const auto schema = m_api.known(document.apiVersion());
        const auto *root = schema ? schema->kind(document.apiVersion(), document.kind()) : nullptr;
        if (!root)
            continue;
        for (const auto &fault : kube::faultsOf(*schema, *root, *document.tree))
            m_problems.push_back({.severity = EditorProblem::Severity::Warning,
                                  .at = {fault.line - 1, fault.column - 1},
                                  .message = faultText(fault)});
    }
    Q_EMIT checked();
}

} // namespace workspace
