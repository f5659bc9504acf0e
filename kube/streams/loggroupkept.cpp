// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/streams/loggroup.h"

#include "kube/logstore/stamp.h"
#include "kube/watch/resourcecache.h"

#include <QDateTime>

#include <algorithm>
#include <map>

// The half of LogGroup that has to do with logs of pods that are gone.

namespace kube {

static constexpr qint64 MostWalked = 300'000; ///< lines that are looked at to hand over

void LogGroup::setKeeper(LogKeeper &keeper, const QString &cluster)
{
    m_keeper = &keeper;
    m_cluster = cluster;
}

/// Whether a kept log is all that there is of its container.
bool LogGroup::isOrphan(const KeptLog &log) const
{
    const auto pod = m_pods.find(log.uid);
    if (pod == m_pods.end())
        return true;
    return pod->second.isGone && std::ranges::none_of(m_followed, [&log](const auto &followed) {
               return followed->uid == log.uid && followed->container == log.container
                   && (!followed->isDone || followed->log->stats().bytes > 0);
           });
}

/// Shows what is kept of pods that are not there any more, once it is known which are.
void LogGroup::adopt()
{
    const bool isListed =
        std::ranges::all_of(m_watches, [](const auto &watch) { return watch->isListed(); });
    if (!m_keeper || !m_isReading || !isListed || m_choice.range.previous)
        return;
    if (!std::exchange(m_hasAsked, true))
        m_kept = m_keeper->find(m_cluster, m_subject);
    const auto orphans = std::ranges::stable_partition(
        m_kept, [this](const KeptLog &log) { return !isOrphan(log); });
    for (auto &log : orphans) {
        show(log);
        m_adopted.push_back(std::move(log));
    }
    m_kept.erase(orphans.begin(), orphans.end());
}

void LogGroup::show(const KeptLog &log)
{
    auto &pod = m_pods[log.uid];
    pod.name = log.pod;
    pod.isGone = true;
    if (!pod.containers.contains(log.container))
        pod.containers.append(log.container);
    if (!isChosen(log.pod, log.container))
        return;
    const auto source = m_store.source(sourceName(log.pod, log.container));
    m_merge.add(source);
    m_merge.take(source, log.lines);
    m_merge.mark(source, {.kind = LogMark::Kind::PodRemoved, .pod = log.pod});
    m_merge.remove(source);
}

/// The newest lines of every container go to the keeper.
void LogGroup::handOver()
{
    if (!m_keeper || m_choice.range.previous)
        return;
    struct Lines
    {
        QByteArrayList newestFirst = {};
        qint64 bytes = 0;
    };
    std::map<logstore::SourceId, Lines> sources;
    const auto last = std::max(m_store.begin(), m_store.end() - MostWalked);
    for (auto number = m_store.end() - 1; number >= last; --number) {
        const auto line = m_store.line(number);
        auto &lines = sources[line.source];
        if (line.level == logstore::Level::Mark || lines.bytes > LogKeeper::MostOfOne)
            continue;
        auto text = logstore::stampPrefix(line.time).append(line.bytes).append('\n');
        lines.bytes += text.size();
        lines.newestFirst.append(std::move(text));
    }
    for (const auto &followed : m_followed) {
        auto &lines = sources[followed->source].newestFirst;
        std::ranges::reverse(lines);
        m_keeper->keep({.cluster = m_cluster,
                        .nameSpace = m_subject.nameSpace,
                        .pod = followed->pod,
                        .uid = followed->uid,
                        .container = followed->container,
                        .labels = m_pods[followed->uid].labels,
                        .lines = lines.join()});
    }
}

} // namespace kube
