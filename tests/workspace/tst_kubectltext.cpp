// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/commands/kubectltext.h"

#include "workspace/yard/kinds.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace workspace;

class KubectlTextTest : public QObject
{
    Q_OBJECT

    static KrateRecord krateOf(const QString &apiVersion, const QString &kind,
                               const QString &nameSpace, const QString &name)
    {
        return {.cluster = u"demo"_s, .object = ObjectId{apiVersion, kind, nameSpace, name}};
    }

    static KrateRecord listOf(const QString &apiVersion, const QString &kind,
                              const QStringList &nameSpaces)
    {
        return {.cluster = u"demo"_s, .collection = CollectionScope{apiVersion, kind, nameSpaces}};
    }

    const KrateRecord m_pod = krateOf(u"v1"_s, u"Pod"_s, u"shop"_s, u"web"_s);
    const KrateRecord m_deployment = krateOf(u"apps/v1"_s, u"Deployment"_s, u"shop"_s, u"web"_s);

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void everyViewOfAPodHasItsLine()
    {
        const auto check = [this](View view, const QString &line) {
            QCOMPARE(kubectlText(m_pod, view),
                     QString(u"kubectl --context demo -n shop "_s + line));
        };
        check(View::Yaml, u"get pod web -o yaml"_s);
        check(View::Describe, u"describe pod web"_s);
        check(View::Logs, u"logs -f web --tail=10000"_s);
        check(View::Shell,
              u"exec -it web -- sh -c 'command -v bash >/dev/null && exec bash || exec sh'"_s);
        check(View::Changes, u"get pod web -o yaml --watch"_s);
        check(View::Inspect, u"top pod web --containers"_s);
        check(View::Topology, u"get all,ingress,configmap,secret,persistentvolumeclaim -o wide"_s);
        for (const auto view : detailViews(u"Pod"))
            QVERIFY(!kubectlText(m_pod, view).isEmpty());
    }

    void logOptionsAreSaid()
    {
        QCOMPARE(
            kubectlText(
                m_deployment, View::Logs,
                {.pod = u"web-1"_s, .container = u"app"_s, .previous = true, .timestamps = true}),
            u"kubectl --context demo -n shop logs --previous web-1 -c app --tail=10000 "
            u"--timestamps"_s);
        const QString start = u"kubectl --context demo -n shop logs -f deployment/web "_s;
        QCOMPARE(kubectlText(m_deployment, View::Logs, {.filter = u"time out"_s}),
                 QString(start + u"--tail=10000 | grep -Fi -- 'time out'"_s));
        QCOMPARE(kubectlText(m_deployment, View::Logs, {.filter = u"!^GET"_s, .tail = -1}),
                 QString(start + u"--tail=-1 | grep -Pv -- '^GET'"_s));
        QCOMPARE(kubectlText(m_deployment, View::Logs, {.sinceSeconds = 300}),
                 QString(start + u"--since=300s"_s));
    }

    void aWorkloadStandsInForAPodThatIsNotKnown()
    {
        QCOMPARE(kubectlText(m_deployment, View::Logs),
                 u"kubectl --context demo -n shop logs -f deployment/web --tail=10000"_s);
        const auto cron = krateOf(u"batch/v1"_s, u"CronJob"_s, u"shop"_s, u"nightly"_s);
        QVERIFY(kubectlText(cron, View::Logs).isEmpty()); // kubectl finds no pods of one
        QVERIFY(!kubectlText(cron, View::Logs, {.pod = u"nightly-1"_s}).isEmpty());
    }

    void kindsOfOtherGroupsAreNamedInFull()
    {
        const auto gizmo = krateOf(u"example.com/v1"_s, u"Gizmo"_s, {}, u"g"_s);
        QCOMPARE(kubectlText(gizmo, View::Yaml),
                 u"kubectl --context demo get gizmo.example.com g -o yaml"_s);
        const auto policy =
            krateOf(u"networking.k8s.io/v1"_s, u"NetworkPolicy"_s, u"shop"_s, u"deny"_s);
        QCOMPARE(kubectlText(policy, View::Describe),
                 u"kubectl --context demo -n shop describe networkpolicy deny"_s);
    }

    void aListSaysItsNamespacesAndItsFilter()
    {
        QCOMPARE(kubectlText(listOf(u"v1"_s, u"Pod"_s, {}), View::Collection),
                 u"kubectl --context demo get pod -A"_s);
        QCOMPARE(kubectlText(listOf(u"v1"_s, u"Pod"_s, {u"a"_s, u"b"_s}), View::Collection),
                 u"kubectl --context demo -n a get pod\nkubectl --context demo -n b get pod"_s);
        QCOMPARE(kubectlText(listOf(u"v1"_s, u"Pod"_s, {u"shop"_s}), View::Collection,
                             {.filter = u"label:app=web status:crash it's re:/^w.*b$/"_s}),
                 u"kubectl --context demo -n shop get pod -l app=web | grep -iF -- crash "
                 u"| grep -iF -- 'it'\\''s' | grep -iE -- '^w.*b$'"_s);
        QCOMPARE(kubectlText(listOf(u"v1"_s, u"Pod"_s, {u"shop"_s}), View::Collection,
                             {.filter = u"-label:app=web -db status:failed,pending \"a b\""_s}),
                 u"kubectl --context demo -n shop get pod -l 'app!=web' | grep -iFv -- db "
                 u"| grep -iF -e failed -e pending | grep -iF -- 'a b'"_s);
    }

    void namesAreQuotedForTheShell()
    {
        auto krate = m_pod;
        krate.cluster = u"my $(reboot) cluster"_s;
        QCOMPARE(kubectlText(krate, View::Describe),
                 u"kubectl --context 'my $(reboot) cluster' -n shop describe pod web"_s);
    }

    void ourOwnKindsHaveWhatComesNearest()
    {
        const QString own = OwnApiVersion;
        const auto release = krateOf(own, ReleaseKind, u"shop"_s, u"web"_s);
        QCOMPARE(kubectlText(release, View::Values),
                 u"helm --kube-context demo -n shop get values web"_s);
        QCOMPARE(kubectlText(listOf(own, ReleaseKind, {}), View::Collection),
                 u"helm --kube-context demo list -A"_s);
        QVERIFY(kubectlText(listOf(own, JournalKind, {}), View::Collection).isEmpty());
        QVERIFY(kubectlText(listOf(own, ForwardKind, {}), View::Collection).isEmpty());
    }

    void pickedObjectsComeTogetherByNamespace()
    {
        QCOMPARE(kubectlText(u"demo"_s,
                             {{u"v1"_s, u"Pod"_s, u"a"_s, u"x"_s},
                              {u"apps/v1"_s, u"Deployment"_s, u"b"_s, u"y"_s},
                              {u"v1"_s, u"Pod"_s, u"a"_s, u"z"_s}}),
                 u"kubectl --context demo -n a get pod/x pod/z -o yaml\n"
                 u"kubectl --context demo -n b get deployment/y -o yaml"_s);
    }
};

QTEST_GUILESS_MAIN(KubectlTextTest)
#include "tst_kubectltext.moc"
