// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/demo/story/story.h"

#include "kube/demo/apiserver.h"
#include "kube/demo/story/catalog.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace demo {

using std::chrono::milliseconds;

static constexpr auto tick = milliseconds(250);
static constexpr auto past = std::chrono::minutes(20);
static constexpr auto compaction = std::chrono::minutes(5); // an API server's, of etcd

Story::Story(ApiServer &server, unsigned seed, QObject *parent)
    : QObject(parent)
    , m_world{.store = server.store(),
              .now = QDateTime::currentDateTimeUtc(),
              .dice = std::mt19937(seed)}
    , m_controllers(m_world)
    , m_kubelet(m_world, server.logs())
{
    m_world.now = m_world.now.addMSecs(-milliseconds(past).count());
    m_world.store.setGracefulPods(true);
    connect(&m_world.store, &Store::changed, this, [this] { m_changed = true; });
    furnish(m_world);
    m_nextRollout = m_world.now.addMSecs(milliseconds(past).count()).addSecs(15);
    m_nextCronJob = m_world.now.addSecs(20);
    m_nextCompaction = m_world.now.addDuration(compaction);
    for (milliseconds passed{0}; passed < past;) { // small steps while everything starts
        const milliseconds length(passed < std::chrono::seconds(20) ? 1000 : 10'000);
        step(length);
        passed += length;
    }

    connect(&m_timer, &QTimer::timeout, this, [this] {
        const auto behind = m_world.now.msecsTo(QDateTime::currentDateTimeUtc());
        step(milliseconds(std::max<qint64>(behind, 0))); // never runs away from the real clock
    });
}

void Story::start()
{
    m_timer.start(tick);
}

void Story::stop()
{
    m_timer.stop();
}

void Story::advance(milliseconds time)
{
    for (; time >= tick; time -= tick)
        step(tick);
}

void Story::step(milliseconds time)
{
    m_world.now = m_world.now.addMSecs(time.count());
    live();
    if (std::exchange(m_changed, false))
        m_controllers.reconcile();
    m_kubelet.step();
}

void Story::live()
{
    if (m_world.now >= m_nextRollout) {
        m_nextRollout = m_world.now.addSecs(40);
        rollOut();
    }
    if (m_world.now >= m_nextCronJob) {
        m_nextCronJob = m_world.now.addSecs(60);
        for (const auto &cronJob : m_world.list(u"batch/v1"_s, u"cronjobs"_s))
            if (!cronJob["spec"_L1]["suspend"_L1].toBool())
                m_controllers.startJob(cronJob);
    }
    if (m_world.now >= m_nextCompaction) {
        m_nextCompaction = m_world.now.addDuration(compaction);
        m_world.store.compact(std::exchange(m_oldest, m_world.store.revision()));
    }
}

void Story::rollOut()
{
    const auto shop = m_world.get(u"apps/v1"_s, u"deployments"_s, u"shop"_s, u"storefront"_s);
    if (!shop)
        return;
    ++m_release;
    auto pattern = (*shop)["spec"_L1]["template"_L1].toObject();
    auto spec = pattern["spec"_L1].toObject();
    auto containers = spec["containers"_L1].toArray();
    auto first = containers[0].toObject();
    first.insert("image"_L1, u"registry.example/shop/storefront:1.4.%1"_s.arg(m_release));
    containers.replace(0, first);
    spec.insert("containers"_L1, containers);
    pattern.insert("spec"_L1, spec);
    m_world.setSpec(*shop, u"template"_s, pattern);
}

} // namespace demo
