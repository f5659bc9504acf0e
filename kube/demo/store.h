// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/error.h"
#include "kube/objectref.h"

#include <QHash>
#include <QJsonObject>
#include <QObject>

#include <deque>
#include <map>
#include <optional>
#include <vector>

namespace demo {

/// One write to the store.
struct Change
{
    enum class Type { Added, Modified, Deleted };

    Type type = Type::Added;
    qint64 revision = 0;
    kube::GroupVersionResource gvr = {};
    QJsonObject object = {}; ///< as it is now; for Deleted its last state
    QJsonObject previous = {}; ///< as it was; empty for Added
};

/// The objects of the demo cluster, in memory: what etcd is to a real one.
///
/// Gives out uid, resourceVersion, creationTimestamp and generation, and remembers the last writes
/// so that watches can be replayed. Knows only the kinds that were added with addResource().
class Store : public QObject
{
    Q_OBJECT

public:
    explicit Store(QObject *parent = nullptr);

    void addResource(const kube::ApiResource &resource); ///< replaces one of the same name
    void removeResource(const kube::GroupVersionResource &gvr);
    const std::vector<kube::ApiResource> &resources() const { return m_resources; }
    const kube::ApiResource *resource(const kube::GroupVersionResource &gvr) const;
    const kube::ApiResource *resourceOfKind(QStringView apiVersion, QStringView kind) const;

    std::optional<QJsonObject> get(const kube::ObjectRef &ref) const;
    /// In the order of their keys (namespace, then name); an empty namespace lists all.
    std::vector<QJsonObject> list(const kube::GroupVersionResource &gvr,
                                  const QString &nameSpace = {}) const;
    /// The same as it was at `revision`; no value when that is forgotten (410).
    std::optional<std::vector<QJsonObject>> listAt(const kube::GroupVersionResource &gvr,
                                                   const QString &nameSpace, qint64 revision) const;

    kube::Result<QJsonObject> create(const kube::GroupVersionResource &gvr, QJsonObject object);
    /// Replaces an object. A resourceVersion in `object` must be the current one. A write that
    /// changes nothing keeps the resourceVersion; one that changes `spec` raises the generation.
    kube::Result<QJsonObject> update(const kube::ObjectRef &ref, QJsonObject object);
    /// Removes the object, or only marks it with deletionTimestamp while it has finalizers, or is a
    /// pod, graceful pods are on and `graceSeconds` is not 0.
    kube::Result<QJsonObject> remove(const kube::ObjectRef &ref, int graceSeconds = -1);
    /// Creates or replaces, by apiVersion and kind, with no regard to resourceVersion: for
    /// fixtures.
    QJsonObject put(QJsonObject object);

    /// Where an object lives, by its apiVersion and kind; an empty resource when the kind is
    /// unknown.
    kube::ObjectRef refOf(const QJsonObject &object) const;

    qint64 revision() const { return m_revision; }
    /// The writes to one kind after `revision`; no value when they are forgotten (410).
    std::optional<std::vector<Change>> since(const kube::GroupVersionResource &gvr,
                                             qint64 revision) const;
    /// Whether lists and continue tokens of this revision can still be served.
    bool remembers(qint64 revision) const { return revision >= m_compacted; }
    void compact(); ///< forgets all history
    void compact(qint64 revision); ///< forgets what was written up to this one, as etcd does
    /// Whether deleted pods stay until somebody (the story's kubelet) removes them for good.
    void setGracefulPods(bool on) { m_gracefulPods = on; }

Q_SIGNALS:
    void changed(const demo::Change &change);
    void resourcesChanged();

private:
    using Collection = std::map<QString, QJsonObject>;
    void record(Change::Type type, const kube::GroupVersionResource &gvr, const QJsonObject &object,
                const QJsonObject &previous = {});
    QString qualified(const kube::GroupVersionResource &gvr) const;

    std::vector<kube::ApiResource> m_resources;
    QHash<kube::GroupVersionResource, Collection> m_collections;
    std::deque<Change> m_history;
    qint64 m_revision = 1000;
    qint64 m_compacted = 0;
    quint64 m_created = 0;
    bool m_gracefulPods = false;
};

/// The time as Kubernetes writes it: RFC 3339 in UTC with whole seconds.
QString timeText(const QDateTime &time);

} // namespace demo
