// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/helm/helmrollback.h"

#include "support/democlient.h"
#include "support/helmcases.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Do = kube::HelmStep::Do;
using Kind = kube::Error::Kind;

namespace {

const QString First = u"---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\n"
                      "data: {colour: blue}\n"
                      "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: old}\n"
                      "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: same}\n"_s;
const QString Second = u"---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\n"
                       "data: {colour: green, extra: \"1\"}\n"
                       "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: same}\n"
                       "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: new}\n"
                       "---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: kept\n"
                       "  annotations: {helm.sh/resource-policy: keep}\n"_s;

QJsonObject configMap(const QString &name, const QJsonObject &data, const QJsonObject &notes = {})
{
    QJsonObject annotations{{u"meta.helm.sh/release-name"_s, u"web"_s},
                            {u"meta.helm.sh/release-namespace"_s, u"shop"_s}};
    for (auto note = notes.begin(); note != notes.end(); ++note)
        annotations.insert(note.key(), note.value());
    return {{u"apiVersion"_s, u"v1"_s},
            {u"kind"_s, u"ConfigMap"_s},
            {u"metadata"_s,
             QJsonObject{{u"name"_s, name},
                         {u"namespace"_s, u"shop"_s},
                         {u"labels"_s, QJsonObject{{u"app.kubernetes.io/managed-by"_s, u"Helm"_s}}},
                         {u"annotations"_s, annotations}}},
            {u"data"_s, data}};
}

} // namespace

class HelmRollbackTest : public QObject, private support::DemoClient
{
    Q_OBJECT

private:
    std::optional<QJsonObject> stored(const QString &resource, const QString &name) const
    {
        return m_server->store().get({{{}, u"v1"_s, resource}, u"shop"_s, name});
    }
    std::optional<QJsonObject> settings() const { return stored(u"configmaps"_s, u"settings"_s); }
    QString labelled(int revision) const
    {
        const auto secret = stored(u"secrets"_s, kube::helmObjectName(u"web"_s, revision));
        return secret ? secret->value("metadata"_L1)["labels"_L1]["status"_L1].toString()
                      : QString();
    }
    kube::HelmRelease release(int revision) const
    {
        const auto secret = stored(u"secrets"_s, kube::helmObjectName(u"web"_s, revision));
        const auto read = secret ? kube::readHelmObject(QJsonDocument(*secret).toJson())
                                 : kube::Result<kube::HelmStored>(std::unexpected(kube::Error()));
        return read ? read->release : kube::HelmRelease();
    }
    std::unique_ptr<kube::HelmRollback> rollbackTo(int revision)
    {
        const kube::HelmRevision to{.nameSpace = u"shop"_s, .name = u"web"_s, .revision = revision};
        return std::make_unique<kube::HelmRollback>(*m_client, *m_access, m_kinds, to);
    }
    /// Prepares; the problem, if any.
    static std::optional<kube::Error> prepared(kube::HelmRollback &rollback)
    {
        QSignalSpy spy(&rollback, &kube::HelmRollback::prepared);
        rollback.prepare();
        const bool came = spy.wait(10'000);
        return came ? spy[0][0].value<std::optional<kube::Error>>()
                    : kube::Error{.kind = Kind::Timeout};
    }
    static std::optional<kube::Error> ran(kube::HelmRollback &rollback)
    {
        QSignalSpy spy(&rollback, &kube::HelmRollback::ended);
        rollback.start();
        const bool came = spy.wait(10'000);
        return came && spy.size() == 1 ? spy[0][0].value<std::optional<kube::Error>>()
                                       : kube::Error{.kind = Kind::Timeout};
    }
    static QStringList stepsOf(const kube::HelmPlan &plan)
    {
        static const QStringList words{u"create"_s, u"change"_s, u"delete"_s, u"keep"_s,
                                       u"nothing"_s};
        QStringList texts;
        for (const auto &step : plan.steps)
            texts.append(words[int(step.what)] + u' ' + step.ref.name);
        return texts;
    }

    std::unique_ptr<kube::AccessReview> m_access;
    kube::ApiResources m_kinds;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        QVERIFY(serve());
        auto &store = m_server->store();
        const QJsonArray hooks{QJsonObject{{u"name"_s, u"migrate"_s},
                                           {u"kind"_s, u"Job"_s},
                                           {u"events"_s, QJsonArray{u"pre-rollback"_s}}}};
        store.put(support::helmObject({.revision = 1,
                                       .status = u"superseded"_s,
                                       .manifest = First,
                                       .values = {{u"colour"_s, u"blue"_s}},
                                       .hooks = hooks,
                                       .labels = {{u"team"_s, u"red"_s}}}));
        store.put(support::helmObject({.revision = 2, .manifest = Second}));
        store.put(configMap(
            u"settings"_s,
            {{u"colour"_s, u"green"_s}, {u"extra"_s, u"1"_s}, {u"byHand"_s, u"stays"_s}}));
        store.put(configMap(u"same"_s, {}));
        store.put(configMap(u"new"_s, {}));
        store.put(configMap(u"kept"_s, {}, {{u"helm.sh/resource-policy"_s, u"keep"_s}}));
        m_access = std::make_unique<kube::AccessReview>(*m_client);
        const auto kinds = kube::discover(*m_client);
        QTRY_VERIFY(kinds.isFinished());
        m_kinds = *kinds.result();
    }
    void cleanup()
    {
        m_access.reset();
        stop();
    }

    void thePlanSaysWhatWillHappenAndChangesNothing()
    {
        const auto before = m_server->store().revision();
        const auto rollback = rollbackTo(1);
        QVERIFY(!prepared(*rollback));
        const auto &plan = rollback->plan();
        QCOMPARE(stepsOf(plan),
                 QStringList({u"change settings"_s, u"create old"_s, u"nothing same"_s,
                              u"keep kept"_s, u"delete new"_s}));
        QCOMPARE(plan.changes(), 3);
        QCOMPARE(plan.current.revision, 2);
        QCOMPARE(plan.made.revision, 3);
        QCOMPARE(plan.hooks, QStringList(u"Job migrate"_s));
        QVERIFY(plan.denied.empty());
        QCOMPARE(m_server->store().revision(), before);
    }

    void aRollbackBringsTheObjectsBackAndKeepsTheHistory()
    {
        const auto rollback = rollbackTo(1);
        QVERIFY(!prepared(*rollback));
        QSignalSpy steps(rollback.get(), &kube::HelmRollback::stepChanged);
        QVERIFY(!ran(*rollback));
        QCOMPARE(steps.size(), 10); // begun and done
        QCOMPARE(rollback->failures(), 0);

        const auto data = settings()->value("data"_L1);
        QCOMPARE(data["colour"_L1].toString(), "blue"_L1);
        QVERIFY(data["extra"_L1].isUndefined());
        QCOMPARE(data["byHand"_L1].toString(), "stays"_L1);
        const auto created = stored(u"configmaps"_s, u"old"_s);
        QVERIFY(created);
        QCOMPARE((*created)["metadata"_L1]["labels"_L1]["app.kubernetes.io/managed-by"_L1],
                 "Helm"_L1);
        QCOMPARE((*created)["metadata"_L1]["annotations"_L1]["meta.helm.sh/release-name"_L1],
                 "web"_L1);
        QVERIFY(!stored(u"configmaps"_s, u"new"_s));
        QVERIFY(stored(u"configmaps"_s, u"kept"_s));

        QCOMPARE(labelled(1), "superseded"_L1);
        QCOMPARE(labelled(2), "superseded"_L1);
        QCOMPARE(labelled(3), "deployed"_L1);
        QCOMPARE(release(2).status, "superseded"_L1);
        const auto made = release(3);
        QCOMPARE(made.status, "deployed"_L1);
        QCOMPARE(made.revision, 3);
        QCOMPARE(made.description, "Rollback to 1"_L1);
        QCOMPARE(made.manifest, First);
        QCOMPARE(made.values, QJsonObject({{u"colour"_s, u"blue"_s}}));
        QCOMPARE(made.firstDeployed, release(1).firstDeployed);
        const auto secret = stored(u"secrets"_s, u"sh.helm.release.v1.web.v3"_s);
        QCOMPARE((*secret)["type"_L1].toString(), "helm.sh/release.v1"_L1);
        QCOMPARE((*secret)["metadata"_L1]["labels"_L1]["team"_L1].toString(), "red"_L1);
        QCOMPARE((*secret)["metadata"_L1]["labels"_L1]["version"_L1].toString(), "3"_L1);
    }

    void aPendingReleaseIsLeftAlone()
    {
        m_server->store().put(support::helmObject({.revision = 3, .status = u"pending-upgrade"_s}));
        const auto rollback = rollbackTo(1);
        const auto problem = prepared(*rollback);
        QVERIFY(problem);
        QCOMPARE(problem->kind, Kind::Conflict);
        QCOMPARE(problem->reason, "HelmPending"_L1);
        rollback->start(); // nothing was prepared
        QVERIFY(!rollback->isRunning());
    }

    void aRevisionThatIsGoneIsSaidToBeGone()
    {
        const auto rollback = rollbackTo(7);
        const auto problem = prepared(*rollback);
        QVERIFY(problem);
        QCOMPARE(problem->kind, Kind::NotFound);
    }

    void aKindThatTheServerLacksStopsItBeforeItBegins()
    {
        m_server->store().put(support::helmObject(
            {.revision = 1,
             .status = u"superseded"_s,
             .manifest = u"apiVersion: gone/v1\nkind: Thing\nmetadata: {name: x}\n"_s}));
        const auto problem = prepared(*rollbackTo(1));
        QVERIFY(problem);
        QCOMPARE(problem->kind, Kind::Invalid);
        QVERIFY(problem->message.contains("Thing"_L1));
    }

    void whatTheUserMayNotDoIsSaidBeforehand()
    {
        m_server->script().forbid({.verb = u"patch"_s, .resource = u"configmaps"_s});
        m_server->script().forbid({.verb = u"create"_s, .resource = u"secrets"_s});
        const auto rollback = rollbackTo(1);
        QVERIFY(!prepared(*rollback));
        QCOMPARE(rollback->plan().denied.size(), 2U);
        QCOMPARE(rollback->plan().denied[0].resource, "secrets"_L1);
        QCOMPARE(rollback->plan().denied[1].verb, "patch"_L1);
        rollback->start();
        QVERIFY(!rollback->isRunning());
        QCOMPARE(labelled(3), QString());
    }

    void twoAtOnceAreOne()
    {
        const auto one = rollbackTo(1);
        const auto two = rollbackTo(1);
        QVERIFY(!prepared(*one));
        QVERIFY(!prepared(*two));
        QVERIFY(!ran(*one));
        const auto problem = ran(*two);
        QVERIFY(problem);
        QCOMPARE(problem->kind, Kind::Conflict);
        QCOMPARE(labelled(3), "deployed"_L1);
        QCOMPARE(labelled(4), QString());
    }

    void whatFailsIsToldObjectByObjectAndNothingIsDeleted()
    {
        m_server->script().answer(u"/api/v1/namespaces/shop/configmaps"_s, 422,
                                  "{\"kind\": \"Status\", \"reason\": \"Invalid\","
                                  " \"message\": \"no room\", \"code\": 422}");
        const auto rollback = rollbackTo(1);
        QVERIFY(!prepared(*rollback));
        const auto problem = ran(*rollback);
        QVERIFY(problem);
        QCOMPARE(problem->message, "no room"_L1);
        QCOMPARE(rollback->failures(), 1);
        const auto &steps = rollback->plan().steps;
        using StepState = kube::HelmStep::State;
        QCOMPARE(steps[0].state, StepState::Done);
        QCOMPARE(steps[1].state, StepState::Failed);
        QCOMPARE(steps[4].state, StepState::Skipped);
        QVERIFY(stored(u"configmaps"_s, u"new"_s));
        QCOMPARE(labelled(2), "superseded"_L1);
        QCOMPARE(labelled(3), "failed"_L1);
        QVERIFY(release(3).description.contains("no room"_L1));
    }

    void anObjectThatSomebodyChangesMeanwhileIsMergedAnew()
    {
        m_server->script().add({.path = u"/api/v1/namespaces/shop/configmaps/settings"_s,
                                .method = "PATCH",
                                .times = 1,
                                .code = 409,
                                .body = "{\"kind\": \"Status\", \"reason\": \"Conflict\","
                                        " \"code\": 409}"});
        const auto rollback = rollbackTo(1);
        QVERIFY(!prepared(*rollback));
        m_server->store().put(
            configMap(u"settings"_s, {{u"colour"_s, u"red"_s}, {u"byHand"_s, u"later"_s}}));
        QVERIFY(!ran(*rollback));
        QCOMPARE((*settings())["data"_L1]["colour"_L1].toString(), "blue"_L1);
        QCOMPARE((*settings())["data"_L1]["byHand"_L1].toString(), "later"_L1);
    }
};

QTEST_GUILESS_MAIN(HelmRollbackTest)

#include "tst_helmrollback.moc"
