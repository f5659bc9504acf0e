// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/rooms/rooms.h"
#include "collab/relay/store/versionstore.h"
#include "collab/relay/versions/restoration.h"
#include "collab/relay/versions/versionlimits.h"

#include <QElapsedTimer>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <map>
#include <optional>

namespace relay {

/// Keeps versions of yards: those that people name, and by itself one from time to time of a yard
/// that changes, of which fewer are left as they grow old. On the thread of the rooms.
///
/// Other relays may do the same with the same store: of what they keep by themselves at once, one
/// version is left.
class Versions : public QObject
{
    Q_OBJECT

public:
    /// What is borrowed must outlive it.
    Versions(Rooms &rooms, VersionStore &store, const VersionLimits &limits,
             QObject *parent = nullptr);

    struct Problem
    {
        enum class Kind { NotThere, Full, Unreadable, Store };

        Kind kind = Kind::Store;
        QString text = {}; ///< of Store, for the log; else a sentence for people
    };
    template<typename T>
    using Answer = std::function<void(std::expected<T, Problem>)>;

    VersionStore &store() { return m_store; }
    const VersionLimits &limits() const { return m_limits; }

    /// What the yard is now, under a name.
    void keep(const QString &yard, const QString &name, const QString &author,
              const Answer<Version> &answer);
    /// Makes the yard what it was; the answer is the version of what it was before. Those who are
    /// in it see it change, as if somebody had done it by hand.
    struct Restored
    {
        Version before = {};
        int leftOut = 0; ///< see crdt::Restored
    };
    void restore(const QString &yard, const QString &id, const QString &author,
                 const Answer<Restored> &answer);
    /// The same with a state that comes from elsewhere; `name` says what it is.
    void restoreState(const QString &yard, const QByteArray &state, const QString &name,
                      const QString &author, const Answer<Restored> &answer);

    /// The automatic ones among `versions`, newest first, that may go.
    static QStringList thinned(const std::vector<Version> &versions, const VersionLimits &limits);

private:
    using Finding = std::function<void(const std::optional<Restoration> &)>;

    void find(const QByteArray &now, const QByteArray &then, const Finding &found);
    void apply(const QString &yard, const Restoration &restoration, const QString &name,
               const QString &author, const Answer<Restored> &answer);
    void noteChange(const QString &yard);
    void keepDue();
    void keepByItself(const QString &yard, const QElapsedTimer &sinceLast);
    void thinOut(const QString &yard);
    void add(const QString &yard, const Version &version, const QByteArray &state,
             const Answer<Version> &answer);

    Rooms &m_rooms;
    VersionStore &m_store;
    const VersionLimits m_limits;
    struct Changed ///< what no version holds
    {
        QElapsedTimer sinceFirst = {};
        QElapsedTimer sinceLast = {};
    };
    std::map<QString, Changed> m_changed; ///< here; other relays have their own
    QTimer m_due;
    std::map<quint64, Finding> m_findings; ///< that the worker is at
    quint64 m_lastFinding = 0;
    QThreadPool m_worker; ///< the last: it ends, with what it is at, before the others
};

} // namespace relay
