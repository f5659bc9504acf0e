// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/realtest.h"
#include "workspace/look/look.h"
#include "workspace/topology/topologycontent.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace workspace;

namespace {

const auto Space = support::RealCluster::ownNamespace(u"topology"_s);

const QByteArray Objects = R"(
apiVersion: v1
kind: Service
metadata: {name: web}
spec:
  selector: {app: web}
  ports: [{name: main, port: 80, targetPort: http}]
---
apiVersion: v1
kind: Service
metadata: {name: empty}
spec:
  selector: {app: nobody}
  ports: [{port: 80}]
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: front}
spec:
  tls: [{hosts: [a.example], secretName: gone}]
  rules:
  - host: a.example
    http:
      paths:
      - {path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
      - {path: /x, pathType: Prefix, backend: {service: {name: web, port: {number: 81}}}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: only-front}
spec:
  podSelector: {matchLabels: {app: web}}
  ingress: [{from: [{podSelector: {matchLabels: {app: front}}}], ports: [{port: http}]}]
---
apiVersion: v1
kind: Pod
metadata: {name: up, labels: {app: web}}
spec:
  terminationGracePeriodSeconds: 0
  containers:
  - name: c
    image: docker.io/local/busybox:1
    imagePullPolicy: IfNotPresent
    command: [sh, -c, "while :; do sleep 1; done"]
    ports: [{name: http, containerPort: 8080}]
---
apiVersion: v1
kind: Pod
metadata: {name: down, labels: {app: web}}
spec:
  terminationGracePeriodSeconds: 0
  containers:
  - name: c
    image: docker.io/local/busybox:1
    imagePullPolicy: IfNotPresent
    command: [sh, -c, "while :; do sleep 1; done"]
    ports: [{name: http, containerPort: 8080}]
    readinessProbe: {exec: {command: ["false"]}, periodSeconds: 1}
---
apiVersion: v1
kind: Pod
metadata: {name: front, labels: {app: front}}
spec:
  terminationGracePeriodSeconds: 0
  containers:
  - name: c
    image: docker.io/local/busybox:1
    imagePullPolicy: IfNotPresent
    command: [sh, -c, "while :; do sleep 1; done"]
)";

} // namespace

/// Ways through a real cluster's services, beside what its endpoints say.
class RealTopologyTest : public QObject, private support::RealTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const auto why = m_real.whyNot(true); !why.isEmpty())
            SKIP_ALL(why.constData());
        const auto made = m_real.fill(Space, Objects);
        QVERIFY2(made.code == 0, made.errors);
        QVERIFY(m_real.waitFor(Space, u"pod/up"_s, u"condition=Ready"_s));
        QVERIFY(m_real.waitFor(Space, u"pod/front"_s, u"condition=Ready"_s));
        QVERIFY(m_real.waitFor(Space, u"pod/down"_s, u"condition=PodScheduled"_s));
    }
    void cleanupTestCase() { m_real.removeNamespace(Space); }
    void init() { QTest::failOnWarning(); }

    void aServiceReachesWhatItsEndpointsSay()
    {
        const auto content = open(u"v1"_s, u"Service"_s, u"web"_s);
        const auto theirs = [this](const QString &list) {
            const auto text =
                m_real
                    .kubectl({u"-n"_s, Space, u"get"_s, u"endpoints"_s, u"web"_s, u"-o"_s,
                              u"jsonpath={.subsets[*]."_s + list + u"[*].targetRef.name}"_s})
                    .text;
            return QString::fromUtf8(text);
        };
        QTRY_COMPARE_WITH_TIMEOUT(theirs(u"addresses"_s), u"up"_s, 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(theirs(u"notReadyAddresses"_s), u"down"_s, 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(pods(*content, kube::TopologyProblem::None), QStringList(u"up"_s),
                                  20'000);
        QTRY_COMPARE_WITH_TIMEOUT(pods(*content, kube::TopologyProblem::NotReady),
                                  QStringList(u"down"_s), 20'000);
        QVERIFY(content->accessibleText().contains(u"80 → 8080"_s));
    }

    void anIngressIsBrokenWhereItIs()
    {
        const auto content = open(u"networking.k8s.io/v1"_s, u"Ingress"_s, u"front"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(content->accessibleText().contains(u"no secret gone"_s),
                                  qPrintable(content->accessibleText()), 20'000);
        QVERIFY(content->accessibleText().contains("web has no port 81"_L1));
        const auto empty = open(u"v1"_s, u"Service"_s, u"empty"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(empty->accessibleText().contains(u"no pod has the labels"_s),
                                  qPrintable(empty->accessibleText()), 20'000);
    }

    void policiesAnswerForRealPods()
    {
        const auto content = open(u"v1"_s, u"Pod"_s, u"up"_s);
        QTRY_VERIFY_WITH_TIMEOUT(content->accessibleText().contains("only-front"_L1), 20'000);
        content->ask(u"front 8080"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(content->accessibleText().contains("Yes: front may reach up"_L1),
                                  qPrintable(content->accessibleText()), 20'000);
        content->ask(u"down 8080"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(content->accessibleText().contains("No: down may not"_L1),
                                  qPrintable(content->accessibleText()), 20'000);
    }

private:
    static QStringList pods(const TopologyContent &content, kube::TopologyProblem problem)
    {
        QStringList names;
        for (const auto &box : content.watch().topology().boxes) {
            if (box.object.kind == "Pod"_L1 && box.problem == problem)
                names.append(box.title);
        }
        return names;
    }

    std::unique_ptr<TopologyContent> open(const QString &apiVersion, const QString &kind,
                                          const QString &name)
    {
        auto &cluster = connected(u"token"_s);
        const auto *resource = cluster.resources().findKind(apiVersion, kind);
        auto content =
            std::make_unique<TopologyContent>(cluster.cache(), cluster.resources(), *resource,
                                              ObjectId{apiVersion, kind, Space, name}, m_look);
        content->setSize({800, 500});
        return content;
    }

    Look m_look{Theme::darkTheme()};
};

QTEST_MAIN(RealTopologyTest)
#include "tst_realtopology.moc"
