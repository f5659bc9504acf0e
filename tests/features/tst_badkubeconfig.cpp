// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/cluster.h"
#include "kube/demo/apiserver.h"
#include "workspace/clusters/clusterset.h"
#include "workspace/look/look.h"
#include "workspace/mainwindow/mainwindow.h"
#include "workspace/session/session.h"
#include "workspace/settings/preferences.h"
#include "workspace/topbar/noticebar.h"
#include "workspace/yard/yarddocument.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// A kubeconfig that cannot be used gives one clear sentence, and the other contexts go on working.
class BadKubeconfigTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QVERIFY(m_demo.port() != 0 || m_demo.listen());
        QVERIFY(m_folder.isValid());
    }

    void aFileThatCannotBeReadIsNamed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("missing") << QByteArray();
        QTest::newRow("not YAML") << QByteArray("a: [");
        QTest::newRow("no kubeconfig") << QByteArray("clusters: hello");
        QTest::newRow("duplicate")
            << QByteArray("clusters: [{name: a, cluster: {}}, {name: a, cluster: {}}]");
    }

    void aFileThatCannotBeReadIsNamed()
    {
        QFETCH(const QByteArray, text);
        const auto bad = m_folder.filePath(u"bad-"_s + QString::fromUtf8(QTest::currentDataTag()));
        if (!text.isEmpty())
            write(bad, text);
        Yard yard(kube::KubeconfigFiles{{bad}, true});
        const auto sentences = yard.window.notices().sentences();
        QCOMPARE(sentences.size(), 1);
        QVERIFY2(sentences.first().contains(bad), qPrintable(sentences.first()));
    }

    void aBadFileDoesNotHideTheContextsOfAnother()
    {
        const auto bad = m_folder.filePath(u"bad"_s);
        const auto good = m_folder.filePath(u"good"_s);
        write(bad, "a: [");
        write(good, m_demo.kubeconfig());
        Yard yard(kube::KubeconfigFiles{{bad, good}, false});
        QVERIFY(yard.window.notices().sentences().value(0).contains(bad));
        auto *cluster = yard.clusters.cluster(u"demo"_s);
        QVERIFY(cluster);
        QTRY_COMPARE(cluster->state(), kube::Cluster::State::Ready);
    }

    void aContextThatCannotWorkSaysWhy_data()
    {
        QTest::addColumn<QByteArray>("cluster");
        QTest::addColumn<QByteArray>("user");
        QTest::addColumn<QString>("said");
        QTest::newRow("dead server") << QByteArray("server: \"https://127.0.0.1:1\"")
                                     << QByteArray("token: t") << u"127.0.0.1:1 does not answer"_s;
        QTest::newRow("missing plugin")
            << QByteArray("server: \"https://127.0.0.1:1\"")
            << QByteArray("exec: {apiVersion: client.authentication.k8s.io/v1, "
                          "command: no-such-plugin, interactiveMode: Never, installHint: Get it.}")
            << u"no-such-plugin"_s;
        QTest::newRow("missing certificate file")
            << QByteArray("server: \"https://127.0.0.1:1\"")
            << QByteArray("client-certificate: gone.crt, client-key: gone.key") << u"gone.crt"_s;
        QTest::newRow("expired certificate")
            << QByteArray("server: \"https://127.0.0.1:1\"")
            << QByteArray("client-certificate: old.crt, client-key: old.key") << u"expired"_s;
        QTest::newRow("no server") << QByteArray() << QByteArray("token: t") << u"server"_s;
    }

    void aContextThatCannotWorkSaysWhy()
    {
        QFETCH(const QByteArray, cluster);
        QFETCH(const QByteArray, user);
        QFETCH(const QString, said);
        QProcess openssl;
        openssl.setWorkingDirectory(m_folder.path());
        openssl.start(
            u"openssl"_s,
            u"req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -not_before "
            "20200101000000Z -not_after 20210101000000Z -subj /CN=old -keyout old.key -out "
            "old.crt"_s.split(u' '));
        QVERIFY(openssl.waitForFinished());
        const auto file = m_folder.filePath(u"one"_s);
        write(file,
              "clusters: [{name: c, cluster: {" + cluster + "}}]\nusers: [{name: u, user: {" + user
                  + "}}]\ncontexts: [{name: x, context: {cluster: c, user: u}}]\ncurrent-context: "
                    "x\n");
        const auto good = m_folder.filePath(u"good"_s);
        write(good, m_demo.kubeconfig());
        Yard yard(kube::KubeconfigFiles{{file, good}, false});
        QCOMPARE(yard.clusters.current(), u"x"_s);
        yard.clusters.cluster(u"x"_s);

        QTRY_VERIFY(!yard.window.notices().sentences().isEmpty());
        const auto sentence = yard.window.notices().sentences().first();
        QVERIFY2(sentence.contains(said), qPrintable(sentence));
        QVERIFY2(sentence.contains(file), qPrintable(sentence));

        yard.clusters.setCurrent(u"demo"_s);
        auto *other = yard.clusters.cluster(u"demo"_s);
        QTRY_COMPARE(other->state(), kube::Cluster::State::Ready);
        QTRY_VERIFY(yard.window.notices().sentences().isEmpty());
    }

    void aFileThatIsMendedIsReadAgain()
    {
        const auto file = m_folder.filePath(u"mended"_s);
        write(file, "a: [");
        Yard yard(kube::KubeconfigFiles{{file}, true});
        QCOMPARE(yard.window.notices().sentences().size(), 1);
        write(file, m_demo.kubeconfig());
        QTRY_COMPARE(yard.clusters.current(), u"demo"_s);
        QVERIFY(yard.window.notices().sentences().isEmpty());
    }

private:
    struct Yard
    {
        explicit Yard(const kube::KubeconfigFiles &files)
            : look(workspace::Theme::darkTheme())
            , clusters(files)
            , window(clusters, document, preferences, session, look)
        {
            window.show();
        }

        workspace::Look look;
        workspace::YardDocument document;
        workspace::Preferences preferences;
        workspace::Session session;
        workspace::ClusterSet clusters;
        workspace::MainWindow window;
    };

    static void write(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(text);
    }

    QTemporaryDir m_folder;
    demo::ApiServer m_demo;
};

QTEST_MAIN(BadKubeconfigTest)
#include "tst_badkubeconfig.moc"
