// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/clusters/clusteridentities.h"

#include "kube/api/apiclient.h"
#include "kube/cluster.h"
#include "kube/config/serverdigest.h"
#include "workspace/clusters/clusterset.h"
#include "workspace/session/session.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace workspace {

static const auto Section = u"clusters"_s;

ClusterIdentities::ClusterIdentities(ClusterSet &clusters, Session &session, QObject *parent)
    : ClusterNames(parent)
    , m_clusters(clusters)
    , m_session(session)
{
    connect(&clusters, &ClusterSet::contextsChanged, this, &ClusterIdentities::readContexts);
    connect(&session, &Session::restored, this, &ClusterIdentities::readContexts);
    connect(&clusters, &ClusterSet::clusterChanged, this, &ClusterIdentities::ask);
    connect(&clusters, &ClusterSet::clusterClosing, this,
            [this](const QString &context) { m_asked.remove(context); });
    readContexts();
}

ClusterIdentities::~ClusterIdentities() = default;

void ClusterIdentities::readContexts()
{
    const auto kept = m_session.section(Section);
    std::map<QString, Identity> identities;
    for (const auto &entry : m_clusters.contexts()) {
        const auto *config = m_clusters.config(entry.name);
        if (!config)
            continue;
        Identity identity{.server = kube::serverDigest(*config)};
        const auto known = m_identities.find(entry.name);
        const auto json = kept.value(entry.name).toObject();
        if (known != m_identities.end() && known->second.server == identity.server)
            identity.uid = known->second.uid;
        const bool isKept =
            !identity.server.isEmpty() && json["server"_L1].toString() == identity.server;
        if (identity.uid.isEmpty() && isKept)
            identity.uid = json["uid"_L1].toString();
        if (!entry.uid.isEmpty())
            identity.uid = entry.uid;
        // Of a hand-made file: nothing that is no uid gets into a document.
        if (QUuid(identity.uid).isNull())
            identity.uid.clear();
        identities.emplace(entry.name, identity);
    }
    if (std::exchange(m_identities, std::move(identities)) != m_identities)
        Q_EMIT changed();
}

/// https://github.com/open-telemetry/semantic-conventions/blob/main/docs/resource/k8s.md#cluster
void ClusterIdentities::ask(const QString &context)
{
    auto *cluster = m_clusters.opened(context);
    if (!cluster || cluster->state() != kube::Cluster::State::Ready || m_asked.contains(context)
        || !m_identities.contains(context))
        return;
    m_asked.insert(context);
    cluster->client()
        .get({.gvr = {.version = u"v1"_s, .resource = u"namespaces"_s}, .name = u"kube-system"_s})
        .then(this, [this, context](const kube::Result<QJsonObject> &answer) {
            using Kind = kube::Error::Kind;
            if (answer)
                take(context, (*answer)["metadata"_L1]["uid"_L1].toString());
            else if (answer.error().kind != Kind::Forbidden) // then the address has to do
                m_asked.remove(context);
        });
}

void ClusterIdentities::take(const QString &context, const QString &uid)
{
    const auto found = m_identities.find(context);
    if (found == m_identities.end() || QUuid(uid).isNull() || found->second.uid == uid)
        return;
    found->second.uid = uid;
    auto section = m_session.section(Section);
    section[context] = QJsonObject{{u"server"_s, found->second.server}, {u"uid"_s, uid}};
    for (const auto &name : section.keys()) {
        if (!m_clusters.context(name))
            section.remove(name);
    }
    m_session.setSection(Section, section);
    Q_EMIT changed();
}

QStringList ClusterIdentities::idsOf(const QString &context) const
{
    const auto found = m_identities.find(context);
    if (found == m_identities.end())
        return {};
    QStringList ids;
    if (!found->second.uid.isEmpty())
        ids << u"uid:"_s + QUuid(found->second.uid).toString(QUuid::WithoutBraces);
    if (!found->second.server.isEmpty())
        ids << u"api:"_s + found->second.server;
    return ids;
}

bool ClusterIdentities::isRelayed(const QString &context) const
{
    const auto *entry = m_clusters.context(context);
    return entry && !entry->relay.isEmpty();
}

QStringList ClusterIdentities::contextsOf(const QString &id) const
{
    QStringList contexts;
    for (const auto &[context, identity] : m_identities) {
        if (idsOf(context).contains(id))
            contexts.append(context);
    }
    return contexts;
}

} // namespace workspace
