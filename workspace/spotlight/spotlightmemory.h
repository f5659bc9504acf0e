// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/spotlight/spotlightentry.h"

#include <QObject>

namespace workspace {

class Session;

/// What a person opened last, and what they have pinned: shown while nothing is typed.
///
/// Kept in the session's sections "recents" and "pins", each {"items": [...]} with names only; what
/// stands there is checked, and what cannot be read is left out. GUI thread.
class SpotlightMemory final : public QObject
{
    Q_OBJECT

public:
    static constexpr size_t MostRecent = 8;
    static constexpr size_t MostPinned = 32;

    /// `session` is borrowed and must outlive it.
    explicit SpotlightMemory(Session &session, QObject *parent = nullptr);

    const std::vector<SpotlightEntry> &recent() const { return m_recent; } ///< newest first
    const std::vector<SpotlightEntry> &pinned() const { return m_pinned; } ///< oldest first
    bool isPinned(const SpotlightEntry &entry) const;

    void noteOpened(const SpotlightEntry &entry);
    /// Pins it or lets go of it; whether that was possible: there may be too many.
    bool togglePin(const SpotlightEntry &entry);

Q_SIGNALS:
    void changed();

private:
    void restore();
    void keep(const QString &section, const std::vector<SpotlightEntry> &entries);

    Session &m_session;
    std::vector<SpotlightEntry> m_recent;
    std::vector<SpotlightEntry> m_pinned;
};

/// Whether both are the same thing, whatever it is called now.
bool isSame(const SpotlightEntry &a, const SpotlightEntry &b);

} // namespace workspace
