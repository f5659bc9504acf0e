// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/portforward/portforward.h"

#include "kube/api/apiclient.h"

#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {

using Kind = ForwardProblem::Kind;

static constexpr size_t MostLinks = 1000;
static constexpr size_t MostSessions = 4; // to one pod

/// Whether a problem goes away without a person.
static bool passes(const ForwardProblem &problem)
{
    switch (problem.kind) {
    case Kind::NoTarget:
    case Kind::NoPod: return true;
    case Kind::Refused:
        switch (problem.error.kind) {
        case Error::Kind::Unreachable:
        case Error::Kind::Timeout:
        case Error::Kind::Gone:
        case Error::Kind::NotFound:
        case Error::Kind::TooManyRequests:
        case Error::Kind::Server: return true;
        default: return false;
        }
    default: return false;
    }
}

PortForward::PortForward(ApiClient &client, const ForwardSpec &spec, QObject *parent,
                         ForwardPace pace)
    : QObject(parent)
    , m_client(client)
    , m_spec(spec)
    , m_pace(pace)
    , m_backoff(pace.firstWait)
{
    connect(&m_listener, &ForwardListener::accepted, this, &PortForward::accept);
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &PortForward::openSession);
    m_expiry.setInterval(std::clamp(pace.forPod / 10, 10, 500));
    connect(&m_expiry, &QTimer::timeout, this, &PortForward::expire);
    m_traffic.setSingleShot(true);
    m_traffic.setInterval(pace.traffic);
    connect(&m_traffic, &QTimer::timeout, this, &PortForward::trafficChanged);
}

PortForward::~PortForward() = default;

void PortForward::start()
{
    if (m_follower)
        return;
    m_lost = {};
    m_lastLink = {};
    const auto addresses = parseForwardAddresses(m_spec.addresses);
    const auto problem = addresses
        ? m_listener.listen(*addresses, m_spec.localPort)
        : ForwardProblem{.kind = Kind::AddressRefused, .detail = addresses.error().message};
    if (problem) {
        m_lost = problem;
        return judge();
    }
    m_follower = std::make_unique<TargetFollower>(m_client, m_spec.target, m_spec.port);
    connect(m_follower.get(), &TargetFollower::changed, this, &PortForward::takePlace);
    m_follower->start();
    judge();
}

void PortForward::stop()
{
    m_listener.stop();
    m_again.stop();
    m_expiry.stop();
    if (m_follower) {
        m_follower->disconnect(this);
        m_follower.release()->deleteLater(); // this may run inside one of its signals
    }
    const auto links = std::exchange(m_links, {});
    for (const auto &link : links) {
        link.link->disconnect(this);
        link.link->abort();
    }
    m_sessions.clear();
    m_lost = {};
    m_lastLink = {};
    judge();
    noteTraffic();
}

ForwardPlace PortForward::place() const
{
    return m_follower ? m_follower->place().value_or(ForwardPlace()) : ForwardPlace();
}

void PortForward::accept(qintptr descriptor)
{
    auto link = std::make_unique<ForwardLink>(descriptor);
    if (m_links.size() >= MostLinks)
        return link->abort();
    auto *made = link.get();
    connect(made, &ForwardLink::sent, this, [this](qint64 bytes) {
        m_sent += bytes;
        noteTraffic();
    });
    connect(made, &ForwardLink::got, this, [this](qint64 bytes) {
        m_received += bytes;
        if (std::exchange(m_lastLink, {}))
            judge();
        noteTraffic();
    });
    connect(made, &ForwardLink::ended, this,
            [this, made](const QString &problem) { linkEnded(made, problem); });
    m_links.push_back({.link = std::move(link)});
    m_links.back().since.start();
    ++m_total;
    serve();
    noteTraffic();
    judge();
}

void PortForward::takePlace()
{
    if (std::exchange(m_lastPlace, place()) != place()) {
        m_again.stop(); // what another pod refused says nothing of this one
        m_backoff.reset();
        m_lost = {};
    }
    std::vector<const ForwardSession *> dead;
    for (const auto &held : m_sessions) {
        const bool isPast = held.place != place();
        if (!m_follower->isAlive(held.place.uid) || (isPast && held.session->connections() == 0))
            dead.push_back(held.session.get());
    }
    for (const auto *session : dead)
        drop(session);
    if (m_follower->place())
        openSession();
    else
        judge();
}

/// Opens a session to where the forward leads, unless there is one.
void PortForward::openSession()
{
    const auto where = place();
    const bool isThere = std::ranges::any_of(m_sessions, [&](const Session &held) {
        return held.place == where && (!held.session->isOpen() || !held.session->isHeld());
    });
    const auto count = std::ranges::count(m_sessions, where, &Session::place);
    if (where.pod.isEmpty() || isThere || size_t(count) >= MostSessions || m_again.isActive())
        return judge();
    auto session = std::make_unique<ForwardSession>(m_client, m_spec.target.nameSpace, where.pod);
    auto *made = session.get();
    connect(made, &ForwardSession::opened, this, [this, made] {
        m_carrier = made->carrier();
        m_backoff.reset();
        m_lost = {};
        serve();
        judge();
    });
    connect(made, &ForwardSession::ended, this,
            [this, made](const Error &error) { sessionEnded(made, error); });
    m_sessions.push_back({where, std::move(session)});
    made->start();
    judge();
}

void PortForward::sessionEnded(const ForwardSession *session, const Error &error)
{
    const auto held = std::ranges::find(m_sessions, session,
                                        [](const Session &one) { return one.session.get(); });
    if (held == m_sessions.end())
        return;
    const bool isCurrent = held->place == place();
    drop(session);
    if (isCurrent) {
        m_lost = {.kind = Kind::Refused, .error = error};
        m_again.start(m_backoff.next());
    }
    judge();
}

/// Lets go of a session and of what it carries.
void PortForward::drop(const ForwardSession *session)
{
    std::vector<QPointer<ForwardLink>> carried;
    for (const auto &link : m_links) {
        if (link.session == session)
            carried.emplace_back(link.link.get());
    }
    for (const auto &link : carried) {
        if (link)
            link->abort();
    }
    const auto held = std::ranges::find(m_sessions, session,
                                        [](const Session &one) { return one.session.get(); });
    if (held == m_sessions.end())
        return;
    held->session->disconnect(this);
    held->session.release()->deleteLater(); // this may run inside one of its signals
    m_sessions.erase(held);
}

/// Leads on whoever waits, if there is a way.
void PortForward::serve()
{
    bool waits = false;
    for (auto &link : m_links) {
        if (link.session)
            continue;
        if (auto *session = sessionFor()) {
            join(link, *session);
        } else {
            waits = true;
        }
    }
    if (!waits)
        return m_expiry.stop();
    if (!m_expiry.isActive())
        m_expiry.start();
    if (m_follower && m_follower->place())
        openSession();
}

PortForward::Session *PortForward::sessionFor()
{
    const auto where = place();
    Session *best = nullptr;
    size_t count = 0;
    bool opening = false;
    for (auto &held : m_sessions) {
        if (held.place != where)
            continue;
        ++count;
        opening = opening || !held.session->isOpen();
        if (!held.session->isOpen())
            continue;
        const auto rank = [](const Session &one) {
            return std::pair(one.session->isHeld(), one.session->connections());
        };
        if (!best || rank(held) < rank(*best))
            best = &held;
    }
    // Rather wait a moment for another one than behind somebody who does not read.
    const bool another = opening || (count < MostSessions && !m_again.isActive());
    return best && best->session->isHeld() && another ? nullptr : best;
}

void PortForward::join(Link &link, Session &session)
{
    link.session = session.session.get();
    // join() may end the link at once, and with it the reference.
    QMetaObject::invokeMethod(
        link.link.get(),
        [link = link.link.get(), session = QPointer(session.session.get()),
         port = session.place.port] {
            link->join(session ? session->open(port) : ForwardStreams());
        },
        Qt::QueuedConnection);
}

void PortForward::linkEnded(const ForwardLink *link, const QString &problem)
{
    const auto held =
        std::ranges::find(m_links, link, [](const Link &one) { return one.link.get(); });
    if (held == m_links.end())
        return;
    held->link.release()->deleteLater(); // this runs inside one of its signals
    m_links.erase(held);
    if (!problem.isEmpty())
        m_lastLink = {.kind = Kind::PodRefused, .detail = problem};
    if (m_follower) {
        // A session to a pod that was left has done its work when its last connection ends.
        for (const auto &session : m_sessions) {
            if (session.place != place() && session.session->connections() == 0) {
                drop(session.session.get());
                break;
            }
        }
    }
    judge();
    noteTraffic();
}

/// Refuses local connections that have waited too long.
void PortForward::expire()
{
    std::vector<QPointer<ForwardLink>> late;
    for (const auto &link : m_links) {
        if (!link.session && link.since.hasExpired(m_pace.forPod))
            late.emplace_back(link.link.get());
    }
    for (const auto &link : late) {
        if (link)
            link->abort();
    }
    serve();
}

void PortForward::judge()
{
    auto state = State::Stopped;
    ForwardProblem problem;
    const bool isOpen = std::ranges::any_of(m_sessions, [this](const Session &held) {
        return held.session->isOpen() && held.place == place();
    });
    if (!m_follower) {
        problem = m_lost;
        state = problem ? State::Failed : State::Stopped;
    } else if (isOpen) {
        problem = m_lastLink;
        state = m_links.empty() ? State::Listening : State::Live;
    } else {
        problem = m_follower->problem() ? m_follower->problem() : m_lost;
        state = !problem ? State::Connecting : passes(problem) ? State::Waiting : State::Failed;
    }
    if (state == m_state && problem == m_problem && state != State::Connecting)
        return;
    m_state = state;
    m_problem = problem;
    Q_EMIT changed();
}

void PortForward::noteTraffic()
{
    if (!m_traffic.isActive())
        m_traffic.start();
}

} // namespace kube
