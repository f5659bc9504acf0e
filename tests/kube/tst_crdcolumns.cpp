// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/printers/crdcolumns.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// The recorded cases run in tst_oracle.
class CrdColumnsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aVersionHasItsOwnColumns()
    {
        const auto columns = kube::crdColumns(definition(), u"v1"_s);
        QCOMPARE(columns.size(), size_t(2));
        QCOMPARE(columns[0].name, u"Size"_s);
        QCOMPARE(columns[1].priority, 1);
        const QJsonObject object{{u"spec"_s, QJsonObject{{u"size"_s, 3}}}};
        QCOMPARE(columns[0].cell(object, m_now), QJsonValue(3));
        QCOMPARE(columns[1].cell(object, m_now), QJsonValue(QJsonValue::Null)); // not there
    }

    void aVersionWithoutColumnsShowsItsAge()
    {
        const auto columns = kube::crdColumns(definition(), u"v2"_s);
        QCOMPARE(columns.size(), size_t(1));
        QCOMPARE(columns[0].name, u"Age"_s);
        const QJsonObject object{
            {u"metadata"_s, QJsonObject{{u"creationTimestamp"_s, u"2025-12-31T23:50:00Z"_s}}}};
        QCOMPARE(columns[0].cell(object, m_now), QJsonValue(u"10m"_s));
    }

    void aColumnThatCannotBeReadStaysEmpty()
    {
        const auto column =
            kube::CrdColumn::from({{u"type"_s, u"string"_s}, {u"jsonPath"_s, u".a["_s}});
        QVERIFY(!column.path);
        QCOMPARE(column.cell({{u"a"_s, u"x"_s}}, m_now), QJsonValue(QJsonValue::Null));
    }

    void cellsKeepTheirType_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QJsonValue>("cell");
        const QJsonValue none(QJsonValue::Null);
        QTest::newRow("cut") << u"integer"_s << QJsonValue(42.9) << QJsonValue(42);
        QTest::newRow("past 64 bits") << u"integer"_s << QJsonValue(1e19) << none;
        QTest::newRow("empty date") << u"date"_s << QJsonValue(u""_s) << QJsonValue(u"<unknown>"_s);
        QTest::newRow("no zone") << u"date"_s << QJsonValue(u"2026-01-01T00:00:00"_s)
                                 << QJsonValue(u"<invalid>"_s);
        QTest::newRow("ago") << u"date"_s << QJsonValue(u"2025-12-31T00:00:00+01:00"_s)
                             << QJsonValue(u"25h"_s);
    }

    void cellsKeepTheirType()
    {
        QFETCH(const QString, type);
        QFETCH(const QJsonValue, value);
        QTEST(kube::crdCell(type, value, m_now), "cell");
    }

private:
    static QJsonObject definition()
    {
        const QJsonArray columns{QJsonObject{{u"name"_s, u"Size"_s},
                                             {u"type"_s, u"integer"_s},
                                             {u"jsonPath"_s, u".spec.size"_s}},
                                 QJsonObject{{u"name"_s, u"Note"_s},
                                             {u"type"_s, u"string"_s},
                                             {u"priority"_s, 1},
                                             {u"jsonPath"_s, u".spec.note"_s}}};
        const QJsonArray versions{
            QJsonObject{{u"name"_s, u"v1"_s}, {u"additionalPrinterColumns"_s, columns}},
            QJsonObject{{u"name"_s, u"v2"_s}}};
        return {{u"spec"_s, QJsonObject{{u"versions"_s, versions}}}};
    }

    QDateTime m_now = QDateTime::fromString(u"2026-01-01T00:00:00Z"_s, Qt::ISODate);
};

QTEST_GUILESS_MAIN(CrdColumnsTest)
#include "tst_crdcolumns.moc"
