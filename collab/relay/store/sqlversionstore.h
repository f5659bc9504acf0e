// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/store/sqlexecutor.h"
#include "collab/relay/store/versionstore.h"

namespace relay {

/// Keeps versions in the table `versions`, with SQL that SQLite and PostgreSQL both understand:
///
///     versions  id, room, name, author, at (ms since 1970), automatic (0, 1), bytes, data (zlib),
///               and the first 8 bytes of its SHA-256
class SqlVersionStore final : public VersionStore
{
public:
    /// `executor` is borrowed and must outlive the store.
    explicit SqlVersionStore(SqlExecutor &executor)
        : m_executor(executor)
    {
    }

    void listVersions(const QString &room, const Answer<std::vector<Version>> &answer) override;
    void addVersion(const QString &room, const Version &version, const QByteArray &state,
                    const Answer<Version> &answer) override;
    void loadVersion(const QString &room, const QString &id,
                     const Answer<std::optional<QByteArray>> &answer) override;
    void removeVersions(const QString &room, const QStringList &ids,
                        const Answer<int> &answer) override;

private:
    SqlExecutor &m_executor;
};

} // namespace relay
