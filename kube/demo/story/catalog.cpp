// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/demo/story/catalog.h"

#include "kube/demo/story/releases.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace demo {

static QJsonObject object(const World &world, const QString &apiVersion, const QString &kind,
                          const QString &nameSpace, const QString &name, int daysOld,
                          const QJsonObject &rest = {})
{
    QJsonObject meta{{u"name"_s, name},
                     {u"creationTimestamp"_s, timeText(world.now.addDays(-daysOld))}};
    if (!nameSpace.isEmpty())
        meta.insert("namespace"_L1, nameSpace);
    if (kind != "Namespace"_L1 && kind != "Node"_L1)
        meta.insert("labels"_L1, QJsonObject{{u"app"_s, name}});
    QJsonObject whole{{u"apiVersion"_s, apiVersion}, {u"kind"_s, kind}, {u"metadata"_s, meta}};
    for (auto entry = rest.begin(); entry != rest.end(); ++entry)
        whole.insert(entry.key(), entry.value());
    return whole;
}

static void addNode(World &world, const QString &name, const QString &ip, bool controlPlane)
{
    QJsonObject labels{
        {u"kubernetes.io/arch"_s, u"amd64"_s},
        {u"kubernetes.io/hostname"_s, name},
        {u"kubernetes.io/os"_s, u"linux"_s},
        {u"topology.kubernetes.io/zone"_s, controlPlane ? u"zone-a"_s : u"zone-b"_s}};
    QJsonObject spec{{u"podCIDR"_s, u"10.244.0.0/24"_s}};
    if (controlPlane) {
        labels.insert("node-role.kubernetes.io/control-plane"_L1, QString());
        spec.insert("taints"_L1,
                    QJsonArray{QJsonObject{{u"key"_s, u"node-role.kubernetes.io/control-plane"_s},
                                           {u"effect"_s, u"NoSchedule"_s}}});
    }
    const QJsonObject capacity{{u"cpu"_s, u"4"_s},
                               {u"memory"_s, u"8145152Ki"_s},
                               {u"pods"_s, u"110"_s},
                               {u"ephemeral-storage"_s, u"61202244Ki"_s}};
    const auto since = world.now.addDays(-41);
    const QJsonArray conditions{condition(u"MemoryPressure"_s, false,
                                          u"KubeletHasSufficientMemory"_s, since,
                                          u"kubelet has sufficient memory available"_s),
                                condition(u"DiskPressure"_s, false, u"KubeletHasNoDiskPressure"_s,
                                          since, u"kubelet has no disk pressure"_s),
                                condition(u"PIDPressure"_s, false, u"KubeletHasSufficientPID"_s,
                                          since, u"kubelet has sufficient PID available"_s),
                                condition(u"Ready"_s, true, u"KubeletReady"_s, since,
                                          u"kubelet is posting ready status"_s)};
    const QJsonObject info{{u"kubeletVersion"_s, u"v1.32.3"_s},
                           {u"osImage"_s, u"Debian GNU/Linux 12 (bookworm)"_s},
                           {u"kernelVersion"_s, u"6.1.0-31-amd64"_s},
                           {u"containerRuntimeVersion"_s, u"containerd://1.7.25"_s},
                           {u"operatingSystem"_s, u"linux"_s},
                           {u"architecture"_s, u"amd64"_s}};
    const QJsonArray addresses{QJsonObject{{u"type"_s, u"InternalIP"_s}, {u"address"_s, ip}},
                               QJsonObject{{u"type"_s, u"Hostname"_s}, {u"address"_s, name}}};
    auto node = object(world, u"v1"_s, u"Node"_s, {}, name, 41,
                       {{u"spec"_s, spec},
                        {u"status"_s,
                         QJsonObject{{u"capacity"_s, capacity},
                                     {u"allocatable"_s, capacity},
                                     {u"conditions"_s, conditions},
                                     {u"addresses"_s, addresses},
                                     {u"nodeInfo"_s, info}}}});
    auto meta = node["metadata"_L1].toObject();
    meta.insert("labels"_L1, labels);
    node.insert("metadata"_L1, meta);
    world.store.put(node);
}

struct Workload
{
    QString nameSpace;
    QString kind;
    QString name;
    QString image;
    int replicas = 1;
    QString behaviour = {};
    QString sidecar = {};
    int port = 8080;
};

static QJsonObject container(const QString &name, const QString &image, int port)
{
    const QJsonArray variables{
        QJsonObject{{u"name"_s, u"LOG_LEVEL"_s}, {u"value"_s, u"info"_s}},
        QJsonObject{{u"name"_s, u"PORT"_s}, {u"value"_s, QString::number(port)}}};
    const QJsonArray ports{
        QJsonObject{{u"name"_s, u"http"_s}, {u"containerPort"_s, port}, {u"protocol"_s, u"TCP"_s}}};
    return {
        {u"name"_s, name},
        {u"image"_s, image},
        {u"imagePullPolicy"_s, u"IfNotPresent"_s},
        {u"ports"_s, ports},
        {u"env"_s, variables},
        {u"resources"_s,
         QJsonObject{{u"requests"_s, QJsonObject{{u"cpu"_s, u"50m"_s}, {u"memory"_s, u"64Mi"_s}}},
                     {u"limits"_s, QJsonObject{{u"memory"_s, u"256Mi"_s}}}}}};
}

static QJsonObject podTemplate(const Workload &workload)
{
    QJsonArray containers{container(workload.name, workload.image, workload.port)};
    if (!workload.sidecar.isEmpty())
        containers.append(
            container(workload.sidecar, u"registry.example/mesh/proxy:1.24"_s, 15001));
    QJsonObject meta{{u"labels"_s, QJsonObject{{u"app"_s, workload.name}}}};
    if (!workload.behaviour.isEmpty())
        meta.insert("annotations"_L1,
                    QJsonObject{{u"demo.krateyard.dev/behaviour"_s, workload.behaviour}});
    QJsonObject spec{{u"containers"_s, containers}, {u"terminationGracePeriodSeconds"_s, 30}};
    if (workload.behaviour == "batch"_L1)
        spec.insert("restartPolicy"_L1, u"Never"_s);
    return {{u"metadata"_s, meta}, {u"spec"_s, spec}};
}

static QJsonObject workloadSpec(const Workload &workload)
{
    const auto pattern = podTemplate(workload);
    const QJsonObject selector{{u"matchLabels"_s, QJsonObject{{u"app"_s, workload.name}}}};
    if (workload.kind == "Job"_L1)
        return {{u"completions"_s, 1},
                {u"parallelism"_s, 1},
                {u"backoffLimit"_s, 6},
                {u"selector"_s, selector},
                {u"template"_s, pattern}};
    if (workload.kind == "CronJob"_L1)
        return {{u"schedule"_s, u"* * * * *"_s},
                {u"concurrencyPolicy"_s, u"Forbid"_s},
                {u"suspend"_s, false},
                {u"successfulJobsHistoryLimit"_s, 3},
                {u"jobTemplate"_s,
                 QJsonObject{{u"metadata"_s, pattern["metadata"_L1]},
                             {u"spec"_s,
                              QJsonObject{{u"completions"_s, 1},
                                          {u"parallelism"_s, 1},
                                          {u"selector"_s, selector},
                                          {u"template"_s, pattern}}}}}};
    QJsonObject spec{{u"selector"_s, selector}, {u"template"_s, pattern}};
    if (workload.kind != "DaemonSet"_L1)
        spec.insert("replicas"_L1, workload.replicas);
    if (workload.kind == "Deployment"_L1)
        spec.insert(
            "strategy"_L1,
            QJsonObject{{u"type"_s, u"RollingUpdate"_s},
                        {u"rollingUpdate"_s,
                         QJsonObject{{u"maxSurge"_s, 1}, {u"maxUnavailable"_s, u"25%"_s}}}});
    if (workload.kind == "StatefulSet"_L1)
        spec.insert("serviceName"_L1, workload.name);
    return spec;
}

static const std::vector<Workload> &workloads()
{
    static const auto deployment = u"Deployment"_s;
    static const std::vector<Workload> all{
        {u"shop"_s, deployment, u"storefront"_s, u"registry.example/shop/storefront:1.4.0"_s, 3},
        {u"shop"_s,
         deployment,
         u"cart"_s,
         u"registry.example/shop/cart:2.9.1"_s,
         2,
         {},
         u"proxy"_s},
        {u"shop"_s, deployment, u"catalog"_s, u"registry.example/shop/catalog:3.0.4"_s, 2},
        {u"shop"_s, deployment, u"checkout"_s, u"registry.example/shop/checkout:1.11.2"_s, 2},
        {u"shop"_s, deployment, u"search"_s, u"registry.example/shop/search:0.8.0"_s, 1},
        {u"shop"_s, u"StatefulSet"_s, u"orders-db"_s, u"postgres:16.4"_s, 2, {}, {}, 5432},
        {u"payments"_s, deployment, u"gateway"_s, u"registry.example/pay/gateway:5.2.0"_s, 2},
        {u"payments"_s, deployment, u"ledger"_s, u"registry.example/pay/ledger:1.0.9"_s, 2},
        {u"payments"_s, deployment, u"fraud-check"_s, u"registry.example/pay/fraud:0.3.7"_s, 1,
         u"crash"_s},
        {u"payments"_s, u"StatefulSet"_s, u"ledger-db"_s, u"postgres:16.4"_s, 1, {}, {}, 5432},
        {u"logistics"_s, deployment, u"routing"_s, u"registry.example/log/routing:2.2.0"_s, 2},
        {u"logistics"_s, deployment, u"tracking"_s, u"registry.example/log/tracking:4.1.3"_s, 2},
        {u"logistics"_s, deployment, u"label-printer"_s, u"registry.example/log/labels:2.O.1"_s, 1,
         u"bad-image"_s},
        {u"logistics"_s, u"CronJob"_s, u"manifest-export"_s, u"registry.example/log/export:1.2.0"_s,
         1, u"batch"_s},
        {u"analytics"_s, deployment, u"ingest"_s, u"registry.example/data/ingest:7.0.0"_s, 2},
        {u"analytics"_s, deployment, u"dashboard"_s, u"registry.example/data/board:1.9.0"_s, 1},
        {u"analytics"_s, deployment, u"trainer"_s, u"registry.example/data/trainer:0.1.0"_s, 1,
         u"unschedulable"_s},
        {u"analytics"_s, u"Job"_s, u"nightly-report"_s, u"registry.example/data/report:3.3.0"_s, 1,
         u"batch"_s},
        {u"monitoring"_s,
         u"StatefulSet"_s,
         u"prometheus"_s,
         u"prom/prometheus:v3.2.1"_s,
         1,
         {},
         {},
         9090},
        {u"monitoring"_s, deployment, u"grafana"_s, u"grafana/grafana:11.5.2"_s, 1, {}, {}, 3000},
        {u"monitoring"_s,
         deployment,
         u"alertmanager"_s,
         u"prom/alertmanager:v0.28.1"_s,
         1,
         {},
         {},
         9093},
        {u"monitoring"_s,
         u"DaemonSet"_s,
         u"node-exporter"_s,
         u"prom/node-exporter:v1.9.0"_s,
         1,
         {},
         {},
         9100},
        {u"platform"_s, deployment, u"ingress-nginx"_s, u"registry.example/ingress/nginx:1.12.0"_s,
         2},
        {u"platform"_s, deployment, u"cert-manager"_s, u"registry.example/cert/manager:1.17.1"_s,
         1},
        {u"platform"_s, u"DaemonSet"_s, u"log-agent"_s, u"fluent/fluent-bit:3.2.8"_s},
        {u"kube-system"_s,
         deployment,
         u"coredns"_s,
         u"registry.example/coredns:v1.11.3"_s,
         2,
         {},
         {},
         53},
        {u"kube-system"_s, u"DaemonSet"_s, u"kube-proxy"_s,
         u"registry.example/kube-proxy:v1.32.3"_s},
    };
    return all;
}

static void addWorkload(World &world, const Workload &workload, int number)
{
    const bool batch = workload.kind == "Job"_L1 || workload.kind == "CronJob"_L1;
    auto made =
        object(world, batch ? u"batch/v1"_s : u"apps/v1"_s, workload.kind, workload.nameSpace,
               workload.name, workload.kind == "Job"_L1 ? 0 : 12 + number % 29,
               {{u"spec"_s, workloadSpec(workload)}, {u"status"_s, QJsonObject()}});
    world.store.put(made);
    if (batch || workload.kind == "DaemonSet"_L1)
        return;
    const QJsonArray ports{QJsonObject{{u"name"_s, u"http"_s},
                                       {u"port"_s, workload.port == 8080 ? 80 : workload.port},
                                       {u"targetPort"_s, workload.port},
                                       {u"protocol"_s, u"TCP"_s}}};
    const bool edge = workload.name == "ingress-nginx"_L1;
    QJsonObject spec{{u"type"_s, edge ? u"LoadBalancer"_s : u"ClusterIP"_s},
                     {u"clusterIP"_s, u"10.96.%1.%2"_s.arg(number / 5 + 1).arg(10 + number * 7)},
                     {u"ports"_s, ports},
                     {u"selector"_s, QJsonObject{{u"app"_s, workload.name}}},
                     {u"sessionAffinity"_s, u"None"_s}};
    spec.insert("clusterIPs"_L1, QJsonArray{spec["clusterIP"_L1]});
    QJsonObject balancer;
    if (edge)
        balancer.insert("ingress"_L1, QJsonArray{QJsonObject{{u"ip"_s, u"203.0.113.10"_s}}});
    world.store.put(
        object(world, u"v1"_s, u"Service"_s, workload.nameSpace, workload.name, 12 + number % 29,
               {{u"spec"_s, spec}, {u"status"_s, QJsonObject{{u"loadBalancer"_s, balancer}}}}));
}

static void addIngress(World &world, const QString &nameSpace, const QString &service,
                       const QString &host)
{
    const QJsonObject backend{
        {u"service"_s,
         QJsonObject{{u"name"_s, service}, {u"port"_s, QJsonObject{{u"number"_s, 80}}}}}};
    const QJsonObject path{
        {u"path"_s, u"/"_s}, {u"pathType"_s, u"Prefix"_s}, {u"backend"_s, backend}};
    const QJsonObject rule{{u"host"_s, host},
                           {u"http"_s, QJsonObject{{u"paths"_s, QJsonArray{path}}}}};
    const QJsonObject tls{{u"hosts"_s, QJsonArray{host}}, {u"secretName"_s, u"web-tls"_s}};
    const QJsonObject address{{u"ip"_s, u"203.0.113.10"_s}};
    world.store.put(object(
        world, u"networking.k8s.io/v1"_s, u"Ingress"_s, nameSpace, service, 20,
        {{u"spec"_s,
          QJsonObject{{u"ingressClassName"_s, u"nginx"_s},
                      {u"rules"_s, QJsonArray{rule}},
                      {u"tls"_s, QJsonArray{tls}}}},
         {u"status"_s,
          QJsonObject{{u"loadBalancer"_s, QJsonObject{{u"ingress"_s, QJsonArray{address}}}}}}}));
}

static void addSettings(World &world)
{
    for (const auto &nameSpace : {u"shop"_s, u"payments"_s, u"logistics"_s, u"analytics"_s}) {
        world.store.put(
            object(world, u"v1"_s, u"ConfigMap"_s, nameSpace, u"app-config"_s, 20,
                   {{u"data"_s,
                     QJsonObject{{u"app.yaml"_s, u"log:\n  level: info\nfeatures:\n  - search\n"_s},
                                 {u"REGION"_s, u"eu-central"_s}}}}));
        world.store.put(object(world, u"v1"_s, u"Secret"_s, nameSpace, u"db-credentials"_s, 20,
                               {{u"type"_s, u"Opaque"_s},
                                {u"data"_s,
                                 QJsonObject{{u"username"_s, u"ZGVtbw=="_s},
                                             {u"password"_s, u"bm90LWEtc2VjcmV0"_s}}}}));
    }
    for (const auto &[nameSpace, name] :
         {std::pair(u"shop"_s, u"data-orders-db-0"_s), std::pair(u"shop"_s, u"data-orders-db-1"_s),
          std::pair(u"payments"_s, u"data-ledger-db-0"_s),
          std::pair(u"monitoring"_s, u"data-prometheus-0"_s)}) {
        const QJsonArray modes{u"ReadWriteOnce"_s};
        const QJsonObject size{{u"storage"_s, u"10Gi"_s}};
        world.store.put(object(
            world, u"v1"_s, u"PersistentVolumeClaim"_s, nameSpace, name, 20,
            {{u"spec"_s,
              QJsonObject{{u"accessModes"_s, modes},
                          {u"resources"_s, QJsonObject{{u"requests"_s, size}}},
                          {u"storageClassName"_s, u"standard"_s},
                          {u"volumeMode"_s, u"Filesystem"_s},
                          {u"volumeName"_s, QString(u"pvc-"_s + name)}}},
             {u"status"_s,
              QJsonObject{
                  {u"phase"_s, u"Bound"_s}, {u"accessModes"_s, modes}, {u"capacity"_s, size}}}}));
    }
}

static void addBackups(World &world)
{
    const auto column = [](const QString &name, const QString &type, const QString &path) {
        return QJsonObject{{u"name"_s, name}, {u"type"_s, type}, {u"jsonPath"_s, path}};
    };
    const QJsonArray columns{column(u"Schedule"_s, u"string"_s, u".spec.schedule"_s),
                             column(u"Phase"_s, u"string"_s, u".status.phase"_s),
                             column(u"Copies"_s, u"integer"_s, u".status.copies"_s),
                             column(u"Age"_s, u"date"_s, u".metadata.creationTimestamp"_s)};
    const QJsonObject schema{
        {u"openAPIV3Schema"_s,
         QJsonObject{{u"type"_s, u"object"_s}, {u"x-kubernetes-preserve-unknown-fields"_s, true}}}};
    const QJsonObject version{{u"name"_s, u"v1"_s},
                              {u"served"_s, true},
                              {u"storage"_s, true},
                              {u"schema"_s, schema},
                              {u"additionalPrinterColumns"_s, columns}};
    const QJsonObject names{{u"plural"_s, u"backups"_s},
                            {u"singular"_s, u"backup"_s},
                            {u"kind"_s, u"Backup"_s},
                            {u"listKind"_s, u"BackupList"_s},
                            {u"shortNames"_s, QJsonArray{u"bk"_s}}};
    const auto group = u"demo.krateyard.dev"_s;
    world.store.put(object(world, u"apiextensions.k8s.io/v1"_s, u"CustomResourceDefinition"_s, {},
                           u"backups.demo.krateyard.dev"_s, 30,
                           {{u"spec"_s,
                             QJsonObject{{u"group"_s, group},
                                         {u"names"_s, names},
                                         {u"scope"_s, u"Namespaced"_s},
                                         {u"versions"_s, QJsonArray{version}}}}}));
    for (const auto &[nameSpace, name, phase] :
         {std::tuple(u"shop"_s, u"orders-daily"_s, u"Completed"_s),
          std::tuple(u"shop"_s, u"orders-weekly"_s, u"Completed"_s),
          std::tuple(u"payments"_s, u"ledger-hourly"_s, u"Running"_s)})
        world.store.put(
            object(world, group + u"/v1"_s, u"Backup"_s, nameSpace, name, 7,
                   {{u"spec"_s, QJsonObject{{u"schedule"_s, u"0 3 * * *"_s}, {u"target"_s, name}}},
                    {u"status"_s, QJsonObject{{u"phase"_s, phase}, {u"copies"_s, 3}}}}));
}

void furnish(World &world)
{
    for (const auto &name : {u"analytics"_s, u"default"_s, u"kube-system"_s, u"logistics"_s,
                             u"monitoring"_s, u"payments"_s, u"platform"_s, u"shop"_s}) {
        auto made =
            object(world, u"v1"_s, u"Namespace"_s, {}, name, 41,
                   {{u"spec"_s, QJsonObject{{u"finalizers"_s, QJsonArray{u"kubernetes"_s}}}},
                    {u"status"_s, QJsonObject{{u"phase"_s, u"Active"_s}}}});
        auto meta = made["metadata"_L1].toObject();
        meta.insert("labels"_L1, QJsonObject{{u"kubernetes.io/metadata.name"_s, name}});
        made.insert("metadata"_L1, meta);
        world.store.put(made);
        world.store.put(object(world, u"v1"_s, u"ServiceAccount"_s, name, u"default"_s, 41));
    }
    addNode(world, u"control-1"_s, u"192.168.10.10"_s, true);
    addNode(world, u"worker-1"_s, u"192.168.10.11"_s, false);
    addNode(world, u"worker-2"_s, u"192.168.10.12"_s, false);
    addSettings(world);
    int number = 0;
    for (const auto &workload : workloads())
        addWorkload(world, workload, number++);
    addIngress(world, u"shop"_s, u"storefront"_s, u"shop.example"_s);
    addIngress(world, u"monitoring"_s, u"grafana"_s, u"grafana.example"_s);
    addBackups(world);
    furnishReleases(world);
}

} // namespace demo
