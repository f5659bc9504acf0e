// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/store/roomstore.h"
#include "collab/relay/store/sqlexecutor.h"
#include "collab/relay/store/sqlinvitestore.h"
#include "collab/relay/store/sqlversionstore.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace relay {

/// Keeps rooms in SQLite: a file `relay.sqlite` in the data folder, version 2:
///
///     updates   seq, room, data (V1), and the first 8 bytes of its SHA-256, for SQLite does not
///               notice a flipped bit
///     versions  see SqlVersionStore
///     invites   see SqlInviteStore
///
/// A thread of its own works through the requests; those that came while it was busy are one
/// commit, which is on the disk when they are answered.
class SqlRoomStore final : public RoomStore, public SqlExecutor
{
    Q_OBJECT

public:
    explicit SqlRoomStore(const QString &path, QObject *parent = nullptr);
    ~SqlRoomStore() override; ///< works through what was asked; nobody is answered any more

    void load(const QString &room, const Answer<Content> &answer) override;
    void append(const QString &room, const std::vector<QByteArray> &updates,
                const Answer<void> &answer) override;
    void replace(const QString &room, const QByteArray &state, const Answer<void> &answer) override;
    void list(const Answer<QStringList> &answer) override;
    QString problem() const override { return m_problem; }
    void backUp(const QString &file, const Answer<void> &answer) override;
    void ask(Request request) override;
    VersionStore &versions() override { return m_versions; }
    InviteStore &invites() override { return m_invites; }

    static constexpr int SchemaVersion = 2;
    /// What load() reads, on the thread of the database.
    static std::expected<Content, QString> readRoom(const QSqlDatabase &db, const QString &room);

    /// How large the file may become, as far as this one writes; one page is 4 KiB. 0: no limit.
    void limitPages(int pages);

private:
    void run();
    void serve(std::vector<Request> requests);
    Result open();
    Result serveAsOne(std::vector<Request> &requests);
    void tell(std::vector<Request> requests, const Result &result);

    const QString m_path;
    const QString m_connection;
    SqlVersionStore m_versions{*this};
    SqlInviteStore m_invites{*this};
    QString m_problem; ///< of the owner's thread
    bool m_lastWriteFailed = false; ///< likewise
    bool m_isOpen = false; ///< of the other thread
    bool m_isBackingUp = false;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<Request> m_requests;
    bool m_ends = false;
    std::jthread m_thread;
    std::jthread m_backup;
};

} // namespace relay
