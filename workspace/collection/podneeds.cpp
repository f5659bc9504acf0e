// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/collection/podneeds.h"

#include "kube/onworker.h"
#include "workspace/describe/podresources.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace workspace {

namespace {

constexpr size_t FewPods = 2; // that are read at once, as a watch tells of them

struct ReadPod
{
    QByteArray key = {};
    std::optional<PodNeeds> needs = {}; ///< none: it is gone
};

kube::Usage usageOf(const Amounts &amounts)
{
    const auto in = [&amounts](const QString &name) {
        const auto found = amounts.find(name);
        return found == amounts.end() ? kube::Quantity() : found->second;
    };
    return {.cpu = in(u"cpu"_s).nanoValue(), .memory = in(u"memory"_s).value()};
}

ReadPod readPod(const kube::PackedEvent &event)
{
    ReadPod pod{.key = kube::podKey(event.item.nameSpace(), event.item.name())};
    if (event.type == kube::ItemEvent::Type::Deleted)
        return pod;
    const auto object = QJsonDocument::fromJson(event.item.unpacked().json).object();
    const auto phase = object["status"_L1]["phase"_L1].toString();
    if (phase == "Succeeded"_L1 || phase == "Failed"_L1)
        return pod; // takes nothing any more
    const auto resources = podResources(object);
    pod.needs = PodNeeds{usageOf(resources.requests), usageOf(resources.limits)};
    return pod;
}

} // namespace

PodNeeds &PodNeeds::operator+=(const PodNeeds &other)
{
    requests += other.requests;
    limits += other.limits;
    return *this;
}

PodNeedsFeed::PodNeedsFeed(kube::ApiClient &client, const kube::ApiResource &pods,
                           const QStringList &nameSpaces, QObject *parent)
    : QObject(parent)
{
    for (const auto &nameSpace : nameSpaces.isEmpty() ? QStringList(QString()) : nameSpaces) {
        kube::Reflector::Options options;
        options.resource = pods;
        options.nameSpace = nameSpace;
        options.format = kube::Reflector::Format::Object;
        auto &reflector = m_pods.emplace_back(std::make_unique<kube::Reflector>(client, options));
        connect(reflector.get(), &kube::Reflector::pageListed, this,
                [this](const std::vector<kube::PackedItem> &items) {
                    std::vector<kube::PackedEvent> events;
                    for (const auto &item : items)
                        events.push_back({kube::ItemEvent::Type::Added, item});
                    push(std::move(events));
                });
        connect(reflector.get(), &kube::Reflector::changed, this, &PodNeedsFeed::push);
        reflector->start();
    }
}

PodNeedsFeed::~PodNeedsFeed() = default;

void PodNeedsFeed::push(std::vector<kube::PackedEvent> events)
{
    m_waiting.push_back(std::move(events));
    next();
}

void PodNeedsFeed::next()
{
    if (m_running || m_waiting.empty())
        return;
    m_running = true;
    using Read = std::vector<ReadPod>;
    const auto effort =
        m_waiting.front().size() <= FewPods ? kube::Effort::Little : kube::Effort::Much;
    const auto read = [events = std::move(m_waiting.front())] {
        Read pods;
        pods.reserve(events.size());
        for (const auto &event : events)
            pods.push_back(readPod(event));
        return pods;
    };
    const auto take = [this](const Read &pods) {
        m_running = false;
        for (const auto &pod : pods) {
            if (pod.needs)
                m_needs.insert(pod.key, *pod.needs);
            else
                m_needs.remove(pod.key);
        }
        Q_EMIT changed();
        next();
    };
    kube::onWorker(this, read, take, effort);
    m_waiting.pop_front();
}

std::optional<PodNeeds> PodNeedsFeed::of(const kube::PackedItem &pod) const
{
    const auto found = m_needs.constFind(kube::podKey(pod.nameSpace(), pod.name()));
    return found == m_needs.cend() ? std::nullopt : std::optional(*found);
}

} // namespace workspace
