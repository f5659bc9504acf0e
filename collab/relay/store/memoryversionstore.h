// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/store/versionstore.h"

#include <QObject>
#include <QTimer>

#include <algorithm>
#include <map>

namespace relay {

/// Keeps versions as long as the process runs.
class MemoryVersionStore final : public QObject, public VersionStore
{
public:
    using QObject::QObject;

    void listVersions(const QString &room, const Answer<std::vector<Version>> &answer) override
    {
        std::vector<Version> versions;
        for (const auto &kept : m_versions[room])
            versions.push_back(kept.version);
        std::ranges::reverse(versions); // of those of one moment, the last is the newest
        std::ranges::stable_sort(versions, std::ranges::greater(), &Version::at);
        later([answer, versions] { answer(versions); });
    }
    void addVersion(const QString &room, const Version &version, const QByteArray &state,
                    const Answer<Version> &answer) override
    {
        Kept kept{.version = version, .packed = packState(state)};
        kept.version.bytes = state.size();
        kept.version.storedBytes = kept.packed.size();
        if (!std::ranges::contains(m_versions[room], version.id, &Kept::id))
            m_versions[room].push_back(kept);
        later([answer, stored = kept.version] { answer(stored); });
    }
    void loadVersion(const QString &room, const QString &id,
                     const Answer<std::optional<QByteArray>> &answer) override
    {
        const auto &versions = m_versions[room];
        const auto found = std::ranges::find(versions, id, &Kept::id);
        std::optional<QByteArray> state;
        if (found != versions.end())
            state = unpackState(found->packed);
        later([answer, state] { answer(state); });
    }
    void removeVersions(const QString &room, const QStringList &ids,
                        const Answer<int> &answer) override
    {
        const auto removed = int(std::erase_if(
            m_versions[room], [&ids](const Kept &kept) { return ids.contains(kept.id()); }));
        later([answer, removed] { answer(removed); });
    }

private:
    struct Kept
    {
        Version version = {};
        QByteArray packed = {};
        const QString &id() const { return version.id; }
    };

    template<typename Answering>
    void later(Answering &&answering)
    {
        QTimer::singleShot(0, this, std::forward<Answering>(answering));
    }

    std::map<QString, std::vector<Kept>> m_versions;
};

} // namespace relay
