// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/yaml/yamltree.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

class YamlTreeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void resolvesPlainScalars_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char *text, const QJsonValue &value) {
            QTest::newRow(text) << QByteArray(text) << value;
        };
        row("0.5", 0.5);
        row("-0.5", -0.5);
        row("+0.25", 0.25);
        row("00.5", 0.5);
        row("0.", 0.0);
        row("0e3", 0.0);
        row("010", 8);
        row("0o10", 8);
        row("0x1F", 31);
        row("-0b11", -3);
        row("0", 0);
        row("08", 8.0);
        row("1_000", 1000);
        row("0z", u"0z"_s);
        row("yes", true);
        row("~", QJsonValue::Null);
    }

    void resolvesPlainScalars()
    {
        QFETCH(const QByteArray, text);
        const auto node = kube::parseYaml(text);
        QVERIFY(node.has_value());
        QTEST((*node)->toJson(), "value");
    }

    /// JSON is YAML: what QJsonDocument writes is read as what it was.
    void textsOfJsonAreRead_data()
    {
        QTest::addColumn<QString>("text");
        for (const auto &text :
             {u"\u0085next line"_s, u"line\u2028paragraph\u2029"_s, u"\u00a0nbsp\u00a0"_s,
              u"\ufeffbom"_s, u"bell\x07 escape\x1b del\x7f"_s, u"a/b\\c\"d\t\r\n"_s,
              u"\U0001F469\u200D\U0001F680"_s, u"\n\na"_s, u"a\r\nb"_s})
            QTest::newRow(qPrintable(text)) << text;
    }

    void textsOfJsonAreRead()
    {
        QFETCH(const QString, text);
        for (const auto format : {QJsonDocument::Indented, QJsonDocument::Compact}) {
            const QJsonObject object{{u"a"_s, QJsonArray{text}}, {text, 1}};
            const auto node = kube::parseYaml(QJsonDocument(object).toJson(format));
            QVERIFY(node.has_value());
            QCOMPARE((*node)->toJson().toObject(), object);
        }
    }
};

QTEST_GUILESS_MAIN(YamlTreeTest)
#include "tst_yamltree.moc"
