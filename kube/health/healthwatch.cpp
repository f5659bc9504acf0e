// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/health/healthwatch.h"

#include "kube/watch/resourcecache.h"

using namespace Qt::StringLiterals;

namespace kube {

static constexpr int AgainMs = 5000;

HealthWatch::HealthWatch(ResourceCache &cache, Detail detail, QObject *parent)
    : QObject(parent)
    , m_cache(cache)
    , m_detail(detail)
{
    m_again.setInterval(AgainMs);
    connect(&m_again, &QTimer::timeout, this, &HealthWatch::judge);
    m_again.start();
}

HealthWatch::~HealthWatch() = default;

void HealthWatch::setObject(const QJsonObject &object)
{
    if (m_object == object)
        return;
    m_object = object;
    watchPods();
    watchServices();
    judge();
}

void HealthWatch::setEvents(const std::vector<EventGroup> &events)
{
    if (m_events == events)
        return;
    m_events = events;
    judge();
}

void HealthWatch::watchPods()
{
    PodSelection selection{.nameSpace = m_object["metadata"_L1]["namespace"_L1].toString(),
                           .labelSelector = selectorOf(m_object)};
    const auto kind = m_object["kind"_L1].toString();
    if (kind != "Service"_L1 && kind != "Deployment"_L1)
        selection.owner = m_object["metadata"_L1]["uid"_L1].toString();
    if (selection.labelSelector.isEmpty()) {
        m_pods.reset();
        return;
    }
    if (m_pods && m_pods->selection() == selection)
        return;
    m_pods = std::make_unique<PodRoll>(m_cache, selection);
    connect(m_pods.get(), &PodRoll::changed, this, &HealthWatch::judge);
}

void HealthWatch::watchServices()
{
    if (m_services || backendsOf(m_object).isEmpty() || m_object["kind"_L1] != "Ingress"_L1)
        return;
    Reflector::Options options;
    options.resource = {.version = u"v1"_s,
                        .resource = u"services"_s,
                        .kind = u"Service"_s,
                        .verbs = {u"list"_s, u"watch"_s}};
    options.nameSpace = m_object["metadata"_L1]["namespace"_L1].toString();
    m_services = m_cache.subscribe(options);
    auto *services = m_services.get();
    connect(services, &Subscription::listed, this, &HealthWatch::judge);
    connect(services, &Subscription::pageListed, this,
            [this](const std::vector<PackedItem> &items) {
                for (const auto &item : items)
                    m_serviceNames[item.uid()] = item.unpacked().meta.name;
                judge();
            });
    connect(services, &Subscription::changed, this, [this](const std::vector<PackedEvent> &events) {
        for (const auto &event : events) {
            if (event.type == ItemEvent::Type::Deleted)
                m_serviceNames.erase(event.item.uid());
            else
                m_serviceNames[event.item.uid()] = event.item.unpacked().meta.name;
        }
        judge();
    });
    services->start();
}

void HealthWatch::judge()
{
    if (m_object.isEmpty())
        return;
    Evidence evidence{.now = QDateTime::currentDateTimeUtc(), .events = m_events};
    if (m_pods)
        evidence.pods = m_pods->pods();
    if (m_services && m_services->isListed()) {
        auto missing = backendsOf(m_object);
        for (const auto &[uid, name] : m_serviceNames)
            missing.removeAll(name);
        evidence.missingServices = missing;
    }
    const auto diagnosis = diagnose(m_object, evidence);
    if (diagnosis == m_diagnosis)
        return;
    m_diagnosis = diagnosis;
    readLastLine();
    Q_EMIT changed();
}

void HealthWatch::readLastLine()
{
    if (m_detail != Detail::LastLine)
        return;
    const bool own = m_object["kind"_L1] == "Pod"_L1;
    const auto *crash = own          ? &m_diagnosis
        : m_diagnosis.causes.empty() ? nullptr
                                     : &m_diagnosis.causes.front();
    const bool crashes = crash
        && (crash->reason == Reason::CrashLoop || crash->reason == Reason::ContainerEnded)
        && !crash->subject.isEmpty();
    if (!crashes) {
        m_lastLine.clear();
        m_lineOf = {};
        return;
    }
    const ContainerRef of{m_object["metadata"_L1]["namespace"_L1].toString(),
                          own ? m_object["metadata"_L1]["name"_L1].toString() : crash->about,
                          crash->subject};
    if (m_lineOf == of && m_lineRestarts == crash->count)
        return;
    if (m_lineOf != of)
        m_lastLine.clear();
    m_lineOf = of;
    m_lineRestarts = crash->count;
    lastLogLine(m_cache.client(), of).then(this, [this, of](const Result<QString> &line) {
        if (!line || m_lineOf != of) // without the right to read logs there is just no line
            return;
        if (std::exchange(m_lastLine, *line) != *line)
            Q_EMIT changed();
    });
}

} // namespace kube
