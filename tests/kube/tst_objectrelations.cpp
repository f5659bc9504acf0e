// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/relations/objectrelations.h"
#include "kube/relations/relationreader.h"
#include "support/testdata.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using kube::Relation;

/// What objects of each kind refer to; tests/data/relations/objects.json.
class ObjectRelationsTest : public QObject
{
    Q_OBJECT

    static QString wordOf(Relation relation)
    {
        static const QStringList Words{
            u"OwnedBy"_s,           u"ControlledBy"_s, u"RunsOn"_s,    u"RunsAs"_s,
            u"HasPriority"_s,       u"HasRuntime"_s,   u"Mounts"_s,    u"ReadsEnvironment"_s,
            u"PullsWith"_s,         u"Claims"_s,       u"BoundTo"_s,   u"ProvisionedBy"_s,
            u"Selects"_s,           u"EndpointsOf"_s,  u"PointsTo"_s,  u"RoutesTo"_s,
            u"TerminatesTlsWith"_s, u"HandledBy"_s,    u"Restricts"_s, u"Scales"_s,
            u"Protects"_s,          u"Grants"_s,       u"GrantsTo"_s,  u"Holds"_s};
        return Words.at(int(relation));
    }

    static QStringList texts(const QJsonValue &list)
    {
        QStringList result;
        const auto array = list.toArray();
        for (const auto &one : array)
            result.append(one.toString());
        return result;
    }

    static QStringList referencesOf(const kube::ObjectRelations &relations)
    {
        QStringList result;
        for (const auto &[relation, to] : relations.references)
            result.append(u"%1 %2/%3/%4/%5"_s.arg(wordOf(relation), to.group, to.kind, to.nameSpace,
                                                  to.name));
        return result;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void everyKindTellsWhatItRefersTo_data()
    {
        QTest::addColumn<QJsonObject>("known");
        QFile file(support::testData(u"relations/objects.json"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto cases = QJsonDocument::fromJson(file.readAll()).array();
        QCOMPARE_GT(cases.size(), 30);
        for (const auto &one : cases)
            QTest::newRow(qPrintable(one["name"_L1].toString())) << one.toObject();
    }

    void everyKindTellsWhatItRefersTo()
    {
        QFETCH(const QJsonObject, known);
        const auto object = known["object"_L1].toObject();
        const auto relations = kube::relationsOf(object);
        QCOMPARE(relations.object.name, object["metadata"_L1]["name"_L1].toString());
        QCOMPARE(referencesOf(relations), texts(known["references"_L1]));
        QStringList selections;
        for (const auto &[relation, selector] : relations.selections)
            selections.append(wordOf(relation) + u' ' + selector.toString());
        QCOMPARE(selections, texts(known["selections"_L1]));
        QJsonObject labels;
        for (const auto &[key, value] : relations.podLabels.asKeyValueRange())
            labels[key] = value;
        QCOMPARE(labels, known["labels"_L1].toObject());
    }

    void anOwnerLivesWhereDiscoverySaysItsKindLives()
    {
        const QJsonObject owner{
            {u"apiVersion"_s, u"example.org/v1"_s}, {u"kind"_s, u"Fleet"_s}, {u"name"_s, u"f"_s}};
        const QJsonObject object{{u"apiVersion"_s, u"example.org/v1"_s},
                                 {u"kind"_s, u"Ship"_s},
                                 {u"metadata"_s,
                                  QJsonObject{{u"name"_s, u"s"_s},
                                              {u"namespace"_s, u"sea"_s},
                                              {u"ownerReferences"_s, QJsonArray{owner}}}}};
        const auto rule = [](const QString &, const QString &kind) { return kind == "Fleet"_L1; };
        QCOMPARE(referencesOf(kube::relationsOf(object, rule)),
                 QStringList{u"OwnedBy example.org/Fleet//f"_s});
        QCOMPARE(referencesOf(kube::relationsOf(object)),
                 QStringList{u"OwnedBy example.org/Fleet/sea/f"_s});
    }

    void aRowTellsItsOwners()
    {
        kube::ResourceItem item;
        item.meta.nameSpace = u"shop"_s;
        item.meta.name = u"token"_s;
        item.meta.owners = {{.kind = u"Certificate"_s,
                             .name = u"cert"_s,
                             .controller = true,
                             .apiVersion = u"cert-manager.io/v1"_s}};
        const kube::ApiResource secrets{
            .version = u"v1"_s, .resource = u"secrets"_s, .kind = u"Secret"_s};
        const auto relations = kube::relationsOf(item, secrets, kube::isClusterScoped);
        QCOMPARE(relations.object, (kube::ObjectKey{{}, u"Secret"_s, u"shop"_s, u"token"_s}));
        QCOMPARE(referencesOf(relations),
                 QStringList{u"ControlledBy cert-manager.io/Certificate/shop/cert"_s});
    }
};

QTEST_GUILESS_MAIN(ObjectRelationsTest)
#include "tst_objectrelations.moc"
