// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/yard/yardchange.h"

namespace workspace {

/// The hand that changes records; exists only while YardDocument::transact() runs.
class YardTransaction
{
public:
    /// One krate before and after; no record: it did not exist.
    struct Delta
    {
        QString id = {};
        std::optional<KrateRecord> before = {};
        std::optional<KrateRecord> after = {};
    };

    /// `krates` are borrowed and changed in place, until finish() puts them back: a yard is large,
    /// and an edit changes few of them.
    explicit YardTransaction(Krates &krates)
        : m_krates(krates)
    {
    }

    const Krates &krates() const { return m_krates; }
    /// The record to change in place; nullptr when there is none.
    KrateRecord *edit(const QString &id);
    /// Adds a krate or replaces the one with its id.
    void put(const KrateRecord &krate);
    void remove(const QString &id);
    /// A number above every krate's `seq` and all it gave before: who gets it is nearest to the
    /// viewer.
    quint64 nextSeq();

    /// What was changed, by id. The krates are as they were before.
    std::vector<Delta> finish();

private:
    void keep(const QString &id);

    Krates &m_krates;
    std::map<QString, std::optional<KrateRecord>> m_before; ///< of what was touched
    std::optional<quint64> m_highest; ///< `seq`, once it was asked for
};

} // namespace workspace
