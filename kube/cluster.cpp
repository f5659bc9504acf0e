// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/cluster.h"

#include "kube/api/apiclient.h"
#include "kube/auth/identity.h"

#include <QJsonDocument>
#include <QLoggingCategory>
#include <QTimer>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(clusterLog, "kube.cluster", QtInfoMsg)

namespace kube {
namespace {

constexpr int PingEveryMs = 8'000;
constexpr int PingEveryWhileAwayMs = 1'500;
constexpr int PingTimeoutMs = 5'000; // with PingEveryMs: silence shows within 13 s

bool needsAPerson(const Error &error)
{
    return error.kind == Error::Kind::Unauthorized || error.kind == Error::Kind::Credentials
        || error.kind == Error::Kind::Config || error.kind == Error::Kind::Tls;
}

} // namespace

class Cluster::Private
{
public:
    Private(Cluster *cluster, const ClientConfig &config)
        : q(cluster)
        , identity(config)
        , client(identity)
    {
        next.setSingleShot(true);
        timeout.setSingleShot(true);
    }

    void ping();
    void answered(const Result<ApiAnswer> &answer);
    void reached(const QString &serverVersion);
    void failed(const Error &failure);
    void findResources();
    void setState(State state, const std::optional<Error> &error);

    Cluster *const q;
    Identity identity;
    ApiClient client;
    QTimer next; ///< until the next ping
    QTimer timeout; ///< of the ping under way
    int round = 0; ///< an answer to an older ping does not count
    State state = State::Connecting;
    std::optional<Error> error;
    QString version;
    ApiResources resources;
    bool hasResources = false;
    bool discovering = false;
    QDateTime heard;
};

Cluster::Cluster(const ClientConfig &config, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, config))
{
    connect(&d->next, &QTimer::timeout, this, [this] { d->ping(); });
    connect(&d->client, &ApiClient::connectionLost, this, [this] {
        if (d->state == State::Ready && !d->timeout.isActive())
            d->ping();
    });
    connect(&d->timeout, &QTimer::timeout, this, [this] {
        ++d->round;
        d->failed({.kind = Error::Kind::Timeout, .message = u"no answer within 5 s"_s});
    });
}

Cluster::~Cluster() = default;

void Cluster::connectToServer()
{
    d->ping();
}

void Cluster::retry()
{
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

void Cluster::Private::ping()
{
    next.stop();
    timeout.start(identity.config().exec && state == State::Connecting ? 65'000 : PingTimeoutMs);
    const int mine = ++round;
    client.send({.path = u"/version"_s}).then(q, [this, mine](const Result<ApiAnswer> &answer) {
        if (mine == round)
            answered(answer);
    });
}

void Cluster::Private::answered(const Result<ApiAnswer> &answer)
{
    timeout.stop();
    // A 403 on /version is an answer all the same: some clusters close it to anonymous users.
    if (!answer && answer.error().kind != Error::Kind::Forbidden)
        return failed(answer.error());
    const auto body = answer ? QJsonDocument::fromJson(answer->body).object() : QJsonObject();
    reached(body["gitVersion"_L1].toString());
}

void Cluster::Private::reached(const QString &serverVersion)
{
    heard = QDateTime::currentDateTimeUtc();
    const bool upgraded = !version.isEmpty() && !serverVersion.isEmpty() && serverVersion != version;
    if (!serverVersion.isEmpty())
        version = serverVersion;
    next.start(PingEveryMs);
    setState(State::Ready, {});
    client.setReachable(true);
    if (!hasResources || upgraded)
        findResources();
}

void Cluster::Private::failed(const Error &failure)
{
    timeout.stop();
    if (needsAPerson(failure)) {
        next.start(PingEveryMs * 4);
        setState(State::Refused, failure);
    } else {
        next.start(PingEveryWhileAwayMs);
        setState(State::Unreachable, failure);
    }
    client.setReachable(false);
}

void Cluster::Private::findResources()
{
    if (std::exchange(discovering, true))
        return;
    discover(client).then(q, [this](const Result<ApiResources> &found) {
        discovering = false;
        if (!found) {
            qCInfo(clusterLog) << "discovery failed:" << found.error().code << found.error().message;
            return; // the next ping tries again
        }
        for (const auto &[group, why] : found->failedGroups)
            qCInfo(clusterLog) << "no discovery for" << group << why.message;
        resources = *found;
        hasResources = true;
        Q_EMIT q->resourcesChanged();
    });
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
