// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/actions/change.h"

#include <QDateTime>
#include <QJsonObject>

#include <optional>

/// The changes that people make with kubectl, one function each. Where kubectl and the API leave a
/// choice, these send what kubectl (1.32) sends.
namespace kube {

/// Of whatever has a `scale` subresource.
/// https://kubernetes.io/docs/reference/kubectl/generated/kubectl_scale/
Change scaleTo(const ObjectTarget &target, int replicas);

/// Gives the pod template of a Deployment, StatefulSet or DaemonSet a new annotation, so that its
/// pods are replaced one after the other: `kubectl rollout restart`.
Change restart(const ObjectTarget &target, const QDateTime &now);

/// Holds the rollout of a Deployment, or lets it go on.
Change setPaused(const ObjectTarget &target, bool paused);

/// What becomes of the objects that a deleted one owns.
/// https://kubernetes.io/docs/concepts/architecture/garbage-collection/#cascading-deletion
enum class Propagation { Background, Foreground, Orphan };

struct DeleteChoices
{
    Propagation propagation = Propagation::Background;
    std::optional<int> graceSeconds = {}; ///< no value: the object's own
    bool force = false; ///< at once, without waiting for the kubelet: grace 0

    bool operator==(const DeleteChoices &) const = default;
};

/// `uid`, unless empty, makes the server refuse when another object has taken the name meanwhile.
Change deletion(const ObjectTarget &target, const QString &uid, const DeleteChoices &choices = {});

/// Whether new pods may come to a node: `kubectl cordon`, `kubectl uncordon`.
Change setSchedulable(const ObjectTarget &node, bool schedulable);

/// Asks for a pod to go, which a PodDisruptionBudget may refuse (429). `policyVersion` is "v1" or,
/// before Kubernetes 1.22, "v1beta1".
/// https://kubernetes.io/docs/concepts/scheduling-eviction/api-eviction/
Change eviction(const ObjectTarget &pod, const QString &policyVersion,
                std::optional<int> graceSeconds = {});

/// A label's or annotation's new value; no value takes it away.
struct MetadataEdit
{
    QString key = {};
    std::optional<QString> value = {};

    bool operator==(const MetadataEdit &) const = default;
};

Change label(const ObjectTarget &target, const std::vector<MetadataEdit> &edits);
Change annotate(const ObjectTarget &target, const std::vector<MetadataEdit> &edits);

/// Of a CronJob, or of a Job (from Kubernetes 1.24 on).
Change setSuspended(const ObjectTarget &target, bool suspended);

/// A Job made from a CronJob now: `kubectl create job --from=cronjob/…`. `jobs` is the discovery
/// entry of the kind Job, `name` the new job's name.
Change trigger(const ObjectTarget &cronJob, const QJsonObject &object, const ApiResource &jobs,
               const QString &name);
/// A name for the job that is no longer than a job's may be (63): "backup-manual-x4f2p".
QString triggeredName(const QString &cronJob);

/// A container's new image. `pod` specs are changed where they are: at the top of a Pod, in the
/// template of a workload, in the job template of a CronJob.
struct ImageEdit
{
    QString container = {};
    QString image = {};
    bool isInit = false;

    bool operator==(const ImageEdit &) const = default;
};

Change setImages(const ObjectTarget &target, const std::vector<ImageEdit> &edits);

/// Creates an object in the namespace of `target`; its name is the object's own.
Change creation(const ObjectTarget &target, const QJsonObject &object);

/// The PodSpec of a Pod, a workload or a CronJob; empty when there is none.
QJsonObject podSpecOf(const QJsonObject &object);

} // namespace kube
