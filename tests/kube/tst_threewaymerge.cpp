// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/apply/threewaymerge.h"

#include "kube/apply/applyproblems.h"
#include "kube/apply/fieldowners.h"
#include "kube/yaml/yamltree.h"

#include <QTest>

using namespace Qt::StringLiterals;

class ThreeWayMergeTest : public QObject
{
    Q_OBJECT

    static QJsonObject yaml(const QByteArray &text)
    {
        const auto tree = kube::parseYaml(text);
        return tree ? (*tree)->toJson().toObject() : QJsonObject();
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void bothSidesAreKept()
    {
        const auto base = yaml("spec: {replicas: 1, list: [{name: a, v: 1}, {name: b, v: 1}]}");
        const auto mine =
            yaml("spec: {replicas: 1, list: [{name: a, v: 2}, {name: b, v: 1}, {name: mine}]}");
        const auto theirs =
            yaml("spec: {replicas: 5, list: [{name: a, v: 1, w: 3}, {name: theirs}]}");
        const auto merged = kube::mergeThree(base, mine, theirs);
        QCOMPARE(merged.object,
                 yaml("spec: {replicas: 5, list: [{name: a, v: 2, w: 3}, {name: mine}, {name: "
                      "theirs}]}"));
        QVERIFY(merged.conflicts.empty());
    }

    void bothSidesAtOneFieldAreAConflict()
    {
        const auto base = yaml("a: {b: 1, gone: 1, same: 1}");
        const auto mine = yaml("a: {b: 2, same: 4}");
        const auto theirs = yaml("a: {b: 3, gone: 2, same: 4}");
        const auto merged = kube::mergeThree(base, mine, theirs);
        QCOMPARE(merged.object, mine);
        QCOMPARE(merged.conflicts.size(), size_t(2));
        QCOMPARE(merged.conflicts[0], (kube::MergeConflict{u".a.b"_s, 1, 2, 3}));
        QCOMPARE(merged.conflicts[1].path, u".a.gone"_s);
        QVERIFY(merged.conflicts[1].mine.isUndefined());
        QCOMPARE(kube::mergeThree(base, mine, theirs, {u".a.b"_s, u".a.gone"_s}).object, theirs);
    }

    void listsWithoutKeysAreOneValue()
    {
        const auto base = yaml("args: [a, b]");
        QCOMPARE(kube::mergeThree(base, yaml("args: [a]"), base).object, yaml("args: [a]"));
        const auto both = kube::mergeThree(base, yaml("args: [a]"), yaml("args: [b]"));
        QCOMPARE(both.object, yaml("args: [a]"));
        QCOMPARE(both.conflicts.size(), size_t(1));
    }

    /// Ports have no names: the owners' trees tell that port and protocol are their keys.
    void theOwnersTellTheKeysOfLists()
    {
        const QByteArray owners =
            "metadata: {managedFields: [{manager: kubectl, operation: Update, apiVersion: v1,"
            " fieldsV1: {'f:ports': {'k:{\"port\":80,\"protocol\":\"TCP\"}': {.: {}, 'f:port': {},"
            " 'f:protocol': {}, 'f:nodePort': {}}}}}]}\n";
        const auto live = yaml(owners + "ports: [{port: 80, protocol: TCP, nodePort: 1}]");
        const auto after = yaml(owners
                                + "ports: [{port: 80, protocol: TCP, nodePort: 2}, {port: 81, "
                                  "protocol: TCP}]");
        const auto edits = kube::fieldEdits(live, after);
        QCOMPARE(edits.size(), size_t(2));
        QCOMPARE(edits[0].path, u".ports[port=80,protocol=\"TCP\"].nodePort"_s);
        QCOMPARE(edits[1].path, u".ports[port=81,protocol=\"TCP\"]"_s);
        const auto conflicts = kube::conflictsOf(edits, live, u"krateyard"_s);
        QCOMPARE(conflicts.size(), size_t(1));
        QCOMPARE(conflicts[0], (kube::FieldConflict{u"kubectl"_s, u"v1"_s, edits[0].path}));
        QVERIFY(kube::conflictsOf(edits, live, u"kubectl"_s).empty());
    }

    void anEditAppliesWhatIsOursAndWhatChanged()
    {
        const QByteArray owners =
            "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop, "
            "managedFields: [{manager: krateyard, operation: Apply, fieldsV1: {'f:spec': "
            "{'f:replicas': {}, 'f:containers': {'k:{\"name\":\"a\"}': {.: {}, 'f:name': {}, "
            "'f:tty': {}}}}}}, {manager: kubectl, operation: Update, fieldsV1: {'f:spec': "
            "{'f:paused': {}, 'f:containers': {'k:{\"name\":\"a\"}': {.: {}, 'f:image': {}}, "
            "'k:{\"name\":\"b\"}': {.: {}, 'f:image': {}}}}}}]}\n";
        const auto live = yaml(owners
                               + "spec: {replicas: 3, paused: true, containers: [{name: a, image: "
                                 "x, tty: true}, {name: b, image: y}]}");
        QCOMPARE(kube::appliedBy(u"krateyard"_s, live),
                 yaml("spec: {replicas: 3, containers: [{name: a, tty: true}]}"));
        const auto wanted =
            yaml("apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop, "
                 "labels: {new: x}}\nspec: {replicas: 3, paused: true, containers: [{name: a, "
                 "image: x, tty: true}, {name: b, image: z}, {name: c}]}");
        QCOMPARE(kube::configurationFor(u"krateyard"_s, live, wanted),
                 yaml("apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: "
                      "shop, labels: {new: x}}\nspec: {replicas: 3, containers: [{name: a, tty: "
                      "true}, {name: b, image: z}, {name: c}]}"));
    }

    void conflictsAreReadFromTheServersWords()
    {
        kube::Error error;
        const auto add = [&](const QString &message) {
            error.causes.push_back({u"FieldManagerConflict"_s, message, u".spec.replicas"_s});
        };
        add(u"conflict with \"kubectl\" using apps/v1"_s);
        add(u"conflict with \"kubectl-client-side-apply\" using apps/v1 at 2026-01-01T00:00:00Z"_s);
        add(u"conflict with \"a \\\"b\\\"\" with subresource \"scale\" using apps/v1"_s);
        const auto conflicts = kube::conflictsIn(error);
        QCOMPARE(conflicts.size(), size_t(3));
        QCOMPARE(conflicts[0],
                 (kube::FieldConflict{u"kubectl"_s, u"apps/v1"_s, u".spec.replicas"_s}));
        QCOMPARE(conflicts[1].manager, u"kubectl-client-side-apply"_s);
        QCOMPARE(conflicts[1].apiVersion, u"apps/v1"_s);
        QCOMPARE(conflicts[2].apiVersion, u"apps/v1"_s);
    }

    void refusalsNameTheirLines_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QList<int>>("lines");
        QTest::newRow("typed patch")
            << u"failed to create typed patch object: errors:\n  .spec.replicas: expected numeric (int or float), got string\n  .spec.selectr: field not declared in schema"_s
            << QList<int>{4, 3};
        QTest::newRow("one")
            << u"failed to create typed patch object (shop/web; apps/v1, Kind=Deployment): .spec.x: field not declared in schema"_s
            << QList<int>{5};
        QTest::newRow("strict")
            << u"Deployment in version \"v1\" cannot be handled as a Deployment: strict decoding error: unknown field \"spec.x\""_s
            << QList<int>{5};
        QTest::newRow("go")
            << u"Deployment in version \"v1\" cannot be handled as a Deployment: json: cannot unmarshal string into Go struct field DeploymentSpec.spec.replicas of type int32"_s
            << QList<int>{4};
        QTest::newRow("nothing known") << u"no"_s << QList<int>{1};
    }

    void refusalsNameTheirLines()
    {
        QFETCH(const QString, message);
        QFETCH(const QList<int>, lines);
        const auto tree = kube::parseYaml("kind: Deployment\n\nspec:\n  replicas: two\n  x: 1\n");
        QList<int> found;
        for (const auto &problem : kube::problemsIn({.message = message}, **tree))
            found.append(problem.line);
        QCOMPARE(found, lines);
    }

    void warningsAreUnpacked()
    {
        QCOMPARE(kube::warningsIn("299 - \"old \\\"thing\\\"\", 299 - \"unknown field \\\\x\""),
                 QStringList({u"old \"thing\""_s, u"unknown field \\x"_s}));
        QCOMPARE(kube::warningsIn("299 - \"broken"), QStringList({u"broken"_s}));
        QVERIFY(kube::warningsIn({}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(ThreeWayMergeTest)
#include "tst_threewaymerge.moc"
