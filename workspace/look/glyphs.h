// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QRectF>
#include <QString>

class QPainter;

namespace workspace {

/// Small line drawings on a grid of 16 × 16 units, painted crisp at every size.
enum class Glyph {
    Pod,
    Deployment,
    ReplicaSet,
    StatefulSet,
    DaemonSet,
    Job,
    CronJob,
    Service,
    Ingress,
    ConfigMap,
    Secret,
    PersistentVolumeClaim,
    PersistentVolume,
    Node,
    Namespace,
    Event,
    Release,
    CustomResource,
    Yaml,
    Describe,
    Logs,
    Shell,
    Changes,
    Inspect,
    List,
    Values,
    Topology,
    Close,
    Minimise,
    Expand,
    Plus,
    Minus,
    Fit,
    Search,
    Pin,
    Pinned,
    Detach,
    BringBack,
    Restore,
    More,
};

/// The glyph of a kind, by its Kubernetes name; CustomResource for kinds we have none for.
Glyph glyphForKind(const QString &kind);

/// Paints the glyph as lines of `color` into `rect` (a square).
void paintGlyph(QPainter &painter, Glyph glyph, const QRectF &rect, const QColor &color);

/// How something is doing, as a shape that can be told apart without its colour.
enum class Mark { Ring, Check, Clock, Triangle, Cross };

/// Paints the mark filled with `color`; what is cut out of it (the check, the cross) is `ground`.
void paintMark(QPainter &painter, Mark mark, const QRectF &rect, const QColor &color,
               const QColor &ground);

} // namespace workspace
