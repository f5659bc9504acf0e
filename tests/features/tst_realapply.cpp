// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/api/apiclient.h"
#include "kube/apply/applyrun.h"
#include "kube/apply/objecttrim.h"
#include "kube/openapi/openapi.h"
#include "kube/openapi/schemacheck.h"
#include "manifestcases.h"
#include "support/realtest.h"
#include "workspace/yaml/yamltext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Outcome = kube::ApplyResult::Outcome;

namespace {
const auto Space = support::RealCluster::ownNamespace(u"apply"_s);
}

/// Manifests, schemas and server-side apply against a real API server.
class RealApplyTest : public QObject, private support::RealTest
{
    Q_OBJECT

    kube::Cluster *m_cluster = nullptr; ///< as the administrator sees it

    static QByteArray deployment(const QByteArray &replicas, const QByteArray &image = "one")
    {
        return "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  namespace: "
            + Space.toUtf8() + "\nspec:\n  replicas: " + replicas
            + "\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata: {labels: {app: "
              "web}}\n    spec:\n      containers:\n      - name: a\n        image: "
            + image + "\n";
    }

    std::unique_ptr<kube::ApplyRun> run(kube::Cluster &cluster, const QByteArray &text,
                                        kube::ApplyRun::Options options)
    {
        options.nameSpace = Space;
        auto run = std::make_unique<kube::ApplyRun>(cluster.client(), cluster.resources(),
                                                    kube::readManifest(text), options);
        QSignalSpy ended(run.get(), &kube::ApplyRun::finished);
        run->start();
        return QTest::qWaitFor([&] { return !ended.isEmpty(); }, 240'000) ? std::move(run)
                                                                          : nullptr;
    }

    /// What the server makes of a body, without what is different each time.
    kube::Result<QJsonObject> dryCreated(const QJsonObject &object, const QByteArray &body,
                                         const QByteArray &type)
    {
        const auto *resource = m_cluster->resources().findKind(object["apiVersion"_L1].toString(),
                                                               object["kind"_L1].toString());
        if (!resource)
            return std::unexpected(kube::Error{.message = u"unknown kind"_s});
        const auto answer = m_cluster->client().send(
            {.path = kube::pathOf({resource->gvr(), resource->namespaced ? Space : QString(), {}}),
             .query = QUrlQuery(u"dryRun=All"_s),
             .method = "POST",
             .body = body,
             .contentType = type});
        if (!QTest::qWaitFor([&] { return answer.isFinished(); }, 20'000))
            return std::unexpected(kube::Error{.message = u"no answer"_s});
        if (!answer.result())
            return std::unexpected(answer.result().error());
        auto made = answer.result()->body;
        const auto uid = QJsonDocument::fromJson(made)["metadata"_L1]["uid"_L1].toString();
        made.replace(uid.toLatin1(), "uid"); // a Job's pods are told apart by it
        return kube::withoutServerFields(QJsonDocument::fromJson(made).object());
    }

    QJsonObject stored(const QString &what) const
    {
        return QJsonDocument::fromJson(
                   m_real
                       .kubectl({u"-n"_s, Space, u"get"_s, what, u"-o"_s, u"json"_s}) // of 1.20
                       .text)
            .object();
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void initTestCase()
    {
        if (const auto why = m_real.whyNot(); !why.isEmpty())
            SKIP_ALL(why.constData());
        QVERIFY(m_real.freshNamespace(Space));
        m_cluster = &connected(u"admin"_s);
    }

    void cleanupTestCase() { m_real.removeNamespace(Space); }

    /// Read, written and read again they are equal, and to the server both texts say the same.
    void threeHundredManifestsComeBack()
    {
        QStringList serves;
        for (const auto &resource : m_cluster->resources().resources)
            serves.append(resource.apiVersion() + u' ' + resource.kind);
        const auto cases = manifestCases(300, Space, serves);
        int kinds = 0;
        QSet<QString> seen;
        for (const auto &object : cases) {
            const auto json = QJsonDocument(object).toJson(QJsonDocument::Indented);
            const auto source = kube::readManifest(json);
            const auto label =
                object["kind"_L1].toString() + u' ' + object["metadata"_L1]["name"_L1].toString();
            QCOMPARE(source.size(), size_t(1));
            QVERIFY2(!source[0].problem, qPrintable(label));
            QVERIFY2(source[0].object == object, qPrintable(label));
            const auto text =
                workspace::toYaml(object, {.managedFields = true, .maskSecrets = false}).text();
            const auto again = kube::readManifest(text.toUtf8());
            QCOMPARE(again.size(), size_t(1));
            QVERIFY2(!again[0].problem && again[0].object == object, qPrintable(label));
            QCOMPARE(
                workspace::toYaml(again[0].object, {.managedFields = true, .maskSecrets = false})
                    .text(),
                text);
            const auto fromJson = dryCreated(object, json, "application/json");
            QVERIFY2(
                fromJson,
                qPrintable(label + u": "_s + (fromJson ? QString() : fromJson.error().message)));
            const auto fromYaml = dryCreated(object, text.toUtf8(), "application/yaml");
            QVERIFY2(
                fromYaml,
                qPrintable(label + u": "_s + (fromYaml ? QString() : fromYaml.error().message)));
            QVERIFY2(*fromJson == *fromYaml, qPrintable(label));
            kinds += seen.contains(object["kind"_L1].toString()) ? 0 : 1;
            seen.insert(object["kind"_L1].toString());
        }
        QVERIFY2(kinds >= 20, qPrintable(QString::number(kinds)));
    }

    void aFiveMegabyteFileSaysWhatBecameOfEachDocument()
    {
        QByteArray text;
        int documents = 0;
        const auto add = [&](const QByteArray &name, const QByteArray &value) {
            text += "---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: " + name
                + "\ndata:\n  value: " + value + "\n";
            ++documents;
        };
        const QByteArray filling(40'000, 'v');
        for (int i = 0; i < 65; ++i)
            add("big-" + QByteArray::number(i), filling);
        const int broken = documents;
        const auto brokenLine = int(text.count('\n')) + 4;
        text += "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: broken\ndata: x: y: z\n";
        ++documents;
        const auto wrongLine = int(text.count('\n')) + 6;
        add("wrong", "[not, text]");
        const auto namedLine = int(text.count('\n')) + 5;
        add("Wrong_Name", "x");
        for (int i = 65; i < 130; ++i)
            add("big-" + QByteArray::number(i), filling);
        QVERIFY(text.size() > 5'000'000);
        const auto done = run(*m_cluster, text, {.dryRun = false});
        QVERIFY(done);
        QCOMPARE(done->results().size(), size_t(documents));
        for (int i = 0; i < documents; ++i) {
            const auto &result = done->results()[size_t(i)];
            const bool bad = i >= broken && i < broken + 3;
            QVERIFY2(result.outcome == (bad ? Outcome::Refused : Outcome::Created),
                     qPrintable(
                         u"%1: %2"_s.arg(i).arg(result.error ? result.error->message : QString())));
        }
        const auto &problems = [&](int i) -> const std::vector<kube::ManifestProblem> & {
            return done->results()[size_t(broken + i)].problems;
        };
        QCOMPARE(problems(0).front().line, brokenLine + 1);
        QVERIFY(!problems(0).front().text.isEmpty());
        QVERIFY2(
            problems(1).front().line >= wrongLine && problems(1).front().line <= wrongLine + 1,
            qPrintable(u"%1: %2"_s.arg(problems(1).front().line).arg(problems(1).front().text)));
        QCOMPARE(problems(2).front().line, namedLine);
        const auto listed =
            m_real.kubectl({u"-n"_s, Space, u"get"_s, u"configmaps"_s, u"-o"_s, u"name"_s});
        QCOMPARE(listed.text.count("configmap/big-"), 130);
        const auto again = run(*m_cluster, text, {});
        QVERIFY(again);
        QCOMPARE(again->results()[0].outcome, Outcome::Unchanged);
        QCOMPARE(again->results()[size_t(documents) - 1].outcome, Outcome::Unchanged);
    }

    void aFieldOfKubectlIsTakenOverOnlyWhenSaidSo()
    {
        QCOMPARE(m_real
                     .kubectl({u"apply"_s, u"--server-side"_s, u"--field-manager=kubectl"_s,
                               u"-f"_s, u"-"_s},
                              deployment("0", "theirs"))
                     .code,
                 0);
        const auto refused = run(*m_cluster, deployment("2", "mine"), {.dryRun = false});
        QVERIFY(refused);
        QCOMPARE(refused->results()[0].outcome, Outcome::Conflicted);
        QStringList fields;
        for (const auto &conflict : refused->results()[0].conflicts) {
            QCOMPARE(conflict.manager, u"kubectl"_s);
            fields.append(conflict.field);
        }
        fields.sort();
        QCOMPARE(fields,
                 QStringList(
                     {u".spec.replicas"_s, u".spec.template.spec.containers[name=\"a\"].image"_s}));
        kube::ApplyRun::Options options{.dryRun = true};
        options.choices[0] = {.takeOver = {fields[0]}, .leave = {fields[1]}};
        const auto trial = run(*m_cluster, deployment("2", "mine"), options);
        QCOMPARE(trial->results()[0].outcome, Outcome::Changed);
        QCOMPARE(stored(u"deployment/web"_s)["spec"_L1]["replicas"_L1].toInt(), 0);
        options.dryRun = false;
        const auto done = run(*m_cluster, deployment("2", "mine"), options);
        QCOMPARE(done->results()[0].outcome, Outcome::Changed);
        const auto now = stored(u"deployment/web"_s);
        QCOMPARE(now["spec"_L1]["replicas"_L1].toInt(), 2);
        QCOMPARE(
            now["spec"_L1]["template"_L1]["spec"_L1]["containers"_L1][0]["image"_L1].toString(),
            u"theirs"_s);
        const auto ours = kube::appliedBy(u"krateyard"_s, now);
        QCOMPARE(ours["spec"_L1]["replicas"_L1].toInt(), 2);
        QVERIFY(!QJsonDocument(ours).toJson().contains("image"));
    }

    void anEditChangesAndRemovesOnlyWhatThePersonDid()
    {
        m_real.kubectl({u"-n"_s, Space, u"delete"_s, u"deployments"_s, u"--all"_s});
        QCOMPARE(
            m_real.kubectl({u"apply"_s, u"--server-side"_s, u"-f"_s, u"-"_s}, deployment("0")).code,
            0);
        m_real.kubectl(
            {u"-n"_s, Space, u"annotate"_s, u"deployment/web"_s, u"mine=1"_s, u"old=1"_s});
        const auto base = kube::withoutServerFields(stored(u"deployment/web"_s));
        // Meanwhile somebody else changes something else.
        m_real.kubectl({u"-n"_s, Space, u"annotate"_s, u"deployment/web"_s, u"theirs=1"_s});
        auto mine = base;
        auto meta = mine["metadata"_L1].toObject();
        auto annotations = meta["annotations"_L1].toObject();
        annotations["mine"_L1] = u"2"_s;
        meta["annotations"_L1] = annotations;
        mine["metadata"_L1] = meta;
        kube::ApplyRun::Options options{.dryRun = false, .base = base};
        auto text = workspace::toYaml(mine).text().toUtf8();
        const auto refused = run(*m_cluster, text, options);
        QCOMPARE(refused->results()[0].outcome, Outcome::Conflicted);
        const auto field = refused->results()[0].conflicts[0].field;
        QCOMPARE(field, u".metadata.annotations.mine"_s);
        options.choices[0].takeOver = {field};
        QCOMPARE(run(*m_cluster, text, options)->results()[0].outcome, Outcome::Changed);
        auto now = stored(u"deployment/web"_s)["metadata"_L1]["annotations"_L1].toObject();
        QCOMPARE(now["mine"_L1].toString(), u"2"_s);
        QCOMPARE(now["theirs"_L1].toString(), u"1"_s);

        mine = kube::withoutServerFields(stored(u"deployment/web"_s));
        options.base = mine;
        meta = mine["metadata"_L1].toObject();
        annotations = meta["annotations"_L1].toObject();
        annotations.remove("old"_L1);
        meta["annotations"_L1] = annotations;
        mine["metadata"_L1] = meta;
        text = workspace::toYaml(mine).text().toUtf8();
        options.choices[0].takeOver = {u".metadata.annotations.old"_s};
        const auto removed = run(*m_cluster, text, options);
        QCOMPARE(removed->results()[0].outcome, Outcome::Changed);
        now = stored(u"deployment/web"_s)["metadata"_L1]["annotations"_L1].toObject();
        QVERIFY(!now.contains("old"_L1));
        QCOMPARE(now["theirs"_L1].toString(), u"1"_s);
    }

    void theServersRefusalIsAtItsLine()
    {
        m_real.kubectl({u"-n"_s, Space, u"delete"_s, u"deployments"_s, u"--all"_s});
        const auto invalid = run(*m_cluster, deployment("-3"), {});
        QCOMPARE(invalid->results()[0].outcome, Outcome::Refused);
        QCOMPARE(invalid->results()[0].problems[0].line, 7);
        const auto unknown = run(*m_cluster, deployment("1\n  replcas: 2"), {});
        QCOMPARE(unknown->results()[0].outcome, Outcome::Refused);
        QCOMPARE(unknown->results()[0].problems[0].line, 8);
        const auto typed = run(*m_cluster, deployment("\"two\""), {});
        QCOMPARE(typed->results()[0].outcome, Outcome::Refused);
        QCOMPARE(typed->results()[0].problems[0].line, 7);
    }

    void aLimitedUserIsToldWhy()
    {
        const auto done = run(connected(u"dev"_s),
                              "apiVersion: v1\nkind: Namespace\nmetadata: {name: not-for-me}\n---\n"
                                  + deployment("1"),
                              {.dryRun = false});
        QVERIFY(done);
        for (const auto &result : done->results()) {
            QCOMPARE(result.outcome, Outcome::Refused);
            QCOMPARE(result.error->kind, kube::Error::Kind::Forbidden);
            QVERIFY2(result.error->message.contains("cannot "_L1),
                     qPrintable(result.error->message));
        }
        QVERIFY(m_real.kubectl({u"get"_s, u"namespace"_s, u"not-for-me"_s}).code != 0);
    }

    void theSchemaOfTheServerKnowsItsKinds()
    {
        kube::OpenApi api(m_cluster->client());
        const auto answer = api.schemaOf(u"apps/v1"_s);
        QVERIFY(QTest::qWaitFor([&] { return answer.isFinished(); }, 30'000));
        QVERIFY2(answer.result().has_value(), "no schema");
        const auto schema = *answer.result();
        const auto *root = schema->kind(u"apps/v1"_s, u"Deployment"_s);
        QVERIFY(root);
        const auto image = schema->field(
            root, {u"spec"_s, u"template"_s, u"spec"_s, u"containers"_s, u"[]"_s, u"image"_s});
        QVERIFY(image);
        QCOMPARE(image->type, u"string"_s);
        QVERIFY(!image->description.isEmpty());
        const auto good = kube::parseYaml(deployment("1"));
        QVERIFY(kube::faultsOf(*schema, *root, **good).empty());
        const auto bad = kube::parseYaml(deployment("1\n  replcas: 2"));
        const auto faults = kube::faultsOf(*schema, *root, **bad);
        QCOMPARE(faults.size(), size_t(1));
        QCOMPARE(faults[0].line, 8);
        QCOMPARE(faults[0].expected, u"replicas"_s);
    }

    /// Every object of the cluster is what its schema says: no false alarm while editing.
    void noObjectOfTheClusterHasAFault()
    {
        kube::OpenApi api(m_cluster->client());
        for (const auto *what : {"deployments.apps", "pods", "services", "configmaps", "secrets",
                                 "clusterroles", "customresourcedefinitions", "apiservices",
                                 "flowschemas", "prioritylevelconfigurations", "nodes"}) {
            const auto list = QJsonDocument::fromJson(
                m_real.kubectl({u"get"_s, u"-A"_s, QString::fromLatin1(what), u"-o"_s, u"json"_s})
                    .text);
            for (const auto &item : list["items"_L1].toArray()) {
                const auto apiVersion = item["apiVersion"_L1].toString();
                const auto answer = api.schemaOf(apiVersion);
                QVERIFY(QTest::qWaitFor([&] { return answer.isFinished(); }, 30'000));
                if (!answer.result())
                    continue;
                const auto *root = (*answer.result())->kind(apiVersion, item["kind"_L1].toString());
                if (!root)
                    continue;
                const auto tree = kube::parseYaml(
                    workspace::toYaml(item.toObject(), {.maskSecrets = false}).text().toUtf8(),
                    kube::ManifestLimits);
                QVERIFY(tree);
                const auto faults = kube::faultsOf(**answer.result(), *root, **tree);
                QVERIFY2(faults.empty(),
                         qPrintable(QString::fromLatin1(what) + u' '
                                    + item["metadata"_L1]["name"_L1].toString() + u' '
                                    + (faults.empty() ? QString() : faults[0].path)));
            }
        }
    }
};

QTEST_GUILESS_MAIN(RealApplyTest)
#include "tst_realapply.moc"
