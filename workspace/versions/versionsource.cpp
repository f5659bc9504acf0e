// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/versions/versionsource.h"

namespace workspace {

RelayVersions::RelayVersions(const ShareAddress &address, QObject *parent)
    : VersionSource(parent)
    , m_api(address.httpBase(), address.yard, address.token)
    , m_host(address.relay.host())
{
}

QString RelayVersions::sentence(const collab::YardApiError &error) const
{
    switch (error.code) {
    case 0: return tr("The relay %1 cannot be reached: %2").arg(m_host, error.message);
    case 401: return tr("The relay %1 did not accept your token.").arg(m_host);
    case 403:
        return tr("You may look at versions, but not keep or bring back any: that takes an "
                  "editor of this yard.");
    case 404:
        return tr("The relay %1 does not have this. It may be of an older version, or "
                  "somebody removed it.")
            .arg(m_host);
    case 413: return tr("The yard is too large for another version.");
    case 429: return tr("The relay %1 asks to wait a moment.").arg(m_host);
    default: return tr("The relay %1 refused: %2").arg(m_host, error.message);
    }
}

template<typename T>
VersionSource::Answer<T> RelayVersions::told(QFuture<collab::YardApiResult<T>> call)
{
    return call.then(this,
                     [this](const collab::YardApiResult<T> &result) -> std::expected<T, QString> {
                         if (!result)
                             return std::unexpected(sentence(result.error()));
                         return *result;
                     });
}

VersionSource::Answer<std::vector<YardVersion>> RelayVersions::list()
{
    return told(m_api.versions());
}

VersionSource::Answer<YardVersion> RelayVersions::keep(const QString &name)
{
    return told(m_api.keepVersion(name.simplified().left(LongestName)));
}

VersionSource::Answer<QByteArray> RelayVersions::state(const QString &id)
{
    return told(m_api.state(id));
}

VersionSource::Answer<YardVersion> RelayVersions::restore(const QString &id)
{
    return told(m_api.restore(id));
}

} // namespace workspace
