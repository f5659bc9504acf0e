// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/describe/envtext.h"

#include "kube/apimachinery/quantity.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace workspace {

QString podFieldAt(const QJsonObject &pod, const QString &path)
{
    if (const auto bracket = path.indexOf(u'['); bracket > 0 && path.endsWith("']"_L1)) {
        const auto map = path.left(bracket).split(u'.').last();
        const auto key = path.mid(bracket + 2).chopped(2);
        return pod["metadata"_L1][map][key].toString();
    }
    QJsonValue value = pod;
    const auto parts = path.split(u'.');
    for (const auto &part : parts)
        value = value[part];
    if (path == "status.podIPs"_L1) {
        QStringList ips;
        const auto list = value.toArray();
        for (const auto &one : list)
            ips.append(one["ip"_L1].toString());
        return ips.join(u',');
    }
    return inLine(value);
}

QString containerResourceAt(const QJsonObject &container, const QJsonValue &ref)
{
    const auto path = ref["resource"_L1].toString().split(u'.');
    const auto amount =
        kube::Quantity::parse(container["resources"_L1][path.value(0)][path.value(1)].toString());
    if (!amount || amount->isZero()) {
        const bool limit = path.value(0) == "limits"_L1
            && (path.value(1) == "cpu"_L1 || path.value(1) == "memory"_L1);
        return limit ? u"node allocatable"_s : u"0"_s;
    }
    auto divisor = kube::Quantity::parse(ref["divisor"_L1].toString());
    if (!divisor || divisor->isZero())
        divisor = kube::Quantity::parse(u"1");
    return QString::number(qint64(std::ceil(amount->toDouble() / divisor->toDouble())));
}

DescribedValue environmentValue(const DescribeWriter &out, const QJsonObject &container,
                                const QJsonObject &variable)
{
    const auto from = variable["valueFrom"_L1].toObject();
    if (const auto field = from["fieldRef"_L1]; field.isObject()) {
        const auto path = field["fieldPath"_L1].toString();
        const bool known = out.object["kind"_L1].toString() == "Pod"_L1; // else a template
        return {u"%1 (%2:%3)"_s
                    .arg(known ? podFieldAt(out.object, path) : QString(),
                         field["apiVersion"_L1].toString(u"v1"_s), path)
                    .trimmed()};
    }
    if (const auto resource = from["resourceFieldRef"_L1]; resource.isObject())
        return {u"%1 (%2)"_s.arg(containerResourceAt(container, resource),
                                 resource["resource"_L1].toString())};
    if (const auto secret = from["secretKeyRef"_L1]; secret.isObject())
        return {u"<set to the key '%1' in secret '%2'>  Optional: %3"_s.arg(
                    secret["key"_L1].toString(), secret["name"_L1].toString(),
                    inLine(secret["optional"_L1].toBool())),
                TextTone::Link, out.idOf(u"v1"_s, u"Secret"_s, secret["name"_L1].toString())};
    if (const auto map = from["configMapKeyRef"_L1]; map.isObject())
        return {u"<set to the key '%1' of config map '%2'>  Optional: %3"_s.arg(
                    map["key"_L1].toString(), map["name"_L1].toString(),
                    inLine(map["optional"_L1].toBool())),
                TextTone::Link, out.idOf(u"v1"_s, u"ConfigMap"_s, map["name"_L1].toString())};
    return {variable["value"_L1].toString()};
}

} // namespace workspace
