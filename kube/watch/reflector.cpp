// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/watch/reflector.h"

#include "kube/watch/reflectorprivate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(watchLog, "kube.watch", QtInfoMsg)

namespace kube {
namespace {

bool isRefusal(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Unauthorized:
    case Error::Kind::Forbidden:
    case Error::Kind::NotFound:
    case Error::Kind::Invalid:
    case Error::Kind::Credentials:
    case Error::Kind::Config:
    case Error::Kind::Tls:
    case Error::Kind::ReadOnly: return true;
    case Error::Kind::Unreachable:
    case Error::Kind::Timeout:
    case Error::Kind::Conflict:
    case Error::Kind::Gone:
    case Error::Kind::TooManyRequests:
    case Error::Kind::Server:
    case Error::Kind::Malformed:
    case Error::Kind::Other: return false;
    }
    Q_UNREACHABLE_RETURN(false);
}

} // namespace

Reflector::Reflector(ApiClient &client, Options options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, client, std::move(options)))
{
    connect(&d->retry, &QTimer::timeout, this, [this] {
        if (d->version.isEmpty())
            d->list();
        else
            d->watch();
    });
    connect(&d->silence, &QTimer::timeout, this, [this] { d->wentSilent(); });
    connect(&client, &ApiClient::reachableChanged, this, [this] { d->reachableChanged(); });
}

Reflector::~Reflector() = default;

void Reflector::start()
{
    if (d->state != State::Idle)
        return;
    const QPointer<Reflector> alive(this);
    d->setState(State::Listing);
    if (alive && d->state == State::Listing && !d->stream)
        d->list();
}

void Reflector::stop()
{
    d->close();
    d->retry.stop();
    d->version.clear();
    d->listVersion = u"0"_s;
    d->continueToken.clear();
    d->pages.clear();
    d->inOnePiece = false;
    d->relisted = false;
    d->pagesOnly = false;
    d->watchesAlone = false;
    d->error.reset();
    d->setState(State::Idle);
}

Reflector::State Reflector::state() const
{
    return d->state;
}

const Reflector::Options &Reflector::options() const
{
    return d->options;
}

std::optional<Error> Reflector::lastError() const
{
    return d->error;
}

QDateTime Reflector::lastHeard() const
{
    return d->heard;
}

void Reflector::Private::watchFailed(const Error &failure)
{
    if (failure.kind == Error::Kind::Gone || failure.reason == "Expired"_L1)
        return gone(failure);
    failed(failure);
}

// https://kubernetes.io/docs/reference/using-api/api-concepts/#410-gone-responses
void Reflector::Private::gone(const Error &failure)
{
    qCInfo(watchLog) << options.resource.resource << "410: listing again";
    version.clear();
    listVersion.clear();
    inOnePiece = !std::exchange(continueToken, {}).isEmpty();
    // At once the first time. A server that knows nothing but 410 is asked ever more rarely.
    if (!std::exchange(relisted, true) || inOnePiece)
        return list();
    failed(failure);
}

void Reflector::Private::wentSilent()
{
    qCInfo(watchLog) << options.resource.resource << "silent: asking anew";
    if (isInitial) {
        client.setOffersWatchList(false);
        return listInPages();
    }
    if (isWatch)
        return watch();
    failed({.kind = Error::Kind::Timeout, .message = u"the list stopped in the middle"_s});
}

void Reflector::Private::failed(const Error &failure)
{
    close();
    if (isInitial && failure.kind == Error::Kind::Invalid)
        client.setOffersWatchList(false);
    if (isInitial
        && (failure.kind == Error::Kind::Invalid || failure.kind == Error::Kind::Forbidden))
        return listInPages(); // Forbidden: who may not watch may still be allowed to list
    if (failure.kind == Error::Kind::Gone && !isWatch && !continueToken.isEmpty())
        return gone(failure); // the continue token has expired
    if (failure.kind == Error::Kind::Timeout && failure.code == 504)
        listVersion.clear(); // "Too large resource version": read through
    if (!isWatch)
        continueToken.clear();
    error = failure;
    qCInfo(watchLog) << options.resource.resource << "failed:" << failure.code << failure.message;
    const bool refused = isRefusal(failure);
    if (refused)
        version.clear();
    const int wait = refused ? options.pace.refusedWait : backoff.next();
    retry.start(std::max(wait, failure.retryAfterSeconds * 1000));
    setState(refused ? State::Refused : State::Stale); // last: a slot may delete or stop q
}

void Reflector::Private::reachableChanged()
{
    if (state == State::Idle)
        return;
    if (!client.isReachable()) {
        if (state == State::Live) {
            error = Error{.kind = Error::Kind::Unreachable, .message = u"the server is silent"_s};
            setState(State::Stale);
        }
        return;
    }
    backoff.reset();
    if (retry.isActive()) { // waiting: no need to wait any longer
        if (version.isEmpty())
            list();
        else
            watch();
    } else if (isWatch && !isInitial) {
        watch(); // the old connection may be half-open
    } else {
        continueToken.clear(); // so may the list's
        list();
    }
}

void Reflector::Private::setState(State next)
{
    if (std::exchange(state, next) != next || next == State::Stale || next == State::Refused)
        Q_EMIT q->stateChanged();
}

void Reflector::Private::showColumns(const QList<TableColumn> &next)
{
    auto all = next;
    for (const auto &key : options.annotations) {
        if (!next.isEmpty())
            all.append({.name = key,
                        .type = QStringLiteral("string"),
                        .format = QStringLiteral("annotation"),
                        .priority = 1});
    }
    if (std::exchange(columns, all) != all)
        Q_EMIT q->columnsChanged(all);
}

} // namespace kube
