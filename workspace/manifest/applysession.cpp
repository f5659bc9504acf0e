// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/manifest/applysession.h"

#include "kube/onworker.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

using Outcome = kube::ApplyResult::Outcome;

ApplySession::ApplySession(kube::ApiClient &client, const kube::ApiResources &resources,
                           QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_resources(resources)
{
}

ApplySession::~ApplySession() = default;

void ApplySession::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

void ApplySession::check(const QByteArray &text, const std::optional<QJsonObject> &base)
{
    reset();
    m_base = base;
    setState(State::Reading);
    using Documents = std::vector<kube::ManifestDocument>;
    kube::onWorker(
        this, [text] { return kube::readManifest(text); },
        [this, reading = m_reading](const Documents &documents) {
            if (reading == m_reading)
                takeDocuments(documents);
        });
}

void ApplySession::takeDocuments(std::vector<kube::ManifestDocument> documents)
{
    for (auto &document : documents)
        m_entries.push_back({.document = std::move(document)});
    startCheck();
}

void ApplySession::startCheck()
{
    std::vector<size_t> all(m_entries.size());
    std::ranges::generate(all, [i = size_t(0)]() mutable { return i++; });
    start(std::move(all), true);
}

/// With another name or kind it is another object, and new.
static bool isSame(const kube::ManifestDocument &document, const QJsonObject &base)
{
    return document.kind() == base["kind"_L1].toString()
        && document.apiVersion() == base["apiVersion"_L1].toString()
        && document.name() == base["metadata"_L1]["name"_L1].toString()
        && document.nameSpace() == base["metadata"_L1]["namespace"_L1].toString();
}

void ApplySession::start(std::vector<size_t> documents, bool dryRun)
{
    kube::ApplyRun::Options options{.nameSpace = m_nameSpace, .dryRun = dryRun};
    if (m_entries.size() == 1 && m_base && isSame(m_entries.front().document, *m_base))
        options.base = m_base;
    std::vector<kube::ManifestDocument> manifests;
    for (const auto document : documents) {
        if (const auto taken = m_taken.find(document); taken != m_taken.end()) {
            auto &choice = options.choices[manifests.size()];
            choice.takeOver = taken->second;
            for (const auto &field : m_known[document]) {
                if (!choice.takeOver.contains(field))
                    choice.leave.append(field);
            }
        }
        manifests.push_back(m_entries[document].document);
        m_entries[document].result.outcome = Outcome::Waiting;
        m_entries[document].sent = !dryRun;
    }
    m_running = std::move(documents);
    dropRun();
    m_run = std::make_unique<kube::ApplyRun>(m_client, m_resources, std::move(manifests), options);
    connect(m_run.get(), &kube::ApplyRun::resultReady, this, &ApplySession::takeResult);
    connect(m_run.get(), &kube::ApplyRun::finished, this, &ApplySession::takeEnd);
    m_run->start();
    setState(dryRun ? State::Checking : State::Applying);
}

void ApplySession::dropRun()
{
    if (!m_run)
        return;
    m_run->disconnect(this);
    m_run.release()->deleteLater(); // this may be one of its signals
}

void ApplySession::takeResult(size_t index)
{
    const auto document = m_running[index];
    auto &entry = m_entries[document];
    const auto conflicts = entry.result.conflicts;
    entry.result = m_run->results()[index];
    if (entry.result.conflicts.empty())
        entry.result.conflicts = conflicts; // decided on, and still to be seen
    auto &known = m_known[document];
    for (const auto &conflict : entry.result.conflicts) {
        if (!known.contains(conflict.field))
            known.append(conflict.field);
    }
    if (known.isEmpty())
        m_known.erase(document);
    Q_EMIT changed();
}

void ApplySession::takeEnd()
{
    for (size_t i = 0; i < m_running.size(); ++i) {
        if (m_run->results()[i].outcome == Outcome::Cancelled)
            m_entries[m_running[i]].result.outcome = Outcome::Cancelled;
    }
    setState(m_state == State::Checking ? State::Review : State::Done);
}

void ApplySession::choose(size_t document, const QString &field, bool takeOver)
{
    if (m_state != State::Review)
        return;
    auto &taken = m_taken[document];
    if (field.isEmpty())
        taken.clear();
    taken.removeAll(field);
    if (takeOver)
        taken.append(field);
    startCheck();
}

bool ApplySession::isTakenOver(size_t document, const QString &field) const
{
    const auto taken = m_taken.find(document);
    return taken != m_taken.end() && taken->second.contains(field);
}

bool ApplySession::isChange(const Entry &entry) const
{
    switch (entry.result.outcome) {
    case Outcome::Created:
    case Outcome::Changed:
    case Outcome::Deferred: return true;
    case Outcome::Waiting:
    case Outcome::Unchanged:
    case Outcome::Conflicted:
    case Outcome::Refused:
    case Outcome::Cancelled: return false;
    }
    Q_UNREACHABLE_RETURN(false);
}

void ApplySession::apply()
{
    if (m_state != State::Review)
        return;
    std::vector<size_t> documents;
    for (size_t i = 0; i < m_entries.size(); ++i) {
        if (isChange(m_entries[i]))
            documents.push_back(i);
    }
    start(std::move(documents), false);
}

void ApplySession::cancel()
{
    if (m_state == State::Reading)
        reset();
    else if (m_run)
        m_run->cancel();
}

void ApplySession::reset()
{
    ++m_reading;
    dropRun();
    m_entries.clear();
    m_taken.clear();
    m_known.clear();
    m_running.clear();
    m_base.reset();
    setState(State::Idle);
}

int ApplySession::changes() const
{
    return int(
        std::ranges::count_if(m_entries, [this](const Entry &entry) { return isChange(entry); }));
}

int ApplySession::refused() const
{
    return int(std::ranges::count(m_entries, Outcome::Refused,
                                  [](const Entry &entry) { return entry.result.outcome; }));
}

int ApplySession::undecided() const
{
    return int(std::ranges::count(m_entries, Outcome::Conflicted,
                                  [](const Entry &entry) { return entry.result.outcome; }));
}

size_t ApplySession::done() const
{
    return m_run ? m_run->done() : 0;
}

} // namespace workspace
