// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/config/clientconfig.h"
#include "kube/config/serverdigest.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

static const QByteArray certificate =
    "-----BEGIN CERTIFICATE-----\nQUFBQUFB\nQUFBQQ==\n-----END CERTIFICATE-----\n";
static const QByteArray otherCertificate =
    "-----BEGIN CERTIFICATE-----\nQkJCQkJC\n-----END CERTIFICATE-----\n";

class ServerDigestTest : public QObject
{
    Q_OBJECT

    static QString digest(const QString &server, const QByteArray &authority = {})
    {
        return kube::serverDigest({.server = server, .certificateAuthorityData = authority});
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void whoAsksAndHowTheyCallItIsAllTheSame()
    {
        kube::ClientConfig one{.contextName = u"prod"_s,
                               .clusterName = u"c"_s,
                               .userName = u"jane"_s,
                               .server = u"https://k8s.example.com:6443"_s,
                               .token = u"t"_s};
        auto two = one;
        two.contextName = u"work"_s;
        two.userName = u"joe"_s;
        two.token = u"other"_s;
        QCOMPARE(kube::serverDigest(one), kube::serverDigest(two));
        QCOMPARE(kube::serverDigest(one).size(), 32);
    }

    void oneAddressIsWrittenInManyWays()
    {
        const auto plain = digest(u"https://k8s.example.com"_s);
        QCOMPARE(digest(u"https://K8s.Example.com"_s), plain);
        QCOMPARE(digest(u"https://k8s.example.com:443/"_s), plain);
        QVERIFY(digest(u"http://k8s.example.com"_s) != plain);
        QVERIFY(digest(u"https://k8s.example.com:6443"_s) != plain);
        QVERIFY(digest(u"https://k8s.example.com/k8s/clusters/c-1"_s) != plain);
        QCOMPARE(digest(u"https://k8s.example.com/k8s/clusters/c-1/"_s),
                 digest(u"https://k8s.example.com/k8s/clusters/c-1"_s));
    }

    void theAuthorityCountsAndNotItsFile()
    {
        const auto server = u"https://10.0.0.1:6443"_s;
        const auto inlined = digest(server, certificate + otherCertificate);
        QVERIFY(inlined != digest(server));
        QVERIFY(inlined != digest(server, certificate));
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"ca.crt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        auto other = otherCertificate;
        file.write("subject=another\n" + other.replace('\n', "\r\n") + certificate);
        file.close();
        QCOMPARE(kube::serverDigest({.server = server, .certificateAuthority = file.fileName()}),
                 inlined);
    }

    void anAddressOfThisMachineAloneMeansNothingElsewhere()
    {
        QCOMPARE(digest(u"http://127.0.0.1:8001"_s), QString());
        QCOMPARE(digest(u"http://localhost:8001"_s), QString());
        QCOMPARE(digest(u"https://[::1]:6443"_s), QString());
        QVERIFY(!digest(u"https://127.0.0.1:6443"_s, certificate).isEmpty());
        QCOMPARE(digest(QString()), QString());
        QCOMPARE(digest(u"::nonsense::"_s), QString());
    }
};

QTEST_GUILESS_MAIN(ServerDigestTest)
#include "tst_serverdigest.moc"
