// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/store/sqlstore.h"

#include <thread>

namespace relay {

/// Keeps rooms in SQLite: a file `relay.sqlite` in the data folder, with SqlStore's tables.
class SqlRoomStore final : public SqlStore
{
    Q_OBJECT

public:
    explicit SqlRoomStore(const QString &path, QObject *parent = nullptr);

    void backUp(const QString &file, const Answer<void> &answer) override;

    static constexpr int SchemaVersion = 2;
    /// What load() reads, on the thread of the database.
    static std::expected<Content, QString> readRoom(const QSqlDatabase &db, const QString &room);

    /// How large the file may become, as far as this one writes; one page is 4 KiB. 0: no limit.
    void limitPages(int pages);

private:
    const QString m_path;
    bool m_isBackingUp = false;
    std::jthread m_backup;
};

} // namespace relay
