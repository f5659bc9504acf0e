// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/sockets/watchsocket.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gateway {

namespace {

class WatchSocket : public QObject
{
public:
    WatchSocket(Connection &connection, const WatchSession::Setting &setting)
        : QObject(&connection)
        , m_connection(connection)
        , m_session(setting,
                    {.hasRoom =
                         [&connection, &config = setting.parts.config] {
                             return connection.waiting() < config.limits.backlogBytes / 2;
                         },
                     .take = [this](const auto &messages,
                                    const auto &tokens) { tell(messages, tokens); }})
    {
        connect(&connection, &Connection::drained, &m_session, &WatchSession::resume);
        connect(&connection, &Connection::text, this, &WatchSocket::hear);
        connect(&connection, &Connection::closed, this, &QObject::deleteLater);
    }

    void subscribe(const QString &kind, const QJsonObject &wish)
    {
        const auto selector = kube::LabelSelector::parse(wish["labelSelector"_L1].toString());
        if (!selector)
            return complain(u"labelSelector: %1"_s.arg(selector.error().message));
        auto since = wish["since"_L1].toString().toUtf8();
        if (since.contains('=')) { // of several kinds
            for (const auto &[name, token] : WatchSession::tokensIn(since)) {
                if (name == kind)
                    since = token;
            }
        }
        m_session.add(kind,
                      {.nameSpace = wish["ns"_L1].toString(),
                       .selector = *selector,
                       .patches = wish["patch"_L1].toBool(),
                       .since = since});
    }

private:
    void tell(const QByteArrayList &messages, const QByteArray &tokens)
    {
        for (const auto &message : messages)
            m_connection.sendText(message);
        if (!tokens.isEmpty())
            m_connection.sendText(R"({"type":"TOKEN","token":")" + tokens + "\"}");
    }

    void complain(const QString &sentence)
    {
        m_connection.sendText(
            QJsonDocument(QJsonObject{{u"type"_s, u"ERROR"_s}, {u"error"_s, sentence}})
                .toJson(QJsonDocument::Compact));
    }

    void hear(const QString &text)
    {
        const auto message = QJsonDocument::fromJson(text.toUtf8()).object();
        const auto wanted = message["subscribe"_L1].toObject();
        const auto unwanted = message["unsubscribe"_L1].toObject();
        if (wanted["kind"_L1].isString())
            subscribe(wanted["kind"_L1].toString(), wanted);
        else if (unwanted["kind"_L1].isString())
            m_session.remove(unwanted["kind"_L1].toString());
        else
            complain(u"A message is {\"subscribe\": {\"kind\": …}} or {\"unsubscribe\": …}."_s);
    }

    Connection &m_connection;
    WatchSession m_session;
};

} // namespace

std::unique_ptr<Door> watchDoor(const GatewayParts &parts, Collections &collections,
                                StreamLimits &limits)
{
    const auto open = [parts, &collections, &limits](Connection &connection, const Visit &visit) {
        auto *socket = new WatchSocket(connection,
                                       {.parts = parts,
                                        .collections = collections,
                                        .limits = limits,
                                        .caller = visit.caller,
                                        .cluster = visit.parameter(u"cluster"_s)});
        for (const auto &kind : visit.parameter(u"kinds"_s).split(u',', Qt::SkipEmptyParts))
            socket->subscribe(kind, {{u"ns"_s, visit.parameter(u"ns"_s)}});
    };
    return std::make_unique<Door>(
        parts,
        Door::Setting{.path = u"/ws/watch"_s,
                      // Each kind is asked about when it is chosen.
                      .about =
                          [](const Visit &visit) {
                              return Access{.verb = u"watch"_s,
                                            .resource = u"pods"_s,
                                            .nameSpace = visit.parameter(u"ns"_s)};
                          },
                      .admit = [](Visit &) { return std::expected<void, Denial>(); },
                      .open = open});
}

} // namespace gateway
