// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/demo/openapischemas.h"

#include "kube/demo/store.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

/// A field of a definition. The type is one of JSON's, "int-or-string", "date-time", "byte", "map"
/// (of strings), or the name of a definition; "[]" before it makes a list.
struct Field
{
    const char *definition;
    const char *name; ///< with "!" before it: required
    const char *type;
    const char *description;
    const char *keys = ""; ///< of a list: what its elements are told apart by
};

constexpr std::array Fields{
    Field{"ObjectMeta", "name", "string", "Name must be unique within a namespace."},
    Field{"ObjectMeta", "generateName", "string", "A prefix for a name the server makes."},
    Field{"ObjectMeta", "namespace", "string", "The space within which the name must be unique."},
    Field{"ObjectMeta", "labels", "map", "Keys and values to organize and select objects by."},
    Field{"ObjectMeta", "annotations", "map", "Keys and values that tools keep with an object."},
    Field{"ObjectMeta", "finalizers", "[]string", "Must be empty before the object is deleted."},
    Field{"ObjectMeta", "ownerReferences", "[]OwnerReference", "Objects this one depends on.",
          "uid"},
    Field{"ObjectMeta", "uid", "string", "Given by the server."},
    Field{"ObjectMeta", "resourceVersion", "string", "Given by the server."},
    Field{"ObjectMeta", "generation", "integer", "Given by the server."},
    Field{"ObjectMeta", "creationTimestamp", "date-time", "Given by the server."},
    Field{"ObjectMeta", "deletionTimestamp", "date-time", "Given by the server."},
    Field{"OwnerReference", "!apiVersion", "string", "API version of the referent."},
    Field{"OwnerReference", "!kind", "string", "Kind of the referent."},
    Field{"OwnerReference", "!name", "string", "Name of the referent."},
    Field{"OwnerReference", "!uid", "string", "UID of the referent."},
    Field{"OwnerReference", "controller", "boolean", "Whether it is the managing controller."},
    Field{"OwnerReference", "blockOwnerDeletion", "boolean", "Whether it waits for this one."},
    Field{"LabelSelector", "matchLabels", "map", "Labels that all must match."},
    Field{"LabelSelector", "matchExpressions", "[]object", "Requirements that all must match."},
    Field{"DeploymentSpec", "replicas", "integer", "Number of desired pods. Defaults to 1."},
    Field{"DeploymentSpec", "!selector", "LabelSelector", "Label selector for pods."},
    Field{"DeploymentSpec", "!template", "PodTemplateSpec", "The pods that will be created."},
    Field{"DeploymentSpec", "strategy", "DeploymentStrategy", "How pods are replaced by new ones."},
    Field{"DeploymentSpec", "paused", "boolean", "Indicates that the deployment is paused."},
    Field{"DeploymentSpec", "minReadySeconds", "integer", "Seconds a pod must be ready."},
    Field{"DeploymentSpec", "revisionHistoryLimit", "integer", "Old ReplicaSets to retain."},
    Field{"DeploymentSpec", "progressDeadlineSeconds", "integer", "Until it counts as failed."},
    Field{"DeploymentStrategy", "type", "string:Recreate,RollingUpdate", "Type of deployment."},
    Field{"DeploymentStrategy", "rollingUpdate", "object", "Present only if RollingUpdate."},
    Field{"PodTemplateSpec", "metadata", "ObjectMeta", "Standard object's metadata."},
    Field{"PodTemplateSpec", "spec", "PodSpec", "Desired behavior of the pod."},
    Field{"PodSpec", "!containers", "[]Container", "List of containers of the pod.", "name"},
    Field{"PodSpec", "initContainers", "[]Container", "Run before the containers.", "name"},
    Field{"PodSpec", "volumes", "[]Volume", "Volumes that containers can mount.", "name"},
    Field{"PodSpec", "restartPolicy", "string:Always,OnFailure,Never", "For all containers."},
    Field{"PodSpec", "serviceAccountName", "string", "The account the pod runs as."},
    Field{"PodSpec", "nodeName", "string", "The node the pod is bound to."},
    Field{"PodSpec", "nodeSelector", "map", "Labels of nodes the pod fits on."},
    Field{"PodSpec", "terminationGracePeriodSeconds", "integer", "Time to end gracefully."},
    Field{"PodSpec", "dnsPolicy", "string:ClusterFirst,ClusterFirstWithHostNet,Default,None",
          "DNS policy of the pod."},
    Field{"PodSpec", "schedulerName", "string", "Which scheduler takes the pod."},
    Field{"PodSpec", "hostNetwork", "boolean", "Use the host's network namespace."},
    Field{"PodSpec", "securityContext", "object", "Security attributes of the pod."},
    Field{"PodSpec", "tolerations", "[]object", "Taints the pod bears."},
    Field{"PodSpec", "affinity", "object", "Scheduling constraints."},
    Field{"PodSpec", "imagePullSecrets", "[]object", "Secrets to pull images with.", "name"},
    Field{"Container", "!name", "string", "Name of the container, a DNS_LABEL."},
    Field{"Container", "image", "string", "Container image name."},
    Field{"Container", "imagePullPolicy", "string:Always,IfNotPresent,Never", "When to pull."},
    Field{"Container", "command", "[]string", "Entrypoint array."},
    Field{"Container", "args", "[]string", "Arguments to the entrypoint."},
    Field{"Container", "env", "[]EnvVar", "Environment variables.", "name"},
    Field{"Container", "envFrom", "[]object", "Sources of environment variables."},
    Field{"Container", "ports", "[]ContainerPort", "Ports to expose.", "containerPort protocol"},
    Field{"Container", "resources", "ResourceRequirements", "Compute resources required."},
    Field{"Container", "volumeMounts", "[]VolumeMount", "Volumes to mount.", "mountPath"},
    Field{"Container", "livenessProbe", "object", "Restarts the container when it fails."},
    Field{"Container", "readinessProbe", "object", "Takes the pod from services when it fails."},
    Field{"Container", "startupProbe", "object", "The other probes wait for it."},
    Field{"Container", "lifecycle", "object", "Actions at start and end."},
    Field{"Container", "securityContext", "object", "Security options of the container."},
    Field{"Container", "workingDir", "string", "The container's working directory."},
    Field{"Container", "tty", "boolean", "Whether to allocate a TTY."},
    Field{"Container", "stdin", "boolean", "Whether to allocate a buffer for stdin."},
    Field{"Container", "terminationMessagePath", "string", "Where the last message is."},
    Field{"Container", "terminationMessagePolicy", "string", "How it is filled."},
    Field{"ContainerPort", "!containerPort", "integer", "Port on the pod's IP address."},
    Field{"ContainerPort", "name", "string", "Can be referred to by services."},
    Field{"ContainerPort", "protocol", "string:SCTP,TCP,UDP", "Defaults to TCP."},
    Field{"ContainerPort", "hostPort", "integer", "Port on the host."},
    Field{"EnvVar", "!name", "string", "Name of the environment variable."},
    Field{"EnvVar", "value", "string", "Variable references $(NAME) are expanded."},
    Field{"EnvVar", "valueFrom", "object", "Source of the value."},
    Field{"ResourceRequirements", "limits", "quantities", "The maximum allowed."},
    Field{"ResourceRequirements", "requests", "quantities", "The minimum required."},
    Field{"VolumeMount", "!name", "string", "Must match the name of a volume."},
    Field{"VolumeMount", "!mountPath", "string", "Path within the container."},
    Field{"VolumeMount", "readOnly", "boolean", "Defaults to false."},
    Field{"VolumeMount", "subPath", "string", "Path within the volume."},
    Field{"Volume", "!name", "string", "Name of the volume."},
    Field{"Volume", "configMap", "object", "Populates the volume from a ConfigMap."},
    Field{"Volume", "secret", "object", "Populates the volume from a Secret."},
    Field{"Volume", "emptyDir", "object", "Shares the pod's lifetime."},
    Field{"Volume", "hostPath", "object", "A directory of the node."},
    Field{"Volume", "persistentVolumeClaim", "object", "A claim in the same namespace."},
    Field{"Volume", "projected", "object", "Several sources in one."},
    Field{"ServiceSpec", "type", "string:ClusterIP,ExternalName,LoadBalancer,NodePort",
          "How the service is exposed. Defaults to ClusterIP."},
    Field{"ServiceSpec", "selector", "map", "Labels of the pods it leads to."},
    Field{"ServiceSpec", "ports", "[]ServicePort", "The ports it exposes.", "port protocol"},
    Field{"ServiceSpec", "clusterIP", "string", "Its address, usually given by the server."},
    Field{"ServiceSpec", "clusterIPs", "[]string", "Its addresses."},
    Field{"ServiceSpec", "externalName", "string", "A DNS name to stand for."},
    Field{"ServiceSpec", "sessionAffinity", "string:ClientIP,None", "Defaults to None."},
    Field{"ServicePort", "!port", "integer", "The port that will be exposed."},
    Field{"ServicePort", "targetPort", "int-or-string", "Number or name of the pods' port."},
    Field{"ServicePort", "name", "string", "Must be unique if there are several."},
    Field{"ServicePort", "protocol", "string:SCTP,TCP,UDP", "Defaults to TCP."},
    Field{"ServicePort", "nodePort", "integer", "The port on each node."},
    Field{"ConfigMap", "data", "map", "The configuration data."},
    Field{"ConfigMap", "binaryData", "map", "The binary data, in base64."},
    Field{"ConfigMap", "immutable", "boolean", "If true, the data cannot be updated."},
    Field{"Secret", "data", "bytes", "The secret data, in base64."},
    Field{"Secret", "stringData", "map", "Write-only: secret data in clear."},
    Field{"Secret", "type", "string", "Used to handle secret data by programs."},
    Field{"Secret", "immutable", "boolean", "If true, the data cannot be updated."},
    Field{"Pod", "spec", "PodSpec", "Desired behavior of the pod."},
    Field{"Deployment", "spec", "DeploymentSpec", "Desired behavior of the Deployment."},
    Field{"Service", "spec", "ServiceSpec", "Defines the behavior of a service."},
};

class Schemas
{
public:
    Schemas(OpenApiForm form, const Store &store)
        : m_form(form)
        , m_store(store)
    {
    }

    QJsonObject definitions;

    void addKind(const kube::ApiResource &kind)
    {
        auto schema = customSchema(kind);
        const bool known = isKnown(kind.kind) && (kind.group.isEmpty() || kind.group == "apps"_L1);
        if (schema.isEmpty() && known)
            schema = definition(kind.kind);
        const bool isOpen = schema.isEmpty();
        auto properties = schema["properties"_L1].toObject();
        properties["apiVersion"_L1] = text(u"Version of the schema of this object."_s);
        properties["kind"_L1] = text(u"The kind of object."_s);
        properties["metadata"_L1] = reference("ObjectMeta", u"Standard object's metadata."_s);
        if (known)
            properties["status"_L1] = QJsonObject{{u"type"_s, u"object"_s}};
        schema["type"_L1] = u"object"_s;
        schema["properties"_L1] = properties;
        if (isOpen)
            schema["x-kubernetes-preserve-unknown-fields"_L1] = true;
        schema["x-kubernetes-group-version-kind"_L1] = QJsonArray{QJsonObject{
            {u"group"_s, kind.group}, {u"version"_s, kind.version}, {u"kind"_s, kind.kind}}};
        definitions[u"io.k8s.api.%1.%2.%3"_s.arg(kind.group.isEmpty() ? u"core"_s : kind.group,
                                                 kind.version, kind.kind)] = schema;
    }

private:
    static bool isKnown(const QString &name)
    {
        return std::ranges::any_of(Fields, [&](const Field &field) {
            return name == QLatin1StringView(field.definition);
        });
    }

    static QJsonObject text(const QString &description)
    {
        return {{u"type"_s, u"string"_s}, {u"description"_s, description}};
    }

    static QJsonObject mapOf(const QJsonObject &values)
    {
        return {{u"type"_s, u"object"_s}, {u"additionalProperties"_s, values}};
    }

    QJsonObject reference(const QByteArray &name, const QString &description)
    {
        const auto full = u"io.k8s.api.core.v1."_s + QString::fromLatin1(name);
        if (!definitions.contains(full)) {
            definitions[full] = QJsonObject(); // ends circles
            definitions[full] = definition(QString::fromLatin1(name));
        }
        const bool v3 = m_form == OpenApiForm::V3;
        const QJsonObject ref{
            {u"$ref"_s, QString((v3 ? u"#/components/schemas/"_s : u"#/definitions/"_s) + full)}};
        if (!v3)
            return {{u"$ref"_s, ref["$ref"_L1]}, {u"description"_s, description}};
        return {{u"allOf"_s, QJsonArray{ref}}, {u"description"_s, description}};
    }

    QJsonObject definition(const QString &name)
    {
        QJsonObject properties;
        QJsonArray required;
        for (const auto &field : Fields) {
            if (name != QLatin1StringView(field.definition))
                continue;
            const bool must = field.name[0] == '!';
            const auto key = QString::fromLatin1(field.name + (must ? 1 : 0));
            properties[key] = property(field);
            if (must)
                required.append(key);
        }
        QJsonObject schema{{u"type"_s, u"object"_s}, {u"properties"_s, properties}};
        if (!required.isEmpty())
            schema["required"_L1] = required;
        return schema;
    }

    QJsonObject property(const Field &field)
    {
        QByteArray type = field.type;
        const auto description = QString::fromLatin1(field.description);
        if (!type.startsWith("[]")) {
            auto schema = schemaOf(type, description);
            schema["description"_L1] = description;
            return schema;
        }
        QJsonObject schema{{u"type"_s, u"array"_s},
                           {u"description"_s, description},
                           {u"items"_s, schemaOf(type.sliced(2), {})}};
        const auto keys = QString::fromLatin1(field.keys).split(u' ', Qt::SkipEmptyParts);
        if (!keys.isEmpty()) {
            schema["x-kubernetes-list-type"_L1] = u"map"_s;
            schema["x-kubernetes-list-map-keys"_L1] = QJsonArray::fromStringList(keys);
            schema["x-kubernetes-patch-merge-key"_L1] = keys.first();
            schema["x-kubernetes-patch-strategy"_L1] = u"merge"_s;
        }
        return schema;
    }

    QJsonObject schemaOf(const QByteArray &type, const QString &description)
    {
        const QJsonObject string{{u"type"_s, u"string"_s}};
        if (type.startsWith("string:"))
            return {{u"type"_s, u"string"_s},
                    {u"enum"_s,
                     QJsonArray::fromStringList(QString::fromLatin1(type.sliced(7)).split(u','))}};
        if (type == "int-or-string")
            return {{u"type"_s, u"string"_s}, {u"format"_s, u"int-or-string"_s}};
        if (type == "date-time")
            return {{u"type"_s, u"string"_s}, {u"format"_s, u"date-time"_s}};
        if (type == "map")
            return mapOf(string);
        if (type == "bytes")
            return mapOf({{u"type"_s, u"string"_s}, {u"format"_s, u"byte"_s}});
        if (type == "quantities")
            return mapOf({{u"x-kubernetes-int-or-string"_s, true}});
        if (isKnown(QString::fromLatin1(type)))
            return reference(type, description);
        return {{u"type"_s, QString::fromLatin1(type)}};
    }

    /// What a definition says of its kind, structural schema and all.
    QJsonObject customSchema(const kube::ApiResource &kind) const
    {
        const auto all =
            m_store.list({u"apiextensions.k8s.io"_s, u"v1"_s, u"customresourcedefinitions"_s});
        for (const auto &definition : all) {
            const auto spec = definition["spec"_L1];
            if (spec["group"_L1].toString() != kind.group
                || spec["names"_L1]["kind"_L1].toString() != kind.kind)
                continue;
            const auto versions = spec["versions"_L1].toArray();
            for (const auto &version : versions)
                if (version["name"_L1].toString() == kind.version)
                    return version["schema"_L1]["openAPIV3Schema"_L1].toObject();
        }
        return {};
    }

    OpenApiForm m_form;
    const Store &m_store;
};

} // namespace

QJsonObject openApiSchemas(const Store &store, const std::vector<kube::ApiResource> &kinds,
                           OpenApiForm form)
{
    Schemas schemas(form, store);
    for (const auto &kind : kinds)
        schemas.addKind(kind);
    return std::move(schemas.definitions);
}

} // namespace demo
