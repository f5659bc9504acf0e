// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "features/describefacts.h"
#include "support/testdata.h"
#include "workspace/describe/describe.h"
#include "workspace/describe/podresources.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace workspace;

/// The form of every kind, held against what kubectl said of the same object: tests/data/describe,
/// recorded from a real cluster, with the companions that kubectl read as well.
class DescribeKindsTest : public QObject
{
    Q_OBJECT

    const QDateTime m_now = QDateTime::fromString(u"2026-11-21T12:00:00Z"_s, Qt::ISODate);

    static QJsonObject recorded(const QString &file)
    {
        QFile data(support::testData(u"describe/"_s + file));
        return data.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(data.readAll()).object()
                                              : QJsonObject();
    }

    static Companions companionsIn(const QJsonObject &record)
    {
        Companions companions;
        const auto kinds = record["companions"_L1].toObject();
        for (auto kind = kinds.begin(); kind != kinds.end(); ++kind) {
            auto &list = companions.lists[kind.key()];
            const auto array = kind->toArray();
            for (const auto &one : array)
                list.push_back(one.toObject());
        }
        return companions;
    }

    static QString textOf(const Description &description)
    {
        QStringList lines;
        for (const auto &line : toText(description).lines)
            lines.append(line.text);
        return lines.join(u'\n');
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void everyKindTellsWhatKubectlTold_data()
    {
        QTest::addColumn<QString>("file");
        const auto files =
            QDir(support::testData(u"describe"_s)).entryList({u"*.json"_s}, QDir::Files);
        QCOMPARE_GT(files.size(), 25);
        for (const auto &file : files)
            QTest::newRow(qPrintable(file)) << file;
    }

    void everyKindTellsWhatKubectlTold()
    {
        QFETCH(const QString, file);
        const auto record = recorded(file);
        const auto ours =
            textOf(describe(record["object"_L1].toObject(), {}, m_now, companionsIn(record)));
        const auto facts = DescribeFacts::compare(record["kubectl"_L1].toString(), ours);
        QCOMPARE_GT(facts.count, 1);
        QVERIFY2(facts.missing.isEmpty(),
                 qPrintable(u"%1\n\n%2"_s.arg(facts.missing.join(u'\n'), ours)));
    }

    void everyKindBearsAnEmptyObject_data() { everyKindTellsWhatKubectlTold_data(); }

    void everyKindBearsAnEmptyObject()
    {
        QFETCH(const QString, file);
        const auto object =
            recorded(file).value("object"_L1).toObject(); // no reference into what goes
        const QJsonObject bare{{u"apiVersion"_s, object["apiVersion"_L1]},
                               {u"kind"_s, object["kind"_L1]}};
        QVERIFY(textOf(describe(bare, {}, m_now)).contains("Events"_L1));
    }

    void whatMayNotBeReadIsSaid()
    {
        Companions companions;
        companions.missing[u"Pod"_s] = {
            .kind = kube::Error::Kind::Forbidden, .code = 403, .message = u"pods is forbidden"_s};
        const auto node = recorded(u"nodes.json"_s).value("object"_L1).toObject();
        QVERIFY(textOf(describe(node, {}, m_now, companions)).contains("pods is forbidden"_L1));
    }

    void companionsAreAskedForNarrowly()
    {
        const auto queriesOf = [](const QString &file) {
            return companionsOf(recorded(file).value("object"_L1).toObject());
        };
        const auto node = queriesOf(u"nodes.json"_s);
        QCOMPARE(node.size(), 2);
        QCOMPARE(node[0].fieldSelector,
                 u"spec.nodeName=node1,status.phase!=Succeeded,status.phase!=Failed"_s);
        const auto deployment = queriesOf(u"deployments.json"_s);
        QCOMPARE(deployment.size(), 1);
        QCOMPARE(deployment[0].kind, u"ReplicaSet"_s);
        QCOMPARE(deployment[0].labelSelector, u"app=front,tier in (a,b)"_s);
        const auto account = queriesOf(u"serviceaccounts.json"_s);
        QCOMPARE(account.size(), 1);
        QVERIFY(account[0].metadataOnly); // never what secrets contain
        QVERIFY(queriesOf(u"configmaps.json"_s).empty());
    }

    void aPodAsksForItsHungriestMoment()
    {
        const auto container = [](const QString &cpu, const QString &policy = {}) {
            QJsonObject result{
                {u"resources"_s, QJsonObject{{u"requests"_s, QJsonObject{{u"cpu"_s, cpu}}}}}};
            if (!policy.isEmpty())
                result[u"restartPolicy"_s] = policy;
            return result;
        };
        const auto requestOf = [](const QJsonArray &inits, const QJsonArray &containers) {
            const QJsonObject spec{{u"initContainers"_s, inits},
                                   {u"containers"_s, containers},
                                   {u"overhead"_s, QJsonObject{{u"cpu"_s, u"1m"_s}}}};
            return podResources({{u"spec"_s, spec}}).requests[u"cpu"_s].toString();
        };
        QCOMPARE(requestOf({}, {container(u"100m"_s), container(u"50m"_s)}), u"151m"_s);
        QCOMPARE(requestOf({container(u"200m"_s)}, {container(u"100m"_s)}), u"201m"_s);
        QCOMPARE(requestOf({container(u"30m"_s, u"Always"_s), container(u"200m"_s)},
                           {container(u"100m"_s)}),
                 u"231m"_s);
        QCOMPARE(requestOf({container(u"30m"_s, u"Always"_s)}, {container(u"100m"_s)}), u"131m"_s);
    }
};

QTEST_GUILESS_MAIN(DescribeKindsTest)
#include "tst_describekinds.moc"
