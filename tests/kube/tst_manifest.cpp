// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/manifest/fieldplace.h"
#include "kube/manifest/manifest.h"
#include "kube/manifest/manifestcursor.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using kube::readManifest;

class ManifestTest : public QObject
{
    Q_OBJECT

    static QByteArray configMap(const QByteArray &name, const QByteArray &value = "x")
    {
        return "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: " + name
            + "\ndata:\n  key: " + value + "\n";
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void documentsKnowTheirLines()
    {
        const auto documents =
            readManifest("# first\n" + configMap("a") + "---\n# only words\n---\n\n"
                         + configMap("b") + "...\n# between\n%YAML 1.1\n---\n" + configMap("c"));
        QCOMPARE(documents.size(), size_t(3));
        QCOMPARE(documents[0].name(), u"a"_s);
        QCOMPARE(documents[0].tree->find(u"metadata")->find(u"name")->line, 5);
        QCOMPARE(documents[1].name(), u"b"_s);
        QCOMPARE(documents[1].line, 10);
        QCOMPARE(documents[1].tree->find(u"metadata")->find(u"name")->line, 15);
        QCOMPARE(documents[1].lastLine, 17);
        QCOMPARE(documents[2].name(), u"c"_s);
        QCOMPARE(documents[2].tree->find(u"kind")->line, 23);
    }

    void aBadDocumentDoesNotHurtTheOthers_data()
    {
        QTest::addColumn<QByteArray>("bad");
        QTest::addColumn<int>("line");
        QTest::newRow("not closed") << QByteArray("apiVersion: v1\nkind: [a\nx: 1\n") << 10;
        QTest::newRow("a tab") << QByteArray("a:\n\tb: 1\n") << 9;
        QTest::newRow("a list") << QByteArray("- a\n") << 8;
        QTest::newRow("no kind") << QByteArray("apiVersion: v1\nmetadata: {name: x}\n") << 8;
        QTest::newRow("a kind that is a number") << QByteArray("apiVersion: v1\nkind: 3\n") << 9;
        QTest::newRow("no name") << QByteArray("apiVersion: v1\nkind: Pod\nmetadata:\n  a: b\n")
                                 << 11;
        QTest::newRow("a name that is a number")
            << QByteArray("apiVersion: v1\nkind: Pod\nmetadata:\n  name: 1e3\n") << 11;
        QTest::newRow("a key twice")
            << QByteArray("apiVersion: v1\nkind: Pod\nkind: Pod\nmetadata: {name: x}\n") << 10;
        QTest::newRow("something behind it") << QByteArray("a: 1\n}\n") << 9;
    }

    void aBadDocumentDoesNotHurtTheOthers()
    {
        QFETCH(const QByteArray, bad);
        QFETCH(const int, line);
        const auto documents =
            readManifest(configMap("a") + "---\n" + bad + "---\n" + configMap("b"));
        QCOMPARE(documents.size(), size_t(3));
        QVERIFY(!documents[0].problem);
        QVERIFY(documents[1].problem);
        QVERIFY(!documents[1].problem->text.isEmpty());
        QCOMPARE(documents[1].problem->line, line);
        QVERIFY(!documents[2].problem);
        QCOMPARE(documents[2].name(), u"b"_s);
    }

    void windowsLineEndsAndMarksAreTaken()
    {
        QByteArray text = configMap("a") + "--- # next\n" + configMap("b", "|\n    one\n    two");
        text.replace("\n", "\r\n");
        const auto documents = readManifest("\xef\xbb\xbf" + text);
        QCOMPARE(documents.size(), size_t(2));
        QVERIFY(!documents[0].problem);
        QCOMPARE(documents[1].object["data"_L1]["key"_L1].toString(), u"one\ntwo\n"_s);
        QCOMPARE(documents[1].tree->find(u"kind")->line, 9);
    }

    void dashesInTextsAreNoMarks()
    {
        const auto documents =
            readManifest(configMap("a", "|\n    ---\n    kind: Pod\n  other: '---'"));
        QCOMPARE(documents.size(), size_t(1));
        QCOMPARE(documents[0].object["data"_L1]["key"_L1].toString(), u"---\nkind: Pod\n"_s);
    }

    void listsAreOpenedUp()
    {
        const auto documents = readManifest(
            "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Secret\n  metadata:\n"
            "    name: s\n- {}\n---\napiVersion: v1\nkind: PodList\nitems:\n- metadata: {name: "
            "p}\n");
        QCOMPARE(documents.size(), size_t(3));
        QCOMPARE(documents[0].kind(), u"Secret"_s);
        QCOMPARE(documents[0].line, 4);
        QVERIFY(documents[1].problem);
        QCOMPARE(documents[1].problem->line, 8);
        QCOMPARE(documents[2].kind(), u"Pod"_s);
        QCOMPARE(documents[2].apiVersion(), u"v1"_s);
        QVERIFY(!documents[2].problem);
    }

    void fiveMegabytesAreRead()
    {
        QByteArray text;
        for (int i = 0; text.size() < 5'200'000; ++i)
            text += "---\n" + configMap("map-" + QByteArray::number(i), QByteArray(900, 'v'));
        const auto half = text.indexOf("---\n", text.size() / 2);
        text.insert(half, "---\nkind: {\n");
        const auto documents = readManifest(text);
        QVERIFY(documents.size() > 5000);
        const auto bad = std::ranges::count_if(
            documents, [](const auto &document) { return document.problem.has_value(); });
        QCOMPARE(bad, 1);
        QByteArray list = "apiVersion: v1\nkind: List\nitems:\n";
        while (list.size() < 5'200'000)
            list += "- {apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {a: b}}\n";
        QVERIFY(readManifest(list).size() > 50'000);
    }

    void pathsOfServersFindTheirPlaces_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::addColumn<bool>("exact");
        QTest::newRow("validation") << u"spec.containers[1].image"_s << 14 << 5 << true;
        QTest::newRow("apply") << u".spec.containers[name=\"b\"].image"_s << 14 << 5 << true;
        QTest::newRow("two keys") << u".spec.ports[port=80,protocol=\"TCP\"].name"_s << 18 << 5
                                  << true;
        QTest::newRow("value") << u".metadata.finalizers[=\"x/y\"]"_s << 7 << 23 << true;
        QTest::newRow("label") << u".metadata.labels.app.kubernetes.io/name"_s << 6 << 5 << true;
        QTest::newRow("label in brackets")
            << u"metadata.labels[app.kubernetes.io/name]"_s << 6 << 5 << true;
        QTest::newRow("quoted label")
            << u"metadata.labels[\"app.kubernetes.io/name\"]"_s << 6 << 5 << true;
        QTest::newRow("not there") << u"spec.containers[0].command"_s << 10 << 5 << false;
        QTest::newRow("nothing") << QString() << 1 << 1 << true;
        QTest::newRow("broken") << u"spec.containers[\"[[=,"_s << 9 << 3 << false;
    }

    void pathsOfServersFindTheirPlaces()
    {
        QFETCH(const QString, path);
        const auto tree = kube::parseYaml("apiVersion: v1\n"
                                          "kind: Pod\n"
                                          "metadata:\n"
                                          "  name: web\n"
                                          "  labels:\n"
                                          "    app.kubernetes.io/name: web\n"
                                          "  finalizers: [a/b, \"x/y\"]\n"
                                          "spec:\n"
                                          "  containers:\n"
                                          "  - name: a\n"
                                          "    image: x\n"
                                          "\n"
                                          "  - name: b\n"
                                          "    image: x\n"
                                          "  ports:\n"
                                          "  - port: 80\n"
                                          "    protocol: TCP\n"
                                          "    name: http\n");
        QVERIFY(tree);
        const auto place = kube::placeOf(**tree, path);
        QTEST(place.line, "line");
        QTEST(place.exact, "exact");
        if (path != ".metadata.finalizers[=\"x/y\"]"_L1 && path != "spec.containers[0].command"_L1)
            QTEST(place.column, "column");
    }

    void fieldsCanBeLeftOut()
    {
        const auto object = (*kube::parseYaml("a: {b.c: 1, d: 2}\nl: [{name: x, v: 1}, {name: y}]\n"
                                              "s: [p, q]\n"))
                                ->toJson()
                                .toObject();
        auto less = kube::withoutField(object, u".a.b.c");
        less = kube::withoutField(less, u".l[name=\"x\"].v");
        less = kube::withoutField(less, u".s[=\"p\"]");
        less = kube::withoutField(less, u".nothing.here");
        const auto wanted =
            (*kube::parseYaml("a: {d: 2}\nl: [{name: x}, {name: y}]\ns: [q]\n"))->toJson();
        QCOMPARE(QJsonValue(less), wanted);
    }

    /// The cursor is where the bar stands.
    void aCursorKnowsWhereItIs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QStringList>("siblings");
        const QString head = u"apiVersion: apps/v1\nkind: Deployment\n"_s;
        const auto row = [&](const char *name, const QString &text, const QString &path,
                             const QString &word, const QStringList &siblings) {
            QTest::newRow(name) << QString(head + text) << path << word << siblings;
        };
        row("root", u"sp|"_s, {}, u"sp"_s, {u"kind"_s, u"apiVersion"_s});
        row("map", u"spec:\n  rep|\n  paused: true\n"_s, u"spec"_s, u"rep"_s, {u"paused"_s});
        row("empty line", u"spec:\n  replicas: 2\n  |\n"_s, u"spec"_s, {}, {u"replicas"_s});
        row("value", u"spec:\n  strategy:\n    type: Rec|"_s, u"spec/strategy/type"_s, u"Rec"_s,
            {});
        row("no value yet", u"spec:\n  paused: |"_s, u"spec/paused"_s, {}, {});
        row("first key of an element", u"spec:\n  containers:\n  - na|\n    image: x\n"_s,
            u"spec/containers/[]"_s, u"na"_s, {u"image"_s});
        row("next key of an element",
            u"spec:\n  containers:\n    - name: a\n      image: x\n    - name: b\n      im|"_s,
            u"spec/containers/[]"_s, u"im"_s, {u"name"_s});
        row("deep in an element",
            u"spec:\n  containers:\n  - name: a\n    resources:\n      limits:\n        c|"_s,
            u"spec/containers/[]/resources/limits"_s, u"c"_s, {});
        row("value of an element", u"spec:\n  args:\n  - --fo|"_s, u"spec/args/[]"_s, u"--fo"_s,
            {});
        row("another document", u"a:\n  b: 1\n---\nkind: Pod\nspec:\n  no|"_s, u"spec"_s, u"no"_s,
            {});
        row("list of lists", u"a:\n- - x: 1\n    y|"_s, u"a/[]/[]"_s, u"y"_s, {u"x"_s});
        row("behind a text", u"a:\n  b: |-\n    kind: x\n  c|"_s.replace(u"|-"_s, u">-"_s), u"a"_s,
            u"c"_s, {u"b"_s});
    }

    void aCursorKnowsWhereItIs()
    {
        QFETCH(QString, text);
        const auto at = text.indexOf(u'|');
        text.remove(at, 1);
        const auto cursor = kube::cursorAt(text, at);
        QTEST(cursor.path.join(u'/'), "path");
        QTEST(cursor.word, "word");
        QTEST(cursor.siblings, "siblings");
        QVERIFY(!cursor.inText);
        QCOMPARE(text.sliced(cursor.wordStart, cursor.word.size()), cursor.word);
    }

    void aCursorInATextHasNothingToSay()
    {
        for (const QString &text : {u"a: b # se|"_s, u"# k|"_s, u"a:\n  b: >\n    li|"_s}) {
            const auto at = text.indexOf(u'|');
            QVERIFY2(kube::cursorAt(QString(text).remove(at, 1), at).inText, qPrintable(text));
        }
    }

    void aCursorIsAtHomeInAnyText()
    {
        const QString text = u"a:\n - - b: |\n\t x\n---\r\n-\n : \n'\n\"k: v\n...\n- -\n\n"_s;
        for (qsizetype at = -1; at <= text.size() + 1; ++at)
            QVERIFY(kube::cursorAt(text, at).wordStart <= text.size());
    }
};

QTEST_GUILESS_MAIN(ManifestTest)
#include "tst_manifest.moc"
