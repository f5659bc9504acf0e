// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/api/apiclient.h"
#include "kube/cluster.h"
#include "kube/config/kubeconfigfiles.h"
#include "kube/watch/resourcecache.h"
#include "support/realcluster.h"
#include "support/skipall.h"
#include "workspace/collection/collectionmodel.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFuture>
#include <QJsonDocument>
#include <QPromise>
#include <QTest>
#include <QThreadPool>
#include <QTimer>

#include <cstdio>
#include <map>

using namespace Qt::StringLiterals;
using kube::Subscription;
using State = Subscription::State;

namespace {

constexpr int Restarts = 20;
const auto Space = u"krateyard-scale"_s;
const kube::ApiResource Maps{.version = u"v1"_s,
                             .resource = u"configmaps"_s,
                             .kind = u"ConfigMap"_s,
                             .verbs = {u"list"_s, u"watch"_s}};

/// TCP connections of this process.
int openSockets()
{
    int count = 0;
    const auto all =
        QDir(u"/proc/self/fd"_s).entryInfoList(QDir::System | QDir::Files | QDir::NoDotAndDotDot);
    for (const auto &entry : all)
        count += entry.symLinkTarget().contains("socket:"_L1) ? 1 : 0;
    return count;
}

/// Writes, changes and deletes config maps all the time; what fails while the server is away is
/// lost, as it would be for anybody.
class Writer : public QObject
{
public:
    explicit Writer(kube::ApiClient &client)
        : m_client(client)
    {
        m_timer.callOnTimeout(this, &Writer::step);
    }
    void start() { m_timer.start(50); }
    void stop() { m_timer.stop(); }
    bool isQuiet() const { return m_underWay == 0; }
    int written() const { return m_written; }

private:
    void step()
    {
        if (m_underWay >= 4)
            return;
        const auto name = u"map-%1"_s.arg(m_step % 150);
        const auto path = u"/api/v1/namespaces/%1/configmaps"_s.arg(Space);
        kube::ApiRequest request{.path = path + u'/' + name, .silenceMs = 5000};
        if (m_step % 7 == 6) {
            request.method = "DELETE";
        } else {
            // https://kubernetes.io/docs/reference/using-api/server-side-apply/
            request.method = "PATCH";
            request.contentType = "application/apply-patch+yaml";
            request.query.addQueryItem(u"fieldManager"_s, u"krateyard-test"_s);
            request.body =
                QJsonDocument(
                    QJsonObject{{u"apiVersion"_s, u"v1"_s},
                                {u"kind"_s, u"ConfigMap"_s},
                                {u"metadata"_s, QJsonObject{{u"name"_s, name}}},
                                {u"data"_s, QJsonObject{{u"step"_s, QString::number(m_step)}}}})
                    .toJson();
        }
        ++m_step;
        ++m_underWay;
        m_client.send(request).then(this, [this](const kube::Result<kube::ApiAnswer> &answer) {
            --m_underWay;
            m_written += answer ? 1 : 0;
        });
    }

    kube::ApiClient &m_client;
    QTimer m_timer{this};
    int m_step = 0;
    int m_underWay = 0;
    int m_written = 0;
};

} // namespace

/// A real API server that comes and goes while it is written to.
class RealScaleTest : public QObject
{
    Q_OBJECT

    support::RealCluster m_real;

    /// Stops or starts the server while this thread's event loop goes on.
    bool apiServer(const QString &verb)
    {
        QPromise<bool> promise;
        auto done = promise.future();
        promise.start();
        QThreadPool::globalInstance()->start([this, verb, &promise] {
            promise.addResult(m_real.apiServer(verb));
            promise.finish();
        });
        return QTest::qWaitFor([&] { return done.isFinished(); }, 120'000) && done.result();
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const auto why = m_real.whyNot(); !why.isEmpty())
            SKIP_ALL(why.constData());
        QVERIFY(m_real.freshNamespace(Space));
    }

    void cleanupTestCase() { m_real.removeNamespace(Space); }

    void twentyRestartsUnderLoadLoseAndDoubleNothing()
    {
        const auto known = kube::KubeconfigFiles::choose(m_real.kubeconfig(), {}).load();
        kube::Cluster cluster(
            kube::clientConfigFor(known, u"admin"_s).value_or(kube::ClientConfig()));
        cluster.connectToServer();
        workspace::CollectionModel model(Maps, false);
        const auto shown = cluster.cache().subscribe({.resource = Maps, .nameSpace = Space});
        model.follow(*shown);
        shown->start();
        Writer writer(cluster.client());
        writer.start();
        QTRY_COMPARE_WITH_TIMEOUT(shown->state(), State::Live, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(model.rowCount() > 20, 30'000);
        const int before = openSockets();
        qint64 slowest = 0;
        for (int round = 0; round < Restarts; ++round) {
            QVERIFY(apiServer(u"stop"_s));
            QTRY_COMPARE_WITH_TIMEOUT(shown->state(), State::Stale, 15'000);
            QVERIFY(apiServer(u"start"_s));
            QElapsedTimer timer;
            timer.start();
            QTRY_COMPARE_WITH_TIMEOUT(shown->state(), State::Live, 30'000);
            slowest = qMax(slowest, timer.elapsed());
        }
        writer.stop();
        QTRY_VERIFY_WITH_TIMEOUT(writer.isQuiet(), 30'000);
        const auto theirs = m_real.kubectl({u"-n"_s, Space, u"get"_s, u"cm"_s, u"-o"_s,
                                            u"jsonpath={range .items[*]}{.metadata.name}="
                                            "{.metadata.resourceVersion}{\"\\n\"}{end}"_s});
        QCOMPARE(theirs.code, 0);
        auto expected = QString::fromUtf8(theirs.text).split(u'\n', Qt::SkipEmptyParts);
        expected.sort();
        const auto ours = [&model] {
            QStringList rows;
            for (int row = 0; row < model.rowCount(); ++row) {
                const auto meta = model.item(row).meta;
                rows.append(meta.name + u'=' + meta.resourceVersion);
            }
            rows.sort();
            return rows;
        };
        QTRY_COMPARE_WITH_TIMEOUT(ours(), expected, 10'000);
        const int after = openSockets();
        qInfo("%d writes, %lld rows; live again at most %lld ms after the server was; sockets: %d "
              "before, %d after",
              writer.written(), expected.size(), slowest, before, after);
        QVERIFY(after <= before + 4);
    }
};

int main(int argc, char **argv)
{
    qputenv("QTEST_FUNCTION_TIMEOUT", "850000"); // twenty starts of a server take minutes
    QCoreApplication application(argc, argv);
    RealScaleTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_realscale.moc"
