// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/sharing/sharetext.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(workspace)
};

constexpr qint64 IdleMs = 60'000; ///< less is no rest

/// What Qt's and OpenSSL's words mean. They may be in the person's own language: then they are
/// shown as they are.
QString networkProblem(const QString &text, const ShareAddress &address)
{
    const auto host = address.relay.host();
    const auto has = [&text](const QString &pattern) {
        return text.contains(
            QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption));
    };
    if (has(u"certificate|ssl|tls|self-signed|self signed"_s))
        return Tr::tr("The relay at %1 cannot prove that it is that relay (%2). Ask who runs it "
                      "for a valid certificate, and do not go on without.")
            .arg(host, text);
    if (has(u"refused"_s))
        return Tr::tr("Nothing listens at %1, port %2. Check the address, or ask whether the relay "
                      "runs.")
            .arg(host)
            .arg(address.relay.port(address.relay.scheme() == "wss"_L1 ? 443 : 80));
    if (has(u"host not found|not known|name resolution"_s))
        return Tr::tr("There is no machine called “%1”. Check how it is spelled, and whether you "
                      "need a VPN.")
            .arg(host);
    if (has(u"unreachable|timed out|timeout"_s))
        return Tr::tr("%1 cannot be reached. Check your network, or whether you need a VPN.")
            .arg(host);
    if (has(u"status code|handshake|upgrade|invalid http|websocket|response"_s))
        return Tr::tr("%1 answers, but there is no Krateyard relay at this address. Check the "
                      "link, the port, and whether it begins with https.")
            .arg(host);
    return text.isEmpty() ? Tr::tr("The connection to %1 broke.").arg(host)
                          : Tr::tr("The connection to %1 broke: %2.").arg(host, text);
}

} // namespace

QString connectionProblem(const collab::CloseReason &reason, const ShareAddress &address)
{
    using collab::CloseReason;
    switch (reason.code) {
    case CloseReason::Unauthorized:
        return address.token.isEmpty()
            ? Tr::tr("The relay lets in only who has an invite. Ask an owner of the yard for a "
                     "link.")
            : Tr::tr("The relay does not take your invite: it may have expired or been revoked. "
                     "Ask an owner of the yard for a new link.");
    case CloseReason::Forbidden:
        return Tr::tr("Your invite is not for the yard “%1”. Ask one of its owners for a link.")
            .arg(address.yard);
    case CloseReason::TryLater:
        return Tr::tr("The relay asks to come back later: it is starting anew, or full.");
    case CloseReason::GoingAway: return Tr::tr("The relay is being shut down.");
    case CloseReason::TooBig:
        return Tr::tr("The relay takes nothing as large as this yard. Ask who runs it for a higher "
                      "limit.");
    case CloseReason::PolicyViolation:
        return Tr::tr("The relay ended the connection: %1.").arg(reason.text);
    default: return networkProblem(reason.text, address);
    }
}

QString statusWords(const YardConnection::Status &status, std::chrono::milliseconds nextTry)
{
    using Phase = YardConnection::Phase;
    switch (status.phase) {
    case Phase::Stopped: return Tr::tr("local");
    case Phase::Connecting:
        return status.failures > 0 ? Tr::tr("connecting · try %1").arg(status.failures + 1)
                                   : Tr::tr("connecting");
    case Phase::Connected: return Tr::tr("loading");
    case Phase::Synced: return Tr::tr("synced");
    case Phase::Offline: {
        const auto seconds = (nextTry.count() + 999) / 1000;
        return seconds > 0
            ? Tr::tr("offline · try %1 in %2 s").arg(status.failures + 1).arg(seconds)
            : Tr::tr("offline · try %1").arg(status.failures + 1);
    }
    case Phase::Refused: return Tr::tr("refused");
    }
    Q_UNREACHABLE_RETURN({});
}

QString statusSentence(const YardConnection &connection)
{
    using Phase = YardConnection::Phase;
    const auto status = connection.status();
    const auto where = connection.address().shown();
    switch (status.phase) {
    case Phase::Stopped: return Tr::tr("This yard is on this machine only.");
    case Phase::Connecting:
    case Phase::Connected: return Tr::tr("Connecting to %1").arg(where);
    case Phase::Synced:
        return connection.isReadOnly()
            ? Tr::tr("Live at %1. You are a viewer: you see everything and change nothing.")
                  .arg(where)
            : Tr::tr("Live at %1: what you change is there for everybody.").arg(where);
    case Phase::Offline:
    case Phase::Refused: return connectionProblem(status.reason, connection.address());
    }
    Q_UNREACHABLE_RETURN({});
}

QString activityText(const YardPeople &people, const Person &person, const QString &krate)
{
    if (const auto idle = people.idleFor(person); idle >= IdleMs && !person.isSelf) {
        const auto minutes = idle / 60'000;
        return minutes < 60 ? Tr::tr("idle %1m").arg(minutes)
                            : Tr::tr("idle %1h").arg(minutes / 60);
    }
    return krate.isEmpty() ? Tr::tr("in the yard") : Tr::tr("active in %1").arg(krate);
}

QString namesText(const QStringList &names)
{
    if (names.size() < 2)
        return names.value(0);
    if (names.size() == 2)
        return Tr::tr("%1 and %2").arg(names[0], names[1]);
    if (names.size() == 3)
        return Tr::tr("%1, %2 and %3").arg(names[0], names[1], names[2]);
    return Tr::tr("%1, %2 and %n others", nullptr, int(names.size()) - 2).arg(names[0], names[1]);
}

} // namespace workspace
