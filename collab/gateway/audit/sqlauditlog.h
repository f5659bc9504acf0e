// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/audit/auditlog.h"
#include "collab/gateway/config/gatewayconfig.h"
#include "collab/relay/api/requestrates.h"
#include "collab/relay/store/sqltables.h"

#include <QTimer>

#include <deque>
#include <memory>
#include <optional>

namespace gateway {

/// Which entries are looked for. What is empty, or not valid, is not asked about.
struct AuditQuery
{
    QDateTime since = {}; ///< from then on
    QDateTime until = {}; ///< before then
    QString subject = {};
    QString action = {};
    QString object = {}; ///< this one, and those below it: "pods/shop"
    int limit = 100; ///< 1 to MostAtOnce
    qint64 before = 0; ///< AuditPage::next of the answer before; 0: from the newest on

    static constexpr int MostAtOnce = 1000;
};

struct AuditPage
{
    std::vector<AuditEntry> entries = {}; ///< the newest first
    qint64 next = 0; ///< where to go on; 0: that was all
};

/// Writes entries into a table, `entries`, of SQLite or PostgreSQL, some at a time, on the thread
/// of its database. While that takes none, a bounded number of them waits; others are counted and
/// lost. Texts are cut, and entries of who is refused again and again are thinned out.
///
/// Its end waits until what was recorded is written, or was tried once more.
class SqlAuditLog final : public QObject, public AuditLog
{
    Q_OBJECT

public:
    using Answer = std::function<void(const std::expected<AuditPage, QString> &)>;

    static relay::SqlTables tables();

    /// `database` has those tables: relay::openTables().
    SqlAuditLog(std::unique_ptr<relay::SqlQueue> database, const GatewayConfig::Audit &config,
                QObject *parent = nullptr);
    ~SqlAuditLog() override;

    void setConfig(const GatewayConfig::Audit &config);
    void record(const AuditEntry &entry) override;
    void find(const AuditQuery &query, const Answer &answer);

    /// Why it cannot be written to at the moment; empty when the last try went well.
    QString problem() const { return m_database->problem(); }
    quint64 lost() const { return m_lost; } ///< entries that found no room
    quint64 thinned() const { return m_thinned; } ///< refusals that were not written down
    int waiting() const { return int(m_waiting.size() + m_written.size()); }

Q_SIGNALS:
    /// Nothing waits any more.
    void settled();

private:
    void write();
    void removeOld();

    GatewayConfig::Audit m_config;
    relay::RequestRates m_refusals{1, 60}; ///< of one who is refused
    std::deque<AuditEntry> m_waiting;
    std::vector<AuditEntry> m_written; ///< that the database has, and has not answered
    quint64 m_lost = 0;
    quint64 m_thinned = 0;
    bool m_isLosing = false;
    QTimer m_again;
    QTimer m_hourly;
    std::unique_ptr<relay::SqlQueue> m_database; // its end comes first: nobody answers after it
};

} // namespace gateway
