// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/apimachinery/conditions.h"

#include <QTest>

using namespace Qt::StringLiterals;

class ConditionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aConditionIsFoundByItsType()
    {
        const QJsonObject ready{{u"type"_s, u"Ready"_s}, {u"status"_s, u"False"_s}};
        const QJsonObject scheduled{{u"type"_s, u"PodScheduled"_s}, {u"status"_s, u"True"_s}};
        const QJsonObject status{{u"conditions"_s, QJsonArray{ready, scheduled}}};
        const auto conditions = kube::conditionsOf({{u"status"_s, status}});
        QCOMPARE(kube::conditionIn(conditions, "Ready"_L1), ready);
        QVERIFY(!kube::isConditionTrue(conditions, "Ready"_L1));
        QVERIFY(kube::isConditionTrue(conditions, "PodScheduled"_L1));
    }

    void whatIsNotThereIsNotTrue()
    {
        QVERIFY(kube::conditionsOf({}).isEmpty());
        QVERIFY(kube::conditionIn({}, "Ready"_L1).isEmpty());
        QVERIFY(!kube::isConditionTrue({}, "Ready"_L1));
        const QJsonArray strange{u"Ready"_s, QJsonObject{{u"type"_s, u"Ready"_s}}};
        QVERIFY(!kube::isConditionTrue(strange, "Ready"_L1));
    }
};

QTEST_GUILESS_MAIN(ConditionsTest)
#include "tst_conditions.moc"
