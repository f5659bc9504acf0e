// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/collection/rowsums.h"

#include <QTest>

using namespace Qt::StringLiterals;
using workspace::CellPlaces;
using workspace::PodNeeds;
using workspace::RowSums;

class RowSumsTest : public QObject
{
    Q_OBJECT

    static kube::PackedItem row(const QStringList &cells)
    {
        kube::ResourceItem item;
        item.cells = cells;
        return item;
    }

    static CellPlaces places(const QString &kind, const QStringList &names)
    {
        QList<kube::TableColumn> columns;
        for (const auto &name : names)
            columns.append({.name = name});
        return CellPlaces::of(kind, columns);
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void restartsAreCountedHoweverTheyAreWritten()
    {
        const auto where = places(u"Pod"_s, {u"Name"_s, u"Ready"_s, u"Restarts"_s});
        RowSums sums;
        sums.add(row({u"a"_s, u"1/2"_s, u"3 (5m ago)"_s}), where);
        sums.add(row({u"b"_s, u"2/2"_s, u"0"_s}), where);
        sums.add(row({u"c"_s, u"2/2"_s, u"<none>"_s}), where);
        QCOMPARE(sums.text(), u"3 restart(s)"_s); // containers are no replicas
    }

    void replicasAreReadyOfWished()
    {
        RowSums sums;
        const auto deployments = places(u"Deployment"_s, {u"Name"_s, u"Ready"_s});
        sums.add(row({u"a"_s, u"1/3"_s}), deployments);
        sums.add(row({u"b"_s, u"2/2"_s}), deployments);
        const auto daemons = places(u"DaemonSet"_s, {u"Name"_s, u"Desired"_s, u"Ready"_s});
        sums.add(row({u"c"_s, u"4"_s, u"3"_s}), daemons);
        QCOMPARE(sums.text(), u"6/9 ready"_s);
    }

    void whatIsUsedStandsBesideWhatIsAskedFor()
    {
        const auto where = places(u"Pod"_s, {u"Name"_s});
        RowSums sums;
        const PodNeeds needs{{500'000'000, 256 << 20}, {1'000'000'000, 0}};
        sums.add(row({u"a"_s}), where, kube::UsageFigure{{120'000'000, 100 << 20}, 1, 1}, needs);
        sums.add(row({u"b"_s}), where, kube::UsageFigure{{30'000'000, 28 << 20}, 1, 1}, needs);
        sums.add(row({u"c"_s}), where);
        QCOMPARE(sums.text(),
                 u"CPU 150m (requests 1000m, limits 2000m) · MEM 128Mi (requests 512Mi)"_s);
    }

    void nothingToSayIsNothing()
    {
        RowSums sums;
        sums.add(row({u"a"_s}), places(u"ConfigMap"_s, {u"Name"_s}));
        QCOMPARE(sums.text(), QString());
    }
};

QTEST_MAIN(RowSumsTest)
#include "tst_rowsums.moc"
