// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/demo/story/controllers.h"

#include "kube/demo/apierror.h"
#include "kube/demo/story/workloads.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo {

static const QString apps = u"apps/v1"_s;
static const QString core = u"v1"_s;

QString hashOf(const QJsonObject &owner)
{
    static const auto letters = u"bcdfghjklmnpqrstvwxz2456789"_s;
    const auto digest = QCryptographicHash::hash(toJson(owner["spec"_L1]["template"_L1].toObject()),
                                                 QCryptographicHash::Sha1);
    QString text;
    for (const auto byte : digest.first(10))
        text += letters[uchar(byte) % letters.size()];
    return text;
}

int replicasOf(const QJsonObject &object)
{
    return object["spec"_L1]["replicas"_L1].toInt(1);
}

int readyOf(const std::vector<QJsonObject> &pods)
{
    return int(std::ranges::count_if(pods, isReady));
}

Controllers::Controllers(World &world)
    : m_world(world)
{
}

void Controllers::reconcile()
{
    collectOrphans();
    m_pods = m_world.list(core, u"pods"_s);
    m_podsOfOwner.clear();
    for (const auto &pod : m_pods)
        if (!isDeleting(pod))
            m_podsOfOwner[controllerOf(pod)].push_back(pod);
    for (const auto &object : m_world.list(apps, u"deployments"_s))
        deployment(object);
    for (const auto &object : m_world.list(apps, u"replicasets"_s))
        replicaSet(object);
    for (const auto &object : m_world.list(apps, u"statefulsets"_s))
        statefulSet(object);
    for (const auto &object : m_world.list(apps, u"daemonsets"_s))
        daemonSet(object);
    for (const auto &object : m_world.list(u"batch/v1"_s, u"jobs"_s))
        job(object);
    for (const auto &object : m_world.list(core, u"services"_s))
        service(object);
}

void Controllers::collectOrphans()
{
    QSet<QString> owners;
    const std::pair<QString, QString> kinds[]{
        {apps, u"deployments"_s}, {apps, u"replicasets"_s},       {apps, u"statefulsets"_s},
        {apps, u"daemonsets"_s},  {u"batch/v1"_s, u"cronjobs"_s}, {u"batch/v1"_s, u"jobs"_s}};
    for (const auto &[gv, resource] : kinds)
        for (const auto &object : m_world.list(gv, resource))
            owners.insert(uidOf(object));
    const std::pair<QString, QString> owned[]{
        {apps, u"replicasets"_s}, {u"batch/v1"_s, u"jobs"_s}, {core, u"pods"_s}};
    for (const auto &[gv, resource] : owned)
        for (const auto &object : m_world.list(gv, resource))
            if (const auto owner = controllerOf(object);
                !owner.isEmpty() && !owners.contains(owner) && !isDeleting(object))
                m_world.remove(object);
}

std::vector<QJsonObject> Controllers::podsOf(const QJsonObject &owner) const
{
    return m_podsOfOwner.value(uidOf(owner));
}

QJsonObject Controllers::makePod(const QJsonObject &owner, const QString &name,
                                 const QJsonObject &ownLabels, const QString &node)
{
    const auto pattern = owner["spec"_L1]["template"_L1].toObject();
    auto meta = pattern["metadata"_L1].toObject();
    auto labels = meta["labels"_L1].toObject();
    for (auto label = ownLabels.begin(); label != ownLabels.end(); ++label) {
        if (!label->toString().isEmpty())
            labels.insert(label.key(), label.value());
    }
    meta.insert("name"_L1, name);
    meta.insert("namespace"_L1, nameSpaceOf(owner));
    meta.insert("labels"_L1, labels);
    meta.insert("creationTimestamp"_L1, timeText(m_world.now));
    meta.insert("ownerReferences"_L1, QJsonArray{ownerReference(owner)});
    auto spec = pattern["spec"_L1].toObject();
    if (!node.isEmpty())
        spec.insert("nodeName"_L1, node);
    for (const auto &[key, value] :
         {std::pair("restartPolicy"_L1, u"Always"_s), std::pair("dnsPolicy"_L1, u"ClusterFirst"_s),
          std::pair("serviceAccountName"_L1, u"default"_s),
          std::pair("schedulerName"_L1, u"default-scheduler"_s)})
        if (!spec.contains(key))
            spec.insert(key, value);
    const auto pod = m_world.store.put({{u"apiVersion"_s, u"v1"_s},
                                        {u"kind"_s, u"Pod"_s},
                                        {u"metadata"_s, meta},
                                        {u"spec"_s, spec},
                                        {u"status"_s, QJsonObject{{u"phase"_s, u"Pending"_s}}}});
    QString component = owner["kind"_L1].toString().toLower() + u"-controller"_s;
    m_world.tell(owner, u"Normal"_s, u"SuccessfulCreate"_s, u"Created pod: "_s + name, component);
    return pod;
}

void Controllers::replicaSet(const QJsonObject &set)
{
    auto pods = podsOf(set);
    const int wanted = replicasOf(set);
    const auto hash = set["metadata"_L1]["labels"_L1]["pod-template-hash"_L1].toString();
    for (auto missing = wanted - int(pods.size()); missing > 0; --missing)
        pods.push_back(
            makePod(set, nameOf(set) + u'-' + m_world.suffix(5), {{u"pod-template-hash"_s, hash}}));
    std::ranges::stable_sort(pods, {}, [](const QJsonObject &pod) { return isReady(pod) ? 0 : 1; });
    while (int(pods.size()) > wanted) { // those that are not ready go first
        m_world.tell(set, u"Normal"_s, u"SuccessfulDelete"_s,
                     u"Deleted pod: "_s + nameOf(pods.back()), u"replicaset-controller"_s);
        m_world.remove(pods.back());
        pods.pop_back();
    }
    QJsonObject status{{u"observedGeneration"_s, set["metadata"_L1]["generation"_L1]},
                       {u"replicas"_s, int(pods.size())},
                       {u"fullyLabeledReplicas"_s, int(pods.size())}};
    if (const int ready = readyOf(pods)) {
        status.insert("readyReplicas"_L1, ready);
        status.insert("availableReplicas"_L1, ready);
    }
    m_world.setStatus(set, status);
}

void Controllers::statefulSet(const QJsonObject &set)
{
    const auto pods = podsOf(set);
    const int wanted = replicasOf(set);
    const auto hash = hashOf(set);
    int current = 0;
    bool settled = true;
    for (int ordinal = 0; ordinal < wanted && settled; ++ordinal) {
        const QString name = nameOf(set) + u'-' + QString::number(ordinal);
        const auto pod = m_world.get(core, u"pods"_s, nameSpaceOf(set), name);
        if (!pod) {
            makePod(set, name, {{u"controller-revision-hash"_s, hash}});
            settled = false;
        } else {
            settled = isReady(*pod);
        }
    }
    for (const auto &pod : pods) {
        const auto ordinal = nameOf(pod).section(u'-', -1).toInt();
        const bool isOld =
            pod["metadata"_L1]["labels"_L1]["controller-revision-hash"_L1].toString() != hash;
        current += isOld ? 0 : 1;
        if (ordinal >= wanted || (isOld && std::exchange(settled, false)))
            m_world.remove(pod);
    }
    m_world.setStatus(set,
                      {{u"observedGeneration"_s, set["metadata"_L1]["generation"_L1]},
                       {u"replicas"_s, int(pods.size())},
                       {u"readyReplicas"_s, readyOf(pods)},
                       {u"availableReplicas"_s, readyOf(pods)},
                       {u"currentReplicas"_s, current},
                       {u"updatedReplicas"_s, current},
                       {u"currentRevision"_s, QString(nameOf(set) + u'-' + hash)},
                       {u"updateRevision"_s, QString(nameOf(set) + u'-' + hash)}});
}

void Controllers::daemonSet(const QJsonObject &set)
{
    const auto pods = podsOf(set);
    const auto hash = hashOf(set);
    int wanted = 0;
    int updated = 0;
    for (const auto &node : m_world.list(core, u"nodes"_s)) {
        ++wanted;
        const bool placed = std::ranges::any_of(pods, [&](const QJsonObject &pod) {
            return pod["spec"_L1]["nodeName"_L1].toString() == nameOf(node);
        });
        if (!placed)
            makePod(set, nameOf(set) + u'-' + m_world.suffix(5),
                    {{u"controller-revision-hash"_s, hash}}, nameOf(node));
    }
    bool allReady = readyOf(pods) == wanted;
    for (const auto &pod : pods) {
        const bool isOld =
            pod["metadata"_L1]["labels"_L1]["controller-revision-hash"_L1].toString() != hash;
        updated += isOld ? 0 : 1;
        if (isOld && std::exchange(allReady, false))
            m_world.remove(pod); // one after the other
    }
    m_world.setStatus(set,
                      {{u"observedGeneration"_s, set["metadata"_L1]["generation"_L1]},
                       {u"desiredNumberScheduled"_s, wanted},
                       {u"currentNumberScheduled"_s, int(pods.size())},
                       {u"numberReady"_s, readyOf(pods)},
                       {u"numberAvailable"_s, readyOf(pods)},
                       {u"updatedNumberScheduled"_s, updated},
                       {u"numberMisscheduled"_s, 0}});
}

void Controllers::job(const QJsonObject &job)
{
    auto status = job["status"_L1].toObject();
    if (!status.value("conditions"_L1).toArray().isEmpty())
        return; // it is over
    const auto pods = podsOf(job);
    if (pods.empty()) {
        // The old names beside the new ones, as real controllers still do.
        makePod(job, nameOf(job) + u'-' + m_world.suffix(5),
                {{u"batch.kubernetes.io/controller-uid"_s, uidOf(job)},
                 {u"batch.kubernetes.io/job-name"_s, nameOf(job)},
                 {u"controller-uid"_s, uidOf(job)},
                 {u"job-name"_s, nameOf(job)}});
        status = {{u"active"_s, 1}, {u"ready"_s, 0}, {u"startTime"_s, timeText(m_world.now)}};
    } else if (pods.front()["status"_L1]["phase"_L1].toString() == "Succeeded"_L1) {
        auto complete = condition(u"Complete"_s, true, u"CompletionsReached"_s, m_world.now,
                                  u"Reached expected number of succeeded pods"_s);
        status.insert("conditions"_L1, QJsonArray{complete});
        status.insert("completionTime"_L1, timeText(m_world.now));
        status.insert("succeeded"_L1, 1);
        status.remove("active"_L1);
        m_world.tell(job, u"Normal"_s, u"Completed"_s, u"Job completed"_s, u"job-controller"_s);
    } else {
        status.insert("ready"_L1, readyOf(pods));
    }
    m_world.setStatus(job, status);
}

void Controllers::startJob(const QJsonObject &cronJob)
{
    const auto pattern = cronJob["spec"_L1]["jobTemplate"_L1].toObject();
    const auto minute = m_world.now.toSecsSinceEpoch() / 60;
    const QString name = nameOf(cronJob) + u'-' + QString::number(minute);
    m_world.store.put({{u"apiVersion"_s, u"batch/v1"_s},
                       {u"kind"_s, u"Job"_s},
                       {u"metadata"_s,
                        QJsonObject{{u"name"_s, name},
                                    {u"namespace"_s, nameSpaceOf(cronJob)},
                                    {u"labels"_s, pattern["metadata"_L1]["labels"_L1]},
                                    {u"creationTimestamp"_s, timeText(m_world.now)},
                                    {u"ownerReferences"_s, QJsonArray{ownerReference(cronJob)}}}},
                       {u"spec"_s, pattern["spec"_L1]},
                       {u"status"_s, QJsonObject()}});
    m_world.tell(cronJob, u"Normal"_s, u"SuccessfulCreate"_s, u"Created job "_s + name,
                 u"cronjob-controller"_s);
    m_world.setStatus(cronJob, {{u"lastScheduleTime"_s, timeText(m_world.now)}});

    std::vector<QJsonObject> jobs;
    for (const auto &job : m_world.list(u"batch/v1"_s, u"jobs"_s, nameSpaceOf(cronJob)))
        if (controllerOf(job) == uidOf(cronJob))
            jobs.push_back(job);
    for (qsizetype extra = std::ssize(jobs) - 3; extra > 0; --extra)
        m_world.remove(jobs[size_t(extra - 1)]); // successfulJobsHistoryLimit
}

void Controllers::service(const QJsonObject &service)
{
    const auto selector = service["spec"_L1]["selector"_L1].toObject();
    if (selector.isEmpty())
        return;
    QJsonArray addresses;
    QJsonArray endpoints;
    for (const auto &pod : m_pods) {
        if (nameSpaceOf(pod) != nameSpaceOf(service))
            continue;
        const auto labels = pod["metadata"_L1]["labels"_L1].toObject();
        bool chosen = isReady(pod);
        for (auto label = selector.begin(); label != selector.end(); ++label)
            chosen = chosen && labels.value(label.key()) == label.value();
        if (!chosen)
            continue;
        const QJsonObject target{{u"kind"_s, u"Pod"_s},
                                 {u"name"_s, nameOf(pod)},
                                 {u"namespace"_s, nameSpaceOf(pod)},
                                 {u"uid"_s, uidOf(pod)}};
        const auto ip = pod["status"_L1]["podIP"_L1].toString();
        addresses.append(QJsonObject{{u"ip"_s, ip}, {u"targetRef"_s, target}});
        endpoints.append(QJsonObject{{u"addresses"_s, QJsonArray{ip}},
                                     {u"conditions"_s, QJsonObject{{u"ready"_s, true}}},
                                     {u"targetRef"_s, target}});
    }
    QJsonArray ports;
    for (const auto &port : service["spec"_L1]["ports"_L1].toArray())
        ports.append(QJsonObject{{u"name"_s, port["name"_L1]},
                                 {u"port"_s, port["targetPort"_L1].toInt(port["port"_L1].toInt())},
                                 {u"protocol"_s, u"TCP"_s}});
    const auto put = [&](const QString &apiVersion, const QString &kind, const QString &name,
                         QJsonObject body) {
        body.insert("apiVersion"_L1, apiVersion);
        body.insert("kind"_L1, kind);
        body.insert("metadata"_L1,
                    QJsonObject{{u"name"_s, name},
                                {u"namespace"_s, nameSpaceOf(service)},
                                {u"labels"_s,
                                 QJsonObject{{u"kubernetes.io/service-name"_s, nameOf(service)}}}});
        m_world.store.put(body);
    };
    QJsonArray subsets;
    if (!addresses.isEmpty())
        subsets.append(QJsonObject{{u"addresses"_s, addresses}, {u"ports"_s, ports}});
    put(core, u"Endpoints"_s, nameOf(service), {{u"subsets"_s, subsets}});
    put(u"discovery.k8s.io/v1"_s, u"EndpointSlice"_s, nameOf(service) + u"-x7k2p"_s,
        {{u"addressType"_s, u"IPv4"_s}, {u"endpoints"_s, endpoints}, {u"ports"_s, ports}});
}

} // namespace demo
