// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/relations/relationgraph.h"
#include "kube/relations/relationtree.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using kube::ObjectKey;
using kube::ObjectRelations;
using kube::Relation;
using kube::RelationGraph;

class RelationGraphTest : public QObject
{
    Q_OBJECT

    using Labels = QMap<QString, QString>;

    static ObjectKey key(const QString &kind, const QString &name)
    {
        const bool apps = kind == "ReplicaSet"_L1 || kind == "Deployment"_L1;
        return {apps ? u"apps"_s : QString(), kind, kind == "Node"_L1 ? QString() : u"shop"_s,
                name};
    }

    static kube::LabelSelector selector(const QString &text)
    {
        return kube::LabelSelector::parse(text).value_or(kube::LabelSelector());
    }

    static ObjectRelations pod(const QString &name, const Labels &labels,
                               const QString &owner = u"web-1"_s)
    {
        return {.object = key(u"Pod"_s, name),
                .references = {{Relation::ControlledBy, key(u"ReplicaSet"_s, owner)},
                               {Relation::RunsOn, key(u"Node"_s, u"node-1"_s)},
                               {Relation::Mounts, key(u"ConfigMap"_s, u"settings"_s)}},
                .podLabels = labels};
    }

    static ObjectRelations service(const QString &name, const QString &text)
    {
        return {.object = key(u"Service"_s, name),
                .selections = {{Relation::Selects, selector(text)}}};
    }

    static QStringList names(const std::vector<kube::RelationEnd> &ends)
    {
        QStringList result;
        for (const auto &end : ends)
            result.append(end.object.kind + u'/' + end.object.name);
        result.sort();
        return result;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void bothEndsTellOfAReference()
    {
        RelationGraph graph;
        graph.set(pod(u"a"_s, {}));
        QCOMPARE(names(graph.uses(key(u"Pod"_s, u"a"_s))),
                 (QStringList{u"ConfigMap/settings"_s, u"Node/node-1"_s, u"ReplicaSet/web-1"_s}));
        QCOMPARE(names(graph.usedBy(key(u"ConfigMap"_s, u"settings"_s))), QStringList{u"Pod/a"_s});
        graph.remove(key(u"Pod"_s, u"a"_s));
        QVERIFY(graph.usedBy(key(u"ConfigMap"_s, u"settings"_s)).empty());
        QCOMPARE(graph.objectCount(), 0);
    }

    void selectorsMeetPodsWhicheverComesFirst()
    {
        RelationGraph graph;
        graph.set(service(u"early"_s, u"app=web"_s));
        graph.set(pod(u"a"_s, {{u"app"_s, u"web"_s}}));
        graph.set(pod(u"b"_s, {{u"app"_s, u"api"_s}}));
        graph.set(service(u"late"_s, u"app in (web,api),!debug"_s));
        graph.set({.object = key(u"NetworkPolicy"_s, u"all"_s),
                   .selections = {{Relation::Restricts, {}}}});
        QCOMPARE(names(graph.uses(key(u"Service"_s, u"early"_s))), QStringList{u"Pod/a"_s});
        QCOMPARE(names(graph.uses(key(u"Service"_s, u"late"_s))),
                 (QStringList{u"Pod/a"_s, u"Pod/b"_s}));
        QCOMPARE(names(graph.usedBy(key(u"Pod"_s, u"a"_s))),
                 (QStringList{u"NetworkPolicy/all"_s, u"Service/early"_s, u"Service/late"_s}));
        graph.set(pod(u"a"_s, {{u"app"_s, u"web"_s}, {u"debug"_s, u"1"_s}}));
        QCOMPARE(names(graph.uses(key(u"Service"_s, u"late"_s))), QStringList{u"Pod/b"_s});
    }

    void aWorkloadKnowsWhoSelectsItsPods()
    {
        RelationGraph graph;
        graph.set({.object = key(u"Deployment"_s, u"web"_s), .podLabels = {{u"app"_s, u"web"_s}}});
        graph.set(service(u"web"_s, u"app=web"_s));
        QCOMPARE(names(graph.usedBy(key(u"Deployment"_s, u"web"_s))),
                 QStringList{u"Service/web"_s});
        QVERIFY(graph.uses(key(u"Service"_s, u"web"_s)).empty()); // a workload is no pod
    }

    void otherNamespacesAreNotSelected()
    {
        RelationGraph graph;
        auto elsewhere = pod(u"a"_s, {{u"app"_s, u"web"_s}});
        elsewhere.object.nameSpace = u"ops"_s;
        graph.set(elsewhere);
        graph.set(service(u"web"_s, u"app=web"_s));
        QVERIFY(graph.uses(key(u"Service"_s, u"web"_s)).empty());
    }

    void onlyThoseConcernedAreTold()
    {
        RelationGraph graph;
        graph.set(service(u"web"_s, u"app=web"_s));
        graph.set(service(u"api"_s, u"app=api"_s));
        graph.set(pod(u"other"_s, {{u"app"_s, u"other"_s}}));
        QSet<ObjectKey> told;
        int signalled = 0;
        connect(&graph, &RelationGraph::changed, this, [&](const QSet<ObjectKey> &objects) {
            told = objects;
            ++signalled;
        });
        graph.set(pod(u"a"_s, {{u"app"_s, u"web"_s}}));
        QCOMPARE(told,
                 (QSet<ObjectKey>{key(u"Pod"_s, u"a"_s), key(u"Service"_s, u"web"_s),
                                  key(u"ReplicaSet"_s, u"web-1"_s), key(u"Node"_s, u"node-1"_s),
                                  key(u"ConfigMap"_s, u"settings"_s)}));
        graph.set(pod(u"a"_s, {{u"app"_s, u"web"_s}}));
        QCOMPARE(signalled, 1); // the same again is no news
        graph.set(pod(u"a"_s, {{u"app"_s, u"api"_s}}));
        QCOMPARE(told,
                 (QSet<ObjectKey>{key(u"Pod"_s, u"a"_s), key(u"Service"_s, u"web"_s),
                                  key(u"Service"_s, u"api"_s)}));
    }

    void presenceNeedsACompleteList()
    {
        RelationGraph graph;
        graph.set(pod(u"a"_s, {}));
        const auto settings = key(u"ConfigMap"_s, u"settings"_s);
        QCOMPARE(graph.presence(settings), RelationGraph::Presence::Unknown);
        graph.setComplete({}, u"ConfigMap"_s, u"shop"_s, true);
        QCOMPARE(graph.presence(settings), RelationGraph::Presence::Missing);
        graph.set({.object = settings});
        QCOMPARE(graph.presence(settings), RelationGraph::Presence::There);
    }

    void theTreeGoesFromTheWorkloadToItsConfigMaps()
    {
        RelationGraph graph;
        graph.set({.object = key(u"ReplicaSet"_s, u"web-1"_s),
                   .references = {{Relation::ControlledBy, key(u"Deployment"_s, u"web"_s)}}});
        for (int i = 0; i < 60; ++i)
            graph.set(pod(u"web-1-%1"_s.arg(i, 2, 10, QLatin1Char('0')), {}));
        const auto tree = treeBelow(graph, key(u"Deployment"_s, u"web"_s), {.children = 50});
        QCOMPARE(tree.children.size(), 1);
        const auto &set = tree.children[0];
        QCOMPARE(set.object, key(u"ReplicaSet"_s, u"web-1"_s));
        QCOMPARE(set.relation, Relation::ControlledBy);
        QCOMPARE(set.children.size(), 50);
        QCOMPARE(set.left, 10);
        QCOMPARE(set.children[0].object, key(u"Pod"_s, u"web-1-00"_s));
        QStringList below;
        for (const auto &child : set.children[0].children)
            below.append(child.object.kind);
        QCOMPARE(below, (QStringList{u"Node"_s, u"ConfigMap"_s}));
    }

    void objectsThatOwnEachOtherEndTheTree()
    {
        RelationGraph graph;
        graph.set({.object = key(u"A"_s, u"a"_s),
                   .references = {{Relation::OwnedBy, key(u"B"_s, u"b"_s)}}});
        graph.set({.object = key(u"B"_s, u"b"_s),
                   .references = {{Relation::OwnedBy, key(u"A"_s, u"a"_s)}}});
        QCOMPARE(treeBelow(graph, key(u"A"_s, u"a"_s)).children.size(), 1);
    }

    void randomChangesAgreeWithABuildFromScratch()
    {
        QRandomGenerator random(4711);
        const auto any = [&random](int below) { return int(random.bounded(below)); };
        std::map<QString, ObjectRelations> truth;
        RelationGraph graph;
        const QStringList selectors{u"app=a"_s,           u"app=b,tier=x"_s, u"app in (a,c)"_s,
                                    u"app!=a"_s,          u"!tier"_s,        u"tier"_s,
                                    u"app in (b),tier"_s, QString()};
        for (int step = 0; step < 3000; ++step) {
            const auto name = QString::number(any(25));
            const bool isPod = any(3) > 0;
            ObjectRelations next;
            if (isPod) {
                Labels labels;
                if (any(4))
                    labels[u"app"_s] = QString(QChar(u'a' + any(3)));
                if (any(2))
                    labels[u"tier"_s] = QString(QChar(u'x' + any(2)));
                next = pod(name, labels, u"rs-%1"_s.arg(any(4)));
            } else {
                next = service(name, selectors[any(int(selectors.size()))]);
            }
            const auto id = QString(next.object.kind + u'/' + name);
            if (any(5) == 0) {
                truth.erase(id);
                graph.remove(next.object);
            } else {
                truth[id] = next;
                graph.set(next);
            }
            if (step % 50)
                continue;
            RelationGraph fresh;
            for (const auto &[text, relations] : truth)
                fresh.set(relations);
            QCOMPARE(graph.objectCount(), qsizetype(truth.size()));
            for (const auto &[text, relations] : truth) {
                QCOMPARE(names(graph.uses(relations.object)), names(fresh.uses(relations.object)));
                QCOMPARE(names(graph.usedBy(relations.object)),
                         names(fresh.usedBy(relations.object)));
            }
            for (int i = 0; i < 4; ++i) {
                const auto set = key(u"ReplicaSet"_s, u"rs-%1"_s.arg(i));
                QCOMPARE(names(graph.usedBy(set)), names(fresh.usedBy(set)));
            }
        }
    }

    void anEventAmongTwentyThousandPodsCostsNoRebuild()
    {
        RelationGraph graph;
        std::vector<kube::RelationChange> pods;
        pods.reserve(20'000);
        for (int i = 0; i < 20'000; ++i)
            pods.push_back({pod(
                u"pod-%1"_s.arg(i),
                {{u"app"_s, u"app-%1"_s.arg(i % 500)}, {u"pod-template-hash"_s, u"6c9f8d7b5"_s}},
                u"rs-%1"_s.arg(i % 500))});
        QElapsedTimer clock;
        clock.start();
        graph.apply(pods);
        for (int i = 0; i < 500; ++i)
            graph.set(service(u"svc-%1"_s.arg(i), u"app=app-%1"_s.arg(i)));
        const auto built = clock.nsecsElapsed();
        QCOMPARE(graph.objectCount(), 20'500);
        QCOMPARE(graph.uses(key(u"Service"_s, u"svc-7"_s)).size(), 40);

        // Every pod hangs on one node and one config map; each event here moves all it has.
        quint64 worst = 0;
        clock.start();
        for (int i = 0; i < 1000; ++i) {
            const auto before = graph.steps();
            graph.set(pod(u"pod-%1"_s.arg(i), {{u"app"_s, u"app-%1"_s.arg((i + 1) % 500)}},
                          u"rs-%1"_s.arg((i + 1) % 500)));
            graph.remove(key(u"Pod"_s, u"pod-%1"_s.arg(i + 1000)));
            worst = qMax(worst, graph.steps() - before);
        }
        const auto events = clock.nsecsElapsed() / 2000;
        qInfo("20,500 objects in %lld ms; %lld µs an event, at most %llu steps", built / 1'000'000,
              events / 1000, worst);
        QCOMPARE_LT(worst, 100);
        QCOMPARE(graph.objectCount(), 19'500);
    }
};

QTEST_GUILESS_MAIN(RelationGraphTest)
#include "tst_relationgraph.moc"
