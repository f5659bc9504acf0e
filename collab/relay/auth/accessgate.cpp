// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/auth/accessgate.h"

#include <QHttpServerRequest>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace relay {

using Status = WebSocketEndpoint::Status;

static constexpr int SecondsUntilReady = 2;

QByteArray tokenOf(const QUrl &url, const QHttpHeaders &headers)
{
    static constexpr QByteArrayView scheme("Bearer ");
    const auto header = headers.value(QHttpHeaders::WellKnownHeader::Authorization);
    if (header.startsWith(scheme))
        return header.sliced(scheme.size()).trimmed().toByteArray();
    return QUrlQuery(url).queryItemValue(u"token"_s, QUrl::FullyDecoded).toUtf8();
}

AccessGate::AccessGate(const Admission &admission, const std::vector<Subnet> &trustedProxies,
                       const FailureLimit::Options &limit)
    : m_admission(admission)
    , m_trustedProxies(trustedProxies)
    , m_failures(limit)
{
}

bool AccessGate::isTrusted(const QHostAddress &address) const
{
    return std::ranges::any_of(m_trustedProxies, [&address](const Subnet &subnet) {
        return address.isInSubnet(subnet.address, subnet.prefix);
    });
}

QHostAddress AccessGate::sourceOf(const QHostAddress &remote, const QHttpHeaders &headers) const
{
    auto source = remote;
    bool isIp4 = false;
    if (const auto ip4 = source.toIPv4Address(&isIp4); isIp4) // written as IPv6 by a dual listener
        source = QHostAddress(ip4);
    if (!isTrusted(source))
        return source;
    // Each proxy adds whom it saw at the end, so what a client wrote itself stands before that.
    const auto named = headers.combinedValue("X-Forwarded-For").split(',');
    for (auto name = named.rbegin(); name != named.rend() && isTrusted(source); ++name) {
        const QHostAddress address(QString::fromLatin1(name->trimmed()));
        if (address.isNull())
            break;
        source = address;
    }
    return source;
}

int AccessGate::waitFor(const QHostAddress &source) const
{
    return m_failures.waitFor(source, FailureLimit::Clock::now());
}

void AccessGate::noteFailure(const QHostAddress &source)
{
    m_failures.note(source, FailureLimit::Clock::now());
}

std::expected<Person, Refusal> AccessGate::admit(const QString &yard,
                                                 const QHttpServerRequest &request)
{
    const auto headers = request.headers();
    return judge(yard, tokenOf(request.url(), headers), sourceOf(request.remoteAddress(), headers));
}

std::expected<Person, Refusal> AccessGate::admit(const QString &yard, const RequestHead &head)
{
    return judge(yard, tokenOf(head.url, head.headers), sourceOf(head.from, head.headers));
}

std::expected<Person, Refusal> AccessGate::judge(const QString &yard, const QByteArray &token,
                                                 const QHostAddress &source)
{
    const auto now = FailureLimit::Clock::now();
    const auto wait = m_failures.waitFor(source, now);
    const Refusal tooMany{.status = Status::TooManyRequests, .retryAfter = wait};
    if (wait > 0 && !source.isLoopback())
        return std::unexpected(tooMany);
    const auto person = m_admission(yard, token);
    if (person)
        return *person;
    if (person.error() == Status::ServiceUnavailable)
        return std::unexpected(Refusal{.status = person.error(), .retryAfter = SecondsUntilReady});
    m_failures.note(source, now);
    return std::unexpected(wait > 0 ? tooMany : Refusal{.status = person.error()});
}

} // namespace relay
