// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/history/fieldchange.h"

#include <QDateTime>

#include <deque>
#include <map>

namespace kube {

/// Names an object across clusters, for as long as it lives.
struct TimelineKey
{
    QString cluster = {}; ///< whatever tells clusters apart: the context's name
    QString uid = {};

    auto operator<=>(const TimelineKey &) const = default;
};

/// What changed from one sight of an object to the next.
struct TimelineEntry
{
    QDateTime at = {}; ///< when it was seen, by this machine's clock
    std::vector<FieldChange> fields = {};
    bool deleted = false; ///< the object is gone; `fields` is empty
};

/// The changes of one object since it was first seen.
struct Timeline
{
    QDateTime since = {}; ///< when it was first seen
    std::deque<TimelineEntry> entries = {}; ///< the oldest first
    qint64 dropped = 0; ///< entries that are forgotten because there were too many
    bool isDeleted = false;
};

/// How much is remembered.
struct HistoryLimits
{
    size_t entriesPerObject = 300;
    size_t objects = 200;
    qsizetype bytesPerObject = 512 * 1024; ///< of paths and values, as UTF-16
    qsizetype bytes = 16 * 1024 * 1024; ///< of all
};

/// What changed in the objects that were looked at, in memory only and bounded.
///
/// Whoever shows an object tells each state it sees, in any order and as often as it likes: states
/// that were seen before count once. Values of Secrets are never kept.
class History
{
public:
    explicit History(const HistoryLimits &limits = {});

    /// Returns whether the timeline grew or began.
    bool observe(const TimelineKey &key, const QJsonObject &object, const QDateTime &now);
    bool observeDeletion(const TimelineKey &key, const QDateTime &now);

    const Timeline *timeline(const TimelineKey &key) const; ///< nullptr before the first sight
    qsizetype bytes() const { return m_bytes; }
    size_t objects() const { return m_records.size(); }

private:
    struct Record
    {
        Timeline timeline = {};
        QJsonObject last = {};
        std::deque<QString> versions = {}; ///< resourceVersions that were seen lately
        qsizetype bytes = 0;
        quint64 used = 0; ///< higher is later
    };

    void append(Record &record, TimelineEntry entry);
    void dropOldest(Record &record);
    void bound(const TimelineKey &kept);

    HistoryLimits m_limits;
    std::map<TimelineKey, Record> m_records;
    qsizetype m_bytes = 0;
    quint64 m_clock = 0;
};

} // namespace kube
