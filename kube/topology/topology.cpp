// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/topology/topology.h"

#include "kube/apimachinery/conditions.h"
#include "kube/apimachinery/labelselector.h"

#include <QJsonArray>
#include <QMap>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

using Problem = TopologyProblem;
using Column = TopologyBox::Column;

constexpr int MostPods = 12; ///< of one service, each a box

QString nameOf(const QJsonObject &object)
{
    return object["metadata"_L1]["name"_L1].toString();
}

bool selects(const QJsonObject &selector, const QJsonObject &pod)
{
    const auto parsed = labelSelectorOf(selector);
    return !selector.isEmpty() && parsed && parsed->matches(labelsIn(pod["metadata"_L1]));
}

QString portText(const QJsonValue &port)
{
    return port.isString() ? port.toString() : QString::number(port.toInt());
}

/// One path of an ingress, or its default.
struct Route
{
    QString host = {};
    QString path = {};
    QString service = {};
    QJsonValue port = {};
};

/// `backend` in networking.k8s.io/v1 and v1beta1.
void readBackend(const QJsonValue &backend, Route &route)
{
    const auto service = backend["service"_L1];
    route.service = service["name"_L1].toString(backend["serviceName"_L1].toString());
    const auto port = service["port"_L1];
    route.port = port["name"_L1].isString() ? port["name"_L1] : port["number"_L1];
    if (route.port.isUndefined())
        route.port = backend["servicePort"_L1];
}

std::vector<Route> routesOf(const QJsonObject &ingress)
{
    std::vector<Route> routes;
    const auto spec = ingress["spec"_L1];
    for (const auto &rule : spec["rules"_L1].toArray()) {
        for (const auto &path : rule["http"_L1]["paths"_L1].toArray()) {
            Route route{.host = rule["host"_L1].toString(u"*"_s),
                        .path = path["path"_L1].toString(u"/"_s)};
            readBackend(path["backend"_L1], route);
            routes.push_back(route);
        }
    }
    for (const auto field : {"defaultBackend"_L1, "backend"_L1}) {
        if (!spec[field].isObject())
            continue;
        Route route{.host = u"*"_s};
        readBackend(spec[field], route);
        routes.push_back(route);
    }
    return routes;
}

/// The secret that an ingress terminates TLS of a host with; empty without TLS.
QString secretFor(const QJsonObject &ingress, const QString &host)
{
    for (const auto &tls : ingress["spec"_L1]["tls"_L1].toArray()) {
        const auto hosts = tls["hosts"_L1].toArray();
        if (hosts.isEmpty() || hosts.contains(host))
            return tls["secretName"_L1].toString();
    }
    return {};
}

/// The container port that a service's port leads to in a pod; 0: there is none of that name.
int resolved(const QJsonValue &port, const QJsonObject &pod)
{
    const auto target = port["targetPort"_L1];
    if (!target.isString())
        return target.toInt(port["port"_L1].toInt());
    const auto protocol = port["protocol"_L1].toString(u"TCP"_s);
    for (const auto &container : pod["spec"_L1]["containers"_L1].toArray()) {
        for (const auto &one : container["ports"_L1].toArray()) {
            if (one["name"_L1] == target && one["protocol"_L1].toString(u"TCP"_s) == protocol)
                return one["containerPort"_L1].toInt();
        }
    }
    return 0;
}

bool isReadyByItself(const QJsonObject &pod)
{
    return isConditionTrue(conditionsOf(pod), "Ready"_L1);
}

class Builder
{
public:
    Builder(const TopologyObjects &objects, const QJsonObject &focus)
        : m_objects(objects)
        , m_focus(focus)
        , m_kind(focus["kind"_L1].toString())
        , m_nameSpace(focus["metadata"_L1]["namespace"_L1].toString())
    {
    }

    Topology build()
    {
        for (const auto &service : m_objects.services) {
            if (concerns(service))
                addService(service);
        }
        for (const auto &ingress : m_objects.ingresses)
            addIngress(ingress);
        if (m_result.boxes.empty() || !hasPods())
            addOwnPods();
        return std::move(m_result);
    }

private:
    bool isFocus(const QJsonObject &object, QLatin1StringView kind) const
    {
        return m_kind == kind && nameOf(object) == nameOf(m_focus);
    }

    bool isFocusPod(const QJsonObject &pod) const
    {
        if (m_kind == "Pod"_L1)
            return nameOf(pod) == nameOf(m_focus);
        return selects(m_focus["spec"_L1]["selector"_L1].toObject(), pod);
    }

    bool concerns(const QJsonObject &service) const
    {
        if (m_kind == "Service"_L1)
            return nameOf(service) == nameOf(m_focus);
        if (m_kind == "Ingress"_L1) {
            const auto routes = routesOf(m_focus);
            return std::ranges::find(routes, nameOf(service), &Route::service) != routes.end();
        }
        const auto selector = service["spec"_L1]["selector"_L1].toObject();
        return std::ranges::any_of(m_objects.pods, [&](const QJsonObject &pod) {
            return isFocusPod(pod) && selects(selector, pod);
        });
    }

    bool hasPods() const
    {
        return std::ranges::any_of(
            m_result.boxes, [](const TopologyBox &box) { return box.object.kind == "Pod"_L1; });
    }

    ObjectKey key(const QString &group, const QString &kind, const QString &name) const
    {
        return {group, kind, m_nameSpace, name};
    }

    int add(TopologyBox box)
    {
        m_result.boxes.push_back(std::move(box));
        return int(m_result.boxes.size()) - 1;
    }

    void addService(const QJsonObject &service)
    {
        const auto spec = service["spec"_L1];
        QStringList ports;
        for (const auto &port : spec["ports"_L1].toArray()) {
            const auto target = port["targetPort"_L1];
            const auto to = target.isUndefined() ? port["port"_L1] : target;
            ports.append(portText(port["port"_L1]) + u" → "_s + portText(to));
        }
        const int box = add({.column = Column::Service,
                             .object = key({}, u"Service"_s, nameOf(service)),
                             .title = nameOf(service),
                             .detail = ports.join(u", "_s)});
        m_services.insert(nameOf(service), box);
        if (spec["type"_L1].toString() == "ExternalName"_L1) {
            const auto name = spec["externalName"_L1].toString();
            return link(box, add({.column = Column::End, .title = name}), {});
        }
        const auto selector = spec["selector"_L1].toObject();
        if (selector.isEmpty())
            return addAddresses(service, box);
        addPods(service, selector, box);
    }

    void addAddresses(const QJsonObject &service, int box)
    {
        int count = 0;
        for (const auto &address : m_objects.addresses) {
            if (address.service != nameOf(service) || ++count > MostPods)
                continue;
            link(box,
                 add({.column = Column::End,
                      .title = address.address,
                      .problem = address.isReady ? Problem::None : Problem::NotReady}),
                 {});
        }
        if (count == 0 && m_objects.knowsAddresses)
            m_result.boxes[size_t(box)].problem = Problem::NoAddresses;
    }

    bool isReady(const QJsonObject &service, const QJsonObject &pod) const
    {
        if (!m_objects.counted.contains(nameOf(service)))
            return isReadyByItself(pod);
        return std::ranges::any_of(m_objects.addresses, [&](const ServiceAddress &address) {
            return address.isReady && address.service == nameOf(service)
                && address.pod == nameOf(pod);
        });
    }

    void addPods(const QJsonObject &service, const QJsonObject &selector, int box)
    {
        const auto ports = service["spec"_L1]["ports"_L1].toArray();
        int count = 0;
        int ready = 0;
        int left = 0;
        for (const auto &pod : m_objects.pods) {
            const auto phase = pod["status"_L1]["phase"_L1].toString();
            if (!selects(selector, pod) || phase == "Succeeded"_L1 || phase == "Failed"_L1)
                continue;
            ++count;
            const bool isUp = isReady(service, pod);
            ready += isUp ? 1 : 0;
            const bool isOther =
                m_kind == "Pod"_L1 && !isFocusPod(pod); // a pod's own way, not that of its like
            if (isOther || (count > MostPods && m_kind != "Pod"_L1)) {
                left += isOther ? 0 : 1;
                continue;
            }
            linkPod(ports, pod, box, isUp);
        }
        if (left > 0)
            link(box, add({.column = Column::End, .more = left}), {});
        auto &shown = m_result.boxes[size_t(box)];
        if (count == 0)
            shown.problem = Problem::NoPods;
        else if (ready == 0)
            shown.problem = Problem::NoReadyPod;
    }

    int podBox(const QJsonObject &pod, bool isUp)
    {
        auto &known = m_pods[nameOf(pod)];
        if (known == 0)
            known = 1
                + add({.column = Column::End,
                       .object = key({}, u"Pod"_s, nameOf(pod)),
                       .title = nameOf(pod),
                       .detail = pod["status"_L1]["podIP"_L1].toString(),
                       .problem = isUp ? Problem::None : Problem::NotReady});
        return known - 1;
    }

    void linkPod(const QJsonArray &ports, const QJsonObject &pod, int box, bool isUp)
    {
        QStringList labels;
        QString lacking;
        for (const auto &port : ports) {
            const int target = resolved(port, pod);
            if (target == 0)
                lacking = port["targetPort"_L1].toString();
            else
                labels.append(portText(port["port"_L1]) + u" → "_s + QString::number(target));
        }
        const int to = podBox(pod, isUp);
        link(box, to, labels.join(u", "_s),
             lacking.isEmpty() ? Problem::None : Problem::NoSuchTargetPort, lacking);
    }

    void link(int from, int to, const QString &label, Problem problem = Problem::None,
              const QString &lacking = {})
    {
        m_result.links.push_back({from, to, label, problem, lacking});
    }

    void addIngress(const QJsonObject &ingress)
    {
        const bool all = isFocus(ingress, "Ingress"_L1);
        if (m_kind == "Ingress"_L1 && !all)
            return;
        for (const auto &route : routesOf(ingress)) {
            if (!all && !m_services.contains(route.service))
                continue;
            if (route.service.isEmpty())
                continue; // to an object of another kind, which is not known here
            const auto secret = secretFor(ingress, route.host);
            const bool lacks =
                m_objects.knowsSecrets && !secret.isEmpty() && !m_objects.secrets.contains(secret);
            const int box =
                add({.column = Column::Route,
                     .object = key(u"networking.k8s.io"_s, u"Ingress"_s, nameOf(ingress)),
                     .title = route.host + route.path,
                     .detail = secret.isEmpty() ? nameOf(ingress)
                                                : QString(nameOf(ingress) + u" · TLS "_s + secret),
                     .problem = lacks ? Problem::NoSuchSecret : Problem::None,
                     .lacking = lacks ? secret : QString()});
            linkService(route, box);
        }
    }

    void linkService(const Route &route, int box)
    {
        const auto label = portText(route.port);
        if (!m_services.contains(route.service))
            m_services.insert(route.service,
                              add({.column = Column::Service,
                                   .object = key({}, u"Service"_s, route.service),
                                   .title = route.service,
                                   .problem = Problem::NoSuchService,
                                   .lacking = route.service}));
        const int to = m_services.value(route.service);
        const auto service = std::ranges::find_if(m_objects.services, [&](const QJsonObject &one) {
            return nameOf(one) == route.service;
        });
        bool isThere = service == m_objects.services.end(); // the service is what is missing then
        if (!isThere) {
            for (const auto &port : (*service)["spec"_L1]["ports"_L1].toArray())
                isThere = isThere || port["port"_L1] == route.port || port["name"_L1] == route.port;
        }
        link(box, to, label, isThere ? Problem::None : Problem::NoSuchPort,
             isThere ? QString() : label);
    }

    /// A pod or workload that no service leads to.
    void addOwnPods()
    {
        if (m_kind == "Service"_L1 || m_kind == "Ingress"_L1)
            return;
        int left = 0;
        for (const auto &pod : m_objects.pods) {
            if (!isFocusPod(pod) || m_pods.contains(nameOf(pod)))
                continue;
            if (int(m_pods.size()) < MostPods)
                podBox(pod, isReadyByItself(pod));
            else
                ++left;
        }
        if (left > 0)
            add({.column = Column::End, .more = left});
    }

    const TopologyObjects &m_objects;
    const QJsonObject &m_focus;
    QString m_kind;
    QString m_nameSpace;
    Topology m_result;
    QMap<QString, int> m_services; ///< boxes by name
    std::map<QString, int> m_pods; ///< boxes by name, plus one
};

} // namespace

bool Topology::isBroken() const
{
    const auto broken = [](Problem problem) {
        return problem != Problem::None && problem != Problem::NotReady;
    };
    return std::ranges::any_of(boxes, broken, &TopologyBox::problem)
        || std::ranges::any_of(links, broken, &TopologyLink::problem);
}

Topology topologyOf(const TopologyObjects &objects, const QJsonObject &focus)
{
    return Builder(objects, focus).build();
}

} // namespace kube
