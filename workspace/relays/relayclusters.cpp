// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/relays/relayclusters.h"

#include "collab/signin/safeaddress.h"
#include "kube/cluster.h"
#include "workspace/clusters/clusterset.h"
#include "workspace/relays/relayaddress.h"
#include "workspace/relays/relaytext.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace workspace {

using SignInKind = collab::SignInError::Kind;

struct RelayClusters::Relay
{
    RelayRecord record = {};
    std::shared_ptr<RelayTokens> tokens = {}; ///< shared with the clusters behind it
    QTimer next; ///< until it is asked again
    bool isAsking = false;
    QString problem = {};
};

RelayClusters::RelayClusters(ClusterSet &clusters, TokenKeeper &tokens, QObject *parent)
    : RelayClusters(clusters, tokens, Pace(), parent)
{
}

RelayClusters::RelayClusters(ClusterSet &clusters, TokenKeeper &tokens, Pace pace, QObject *parent)
    : QObject(parent)
    , m_clusters(clusters)
    , m_keeper(tokens)
    , m_pace(pace)
{
}

RelayClusters::~RelayClusters() = default;

RelayClusters::Relay &RelayClusters::make(const RelayRecord &record)
{
    auto &relay = *m_relays.emplace_back(std::make_unique<Relay>());
    relay.record = record;
    relay.next.setSingleShot(true);
    connect(&relay.next, &QTimer::timeout, this, [this, &relay] { ask(relay, Try::First); });
    useNewTokens(relay);
    return relay;
}

/// Clusters that used the ones before are dropped with them: nothing that one person saw is left
/// for another.
void RelayClusters::useNewTokens(Relay &relay)
{
    if (relay.tokens)
        relay.tokens->disconnect(this);
    relay.tokens = std::make_shared<RelayTokens>(relay.record.relay, m_keeper);
    connect(relay.tokens.get(), &RelayTokens::stateChanged, this, &RelayClusters::changed);
}

RelayClusters::Relay *RelayClusters::relayAt(const QUrl &relay) const
{
    const auto found = std::ranges::find_if(
        m_relays, [&relay](const auto &known) { return known->record.relay == relay; });
    return found == m_relays.end() ? nullptr : found->get();
}

const RelayRecord *RelayClusters::find(const QUrl &relay) const
{
    const auto *known = relayAt(relay);
    return known ? &known->record : nullptr;
}

std::vector<RelayRecord> RelayClusters::records() const
{
    std::vector<RelayRecord> records;
    for (const auto &relay : m_relays)
        records.push_back(relay->record);
    return records;
}

std::vector<RelayClusters::Entry> RelayClusters::entries() const
{
    std::vector<Entry> entries;
    for (const auto &relay : m_relays)
        entries.push_back({.record = relay->record,
                           .signIn = relay->tokens->state(),
                           .isAsking = relay->isAsking,
                           .problem = relay->problem});
    return entries;
}

QStringList RelayClusters::contextsOf(const QUrl &relay) const
{
    QStringList names;
    for (const auto &entry : m_clusters.contexts()) {
        if (entry.relay == relay)
            names.append(entry.name);
    }
    return names;
}

void RelayClusters::restore(const std::vector<RelayRecord> &records)
{
    m_relays.clear();
    for (const auto &record : records) {
        if (!relayAt(record.relay))
            make(record);
    }
    publish();
    for (const auto &relay : m_relays)
        ask(*relay, Try::First);
}

void RelayClusters::add(const QUrl &address, const RelayProof &proof,
                        const collab::RelayOffer &offer)
{
    auto *relay = relayAt(address);
    if (!relay)
        relay = &make({.relay = address});
    else if (relay->record.person != offer.person)
        useNewTokens(*relay);
    relay->tokens->signIn(proof);
    take(*relay, offer);
    retryClusters(*relay);
}

void RelayClusters::signOut(const QUrl &address)
{
    auto *relay = relayAt(address);
    if (!relay)
        return;
    relay->next.stop();
    relay->isAsking = false;
    relay->problem.clear();
    relay->tokens->signOut();
    useNewTokens(*relay);
    relay->tokens->signOut();
    publish();
}

void RelayClusters::remove(const QUrl &address)
{
    auto *relay = relayAt(address);
    if (!relay)
        return;
    relay->tokens->disconnect(this);
    relay->tokens->signOut();
    std::erase_if(m_relays, [relay](const auto &known) { return known.get() == relay; });
    publish();
    Q_EMIT recordsChanged();
}

void RelayClusters::refresh(const QUrl &address)
{
    auto *relay = relayAt(address);
    if (!relay)
        return;
    relay->tokens->forgive();
    ask(*relay, Try::First);
    retryClusters(*relay);
}

/// Who was refused, or waits for the relay, need not wait longer.
void RelayClusters::retryClusters(const Relay &relay)
{
    for (const auto &context : contextsOf(relay.record.relay)) {
        auto *cluster = m_clusters.opened(context);
        if (cluster && cluster->state() != kube::Cluster::State::Ready)
            cluster->retry();
    }
}

void RelayClusters::ask(Relay &relay, Try which)
{
    if (which == Try::First && std::exchange(relay.isAsking, true))
        return;
    relay.next.stop();
    Q_EMIT changed();
    relay.tokens->token().then(
        this, [this, which, tokens = relay.tokens](const kube::Result<QString> &token) {
            auto *asked = relayOf(*tokens);
            if (!asked)
                return;
            if (token)
                return askDirectory(*asked, *token, which);
            fail(*asked, token.error().message,
                 token.error().kind == kube::Error::Kind::Unreachable);
        });
}

void RelayClusters::askDirectory(const Relay &relay, const QString &token, Try which)
{
    m_directory.ask(relay.record.relay, token)
        .then(this,
              [this, token, which,
               tokens = relay.tokens](const collab::SignInResult<collab::RelayOffer> &offer) {
                  auto *asked = relayOf(*tokens);
                  if (!asked)
                      return;
                  const bool isRefused = !offer && offer.error().kind == SignInKind::Refused;
                  if (!isRefused || which == Try::Second)
                      return take(*asked, offer);
                  tokens->reject(token); // it may have another
                  ask(*asked, Try::Second);
              });
}

/// Null: the relay is gone, or somebody else is signed in.
RelayClusters::Relay *RelayClusters::relayOf(const RelayTokens &tokens) const
{
    const auto found = std::ranges::find_if(
        m_relays, [&tokens](const auto &known) { return known->tokens.get() == &tokens; });
    return found == m_relays.end() ? nullptr : found->get();
}

void RelayClusters::take(Relay &relay, const collab::SignInResult<collab::RelayOffer> &offer)
{
    if (!offer)
        return fail(relay, relayProblem(offer.error(), shownRelay(relay.record.relay)),
                    offer.error().kind == SignInKind::Unreachable);
    relay.isAsking = false;
    relay.problem.clear();
    relay.next.start(m_pace.usual);
    RelayRecord next{
        .relay = relay.record.relay, .person = offer->person, .nameSpace = offer->nameSpace};
    next.clusters = offer->clusters;
    for (auto &cluster : next.clusters) { // what it does not say now was right before
        const auto before =
            std::ranges::find(relay.record.clusters, cluster.name, &collab::RelayedCluster::name);
        if (cluster.uid.isEmpty() && before != relay.record.clusters.end())
            cluster.uid = before->uid;
    }
    if (std::exchange(relay.record, next) == next) {
        Q_EMIT changed();
        return;
    }
    publish();
    Q_EMIT recordsChanged();
}

void RelayClusters::fail(Relay &relay, const QString &problem, bool passes)
{
    relay.isAsking = false;
    relay.problem = problem;
    relay.next.start(passes ? m_pace.afterFailure : m_pace.usual);
    Q_EMIT changed();
}

void RelayClusters::publish()
{
    std::vector<RelayedContext> contexts;
    for (const auto &relay : m_relays) {
        const auto &record = relay->record;
        const auto shown = shownRelay(record.relay);
        for (const auto &cluster : record.clusters) {
            const auto name = u"%1 (%2)"_s.arg(cluster.name, shown);
            const QString path =
                u"/k8s/"_s + QString::fromLatin1(QUrl::toPercentEncoding(cluster.name));
            contexts.push_back(
                {.entry = {.name = name,
                           .cluster = cluster.name,
                           .user = record.person,
                           .relay = record.relay,
                           .uid = cluster.uid},
                 .config = {
                     .contextName = name,
                     .clusterName = cluster.name,
                     .userName = record.person,
                     .nameSpace = record.nameSpace.isEmpty() ? u"default"_s : record.nameSpace,
                     .origin = shown,
                     .userOrigin = shown,
                     .server = collab::below(record.relay, path).toString(QUrl::FullyEncoded),
                     .tokenSource = relay->tokens}});
        }
    }
    m_clusters.setRelayed(contexts);
    Q_EMIT changed();
}

} // namespace workspace
