// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/signin/relaydirectory.h"
#include "workspace/relays/relaytokens.h"

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <QUrl>

#include <memory>
#include <vector>

namespace workspace {

class ClusterSet;
class TokenKeeper;

/// A relay whose clusters a person uses, as the settings keep it: no secret is in it.
struct RelayRecord
{
    QUrl relay = {}; ///< as relayAddress() gives it
    QString person = {}; ///< what the relay called them last; may be empty
    QString nameSpace = {}; ///< where the relay lets them begin; empty: "default"
    std::vector<collab::RelayedCluster> clusters = {}; ///< that it told of last

    bool operator==(const RelayRecord &) const = default;
};

/// The relays whose clusters a person uses, and their contexts in the ClusterSet, beside those of
/// the kubeconfig: one for each cluster, called "prod (relay.example.org)". What a relay told last
/// counts until it tells otherwise, so that contexts are there before it answers; it is asked when
/// it comes in, after a sign-in, and every ten minutes. GUI thread only.
class RelayClusters final : public QObject
{
    Q_OBJECT

public:
    /// How often relays are asked.
    struct Pace
    {
        std::chrono::milliseconds usual = std::chrono::minutes(10);
        std::chrono::milliseconds afterFailure = std::chrono::minutes(1);
    };
    struct Entry
    {
        RelayRecord record = {};
        RelayTokens::State signIn = RelayTokens::State::Unknown;
        bool isAsking = false;
        QString problem = {}; ///< a sentence; empty: the relay's last answer was fine

        bool wantsSignIn() const
        {
            return signIn == RelayTokens::State::SignedOut || signIn == RelayTokens::State::Ended
                || signIn == RelayTokens::State::Rejected;
        }
    };

    /// Both are borrowed and must outlive it, and so must `tokens` the set.
    RelayClusters(ClusterSet &clusters, TokenKeeper &tokens, QObject *parent = nullptr);
    RelayClusters(ClusterSet &clusters, TokenKeeper &tokens, Pace pace, QObject *parent = nullptr);
    ~RelayClusters() override;

    /// Those of before, in place of all; asks them.
    void restore(const std::vector<RelayRecord> &records);
    std::vector<RelayRecord> records() const;
    std::vector<Entry> entries() const; ///< as they were added
    const RelayRecord *find(const QUrl &relay) const; ///< nullptr: it is none of them
    /// Its contexts in the set.
    QStringList contextsOf(const QUrl &relay) const;

    /// After a RelayTry: a new relay, or another sign-in at one that is known.
    void add(const QUrl &relay, const RelayProof &proof, const collab::RelayOffer &offer);
    /// Its contexts stay, and say that one has to sign in.
    void signOut(const QUrl &relay);
    /// With the sign-in and the contexts.
    void remove(const QUrl &relay);
    void refresh(const QUrl &relay); ///< asks it now

Q_SIGNALS:
    void changed(); ///< what entries() gives
    void recordsChanged(); ///< what records() gives

private:
    struct Relay;

    Relay *relayAt(const QUrl &relay) const;
    Relay &make(const RelayRecord &record);
    void useNewTokens(Relay &relay);
    enum class Try { First, Second };
    void ask(Relay &relay, Try which);
    void askDirectory(const Relay &relay, const QString &token, Try which);
    Relay *relayOf(const RelayTokens &tokens) const;
    void take(Relay &relay, const collab::SignInResult<collab::RelayOffer> &offer);
    void fail(Relay &relay, const QString &problem, bool passes);
    void publish();
    void retryClusters(const Relay &relay);

    ClusterSet &m_clusters;
    TokenKeeper &m_keeper;
    const Pace m_pace;
    collab::RelayDirectory m_directory;
    std::vector<std::unique_ptr<Relay>> m_relays;
};

} // namespace workspace
