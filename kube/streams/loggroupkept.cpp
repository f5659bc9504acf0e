// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/streams/loggroup.h"

#include "kube/api/apiclient.h"
#include "kube/apimachinery/controllerref.h"
#include "kube/logstore/stamp.h"
#include "kube/watch/resourcecache.h"

#include <QDateTime>

#include <algorithm>
#include <map>

// The half of LogGroup that has to do with logs of pods that are gone.

using namespace Qt::StringLiterals;

namespace kube {

static constexpr qint64 MostWalked = 300'000; ///< lines that are looked at to hand over

void LogGroup::setKeeper(LogKeeper &keeper, const QString &cluster)
{
    m_keeper = &keeper;
    m_cluster = cluster;
}

static QJsonObject makerOf(const QJsonObject &object, QStringView kind)
{
    auto maker = controllerRef(object);
    return maker["kind"_L1].toString() == kind ? maker : QJsonObject();
}

/// A CronJob's logs are found by its uid, which no pod has; its Job has, while it is there.
void LogGroup::takeMaker(Pod &pod)
{
    const auto maker = makerOf(pod.object, u"Job");
    pod.job = maker["uid"_L1].toString();
    if (!m_keeper || pod.job.isEmpty() || m_cronJobs.contains(pod.job))
        return;
    m_cronJobs.try_emplace(pod.job); // once
    const ObjectRef job{.gvr = {u"batch"_s, u"v1"_s, u"jobs"_s},
                        .nameSpace = m_subject.nameSpace,
                        .name = maker["name"_L1].toString()};
    m_cache.client().get(job).then(this, [this, uid = pod.job](const Result<QJsonObject> &found) {
        // Another one of its name is not asked for; who may not read Jobs does without.
        if (found && found->value("metadata"_L1)["uid"_L1].toString() == uid)
            m_cronJobs[uid] = makerOf(*found, u"CronJob")["uid"_L1].toString();
    });
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
    if (!std::exchange(m_hasAsked, true)) {
        QStringList jobs;
        for (const auto &[uid, cronJob] : m_cronJobs) {
            if (cronJob == m_subject.cronJob)
                jobs.append(uid);
        }
        m_kept = m_keeper->find(m_cluster, m_subject, jobs);
    }
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
    if (!std::ranges::contains(m_followed, log.uid, &Followed::uid)) // else endPod() has said so
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
        const auto &pod = m_pods[followed->uid];
        m_keeper->keep({.cluster = m_cluster,
                        .nameSpace = m_subject.nameSpace,
                        .pod = followed->pod,
                        .uid = followed->uid,
                        .container = followed->container,
                        .labels = pod.labels,
                        .job = pod.job,
                        .cronJob = pod.job.isEmpty() ? QString() : m_cronJobs[pod.job],
                        .lines = lines.join()});
    }
}

} // namespace kube
