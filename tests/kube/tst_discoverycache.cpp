// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/api/discoverycache.h"

#include "kube/cluster.h"
#include "kube/config/clientconfig.h"
#include "kube/demo/apiserver.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using kube::ApiResources;
using kube::Cluster;
using kube::DiscoveryCache;

static constexpr kube::ClusterPace Fast{.ping = 50, .pingWhileAway = 30, .resourcesAgain = 100};

class DiscoveryCacheTest : public QObject
{
    Q_OBJECT

    static ApiResources some()
    {
        ApiResources found;
        found.resources = {{.version = u"v1"_s,
                            .resource = u"pods"_s,
                            .singular = u"pod"_s,
                            .kind = u"Pod"_s,
                            .shortNames = {u"po"_s},
                            .categories = {u"all"_s},
                            .verbs = {u"list"_s, u"watch"_s}},
                           {.group = u"x.example"_s,
                            .version = u"v1"_s,
                            .resource = u"böxes"_s,
                            .kind = u"Box"_s,
                            .namespaced = false}};
        return found;
    }

    kube::ClientConfig config() const
    {
        kube::ClientConfig config;
        config.server = m_server->url().toString();
        config.userName = u"jane"_s;
        return config;
    }
    std::unique_ptr<Cluster> connected()
    {
        auto cluster = std::make_unique<Cluster>(config(), nullptr, Fast);
        cluster->keepDiscoveryIn(folder());
        cluster->connectToServer();
        return cluster;
    }
    QString folder() const { return m_folder->filePath(u"krateyard/discovery"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<demo::ApiServer> m_server;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<demo::ApiServer>();
        QVERIFY(m_server->listen());
    }

    void whatWasStoredIsLoaded()
    {
        const DiscoveryCache cache(folder(), config());
        QVERIFY(!cache.load());
        QVERIFY(cache.store(some()));
        QCOMPARE(cache.load(), some());
        auto incomplete = some();
        incomplete.failedGroups.emplace_back(u"batch/v1"_s, kube::Error());
        QVERIFY(!cache.store(incomplete));
        QCOMPARE(cache.load(), some());
        QVERIFY(!DiscoveryCache({}, config()).store(some()));
        QVERIFY(!DiscoveryCache({}, config()).load());
    }

    void everyServerAndUserHasAFileOfItsOwn()
    {
        const DiscoveryCache cache(folder(), config());
        auto other = config();
        other.userName = u"joe"_s;
        QVERIFY(DiscoveryCache(folder(), other).file() != cache.file());
        other = config();
        other.impersonate.user = u"root"_s;
        QVERIFY(DiscoveryCache(folder(), other).file() != cache.file());
        other = config();
        other.server += u"/prefix"_s;
        QVERIFY(DiscoveryCache(folder(), other).file() != cache.file());
        QCOMPARE(QFileInfo(cache.file()).fileName().size(), 64);
    }

    void onlyTheOwnerMayRead()
    {
        const DiscoveryCache cache(folder(), config());
        QVERIFY(cache.store(some()));
        QVERIFY(cache.store(some()));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeOwner;
        QCOMPARE(QFile::permissions(cache.file()) & others, QFile::Permissions());
        QCOMPARE(QDir(folder()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }

    void aFileThatIsNoneIsIgnored_data()
    {
        QTest::addColumn<int>("cut");
        QTest::addColumn<QByteArray>("replaced");
        QTest::newRow("empty") << 0 << QByteArray();
        QTest::newRow("head only") << 12 << QByteArray();
        QTest::newRow("in the middle") << 100 << QByteArray();
        QTest::newRow("other version") << -1 << QByteArray("KDIS\0\0\0\x09", 8);
        QTest::newRow("too many") << -1 << QByteArray("KDIS\0\0\0\x01\xff\xff\xff\xff", 12);
        QTest::newRow("too long a text")
            << -1 << QByteArray("KDIS\0\0\0\x01\0\0\0\x02\x7f\xff\xff\xf0", 16);
        QTest::newRow("something else") << -1 << QByteArray("{\"a\": 1}");
    }

    void aFileThatIsNoneIsIgnored()
    {
        QFETCH(int, cut);
        QFETCH(QByteArray, replaced);
        const DiscoveryCache cache(folder(), config());
        QVERIFY(cache.store(some()));
        QFile file(cache.file());
        QVERIFY(file.open(QIODevice::ReadWrite));
        if (cut >= 0)
            QVERIFY(file.resize(cut));
        else
            QCOMPARE(file.write(replaced), replaced.size());
        file.close();
        QVERIFY(!cache.load());
        QVERIFY(cache.store(some()));
        QVERIFY(cache.load());
    }

    void theOldestFilesGo()
    {
        for (int i = 0; i < 105; ++i) {
            auto other = config();
            other.userName = QString::number(i);
            QVERIFY(DiscoveryCache(folder(), other).store(some()));
        }
        QCOMPARE(QDir(folder()).entryList(QDir::Files).size(), 100);
    }

    void theNextStartKnowsTheKindsAtOnce()
    {
        auto first = connected();
        QVERIFY(!first->hasResources());
        QTRY_VERIFY(first->hasResources());
        const DiscoveryCache cache(folder(), config());
        QTRY_VERIFY(cache.load());
        const auto known = first->resources();
        first.reset();

        m_server->script().hang(u"*"_s);
        const auto second = connected();
        QVERIFY(second->hasResources());
        QCOMPARE(second->resources(), known);
        QSignalSpy told(second.get(), &Cluster::resourcesChanged);
        QTRY_COMPARE(told.size(), 1);

        // In the background it is asked for all the same.
        m_server->script().clear();
        m_server->store().addResource({.group = u"x.example"_s,
                                       .version = u"v1"_s,
                                       .resource = u"boxes"_s,
                                       .kind = u"Box"_s,
                                       .verbs = {u"list"_s}});
        QTRY_VERIFY(second->resources().find(u"boxes"_s));
        QTRY_VERIFY(cache.load()->find(u"boxes"_s));
    }

    void twoThousandDefinitionsAreReadySoon_data()
    {
        QTest::addColumn<bool>("aggregated");
        QTest::newRow("aggregated") << true;
        QTest::newRow("group by group") << false;
    }

    void twoThousandDefinitionsAreReadySoon()
    {
        QFETCH(bool, aggregated);
        m_server->options().aggregatedDiscovery = aggregated;
        for (int i = 0; i < 2000; ++i) {
            const auto number = QString::number(i);
            m_server->store().addResource({.group = u"group-%1.example"_s.arg(i % 200),
                                           .version = u"v1"_s,
                                           .resource = u"boxes"_s + number,
                                           .singular = u"box"_s + number,
                                           .kind = u"Box"_s + number,
                                           .shortNames = {u"bx"_s + number},
                                           .verbs = {u"get"_s, u"list"_s, u"watch"_s}});
        }
        QElapsedTimer timer;
        timer.start();
        const auto first = connected();
        QTRY_VERIFY_WITH_TIMEOUT(first->hasResources(), 20'000);
        qInfo("2,000 definitions: %lld ms, with the server's own work", timer.elapsed());
        QVERIFY(timer.elapsed() < 3000);
        QVERIFY(first->resources().failedGroups.empty());
        QVERIFY(first->resources().find(u"bx1999"_s));
        QTRY_VERIFY(DiscoveryCache(folder(), config()).load());
        timer.restart();
        const auto second = connected();
        QVERIFY(second->hasResources());
        qInfo("at the next start: %lld ms", timer.elapsed());
    }
};

QTEST_GUILESS_MAIN(DiscoveryCacheTest)
#include "tst_discoverycache.moc"
