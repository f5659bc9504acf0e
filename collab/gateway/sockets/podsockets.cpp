// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/sockets/podsockets.h"

#include "kube/api/apiclient.h"
#include "kube/streams/execsession.h"
#include "kube/streams/followedlog.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace gateway {

namespace {

constexpr int NoSuchPod = 4404; // as the sync's 4401 and 4403: the HTTP status behind a 4

/// Where in a cluster, kept for as long as it is used.
struct Place
{
    std::shared_ptr<kube::Cluster> cluster = {};
    QString nameSpace = {};
    QString pod = {};
    QString container = {};
};

Place placeOf(const GatewayParts &parts, const Visit &visit)
{
    return {.cluster = parts.clusters.forCaller(visit.caller, visit.parameter(u"cluster"_s)),
            .nameSpace = visit.parameter(u"ns"_s),
            .pod = visit.parameter(u"pod"_s),
            .container = visit.parameter(u"container"_s)};
}

QByteArray written(const QJsonObject &message)
{
    return QJsonDocument(message).toJson(QJsonDocument::Compact);
}

/// Holds what is read back while more than half of the backlog waits.
template<typename Stream>
void holdBack(Stream &stream, const Connection &connection, qint64 backlog)
{
    stream.setPaused(connection.waiting() > backlog / 2);
}

class ShellSocket : public QObject
{
public:
    ShellSocket(Connection &connection, const Visit &visit, const Place &place,
                const GatewayParts &parts)
        : QObject(&connection)
        , m_connection(connection)
        , m_place(place)
        , m_taken(visit.place)
    {
        // As the desktop does where it knows nothing of the container.
        const kube::ExecOptions options{
            .container = m_place.container,
            .command = {u"sh"_s, u"-c"_s, u"command -v bash >/dev/null && exec bash || exec sh"_s}};
        m_session = std::make_unique<kube::ExecSession>(m_place.cluster->client(),
                                                        m_place.nameSpace, m_place.pod, options);
        const auto backlog = parts.config.limits.backlogBytes;
        connect(m_session.get(), &kube::ExecSession::standardOutput, this,
                [this, backlog](const QByteArray &bytes) {
                    m_connection.sendBinary(bytes);
                    holdBack(*m_session, m_connection, backlog);
                });
        connect(&connection, &Connection::drained, this,
                [this, backlog] { holdBack(*m_session, m_connection, backlog); });
        connect(&connection, &Connection::text, this, &ShellSocket::hear);
        connect(&connection, &Connection::binary, this, &ShellSocket::type);
        connect(m_session.get(), &kube::ExecSession::finished, this, &ShellSocket::finish);
        m_session->start();
    }

private:
    void hear(const QString &text)
    {
        const auto size = QJsonDocument::fromJson(text.toUtf8())["resize"_L1].toObject();
        static constexpr int Most = 2000;
        const int columns = size["columns"_L1].toInt();
        const int rows = size["rows"_L1].toInt();
        if (size.isEmpty())
            type(text.toUtf8());
        else if (columns > 0 && rows > 0 && columns <= Most && rows <= Most)
            m_session->resize({columns, rows});
    }

    void type(const QByteArray &bytes)
    {
        if (!m_session->write(bytes))
            m_connection.close({.code = collab::CloseReason::PolicyViolation,
                                .text = u"more was typed than the shell takes"_s});
    }

    void finish(const kube::ExitStatus &status)
    {
        const auto exit = status.error ? QJsonObject{{u"error"_s, sentenceFor(*status.error)}}
                                       : QJsonObject{{u"code"_s, status.code}};
        m_connection.sendText(written({{u"exit"_s, exit}}));
        m_connection.close({.code = collab::CloseReason::Normal, .text = {}});
    }

    static QString sentenceFor(const kube::Error &error)
    {
        using Kind = kube::Error::Kind;
        switch (error.kind) {
        case Kind::NotFound: return u"There is no such pod or container."_s;
        case Kind::Forbidden: return u"The cluster does not allow that."_s;
        case Kind::Invalid:
        case Kind::Server: return u"The container runs no shell: %1"_s.arg(error.message.left(200));
        default: return u"The connection to the pod broke."_s;
        }
    }

    Connection &m_connection;
    const Place m_place;
    const StreamLimits::Place m_taken;
    std::unique_ptr<kube::ExecSession> m_session;
};

class LogSocket : public QObject
{
public:
    LogSocket(Connection &connection, const Visit &visit, const Place &place,
              const GatewayParts &parts)
        : QObject(&connection)
        , m_connection(connection)
        , m_place(place)
        , m_taken(visit.place)
        , m_longest(parts.config.logs.maxLineLength)
        , m_hasStamps(visit.parameter(u"timestamps"_s) == "true"_L1)
    {
        const auto &logs = parts.config.logs;
        bool isNumber = false;
        const int tail = visit.parameter(u"tail"_s).toInt(&isNumber);
        const kube::LogRange range{.previous = visit.parameter(u"previous"_s) == "true"_L1,
                                   .tailLines = isNumber && tail >= 0
                                       ? std::min(tail, logs.maxTailLines)
                                       : logs.tailLines};
        m_log = std::make_unique<kube::FollowedLog>(m_place.cluster->client(), m_place.nameSpace,
                                                    m_place.pod, m_place.container, range);
        const auto backlog = parts.config.limits.backlogBytes;
        connect(m_log.get(), &kube::FollowedLog::received, this,
                [this, backlog](const QByteArray &lines) {
                    tell(lines);
                    holdBack(*m_log, m_connection, backlog);
                });
        connect(&connection, &Connection::drained, this,
                [this, backlog] { holdBack(*m_log, m_connection, backlog); });
        connect(m_log.get(), &kube::FollowedLog::stateChanged, this, &LogSocket::look);
        m_log->start();
    }

private:
    void tell(const QByteArray &lines)
    {
        for (auto rest = QByteArrayView(lines); !rest.isEmpty();) {
            const auto end = rest.indexOf('\n');
            auto line = end < 0 ? rest : rest.first(end);
            rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
            const auto stamp = line.indexOf(' ');
            if (!m_hasStamps)
                line = stamp < 0 ? QByteArrayView() : line.sliced(stamp + 1);
            auto text = QString::fromUtf8(line.first(std::min(line.size(), MostBytes)));
            if (text.size() > m_longest)
                text = text.left(m_longest) + u"...[truncated]"_s;
            m_connection.sendText(text.toUtf8());
        }
    }

    void look()
    {
        using State = kube::FollowedLog::State;
        const auto state = m_log->state();
        if (state == State::Ended)
            m_connection.close(
                {.code = collab::CloseReason::Normal, .text = u"the log has ended"_s});
        else if (state == State::Failed)
            m_connection.close({.code = collab::CloseReason::TryLater,
                                .text = m_log->error().kind == kube::Error::Kind::NotFound
                                    ? u"there is no such pod or container"_s
                                    : u"the log cannot be read"_s});
    }

    static constexpr qsizetype MostBytes = 256 * 1024;

    Connection &m_connection;
    const Place m_place;
    const StreamLimits::Place m_taken;
    const int m_longest;
    const bool m_hasStamps;
    std::unique_ptr<kube::FollowedLog> m_log;
};

template<typename Socket>
std::unique_ptr<Door> podDoor(const QString &path, const QString &verb, StreamLimits::Kind kind,
                              const GatewayParts &parts, StreamLimits &limits)
{
    Door::Setting setting{.path = path};
    setting.about = [verb](const Visit &visit) {
        return Access{.verb = verb,
                      .resource = u"pods"_s,
                      .nameSpace = visit.parameter(u"ns"_s),
                      .name = visit.parameter(u"pod"_s)};
    };
    setting.admit = [kind, parts, &limits](Visit &visit) -> std::expected<void, Denial> {
        using Status = relay::WebSocketEndpoint::Status;
        if (visit.parameter(u"pod"_s).isEmpty() || visit.parameter(u"ns"_s).isEmpty())
            return std::unexpected(Denial{.status = Status::BadRequest});
        if (parts.clusters.find(visit.parameter(u"cluster"_s)) == nullptr
            || !parts.authorizer.showsPod(visit.parameter(u"pod"_s), {}))
            return std::unexpected(Denial{.status = Status::NotFound});
        auto place = limits.take(kind, visit.caller, visit.parameter(u"ns"_s));
        if (!place)
            return std::unexpected(place.error());
        visit.place = *place;
        return {};
    };
    setting.open = [parts](Connection &connection, const Visit &visit) {
        const auto place = placeOf(parts, visit);
        if (!place.cluster)
            return connection.close({.code = collab::CloseReason::TryLater,
                                     .text = u"the cluster cannot be asked for you now"_s});
        // Labels may hide a pod, too.
        place.cluster->client()
            .get({.gvr = {{}, u"v1"_s, u"pods"_s}, .nameSpace = place.nameSpace, .name = place.pod})
            .then(&connection,
                  [&connection, visit, parts, place](const kube::Result<QJsonObject> &pod) {
                      const bool isThere =
                          pod && parts.authorizer.showsPod(place.pod, labelsOf(*pod));
                      if (isThere)
                          new Socket(connection, visit, place, parts); // the connection's
                      else
                          connection.close(
                              {.code = NoSuchPod,
                               .text = pod || pod.error().kind == kube::Error::Kind::NotFound
                                   ? u"there is no such pod"_s
                                   : u"the cluster does not show the pod"_s});
                  });
    };
    return std::make_unique<Door>(parts, std::move(setting));
}

} // namespace

std::unique_ptr<Door> shellDoor(const GatewayParts &parts, StreamLimits &limits)
{
    return podDoor<ShellSocket>(u"/ws/shell"_s, u"exec"_s, StreamLimits::Kind::Shell, parts,
                                limits);
}

std::unique_ptr<Door> logDoor(const GatewayParts &parts, StreamLimits &limits)
{
    return podDoor<LogSocket>(u"/ws/logs"_s, u"logs"_s, StreamLimits::Kind::Log, parts, limits);
}

} // namespace gateway
