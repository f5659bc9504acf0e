// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/streams/loggroup.h"

#include "kube/api/apiclient.h"
#include "kube/apimachinery/labelselector.h"
#include "kube/apimachinery/podcontainers.h"
#include "kube/streams/containerlife.h"
#include "kube/watch/resourcecache.h"

#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace kube {

using Kind = LogMark::Kind;
using logstore::NoTime;
using logstore::SourceId;

LogGroup::LogGroup(ResourceCache &cache, const LogSubject &subject, logstore::LogStore &store,
                   LogGroupPace pace, QObject *parent)
    : QObject(parent)
    , m_cache(cache)
    , m_subject(subject)
    , m_store(store)
    , m_pace(pace)
    , m_merge(store, pace.merge)
{
    connect(&m_merge, &LogMerge::held, this, &LogGroup::hold);
    connect(this, &LogGroup::changed, this, &LogGroup::followLeftOut); // before others hear of it
    if (!subject.cronJob.isEmpty())
        watchJobs();
    else if (!subject.pod.isEmpty())
        watchPods({}, u"metadata.name="_s + subject.pod);
    else
        watchPods(subject.selector, {});
}

LogGroup::~LogGroup()
{
    m_merge.flush();
    handOver();
}

static Reflector::Options optionsOf(const QString &group, const QString &resource,
                                    const QString &kind, const QString &nameSpace)
{
    Reflector::Options options;
    options.resource = {.group = group,
                        .version = u"v1"_s,
                        .resource = resource,
                        .kind = kind,
                        .verbs = {u"list"_s, u"watch"_s}};
    options.nameSpace = nameSpace;
    return options;
}

void LogGroup::watchPods(const QString &labels, const QString &fields)
{
    auto options = optionsOf({}, u"pods"_s, u"Pod"_s, m_subject.nameSpace);
    options.labelSelector = labels;
    options.fieldSelector = fields;
    options.format = Reflector::Format::Object;
    m_watches.push_back(m_cache.subscribe(options));
    auto *pods = m_watches.back().get();
    connect(pods, &Subscription::pageListed, this, [this](const std::vector<PackedItem> &items) {
        for (const auto &item : items)
            takePod(item, false);
    });
    connect(pods, &Subscription::changed, this, [this](const std::vector<PackedEvent> &events) {
        for (const auto &event : events) {
            if (event.type == ItemEvent::Type::Deleted)
                removePod(event.item.uid());
            else
                takePod(event.item, true);
        }
    });
    listen(*pods);
}

/// A CronJob does not select pods: each of its Jobs does.
void LogGroup::watchJobs()
{
    m_watches.push_back(
        m_cache.subscribe(optionsOf(u"batch"_s, u"jobs"_s, u"Job"_s, m_subject.nameSpace)));
    auto *jobs = m_watches.back().get();
    connect(jobs, &Subscription::pageListed, this, [this](const std::vector<PackedItem> &items) {
        for (const auto &item : items)
            takeJob(item);
    });
    connect(jobs, &Subscription::changed, this, [this](const std::vector<PackedEvent> &events) {
        for (const auto &event : events) {
            if (event.type != ItemEvent::Type::Deleted)
                takeJob(event.item);
        }
    });
    listen(*jobs);
}

void LogGroup::takeJob(const PackedItem &item)
{
    const auto meta = item.meta();
    const bool isOurs = std::ranges::any_of(meta.owners, [this](const OwnerReference &owner) {
        return owner.uid == m_subject.cronJob;
    });
    if (!isOurs || m_jobs.contains(meta.name))
        return;
    m_jobs.append(meta.name);
    m_cronJobs[meta.uid] = m_subject.cronJob;
    watchPods(u"job-name="_s + meta.name, {});
}

void LogGroup::listen(Subscription &watch)
{
    connect(&watch, &Subscription::listed, this, [this] {
        adopt();
        tell();
    });
    connect(&watch, &Subscription::stateChanged, this, [this, &watch] {
        if (const auto error = watch.lastError();
            error && watch.state() == Reflector::State::Refused)
            m_error = *error;
        tell();
    });
    watch.start();
}

void LogGroup::takePod(const PackedItem &item, bool isNew)
{
    const auto uid = item.uid();
    const auto known = m_pods.find(uid);
    const bool isKnown = known != m_pods.end();
    auto &pod = isKnown ? known->second : m_pods[uid];
    pod.object = QJsonDocument::fromJson(item.unpacked().json).object();
    pod.containers = containersOf(pod.object);
    if (!isKnown) {
        pod.name = pod.object["metadata"_L1]["name"_L1].toString();
        pod.labels = labelsIn(pod.object["metadata"_L1]);
        pod.isReady = readinessOf(pod.object).isReady;
        if (isNew)
            mark(uid, pod,
                 {.kind = Kind::PodAdded,
                  .from = timeOf(pod.object["metadata"_L1]["creationTimestamp"_L1].toString())});
    }
    for (const auto &followed : m_followed) {
        if (followed->uid == uid && followed->log)
            followed->log->setPod(pod.object);
    }
    if (isKnown)
        tellReadiness(uid, pod);
    if (m_isReading)
        follow(uid, pod); // containers may come, too: ephemeral ones
    tell();
}

void LogGroup::tellReadiness(const QString &uid, Pod &pod)
{
    const auto now = readinessOf(pod.object);
    if (now.isReady == pod.isReady)
        return;
    pod.isReady = now.isReady;
    mark(uid, pod,
         {.kind = now.isReady ? Kind::Ready : Kind::NotReady,
          .from = now.since,
          .detail = now.isReady ? QString() : now.reason});
}

void LogGroup::removePod(const QString &uid)
{
    const auto pod = m_pods.find(uid);
    if (pod == m_pods.end() || std::exchange(pod->second.isGone, true))
        return;
    pod->second.leftOut = 0;
    for (const auto &followed : m_followed) {
        if (followed->uid == uid && !followed->isDone)
            followed->log->reconnect(); // its last words, or that it is gone
    }
    endPod(uid);
    tell();
}

/// Once all that a pod that is gone has said was read.
void LogGroup::endPod(const QString &uid)
{
    const auto pod = m_pods.find(uid);
    if (pod == m_pods.end() || !pod->second.isGone)
        return;
    const bool isDone = std::ranges::all_of(m_followed, [&uid](const auto &followed) {
        return followed->uid != uid || followed->isDone;
    });
    if (!isDone)
        return;
    const auto now = QDateTime::currentMSecsSinceEpoch() * 1'000'000;
    mark(uid, pod->second, {.kind = Kind::PodRemoved, .from = now});
    pod->second.object = {};
    adopt();
}

/// In the place of the pod's first container.
void LogGroup::mark(const QString &uid, const Pod &pod, LogMark mark)
{
    mark.pod = pod.name;
    const auto followed = std::ranges::find(m_followed, uid, &Followed::uid);
    const auto source = followed != m_followed.end()
        ? (*followed)->source
        : m_store.source(sourceName(pod.name, pod.containers.value(0)));
    m_merge.mark(source, mark);
}

void LogGroup::read(const LogChoice &choice)
{
    m_choice = choice;
    m_isReading = true;
    m_followed.clear();
    m_merge.clear();
    m_store.clear();
    m_error = {};
    std::ranges::move(std::exchange(m_adopted, {}), std::back_inserter(m_kept));
    for (auto &[uid, pod] : m_pods) {
        if (!pod.isGone)
            follow(uid, pod);
    }
    adopt();
    tell();
}

QString LogGroup::sourceName(const QString &pod, const QString &container)
{
    return u"%1/%2"_s.arg(pod, container);
}

bool LogGroup::isChosen(const QString &pod, const QString &container) const
{
    return (m_choice.pods.isEmpty() || m_choice.pods.contains(pod))
        && (m_choice.container.isEmpty() || container == m_choice.container);
}

int LogGroup::followedNow() const
{
    return int(
        std::ranges::count_if(m_followed, [](const auto &followed) { return !followed->isDone; }));
}

int LogGroup::leftOut() const
{
    int leftOut = 0;
    for (const auto &[uid, pod] : m_pods)
        leftOut += pod.leftOut;
    return leftOut;
}

/// Containers that had to wait take the places of those that have ended.
void LogGroup::followLeftOut()
{
    for (auto &[uid, pod] : m_pods) {
        if (followedNow() >= MostFollowed)
            return;
        if (pod.leftOut > 0)
            follow(uid, pod);
    }
}

void LogGroup::follow(const QString &uid, Pod &pod)
{
    pod.leftOut = 0;
    if (pod.isGone)
        return;
    takeMaker(pod);
    for (const auto &container : pod.containers) {
        if (!isChosen(pod.name, container))
            continue;
        const bool isKnown = std::ranges::any_of(m_followed, [&](const auto &followed) {
            return followed->uid == uid && followed->container == container;
        });
        if (isKnown)
            continue;
        if (followedNow() >= MostFollowed) {
            ++pod.leftOut;
            continue;
        }
        const auto name = sourceName(pod.name, container);
        m_followed.push_back(std::make_unique<Followed>(Followed{
            .uid = uid,
            .pod = pod.name,
            .container = container,
            .name = name,
            .source = m_store.source(name),
            .log = std::make_unique<FollowedLog>(m_cache.client(), m_subject.nameSpace, pod.name,
                                                 container, m_choice.range, m_pace.log)}));
        m_followed.back()->log->setPod(pod.object);
        follow(*m_followed.back());
    }
}

void LogGroup::follow(Followed &followed)
{
    auto *log = followed.log.get();
    m_merge.add(followed.source);
    connect(
        log, &FollowedLog::received, this,
        [this, source = followed.source](const QByteArray &lines) { m_merge.take(source, lines); });
    connect(log, &FollowedLog::marked, this,
            [this, source = followed.source](const LogMark &mark) { m_merge.mark(source, mark); });
    connect(log, &FollowedLog::stateChanged, this, [this, &followed] { settle(followed); });
    log->setPaused(m_isPaused);
    log->start();
}

/// The log is in another state.
void LogGroup::settle(Followed &followed)
{
    const auto state = followed.log->state();
    if (state == State::Failed)
        m_error = followed.log->error();
    if (state != State::Connecting)
        m_merge.settle(followed.source);
    const bool isDone = state == State::Ended || state == State::Failed;
    if (isDone && !std::exchange(followed.isDone, true)) {
        m_merge.remove(followed.source);
        endPod(followed.uid);
    } else if (!isDone && std::exchange(followed.isDone, false)) {
        m_merge.add(followed.source);
    }
    tell();
}

void LogGroup::reconnect()
{
    for (const auto &followed : m_followed) {
        if (!followed->isDone || followedNow() < MostFollowed)
            followed->log->reconnect();
    }
}

void LogGroup::refresh()
{
    for (const auto &followed : m_followed) {
        if (!followed->isDone)
            followed->log->reconnect();
    }
}

void LogGroup::setPaused(bool paused)
{
    m_isPaused = paused;
    for (const auto &followed : m_followed)
        followed->log->setPaused(paused || followed->isHeld);
    if (paused)
        m_merge.flush(); // what came before is shown
}

void LogGroup::hold(SourceId source, bool isHeld)
{
    for (const auto &followed : m_followed) {
        if (followed->source != source || followed->isDone)
            continue;
        followed->isHeld = isHeld;
        followed->log->setPaused(m_isPaused || isHeld);
    }
}

QStringList LogGroup::pods() const
{
    QStringList names;
    for (const auto &[uid, pod] : m_pods)
        names.append(pod.name);
    names.sort();
    names.removeDuplicates();
    return names;
}

QStringList LogGroup::containers() const
{
    QStringList names;
    for (const auto &[uid, pod] : m_pods)
        names.append(pod.containers);
    names.removeDuplicates();
    return names;
}

std::vector<LogGroup::Member> LogGroup::members() const
{
    std::vector<Member> members;
    for (const auto &followed : m_followed)
        members.push_back({.pod = followed->pod,
                           .container = followed->container,
                           .source = followed->name,
                           .state = followed->log->state(),
                           .attempt = followed->log->attempt()});
    for (const auto &log : m_adopted) {
        if (isChosen(log.pod, log.container))
            members.push_back({.pod = log.pod,
                               .container = log.container,
                               .source = sourceName(log.pod, log.container),
                               .state = State::Ended});
    }
    return members;
}

LogGroup::State LogGroup::state() const
{
    if (!m_isReading)
        return State::Idle;
    for (const auto best : {State::Live, State::Connecting, State::Reconnecting, State::Waiting,
                            State::Ended, State::Failed}) {
        if (std::ranges::any_of(m_followed,
                                [best](const auto &one) { return one->log->state() == best; }))
            return best;
    }
    const auto isIn = [this](Reflector::State state) {
        return std::ranges::any_of(m_watches,
                                   [state](const auto &watch) { return watch->state() == state; });
    };
    if (isIn(Reflector::State::Refused))
        return State::Failed;
    const bool isListed =
        std::ranges::all_of(m_watches, [](const auto &watch) { return watch->isListed(); });
    if (!isListed)
        return State::Connecting;
    return m_subject.pod.isEmpty() || m_adopted.empty() ? State::Waiting : State::Ended;
}

int LogGroup::attempt() const
{
    int attempt = 0;
    for (const auto &followed : m_followed)
        attempt = std::max(attempt, followed->log->attempt());
    return attempt;
}

FollowedLog::Stats LogGroup::stats() const
{
    FollowedLog::Stats sum;
    for (const auto &followed : m_followed) {
        const auto one = followed->log->stats();
        sum.bytes += one.bytes;
        sum.repeated += one.repeated;
        sum.gaps += one.gaps;
        sum.heard = std::max(sum.heard, one.heard);
    }
    return sum;
}

/// Many changes of a moment are told once.
void LogGroup::tell()
{
    m_nextTurn.call(this, [this] { Q_EMIT changed(); });
}

} // namespace kube
