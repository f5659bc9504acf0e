// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "features/describefacts.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// That the yardstick of tst_realdescribe measures.
class DescribeFactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void whatIsNotToldIsFound()
    {
        const auto facts = DescribeFacts::compare(
            u"Name:   web\nContainers:\n  c:\n    Image:  nginx:1\nNode:  <none>\nMessage:  \n"_s,
            u"Name:  web\nContainers\n  c:\n    Image: nginx:2\n"_s);
        QCOMPARE(facts.count, 4);
        QCOMPARE(facts.missing, QStringList{u"    Image:  nginx:1"_s});
    }

    void managedFieldsAndEmptyHeadingsAreNoFacts()
    {
        const auto facts = DescribeFacts::compare(
            u"Kind:  Sprocket\nMetadata:\n  Managed Fields:\n    Fields Type:  FieldsV1\n"
            "    fieldsV1:\n      f:spec:\n  UID:  7\nReporting Component:  \n"
            "Reporting Instance:   \nType:  Normal\n"_s,
            u"Kind: Sprocket\nMetadata\n  UID: 8\n"_s);
        QCOMPARE(facts.count, 4);
        QCOMPARE(facts.missing, (QStringList{u"  UID:  7"_s, u"Type:  Normal"_s}));
    }

    void aRowMustStandOnOneLine()
    {
        const auto theirs =
            u"Conditions:\n  Type   Status  Reason\n  ----   ------  ------\n  Ready  True    Fine\n"_s;
        QCOMPARE(DescribeFacts::compare(theirs, u"Conditions\n Ready True 3s Fine\n"_s).missing,
                 QStringList());
        QCOMPARE(
            DescribeFacts::compare(theirs, u"Conditions\n Ready False Fine\n True\n"_s).missing,
            QStringList{u"  Ready  True    Fine"_s});
    }

    void timesAndAgesAreNormalised()
    {
        const auto theirs =
            u"Start Time:  Sat, 21 Nov 2026 11:00:05 +0100\n  Normal  Pulled  3s (x4 over 2m)  kubelet  Image\n"_s;
        QCOMPARE(DescribeFacts::compare(
                     theirs,
                     u"Start Time: 2026-11-21T10:00:05Z (3m ago)\nNormal Pulled 9s kubelet Image"_s)
                     .missing,
                 QStringList());
        QCOMPARE(
            DescribeFacts::compare(theirs, u"Start Time: 2026-11-21T10:00:06Z\n"_s).missing.size(),
            2);
    }
};

QTEST_GUILESS_MAIN(DescribeFactsTest)
#include "tst_describefacts.moc"
