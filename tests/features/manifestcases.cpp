// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manifestcases.h"

#include <QJsonArray>

#include <functional>

using namespace Qt::StringLiterals;

QStringList awkwardTexts()
{
    return {u""_s,
            u"yes"_s,
            u"No"_s,
            u"on"_s,
            u"y"_s,
            u"true"_s,
            u"NULL"_s,
            u"~"_s,
            u"0123"_s,
            u"0o17"_s,
            u"0x1F"_s,
            u"0b11"_s,
            u"1e3"_s,
            u"-1.5E-7"_s,
            u"1_000"_s,
            u".5"_s,
            u".inf"_s,
            u".NaN"_s,
            u"12:30:45"_s,
            u"2026-01-01"_s,
            u"2026-01-01T00:00:00Z"_s,
            u" lead"_s,
            u"trail "_s,
            u"  "_s,
            u"\t"_s,
            u"a\tb"_s,
            u"tab at the end\t"_s,
            u"a: b"_s,
            u"a #b"_s,
            u"#no comment"_s,
            u"- x"_s,
            u"-"_s,
            u"?"_s,
            u"? x"_s,
            u":"_s,
            u"key:"_s,
            u"*ref"_s,
            u"&anchor"_s,
            u"!tag"_s,
            u"%x"_s,
            u"@x"_s,
            u"`x`"_s,
            u"{a}"_s,
            u"[a"_s,
            u"'q'"_s,
            u"\"q\""_s,
            u"it's"_s,
            u"back\\slash\\n"_s,
            u"---"_s,
            u"..."_s,
            u"--- x"_s,
            u"="_s,
            u"<<"_s,
            u"|"_s,
            u">-"_s,
            u"a\nb"_s,
            u"a\nb\n"_s,
            u"a\nb\n\n\n"_s,
            u"\n"_s,
            u"\n\na"_s,
            u"  indented\nless"_s,
            u"a\n  more\n\tthen a tab\n"_s,
            u"trailing \nspace \n"_s,
            u"a\r\nb\r\n"_s,
            u"# c\nkey: value\n- item\n"_s,
            u"---\n...\n"_s,
            u"schön 日本 😀 \U0001F469\u200D\U0001F680"_s,
            u"\u0085next line"_s,
            u"line\u2028paragraph\u2029"_s,
            u"\u00a0nbsp\u00a0"_s,
            u"\ufeffbom"_s,
            u"bell\x07 escape\x1b del\x7f"_s,
            QString(300, u'1'),
            QString(9000, u'x') + u" "_s + QString(200, u'y'),
            u"{\"json\": [1, \"2\", null]}"_s,
            u"$(VAR) ${VAR} {{ .Values.x }}"_s,
            u"1.2.3"_s,
            u"10.0.0.0/8"_s,
            u"100m"_s,
            u"1Gi"_s};
}

namespace {

/// Deals out awkward texts in turn.
struct Dealer
{
    QString nameSpace;
    QStringList texts = awkwardTexts();
    int next = 0;

    QString text() { return texts[next++ % texts.size()]; }
    QString printable()
    {
        for (;;) {
            const auto one = text();
            if (!one.isEmpty())
                return one;
        }
    }

    QJsonObject meta(const QString &name, bool namespaced = true)
    {
        QJsonObject meta{{u"name"_s, name},
                         {u"labels"_s,
                          QJsonObject{{u"yes"_s, u"no"_s},
                                      {u"n"_s, u"1e3"_s},
                                      {u"example.org/on"_s, u"0123"_s}}},
                         {u"annotations"_s,
                          QJsonObject{{u"a"_s, text()}, {u"null"_s, text()}, {u"123"_s, text()}}}};
        if (namespaced)
            meta[u"namespace"_s] = nameSpace;
        return meta;
    }

    QJsonObject object(const QString &version, const QString &kind, const QString &name,
                       const QJsonObject &rest, bool namespaced = true)
    {
        QJsonObject result{
            {u"apiVersion"_s, version}, {u"kind"_s, kind}, {u"metadata"_s, meta(name, namespaced)}};
        for (auto entry = rest.begin(); entry != rest.end(); ++entry)
            result[entry.key()] = entry.value();
        return result;
    }

    QJsonObject podSpec(const QString &restart)
    {
        const QJsonObject container{
            {u"name"_s, u"main"_s},
            {u"image"_s, u"docker.io/local/busybox:1"_s},
            {u"command"_s, QJsonArray{u"sh"_s, u"-c"_s, printable()}},
            {u"args"_s, QJsonArray{text(), text(), text()}},
            {u"env"_s,
             QJsonArray{QJsonObject{{u"name"_s, u"A"_s}, {u"value"_s, printable()}},
                        QJsonObject{{u"name"_s, u"y"_s}, {u"value"_s, printable()}}}},
            {u"ports"_s, QJsonArray{QJsonObject{{u"containerPort"_s, 8080}, {u"name"_s, u"y"_s}}}},
            {u"resources"_s,
             QJsonObject{{u"limits"_s, QJsonObject{{u"cpu"_s, u"1"_s}, {u"memory"_s, u"64Mi"_s}}}}},
            {u"livenessProbe"_s,
             QJsonObject{{u"exec"_s, QJsonObject{{u"command"_s, QJsonArray{printable()}}}},
                         {u"periodSeconds"_s, 10}}}};
        return {{u"restartPolicy"_s, restart},
                {u"terminationGracePeriodSeconds"_s, 0},
                {u"hostNetwork"_s, false},
                {u"nodeSelector"_s, QJsonObject{{u"on"_s, u"off"_s}}},
                {u"containers"_s, QJsonArray{container}}};
    }

    QJsonObject podTemplate(const QString &restart)
    {
        return {{u"metadata"_s,
                 QJsonObject{{u"labels"_s, QJsonObject{{u"app"_s, u"1e3"_s}}},
                             {u"annotations"_s, QJsonObject{{u"a"_s, text()}}}}},
                {u"spec"_s, podSpec(restart)}};
    }

    QJsonObject workload(const QJsonObject &more = {})
    {
        QJsonObject spec{
            {u"selector"_s, QJsonObject{{u"matchLabels"_s, QJsonObject{{u"app"_s, u"1e3"_s}}}}},
            {u"template"_s, podTemplate(u"Always"_s)}};
        for (auto entry = more.begin(); entry != more.end(); ++entry)
            spec[entry.key()] = entry.value();
        return {{u"spec"_s, spec}};
    }
};

using Maker = std::function<QJsonObject(Dealer &, const QString &name)>;

QJsonObject configMap(Dealer &deal, const QString &name)
{
    QJsonObject data;
    for (int i = 0; i < 12; ++i)
        data[u"key.%1"_s.arg(i)] = deal.text();
    data[u"null"_s] = deal.text();
    data[u"1e3"_s] = deal.text();
    return deal.object(
        u"v1"_s, u"ConfigMap"_s, name,
        {{u"data"_s, data},
         {u"binaryData"_s, QJsonObject{{u"b"_s, u"MTIzNA=="_s}, {u"c"_s, u"1234"_s}}}});
}

QJsonObject secret(Dealer &deal, const QString &name)
{
    return deal.object(
        u"v1"_s, u"Secret"_s, name,
        {{u"type"_s, u"Opaque"_s},
         {u"data"_s, QJsonObject{{u"y"_s, u"1234"_s}, {u"n"_s, QString()}}},
         {u"stringData"_s,
          QJsonObject{{u"a"_s, deal.text()}, {u"b"_s, deal.text()}, {u"on"_s, deal.text()}}}});
}

QJsonObject job(Dealer &deal)
{
    return {{u"backoffLimit"_s, 0}, {u"template"_s, deal.podTemplate(u"Never"_s)}};
}

std::vector<Maker> coreMakers()
{
    return {
        configMap,
        secret,
        [](Dealer &deal, const QString &name) {
            return deal.object(u"v1"_s, u"Pod"_s, name, {{u"spec"_s, deal.podSpec(u"Never"_s)}});
        },
        [](Dealer &deal, const QString &name) {
            return deal.object(u"v1"_s, u"Service"_s, name,
                               {{u"spec"_s,
                                 QJsonObject{{u"selector"_s, QJsonObject{{u"app"_s, u"yes"_s}}},
                                             {u"ports"_s,
                                              QJsonArray{QJsonObject{{u"port"_s, 80},
                                                                     {u"name"_s, u"n"_s},
                                                                     {u"targetPort"_s, u"y"_s}},
                                                         QJsonObject{{u"port"_s, 81},
                                                                     {u"name"_s, u"m"_s},
                                                                     {u"targetPort"_s, 8080}}}}}}});
        },
        [](Dealer &deal, const QString &name) {
            return deal.object(u"v1"_s, u"ServiceAccount"_s, name,
                               {{u"automountServiceAccountToken"_s, false}});
        },
        [](Dealer &deal, const QString &name) {
            return deal.object(u"v1"_s, u"Namespace"_s, name, {}, false);
        },
        [](Dealer &deal, const QString &name) {
            return deal.object(
                u"v1"_s, u"PersistentVolumeClaim"_s, name,
                {{u"spec"_s,
                  QJsonObject{
                      {u"accessModes"_s, QJsonArray{u"ReadWriteOnce"_s}},
                      {u"resources"_s,
                       QJsonObject{{u"requests"_s, QJsonObject{{u"storage"_s, u"1Gi"_s}}}}}}}});
        },
        [](Dealer &deal, const QString &name) {
            return deal.object(
                u"v1"_s, u"LimitRange"_s, name,
                {{u"spec"_s,
                  QJsonObject{{u"limits"_s,
                               QJsonArray{QJsonObject{
                                   {u"type"_s, u"Container"_s},
                                   {u"default"_s, QJsonObject{{u"cpu"_s, u"1"_s}}}}}}}}});
        },
        [](Dealer &deal, const QString &name) {
            return deal.object(
                u"v1"_s, u"ResourceQuota"_s, name,
                {{u"spec"_s, QJsonObject{{u"hard"_s, QJsonObject{{u"pods"_s, u"1000"_s}}}}}});
        }};
}

std::vector<Maker> groupMakers()
{
    return {
        [](Dealer &deal, const QString &name) {
            return deal.object(u"apps/v1"_s, u"Deployment"_s, name,
                               deal.workload({{u"replicas"_s, 0}, {u"paused"_s, true}}));
        },
        [](Dealer &deal, const QString &name) {
            return deal.object(u"apps/v1"_s, u"StatefulSet"_s, name,
                               deal.workload({{u"replicas"_s, 0}, {u"serviceName"_s, u"y"_s}}));
        },
        [](Dealer &deal, const QString &name) {
            return deal.object(u"apps/v1"_s, u"DaemonSet"_s, name, deal.workload());
        },
        [](Dealer &deal, const QString &name) {
            return deal.object(u"batch/v1"_s, u"Job"_s, name, {{u"spec"_s, job(deal)}});
        },
        [](Dealer &deal, const QString &name) {
            const QJsonObject spec{{u"schedule"_s, u"0 0 * * *"_s},
                                   {u"suspend"_s, true},
                                   {u"jobTemplate"_s, QJsonObject{{u"spec"_s, job(deal)}}}};
            return deal.object(u"batch/v1"_s, u"CronJob"_s, name, {{u"spec"_s, spec}});
        },
        [](Dealer &deal, const QString &name) {
            const QJsonObject backend{
                {u"service"_s,
                 QJsonObject{{u"name"_s, u"y"_s}, {u"port"_s, QJsonObject{{u"number"_s, 80}}}}}};
            const QJsonObject path{
                {u"path"_s, u"/~yes"_s}, {u"pathType"_s, u"Prefix"_s}, {u"backend"_s, backend}};
            const QJsonObject rule{{u"host"_s, u"on.example.org"_s},
                                   {u"http"_s, QJsonObject{{u"paths"_s, QJsonArray{path}}}}};
            return deal.object(u"networking.k8s.io/v1"_s, u"Ingress"_s, name,
                               {{u"spec"_s, QJsonObject{{u"rules"_s, QJsonArray{rule}}}}});
        },
        [](Dealer &deal, const QString &name) {
            const QJsonObject rule{{u"ports"_s, QJsonArray{QJsonObject{{u"port"_s, u"y"_s}}}}};
            return deal.object(u"networking.k8s.io/v1"_s, u"NetworkPolicy"_s, name,
                               {{u"spec"_s,
                                 QJsonObject{{u"podSelector"_s, QJsonObject()},
                                             {u"ingress"_s, QJsonArray{rule}}}}});
        },
        [](Dealer &deal, const QString &name) {
            const QJsonObject rule{{u"apiGroups"_s, QJsonArray{u""_s}},
                                   {u"resources"_s, QJsonArray{u"pods"_s}},
                                   {u"verbs"_s, QJsonArray{u"*"_s}}};
            return deal.object(u"rbac.authorization.k8s.io/v1"_s, u"Role"_s, name,
                               {{u"rules"_s, QJsonArray{rule}}});
        },
        [](Dealer &deal, const QString &name) {
            const QJsonObject role{{u"apiGroup"_s, u"rbac.authorization.k8s.io"_s},
                                   {u"kind"_s, u"Role"_s},
                                   {u"name"_s, u"on"_s}};
            const QJsonObject subject{{u"kind"_s, u"User"_s},
                                      {u"apiGroup"_s, u"rbac.authorization.k8s.io"_s},
                                      {u"name"_s, u"1e3"_s}};
            return deal.object(u"rbac.authorization.k8s.io/v1"_s, u"RoleBinding"_s, name,
                               {{u"roleRef"_s, role}, {u"subjects"_s, QJsonArray{subject}}});
        },
        [](Dealer &deal, const QString &name) {
            const QJsonObject target{{u"apiVersion"_s, u"apps/v1"_s},
                                     {u"kind"_s, u"Deployment"_s},
                                     {u"name"_s, u"no"_s}};
            return deal.object(
                u"autoscaling/v1"_s, u"HorizontalPodAutoscaler"_s, name,
                {{u"spec"_s, QJsonObject{{u"maxReplicas"_s, 3}, {u"scaleTargetRef"_s, target}}}});
        },
        [](Dealer &deal, const QString &name) {
            return deal.object(u"scheduling.k8s.io/v1"_s, u"PriorityClass"_s, name,
                               {{u"value"_s, -7}, {u"description"_s, deal.text()}}, false);
        },
        [](Dealer &deal, const QString &name) {
            return deal.object(u"storage.k8s.io/v1"_s, u"StorageClass"_s, name,
                               {{u"provisioner"_s, u"no"_s},
                                {u"parameters"_s, QJsonObject{{u"a"_s, deal.text()}}}},
                               false);
        },
        [](Dealer &deal, const QString &name) {
            return deal.object(u"coordination.k8s.io/v1"_s, u"Lease"_s, name,
                               {{u"spec"_s, QJsonObject{{u"holderIdentity"_s, deal.printable()}}}});
        }};
}

} // namespace

std::vector<QJsonObject> manifestCases(int count, const QString &nameSpace,
                                       const QStringList &serves)
{
    Dealer deal{.nameSpace = nameSpace};
    auto makers = coreMakers();
    for (auto &maker : groupMakers())
        makers.push_back(std::move(maker));
    std::vector<QJsonObject> cases;
    for (size_t i = 0; std::ssize(cases) < count; ++i) {
        auto object = makers[i % makers.size()](deal, u"case-%1"_s.arg(i));
        const QString key =
            object[u"apiVersion"_s].toString() + u' ' + object[u"kind"_s].toString();
        if (key == "batch/v1 CronJob"_L1 && !serves.contains(key))
            object[u"apiVersion"_s] = u"batch/v1beta1"_s;
        cases.push_back(object);
    }
    return cases;
}
