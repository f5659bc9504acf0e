// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHostAddress>
#include <QString>

#include <expected>

namespace relay {

/// Where a relay listens.
struct ListenAddress
{
    QHostAddress host = {};
    quint16 port = 0; ///< 0: a free one
};

/// Reads HOST:PORT or [HOST]:PORT; the host is an address, not a name. An error is a sentence.
std::expected<ListenAddress, QString> parseListenAddress(const QString &text);

} // namespace relay
