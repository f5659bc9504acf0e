// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/objectref.h"
#include "workspace/spotlight/spotlightentry.h"
#include "workspace/spotlight/spotlightscore.h"

#include <QObject>

#include <deque>
#include <unordered_map>

namespace kube {
class Subscription;
}

namespace workspace {

/// What a person asks Spotlight: some letters and, locked in a pill, a kind.
struct SpotlightQuery
{
    QString kind = {}; ///< as kindName() says it; empty: everything
    QString text = {};

    bool operator==(const SpotlightQuery &) const = default;
};

/// Everything that Spotlight can find: objects of all clusters, krates, namespaces, collections and
/// commands. A source replaces what it said before; subscriptions keep their part current.
class SpotlightIndex final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void setSource(const QString &source, const std::vector<SpotlightEntry> &entries);
    void removeSource(const QString &source);
    /// Keeps the objects of a subscription (of either format) in the index until it is destroyed;
    /// it is borrowed. Only what it tells from now on counts: give it before it starts.
    void follow(kube::Subscription &subscription, const QString &cluster);
    size_t size() const;

    /// The best `most` entries, best first; equals by length and name. A query that goes on from
    /// the one before looks only at what that one left.
    std::vector<SpotlightHit> search(const SpotlightQuery &query, size_t most);

    /// What a krate or a command is called now; nothing when it is gone. Of other things, which may
    /// be there without being known yet, the entry itself.
    std::optional<SpotlightEntry> current(const SpotlightEntry &entry) const;

Q_SIGNALS:
    void changed();

private:
    struct Stored
    {
        SpotlightEntry entry = {};
        QByteArray uidKey = {}; ///< of what is followed
        SpotlightName name = {};
        quint64 letters = 0; ///< which letters and digits occur
        int boost = 0;
        bool isAlias = false; ///< `name` is another word for it
    };
    struct Source
    {
        std::deque<Stored> entries = {}; ///< a vector that grows would move 50,000 at a time
        std::unordered_map<QByteArray, size_t> places =
            {}; ///< by uid, for sources that are followed
    };
    struct Found
    {
        const Stored *stored = nullptr;
        int score = 0;
    };

    static bool isBetter(const Found &a, const Found &b);
    static Stored store(const SpotlightEntry &entry, const QByteArray &uidKey = {});
    static void put(Source &source, const QByteArray &uidKey, const SpotlightEntry &entry);
    static void drop(Source &source, const QByteArray &uidKey);
    void touch();
    std::vector<const Stored *> candidates(const SpotlightQuery &query) const;

    std::unordered_map<QString, Source> m_sources;
    SpotlightQuery m_lastQuery; ///< m_left are its matches
    std::vector<const Stored *> m_left;
    bool m_leftIsValid = false;
};

} // namespace workspace
