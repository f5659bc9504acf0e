// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/api/apiclient.h"
#include "kube/streams/execsession.h"
#include "kube/streams/logstream.h"
#include "kube/watch/reflector.h"
#include "support/realtest.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

#include <cstdio>
#include <map>

using namespace Qt::StringLiterals;

namespace {

const auto Space = support::RealCluster::ownNamespace(u"kube"_s);

const QByteArray PodYaml = R"(
apiVersion: v1
kind: Pod
metadata: {name: worker, labels: {app: worker}}
spec:
  terminationGracePeriodSeconds: 0
  containers:
  - name: lines
    image: docker.io/local/busybox:1
    imagePullPolicy: IfNotPresent
    command: [sh, -c, "seq 1 100000; while :; do sleep 1; done"]
)";

/// What a reflector has told so far, as a view would keep it.
struct Mirror
{
    explicit Mirror(kube::Reflector &reflector)
    {
        QObject::connect(&reflector, &kube::Reflector::replaced, &reflector,
                         [this](const std::vector<kube::PackedItem> &items) {
                             rows.clear();
                             for (const auto &item : items)
                                 add(item);
                         });
        QObject::connect(&reflector, &kube::Reflector::changed, &reflector,
                         [this](const std::vector<kube::PackedEvent> &events) {
                             for (const auto &event : events) {
                                 if (event.type == kube::ItemEvent::Type::Deleted)
                                     rows.erase(event.item.uid());
                                 else
                                     add(event.item);
                             }
                         });
    }

    void add(const kube::PackedItem &item) { rows[item.uid()] = item.meta().name; }
    QSet<QString> names() const
    {
        QSet<QString> result;
        for (const auto &[uid, name] : rows)
            result.insert(name);
        return result;
    }

    std::map<QString, QString> rows; ///< name by uid
};

} // namespace

/// The Kubernetes client against a real API server and real pods.
class RealKubeTest : public QObject, private support::RealTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const auto why = m_real.whyNot(); !why.isEmpty())
            SKIP_ALL(why.constData());
        QVERIFY(m_real.freshNamespace(Space));
        if (m_real.hasNodes()) {
            QCOMPARE(m_real.kubectl({u"-n"_s, Space, u"apply"_s, u"-f"_s, u"-"_s}, PodYaml).code,
                     0);
            QVERIFY(m_real.waitFor(Space, u"pod/worker"_s, u"condition=Ready"_s));
        }
    }

    void cleanupTestCase() { m_real.removeNamespace(Space); }

    void everyContextConnectsAndFindsTheKinds_data()
    {
        QTest::addColumn<QString>("context");
        for (const auto *name : {"admin", "token", "dev"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void everyContextConnectsAndFindsTheKinds()
    {
        QFETCH(const QString, context);
        kube::Cluster cluster(configOf(context));
        cluster.connectToServer();
        QTRY_VERIFY_WITH_TIMEOUT(cluster.hasResources(), 20'000);
        QCOMPARE(cluster.state(), kube::Cluster::State::Ready);
        QVERIFY(cluster.version().startsWith("v1."_L1));
        for (const auto *alias : {"po", "deploy", "svc", "cm", "nodes", "Ingress", "sts.apps"})
            QVERIFY2(cluster.resources().find(QString::fromLatin1(alias)), alias);
    }

    void aListIsWhatKubectlSays_data()
    {
        QTest::addColumn<QString>("kind");
        for (const auto *kind : {"namespaces", "serviceaccounts", "clusterroles", "events",
                                 "secrets", "pods", "nodes", "apiservices"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }

    void aListIsWhatKubectlSays()
    {
        QFETCH(const QString, kind);
        auto &cluster = connected(u"token"_s);
        const auto *resource = cluster.resources().find(kind);
        QVERIFY(resource);
        kube::Reflector reflector(cluster.client(), {.resource = *resource});
        Mirror mirror(reflector);
        reflector.start();
        QTRY_COMPARE_WITH_TIMEOUT(reflector.state(), kube::Reflector::State::Live, 20'000);
        const auto theirs = m_real.kubectl({u"get"_s, kind, u"-A"_s, u"-o"_s, u"json"_s});
        QSet<QString> uids;
        for (const auto &item : QJsonDocument::fromJson(theirs.text).object()["items"_L1].toArray())
            uids.insert(item["metadata"_L1]["uid"_L1].toString());
        // Leases, events and the like go on changing: what both know must be nearly all.
        int unknown = 0;
        for (const auto &uid : uids)
            unknown += mirror.rows.contains(uid) ? 0 : 1;
        QVERIFY2(unknown <= 2, qPrintable(u"%1 of %2 unknown"_s.arg(unknown).arg(uids.size())));
    }

    void theLimitedUserIsToldWhatItMayNotSee()
    {
        auto &cluster = connected(u"dev"_s);
        QCOMPARE(cluster.config().nameSpace, u"team-a"_s);
        const auto *pods = cluster.resources().find(u"pods");
        kube::Reflector own(cluster.client(), {.resource = *pods, .nameSpace = u"team-a"_s});
        kube::Reflector all(cluster.client(), {.resource = *pods});
        own.start();
        all.start();
        QTRY_COMPARE_WITH_TIMEOUT(own.state(), kube::Reflector::State::Live, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(all.state(), kube::Reflector::State::Refused, 20'000);
        QCOMPARE(all.lastError()->kind, kube::Error::Kind::Forbidden);
        QVERIFY(all.lastError()->message.contains("cannot list resource \"pods\""_L1));
    }

    void changesByKubectlArrive()
    {
        auto &cluster = connected(u"admin"_s);
        const auto *resource = cluster.resources().find(u"configmaps");
        kube::Reflector reflector(cluster.client(), {.resource = *resource, .nameSpace = Space});
        Mirror mirror(reflector);
        reflector.start();
        QTRY_COMPARE_WITH_TIMEOUT(reflector.state(), kube::Reflector::State::Live, 20'000);
        QCOMPARE(m_real.kubectl({u"-n"_s, Space, u"create"_s, u"configmap"_s, u"one"_s}).code, 0);
        QTRY_VERIFY(mirror.names().contains(u"one"_s));
        QCOMPARE(m_real.kubectl({u"-n"_s, Space, u"delete"_s, u"configmap"_s, u"one"_s}).code, 0);
        QTRY_VERIFY(!mirror.names().contains(u"one"_s));
    }

    void aHundredThousandLinesArriveCompleteAndInOrder()
    {
        if (!m_real.hasNodes())
            QSKIP("this kernel runs no real node, so there is no pod to read");
        auto &cluster = connected(u"admin"_s);
        kube::LogStream stream(cluster.client(), Space, u"worker"_s, {.follow = true});
        QByteArray text;
        connect(&stream, &kube::LogStream::received, this,
                [&text](const QByteArray &bytes) { text += bytes; });
        stream.start();
        QTRY_VERIFY_WITH_TIMEOUT(text.count('\n') >= 100'000, 60'000);
        const auto lines = text.trimmed().split('\n');
        QCOMPARE(lines.size(), 100'000);
        for (int i = 0; i < lines.size(); ++i) {
            if (lines.at(i).toInt() != i + 1)
                QFAIL(
                    qPrintable(u"line %1 is %2"_s.arg(i + 1).arg(QString::fromUtf8(lines.at(i)))));
        }
    }

    void exitStatusAndStandardErrorArrive()
    {
        if (!m_real.hasNodes())
            QSKIP("this kernel runs no real node, so there is nothing to run a command in");
        auto &cluster = connected(u"admin"_s);
        kube::ExecSession session(
            cluster.client(), Space, u"worker"_s,
            {.command = {u"sh"_s, u"-c"_s, u"echo out; echo err >&2; exit 7"_s},
             .tty = false,
             .standardInput = false});
        QByteArray out;
        QByteArray err;
        std::optional<kube::ExitStatus> status;
        connect(&session, &kube::ExecSession::standardOutput, this,
                [&out](const QByteArray &bytes) { out += bytes; });
        connect(&session, &kube::ExecSession::standardError, this,
                [&err](const QByteArray &bytes) { err += bytes; });
        connect(&session, &kube::ExecSession::finished, this,
                [&status](const kube::ExitStatus &s) { status = s; });
        session.start();
        QTRY_VERIFY_WITH_TIMEOUT(status, 20'000);
        QVERIFY2(!status->error, qPrintable(status->error ? status->error->message : QString()));
        QCOMPARE(status->code, 7);
        QCOMPARE(out, "out\n");
        QCOMPARE(err, "err\n");
    }

    void aTerminalKnowsItsSizeAndItsPrograms()
    {
        if (!m_real.hasNodes())
            QSKIP("this kernel runs no real node, so there is nothing to run a shell in");
        auto &cluster = connected(u"admin"_s);
        kube::ExecSession session(cluster.client(), Space, u"worker"_s, {.command = {u"sh"_s}});
        QByteArray screen;
        std::optional<kube::ExitStatus> status;
        connect(&session, &kube::ExecSession::standardOutput, this,
                [&screen](const QByteArray &bytes) { screen += bytes; });
        connect(&session, &kube::ExecSession::finished, this,
                [&status](const kube::ExitStatus &s) { status = s; });
        session.resize({99, 33});
        session.start();
        QTRY_VERIFY_WITH_TIMEOUT(screen.contains("# "), 20'000);
        session.write("stty size\r");
        QTRY_VERIFY_WITH_TIMEOUT(screen.contains("33 99"), 10'000);
        session.resize({120, 41});
        QTRY_VERIFY_WITH_TIMEOUT(
            (session.write("stty size\r"), QTest::qWait(200), screen.contains("41 120")), 10'000);
        screen.clear();
        session.write("vi /tmp/note\r");
        QTRY_VERIFY_WITH_TIMEOUT(screen.contains("~"), 10'000); // empty lines of vi
        session.write("ihello from vi");
        QTRY_VERIFY_WITH_TIMEOUT(screen.contains("hello from vi"), 10'000);
        // vi takes an Esc for one only when nothing follows it at once.
        QTRY_VERIFY_WITH_TIMEOUT((session.write("\x1b"), QTest::qWait(300), session.write(":wq\r"),
                                  QTest::qWait(300), session.write("cat /tmp/note\r"),
                                  QTest::qWait(300), screen.contains("hello from vi\r\n")),
                                 20'000);
        screen.clear();
        session.write("top\r");
        QTRY_VERIFY_WITH_TIMEOUT(screen.contains("PID"), 10'000);
        session.write("q");
        session.write("exit 3\r");
        QTRY_VERIFY_WITH_TIMEOUT(status, 10'000);
        QCOMPARE(status->code, 3);
    }

    void anOutageOfTheServerShowsAndHeals()
    {
        auto &cluster = connected(u"admin"_s);
        const auto *resource = cluster.resources().find(u"configmaps");
        kube::Reflector reflector(cluster.client(), {.resource = *resource, .nameSpace = Space});
        Mirror mirror(reflector);
        reflector.start();
        QTRY_COMPARE_WITH_TIMEOUT(reflector.state(), kube::Reflector::State::Live, 20'000);
        QCOMPARE(m_real.kubectl({u"-n"_s, Space, u"create"_s, u"configmap"_s, u"before"_s}).code,
                 0);
        QTRY_VERIFY(mirror.names().contains(u"before"_s));

        QVERIFY(m_real.apiServer(u"stop"_s));
        QElapsedTimer since;
        since.start();
        QTRY_VERIFY_WITH_TIMEOUT(reflector.state() == kube::Reflector::State::Stale
                                     && cluster.state() == kube::Cluster::State::Unreachable,
                                 15'000);
        qInfo("staleness shown after %lld ms", since.elapsed());

        QVERIFY(m_real.apiServer(u"start"_s));
        since.start();
        QTRY_VERIFY_WITH_TIMEOUT(reflector.state() == kube::Reflector::State::Live
                                     && cluster.state() == kube::Cluster::State::Ready,
                                 30'000);
        qInfo("live again %lld ms after the server was", since.elapsed());
        QCOMPARE(m_real.kubectl({u"-n"_s, Space, u"create"_s, u"configmap"_s, u"after"_s}).code, 0);
        QTRY_VERIFY(mirror.names().contains(u"after"_s));
        const auto theirs = m_real.kubectl({u"-n"_s, Space, u"get"_s, u"cm"_s, u"-o"_s, u"name"_s});
        QCOMPARE(qsizetype(mirror.rows.size()), theirs.text.trimmed().count('\n') + 1);
    }

private:
};

QTEST_GUILESS_MAIN(RealKubeTest)
#include "tst_realkube.moc"
