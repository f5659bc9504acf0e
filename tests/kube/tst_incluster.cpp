// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/config/incluster.h"

#include "kube/config/kubeconfigfiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class InClusterTest : public QObject
{
    Q_OBJECT

private:
    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    kube::InCluster pod(const QString &host = u"10.96.0.1"_s) const
    {
        return {.host = host, .port = u"443"_s, .folder = m_folder->path()};
    }

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        write(u"token"_s, "s3cret");
        write(u"ca.crt"_s, "PEM");
        write(u"namespace"_s, "team-a\n");
    }

    void aPodFindsItsServer()
    {
        const kube::KubeconfigFiles files{.paths = {m_folder->filePath(u"none"_s)},
                                          .inCluster = pod()};
        const auto config = kube::clientConfigFor(files.load());
        QVERIFY2(config, config ? "" : qPrintable(config.error().message));
        QCOMPARE(config->contextName, u"in-cluster"_s);
        QCOMPARE(config->server, u"https://10.96.0.1:443"_s);
        QCOMPARE(config->nameSpace, u"team-a"_s);
        QCOMPARE(config->tokenFile, m_folder->filePath(u"token"_s));
        QCOMPARE(config->certificateAuthority, m_folder->filePath(u"ca.crt"_s));
    }

    void anAddressOfVersion6IsBracketed()
    {
        QCOMPARE(pod(u"fd00::1"_s).kubeconfig().clusters.first().server,
                 u"https://[fd00::1]:443"_s);
    }

    void withoutAuthoritiesAndNamespaceTheUsualOnesHold()
    {
        QVERIFY(QFile::remove(m_folder->filePath(u"ca.crt"_s)));
        QVERIFY(QFile::remove(m_folder->filePath(u"namespace"_s)));
        const auto config = kube::clientConfigFor(pod().kubeconfig());
        QVERIFY(config);
        QCOMPARE(config->nameSpace, u"default"_s);
        QVERIFY(config->certificateAuthority.isEmpty());
    }

    void elsewhereThereIsNoSuchContext()
    {
        QVERIFY(pod({}).kubeconfig().contexts.isEmpty());
        QVERIFY(QFile::remove(m_folder->filePath(u"token"_s)));
        QVERIFY(pod().kubeconfig().contexts.isEmpty());
    }

    void aKubeconfigGoesFirst()
    {
        write(u"config"_s,
              "clusters: [{name: c, cluster: {server: 'https://h'}}]\n"
              "contexts: [{name: mine, context: {cluster: c}}]\n");
        const auto name = m_folder->filePath(u"config"_s);
        const kube::KubeconfigFiles found{.paths = {name}, .inCluster = pod()};
        QCOMPARE(found.load().contexts.keys(), QStringList{u"mine"_s});
        write(u"config"_s, "][");
        QVERIFY(found.load().contexts.isEmpty());
        QCOMPARE(found.load().problems.size(), 1);
        const kube::KubeconfigFiles named{
            .paths = {u"/nowhere/config"_s}, .isExplicit = true, .inCluster = pod()};
        QVERIFY(named.load().contexts.isEmpty());
    }
};

QTEST_GUILESS_MAIN(InClusterTest)
#include "tst_incluster.moc"
