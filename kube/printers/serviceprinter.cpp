// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/printers/serviceprinter.h"

#include "kube/printers/rowtext.h"

#include <QJsonArray>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

constexpr qsizetype narrowAddresses = 16;

QString loadBalancerOf(const QJsonObject &service, ServiceRow::Width width)
{
    QStringList addresses;
    const auto ingresses = service["status"_L1]["loadBalancer"_L1]["ingress"_L1].toArray();
    for (const auto &ingress : ingresses) {
        const auto ip = ingress["ip"_L1].toString();
        addresses.append(ip.isEmpty() ? ingress["hostname"_L1].toString() : ip);
    }
    addresses.removeAll(QString());
    addresses.removeDuplicates();
    addresses.sort();
    auto text = addresses.join(u',');
    if (width == ServiceRow::Width::Narrow && text.size() > narrowAddresses)
        return text.first(narrowAddresses - 3) + u"..."_s;
    return text;
}

QString externalAddressOf(const QJsonObject &service, ServiceRow::Width width)
{
    const auto spec = service["spec"_L1];
    const auto type = spec["type"_L1].toString();
    QStringList addresses;
    for (const auto &address : spec["externalIPs"_L1].toArray())
        addresses.append(address.toString());
    if (type == "ClusterIP"_L1 || type == "NodePort"_L1)
        return orNone(addresses.join(u','));
    if (type == "ExternalName"_L1)
        return spec["externalName"_L1].toString();
    if (type != "LoadBalancer"_L1)
        return u"<unknown>"_s;
    if (const auto balanced = loadBalancerOf(service, width); !balanced.isEmpty())
        addresses.prepend(balanced);
    return addresses.isEmpty() ? u"<pending>"_s : addresses.join(u',');
}

QString clusterAddressOf(const QJsonObject &service)
{
    const auto spec = service["spec"_L1];
    const auto first = spec["clusterIPs"_L1][0].toString();
    return orNone(first.isEmpty() ? spec["clusterIP"_L1].toString() : first);
}

QString portsOf(const QJsonObject &service)
{
    QStringList texts;
    const auto ports = service["spec"_L1]["ports"_L1].toArray();
    for (const auto &port : ports) {
        auto text = QString::number(port["port"_L1].toInt());
        if (const auto nodePort = port["nodePort"_L1].toInt(); nodePort > 0)
            text += u':' + QString::number(nodePort);
        texts.append(text + u'/' + port["protocol"_L1].toString(u"TCP"_s));
    }
    return orNone(texts.join(u','));
}

} // namespace

ServiceRow serviceRow(const QJsonObject &service, const QDateTime &now, ServiceRow::Width width)
{
    return {.name = service["metadata"_L1]["name"_L1].toString(),
            .type = service["spec"_L1]["type"_L1].toString(),
            .clusterIP = clusterAddressOf(service),
            .externalIP = externalAddressOf(service, width),
            .ports = portsOf(service),
            .age = ageOf(service, now),
            .selector = labelsText(service["spec"_L1]["selector"_L1].toObject())};
}

} // namespace kube
