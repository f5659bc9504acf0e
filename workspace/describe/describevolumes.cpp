// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/describe/describewriter.h"

#include <array>

using namespace Qt::StringLiterals;

namespace workspace {

namespace {

/// A field of a volume source: what kubectl calls it and what it says when it is not set.
struct SourceField
{
    QLatin1StringView label = {};
    QLatin1StringView key = {};
    QLatin1StringView unset = {};
};

struct SourceForm
{
    QLatin1StringView key = {};
    QLatin1StringView type = {};
    std::array<SourceField, 5> fields = {};
};

constexpr SourceField ReadOnly{"ReadOnly"_L1, "readOnly"_L1, "false"_L1};
constexpr SourceField FsType{"FSType"_L1, "fsType"_L1, {}};
constexpr SourceField VolumeId{"VolumeID"_L1, "volumeID"_L1, {}};

// https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/volume/
constexpr std::array Forms{
    SourceForm{"hostPath"_L1,
               "HostPath"_L1,
               {{{"Path"_L1, "path"_L1, {}}, {"HostPathType"_L1, "type"_L1, {}}}}},
    SourceForm{"emptyDir"_L1,
               "EmptyDir"_L1,
               {{{"Medium"_L1, "medium"_L1, {}}, {"SizeLimit"_L1, "sizeLimit"_L1, "<unset>"_L1}}}},
    SourceForm{"nfs"_L1,
               "NFS"_L1,
               {{{"Server"_L1, "server"_L1, {}}, {"Path"_L1, "path"_L1, {}}, ReadOnly}}},
    SourceForm{"local"_L1, "LocalVolume"_L1, {{{"Path"_L1, "path"_L1, {}}}}},
    SourceForm{"csi"_L1,
               "CSI"_L1,
               {{{"Driver"_L1, "driver"_L1, {}},
                 FsType,
                 {"VolumeHandle"_L1, "volumeHandle"_L1, {}},
                 ReadOnly}}},
    SourceForm{"gcePersistentDisk"_L1,
               "GCEPersistentDisk"_L1,
               {{{"PDName"_L1, "pdName"_L1, {}},
                 FsType,
                 {"Partition"_L1, "partition"_L1, "0"_L1},
                 ReadOnly}}},
    SourceForm{"awsElasticBlockStore"_L1,
               "AWSElasticBlockStore"_L1,
               {{VolumeId, FsType, {"Partition"_L1, "partition"_L1, "0"_L1}, ReadOnly}}},
    SourceForm{
        "azureFile"_L1,
        "AzureFile"_L1,
        {{{"SecretName"_L1, "secretName"_L1, {}}, {"ShareName"_L1, "shareName"_L1, {}}, ReadOnly}}},
    SourceForm{"azureDisk"_L1,
               "AzureDisk"_L1,
               {{{"DiskName"_L1, "diskName"_L1, {}},
                 {"DiskURI"_L1, "diskURI"_L1, {}},
                 {"Kind"_L1, "kind"_L1, {}},
                 FsType,
                 ReadOnly}}},
    SourceForm{"cinder"_L1, "Cinder"_L1, {{VolumeId, FsType, ReadOnly}}},
    SourceForm{"vsphereVolume"_L1,
               "vSphereVolume"_L1,
               {{{"VolumePath"_L1, "volumePath"_L1, {}},
                 FsType,
                 {"StoragePolicyName"_L1, "storagePolicyName"_L1, {}}}}},
    SourceForm{"image"_L1,
               "Image"_L1,
               {{{"Reference"_L1, "reference"_L1, {}}, {"PullPolicy"_L1, "pullPolicy"_L1, {}}}}},
};

QString optional(const QJsonValue &source)
{
    return inLine(source["optional"_L1].toBool());
}

void describeProjected(DescribeWriter &out, const QJsonValue &projected)
{
    out.field(u"Type"_s, u"Projected"_s);
    const auto sources = projected["sources"_L1].toArray();
    for (const auto &source : sources) {
        if (const auto secret = source["secret"_L1]; secret.isObject()) {
            out.link(u"SecretName"_s, u"v1"_s, u"Secret"_s, secret["name"_L1].toString());
            out.field(u"Optional"_s, optional(secret));
        } else if (const auto map = source["configMap"_L1]; map.isObject()) {
            out.link(u"ConfigMapName"_s, u"v1"_s, u"ConfigMap"_s, map["name"_L1].toString());
            out.field(u"Optional"_s, optional(map));
        } else if (source["downwardAPI"_L1].isObject()) {
            out.field(u"DownwardAPI"_s, u"true"_s);
        } else {
            out.value(u"TokenExpirationSeconds"_s,
                      source["serviceAccountToken"_L1]["expirationSeconds"_L1]);
        }
    }
}

void describeDownward(DescribeWriter &out, const QJsonValue &source)
{
    out.field(u"Type"_s, u"DownwardAPI"_s);
    QStringList items;
    const auto list = source["items"_L1].toArray();
    for (const auto &item : list) {
        const auto from = item["fieldRef"_L1].isObject()
            ? item["fieldRef"_L1]["fieldPath"_L1].toString()
            : item["resourceFieldRef"_L1]["resource"_L1].toString();
        items.append(u"%1 -> %2"_s.arg(from, item["path"_L1].toString()));
    }
    out.texts(u"Items"_s, items);
}

void describeClaimTemplate(DescribeWriter &out, const QJsonValue &source)
{
    out.field(u"Type"_s, u"EphemeralVolume"_s);
    const auto spec = source["volumeClaimTemplate"_L1]["spec"_L1];
    out.link(u"StorageClass"_s, u"storage.k8s.io/v1"_s, u"StorageClass"_s,
             spec["storageClassName"_L1].toString(), false);
    out.field(u"Access Modes"_s, accessModes(spec["accessModes"_L1]));
    out.value(u"VolumeMode"_s, spec["volumeMode"_L1]);
    out.value(u"Requested"_s, spec["resources"_L1]["requests"_L1]["storage"_L1]);
}

/// Sources that name an object of their own namespace.
bool describeNamed(DescribeWriter &out, const QJsonObject &volume)
{
    if (const auto map = volume["configMap"_L1]; map.isObject()) {
        out.field(u"Type"_s, u"ConfigMap"_s);
        out.link(u"Name"_s, u"v1"_s, u"ConfigMap"_s, map["name"_L1].toString());
        out.field(u"Optional"_s, optional(map));
    } else if (const auto secret = volume["secret"_L1]; secret.isObject()) {
        out.field(u"Type"_s, u"Secret"_s);
        out.link(u"SecretName"_s, u"v1"_s, u"Secret"_s, secret["secretName"_L1].toString());
        out.field(u"Optional"_s, optional(secret));
    } else if (const auto claim = volume["persistentVolumeClaim"_L1]; claim.isObject()) {
        out.field(u"Type"_s, u"PersistentVolumeClaim"_s);
        out.link(u"ClaimName"_s, u"v1"_s, u"PersistentVolumeClaim"_s,
                 claim["claimName"_L1].toString());
        out.field(u"ReadOnly"_s, inLine(claim["readOnly"_L1].toBool()));
    } else if (volume["projected"_L1].isObject()) {
        describeProjected(out, volume["projected"_L1]);
    } else if (volume["downwardAPI"_L1].isObject()) {
        describeDownward(out, volume["downwardAPI"_L1]);
    } else if (volume["ephemeral"_L1].isObject()) {
        describeClaimTemplate(out, volume["ephemeral"_L1]);
    } else {
        return false;
    }
    return true;
}

} // namespace

void describeVolumeSource(DescribeWriter &out, const QJsonObject &volume)
{
    if (describeNamed(out, volume))
        return;
    for (const auto &form : Forms) {
        const auto source = volume[form.key];
        if (!source.isObject())
            continue;
        out.field(u"Type"_s, form.type);
        for (const auto &field : form.fields) {
            const auto text = inLine(source[field.key]);
            if (!field.label.isEmpty())
                out.field(field.label, text.isEmpty() ? QString(field.unset) : text);
        }
        out.map(u"VolumeAttributes"_s, source["volumeAttributes"_L1].toObject());
        return;
    }
    for (auto source = volume.begin(); source != volume.end(); ++source) {
        if (source->isObject())
            out.tree(titled(source.key()), *source);
    }
}

void describeVolumes(DescribeWriter &out, const QJsonArray &volumes)
{
    if (volumes.isEmpty())
        return;
    out.section(u"Volumes"_s);
    for (const auto &volume : volumes) {
        out.group(volume["name"_L1].toString());
        describeVolumeSource(out, volume.toObject());
        out.higher();
    }
}

} // namespace workspace
