// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzz.h"

#include "collab/relay/config/listenaddress.h"
#include "collab/relay/nodes/redisconnection.h"
#include "collab/relay/store/postgresaddress.h"
#include "workspace/sharing/shareaddress.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

void readShared(const QString &text)
{
    const auto address = workspace::ShareAddress::parse(text);
    if (!address) {
        fuzz::require(!address.error().isEmpty(), "a refusal has a reason");
        return;
    }
    fuzz::require(!address->yard.isEmpty() && address->yard.size() <= 128, "a yard has a name");
    fuzz::require(!address->yard.contains(u'/'), "a yard's name is no path");
    fuzz::require(address->relay.scheme() == "ws"_L1 || address->relay.scheme() == "wss"_L1,
                  "a relay is reached by WebSocket");
    fuzz::require(address->relay.userInfo().isEmpty() && !address->relay.hasQuery(),
                  "nothing is hidden in a relay's address");
    if (address->token.size() > 8)
        fuzz::require(address->yard.contains(address->token)
                          || address->relay.toString().contains(address->token)
                          || !address->shown().contains(address->token),
                      "no token is shown");
    const auto link = address->joinLink();
    const auto again = workspace::ShareAddress::parse(link);
    fuzz::require(link.size() > workspace::ShareAddress::Longest || (again && *again == *address),
                  "a link is read as it was written");
}

} // namespace

/// Addresses that people type, are sent, or write into a file.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto text = QString::fromUtf8(fuzz::viewOf(data, size));
    readShared(text);
    const auto parts = text.split(u'\n');
    (void)workspace::ShareAddress::parse(parts.value(0), parts.value(1), parts.value(2));
    for (const auto &part : parts) {
        if (const auto redis = relay::parseRedisUrl(part))
            fuzz::require(!redis->host.isEmpty() && !redis->prefix.isEmpty(), "Redis is somewhere");
        else
            fuzz::require(!redis.error().isEmpty(), "a refusal has a reason");
        (void)relay::parsePostgresUrl(part);
        (void)relay::parseListenAddress(part);
    }
    return 0;
}
