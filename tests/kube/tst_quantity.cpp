// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/apimachinery/quantity.h"
#include "oracle/vectors.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using kube::Quantity;

namespace {

Quantity quantity(const QString &text)
{
    return Quantity::parse(text).value_or(Quantity());
}

QString nameOf(Quantity::Format format)
{
    switch (format) {
    case Quantity::Format::DecimalSI: return u"DecimalSI"_s;
    case Quantity::Format::BinarySI: return u"BinarySI"_s;
    case Quantity::Format::DecimalExponent: return u"DecimalExponent"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

class QuantityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void parsesLikeTheReference_data()
    {
        QTest::addColumn<QJsonObject>("recorded");
        for (const auto &recorded : oracle::cases(u"quantity_oracle.json"_s))
            QTest::addRow("'%s'", qPrintable(recorded["in"_L1].toString())) << recorded.toObject();
    }

    void parsesLikeTheReference()
    {
        QFETCH(const QJsonObject, recorded);
        const auto parsed = Quantity::parse(recorded["in"_L1].toString());
        QCOMPARE(parsed.has_value(), !recorded.contains("error"_L1));
        if (!parsed)
            return;
        QCOMPARE(parsed->toString(), recorded["string"_L1].toString());
        QCOMPARE(nameOf(parsed->format()), recorded["format"_L1].toString());
        QCOMPARE(parsed->isZero(), recorded["isZero"_L1].toBool());
        if (oracle::isValueDefined(recorded))
            QCOMPARE(QString::number(parsed->value()), recorded["value"_L1].toString());
        if (oracle::isMilliValueDefined(recorded))
            QCOMPARE(QString::number(parsed->milliValue()), recorded["milliValue"_L1].toString());
    }

    void calculatesLikeTheReference()
    {
        const auto cases =
            oracle::vectors(u"quantity_oracle.json"_s).value("arithmetic"_L1).toArray();
        QVERIFY(!cases.isEmpty());
        for (const auto &recorded : cases) {
            const auto a = quantity(recorded["a"_L1].toString());
            const auto b = quantity(recorded["b"_L1].toString());
            auto sum = a;
            sum += b;
            QCOMPARE(sum.toString(), recorded["sum"_L1].toString());
            auto difference = a;
            difference -= b;
            QCOMPARE(difference.toString(), recorded["diff"_L1].toString());
            const int order = a < b ? -1 : a > b ? 1 : 0;
            QCOMPARE(order, recorded["cmp"_L1].toInt());
        }
    }

    void whatItWritesItReadsAgain()
    {
        for (const auto &recorded : oracle::cases(u"quantity_oracle.json"_s)) {
            const auto first = Quantity::parse(recorded["in"_L1].toString());
            if (!first)
                continue;
            const auto second = Quantity::parse(first->toString());
            QVERIFY(second.has_value());
            QVERIFY2(*first == *second, qPrintable(first->toString()));
        }
    }

    void binaryFractionsKeepTheirValue()
    {
        const auto written = [](QStringView text) {
            return kube::Quantity::parse(text).value_or(kube::Quantity()).toString();
        };
        QCOMPARE(written(u"1.5Mi"), u"1536Ki"_s);
        QCOMPARE(written(u"2.5Gi"), u"2560Mi"_s);
        QCOMPARE(written(u"-0.5Ti"), u"-512Gi"_s);
    }

    void roundsAwayFromZero()
    {
        QCOMPARE(quantity(u"-1.1Ki"_s).value(), -1127);
        QCOMPARE(quantity(u"1100u"_s).milliValue(), 2);
        QCOMPARE(quantity(u"-1100u"_s).milliValue(), -2);
    }

    void clipsWhatDoesNotFit()
    {
        QCOMPARE(quantity(u"1e30"_s).value(), std::numeric_limits<qint64>::max());
        QCOMPARE(quantity(u"-1e30"_s).value(), std::numeric_limits<qint64>::min());
        QCOMPARE(quantity(u"-9223372036854775808"_s).value(), std::numeric_limits<qint64>::min());
    }

    void whatIsHugeCanBeReadAgain()
    {
        QCOMPARE(Quantity::parse(u"1e9999").value_or(Quantity()).toString(), u"1e9999"_s);
        QVERIFY(!Quantity::parse(u"1000e9999")); // would be written 1e10002, which is refused
    }

    void refusesTextsWithoutEnd()
    {
        QVERIFY(!Quantity::parse(QString(100'000, u'9')));
        QVERIFY(!Quantity::parse(u"1e999999999"_s));
        QVERIFY(!Quantity::parse(u"１"_s)); // a digit, but not one of ours
    }
};

QTEST_GUILESS_MAIN(QuantityTest)
#include "tst_quantity.moc"
