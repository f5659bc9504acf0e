// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/cluster.h"

#include "kube/access/accessreview.h"
#include "kube/api/apiclient.h"
#include "kube/api/discoverycache.h"
#include "kube/auth/credentialsources.h"
#include "kube/auth/identity.h"
#include "kube/metrics/metricsfeed.h"
#include "kube/watch/resourcecache.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QPointer>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(clusterLog, "kube.cluster", QtInfoMsg)

namespace kube {
namespace {

constexpr int MostPings = 3; // at a time, while the server is away
constexpr qint64 EndingSeconds = 600;

bool needsAPerson(const Error &error)
{
    return error.kind == Error::Kind::Unauthorized || error.kind == Error::Kind::Credentials
        || error.kind == Error::Kind::Config || error.kind == Error::Kind::Tls;
}

/// WatchList is on by default from 1.32 on; a server may still have it off and refuses then.
/// https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/
bool mayStreamLists(const QString &version)
{
    const auto parts = version.split(u'.'); // "v1.32.3-eks"
    return parts.value(0) == "v1"_L1 && parts.value(1).toInt() >= 32;
}

} // namespace

class Cluster::Private
{
public:
    Private(Cluster *cluster, const ClientConfig &config, ClusterPace clusterPace,
            std::shared_ptr<CredentialSources> sources)
        : q(cluster)
        , pace(clusterPace)
        , identity(config, nullptr, {}, std::move(sources))
        , client(identity)
        , cache(client)
        , access(client)
        , metrics(cache)
    {
        next.setSingleShot(true);
        timeout.setSingleShot(true);
    }

    void ping();
    void sendPing(int mine);
    void answered(const Result<ApiAnswer> &answer);
    void reached(const QString &serverVersion);
    Error withProxy(Error failure) const;
    void failed(const Error &failure);
    bool wantsDiscovery() const;
    void findResources();
    void found(ApiResources answer);
    void setState(State state, const std::optional<Error> &error);
    void lookAtSignIn();

    Cluster *const q;
    const ClusterPace pace;
    Identity identity;
    ApiClient client;
    ResourceCache cache;
    AccessReview access;
    MetricsFeed metrics;
    QTimer next; ///< until the next ping
    QTimer timeout; ///< of the ping under way
    int round = 0; ///< a failure of an older ping does not count
    int underWay = 0; ///< pings
    State state = State::Connecting;
    std::optional<Error> error;
    QString version;
    DiscoveryCache kept{{}, {}};
    ApiResources resources;
    bool hasResources = false;
    bool discovering = false;
    QDeadlineTimer discoveryPause; ///< the server asked to come back later
    QElapsedTimer discovered; ///< since the last discovery that gave something
    QDateTime heard;
    SignIn signIn = SignIn::Lasting;
};

Cluster::Cluster(const ClientConfig &config, QObject *parent, ClusterPace pace,
                 std::shared_ptr<CredentialSources> sources)
    : QObject(parent)
    , d(std::make_unique<Private>(this, config, pace, std::move(sources)))
{
    connect(&d->identity, &Identity::expiryChanged, this, [this] {
        d->lookAtSignIn();
        Q_EMIT signInChanged();
    });
    connect(&d->identity, &Identity::noticeChanged, this, &Cluster::signInChanged);
    connect(&d->next, &QTimer::timeout, this, [this] { d->ping(); });
    connect(&d->client, &ApiClient::connectionLost, this, [this] {
        if (d->state == State::Ready && !d->timeout.isActive())
            d->ping();
    });
    connect(&d->timeout, &QTimer::timeout, this, [this] {
        ++d->round;
        d->failed(d->withProxy(
            {.kind = Error::Kind::Timeout,
             .message = u"no answer within %1 s"_s.arg(d->timeout.interval() / 1000)}));
    });
}

Cluster::~Cluster() = default;

void Cluster::keepDiscoveryIn(const QString &folder)
{
    d->kept = DiscoveryCache(folder, config());
}

void Cluster::connectToServer()
{
    if (auto kept = d->kept.load(); kept && !d->hasResources) {
        d->resources = std::move(*kept);
        d->hasResources = true;
        d->metrics.setResources(d->resources);
        QMetaObject::invokeMethod(this, &Cluster::resourcesChanged, Qt::QueuedConnection);
    }
    d->ping();
}

void Cluster::retry()
{
    d->identity.tryAgain();
    d->ping();
}

const ClientConfig &Cluster::config() const
{
    return d->identity.config();
}

ApiClient &Cluster::client()
{
    return d->client;
}

ResourceCache &Cluster::cache()
{
    return d->cache;
}

AccessReview &Cluster::access()
{
    return d->access;
}

MetricsFeed &Cluster::metrics()
{
    return d->metrics;
}

Cluster::State Cluster::state() const
{
    return d->state;
}

std::optional<Error> Cluster::lastError() const
{
    return d->error;
}

QString Cluster::version() const
{
    return d->version;
}

const ApiResources &Cluster::resources() const
{
    return d->resources;
}

bool Cluster::hasResources() const
{
    return d->hasResources;
}

QDateTime Cluster::lastHeard() const
{
    return d->heard;
}

std::optional<CredentialExpiry> Cluster::expiry() const
{
    return d->identity.expiry();
}

Cluster::SignIn Cluster::signIn() const
{
    return d->signIn;
}

QString Cluster::signInNotice() const
{
    return d->identity.notice();
}

void Cluster::Private::lookAtSignIn()
{
    const auto expiry = identity.expiry();
    auto now = SignIn::Lasting;
    if (expiry && !expiry->renews) {
        const auto left = QDateTime::currentDateTimeUtc().secsTo(expiry->when);
        now = left <= 0 ? SignIn::Ended : left <= EndingSeconds ? SignIn::Ending : SignIn::Lasting;
    }
    if (std::exchange(signIn, now) != now)
        Q_EMIT q->signInChanged();
}

void Cluster::Private::ping()
{
    next.stop();
    lookAtSignIn();
    timeout.stop();
    if (state == State::Unreachable) {
        // What was sent into a dead network may hang long after it is back: the next ping does not
        // wait for this one.
        next.start(pace.pingWhileAway);
        if (underWay >= MostPings)
            return;
        client.dropConnections();
    }
    const int mine = ++round;
    ++underWay;
    // A plugin or an identity provider may take its time: the server's begins after them.
    identity.credentials().then(q, [this, mine](const Result<Identity::Credentials> &known) {
        if (known)
            return sendPing(mine);
        --underWay;
        if (mine == round)
            answered(std::unexpected(known.error()));
    });
}

void Cluster::Private::sendPing(int mine)
{
    if (mine == round && state != State::Unreachable)
        timeout.start(pace.pingTimeout);
    const ApiRequest request{
        .path = u"/version"_s, .silenceMs = pace.pingTimeout, .multiplexed = true};
    client.send(request).then(q, [this, mine](const Result<ApiAnswer> &answer) {
        --underWay;
        if (mine == round || (answer && state == State::Unreachable))
            answered(answer);
    });
}

void Cluster::Private::answered(const Result<ApiAnswer> &answer)
{
    timeout.stop();
    // A busy server is there; it is left alone for as long as it asks.
    if (!answer && answer.error().kind == Error::Kind::TooManyRequests && state == State::Ready) {
        heard = QDateTime::currentDateTimeUtc();
        return next.start(std::max(pace.ping, answer.error().retryAfterSeconds * 1000));
    }
    // A 403 on /version is an answer all the same: some clusters close it to anonymous users.
    if (!answer && answer.error().kind != Error::Kind::Forbidden)
        return failed(withProxy(answer.error()));
    const auto body = answer ? QJsonDocument::fromJson(answer->body).object() : QJsonObject();
    const auto gitVersion = body["gitVersion"_L1].toString();
    if (answer && gitVersion.isEmpty()) // a proxy's sign-in page, perhaps
        return failed(
            {.kind = Error::Kind::Malformed,
             .code = 200,
             .message = u"something answers there, but it is no Kubernetes API server"_s});
    reached(gitVersion);
}

void Cluster::Private::reached(const QString &serverVersion)
{
    heard = QDateTime::currentDateTimeUtc();
    const bool upgraded =
        !version.isEmpty() && !serverVersion.isEmpty() && serverVersion != version;
    if (!serverVersion.isEmpty() && serverVersion != version)
        client.setOffersWatchList(mayStreamLists(serverVersion));
    if (!serverVersion.isEmpty())
        version = serverVersion;
    next.start(pace.ping);
    const QPointer<Cluster> alive(q); // a slot may drop the cluster
    setState(State::Ready, {});
    if (alive)
        client.setReachable(true);
    if (alive && (upgraded || wantsDiscovery()))
        findResources();
}

/// Qt does not always see that the way to an https proxy is closed, and waits for it.
Error Cluster::Private::withProxy(Error failure) const
{
    if (const auto problem = identity.proxyProblem(); failure.code == 0 && !problem.isEmpty()) {
        failure.kind = Error::Kind::Unreachable;
        failure.message = problem;
    }
    return failure;
}

void Cluster::Private::failed(const Error &failure)
{
    timeout.stop();
    const QPointer<Cluster> alive(q);
    if (needsAPerson(failure)) {
        next.start(pace.ping * 4);
        setState(State::Refused, failure);
    } else {
        next.start(std::max(pace.pingWhileAway, failure.retryAfterSeconds * 1000));
        setState(State::Unreachable, failure);
    }
    if (alive)
        client.setReachable(false);
}

bool Cluster::Private::wantsDiscovery() const
{
    if (!discoveryPause.hasExpired())
        return false;
    if (!hasResources || !discovered.isValid())
        return true;
    // Without "/apis" nothing but pods and the like is known: that is worth the next ping.
    const bool onlyCore = std::ranges::any_of(
        resources.failedGroups, [](const auto &group) { return group.first == "/apis"_L1; });
    const int again = resources.failedGroups.empty() ? pace.resourcesAgain : pace.failedGroupsAgain;
    return onlyCore || discovered.hasExpired(again);
}

void Cluster::Private::findResources()
{
    if (std::exchange(discovering, true))
        return;
    discover(client).then(q, [this](const Result<ApiResources> &answer) {
        discovering = false;
        if (answer)
            return found(*answer);
        const auto &failure = answer.error();
        // What a plugin says may hold what it should not say.
        const bool isShown = failure.kind != Error::Kind::Credentials;
        qCInfo(clusterLog) << "discovery failed:" << failure.code
                           << (isShown ? failure.message : failure.reason);
        discovered.invalidate(); // the next ping tries again
        discoveryPause.setRemainingTime(failure.retryAfterSeconds * 1000);
    });
}

void Cluster::Private::found(ApiResources answer)
{
    discovered.start();
    // A group that does not answer just now has not lost its kinds.
    for (const auto &[group, why] : answer.failedGroups) {
        if (why.retryAfterSeconds * 1000 > discoveryPause.remainingTime())
            discoveryPause.setRemainingTime(why.retryAfterSeconds * 1000);
        for (const auto &known : resources.resources) {
            const bool isIn =
                group == known.apiVersion() || (group == "/apis"_L1 && !known.group.isEmpty());
            if (isIn && !std::ranges::contains(answer.resources, known))
                answer.resources.push_back(known);
        }
    }
    if (std::exchange(hasResources, true) && resources == answer)
        return;
    QThreadPool::globalInstance()->start([keep = kept, answer] { keep.store(answer); });
    for (const auto &[group, why] : answer.failedGroups)
        qCInfo(clusterLog) << "no discovery for" << group << why.message;
    resources = std::move(answer);
    metrics.setResources(resources);
    Q_EMIT q->resourcesChanged();
}

void Cluster::Private::setState(State nextState, const std::optional<Error> &nextError)
{
    if (state == nextState && error == nextError)
        return;
    state = nextState;
    error = nextError;
    Q_EMIT q->stateChanged();
}

} // namespace kube
