// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/yaml/yamltext.h"

#include "features/manifestcases.h"
#include "kube/yaml/yamltree.h"
#include "workspace/yaml/yamlrules.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <yaml-cpp/yaml.h>

using namespace Qt::StringLiterals;
using workspace::toYaml;

class YamlTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void looksLikeKubectl()
    {
        const auto object = QJsonDocument::fromJson(R"({"kind": "Pod", "apiVersion": "v1",
            "spec": {"containers": [{"name": "web", "args": ["a", "b"], "env": []}], "hostNetwork": false},
            "metadata": {"name": "web-0", "creationTimestamp": "2026-01-01T00:00:00Z", "managedFields": [{}],
                         "annotations": {"app.kubernetes.io/part10": "x", "app.kubernetes.io/part9": "y"}},
            "status": {}})")
                                .object();
        QCOMPARE(toYaml(object).text(),
                 u"apiVersion: v1\n"
                 "kind: Pod\n"
                 "metadata:\n"
                 "  annotations:\n"
                 "    app.kubernetes.io/part9: \"y\"\n"
                 "    app.kubernetes.io/part10: x\n"
                 "  creationTimestamp: \"2026-01-01T00:00:00Z\"\n"
                 "  name: web-0\n"
                 "spec:\n"
                 "  containers:\n"
                 "  - args:\n"
                 "    - a\n"
                 "    - b\n"
                 "    env: []\n"
                 "    name: web\n"
                 "  hostNetwork: false\n"
                 "status: {}\n"_s);
    }

    void stringsStayStrings_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("quoted");
        const QStringList quoted{u""_s,
                                 u"yes"_s,
                                 u"No"_s,
                                 u"on"_s,
                                 u"y"_s,
                                 u"true"_s,
                                 u"null"_s,
                                 u"~"_s,
                                 u"0123"_s,
                                 u"0x1f"_s,
                                 u"1e3"_s,
                                 u"1__e__3"_s,
                                 u"0x_1f"_s,
                                 u"0____X__0"_s,
                                 u"0B11"_s,
                                 u"-1.5"_s,
                                 u"1_000"_s,
                                 u".5"_s,
                                 u".inf"_s,
                                 u"12:30:45"_s,
                                 u"2026-01-01"_s,
                                 u"2026-01-01T00:00:00Z"_s,
                                 u" lead"_s,
                                 u"trail "_s,
                                 u"a: b"_s,
                                 u"a #b"_s,
                                 u"- x"_s,
                                 u"*ref"_s,
                                 u"&anchor"_s,
                                 u"!tag"_s,
                                 u"{a}"_s,
                                 u"[a]"_s,
                                 u"'q'"_s,
                                 u"\"q\""_s,
                                 u"%x"_s,
                                 u"@x"_s,
                                 u"`x`"_s,
                                 u"key:"_s,
                                 u"?"_s,
                                 u"-"_s,
                                 u"---"_s,
                                 u"a\tb"_s,
                                 u"bell\x07"_s,
                                 u"\u2028"_s,
                                 u"back\\slash\x01"_s,
                                 u"="_s,
                                 u"<<"_s,
                                 QString(100, u'1')}; // a number, of whatever length
        const QStringList plain{u"web"_s,  u"v1.2.3"_s,     u"10.0.0.1"_s, u"100m"_s, u"a:b"_s,
                                u"a#b"_s,  u"nginx:1.25"_s, u"-x"_s,       u"it's"_s, u"schön"_s,
                                u"日本"_s, u"😀"_s,         u"/bin/sh"_s,  u"a, b"_s};
        for (const auto &text : quoted)
            QTest::newRow(qPrintable(u"quoted "_s + text)) << text << true;
        for (const auto &text : plain)
            QTest::newRow(qPrintable(u"plain "_s + text)) << text << false;
    }

    void stringsStayStrings()
    {
        QFETCH(QString, text);
        QFETCH(bool, quoted);
        const auto scalar = workspace::yamlScalar(text);
        QCOMPARE(scalar.startsWith(u'"') || scalar.startsWith(u'\''), quoted);
        const auto node = YAML::Load(QString(u"k: "_s + scalar).toStdString());
        QCOMPARE(QString::fromStdString(node["k"].Scalar()), text);
        QCOMPARE(node["k"].Tag() == "!", quoted); // what yaml-cpp says of quoted scalars
    }

    void textsOfManyLinesComeBack_data()
    {
        QTest::addColumn<QString>("text");
        const QStringList texts{u"a\nb"_s,
                                u"a\nb\n"_s,
                                u"a\nb\n\n"_s,
                                u"a\n\nb"_s,
                                u"a\n  indented\nb\n"_s,
                                u" leading\nspace"_s,
                                u"\nempty first"_s,
                                u"trailing \nspace"_s,
                                u"end \n"_s,
                                u"tab\there\n"_s,
                                u"# comment\nkey: value\n"_s,
                                u"--- \n"_s,
                                u"\n"_s,
                                u"a\r\nb\r\n"_s,
                                u"ends with space\nx "_s};
        for (const auto &text : texts)
            QTest::newRow(qPrintable(text)) << text;
    }

    void textsOfManyLinesComeBack()
    {
        QFETCH(QString, text);
        const QJsonObject object{{u"data"_s, QJsonObject{{u"a"_s, text}, {u"z"_s, u"after"_s}}},
                                 {u"list"_s, QJsonArray{text, QJsonArray{text}, u"after"_s}}};
        const auto node = YAML::Load(toYaml(object).text().toStdString());
        QCOMPARE(QString::fromStdString(node["data"]["a"].Scalar()), text);
        QCOMPARE(node["data"]["z"].Scalar(), "after");
        QCOMPARE(QString::fromStdString(node["list"][0].Scalar()), text);
        QCOMPARE(QString::fromStdString(node["list"][1][0].Scalar()), text);
        QCOMPARE(node["list"][2].Scalar(), "after");
    }

    void longKeysComeBack()
    {
        const QString key(1500, u'k');
        const QJsonObject inner{{key, QJsonArray{1, QJsonObject{{u"a"_s, 1}, {u"b"_s, 2}}}},
                                {QString(200, u'x'), QJsonObject{{u"y"_s, u"z"_s}, {key, true}}},
                                {QString(129, u'm'), u"two\nlines\n"_s}};
        const auto text = toYaml({{u"data"_s, QJsonArray{inner, inner}}}).text();
        const auto read = kube::parseYaml(text.toUtf8());
        QVERIFY2(read, read ? "" : qPrintable(read.error().text));
        QCOMPARE((*read)->toJson().toObject(),
                 (QJsonObject{{u"data"_s, QJsonArray{inner, inner}}}));
    }

    /// Read by our own reader, as a value, as a key and in a list.
    void awkwardTextsComeBack()
    {
        for (const auto &text : awkwardTexts()) {
            const QJsonObject object{{u"a"_s, text},
                                     {u"list"_s, QJsonArray{text, u"x"_s}},
                                     {u"map"_s, QJsonObject{{text, text}}}};
            const auto yaml = toYaml(object).text().toUtf8();
            const auto node = kube::parseYaml(yaml, {}, kube::YamlStrictness::Strict);
            QVERIFY2(node, yaml);
            QVERIFY2((*node)->toJson().toObject() == object, yaml);
        }
    }

    void numbersAndNullsKeepTheirType()
    {
        const auto object =
            QJsonDocument::fromJson(R"({"a": 9007199254740993, "b": 1.5, "c": null, "d": true})")
                .object();
        QCOMPARE(toYaml(object).lines,
                 QStringList({u"a: 9007199254740993"_s, u"b: 1.5"_s, u"c: null"_s, u"d: true"_s}));
    }

    void secretsAreMasked()
    {
        const auto secret = QJsonDocument::fromJson(R"({"apiVersion": "v1", "kind": "Secret",
            "metadata": {"name": "s", "annotations": {"kubectl.kubernetes.io/last-applied-configuration": "aHVudGVyMg=="}},
            "data": {"password": "aHVudGVyMg==", "user": "YWRtaW4="}})")
                                .object();
        const auto masked = toYaml(secret);
        QVERIFY(!masked.text().contains(u"aHVudGVyMg"));
        QVERIFY(!masked.text().contains(u"YWRtaW4"));
        QCOMPARE(masked.secrets.size(), size_t(2));

        QVERIFY(!toYaml({{u"apiVersion"_s, u"v1"_s},
                         {u"kind"_s, u"Secret"_s},
                         {u"metadata"_s, QJsonObject{{u"name"_s, u"s"_s}}}})
                     .text()
                     .contains(u"annotations"_s));

        const auto one = toYaml(secret, {.revealed = {u"password"_s}});
        QVERIFY(one.lines.contains(u"  password: aHVudGVyMg=="_s));
        QVERIFY(one.lines.contains(u"  # hunter2"_s));
        QVERIFY(!one.text().contains(u"YWRtaW4"));
        QVERIFY(one.secrets[0].revealed);
        const auto &mark = one.secrets[1];
        QCOMPARE(one.lines[mark.line].mid(mark.start, mark.length), u"••••••••"_s);
    }
};

QTEST_GUILESS_MAIN(YamlTextTest)
#include "tst_yamltext.moc"
