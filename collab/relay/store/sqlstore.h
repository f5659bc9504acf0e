// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/store/roomstore.h"
#include "collab/relay/store/sqlinvitestore.h"
#include "collab/relay/store/sqlqueue.h"
#include "collab/relay/store/sqlversionstore.h"

namespace relay {

/// What the stores in SQL databases have in common: the tables `updates` (sqlrecords.h), `versions`
/// and `invites`, and a SqlQueue that works on them.
class SqlStore : public RoomStore, public SqlExecutor
{
    Q_OBJECT

public:
    void load(const QString &room, const Answer<Content> &answer) override;
    void append(const QString &room, const std::vector<QByteArray> &updates,
                const Answer<Seqs> &answer) override;
    void replace(const QString &room, const QByteArray &state, const Seqs &seqs,
                 const Answer<std::optional<Seq>> &answer) override;
    void list(const Answer<QStringList> &answer) override;
    QString problem() const override { return m_queue.problem(); }
    VersionStore &versions() override { return m_versions; }
    InviteStore &invites() override { return m_invites; }
    void ask(Request request) override { m_queue.ask(std::move(request)); }

protected:
    /// `lock`: see records::replace().
    SqlStore(const SqlQueue::Dialect &dialect, const QString &lock, QObject *parent);

private:
    const QString m_lock;
    SqlQueue m_queue;
    SqlVersionStore m_versions{*this};
    SqlInviteStore m_invites{*this};
};

} // namespace relay
