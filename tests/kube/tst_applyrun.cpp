// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/apply/applyrun.h"

#include "support/democlient.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Outcome = kube::ApplyResult::Outcome;

class ApplyRunTest : public QObject, private support::DemoClient
{
    Q_OBJECT

    kube::ApiResources m_resources;
    const kube::GroupVersionResource m_deployments{u"apps"_s, u"v1"_s, u"deployments"_s};

    static QJsonObject yaml(const QByteArray &text)
    {
        const auto tree = kube::parseYaml(text);
        return tree ? (*tree)->toJson().toObject() : QJsonObject();
    }

    static QByteArray deployment(const QByteArray &replicas, const QByteArray &image = "x")
    {
        return "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  namespace: "
               "shop\nspec:\n  replicas: "
            + replicas + "\n  template: {spec: {containers: [{name: a, image: " + image + "}]}}\n";
    }

    std::unique_ptr<kube::ApplyRun> run(const QByteArray &text,
                                        kube::ApplyRun::Options options = {.dryRun = false})
    {
        auto run = std::make_unique<kube::ApplyRun>(*m_client, m_resources,
                                                    kube::readManifest(text), options);
        QSignalSpy ended(run.get(), &kube::ApplyRun::finished);
        run->start();
        if (!QTest::qWaitFor([&] { return !ended.isEmpty(); }, 15'000))
            return {};
        return run;
    }

    static QList<Outcome> outcomes(const kube::ApplyRun &run)
    {
        QList<Outcome> list;
        for (const auto &result : run.results())
            list.append(result.outcome);
        return list;
    }

    QJsonObject stored(const QString &name)
    {
        return m_server->store().get({m_deployments, u"shop"_s, name}).value_or(QJsonObject());
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        QVERIFY(serve());
        m_server->store().put(yaml("{apiVersion: v1, kind: Namespace, metadata: {name: shop}}"));
        const auto found = kube::discover(*m_client);
        QTRY_VERIFY(found.isFinished());
        QVERIFY(found.result().has_value());
        m_resources = *found.result();
    }

    void cleanup() { stop(); }

    void documentsAreAppliedOneByOne()
    {
        const QByteArray text = deployment("2") + "---\nkind: {\n---\n" + deployment("3", "y")
            + "---\napiVersion: no/v1\nkind: Thing\nmetadata: {name: x}\n---\n"
            + deployment("3", "y");
        const auto done = run(text);
        QVERIFY(done);
        QCOMPARE(outcomes(*done),
                 QList({Outcome::Created, Outcome::Refused, Outcome::Changed, Outcome::Refused,
                        Outcome::Unchanged}));
        QCOMPARE(done->results()[1].problems[0].line, 11);
        QCOMPARE(done->results()[3].problems[0].line, 22);
        QCOMPARE(stored(u"web"_s)["spec"_L1]["replicas"_L1].toInt(), 3);
        const auto managers = stored(u"web"_s)["metadata"_L1]["managedFields"_L1].toArray();
        QCOMPARE(managers.size(), 1);
        QCOMPARE(managers[0]["manager"_L1].toString(), u"krateyard"_s);
        QCOMPARE(managers[0]["operation"_L1].toString(), u"Apply"_s);
    }

    void aDryRunKeepsNothing()
    {
        const auto done = run(deployment("2"), {});
        QVERIFY(done);
        QCOMPARE(outcomes(*done), QList({Outcome::Created}));
        QCOMPARE(done->results()[0].after["spec"_L1]["replicas"_L1].toInt(), 2);
        QVERIFY(stored(u"web"_s).isEmpty());
    }

    void conflictsAreTakenOverOnlyWhenSaidSo()
    {
        auto owned = yaml(deployment("2"));
        QVERIFY(run(deployment("2", "mine")));
        // Another manager takes both.
        kube::ApiRequest other{.path = u"/apis/apps/v1/namespaces/shop/deployments/web"_s,
                               .query = QUrlQuery(u"fieldManager=kubectl&force=true"_s),
                               .method = "PATCH",
                               .body = QJsonDocument(yaml(deployment("7", "theirs"))).toJson(),
                               .contentType = "application/apply-patch+yaml"};
        const auto theirs = m_client->send(other);
        QTRY_VERIFY(theirs.isFinished());
        QVERIFY(theirs.result().has_value());

        const auto refused = run(deployment("3", "mine"));
        QVERIFY(refused);
        QCOMPARE(outcomes(*refused), QList({Outcome::Conflicted}));
        const auto conflicts = refused->results()[0].conflicts;
        QCOMPARE(conflicts.size(), size_t(2));
        QCOMPARE(conflicts[0].manager, u"kubectl"_s);
        QCOMPARE(conflicts[0].field, u".spec.replicas"_s);
        QCOMPARE(conflicts[1].field, u".spec.template.spec.containers[name=\"a\"].image"_s);
        QCOMPARE(stored(u"web"_s)["spec"_L1]["replicas"_L1].toInt(), 7);

        // One of two: still a conflict, and nothing is taken.
        kube::ApplyRun::Options half{.dryRun = false};
        half.choices[0].takeOver = {conflicts[0].field};
        QCOMPARE(outcomes(*run(deployment("3", "mine"), half)), QList({Outcome::Conflicted}));
        QCOMPARE(stored(u"web"_s)["spec"_L1]["replicas"_L1].toInt(), 7);

        half.choices[0].leave = {conflicts[1].field};
        QCOMPARE(outcomes(*run(deployment("3", "mine"), half)), QList({Outcome::Changed}));
        const auto after = stored(u"web"_s);
        QCOMPARE(after["spec"_L1]["replicas"_L1].toInt(), 3);
        QCOMPARE(
            after["spec"_L1]["template"_L1]["spec"_L1]["containers"_L1][0]["image"_L1].toString(),
            u"theirs"_s);
    }

    void anEditSendsOnlyWhatChanged()
    {
        QVERIFY(run(deployment("2")));
        const auto base = stored(u"web"_s);
        auto scaled = base; // somebody else meanwhile
        auto spec = scaled["spec"_L1].toObject();
        spec["replicas"_L1] = 9;
        scaled["spec"_L1] = spec;
        m_server->store().put(scaled);
        const auto done = run(deployment("2", "y"), {.dryRun = false, .base = base});
        QCOMPARE(outcomes(*done), QList({Outcome::Changed}));
        QCOMPARE(stored(u"web"_s)["spec"_L1]["replicas"_L1].toInt(), 9);
        const auto again = run(deployment("2"), {.dryRun = false, .base = yaml(deployment("2"))});
        QCOMPARE(outcomes(*again), QList({Outcome::Unchanged}));
    }

    void whatAnEditRemovesIsRemoved()
    {
        const QByteArray labelled =
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c, namespace: "
            "shop, labels: {a: x, b: x}}\ndata: {k: v}\n";
        const QByteArray less = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c, namespace: "
                                "shop, labels: {a: x}}\ndata: {k: v}\n";
        const kube::ObjectRef ref{{{}, u"v1"_s, u"configmaps"_s}, u"shop"_s, u"c"_s};
        kube::ApiRequest other{.path = u"/api/v1/namespaces/shop/configmaps"_s,
                               .query = QUrlQuery(u"fieldManager=kubectl-create"_s),
                               .method = "POST",
                               .body = QJsonDocument(yaml(labelled)).toJson(),
                               .contentType = "application/json"};
        const auto made = m_client->send(other);
        QTRY_VERIFY(made.isFinished());
        kube::ApplyRun::Options options{.dryRun = false, .base = yaml(labelled)};
        const auto refused = run(less, options);
        QCOMPARE(outcomes(*refused), QList({Outcome::Conflicted}));
        QCOMPARE(refused->results()[0].conflicts[0].field, u".metadata.labels.b"_s);
        options.choices[0].takeOver = {u".metadata.labels.b"_s};
        options.dryRun = true;
        QCOMPARE(outcomes(*run(less, options)), QList({Outcome::Changed}));
        QVERIFY(
            (*m_server->store().get(ref))["metadata"_L1]["labels"_L1].toObject().contains("b"_L1));
        options.dryRun = false;
        QCOMPARE(outcomes(*run(less, options)), QList({Outcome::Changed}));
        QVERIFY(
            !(*m_server->store().get(ref))["metadata"_L1]["labels"_L1].toObject().contains("b"_L1));
    }

    void kindsAndNamespacesOfTheSameFileAreWaitedFor()
    {
        const QByteArray text =
            "apiVersion: v1\nkind: Namespace\nmetadata: {name: fresh}\n---\n"
            "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\n"
            "metadata: {name: boats.sea.org}\nspec: {group: sea.org, scope: Namespaced, names: "
            "{plural: boats, singular: boat, kind: Boat}, versions: [{name: v1, served: true, "
            "storage: true}]}\n---\napiVersion: sea.org/v1\nkind: Boat\nmetadata: {name: a, "
            "namespace: "
            "fresh}\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: c, namespace: fresh}\n";
        const auto trial = run(text, {});
        QVERIFY(trial);
        QCOMPARE(outcomes(*trial),
                 QList({Outcome::Created, Outcome::Created, Outcome::Deferred, Outcome::Deferred}));
        const auto done = run(text);
        QVERIFY(done);
        QCOMPARE(outcomes(*done), QList<Outcome>(4, Outcome::Created));
        QVERIFY(m_server->store().get({{u"sea.org"_s, u"v1"_s, u"boats"_s}, u"fresh"_s, u"a"_s}));
    }

    void aForbiddenWriteSaysWhy()
    {
        m_server->script().forbid({.verb = u"patch"_s, .resource = u"deployments"_s});
        const auto done = run(deployment("2"));
        QCOMPARE(outcomes(*done), QList({Outcome::Refused}));
        QCOMPARE(done->results()[0].error->kind, kube::Error::Kind::Forbidden);
        QVERIFY(done->results()[0].problems[0].text.contains("cannot patch"_L1));
        QVERIFY(stored(u"web"_s).isEmpty());
    }

    void withoutServerSideApplyItIsCreatedAndReplaced()
    {
        auto resources = m_resources;
        for (auto &resource : resources.resources)
            resource.verbs.removeAll(u"patch"_s);
        std::swap(resources, m_resources);
        QCOMPARE(outcomes(*run(deployment("2"))), QList({Outcome::Created}));
        QCOMPARE(outcomes(*run(deployment("4"))), QList({Outcome::Changed}));
        QCOMPARE(stored(u"web"_s)["spec"_L1]["replicas"_L1].toInt(), 4);
    }

    void aRunCanBeStopped()
    {
        QByteArray text;
        for (int i = 0; i < 50; ++i)
            text += "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: c"
                + QByteArray::number(i) + ", namespace: shop}\n";
        kube::ApplyRun run(*m_client, m_resources, kube::readManifest(text), {.dryRun = false});
        QSignalSpy ended(&run, &kube::ApplyRun::finished);
        connect(&run, &kube::ApplyRun::resultReady, &run, [&run](size_t document) {
            if (document == 4)
                run.cancel();
        });
        run.start();
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(run.results()[4].outcome, Outcome::Created);
        QCOMPARE(run.results()[5].outcome, Outcome::Cancelled);
        QCOMPARE(run.results()[49].outcome, Outcome::Cancelled);
    }
};

QTEST_GUILESS_MAIN(ApplyRunTest)
#include "tst_applyrun.moc"
