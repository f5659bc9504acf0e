// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/config/listenaddress.h"

using namespace Qt::StringLiterals;

namespace relay {

std::expected<ListenAddress, QString> parseListenAddress(const QString &text)
{
    const auto colon = text.lastIndexOf(u':');
    bool isNumber = false;
    const auto port = text.sliced(colon + 1).toUShort(&isNumber);
    auto host = text.first(qMax(colon, 0));
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    QHostAddress address;
    if (colon < 0 || !isNumber || !address.setAddress(host))
        return std::unexpected(
            u"--listen wants an address and a port, for example 127.0.0.1:8080, not “%1”"_s.arg(
                text));
    return ListenAddress{.host = address, .port = port};
}

} // namespace relay
