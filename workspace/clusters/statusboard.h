// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/collection/collectionmodel.h"
#include "workspace/yard/records.h"

#include <QObject>

#include <map>
#include <memory>

namespace workspace {

class ClusterSet;

/// How the object of each krate is doing: its row of the server's table, watched while the krate
/// exists. When the row is bad news, or tells too little for the kind, the object itself is watched
/// too, for the exact reason. A collection is judged by whoever shows it, and set().
class StatusBoard : public QObject
{
    Q_OBJECT

public:
    struct Status
    {
        Health health = Health::Unknown;
        QString word = {}; ///< as the server words it, or "Deleted"; may be empty
        QString sentence = {}; ///< why, in a sentence; may be empty
        bool isGone = false; ///< the object was there and was deleted
        bool isLocked = false; ///< its person may not read it, says `sentence`

        bool operator==(const Status &) const = default;
    };

    /// `clusters` is borrowed and must outlive the board.
    explicit StatusBoard(ClusterSet &clusters, QObject *parent = nullptr);
    ~StatusBoard() override;

    /// Begins or goes on to watch this krate's object.
    void watch(const KrateRecord &krate);
    void forget(const QString &krateId);
    /// Asks anew about a krate that is locked, which is else done once a minute.
    void askAgain(const QString &krateId);
    /// What is known of a collection: "3 failing", or nothing to say when all is well.
    void set(const KrateRecord &krate, const CollectionModel::Counts &counts);
    Status status(const QString &krateId) const;
    /// Of the objects and collections of all krates of a cluster.
    kube::HealthCounts counts(const QString &cluster) const;

Q_SIGNALS:
    void changed(const QString &krateId);
    void countsChanged(const QString &cluster);

private:
    struct Entry;
    void begin(Entry &entry);
    void judge(Entry &entry);
    void takeRefusal(Entry &entry);
    void takeRight(const QString &krateId, const QString &sentence);
    void lookCloser(Entry &entry, const kube::Diagnosis &quick);
    void take(Entry &entry, const Status &next);

    ClusterSet &m_clusters;
    std::map<QString, std::unique_ptr<Entry>> m_entries;
};

} // namespace workspace
