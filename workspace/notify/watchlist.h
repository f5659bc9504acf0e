// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/notify/objectstory.h"
#include "workspace/yard/records.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <map>

namespace workspace {

class ClusterSet;
class Session;

/// An object that a person wants to hear of.
struct WatchedObject
{
    QString context = {};
    ObjectId object = {};

    bool operator==(const WatchedObject &) const = default;
};

/// The objects that a person wants to hear of, whether a krate shows them or not; remembered in the
/// session's section "watched". A deleted object is told of and no longer watched. Lives on the GUI
/// thread.
class WatchList final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype Most = 100;
    using Happening = ObjectStory::Happening;

    /// Both are borrowed and must outlive the list.
    WatchList(ClusterSet &clusters, Session &session, QObject *parent = nullptr);

    bool isWatched(const WatchedObject &object) const;
    /// Whether it is known how it is: what comes after that is news.
    bool isKnown(const WatchedObject &object) const;
    /// Whether it is: not when there are too many.
    bool watch(const WatchedObject &object);
    void unwatch(const WatchedObject &object);
    void clear();
    std::vector<WatchedObject> objects() const;

Q_SIGNALS:
    void changed();
    /// `why` is a sentence of the cluster's health; may be empty.
    void happened(const workspace::WatchedObject &object,
                  workspace::ObjectStory::Happening happening, const QString &why);

private:
    struct Entry
    {
        WatchedObject object = {};
        ObjectStory story = {};
    };

    void begin(const WatchedObject &object);
    void restore();
    void keep();
    void look(const QString &key);
    void settle();
    void schedule();
    ObjectStory::Time now() const { return ObjectStory::Time(m_clock.elapsed()); }

    Session &m_session;
    StatusBoard m_board;
    std::map<QString, Entry> m_entries;
    QElapsedTimer m_clock;
    QTimer m_settle;
};

} // namespace workspace
