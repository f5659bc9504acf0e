// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/clusters/clusterhealth.h"

#include "kube/auth/identity.h"
#include "kube/cluster.h"
#include "workspace/clusters/clusterset.h"
#include "workspace/errortext.h"
#include "workspace/health/clusterrollup.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(workspace)
};

/// Shown to the minute, with the day unless that is today.
QString clockTime(const QDateTime &when)
{
    const auto local = when.toLocalTime();
    const QLocale locale;
    return local.date() == QDate::currentDate()
        ? locale.toString(local.time(), QLocale::ShortFormat)
        : locale.toString(local, QLocale::ShortFormat);
}

} // namespace

SignInHealth signInHealth(const ClusterSet &clusters, const QString &context)
{
    const auto *cluster = clusters.opened(context);
    if (!cluster)
        return {};
    SignInHealth health{.warning = cluster->signInNotice()};
    const auto expiry = cluster->expiry();
    if (!expiry)
        return health;
    const auto when = clockTime(expiry->when);
    const auto *entry = clusters.context(context);
    const bool isRelayed = entry && !entry->relay.isEmpty();
    switch (cluster->signIn()) {
    case kube::Cluster::SignIn::Lasting:
        health.until = expiry->renews ? Tr::tr("Signed in until %1; renewed by itself.").arg(when)
                                      : Tr::tr("Signed in until %1.").arg(when);
        return health;
    case kube::Cluster::SignIn::Ending:
        if (isRelayed) {
            health.until = Tr::tr("Signed in until %1, and nothing renews it.").arg(when);
            health.warning =
                Tr::tr("Your sign-in to “%1” ends at %2. Sign in at %3 again to go on.")
                    .arg(context, when, cluster->config().origin);
            return health;
        }
        health.until = Tr::tr("Signed in until %1, and nothing renews it.").arg(when);
        health.warning = Tr::tr("Your sign-in to “%1” ends at %2 and nothing renews it. Get new "
                                "credentials where you got these, and put them into %3.")
                             .arg(context, when, cluster->config().userOrigin);
        return health;
    case kube::Cluster::SignIn::Ended:
        if (isRelayed)
            return {.until = Tr::tr("The sign-in ended at %1.").arg(when)}; // its state says more
        health.until = Tr::tr("The sign-in ended at %1.").arg(when);
        health.warning = Tr::tr("Your sign-in to “%1” ended at %2. Get new credentials where you "
                                "got the old ones, and put them into %3.")
                             .arg(context, when, cluster->config().userOrigin);
        return health;
    }
    Q_UNREACHABLE_RETURN({});
}

ClusterHealth clusterHealth(const ClusterSet &clusters, const QString &context)
{
    const auto *entry = clusters.context(context);
    if (!entry)
        return {Health::Unknown, Tr::tr("no context"), {}};
    if (entry->problem)
        return {Health::Error, Tr::tr("unusable"), errorText(*entry->problem)};
    const auto *cluster = clusters.opened(context);
    if (!cluster)
        return {Health::Unknown, Tr::tr("not connected"), {}};
    const auto &config = cluster->config();
    const auto error = cluster->lastError().value_or(kube::Error());
    switch (cluster->state()) {
    case kube::Cluster::State::Connecting: return {Health::Pending, Tr::tr("connecting"), {}};
    case kube::Cluster::State::Ready:
        if (entry->insecure)
            return {Health::Warning, cluster->version(),
                    Tr::tr("The certificate of this cluster is not checked "
                           "(insecure-skip-tls-verify): anybody in between can read along.")};
        return {Health::Ok, cluster->version(), {}};
    case kube::Cluster::State::Unreachable:
        return {
            Health::Error, Tr::tr("unreachable"),
            Tr::tr("Context “%1” (%2): %3 does not answer (%4). Is it running, is the network or "
                   "VPN up? Krateyard keeps trying.")
                .arg(context, config.origin, config.server, error.message)};
    case kube::Cluster::State::Refused:
        if (!entry->relay.isEmpty() && error.kind == kube::Error::Kind::Unauthorized)
            return {Health::Error, Tr::tr("refused"),
                    Tr::tr("Context “%1”: %2 did not accept your sign-in. Sign in there again.")
                        .arg(context, config.origin)};
        return {Health::Error, Tr::tr("refused"),
                Tr::tr("Context “%1” (%2): %3").arg(context, config.origin, errorText(error))};
    }
    Q_UNREACHABLE_RETURN({});
}

ClusterHealth clusterHealth(const ClusterSet &clusters, const QString &context,
                            const ClusterSummary &summary)
{
    auto result = clusterHealth(clusters, context);
    const auto *cluster = clusters.opened(context);
    if (!cluster || cluster->state() != kube::Cluster::State::Ready)
        return result;
    result.health = kube::worse(result.health, summary.health());
    if (const auto trouble = summary.word(); !trouble.isEmpty())
        result.word += u" · "_s + trouble;
    result.sentence =
        result.sentence.isEmpty() ? summary.text() : result.sentence + u' ' + summary.text();
    return result;
}

} // namespace workspace
