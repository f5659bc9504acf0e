// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/auth/proxyrules.h"

#include <QHostAddress>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

QString anyOf(const char *large, const char *small)
{
    const auto value = qEnvironmentVariable(large);
    return value.isEmpty() ? qEnvironmentVariable(small) : value;
}

struct HostAndPort
{
    QString host = {};
    QString port = {};
};

/// net.SplitHostPort(): "h:1", "1.2.3.4:1" or "[::1]:1"; all of it is the host when it is none.
HostAndPort split(const QString &text)
{
    const auto colon = text.lastIndexOf(u':');
    if (text.startsWith(u'[')) {
        const auto end = text.indexOf(u']');
        if (end > 0 && colon == end + 1)
            return {text.sliced(1, end - 1), text.sliced(colon + 1)};
        return {text, {}};
    }
    if (colon < 0 || text.indexOf(u':') != colon)
        return {text, {}};
    return {text.first(colon), text.sliced(colon + 1)};
}

struct Target
{
    QString host = {};
    QString port = {};
    std::optional<QHostAddress> address = {};
};

bool isSameAddress(const QHostAddress &a, const QHostAddress &b)
{
    return a.isEqual(b, QHostAddress::ConvertV4MappedToIPv4);
}

bool matches(const QString &rule, const Target &target)
{
    if (rule == "*"_L1)
        return true;
    if (rule.contains(u'/')) {
        const auto network = QHostAddress::parseSubnet(rule);
        if (network.second >= 0)
            return target.address && target.address->isInSubnet(network);
    }
    auto [host, port] = split(rule);
    if (host.isEmpty() || (!port.isEmpty() && port != target.port))
        return false;
    if (QHostAddress address; address.setAddress(host))
        return target.address && isSameAddress(address, *target.address);
    if (host.startsWith("*."_L1))
        host.remove(0, 1);
    if (host.startsWith(u'.'))
        return target.host.endsWith(host);
    const auto ascii = QString::fromLatin1(QUrl::toAce(host));
    const auto &known = ascii.isEmpty() ? host : ascii;
    return target.host == known || target.host.endsWith(u'.' + known);
}

} // namespace

ProxyRules ProxyRules::fromEnvironment()
{
    return {.httpProxy = anyOf("HTTP_PROXY", "http_proxy"),
            .httpsProxy = anyOf("HTTPS_PROXY", "https_proxy"),
            .noProxy = anyOf("NO_PROXY", "no_proxy"),
            .isCgi = !qEnvironmentVariable("REQUEST_METHOD").isEmpty()};
}

QUrl ProxyRules::proxyFor(const QUrl &url) const
{
    const auto scheme = url.scheme();
    const bool tls = scheme == "https"_L1 || scheme == "wss"_L1;
    const auto &text = tls ? httpsProxy : httpProxy;
    if (text.isEmpty() || (!tls && isCgi))
        return {};
    Target target{.host = url.host(QUrl::FullyEncoded).toLower(),
                  .port = QString::number(url.port(tls ? 443 : 80))};
    if (QHostAddress address; address.setAddress(target.host))
        target.address = address;
    if (target.host == "localhost"_L1 || (target.address && target.address->isLoopback()))
        return {};
    for (const auto &part : noProxy.split(u',')) {
        const auto rule = part.trimmed().toLower();
        if (!rule.isEmpty() && matches(rule, target))
            return {};
    }
    QUrl proxy(text);
    if (proxy.isValid() && !proxy.scheme().isEmpty() && !proxy.host().isEmpty())
        return proxy;
    return QUrl(u"http://"_s + text);
}

} // namespace kube
