// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/logstore/logstore.h"
#include "kube/logstore/pattern.h"

#include <QObject>
#include <QThreadPool>

#include <limits>
#include <memory>
#include <vector>

namespace logstore {

/// Which lines are wanted. Marks are wanted whatever they say, when their level is.
struct Query
{
    static constexpr quint8 AllLevels = (1 << LevelCount) - 1;

    std::vector<Pattern> include = {}; ///< all of them must be in a line
    std::vector<Pattern> exclude = {}; ///< none of them may be; an empty one excludes nothing
    quint8 levels = AllLevels; ///< a bit for each Level
    std::vector<bool> hiddenSources = {}; ///< by id; a missing one is shown
    qint64 from = NoTime; ///< first and last time; lines without a time are always inside
    qint64 to = std::numeric_limits<qint64>::max();

    /// Whether a line is wanted that belongs to no block yet.
    bool wants(const LogStore::Line &line) const;
    bool wants(Level level) const { return levels >> int(level) & 1; }
    /// Whether every line is wanted.
    bool isEverything() const;
};

/// The lines of a store that a query wants, kept up to date as lines come and go.
///
/// What is there already is searched on a few threads, the newest lines first; what comes is looked
/// at as it comes. Lives on the thread of the store, which is borrowed and must outlive it.
class LineSearch : public QObject
{
    Q_OBJECT

public:
    explicit LineSearch(const LogStore &store, QObject *parent = nullptr);
    ~LineSearch() override;

    /// Forgets what was found and begins anew; a search that runs is given up.
    void setQuery(Query query);
    const Query &query() const { return m_query; }

    /// While the search runs rows appear anywhere; numbers of lines stay good.
    qint64 count() const;
    qint64 numberAt(qint64 row) const;
    /// The first row whose line has this number or a higher one; count() when none has.
    qint64 rowOf(qint64 number) const;
    bool contains(qint64 number) const;
    /// What was found as a set; empty while the query is for everything.
    const LineSet &found() const { return m_found; }

    bool isRunning() const { return m_job != nullptr; }
    /// From 0 to 1.
    double progress() const;

Q_SIGNALS:
    /// The search that runs made progress: rows came, at any place. For what lines that come bring,
    /// listen to the store.
    void changed();
    void finished();

private:
    struct Job;
    bool needsLooking() const;
    void follow();
    void followTail();
    void begin();
    void giveUp();
    void take(const std::shared_ptr<Job> &job, int block, Bits bits);

    const LogStore &m_store;
    Query m_query;
    LineSet m_found;
    qint64 m_end = 0; ///< lines from here on have not been looked at
    QThreadPool m_threads;
    std::shared_ptr<Job> m_job;
};

/// The lines of a block that a query wants, from a line on. Any thread; `bytes` are those of the
/// block.
Bits linesWanted(const Query &query, const Block &block, QByteArrayView bytes, int fromLine = 0);

} // namespace logstore
