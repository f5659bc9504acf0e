// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/inspector/inspect.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace workspace;

/// What the inspector tells of objects, without a window or a server.
class InspectTest : public QObject
{
    Q_OBJECT

    static QJsonObject ref(const QString &kind, const QString &name, const QString &key)
    {
        return {{kind, QJsonObject{{u"name"_s, name}, {u"key"_s, key}}}};
    }

    static QJsonObject variable(const QString &name, const QJsonObject &from)
    {
        return {{u"name"_s, name}, {u"valueFrom"_s, from}};
    }

    static QJsonObject container()
    {
        return {
            {u"name"_s, u"web"_s},
            {u"image"_s, u"nginx:1"_s},
            {u"env"_s,
             QJsonArray{
                 QJsonObject{{u"name"_s, u"PLAIN"_s}, {u"value"_s, u"yes"_s}},
                 variable(u"REGION"_s, ref(u"configMapKeyRef"_s, u"settings"_s, u"region"_s)),
                 variable(u"MISSING"_s, ref(u"configMapKeyRef"_s, u"settings"_s, u"none"_s)),
                 variable(u"PASSWORD"_s, ref(u"secretKeyRef"_s, u"db"_s, u"password"_s)),
                 variable(u"NODE"_s,
                          {{u"fieldRef"_s, QJsonObject{{u"fieldPath"_s, u"spec.nodeName"_s}}}}),
                 variable(
                     u"CPUS"_s,
                     {{u"resourceFieldRef"_s, QJsonObject{{u"resource"_s, u"limits.cpu"_s}}}})}},
            {u"envFrom"_s,
             QJsonArray{QJsonObject{{u"prefix"_s, u"S_"_s},
                                    {u"configMapRef"_s, QJsonObject{{u"name"_s, u"settings"_s}}}},
                        QJsonObject{{u"secretRef"_s, QJsonObject{{u"name"_s, u"tokens"_s}}}}}},
            {u"resources"_s,
             QJsonObject{
                 {u"requests"_s, QJsonObject{{u"cpu"_s, u"50m"_s}}},
                 {u"limits"_s, QJsonObject{{u"cpu"_s, u"1500m"_s}, {u"memory"_s, u"64Mi"_s}}}}},
            {u"readinessProbe"_s,
             QJsonObject{{u"httpGet"_s, QJsonObject{{u"path"_s, u"/healthz"_s}, {u"port"_s, 8080}}},
                         {u"periodSeconds"_s, 5}}},
            {u"securityContext"_s,
             QJsonObject{{u"privileged"_s, true},
                         {u"runAsUser"_s, 0},
                         {u"capabilities"_s,
                          QJsonObject{{u"add"_s, QJsonArray{u"SYS_ADMIN"_s, u"CHOWN"_s}},
                                      {u"drop"_s, QJsonArray{u"NET_RAW"_s}}}}}},
            {u"volumeMounts"_s,
             QJsonArray{QJsonObject{{u"name"_s, u"config"_s},
                                    {u"mountPath"_s, u"/etc/app"_s},
                                    {u"readOnly"_s, true}}}}};
    }

    static QJsonObject pod()
    {
        const QJsonArray volumes{
            QJsonObject{{u"name"_s, u"config"_s},
                        {u"configMap"_s, QJsonObject{{u"name"_s, u"settings"_s}}}},
            QJsonObject{{u"name"_s, u"host"_s},
                        {u"hostPath"_s, QJsonObject{{u"path"_s, u"/var/run"_s}}}}};
        const QJsonArray tolerations{
            QJsonObject{{u"key"_s, u"gpu"_s}, {u"operator"_s, u"Exists"_s}}};
        const QJsonArray terms{
            QJsonObject{{u"matchExpressions"_s,
                         QJsonArray{QJsonObject{{u"key"_s, u"zone"_s},
                                                {u"operator"_s, u"In"_s},
                                                {u"values"_s, QJsonArray{u"a"_s, u"b"_s}}}}}}};
        const QJsonObject required{{u"requiredDuringSchedulingIgnoredDuringExecution"_s,
                                    QJsonObject{{u"nodeSelectorTerms"_s, terms}}}};
        const QJsonObject running{
            {u"running"_s, QJsonObject{{u"startedAt"_s, u"2026-03-01T11:59:00Z"_s}}}};
        return {{u"apiVersion"_s, u"v1"_s},
                {u"kind"_s, u"Pod"_s},
                {u"metadata"_s,
                 QJsonObject{{u"name"_s, u"web-1"_s},
                             {u"namespace"_s, u"shop"_s},
                             {u"creationTimestamp"_s, u"2026-03-01T11:00:00Z"_s},
                             {u"labels"_s, QJsonObject{{u"app"_s, u"web"_s}}},
                             {u"annotations"_s, QJsonObject{{u"team"_s, u"blue"_s}}}}},
                {u"spec"_s,
                 QJsonObject{{u"nodeName"_s, u"worker-1"_s},
                             {u"hostNetwork"_s, true},
                             {u"containers"_s, QJsonArray{container()}},
                             {u"volumes"_s, volumes},
                             {u"tolerations"_s, tolerations},
                             {u"affinity"_s, QJsonObject{{u"nodeAffinity"_s, required}}}}},
                {u"status"_s,
                 QJsonObject{{u"phase"_s, u"Running"_s},
                             {u"podIP"_s, u"10.1.2.3"_s},
                             {u"qosClass"_s, u"Burstable"_s},
                             {u"containerStatuses"_s,
                              QJsonArray{QJsonObject{{u"name"_s, u"web"_s},
                                                     {u"ready"_s, true},
                                                     {u"restartCount"_s, 2},
                                                     {u"state"_s, running}}}}}}};
    }

    static InspectFacts facts()
    {
        return {.object = pod(),
                .now = QDateTime::fromString(u"2026-03-01T12:00:00Z"_s, Qt::ISODate),
                .health = {.health = kube::Health::Ok}};
    }

    static const InspectItem *find(const Inspection &shown, QStringView label)
    {
        for (const auto &card : shown.cards) {
            const auto found = std::ranges::find(card.items, label, &InspectItem::label);
            if (found != card.items.end())
                return &*found;
        }
        return nullptr;
    }

    static QString textOf(const Inspection &shown, QStringView label)
    {
        const auto *item = find(shown, label);
        return item ? item->text : u"(no such item)"_s;
    }

    /// Everything that is shown, in one text.
    static QString whole(const Inspection &shown)
    {
        QString text;
        for (const auto &card : shown.cards) {
            text += card.heading + u'\n';
            for (const auto &item : card.items)
                text += item.label + u'|' + item.text + u'|' + item.source + u'|' + item.action.text
                    + u'\n';
        }
        return text;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void theOverviewSaysHowAndWhere()
    {
        const auto shown = inspect(facts());
        QCOMPARE(shown.cards.front().heading, u"Overview"_s);
        QCOMPARE(shown.cards.front().items.front().text, u"Running"_s);
        QCOMPARE(textOf(shown, u"Age"), u"60m"_s);
        QCOMPARE(textOf(shown, u"IP"), u"10.1.2.3"_s);
        QCOMPARE(textOf(shown, u"QoS class"), u"Burstable"_s);
        QCOMPARE(find(shown, u"Node")->action.object,
                 (ObjectId{u"v1"_s, u"Node"_s, {}, u"worker-1"_s}));
    }

    void everyVariableSaysItsValueAndWhereItIsFrom()
    {
        auto known = facts();
        auto shown = inspect(known);
        QCOMPARE(textOf(shown, u"REGION"), u"reading…"_s);
        known.configMaps[u"settings"_s] = {
            {u"data"_s, QJsonObject{{u"region"_s, u"eu"_s}, {u"two lines"_s, u"one\ntwo"_s}}}};
        shown = inspect(known);
        QCOMPARE(textOf(shown, u"PLAIN"), u"yes"_s);
        QCOMPARE(find(shown, u"PLAIN")->source, u"written here"_s);
        QCOMPARE(textOf(shown, u"REGION"), u"eu"_s);
        QCOMPARE(find(shown, u"REGION")->source, u"config map settings, key region"_s);
        QCOMPARE(find(shown, u"REGION")->sourceAction.object.kind, u"ConfigMap"_s);
        QCOMPARE(find(shown, u"MISSING")->tone, TextTone::Error);
        QCOMPARE(textOf(shown, u"NODE"), u"worker-1"_s);
        QCOMPARE(textOf(shown, u"CPUS"), u"2"_s);
        QCOMPARE(textOf(shown, u"S_region"), u"eu"_s);
        QCOMPARE(textOf(shown, u"S_two lines"), u"one\ntwo"_s);
        QCOMPARE(find(shown, u"*")->action.kind, InspectAction::Kind::ListKeys);
    }

    void mapsThatMayNotBeReadSaySo()
    {
        auto known = facts();
        known.configMapErrors[u"settings"_s] = {.kind = kube::Error::Kind::Forbidden, .code = 403};
        const auto shown = inspect(known);
        QCOMPARE(find(shown, u"REGION")->tone, TextTone::Warn);
        QVERIFY(!textOf(shown, u"REGION").isEmpty());
    }

    void secretsAreHiddenUntilTheyAreRevealed()
    {
        auto known = facts();
        auto shown = inspect(known);
        QCOMPARE(find(shown, u"PASSWORD")->action.kind, InspectAction::Kind::Reveal);
        QCOMPARE(find(shown, u"PASSWORD")->action.key, u"password"_s);
        QVERIFY(textOf(shown, u"PASSWORD").startsWith(u'•'));
        known.revealed[{u"db"_s, u"password"_s}] = u"hunter2"_s;
        known.secretKeys[u"tokens"_s] = {u"api"_s};
        shown = inspect(known);
        QCOMPARE(textOf(shown, u"PASSWORD"), u"hunter2"_s);
        QVERIFY(textOf(shown, u"api").startsWith(u'•')); // only its name is known
        known.revealed.clear();
        QVERIFY(!whole(inspect(known)).contains(u"hunter2"_s));
    }

    void whatIsRiskyIsMarked()
    {
        const auto shown = inspect(facts());
        const auto *security = shown.card(u"Security");
        QVERIFY(security);
        QStringList risks;
        for (const auto &item : security->items) {
            if (item.risky)
                risks.append(item.label + u": "_s + item.text);
        }
        QCOMPARE(risks.size(), 4);
        QCOMPARE(risks[0], u"Pod: uses the network of the node"_s);
        QVERIFY(risks[1].startsWith(u"Privileged"_s));
        QCOMPARE(risks[2], u"Runs as: root (user 0)"_s);
        QCOMPARE(risks[3], u"Capabilities: beyond the usual: SYS_ADMIN"_s);
        QCOMPARE(textOf(shown, u"Dropped"), u"NET_RAW"_s);
        QVERIFY(find(shown, u"Risk")->risky); // the folder of the node
    }

    void probesAffinityAndMountsAreWords()
    {
        const auto shown = inspect(facts());
        QVERIFY(textOf(shown, u"Readiness").startsWith(u"GET http://pod:8080/healthz every 5 s"_s));
        QCOMPARE(textOf(shown, u"Only on"), u"nodes where zone is one of a, b"_s);
        QCOMPARE(textOf(shown, u"Tolerates"), u"gpu op=Exists"_s);
        const auto *volumes = shown.card(u"Volumes");
        QVERIFY(volumes);
        QCOMPARE(volumes->items.front().source, u"/etc/app in web, read only"_s);
        const auto *used = shown.card(u"Configuration used");
        QVERIFY(used && used->items.size() == 3); // each named once
    }

    void labelsCopyAsKeyAndValue()
    {
        const auto shown = inspect(facts());
        const auto *card = shown.card(u"Labels and annotations");
        QVERIFY(card);
        QCOMPARE(card->items[0].chips[0], (InspectChip{u"app"_s, u"web"_s}));
        QCOMPARE(card->items[1].chips[0], (InspectChip{u"team"_s, u"blue"_s}));
    }

    void figuresStandAgainstRequestAndLimit()
    {
        auto known = facts();
        const qint64 now = known.now.toMSecsSinceEpoch();
        known.usage = {.lines = {{u"web"_s,
                                  {{now - 15'000, {20'000'000, 60 << 20}},
                                   {now - 5'000, {25'000'001, 62 << 20}}}}},
                       .pods = 1,
                       .time = now - 5'000,
                       .isAsked = true,
                       .isMeasured = true};
        const auto shown = inspect(known);
        QCOMPARE(shown.card(u"Metrics")->note, u"5s old · metrics-server"_s);
        QCOMPARE(textOf(shown, u"CPU"), u"26m"_s);
        QCOMPARE(find(shown, u"CPU")->source, u"52 % of request 50m · 1 % of limit 1500m"_s);
        QCOMPARE(textOf(shown, u"Memory"), u"62Mi"_s);
        QVERIFY(find(shown, u"Memory")->risky); // 97 % of its limit
        QCOMPARE(find(shown, u"CPU")->gauge->points.size(), 2UL);
    }

    void absenceIsASentence()
    {
        auto known = facts();
        known.usage.isAsked = true;
        QCOMPARE(inspect(known).card(u"Metrics")->items[0].text, u"Reading…"_s);
        known.usage.absence =
            kube::MetricsAbsence{.reason = kube::MetricsAbsence::Reason::NotInstalled};
        QVERIFY(inspect(known).card(u"Metrics")->items[0].text.contains(u"metrics-server"_s));
        known.usage = {};
        QVERIFY(!inspect(known).card(u"Metrics"));
    }

    void aWorkloadTellsItsReplicasAndPods()
    {
        InspectFacts known{
            .object = {{u"apiVersion"_s, u"apps/v1"_s},
                       {u"kind"_s, u"Deployment"_s},
                       {u"metadata"_s,
                        QJsonObject{{u"name"_s, u"web"_s}, {u"namespace"_s, u"shop"_s}}},
                       {u"spec"_s,
                        QJsonObject{{u"replicas"_s, 3},
                                    {u"template"_s, QJsonObject{{u"spec"_s, pod()["spec"_L1]}}}}},
                       {u"status"_s,
                        QJsonObject{{u"readyReplicas"_s, 2},
                                    {u"updatedReplicas"_s, 3},
                                    {u"availableReplicas"_s, 2}}}},
            .now = QDateTime::currentDateTimeUtc()};
        known.pods = {{.id = {u"v1"_s, u"Pod"_s, u"shop"_s, u"web-1"_s},
                       .health = kube::Health::Error,
                       .ready = u"0/1"_s,
                       .status = u"CrashLoopBackOff"_s,
                       .age = u"3m"_s,
                       .usage = kube::Usage{1'000'000, 1 << 20}}};
        const auto shown = inspect(known);
        QCOMPARE(textOf(shown, u"Ready"), u"2 of 3"_s);
        QCOMPARE(find(shown, u"Ready")->tone, TextTone::Warn);
        QCOMPARE(find(shown, u"Updated")->tone, TextTone::Ok);
        const auto &pods = shown.card(u"Pods")->items;
        QCOMPARE(pods[0].text, u"web-1"_s);
        QCOMPARE(pods[0].source, u"CrashLoopBackOff · 0/1 ready · 1m 1Mi · 3m"_s);
        QCOMPARE(textOf(shown, u"NODE"), u"of each pod its own"_s);
    }

    void nodesAndServicesHaveTheirOwnCards()
    {
        InspectFacts node{
            .object = {{u"apiVersion"_s, u"v1"_s},
                       {u"kind"_s, u"Node"_s},
                       {u"metadata"_s, QJsonObject{{u"name"_s, u"worker-1"_s}}},
                       {u"spec"_s, QJsonObject{{u"unschedulable"_s, true}}},
                       {u"status"_s,
                        QJsonObject{
                            {u"capacity"_s, QJsonObject{{u"cpu"_s, u"4"_s}, {u"pods"_s, u"110"_s}}},
                            {u"allocatable"_s, QJsonObject{{u"cpu"_s, u"3900m"_s}}},
                            {u"conditions"_s,
                             QJsonArray{QJsonObject{{u"type"_s, u"DiskPressure"_s},
                                                    {u"status"_s, u"True"_s}}}}}}},
            .now = QDateTime::currentDateTimeUtc()};
        node.pods.emplace();
        auto shown = inspect(node);
        QCOMPARE(textOf(shown, u"Pods"), u"0 of 110"_s);
        QCOMPARE(find(shown, u"cpu")->source, u"allocatable, of 4"_s);
        QCOMPARE(find(shown, u"DiskPressure")->tone, TextTone::Error);
        QCOMPARE(find(shown, u"Cordoned")->tone, TextTone::Warn);

        const QJsonArray ports{QJsonObject{{u"name"_s, u"http"_s},
                                           {u"port"_s, 80},
                                           {u"targetPort"_s, u"web"_s},
                                           {u"nodePort"_s, 30080}}};
        const QJsonArray addresses{QJsonObject{
            {u"ip"_s, u"10.0.0.7"_s},
            {u"targetRef"_s, QJsonObject{{u"kind"_s, u"Pod"_s}, {u"name"_s, u"web-1"_s}}}}};
        InspectFacts service{
            .object = {{u"apiVersion"_s, u"v1"_s},
                       {u"kind"_s, u"Service"_s},
                       {u"metadata"_s,
                        QJsonObject{{u"name"_s, u"web"_s}, {u"namespace"_s, u"shop"_s}}},
                       {u"spec"_s, QJsonObject{{u"ports"_s, ports}}}},
            .now = QDateTime::currentDateTimeUtc()};
        service.endpoints = QJsonObject{
            {u"subsets"_s,
             QJsonArray{QJsonObject{{u"addresses"_s, addresses},
                                    {u"ports"_s, QJsonArray{QJsonObject{{u"port"_s, 8080}}}}}}}};
        shown = inspect(service);
        QCOMPARE(textOf(shown, u"http"), u"80/TCP → web, port 30080 of each node"_s);
        const auto &endpoints = shown.card(u"Endpoints")->items;
        QCOMPARE(endpoints[0].text, u"web-1"_s);
        QCOMPARE(endpoints[0].source, u"10.0.0.7:8080"_s);
    }
};

QTEST_GUILESS_MAIN(InspectTest)
#include "tst_inspect.moc"
