// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/relays/relayaddress.h"

#include "collab/signin/safeaddress.h"
#include "workspace/sharing/shareaddress.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace workspace {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(workspace)
};

} // namespace

std::expected<QUrl, QString> relayAddress(const QString &text)
{
    if (text.trimmed().isEmpty())
        return std::unexpected(
            Tr::tr("Type the relay's address. It looks like relay.example.org."));
    const auto read = ShareAddress::parse(text, u"?"_s, {}); // whichever yard
    if (!read)
        return std::unexpected(read.error());
    const auto relay = read->httpBase();
    if (!collab::isSafeAddress(relay))
        return std::unexpected(
            Tr::tr("%1 is reached without TLS: everybody in between could take your sign-in. Use "
                   "its https:// address.")
                .arg(shownRelay(relay)));
    return relay;
}

QString shownRelay(const QUrl &relay)
{
    auto shown = relay.host();
    if (relay.port() >= 0)
        shown += u':' + QString::number(relay.port());
    return shown + relay.path();
}

} // namespace workspace
