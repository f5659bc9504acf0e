// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/yaml/yamltree.h"

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
};

QTEST_GUILESS_MAIN(YamlTreeTest)
#include "tst_yamltree.moc"
