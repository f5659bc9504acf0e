// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/podfeed.h"

#include "kube/api/apiclient.h"
#include "workspace/logs/containerlife.h"

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr int MostPatience = 3; ///< of a silent log: 8 s

PodFeed::PodFeed(kube::ApiClient &client, const QString &nameSpace, const QString &pod,
                 const QStringList &containers, std::chrono::milliseconds firstDelay,
                 QObject *parent)
    : LogFeed(defaultFolder(), parent)
    , m_client(client)
    , m_nameSpace(nameSpace)
    , m_pod(pod)
    , m_containers(containers)
    , m_intake(store())
    , m_firstDelay(firstDelay)
    , m_request{.container = containers.value(0)}
{
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &PodFeed::open);
}

PodFeed::~PodFeed() = default;

void PodFeed::read(const Request &request)
{
    m_request = request;
    m_intake.clear();
    m_emptyEnds = 0;
    m_attempt = 0;
    open();
}

LogFeed::Choices PodFeed::choices() const
{
    return {.containers = m_containers.size() > 1 ? m_containers : QStringList(),
            .previous = true,
            .tail = true};
}

std::vector<LogFeed::Stream> PodFeed::streams() const
{
    return {{.nameSpace = m_nameSpace,
             .pod = m_pod,
             .container = m_request.container,
             .state = m_state,
             .attempt = m_attempt}};
}

LogFeed::Stats PodFeed::stats() const
{
    return {.bytes = m_intake.bytes(), .heard = m_heard};
}

void PodFeed::reconnect()
{
    m_emptyEnds = 0;
    m_attempt = 0;
    open();
}

void PodFeed::open()
{
    ++m_opened;
    dropStream();
    m_wait.stop();
    const auto since = m_intake.sinceTime();
    if (since.isValid())
        m_intake.beginSeam();
    else
        m_intake.clear(); // nothing to go on from: the tail comes again
    m_endBefore = store().end();
    kube::LogOptions options{.container = m_request.container,
                             .follow = !m_request.previous,
                             .previous = m_request.previous,
                             .timestamps = true,
                             .sinceTime = since};
    if (!since.isValid()) {
        options.tailLines = m_request.tail;
        options.sinceSeconds = m_request.sinceSeconds;
    }
    m_stream = std::make_unique<kube::LogStream>(m_client, m_nameSpace, m_pod, options);
    connect(m_stream.get(), &kube::LogStream::opened, this,
            [this] { setState(m_paused ? State::Paused : State::Live); });
    connect(m_stream.get(), &kube::LogStream::received, this, [this](const QByteArray &bytes) {
        m_attempt = 0;
        m_heard = QDateTime::currentMSecsSinceEpoch() * 1'000'000;
        m_intake.receive(bytes);
    });
    connect(m_stream.get(), &kube::LogStream::ended, this, &PodFeed::ended);
    m_stream->setPaused(m_paused);
    setState(m_attempt == 0 ? State::Connecting : m_state);
    m_stream->start();
}

void PodFeed::dropStream()
{
    if (!m_stream)
        return;
    m_stream->disconnect(this);
    m_stream.release()->deleteLater(); // this may run inside one of its signals
}

void PodFeed::ended(const std::optional<kube::Error> &error)
{
    using Kind = kube::Error::Kind;
    dropStream();
    if (error) {
        m_error = *error;
        switch (error->kind) {
        case Kind::NotFound: // the pod is gone: what was read stays
            m_intake.finish();
            return setState(store().count() > 0 ? State::Ended : State::Failed);
        case Kind::Invalid:
            if (error->message.contains("waiting to start"_L1))
                return retry(State::Waiting);
            return setState(State::Failed);
        case Kind::Unauthorized:
        case Kind::Forbidden:
        case Kind::Config:
        case Kind::Credentials:
        case Kind::Tls: return setState(State::Failed);
        default: return retry(State::Reconnecting);
        }
    }
    const bool brought = store().end() > m_endBefore;
    m_emptyEnds = brought ? 0 : m_emptyEnds + 1;
    if (m_request.previous) {
        m_intake.finish();
        return setState(State::Ended);
    }
    if (m_emptyEnds >= 2)
        return askPod();
    retry(State::Reconnecting);
}

/// Whether the log has ended or is only silent.
void PodFeed::askPod()
{
    const kube::ObjectRef pod{
        .gvr = {{}, u"v1"_s, u"pods"_s}, .nameSpace = m_nameSpace, .name = m_pod};
    m_client.get(pod).then(this, [this, opened = m_opened](const kube::Result<QJsonObject> &found) {
        if (opened != m_opened)
            return; // another log is read by now
        const bool isGone = !found && found.error().kind == kube::Error::Kind::NotFound;
        if (isGone || (found && !mayStillWrite(*found, m_request.container))) {
            m_intake.finish();
            return setState(State::Ended);
        }
        m_attempt =
            std::min(m_attempt, MostPatience); // a silent log is asked for every few seconds
        retry(State::Reconnecting);
    });
}

void PodFeed::retry(State state)
{
    const auto delay = std::min<std::chrono::milliseconds>(
        m_firstDelay * (1 << qMin(m_attempt, 10)), m_firstDelay * 30);
    ++m_attempt;
    m_wait.start(delay);
    setState(state);
    Q_EMIT stateChanged(); // the attempt changed even when the state did not
}

void PodFeed::setPaused(bool paused)
{
    if (paused == m_paused)
        return;
    m_paused = paused;
    if (m_stream)
        m_stream->setPaused(paused);
    if (paused && m_state == State::Live)
        setState(State::Paused);
    else if (!paused && m_state == State::Paused)
        setState(State::Live);
}

void PodFeed::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace workspace
