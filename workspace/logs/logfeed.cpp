// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/logfeed.h"

#include "kube/api/apiclient.h"
#include "workspace/logs/containerlife.h"
#include "workspace/logs/logmodel.h"

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr int MostPatience = 3; ///< of a silent log: 8 s

LogFeed::LogFeed(kube::ApiClient &client, const QString &nameSpace, const QString &pod,
                 LogModel &model, std::chrono::milliseconds firstDelay, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_nameSpace(nameSpace)
    , m_pod(pod)
    , m_model(model)
    , m_firstDelay(firstDelay)
{
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &LogFeed::open);
}

LogFeed::~LogFeed() = default;

void LogFeed::read(const QString &container, bool previous)
{
    m_container = container;
    m_previous = previous;
    m_model.clear();
    m_emptyEnds = 0;
    m_attempt = 0;
    open();
}

void LogFeed::reconnect()
{
    m_emptyEnds = 0;
    m_attempt = 0;
    open();
}

void LogFeed::open()
{
    ++m_opened;
    dropStream();
    m_wait.stop();
    const auto since = m_model.sinceTime();
    if (since.isValid())
        m_model.beginSeam();
    else
        m_model.clear(); // nothing to go on from: the tail comes again
    m_endBefore = m_model.store().end();
    kube::LogOptions options{.container = m_container,
                             .follow = !m_previous,
                             .previous = m_previous,
                             .timestamps = true,
                             .sinceTime = since};
    if (!since.isValid())
        options.tailLines = TailLines;
    m_stream = std::make_unique<kube::LogStream>(m_client, m_nameSpace, m_pod, options);
    connect(m_stream.get(), &kube::LogStream::opened, this,
            [this] { setState(m_paused ? State::Paused : State::Live); });
    connect(m_stream.get(), &kube::LogStream::received, this, [this](const QByteArray &bytes) {
        m_attempt = 0;
        m_model.receive(bytes);
    });
    connect(m_stream.get(), &kube::LogStream::ended, this, &LogFeed::ended);
    m_stream->setPaused(m_paused);
    setState(m_attempt == 0 ? State::Connecting : m_state);
    m_stream->start();
}

void LogFeed::dropStream()
{
    if (!m_stream)
        return;
    m_stream->disconnect(this);
    m_stream.release()->deleteLater(); // this may run inside one of its signals
}

void LogFeed::ended(const std::optional<kube::Error> &error)
{
    using Kind = kube::Error::Kind;
    dropStream();
    if (error) {
        m_error = *error;
        switch (error->kind) {
        case Kind::NotFound: // the pod is gone: what was read stays
            m_model.finish();
            return setState(m_model.rowCount() > 0 ? State::Ended : State::Failed);
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
    const bool brought = m_model.store().end() > m_endBefore;
    m_emptyEnds = brought ? 0 : m_emptyEnds + 1;
    if (m_previous) {
        m_model.finish();
        return setState(State::Ended);
    }
    if (m_emptyEnds >= 2)
        return askPod();
    retry(State::Reconnecting);
}

/// Whether the log has ended or is only silent.
void LogFeed::askPod()
{
    const kube::ObjectRef pod{
        .gvr = {{}, u"v1"_s, u"pods"_s}, .nameSpace = m_nameSpace, .name = m_pod};
    m_client.get(pod).then(this, [this, opened = m_opened](const kube::Result<QJsonObject> &found) {
        if (opened != m_opened)
            return; // another log is read by now
        const bool isGone = !found && found.error().kind == kube::Error::Kind::NotFound;
        if (isGone || (found && !mayStillWrite(*found, m_container))) {
            m_model.finish();
            return setState(State::Ended);
        }
        m_attempt =
            std::min(m_attempt, MostPatience); // a silent log is asked for every few seconds
        retry(State::Reconnecting);
    });
}

void LogFeed::retry(State state)
{
    const auto delay = std::min<std::chrono::milliseconds>(
        m_firstDelay * (1 << qMin(m_attempt, 10)), m_firstDelay * 30);
    ++m_attempt;
    m_wait.start(delay);
    setState(state);
    Q_EMIT stateChanged(); // the attempt changed even when the state did not
}

void LogFeed::setPaused(bool paused)
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

void LogFeed::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace workspace
