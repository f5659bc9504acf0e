// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/describe/describewriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

static void describePhase(DescribeWriter &out)
{
    const auto phase = out.status["phase"_L1].toString();
    const auto deleted = out.meta["deletionTimestamp"_L1].toString();
    if (!deleted.isEmpty())
        out.field(u"Status"_s, u"Terminating (lasts %1)"_s.arg(out.age(deleted)), TextTone::Warn);
    else
        out.field(u"Status"_s, phase,
                  phase == "Bound"_L1 || phase == "Available"_L1   ? TextTone::Ok
                      : phase == "Lost"_L1 || phase == "Failed"_L1 ? TextTone::Error
                                                                   : TextTone::Info);
}

static void describeClass(DescribeWriter &out)
{
    auto name = out.meta["annotations"_L1]["volume.beta.kubernetes.io/storage-class"_L1].toString();
    if (name.isEmpty())
        name = out.spec["storageClassName"_L1].toString();
    out.link(u"StorageClass"_s, u"storage.k8s.io/v1"_s, u"StorageClass"_s, name, false);
}

static bool usesClaim(const QJsonObject &pod, const QString &claim)
{
    const auto volumes = pod["spec"_L1]["volumes"_L1].toArray();
    return std::ranges::any_of(volumes, [&](const QJsonValue &volume) {
        return volume["persistentVolumeClaim"_L1]["claimName"_L1].toString() == claim
            || (volume["ephemeral"_L1].isObject()
                && QString(pod["metadata"_L1]["name"_L1].toString() + u'-'
                           + volume["name"_L1].toString())
                    == claim);
    });
}

static void describeUsers(DescribeWriter &out)
{
    const auto label = u"Used By"_s;
    if (out.sayMissing(label, u"Pod"_s))
        return;
    const auto *pods = out.companions.of(u"Pod"_s);
    if (!pods)
        return;
    std::vector<DescribedValue> users;
    for (const auto &pod : *pods) {
        const auto name = pod["metadata"_L1]["name"_L1].toString();
        if (usesClaim(pod, out.meta["name"_L1].toString()))
            users.push_back({name, TextTone::Link, out.idOf(u"v1"_s, u"Pod"_s, name)});
    }
    std::ranges::sort(users, {}, &DescribedValue::text);
    if (users.empty())
        out.field(label, u"<none>"_s, TextTone::Dim);
    else
        out.values(label, std::move(users));
}

void describeClaim(DescribeWriter &out)
{
    out.section(u"Claim"_s);
    describePhase(out);
    const auto volume = out.spec["volumeName"_L1].toString();
    out.link(u"Volume"_s, u"v1"_s, u"PersistentVolume"_s, volume, false);
    describeClass(out);
    out.field(u"Finalizers"_s, bracketed(out.meta["finalizers"_L1]));
    out.value(u"Requested"_s, out.spec["resources"_L1]["requests"_L1]["storage"_L1]);
    out.value(u"Capacity"_s, out.status["capacity"_L1]["storage"_L1]);
    out.field(
        u"Access Modes"_s,
        accessModes(volume.isEmpty() ? out.spec["accessModes"_L1] : out.status["accessModes"_L1]));
    out.value(u"VolumeMode"_s, out.spec["volumeMode"_L1]);
    if (const auto source = out.spec["dataSource"_L1]; source.isObject()) {
        out.group(u"DataSource"_s);
        out.value(u"APIGroup"_s, source["apiGroup"_L1]);
        out.value(u"Kind"_s, source["kind"_L1]);
        out.value(u"Name"_s, source["name"_L1]);
        out.higher();
    }
    describeUsers(out);
}

static void describeAffinity(DescribeWriter &out)
{
    const auto terms = out.spec["nodeAffinity"_L1]["required"_L1]["nodeSelectorTerms"_L1].toArray();
    if (terms.isEmpty())
        return;
    out.group(u"Node Affinity"_s);
    out.group(u"Required Terms"_s);
    for (qsizetype i = 0; i < terms.size(); ++i) {
        QStringList texts;
        const auto expressions = terms[i]["matchExpressions"_L1].toArray();
        for (const auto &one : expressions) {
            const auto values = one["values"_L1].toArray();
            texts.append(
                u"%1 %2%3"_s.arg(one["key"_L1].toString(), one["operator"_L1].toString().toLower(),
                                 values.isEmpty() ? QString() : u" [%1]"_s.arg(inLine(values))));
        }
        out.texts(u"Term %1"_s.arg(i), texts);
    }
    out.higher();
    out.higher();
}

void describeVolume(DescribeWriter &out)
{
    out.section(u"Volume"_s);
    describePhase(out);
    const auto claim = out.spec["claimRef"_L1];
    const auto place = claim["namespace"_L1].toString();
    const auto name = claim["name"_L1].toString();
    if (!name.isEmpty())
        out.values(u"Claim"_s,
                   {{place + u'/' + name,
                     TextTone::Link,
                     {u"v1"_s, u"PersistentVolumeClaim"_s, place, name}}});
    describeClass(out);
    out.field(u"Finalizers"_s, bracketed(out.meta["finalizers"_L1]));
    out.value(u"Reclaim Policy"_s, out.spec["persistentVolumeReclaimPolicy"_L1]);
    out.field(u"Access Modes"_s, accessModes(out.spec["accessModes"_L1]));
    out.value(u"VolumeMode"_s, out.spec["volumeMode"_L1]);
    out.value(u"Capacity"_s, out.spec["capacity"_L1]["storage"_L1]);
    describeAffinity(out);
    out.field(u"Message"_s, out.status["message"_L1].toString(), TextTone::Warn);
    auto source = out.spec;
    for (const auto key : {"claimRef"_L1, "capacity"_L1, "nodeAffinity"_L1})
        source.remove(key);
    out.section(u"Source"_s);
    describeVolumeSource(out, source);
}

void describeStorageClass(DescribeWriter &out)
{
    const auto &object = out.object;
    auto annotations = out.meta["annotations"_L1].toObject();
    const auto isDefault = [&annotations](QLatin1StringView key) {
        return annotations[key].toString() == "true"_L1;
    };
    out.section(u"StorageClass"_s);
    out.field(u"IsDefaultClass"_s,
              isDefault("storageclass.kubernetes.io/is-default-class"_L1)
                      || isDefault("storageclass.beta.kubernetes.io/is-default-class"_L1)
                  ? u"Yes"_s
                  : u"No"_s);
    out.value(u"Provisioner"_s, object["provisioner"_L1]);
    out.field(u"Parameters"_s, joinedMap(object["parameters"_L1].toObject()));
    if (object["allowVolumeExpansion"_L1].isBool())
        out.field(u"AllowVolumeExpansion"_s, yesNo(object["allowVolumeExpansion"_L1].toBool()));
    QStringList options;
    const auto list = object["mountOptions"_L1].toArray();
    for (const auto &option : list)
        options.append(option.toString());
    out.texts(u"MountOptions"_s, options);
    out.value(u"ReclaimPolicy"_s, object["reclaimPolicy"_L1]);
    out.value(u"VolumeBindingMode"_s, object["volumeBindingMode"_L1]);
    if (object["allowedTopologies"_L1].isArray())
        out.tree(u"AllowedTopologies"_s, object["allowedTopologies"_L1]);
}

} // namespace workspace
