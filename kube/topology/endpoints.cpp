// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/topology/endpoints.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace kube {

static QString podOf(const QJsonValue &target)
{
    return target["kind"_L1].toString() == "Pod"_L1 ? target["name"_L1].toString() : QString();
}

static void takeSubset(const QJsonValue &list, bool ready, const ServiceAddress &common,
                       std::vector<ServiceAddress> &into)
{
    for (const auto &json : list.toArray()) {
        auto address = common;
        address.address = json["ip"_L1].toString();
        address.pod = podOf(json["targetRef"_L1]);
        address.isReady = ready;
        into.push_back(address);
    }
}

static bool isSlice(const QJsonObject &object)
{
    return object["kind"_L1].toString() == "EndpointSlice"_L1 || object.contains("addressType"_L1);
}

QString serviceOf(const QJsonObject &endpoints)
{
    const auto meta = endpoints["metadata"_L1];
    return isSlice(endpoints) ? meta["labels"_L1]["kubernetes.io/service-name"_L1].toString()
                              : meta["name"_L1].toString();
}

std::vector<ServiceAddress> addressesIn(const QJsonObject &object)
{
    const ServiceAddress common{.service = serviceOf(object),
                                .nameSpace = object["metadata"_L1]["namespace"_L1].toString()};
    std::vector<ServiceAddress> result;
    if (!isSlice(object)) {
        for (const auto &subset : object["subsets"_L1].toArray()) {
            takeSubset(subset["addresses"_L1], true, common, result);
            takeSubset(subset["notReadyAddresses"_L1], false, common, result);
        }
        return result;
    }
    for (const auto &endpoint : object["endpoints"_L1].toArray()) {
        auto address = common;
        address.address = endpoint["addresses"_L1][0].toString();
        address.pod = podOf(endpoint["targetRef"_L1]);
        address.isReady = endpoint["conditions"_L1]["ready"_L1].toBool(true); // nil means ready
        result.push_back(address);
    }
    return result;
}

} // namespace kube
