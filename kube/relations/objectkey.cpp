// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/relations/objectkey.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace kube {

size_t qHash(const ObjectKey &key, size_t seed)
{
    return qHashMulti(seed, key.group, key.kind, key.nameSpace, key.name);
}

QString groupOf(const QString &apiVersion)
{
    return apiVersion.left(qMax<qsizetype>(0, apiVersion.indexOf(u'/')));
}

ObjectKey keyOf(const QJsonObject &object)
{
    const auto meta = object["metadata"_L1].toObject();
    return {groupOf(object["apiVersion"_L1].toString()), object["kind"_L1].toString(),
            meta["namespace"_L1].toString(), meta["name"_L1].toString()};
}

bool isClusterScoped(const QString &group, const QString &kind)
{
    // https://kubernetes.io/docs/reference/kubernetes-api/
    static const QSet<QString> Known{
        u"/Node"_s,
        u"/Namespace"_s,
        u"/PersistentVolume"_s,
        u"storage.k8s.io/StorageClass"_s,
        u"storage.k8s.io/CSINode"_s,
        u"storage.k8s.io/CSIDriver"_s,
        u"storage.k8s.io/VolumeAttachment"_s,
        u"scheduling.k8s.io/PriorityClass"_s,
        u"node.k8s.io/RuntimeClass"_s,
        u"networking.k8s.io/IngressClass"_s,
        u"rbac.authorization.k8s.io/ClusterRole"_s,
        u"rbac.authorization.k8s.io/ClusterRoleBinding"_s,
        u"apiextensions.k8s.io/CustomResourceDefinition"_s,
        u"apiregistration.k8s.io/APIService"_s,
        u"certificates.k8s.io/CertificateSigningRequest"_s,
        u"admissionregistration.k8s.io/MutatingWebhookConfiguration"_s,
        u"admissionregistration.k8s.io/ValidatingWebhookConfiguration"_s,
    };
    return Known.contains(QString(group + u'/' + kind));
}

} // namespace kube
