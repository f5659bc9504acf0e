// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QUrl>

namespace kube {

/// Which proxy the environment names for a URL, by the rules of Go, which kubectl follows:
/// https://pkg.go.dev/golang.org/x/net/http/httpproxy#Config
struct ProxyRules
{
    QString httpProxy = {}; ///< HTTP_PROXY, or in small letters
    QString httpsProxy = {}; ///< HTTPS_PROXY
    QString noProxy = {}; ///< NO_PROXY: hosts, .domains, addresses, CIDR, each with or without port
    bool isCgi = false; ///< REQUEST_METHOD is set: HTTP_PROXY may come from a stranger

    bool operator==(const ProxyRules &) const = default;

    static ProxyRules fromEnvironment();

    /// The proxy for an http(s) or ws(s) URL; empty when it is reached without one, as this machine
    /// itself always is. May hold a password.
    QUrl proxyFor(const QUrl &url) const;
};

} // namespace kube
