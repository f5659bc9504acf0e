// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How Room makes one record of many.

#include "collab/relay/rooms/room.h"

#include <QRandomGenerator>

namespace relay {

bool Room::isWorthCompacting() const
{
    // Others may be busy with it, and store more meanwhile.
    const auto few = m_link ? m_limits.recordsBeforeCompaction / 5 : 1;
    return m_records.count > few && m_mayCompact && m_unsettled.isEmpty();
}

/// One record says what all of them said. Only while everything is stored.
void Room::compact()
{
    if (!m_unsettled.isEmpty())
        return; // the document does not say yet what these records do
    m_isCompacting = true;
    const auto state = m_doc.encodeStateAsUpdate();
    const Records before = m_records;
    const Seqs replaced(m_seqs.begin(), m_seqs.end());
    const QPointer<Room> alive(this);
    m_store.replace(m_name, state, replaced,
                    [alive, before, replaced, size = state.size()](const auto &done) {
                        if (alive)
                            alive->noteCompacted(done, before, replaced, size);
                    });
}

void Room::noteCompacted(const std::expected<std::optional<Seq>, QString> &result,
                         const Records &before, const Seqs &replaced, qsizetype size)
{
    m_isCompacting = false;
    if (!result) {
        m_compactAt = {2 * m_records.count, 2 * m_records.bytes};
        m_idle.start(m_limits.idleFor); // and then again
        return;
    }
    for (const auto seq : replaced)
        m_seqs.remove(seq);
    m_records = {m_records.count - before.count, m_records.bytes - before.bytes};
    if (const auto made = *result) { // else another relay was faster, and tells of its record
        m_seqs.insert(*made);
        m_records = {m_records.count + 1, m_records.bytes + size};
        if (m_link)
            m_link->tellReplaced(*made, size, replaced);
    }
    compactLater(size);
    leaveIfIdle();
}

void Room::compactLater(qsizetype size)
{
    m_compactBytes = size;
    m_compactAt = {m_limits.recordsBeforeCompaction, 2 * size + m_limits.bytesBeforeCompaction};
    if (m_link) // not all at the same time
        m_compactAt.count += QRandomGenerator::global()->bounded(m_compactAt.count / 2 + 1);
}

} // namespace relay
