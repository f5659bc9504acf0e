// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/signin/safeaddress.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace collab {

bool isSafeAddress(const QUrl &url)
{
    if (url.scheme() == "https"_L1)
        return !url.host().isEmpty();
    return url.scheme() == "http"_L1
        && (url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback());
}

QUrl below(const QUrl &base, const QString &path)
{
    auto prefix = base.path(QUrl::FullyEncoded);
    while (prefix.endsWith(u'/'))
        prefix.chop(1);
    auto url = base;
    url.setPath(prefix + path, QUrl::TolerantMode);
    return url;
}

} // namespace collab
