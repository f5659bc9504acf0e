// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/store/roomstore.h"

#include <condition_variable>
#include <mutex>
#include <thread>

class QSqlDatabase;

namespace relay {

/// Keeps rooms in SQLite: a file `relay.sqlite` in the data folder, version 1:
///
///     updates   seq, room, data (V1), and the first 8 bytes of its SHA-256, for SQLite does not
///               notice a flipped bit
///
/// A thread of its own works through the requests; those that came while it was busy are one
/// commit, which is on the disk when they are answered.
class SqlRoomStore final : public RoomStore
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

    /// How large the file may become, as far as this one writes; one page is 4 KiB. 0: no limit.
    void limitPages(int pages);

private:
    using Result = std::expected<void, QString>;
    /// `work` is done on the thread, within a transaction; `answer` on that of the owner.
    struct Request
    {
        std::function<Result(const QSqlDatabase &)> work = {};
        std::function<void(const Result &)> answer = {};
        bool writes = false;
    };

    void ask(Request request);
    void run();
    void serve(std::vector<Request> requests);
    Result open();
    Result serveAsOne(std::vector<Request> &requests);
    void tell(std::vector<Request> requests, const Result &result);

    const QString m_path;
    const QString m_connection;
    QString m_problem; ///< of the owner's thread
    bool m_lastWriteFailed = false; ///< likewise
    bool m_isOpen = false; ///< of the other thread

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<Request> m_requests;
    bool m_ends = false;
    std::jthread m_thread;
};

} // namespace relay
