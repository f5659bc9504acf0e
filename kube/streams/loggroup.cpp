// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/streams/loggroup.h"

#include "kube/api/apiclient.h"
#include "kube/streams/containerlife.h"
#include "kube/watch/resourcecache.h"

#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {

using Kind = LogMark::Kind;
using logstore::NoTime;
using logstore::SourceId;

LogGroup::LogGroup(ResourceCache &cache, const QString &nameSpace, logstore::LogStore &store,
                   LogGroupPace pace, QObject *parent)
    : QObject(parent)
    , m_cache(cache)
    , m_nameSpace(nameSpace)
    , m_store(store)
    , m_pace(pace)
    , m_merge(store, pace.merge)
{
    connect(&m_merge, &LogMerge::held, this, &LogGroup::hold);
}

LogGroup::~LogGroup()
{
    m_merge.flush();
}

void LogGroup::addPod(const QString &name)
{
    watch({}, u"metadata.name="_s + name);
}

void LogGroup::addSelector(const QString &labels)
{
    watch(labels, {});
}

void LogGroup::watch(const QString &labels, const QString &fields)
{
    Reflector::Options options;
    options.resource = {.version = u"v1"_s,
                        .resource = u"pods"_s,
                        .kind = u"Pod"_s,
                        .verbs = {u"list"_s, u"watch"_s}};
    options.nameSpace = m_nameSpace;
    options.labelSelector = labels;
    options.fieldSelector = fields;
    options.format = Reflector::Format::Object;
    auto watch = m_cache.subscribe(options);
    auto *pods = watch.get();
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
    connect(pods, &Subscription::listed, this, &LogGroup::tell);
    connect(pods, &Subscription::stateChanged, this, [this, pods] {
        if (const auto error = pods->lastError();
            error && pods->state() == Reflector::State::Refused)
            m_error = *error;
        tell();
    });
    m_watches.push_back(std::move(watch));
    pods->start();
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
}

/// In the place of the pod's first container.
void LogGroup::mark(const QString &uid, const Pod &pod, LogMark mark)
{
    mark.pod = pod.name;
    const auto followed = std::ranges::find(m_followed, uid, &Followed::uid);
    const auto source = followed != m_followed.end()
        ? (*followed)->source
        : m_store.source(u"%1/%2"_s.arg(pod.name, pod.containers.value(0)));
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
    for (const auto &[uid, pod] : m_pods) {
        if (!pod.isGone)
            follow(uid, pod);
    }
    tell();
}

int LogGroup::followedNow() const
{
    return int(
        std::ranges::count_if(m_followed, [](const auto &followed) { return !followed->isDone; }));
}

void LogGroup::follow(const QString &uid, const Pod &pod)
{
    if (pod.isGone || (!m_choice.pods.isEmpty() && !m_choice.pods.contains(pod.name)))
        return;
    for (const auto &container : pod.containers) {
        if (!m_choice.container.isEmpty() && container != m_choice.container)
            continue;
        const bool isKnown = std::ranges::any_of(m_followed, [&](const auto &followed) {
            return followed->uid == uid && followed->container == container;
        });
        if (isKnown || followedNow() >= MostFollowed)
            continue;
        const QString name = u"%1/%2"_s.arg(pod.name, container);
        m_followed.push_back(std::make_unique<Followed>(
            Followed{.uid = uid,
                     .pod = pod.name,
                     .container = container,
                     .name = name,
                     .source = m_store.source(name),
                     .log = std::make_unique<FollowedLog>(m_cache.client(), m_nameSpace, pod.name,
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
    for (const auto &followed : m_followed)
        followed->log->reconnect();
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
    return isListed ? State::Waiting : State::Connecting;
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
    if (std::exchange(m_willTell, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_willTell = false;
            Q_EMIT changed();
        },
        Qt::QueuedConnection);
}

} // namespace kube
