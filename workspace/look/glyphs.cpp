// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/look/glyphs.h"

#include <QCache>
#include <QFile>
#include <QHash>
#include <QPaintEngine>
#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

struct Drawing
{
    Glyph glyph = {};
    const char *file = nullptr;
    const char *kind = nullptr; ///< null for what is no kind's
};

constexpr std::array<Drawing, GlyphCount> Drawings{{
    {Glyph::Pod, "pod", "Pod"},
    {Glyph::Deployment, "deployment", "Deployment"},
    {Glyph::ReplicaSet, "replicaset", "ReplicaSet"},
    {Glyph::ReplicationController, "replicationcontroller", "ReplicationController"},
    {Glyph::StatefulSet, "statefulset", "StatefulSet"},
    {Glyph::DaemonSet, "daemonset", "DaemonSet"},
    {Glyph::Job, "job", "Job"},
    {Glyph::CronJob, "cronjob", "CronJob"},
    {Glyph::ControllerRevision, "controllerrevision", "ControllerRevision"},
    {Glyph::PodTemplate, "podtemplate", "PodTemplate"},
    {Glyph::HorizontalPodAutoscaler, "horizontalpodautoscaler", "HorizontalPodAutoscaler"},
    {Glyph::PodDisruptionBudget, "poddisruptionbudget", "PodDisruptionBudget"},
    {Glyph::Service, "service", "Service"},
    {Glyph::Endpoints, "endpoints", "Endpoints"},
    {Glyph::EndpointSlice, "endpointslice", "EndpointSlice"},
    {Glyph::Ingress, "ingress", "Ingress"},
    {Glyph::IngressClass, "ingressclass", "IngressClass"},
    {Glyph::NetworkPolicy, "networkpolicy", "NetworkPolicy"},
    {Glyph::ConfigMap, "configmap", "ConfigMap"},
    {Glyph::Secret, "secret", "Secret"},
    {Glyph::PersistentVolumeClaim, "persistentvolumeclaim", "PersistentVolumeClaim"},
    {Glyph::PersistentVolume, "persistentvolume", "PersistentVolume"},
    {Glyph::StorageClass, "storageclass", "StorageClass"},
    {Glyph::VolumeAttachment, "volumeattachment", "VolumeAttachment"},
    {Glyph::CsiDriver, "csidriver", "CSIDriver"},
    {Glyph::CsiNode, "csinode", "CSINode"},
    {Glyph::Node, "node", "Node"},
    {Glyph::Namespace, "namespace", "Namespace"},
    {Glyph::Event, "event", "Event"},
    {Glyph::ResourceQuota, "resourcequota", "ResourceQuota"},
    {Glyph::LimitRange, "limitrange", "LimitRange"},
    {Glyph::PriorityClass, "priorityclass", "PriorityClass"},
    {Glyph::RuntimeClass, "runtimeclass", "RuntimeClass"},
    {Glyph::Lease, "lease", "Lease"},
    {Glyph::ServiceAccount, "serviceaccount", "ServiceAccount"},
    {Glyph::Role, "role", "Role"},
    {Glyph::ClusterRole, "clusterrole", "ClusterRole"},
    {Glyph::RoleBinding, "rolebinding", "RoleBinding"},
    {Glyph::ClusterRoleBinding, "clusterrolebinding", "ClusterRoleBinding"},
    {Glyph::CertificateSigningRequest, "certificatesigningrequest", "CertificateSigningRequest"},
    {Glyph::CustomResourceDefinition, "customresourcedefinition", "CustomResourceDefinition"},
    {Glyph::MutatingWebhookConfiguration, "mutatingwebhookconfiguration",
     "MutatingWebhookConfiguration"},
    {Glyph::ValidatingWebhookConfiguration, "validatingwebhookconfiguration",
     "ValidatingWebhookConfiguration"},
    {Glyph::ValidatingAdmissionPolicy, "validatingadmissionpolicy", "ValidatingAdmissionPolicy"},
    {Glyph::ValidatingAdmissionPolicyBinding, "validatingadmissionpolicybinding",
     "ValidatingAdmissionPolicyBinding"},
    {Glyph::PodSecurityPolicy, "podsecuritypolicy", "PodSecurityPolicy"},
    {Glyph::ApiService, "apiservice", "APIService"},
    {Glyph::FlowSchema, "flowschema", "FlowSchema"},
    {Glyph::PriorityLevelConfiguration, "prioritylevelconfiguration", "PriorityLevelConfiguration"},
    {Glyph::ComponentStatus, "componentstatus", "ComponentStatus"},
    {Glyph::PodMetrics, "podmetrics", "PodMetrics"},
    {Glyph::NodeMetrics, "nodemetrics", "NodeMetrics"},
    {Glyph::Release, "release", "Release"},
    {Glyph::CustomResource, "customresource"},
    {Glyph::Yaml, "yaml"},
    {Glyph::Describe, "describe"},
    {Glyph::Logs, "logs"},
    {Glyph::Shell, "shell"},
    {Glyph::Changes, "changes"},
    {Glyph::Inspect, "inspect"},
    {Glyph::List, "list"},
    {Glyph::Values, "values"},
    {Glyph::Topology, "topology"},
    {Glyph::Close, "close"},
    {Glyph::Minimise, "minimise"},
    {Glyph::Maximise, "maximise"},
    {Glyph::Restore, "restore"},
    {Glyph::Detach, "detach"},
    {Glyph::Attach, "attach"},
    {Glyph::Pin, "pin"},
    {Glyph::Plus, "plus"},
    {Glyph::Minus, "minus"},
    {Glyph::Fit, "fit"},
    {Glyph::Search, "search"},
    {Glyph::Comment, "comment"},
    {Glyph::Lock, "lock"},
}};

constexpr bool isInOrder()
{
    for (int i = 0; i < GlyphCount; ++i) {
        if (Drawings[size_t(i)].glyph != Glyph(i))
            return false;
    }
    return true;
}
static_assert(isInOrder());

/// A glyph in one colour and size.
struct Key
{
    Glyph glyph = {};
    int pixels = 0; ///< of the device, to a side
    QRgb color = 0;

    bool operator==(const Key &) const = default;
};

size_t qHash(const Key &key, size_t seed)
{
    return qHashMulti(seed, int(key.glyph), key.pixels, key.color);
}

constexpr int MostBytes = 4 * 1024 * 1024;
constexpr int LargestKept = 128; // pixels; larger ones are seldom seen, and never again the same

QByteArray sourceOf(Glyph glyph)
{
    QFile file(glyphFile(glyph));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QImage rendered(const Key &key)
{
    QImage image(key.pixels, key.pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QSvgRenderer drawing(sourceOf(key.glyph));
    QPainter painter(&image);
    drawing.render(&painter, QRectF(image.rect()));
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(image.rect(), QColor::fromRgba(key.color));
    painter.end();
    return image.copy(); // the pixels alone: an image keeps the engine that painted it, for more
}

QImage imageOf(const Key &key)
{
    static QCache<Key, QImage> images(
        MostBytes); // of pixels alone, so it may outlive the application
    if (const auto *known = images.object(key))
        return *known;
    auto image = rendered(key);
    if (key.pixels <= LargestKept)
        images.insert(key, new QImage(image), int(image.sizeInBytes()));
    return image;
}

/// Lines, not pixels: for devices that have none, and for painters that turn or shear.
void paintLines(QPainter &painter, Glyph glyph, const QRectF &rect, const QColor &color)
{
    const auto stroke =
        u"stroke=\"%1\" stroke-opacity=\"%2\""_s.arg(color.name()).arg(color.alphaF());
    QSvgRenderer drawing(sourceOf(glyph).replace("stroke=\"#000\"", stroke.toLatin1()));
    drawing.render(&painter, rect);
}

} // namespace

Glyph glyphForKind(const QString &kind)
{
    static const auto glyphs = [] {
        QHash<QString, Glyph> all;
        for (const auto &drawing : Drawings) {
            if (drawing.kind)
                all.insert(QString::fromLatin1(drawing.kind), drawing.glyph);
        }
        return all;
    }();
    return glyphs.value(kind, Glyph::CustomResource);
}

QString glyphFile(Glyph glyph)
{
    return u":/glyphs/%1.svg"_s.arg(QLatin1StringView(Drawings[size_t(glyph)].file));
}

void paintGlyph(QPainter &painter, Glyph glyph, const QRectF &rect, const QColor &color)
{
    const auto transform = painter.deviceTransform();
    const bool isRaster = painter.paintEngine()->type() == QPaintEngine::Raster;
    if (!isRaster || transform.type() > QTransform::TxScale || transform.m11() <= 0) {
        paintLines(painter, glyph, rect, color);
        return;
    }
    const QRectF seen = transform.mapRect(rect);
    const int pixels = std::max(1, qRound(std::min(seen.width(), seen.height())));
    const QPoint corner(qRound(seen.center().x() - pixels / 2.0),
                        qRound(seen.center().y() - pixels / 2.0));
    const QImage image = imageOf({glyph, pixels, color.rgba()});
    painter.save();
    painter.setWorldTransform(transform.inverted() * painter.worldTransform());
    painter.drawImage(corner, image);
    painter.restore();
}

} // namespace workspace
