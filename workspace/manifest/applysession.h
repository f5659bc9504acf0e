// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/apply/applyrun.h"

#include <QObject>

#include <memory>

namespace workspace {

/// From a text to changed objects, in steps: read, checked by the server without keeping anything,
/// shown to the person, and then applied. Nothing is changed before apply().
///
/// GUI thread; the text is read on a worker thread.
class ApplySession final : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle,
        Reading, ///< the text is being read
        Checking, ///< a dry run is under way
        Review, ///< checked: see entries(); the person decides
        Applying,
        Done, ///< see entries(): what became of each
    };
    Q_ENUM(State)

    /// One document: what it says, and what the last run made of it.
    struct Entry
    {
        kube::ManifestDocument document = {};
        kube::ApplyResult result = {};
        bool sent = false; ///< apply() asked for it
    };

    /// Where it goes: borrowed, and must outlive the session.
    ApplySession(kube::ApiClient &client, const kube::ApiResources &resources,
                 QObject *parent = nullptr);
    ~ApplySession() override;

    /// For documents that name no namespace.
    void setNameSpace(const QString &nameSpace) { m_nameSpace = nameSpace; }

    /// Reads a text and has it checked. `base` is the object that the person began to edit from, if
    /// the text is one (kube::ApplyRequest::base).
    void check(const QByteArray &text, const std::optional<QJsonObject> &base);
    /// Whether a field in conflict is taken over; the others of its document that were not chosen
    /// stay with their owners. An empty field: all of them stay. The check is then made again.
    void choose(size_t document, const QString &field, bool takeOver);
    bool isTakenOver(size_t document, const QString &field) const;
    /// Applies what the check found to be changes.
    void apply();
    /// Stops what is under way: what was applied stays applied.
    void cancel();
    /// Forgets it all.
    void reset();

    State state() const { return m_state; }
    const std::vector<Entry> &entries() const { return m_entries; }
    /// Documents that apply() will send: those that change or make something.
    int changes() const;
    int refused() const; ///< those that are wrong or not allowed
    int undecided() const; ///< those with conflicts that nobody decided on
    size_t done() const; ///< documents of the present run that have their result

Q_SIGNALS:
    void changed(); ///< the state, or a result

private:
    bool isChange(const Entry &entry) const;
    void takeDocuments(std::vector<kube::ManifestDocument> documents);
    void startCheck();
    void start(std::vector<size_t> documents, bool dryRun);
    void takeResult(size_t index);
    void takeEnd();
    void dropRun();
    void setState(State state);

    kube::ApiClient &m_client;
    const kube::ApiResources &m_resources;
    QString m_nameSpace = QStringLiteral("default");
    std::optional<QJsonObject> m_base;
    std::vector<Entry> m_entries;
    std::map<size_t, QStringList> m_taken; ///< fields, by document that was decided on
    std::map<size_t, QStringList> m_known; ///< all fields in conflict, by document
    std::vector<size_t> m_running; ///< the documents of the present run
    std::unique_ptr<kube::ApplyRun> m_run;
    State m_state = State::Idle;
    int m_reading = 0; ///< tells an outdated reading from the last
};

} // namespace workspace
