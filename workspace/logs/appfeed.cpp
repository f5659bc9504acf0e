// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/appfeed.h"

#include "kube/api/apiclient.h"
#include "kube/watch/resourcecache.h"

using namespace Qt::StringLiterals;

namespace workspace {

static LogFeed::State stateOf(kube::LogGroup::State state, bool isPaused)
{
    using From = kube::LogGroup::State;
    switch (state) {
    case From::Idle: return LogFeed::State::Idle;
    case From::Connecting: return LogFeed::State::Connecting;
    case From::Live: return isPaused ? LogFeed::State::Paused : LogFeed::State::Live;
    case From::Waiting: return LogFeed::State::Waiting;
    case From::Reconnecting: return LogFeed::State::Reconnecting;
    case From::Ended: return LogFeed::State::Ended;
    case From::Failed: return LogFeed::State::Failed;
    }
    Q_UNREACHABLE_RETURN(LogFeed::State::Idle);
}

AppFeed::AppFeed(kube::ResourceCache &cache, const kube::LogSubject &subject,
                 kube::LogGroupPace pace, QObject *parent)
    : LogFeed(defaultFolder(), parent)
    , m_cache(cache)
    , m_subject(subject)
    , m_group(cache, subject, store(), pace)
    , m_missing{.kind = kube::Error::Kind::NotFound,
                .code = 404,
                .message = u"pods \"%1\" not found"_s.arg(subject.pod)}
{
    m_request.container = subject.containers.value(0);
    connect(&m_group, &kube::LogGroup::changed, this, &LogFeed::stateChanged);
}

AppFeed::~AppFeed() = default;

void AppFeed::read(const Request &request)
{
    m_request = request;
    m_group.read({.container = request.container,
                  .pods = request.pods,
                  .range = {.previous = request.previous,
                            .tailLines = request.tail,
                            .sinceSeconds = request.sinceSeconds}});
}

LogFeed::Choices AppFeed::choices() const
{
    auto containers = m_subject.containers + m_group.containers();
    containers.removeDuplicates();
    const bool isApp = m_subject.pod.isEmpty();
    return {.containers = containers,
            .pods = isApp ? m_group.pods() : QStringList(),
            .allContainers = containers.size() > 1,
            .previous = true,
            .tail = true};
}

void AppFeed::reconnect()
{
    m_group.reconnect();
}

void AppFeed::setPaused(bool paused)
{
    if (paused == m_isPaused)
        return;
    m_isPaused = paused;
    m_group.setPaused(paused);
    Q_EMIT stateChanged();
}

/// There is no such pod, and nothing of it was read.
bool AppFeed::isMissing() const
{
    return !m_subject.pod.isEmpty() && m_group.state() == kube::LogGroup::State::Waiting
        && m_group.pods().isEmpty();
}

LogFeed::State AppFeed::state() const
{
    return isMissing() ? State::Failed : stateOf(m_group.state(), m_isPaused);
}

const kube::Error &AppFeed::error() const
{
    return isMissing() ? m_missing : m_group.error();
}

std::vector<LogFeed::Stream> AppFeed::streams() const
{
    std::vector<Stream> streams;
    for (const auto &member : m_group.members())
        streams.push_back({.source = member.source,
                           .nameSpace = m_subject.nameSpace,
                           .pod = member.pod,
                           .container = member.container,
                           .state = stateOf(member.state, m_isPaused),
                           .attempt = member.attempt});
    return streams;
}

LogFeed::Reach AppFeed::reach() const
{
    return {.followed = m_group.followedNow(), .leftOut = m_group.leftOut()};
}

LogFeed::Stats AppFeed::stats() const
{
    const auto stats = m_group.stats();
    return {
        .bytes = stats.bytes, .repeated = stats.repeated, .gaps = stats.gaps, .heard = stats.heard};
}

kube::ApiClient *AppFeed::client() const
{
    return &m_cache.client();
}

} // namespace workspace
