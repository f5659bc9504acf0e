// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/debug/debugbook.h"

#include "kube/api/apiclient.h"
#include "kube/cluster.h"
#include "workspace/clusters/clusterset.h"
#include "workspace/debug/debugtext.h"

#include <algorithm>

namespace workspace {

DebugBook::DebugBook(ClusterSet &clusters, QObject *parent)
    : QObject(parent)
    , m_clusters(clusters)
{
    connect(&clusters, &ClusterSet::clusterClosing, this, [this](const QString &context) {
        std::erase_if(m_entries,
                      [&context](const Entry &entry) { return entry.context == context; });
        Q_EMIT changed();
    });
}

DebugBook::~DebugBook() = default;

kube::DebugSession *DebugBook::start(const QString &context, const kube::DebugSpec &spec)
{
    auto *cluster = m_clusters.cluster(context);
    if (!cluster)
        return nullptr;
    m_entries.push_back({context, std::make_unique<kube::DebugSession>(cluster->client(), spec)});
    auto *session = m_entries.back().session.get();
    // Queued: whoever shows the session hears of its end before it goes.
    connect(session, &kube::DebugSession::changed, this, &DebugBook::sweep, Qt::QueuedConnection);
    session->start();
    return session;
}

QFuture<std::optional<kube::Error>> DebugBook::findRemains(const QString &context)
{
    auto *cluster = m_clusters.cluster(context);
    if (!cluster)
        return QtFuture::makeReadyValueFuture(std::optional(kube::Error()));
    auto &client = cluster->client();
    return debugRemains(client).then(
        &client,
        [this, context, &client](const kube::Result<std::vector<kube::DebugRemain>> &found)
            -> std::optional<kube::Error> {
            if (!found)
                return found.error();
            for (const auto &remain : *found) {
                if (sessionOf(context, remain.nameSpace, remain.name))
                    continue;
                auto session = std::make_unique<kube::DebugSession>(client, kube::DebugSpec());
                session->adopt(remain);
                connect(session.get(), &kube::DebugSession::changed, this, &DebugBook::sweep,
                        Qt::QueuedConnection);
                m_entries.push_back({context, std::move(session)});
            }
            Q_EMIT changed();
            return {};
        });
}

/// Forgets what is over.
void DebugBook::sweep()
{
    using State = kube::DebugSession::State;
    std::erase_if(m_entries, [](const Entry &entry) {
        const auto state = entry.session->state();
        return state == State::Gone || (state == State::Failed && !entry.session->remains());
    });
    Q_EMIT changed();
}

kube::DebugSession *DebugBook::sessionOf(const QString &context, const QString &nameSpace,
                                         const QString &pod) const
{
    const auto found = std::ranges::find_if(m_entries, [&](const Entry &entry) {
        return entry.context == context && entry.session->pod() == pod
            && entry.session->spec().nameSpace == nameSpace && entry.session->remains();
    });
    return found == m_entries.end() ? nullptr : found->session.get();
}

QStringList DebugBook::remaining() const
{
    QStringList result;
    for (const auto &[context, session] : m_entries) {
        if (session->remains())
            result.append(debugRemainText(*session, context));
    }
    return result;
}

bool DebugBook::isCleaning() const
{
    return std::ranges::any_of(m_entries, [](const Entry &entry) {
        return entry.session->state() == kube::DebugSession::State::Cleaning;
    });
}

void DebugBook::cleanUpAll()
{
    for (const auto &entry : m_entries)
        entry.session->cleanUp();
}

} // namespace workspace
