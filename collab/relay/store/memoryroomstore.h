// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/store/memoryinvitestore.h"
#include "collab/relay/store/memoryversionstore.h"
#include "collab/relay/store/sharedstore.h"

#include <QTimer>

#include <algorithm>
#include <map>

namespace relay {

/// Keeps rooms as long as the process runs. Several of its nodes may use one, in tests.
class MemoryRoomStore final : public RoomStore, public SharedStore
{
public:
    using RoomStore::RoomStore;

    void load(const QString &room, const Answer<Content> &answer) override
    {
        later([this, room, answer] { answer(contentOf(room, nullptr)); });
    }
    void append(const QString &room, const std::vector<QByteArray> &updates,
                const Answer<Seqs> &answer) override
    {
        Seqs seqs;
        for (const auto &update : updates) {
            seqs.push_back(++m_last);
            m_records.insert({m_last, {.room = room, .update = update}});
        }
        later([answer, seqs] { answer(seqs); });
    }
    void replace(const QString &room, const QByteArray &state, const Seqs &seqs,
                 const Answer<std::optional<Seq>> &answer) override
    {
        size_t removed = 0;
        for (const auto seq : seqs)
            removed += m_records.erase(seq);
        std::optional<Seq> made;
        if (removed > 0 || seqs.empty()) {
            made = ++m_last;
            m_records.insert({m_last, {.room = room, .update = state}});
        }
        later([answer, made] { answer(made); });
    }
    void list(const Answer<QStringList> &answer) override
    {
        QStringList names;
        for (const auto &[seq, record] : m_records)
            names.append(record.room);
        names.sort();
        names.removeDuplicates();
        later([answer, names] { answer(names); });
    }
    void added(const QByteArray &mark, const Answer<Added> &answer) override
    {
        later([this, mark, answer] {
            Added added{.mark = QByteArray::number(m_last)};
            if (!mark.isEmpty()) {
                for (auto it = m_records.upper_bound(mark.toLongLong()); it != m_records.end();
                     ++it)
                    added.records.emplace_back(it->second.room, it->first);
            }
            answer(added);
        });
    }
    void read(const QString &room, const Seqs &seqs, const Answer<Content> &answer) override
    {
        later([this, room, seqs, answer] { answer(contentOf(room, &seqs)); });
    }
    QString problem() const override { return {}; }
    VersionStore &versions() override { return m_versions; }
    InviteStore &invites() override { return m_invites; }
    void backUp(const QString &, const Answer<void> &answer) override
    {
        QTimer::singleShot(0, this, [answer] {
            answer(std::unexpected(QStringLiteral("this relay keeps yards in memory only: start it "
                                                  "with --data-dir, or export single yards")));
        });
    }

private:
    struct Record
    {
        QString room = {};
        QByteArray update = {};
    };

    Content contentOf(const QString &room, const Seqs *which) const
    {
        Content content;
        for (const auto &[seq, record] : m_records) {
            if (record.room == room
                && (which == nullptr || std::ranges::find(*which, seq) != which->end())) {
                content.updates.push_back(record.update);
                content.seqs.push_back(seq);
            }
        }
        return content;
    }
    template<typename Answering>
    void later(Answering &&answering)
    {
        QTimer::singleShot(0, this, std::forward<Answering>(answering));
    }

    std::map<Seq, Record> m_records;
    Seq m_last = 0;
    MemoryVersionStore m_versions;
    MemoryInviteStore m_invites;
};

} // namespace relay
