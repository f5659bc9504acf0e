// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/mainwindow/opentarget.h"

#include <QTest>

using namespace Qt::StringLiterals;
using workspace::OpenTarget;
using workspace::View;

class OpenTargetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void whatIsWrittenIsRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<OpenTarget>("expected");
        QTest::newRow("collection") << u"pods"_s << OpenTarget{u"pods"_s};
        QTest::newRow("in a namespace") << u"deploy/shop"_s << OpenTarget{u"deploy"_s, u"shop"_s};
        QTest::newRow("object") << u"pod/shop/web-1"_s
                                << OpenTarget{u"pod"_s, u"shop"_s, u"web-1"_s};
        QTest::newRow("view") << u"pod/shop/web-1:logs"_s
                              << OpenTarget{u"pod"_s, u"shop"_s, u"web-1"_s, {View::Logs}};
        QTest::newRow("views") << u"pod/shop/web-1:yaml,shell"_s
                               << OpenTarget{
                                      u"pod"_s, u"shop"_s, u"web-1"_s, {View::Yaml, View::Shell}};
        QTest::newRow("cluster-scoped")
            << u"node//node1"_s << OpenTarget{u"node"_s, {}, u"node1"_s};
        QTest::newRow("a colon in the name") << u"clusterrole//system:admin"_s
                                             << OpenTarget{u"clusterrole"_s, {}, u"system:admin"_s};
    }

    void whatIsWrittenIsRead()
    {
        QFETCH(const QString, text);
        QFETCH(const OpenTarget, expected);
        const auto target = OpenTarget::parse(text);
        QVERIFY(target);
        QCOMPARE(*target, expected);
    }

    void nonsenseIsRefused()
    {
        QVERIFY(!OpenTarget::parse(u""_s));
        QVERIFY(!OpenTarget::parse(u"/shop/web"_s));
        QVERIFY(!OpenTarget::parse(u"pods:logs"_s));
    }

    void aKrateIsMadeByDiscovery()
    {
        const kube::ApiResources known{.resources = {{.version = u"v1"_s,
                                                      .resource = u"pods"_s,
                                                      .kind = u"Pod"_s,
                                                      .shortNames = {u"po"_s}},
                                                     {.version = u"v1"_s,
                                                      .resource = u"nodes"_s,
                                                      .kind = u"Node"_s,
                                                      .namespaced = false}}};
        const auto pods = workspace::krateFor({u"po"_s}, known, u"c"_s, {});
        QVERIFY(pods && pods->collection);
        QVERIFY(pods->collection->nameSpaces.isEmpty());
        const auto pod = workspace::krateFor({u"po"_s, {}, u"web"_s}, known, u"c"_s, {});
        QCOMPARE(pod->object->nameSpace, u"default"_s);
        const auto node =
            workspace::krateFor({u"nodes"_s, u"x"_s, u"n1"_s}, known, u"c"_s, u"shop"_s);
        QCOMPARE(node->object->nameSpace, QString());
        QVERIFY(!workspace::krateFor({u"gizmo"_s}, known, u"c"_s, {}));
    }

    void ourOwnKindsHaveNamesToo()
    {
        const auto releases = workspace::krateFor({u"releases"_s, u"shop"_s}, {}, u"c"_s, {});
        QVERIFY(releases && releases->collection);
        QCOMPARE(*releases->collection,
                 workspace::CollectionScope({u"krateyard"_s, u"Release"_s, {u"shop"_s}}));
        const auto target = OpenTarget::parse(u"release/shop/web:history,values"_s);
        QVERIFY(target);
        QCOMPARE(target->views, std::vector<View>({View::History, View::Values}));
        const auto web = workspace::krateFor(*target, {}, u"c"_s, {});
        QCOMPARE(*web->object,
                 workspace::ObjectId({u"krateyard"_s, u"Release"_s, u"shop"_s, u"web"_s}));
        const auto access = workspace::krateFor({u"can-i"_s}, {}, u"c"_s, u"a,b"_s);
        QCOMPARE(access->collection->nameSpaces, QStringList({u"a"_s, u"b"_s}));
        // A cluster's own kind of that name wins.
        const kube::ApiResources known{.resources = {{.group = u"x.y"_s,
                                                      .version = u"v1"_s,
                                                      .resource = u"releases"_s,
                                                      .kind = u"Release"_s}}};
        const auto theirs = workspace::krateFor({u"releases"_s}, known, u"c"_s, {});
        QCOMPARE(theirs->collection->apiVersion, u"x.y/v1"_s);
    }
};

QTEST_GUILESS_MAIN(OpenTargetTest)
#include "tst_opentarget.moc"
