// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/openapi/openapi.h"

#include "kube/openapi/schemacheck.h"
#include "support/democlient.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Fault = kube::SchemaFault;

class OpenApiTest : public QObject, private support::DemoClient
{
    Q_OBJECT

    static kube::Schema::Ptr schemaOf(kube::OpenApi &api, const QString &apiVersion)
    {
        const auto answer = api.schemaOf(apiVersion);
        if (!QTest::qWaitFor([&] { return answer.isFinished(); }, 10'000) || !answer.result())
            return {};
        return *answer.result();
    }

    static std::vector<Fault> faults(const kube::Schema &schema, const QByteArray &text)
    {
        const auto tree = kube::parseYaml(text);
        const auto *root = tree
            ? schema.kind((*tree)->find(u"apiVersion")->text, (*tree)->find(u"kind")->text)
            : nullptr;
        return root ? kube::faultsOf(schema, *root, **tree) : std::vector<Fault>(99);
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void cleanup() { stop(); }

    void fieldsAreKnown_data()
    {
        QTest::addColumn<bool>("v3");
        QTest::newRow("v3") << true;
        QTest::newRow("v2") << false;
    }

    void fieldsAreKnown()
    {
        QFETCH(const bool, v3);
        QVERIFY(serve({.openApiV3 = v3}));
        kube::OpenApi api(*m_client);
        const auto schema = schemaOf(api, u"apps/v1"_s);
        QVERIFY(schema);
        QCOMPARE(api.known(u"apps/v1"_s), schema);
        const auto *root = schema->kind(u"apps/v1"_s, u"Deployment"_s);
        QVERIFY(root);
        const QStringList container{u"spec"_s, u"template"_s, u"spec"_s, u"containers"_s, u"[]"_s};
        const auto fields = schema->fieldsOf(schema->at(root, container));
        const auto name = std::ranges::find(fields, u"name"_s, &kube::SchemaField::name);
        QVERIFY(name != fields.end() && name->required);
        const auto ports = schema->field(root, container + QStringList{u"ports"_s});
        QVERIFY(ports);
        QCOMPARE(ports->type, u"[]ContainerPort"_s);
        QCOMPARE(ports->description, u"Ports to expose."_s);
        const auto protocol =
            schema->field(root, container + QStringList{u"ports"_s, u"[]"_s, u"protocol"_s});
        QCOMPARE(protocol->values, QStringList({u"SCTP"_s, u"TCP"_s, u"UDP"_s}));
        QCOMPARE(schema->field(root, {u"metadata"_s, u"labels"_s})->type, u"map of string"_s);
        QCOMPARE(schema->field(root, {u"metadata"_s})->description,
                 u"Standard object's metadata."_s);
        QVERIFY(!schema->field(root, {u"spec"_s, u"nothing"_s}));
        const auto requests = m_server->script().requests().size();
        QCOMPARE(schemaOf(api, u"apps/v1"_s), schema);
        QCOMPARE(m_server->script().requests().size(), requests);
    }

    void faultsAreFoundAtTheirLines()
    {
        QVERIFY(serve());
        kube::OpenApi api(*m_client);
        const auto schema = schemaOf(api, u"apps/v1"_s);
        QVERIFY(schema);
        const auto found = faults(*schema,
                                  "apiVersion: apps/v1\n"
                                  "kind: Deployment\n"
                                  "metadata:\n"
                                  "  name: web\n"
                                  "  labels: {a: 1}\n"
                                  "spec:\n"
                                  "  replcas: 2\n"
                                  "  paused: \"yes\"\n"
                                  "  selector: null\n"
                                  "  template:\n"
                                  "    spec:\n"
                                  "      restartPolicy: Sometimes\n"
                                  "      containers:\n"
                                  "      - image: x\n"
                                  "        resources: {limits: {cpu: 1, memory: 1Gi}}\n"
                                  "status: {any: thing}\n");
        const std::vector<Fault> wanted{
            {Fault::Kind::WrongType, 5, 15, u"metadata.labels.a"_s, u"a"_s, u"string"_s},
            {Fault::Kind::UnknownField, 7, 3, u"spec.replcas"_s, u"replcas"_s, u"replicas"_s},
            {Fault::Kind::WrongType, 8, 11, u"spec.paused"_s, u"paused"_s, u"boolean"_s},
            {Fault::Kind::NotAllowed, 12, 22, u"spec.template.spec.restartPolicy"_s,
             u"restartPolicy"_s, u"Always, OnFailure, Never"_s},
            {Fault::Kind::MissingField,
             14,
             9,
             u"spec.template.spec.containers[0].name"_s,
             u"name"_s,
             {}},
            {Fault::Kind::MissingField, 7, 3, u"spec.selector"_s, u"selector"_s, {}}};
        QCOMPARE(found.size(), wanted.size());
        for (size_t i = 0; i < wanted.size(); ++i)
            QVERIFY2(found[i] == wanted[i],
                     qPrintable(u"%1: %2 %3:%4"_s.arg(i)
                                    .arg(found[i].path)
                                    .arg(found[i].line)
                                    .arg(found[i].column)));
    }

    void aNewDefinitionIsKnownByItsSchema()
    {
        QVERIFY(serve());
        const auto definition = kube::parseYaml(
            "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\n"
            "metadata: {name: boats.sea.org}\nspec:\n  group: sea.org\n  scope: Namespaced\n"
            "  names: {plural: boats, singular: boat, kind: Boat}\n  versions:\n"
            "  - name: v1\n    served: true\n    storage: true\n    schema:\n"
            "      openAPIV3Schema:\n        type: object\n        properties:\n          spec:\n"
            "            type: object\n            required: [sails]\n            properties:\n"
            "              sails: {type: integer, description: How many.}\n"
            "              port: {x-kubernetes-int-or-string: true}\n"
            "              cargo: {type: object, x-kubernetes-preserve-unknown-fields: true}\n");
        m_server->store().put((*definition)->toJson().toObject());
        kube::OpenApi api(*m_client);
        const auto schema = schemaOf(api, u"sea.org/v1"_s);
        QVERIFY(schema);
        QVERIFY(faults(*schema,
                       "apiVersion: sea.org/v1\nkind: Boat\nmetadata: {name: x}\n"
                       "spec: {sails: 3, port: http, cargo: {any: [thing]}}\n")
                    .empty());
        const auto found = faults(*schema,
                                  "apiVersion: sea.org/v1\nkind: Boat\nmetadata: {name: "
                                  "x}\nspec: {sales: 3, port: [1]}\n");
        QCOMPARE(found.size(), size_t(3));
        QCOMPARE(found[0].expected, u"sails"_s);
        QCOMPARE(found[1].expected, u"integer or string"_s);
        QCOMPARE(found[2].kind, Fault::Kind::MissingField);
    }

    void aGroupWithoutASchemaIsNotFound()
    {
        QVERIFY(serve());
        kube::OpenApi api(*m_client);
        const auto answer = api.schemaOf(u"no.such/v1"_s);
        QTRY_VERIFY(answer.isFinished());
        QVERIFY(!answer.result().has_value());
        QCOMPARE(answer.result().error().kind, kube::Error::Kind::NotFound);
    }

    void aServerThatFailsIsAskedAgain()
    {
        QVERIFY(serve());
        m_server->script().fail(u"/openapi/v3/apis/apps/v1"_s, 503, u"ServiceUnavailable"_s, 1);
        kube::OpenApi api(*m_client);
        QVERIFY(!schemaOf(api, u"apps/v1"_s));
        QVERIFY(schemaOf(api, u"apps/v1"_s));
        m_server->script().answer(u"/openapi/v3/api/v1"_s, 200, "[]", 1);
        QVERIFY(!schemaOf(api, u"v1"_s));
        QVERIFY(schemaOf(api, u"v1"_s));
    }

    void circlesEnd()
    {
        const auto schema = kube::Schema::read(
            "{\"definitions\": {\"a\": {\"$ref\": \"#/definitions/b\"}, \"b\": {\"$ref\": "
            "\"#/definitions/a\"}, \"c.Tree\": {\"type\": \"object\", \"properties\": {\"left\": "
            "{\"$ref\": \"#/definitions/c.Tree\"}, \"loop\": {\"$ref\": \"#/definitions/a\"}}, "
            "\"x-kubernetes-group-version-kind\": [{\"group\": \"g\", \"version\": \"v1\", "
            "\"kind\": \"Tree\"}]}}}");
        QVERIFY(schema);
        const auto *root = (*schema)->kind(u"g/v1"_s, u"Tree"_s);
        QVERIFY(root);
        QCOMPARE((*schema)->fieldsOf(root).size(), size_t(2));
        QVERIFY((*schema)->field(root, QStringList(30, u"left"_s)));
        QCOMPARE(
            faults(**schema, "apiVersion: g/v1\nkind: Tree\nleft: {left: {right: 1}, loop: 5}\n")
                .size(),
            size_t(3)); // apiVersion and kind are not in this schema
        QVERIFY(!kube::Schema::read("[1]"));
        QVERIFY(!kube::Schema::read("{\"definitions\": 3}"));
    }
};

QTEST_GUILESS_MAIN(OpenApiTest)
#include "tst_openapi.moc"
