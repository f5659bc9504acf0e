// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/api/discovery.h"
#include "kube/apply/applyproblems.h"
#include "kube/apply/objectapply.h"
#include "kube/manifest/manifest.h"

#include <QObject>
#include <QTimer>

#include <map>

namespace kube {

/// What became of one document of a file.
struct ApplyResult
{
    enum class Outcome {
        Waiting, ///< not its turn yet
        Created,
        Changed,
        Unchanged,
        Conflicted, ///< see `conflicts`
        Refused, ///< see `problems`
        Deferred, ///< dry run only: its kind or namespace comes into being by the same file
        Cancelled, ///< not reached
    };

    Outcome outcome = Outcome::Waiting;
    ObjectRef ref = {}; ///< with the namespace it goes to; an empty resource when that is unknown
    QJsonObject before = {};
    QJsonObject after = {};
    std::vector<FieldConflict> conflicts = {};
    std::vector<ManifestProblem> problems = {};
    QStringList warnings = {};
    std::optional<Error> error = {}; ///< of the server; a fault of the text has only `problems`
};

/// Which fields in conflict are taken over and which stay, for one document.
struct ConflictChoice
{
    QStringList takeOver = {};
    QStringList leave = {};
};

/// Applies the documents of a file one after the other, each with a result of its own: one that is
/// refused does not stop the others.
///
/// A kind the server did not have when it was last asked is looked for again, once in a run, and
/// after a definition of this file was applied for up to 10 s, until the server knows it. In a dry
/// run what depends on an earlier document is Deferred. Ends exactly once, with finished().
class ApplyRun final : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        QString nameSpace = QStringLiteral("default"); ///< for documents that name none
        bool dryRun = true;
        std::optional<QJsonObject> base = {}; ///< with one document only: see ApplyRequest::base
        std::map<size_t, ConflictChoice> choices = {}; ///< by document
    };

    /// `client` is borrowed and must outlive the run.
    ApplyRun(ApiClient &client, const ApiResources &resources,
             std::vector<ManifestDocument> documents, const Options &options,
             QObject *parent = nullptr);

    void start();
    /// Stops after the request under way; the rest is Cancelled.
    void cancel();

    bool isFinished() const { return m_finished; }
    const std::vector<ManifestDocument> &documents() const { return m_documents; }
    const std::vector<ApplyResult> &results() const { return m_results; } ///< one a document
    size_t done() const { return m_next; } ///< documents that have their result

Q_SIGNALS:
    void resultReady(size_t document);
    void finished();

private:
    void next();
    void apply(const ApiResource &resource);
    void take(const ApplyAnswer &answer);
    void lookAgain();
    void settle(ApplyResult::Outcome outcome);
    void refuse(const ManifestProblem &problem);
    const ApiResource *resourceOf(const ManifestDocument &document) const;
    bool comesFromThisFile(const ManifestDocument &document) const;

    ApiClient &m_client;
    ApiResources m_resources;
    std::vector<ManifestDocument> m_documents;
    Options m_options;
    std::vector<ApplyResult> m_results;
    QTimer m_again; ///< the next look for a kind
    size_t m_next = 0;
    int m_looks = 0; ///< for the present document's kind
    bool m_hasLooked = false;
    bool m_definesKinds = false; ///< a definition was applied
    bool m_cancelled = false;
    bool m_finished = false;
};

} // namespace kube
