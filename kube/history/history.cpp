// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/history/history.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {

static constexpr size_t RememberedVersions = 64;

static qsizetype bytesOf(const TimelineEntry &entry)
{
    qsizetype bytes = qsizetype(sizeof(TimelineEntry));
    for (const auto &field : entry.fields)
        bytes += qsizetype(sizeof(FieldChange))
            + 2 * (field.path.size() + field.before.size() + field.after.size());
    return bytes;
}

History::History(const HistoryLimits &limits)
    : m_limits(limits)
{
}

bool History::observe(const TimelineKey &key, const QJsonObject &object, const QDateTime &now)
{
    const auto version = object["metadata"_L1]["resourceVersion"_L1].toString();
    const bool isNew = !m_records.contains(key);
    auto &record = m_records[key];
    record.used = ++m_clock;
    // Several windows may watch one object, one a little behind the other.
    if (std::ranges::find(record.versions, version) != record.versions.end())
        return false;
    record.versions.push_back(version);
    if (record.versions.size() > RememberedVersions)
        record.versions.pop_front();
    auto state = withoutSecrets(object);
    if (isNew) {
        record.timeline.since = now;
        record.last = std::move(state);
        bound(key);
        return true;
    }
    auto fields = fieldChanges(record.last, state);
    record.last = std::move(state);
    record.timeline.isDeleted = false;
    if (fields.empty())
        return false;
    append(record, {.at = now, .fields = std::move(fields)});
    bound(key);
    return true;
}

bool History::observeDeletion(const TimelineKey &key, const QDateTime &now)
{
    const auto found = m_records.find(key);
    if (found == m_records.end() || found->second.timeline.isDeleted)
        return false;
    found->second.timeline.isDeleted = true;
    append(found->second, {.at = now, .deleted = true});
    bound(key);
    return true;
}

const Timeline *History::timeline(const TimelineKey &key) const
{
    const auto found = m_records.find(key);
    return found == m_records.end() ? nullptr : &found->second.timeline;
}

void History::append(Record &record, TimelineEntry entry)
{
    const auto bytes = bytesOf(entry);
    record.bytes += bytes;
    m_bytes += bytes;
    record.timeline.entries.push_back(std::move(entry));
    while (record.timeline.entries.size() > 1
           && (record.timeline.entries.size() > m_limits.entriesPerObject
               || record.bytes > m_limits.bytesPerObject))
        dropOldest(record);
}

void History::dropOldest(Record &record)
{
    const auto bytes = bytesOf(record.timeline.entries.front());
    record.timeline.entries.pop_front();
    record.bytes -= bytes;
    m_bytes -= bytes;
    ++record.timeline.dropped;
}

/// The object that was seen the longest ago goes first, as a whole.
void History::bound(const TimelineKey &kept)
{
    while (m_records.size() > 1
           && (m_records.size() > m_limits.objects || m_bytes > m_limits.bytes)) {
        auto oldest = m_records.end();
        for (auto it = m_records.begin(); it != m_records.end(); ++it) {
            if (it->first != kept
                && (oldest == m_records.end() || it->second.used < oldest->second.used))
                oldest = it;
        }
        m_bytes -= oldest->second.bytes;
        m_records.erase(oldest);
    }
}

} // namespace kube
