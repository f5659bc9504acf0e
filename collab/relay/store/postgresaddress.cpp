// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/store/postgresaddress.h"

#include <QStringList>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace relay {

/// Qt makes spaces of semicolons between words, so there may be none within.
static bool isPlain(const QString &value)
{
    return !value.contains(u';') && !value.contains(u'\'') && !value.contains(u'\\');
}

std::expected<PostgresAddress, QString> parsePostgresUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isPostgres = url.scheme() == "postgresql"_L1 || url.scheme() == "postgres"_L1;
    if (!url.isValid() || !isPostgres || url.path().size() < 2)
        return std::unexpected(u"the address of PostgreSQL wants to look like "
                               "postgresql://user@host:5432/database"_s);
    PostgresAddress address{.host = url.host(),
                            .port = url.port(),
                            .database = url.path().mid(1),
                            .user = url.userName(),
                            .password = url.password()};
    static const QStringList Known{u"sslmode"_s, u"sslrootcert"_s, u"sslcert"_s, u"sslkey"_s,
                                   u"target_session_attrs"_s};
    QStringList options;
    for (const auto &[key, value] :
         QUrlQuery(url).queryItems(QUrl::ComponentFormattingOption::FullyDecoded)) {
        if (key == "host"_L1)
            address.host = value;
        else if (Known.contains(key) && isPlain(value))
            options.append(u"%1='%2'"_s.arg(key, value));
        else
            return std::unexpected(
                u"the address of PostgreSQL has a parameter that is not "
                "understood: %1; there are host, %2"_s.arg(key, Known.join(u", "_s)));
    }
    address.options = options.join(u';');
    return address;
}

} // namespace relay
