// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/input/keynav.h"

#include <QTest>

using namespace workspace;

class KeyNavTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void arrowsGoToTheNeighbourInThatDirection()
    {
        QCOMPARE(nextTowards(Qt::RightEdge, m_places[0], m_places), 1);
        QCOMPARE(nextTowards(Qt::BottomEdge, m_places[0], m_places), 2);
        QCOMPARE(nextTowards(Qt::LeftEdge, m_places[1], m_places), 0);
        QCOMPARE(nextTowards(Qt::TopEdge, m_places[3], m_places), 1);
        QCOMPARE(nextTowards(Qt::LeftEdge, m_places[0], m_places), -1);
    }

    void whatIsStraightAheadComesBeforeWhatIsNearerAside()
    {
        const std::vector<QRectF> places{
            {0, 0, 100, 100}, {110, 180, 100, 100}, {300, 0, 100, 100}};
        QCOMPARE(nextTowards(Qt::RightEdge, places[0], places), 2);
    }

    void everyPlaceIsReachedByArrows()
    {
        const std::vector<QRectF> places{{0, 0, 100, 100},    {500, 40, 80, 300},
                                         {130, 400, 300, 60}, {700, 700, 50, 50},
                                         {20, 900, 60, 60},   {400, 600, 90, 90}};
        QSet<int> reached{0};
        QList<int> open{0};
        while (!open.isEmpty()) {
            const QRectF from = places[size_t(open.takeFirst())];
            for (const auto edge : {Qt::LeftEdge, Qt::RightEdge, Qt::TopEdge, Qt::BottomEdge}) {
                const int next = nextTowards(edge, from, places);
                if (next >= 0 && !reached.contains(next)) {
                    reached.insert(next);
                    open.append(next);
                }
            }
        }
        QCOMPARE(reached.size(), 6);
    }

private:
    std::vector<QRectF> m_places{
        {0, 0, 100, 100}, {200, 0, 100, 100}, {0, 200, 100, 100}, {200, 200, 100, 100}};
};

QTEST_GUILESS_MAIN(KeyNavTest)
#include "tst_keynav.moc"
