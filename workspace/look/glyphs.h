// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QRectF>
#include <QString>

class QPainter;

namespace workspace {

/// Small line drawings, one to a file of resources/glyphs: SVG on a grid of 16 × 16 units, lines of
/// 1.25 units with round ends.
enum class Glyph {
    // One to a kind, in the order of the documentation; CustomResource is everybody else's.
    Pod,
    Deployment,
    ReplicaSet,
    ReplicationController,
    StatefulSet,
    DaemonSet,
    Job,
    CronJob,
    ControllerRevision,
    PodTemplate,
    HorizontalPodAutoscaler,
    PodDisruptionBudget,
    Service,
    Endpoints,
    EndpointSlice,
    Ingress,
    IngressClass,
    NetworkPolicy,
    ConfigMap,
    Secret,
    PersistentVolumeClaim,
    PersistentVolume,
    StorageClass,
    VolumeAttachment,
    CsiDriver,
    CsiNode,
    Node,
    Namespace,
    Event,
    ResourceQuota,
    LimitRange,
    PriorityClass,
    RuntimeClass,
    Lease,
    ServiceAccount,
    Role,
    ClusterRole,
    RoleBinding,
    ClusterRoleBinding,
    CertificateSigningRequest,
    CustomResourceDefinition,
    MutatingWebhookConfiguration,
    ValidatingWebhookConfiguration,
    ValidatingAdmissionPolicy,
    ValidatingAdmissionPolicyBinding,
    PodSecurityPolicy,
    ApiService,
    FlowSchema,
    PriorityLevelConfiguration,
    ComponentStatus,
    PodMetrics,
    NodeMetrics,
    Release,
    CustomResource,
    // Views
    Yaml,
    Describe,
    Logs,
    Shell,
    Changes,
    Inspect,
    List,
    Values,
    Topology,
    // Controls
    Close,
    Minimise,
    Maximise,
    Restore,
    Detach,
    Attach,
    Pin,
    Plus,
    Minus,
    Fit,
    Search,
    Comment,
    Lock,
};

/// The glyph of a kind, by its Kubernetes name; CustomResource for kinds we have none for.
Glyph glyphForKind(const QString &kind);

/// Where the drawing is among the resources.
QString glyphFile(Glyph glyph);
constexpr int GlyphCount = int(Glyph::Lock) + 1;

/// Paints the glyph as lines of `color` into `rect` (a square). On a raster it begins on a whole
/// device pixel and is as large as it is seen, so it is sharp at every scale; what was painted once
/// is kept. On paper (PDF, SVG) it stays a drawing. For the GUI thread.
void paintGlyph(QPainter &painter, Glyph glyph, const QRectF &rect, const QColor &color);

/// How something is doing, as a shape that can be told apart without its colour.
enum class Mark { Ring, Check, Clock, Triangle, Cross, Info };

/// Paints the mark filled with `color`; what is cut out of it (the check, the cross) is `ground`.
void paintMark(QPainter &painter, Mark mark, const QRectF &rect, const QColor &color,
               const QColor &ground);

} // namespace workspace
