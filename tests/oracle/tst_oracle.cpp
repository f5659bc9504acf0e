// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oracle/vectors.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20'000;

QByteArray textOf(const QJsonValue &value)
{
    return value.isArray() ? QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact)
                           : QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
}

// The members of `answer` that `expected` has, so that an answer may say more.
QJsonObject onlyKeysOf(const QJsonObject &expected, const QJsonObject &answer)
{
    QJsonObject part;
    for (const auto &key : expected.keys()) {
        if (expected[key].isObject())
            part.insert(key, onlyKeysOf(expected[key].toObject(), answer[key].toObject()));
        else
            part.insert(key, answer[key]);
    }
    return part;
}

} // namespace

/// Talks to the program as a person with a pipe would: one line in, one line out.
class OracleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_process.start(QStringLiteral(ORACLE), QStringList());
        QVERIFY(m_process.waitForStarted(patience));
    }

    void init() { QTest::failOnWarning(); }

    void cleanupTestCase()
    {
        m_process.closeWriteChannel();
        QVERIFY(m_process.waitForFinished(patience));
        QCOMPARE(m_process.exitCode(), 0);
    }

    void answersForKubeconfigs()
    {
        for (const auto &recorded : oracle::cases(u"kubeconfig_merge_oracle.json"_s)) {
            const auto answer = ask(oracle::kubeconfigRequest(recorded.toObject()));
            QCOMPARE(textOf(oracle::withoutErrorTexts(answer)),
                     textOf(oracle::withoutErrorTexts(recorded)));
        }
    }

    void answersForDurations()
    {
        for (const auto &recorded : oracle::cases(u"humanduration_oracle.json"_s)) {
            auto request = recorded.toObject();
            request.insert("call"_L1, "humanDuration"_L1);
            const auto answer = ask(request);
            QCOMPARE(answer["human"_L1], recorded["human"_L1]);
            QCOMPARE(answer["short"_L1], recorded["short"_L1]);
        }
    }

    void answersForQuantities()
    {
        for (const auto &recorded : oracle::cases(u"quantity_oracle.json"_s)) {
            const auto quantity = recorded.toObject();
            const auto answer = ask({{u"call"_s, u"quantity"_s}, {u"in"_s, quantity["in"_L1]}});
            QCOMPARE(answer.toObject().contains("error"_L1), quantity.contains("error"_L1));
            QCOMPARE(answer["string"_L1], recorded["string"_L1]);
            if (oracle::isValueDefined(quantity))
                QCOMPARE(answer["value"_L1], recorded["value"_L1]);
            if (oracle::isMilliValueDefined(quantity))
                QCOMPARE(answer["milliValue"_L1], recorded["milliValue"_L1]);
        }
    }

    void answersForLabelSelectors()
    {
        const QJsonValue sets = oracle::vectors(u"label_selector_oracle.json"_s).value("sets"_L1);
        for (const auto &recorded : oracle::cases(u"label_selector_oracle.json"_s)) {
            const auto answer = ask({{u"call"_s, u"labelSelector"_s},
                                     {u"selector"_s, recorded["selector"_L1]},
                                     {u"sets"_s, sets}});
            QCOMPARE(answer.toObject().contains("error"_L1),
                     recorded.toObject().contains("error"_L1));
            QCOMPARE(answer["canonical"_L1], recorded["canonical"_L1]);
            QCOMPARE(answer["matches"_L1], recorded["matches"_L1]);
        }
    }

    void answersForPods_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("upstream") << u"pod_status.json"_s;
        QTest::newRow("derived") << u"pod_status_derived.json"_s;
    }

    void answersForPods()
    {
        QFETCH(const QString, file);
        const QJsonValue now = oracle::vectors(file).value("now"_L1);
        for (const auto &recorded : oracle::cases(file))
            compareRow(
                {{u"call"_s, u"podStatus"_s}, {u"pod"_s, recorded["pod"_L1]}, {u"now"_s, now}},
                recorded["expect"_L1].toObject());
    }

    void answersForNodes()
    {
        for (const auto &recorded : oracle::cases(u"node_status.json"_s))
            compareRow({{u"call"_s, u"nodeStatus"_s}, {u"node"_s, recorded["node"_L1]}},
                       recorded["expect"_L1].toObject());
    }

    void answersForServices()
    {
        for (const auto &recorded : oracle::cases(u"service_rows.json"_s)) {
            const auto answer = ask({{u"call"_s, u"serviceRow"_s},
                                     {u"service"_s, recorded["service"_L1]},
                                     {u"wide"_s, recorded["wide"_L1]}});
            QCOMPARE(textOf(answer), textOf(recorded["expect"_L1]));
        }
    }

    void answersForPaths()
    {
        const QJsonValue document = oracle::vectors(u"jsonpath_oracle.json"_s).value("document"_L1);
        for (const auto &recorded : oracle::cases(u"jsonpath_oracle.json"_s)) {
            auto request = recorded.toObject();
            request.insert("call"_L1, "jsonpath"_L1);
            request.insert("document"_L1, document);
            const auto answer = ask(request).toObject();
            QCOMPARE(answer["out"_L1], recorded["out"_L1]);
            for (const auto &error : {u"parse_error"_s, u"exec_error"_s})
                QCOMPARE(answer.contains(error), recorded.toObject().contains(error));
        }
    }

    void answersForColumns()
    {
        const auto vectors = oracle::vectors(u"crd_printer_columns.json"_s);
        for (const auto &recorded : vectors["cellForJSONValue"_L1].toArray()) {
            const auto answer = ask({{u"call"_s, u"crdColumns"_s},
                                     {u"type"_s, recorded["type"_L1]},
                                     {u"value"_s, recorded["value"_L1]}});
            QCOMPARE(answer["cell"_L1], recorded["cell"_L1]);
        }
        for (const auto &recorded : vectors["columns"_L1].toArray()) {
            auto request = recorded.toObject();
            request.insert("call"_L1, "crdColumns"_L1);
            QCOMPARE(textOf(ask(request)["cells"_L1]), textOf(recorded["cells"_L1]));
        }
    }

    void answersForJobs()
    {
        for (const auto &recorded : oracle::cases(u"job_status_derived.json"_s)) {
            const auto answer = ask({{u"call"_s, u"jobStatus"_s}, {u"job"_s, recorded["job"_L1]}});
            QCOMPARE(textOf(answer), textOf(recorded["expect"_L1]));
        }
    }

    void answersForVersions()
    {
        const auto vectors = oracle::vectors(u"kube_version_priority_oracle.json"_s);
        for (const auto &recorded : vectors["cases"_L1].toArray()) {
            auto request = recorded.toObject();
            request.insert("call"_L1, "versionSort"_L1);
            QCOMPARE(ask(request)["cmp"_L1], recorded["cmp"_L1]);
        }
        auto versions = vectors["sorted"_L1].toArray().toVariantList();
        std::ranges::reverse(versions);
        const auto answer = ask({{u"call"_s, u"versionSort"_s},
                                 {u"versions"_s, QJsonArray::fromVariantList(versions)}});
        QCOMPARE(textOf(answer["sorted"_L1]), textOf(vectors["sorted"_L1]));
    }

    void answersForQueries()
    {
        const auto vectors = oracle::vectors(u"query_params_oracle.json"_s);
        for (const auto &[list, kind] :
             {std::pair{u"cases"_s, u"log"_s}, std::pair{u"exec"_s, u"exec"_s},
              std::pair{u"list_watch"_s, u"list_watch"_s}}) {
            for (const auto &recorded : vectors[list].toArray()) {
                QJsonObject request{{u"call"_s, u"queryParams"_s},
                                    {u"options"_s, recorded["options"_L1]}};
                QCOMPARE(ask(request)["query"_L1], recorded["query"_L1]);
                request.insert("kind"_L1, kind);
                QCOMPARE(ask(request)["query"_L1], recorded["query"_L1]);
            }
        }
    }

    void survivesBadLines_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("not JSON") << QByteArray("{\"call\":");
        QTest::newRow("no object") << QByteArray("[1]");
        QTest::newRow("no call") << QByteArray("{}");
        QTest::newRow("unknown call") << QByteArray("{\"call\":\"nothing\"}");
        QTest::newRow("call of another type") << QByteArray("{\"call\":{}}");
        QTest::newRow("no number") << QByteArray("{\"call\":\"humanDuration\",\"ns\":\"1\"}");
        QTest::newRow("bytes that are no text") << QByteArray("\xff\xfe\x80");
        QTest::newRow("a file elsewhere")
            << QByteArray("{\"call\":\"kubeconfig\",\"files\":{\"../outside\":\"x\"}}");
    }

    void survivesBadLines()
    {
        QFETCH(const QByteArray, line);
        const auto answer = askLine(line);
        QVERIFY(answer.toObject().contains("error"_L1));
        QCOMPARE(ask({{u"call"_s, u"quantity"_s}, {u"in"_s, u"1"_s}})["value"_L1], "1"_L1);
    }

    void speaksForSharedDocuments()
    {
        QProcess yjs;
        yjs.start(QStringLiteral(ORACLE), {u"yjs"_s});
        yjs.write("{\"cmd\":\"reset\"}\n{\"cmd\":\"dance\"}\n");
        yjs.closeWriteChannel();
        QVERIFY(yjs.waitForFinished(patience));
        QCOMPARE(yjs.readAll(), "{\"ok\":true}\n{\"unsupported\":true}\n");
    }

private:
    QJsonValue ask(const QJsonObject &request)
    {
        return askLine(QJsonDocument(request).toJson(QJsonDocument::Compact));
    }

    QJsonValue askLine(const QByteArray &line)
    {
        m_process.write(line + '\n');
        while (!m_process.canReadLine() && m_process.waitForReadyRead(patience))
            continue;
        const auto answer = QJsonDocument::fromJson(m_process.readLine());
        return answer.isArray() ? QJsonValue(answer.array()) : QJsonValue(answer.object());
    }

    void compareRow(const QJsonObject &request, const QJsonObject &expected)
    {
        QCOMPARE(textOf(onlyKeysOf(expected, ask(request).toObject())), textOf(expected));
    }

    QProcess m_process;
};

QTEST_GUILESS_MAIN(OracleTest)
#include "tst_oracle.moc"
