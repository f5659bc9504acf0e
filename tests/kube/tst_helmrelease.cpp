// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/helm/helmmanifest.h"
#include "kube/helm/helmpayload.h"
#include "kube/helm/helmvalues.h"
#include "support/testdata.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

static QJsonObject jsonOf(const char *text)
{
    return QJsonDocument::fromJson(text).object();
}

static QByteArray fileAt(const QString &name)
{
    QFile file(support::testData(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class HelmReleaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aRevisionIsKnownByItsLabels()
    {
        const QMap<QString, QString> labels{{u"owner"_s, u"helm"_s},
                                            {u"name"_s, u"web"_s},
                                            {u"status"_s, u"deployed"_s},
                                            {u"version"_s, u"12"_s},
                                            {u"modifiedAt"_s, u"1772359200"_s}};
        const auto revision = kube::helmRevisionOf(u"shop"_s, u"sh.helm.release.v1.web.v12"_s,
                                                   labels, kube::HelmDriver::Secret);
        QVERIFY(revision);
        QCOMPARE(revision->name, "web"_L1);
        QCOMPARE(revision->revision, 12);
        QCOMPARE(revision->status, "deployed"_L1);
        QCOMPARE(revision->updated, 1772359200);
        QVERIFY(!revision->isPending());
        QCOMPARE(revision->object, kube::helmObjectName(u"web"_s, 12));
    }

    void otherObjectsAreNoRevisions_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("owner");
        QTest::newRow("another owner") << u"sh.helm.release.v1.web.v1"_s << u"me"_s;
        QTest::newRow("another name") << u"web.v1"_s << u"helm"_s;
        QTest::newRow("no revision") << u"sh.helm.release.v1.web"_s << u"helm"_s;
        QTest::newRow("no number") << u"sh.helm.release.v1.web.vx"_s << u"helm"_s;
        QTest::newRow("revision nought") << u"sh.helm.release.v1.web.v0"_s << u"helm"_s;
        QTest::newRow("no release") << u"sh.helm.release.v1..v1"_s << u"helm"_s;
    }

    void otherObjectsAreNoRevisions()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, owner);
        QVERIFY(!kube::helmRevisionOf(u"shop"_s, name, {{u"owner"_s, owner}},
                                      kube::HelmDriver::Secret));
    }

    void aReleaseIsReadFromWhatHelmWrote()
    {
        const auto document = kube::unpackHelmRelease(fileAt(u"helm/web.v2.b64"_s));
        QVERIFY(document);
        const auto release = kube::helmReleaseFrom(*document);
        QCOMPARE(release.name, "web"_L1);
        QCOMPARE(release.nameSpace, "shop"_L1);
        QCOMPARE(release.revision, 2);
        QCOMPARE(release.status, "deployed"_L1);
        QCOMPARE(release.chartName(), "web-1.2.2"_L1);
        QCOMPARE(release.appVersion, "1.2"_L1);
        QCOMPARE(release.description, "Upgrade complete"_L1);
        QVERIFY(release.notes.startsWith("Thank you"_L1));
        QCOMPARE(release.firstDeployed.date(), QDate(2026, 3, 1));
        QCOMPARE(release.hooks.size(), 1U);
        QCOMPARE(release.hooks[0].events, QStringList({u"pre-rollback"_s, u"pre-upgrade"_s}));
        QCOMPARE(release.hooks[0].weight, 5);
        const auto documents = kube::readHelmManifest(release.manifest);
        QCOMPARE(documents.size(), 5U);
        QCOMPARE(documents[0].kind(), "Secret"_L1);
        QCOMPARE(documents[0].source, "web/templates/secret.yaml"_L1);
        QCOMPARE(documents[3].object["spec"_L1]["replicas"_L1].toInt(), 3);
    }

    void whatIsPackedIsTheSameUnpacked()
    {
        const auto document = jsonOf("{\"name\": \"a\", \"version\": 9007199254740993,"
                                     " \"x\": [1, 2.5, null, \"\\u00e4\"]}");
        const auto again = kube::unpackHelmRelease(kube::packHelmRelease(document));
        QVERIFY(again);
        QCOMPARE(*again, document);
    }

    void aSecretIsBase64TwiceAndAConfigMapOnce()
    {
        const auto packed = fileAt(u"helm/web.v1.b64"_s).trimmed();
        const auto object = [](const QString &kind, const QByteArray &data) {
            return QJsonDocument(
                       QJsonObject{
                           {u"kind"_s, kind},
                           {u"metadata"_s,
                            QJsonObject{{u"resourceVersion"_s, u"7"_s},
                                        {u"labels"_s, QJsonObject{{u"a"_s, u"b"_s}}}}},
                           {u"data"_s, QJsonObject{{u"release"_s, QString::fromLatin1(data)}}}})
                .toJson();
        };
        const auto secret = kube::readHelmObject(object(u"Secret"_s, packed.toBase64()));
        const auto map = kube::readHelmObject(object(u"ConfigMap"_s, packed));
        QVERIFY(secret && map);
        QCOMPARE(secret->release, map->release);
        QCOMPARE(secret->release.name, "web"_L1);
        QCOMPARE(secret->resourceVersion, "7"_L1);
        QCOMPARE(secret->labels.value(u"a"_s), "b"_L1);
        QVERIFY(!kube::readHelmObject(object(u"Secret"_s, packed)));
        QVERIFY(!kube::readHelmObject("{}"));
    }

    void aDamagedReleaseIsRefusedWithoutQuotingIt()
    {
        auto packed = QByteArray::fromBase64(fileAt(u"helm/web.v1.b64"_s));
        packed.truncate(packed.size() / 2);
        const auto cut = kube::unpackHelmRelease(packed.toBase64());
        QVERIFY(!cut);
        QCOMPARE(cut.error().kind, kube::Error::Kind::Malformed);
        QVERIFY(!cut.error().message.isEmpty());
        const auto text = kube::unpackHelmRelease(QByteArray("marker of a secret").toBase64());
        QVERIFY(!text);
        QVERIFY(!text.error().message.contains("marker"_L1));
        QVERIFY(!kube::unpackHelmRelease("no base64!"));
    }

    void aBombIsRefusedBeforeItIsUnpacked()
    {
        const QString much(24 * 1024 * 1024, u' ');
        const auto packed = kube::packHelmRelease({{u"a"_s, much}});
        QVERIFY(packed.size() < 64 * 1024);
        const auto bomb = kube::unpackHelmRelease(packed);
        QVERIFY(!bomb);
        QVERIFY(bomb.error().message.contains("larger"_L1));
        QVERIFY(!kube::unpackHelmRelease(packed, {.unpacked = 1024, .ratio = 100'000}));
        QVERIFY(!kube::unpackHelmRelease(QByteArray(9 * 1024 * 1024, 'A')));
    }

    void computedValuesAreTheDefaultsWithThePersonsOverThem()
    {
        const auto chart = jsonOf("{\"replicas\": 1, \"image\": {\"name\": \"a\", \"tag\": \"b\"},"
                                  " \"list\": [1, 2], \"gone\": 1, \"deep\": {\"gone\": 1}}");
        const auto given = jsonOf("{\"replicas\": 3, \"image\": {\"tag\": \"c\"}, \"list\": [3],"
                                  " \"gone\": null, \"deep\": {\"gone\": null}, \"own\": null}");
        QCOMPARE(kube::computedHelmValues(chart, given),
                 jsonOf("{\"replicas\": 3, \"image\": {\"name\": \"a\", \"tag\": \"c\"},"
                        " \"list\": [3], \"deep\": {}, \"own\": null}"));
    }

    void keysThatNameSecretsAreKnown_data()
    {
        QTest::addColumn<bool>("isSecret");
        for (const auto *key : {"password", "dbPassword", "auth_token", "apiKey", "API_KEY",
                                "clientSecret", "rootPasswd", "private-key", "awsSecretAccessKey"})
            QTest::newRow(key) << true;
        for (const auto *key : {"existingSecret", "secretName", "pullSecrets", "user", "key",
                                "tokenPath", "passwordFile", "replicas", "keyboard"})
            QTest::newRow(key) << false;
    }

    void keysThatNameSecretsAreKnown()
    {
        QFETCH(const bool, isSecret);
        QCOMPARE(kube::looksSecret(QString::fromLatin1(QTest::currentDataTag())), isSecret);
    }

    void aManifestIsSplitAtItsDocuments()
    {
        const auto documents =
            kube::readHelmManifest(u"---\n# Source: a/t/x.yaml\nkind: A\n"
                                   "---\n# only a comment\n--- # next\nkind: B\n"
                                   "text: |\n  ---\n  not a separator\n---\na: [\n---\n- 1\n"
                                   "---\nkind: PodList\nitems: [{kind: C}, {kind: D}]"_s);
        QCOMPARE(documents.size(), 6U);
        QCOMPARE(documents[0].kind(), "A"_L1);
        QCOMPARE(documents[0].line, 2);
        QCOMPARE(documents[1].object["text"_L1].toString(), "---\nnot a separator\n"_L1);
        QVERIFY(documents[2].object.isEmpty() && !documents[2].problem.isEmpty());
        QVERIFY(documents[3].object.isEmpty() && !documents[3].problem.isEmpty());
        QCOMPARE(documents[4].kind(), "C"_L1);
        QCOMPARE(documents[5].kind(), "D"_L1);
        QVERIFY(kube::readHelmManifest({}).empty());
    }
};

QTEST_GUILESS_MAIN(HelmReleaseTest)

#include "tst_helmrelease.moc"
