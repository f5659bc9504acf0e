// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/yard/groupactions.h"
#include "workspace/yard/layout.h"
#include "workspace/yard/yardactions.h"
#include "workspace/yard/yardfile.h"

#include <QDebug>
#include <QRandomGenerator>
#include <QTest>

using namespace workspace;
using namespace Qt::StringLiterals;

/// Several krates at once: aligned, distributed, tidied, dropped; and what never happens to them.
class YardArrangeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_document = std::make_unique<YardDocument>();
    }

    void leftEdgesComeOnOneLineAndUndoIsOneStep()
    {
        const auto a = add(u"a"_s, {1000, 1000});
        const auto b = add(u"b"_s, {1300, 2000});
        const auto c = add(u"c"_s, {1700, 3000});
        const auto before = m_document->krates();
        yard::align(*m_document, {a, b, c}, layout::Alignment::Left);
        QCOMPARE(frame(b).left(), frame(a).left());
        QCOMPARE(frame(c).left(), frame(a).left());
        QCOMPARE(m_document->undoLabel(), u"Align 3 krates"_s);
        m_document->undo();
        QCOMPARE(m_document->krates(), before);
    }

    void centresMiddlesAndTheOtherEdgesAlignToo()
    {
        using layout::Alignment;
        const auto a = add(u"a"_s, {1000, 1000}, {View::Yaml, View::Logs});
        const auto b = add(u"b"_s, {3000, 2000});
        const auto ids = QStringList{a, b};
        yard::align(*m_document, ids, Alignment::Centre);
        QCOMPARE(frame(a).center().x(), frame(b).center().x());
        yard::align(*m_document, ids, Alignment::Right);
        QCOMPARE(frame(a).right(), frame(b).right());
        m_document->undo();
        m_document->undo();
        yard::align(*m_document, ids, Alignment::Middle);
        QCOMPARE(frame(a).center().y(), frame(b).center().y());
        yard::align(*m_document, ids, Alignment::Top);
        QCOMPARE(frame(a).top(), frame(b).top());
        yard::align(*m_document, ids, Alignment::Bottom);
        QCOMPARE(frame(a).bottom(), frame(b).bottom());
    }

    void whatWouldCoverAnotherSlidesAlongTheLine()
    {
        const auto a = add(u"a"_s, {1000, 1000});
        const auto b = add(u"b"_s, {2000, 1050});
        yard::align(*m_document, {a, b}, layout::Alignment::Left);
        QCOMPARE(frame(a).left(), frame(b).left());
        QVERIFY(!frame(a).intersects(frame(b)));
    }

    void aPinnedKrateIsWhatOthersAlignWith()
    {
        const auto a = add(u"a"_s, {1000, 1000});
        const auto b = add(u"b"_s, {1500, 2000});
        yard::setPinned(*m_document, b, true);
        const QRectF stood = frame(b);
        yard::align(*m_document, {a, b}, layout::Alignment::Left);
        QCOMPARE(frame(b), stood);
        QCOMPARE(frame(a).left(), stood.left());
    }

    void distributingMakesGapsEqual()
    {
        const auto a = add(u"a"_s, {1000, 1000});
        const auto b = add(u"b"_s, {1500, 1000});
        const auto c = add(u"c"_s, {4000, 1000});
        yard::distribute(*m_document, {a, b, c}, Qt::Horizontal);
        QCOMPARE(frame(b).left() - frame(a).right(), frame(c).left() - frame(b).right());
        QCOMPARE(frame(a).left(), 970);
        QCOMPARE(frame(c).left(), 3970);
        yard::distribute(*m_document, {a, b}, Qt::Vertical);
        QCOMPARE(m_document->undoLabel(), u"Distribute 3 krates"_s); // two have nothing to share
    }

    void tidyingMakesAGridInReadingOrder()
    {
        QStringList ids;
        for (int i = 0; i < 6; ++i)
            ids << add(u"k%1"_s.arg(i),
                       QPointF(1000 + 700 * (i % 3) + 13 * i, 1000 + 700 * (i / 3)));
        yard::tidy(*m_document, {});
        QCOMPARE(frame(ids[0]).top(), frame(ids[1]).top());
        for (int i = 1; i < 6; ++i) {
            const auto here = frame(ids[i]).topLeft();
            const auto last = frame(ids[i - 1]).topLeft();
            QVERIFY(here.y() > last.y() || (here.y() == last.y() && here.x() > last.x()));
        }
        const auto once = m_document->krates();
        yard::tidy(*m_document, {});
        QCOMPARE(m_document->krates(), once); // tidy is tidy
    }

    void aGroupIsDroppedAsOne()
    {
        const auto a = add(u"a"_s, {1000, 1000});
        const auto b = add(u"b"_s, {1000, 1500});
        const auto other = add(u"c"_s, {3000, 1200});
        const QPointF apart = frame(b).topLeft() - frame(a).topLeft();
        yard::moveAll(*m_document, {{a, {2990, 1000}}, {b, {2990, 1500}}});
        QCOMPARE(frame(b).topLeft() - frame(a).topLeft(), apart);
        QVERIFY(!frame(a).intersects(frame(other)) && !frame(b).intersects(frame(other)));
        QVERIFY(frame(a).left() > 2000);
        QCOMPARE(m_document->undoLabel(), u"Move 2 krates"_s);
        m_document->undo();
        QCOMPARE(m_document->krate(a)->position, QPointF(1000, 1000));
    }

    void aDroppedGroupIsInFrontInItsOwnOrder()
    {
        const auto a = add(u"a"_s, {1000, 1000});
        const auto b = add(u"b"_s, {1000, 1500});
        const auto c = add(u"c"_s, {4000, 1200});
        yard::moveAll(*m_document, {{a, {1100, 1000}}, {b, {1100, 1500}}});
        QVERIFY(m_document->krate(a)->seq > m_document->krate(c)->seq);
        QVERIFY(m_document->krate(b)->seq > m_document->krate(a)->seq);
    }

    void pinnedKratesAreNeitherMovedNorDismissed()
    {
        const auto a = add(u"a"_s, {1000, 1000});
        yard::setPinned(*m_document, a, true);
        const auto before = *m_document->krate(a);
        yard::move(*m_document, a, {5000, 5000});
        yard::dismiss(*m_document, a);
        yard::dismissAll(*m_document, {a});
        yard::closeWindow(*m_document, a, before.windows.front().id);
        QVERIFY(m_document->krate(a));
        QCOMPARE(*m_document->krate(a), before);
        QCOMPARE(m_document->undoLabel(), u"Pin krate"_s);
    }

    void whatGrowsBesideAPinnedKrateGivesWay()
    {
        const auto a = add(u"a"_s, {1000, 1000});
        const auto b = add(u"b"_s, {1480, 1000});
        yard::setPinned(*m_document, b, true);
        const QRectF stood = frame(b);
        yard::addWindow(*m_document, a, View::Logs);
        QCOMPARE(frame(b), stood);
        QVERIFY(!frame(a).intersects(stood));
    }

    void dismissingSeveralTellsHowMany()
    {
        const auto a = add(u"a"_s, {1000, 1000});
        const auto b = add(u"b"_s, {3000, 1000});
        yard::dismissAll(*m_document, {a, b, u"unknown"_s});
        QVERIFY(m_document->krates().empty());
        QCOMPARE(m_document->undoLabel(), u"Dismiss 2 krates"_s);
    }

    /// Whatever people do, windows and krates never overlap, and what is pinned stays.
    void anySequenceKeepsKratesApart_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 40; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void anySequenceKeepsKratesApart()
    {
        QFETCH(const quint32, seed);
        m_random.seed(seed);
        for (int i = 0; i < 9; ++i)
            add(u"k%1"_s.arg(i), QPointF(m_random.bounded(9000), m_random.bounded(6000)));
        for (int step = 0; step < 250; ++step) {
            const auto before = m_document->krates();
            const QString what = anything();
            const QString when = u"step %1: %2"_s.arg(step).arg(what);
            for (const auto &[id, krate] : before) {
                const auto *now = m_document->krate(id);
                const bool stays =
                    krate.pinned && now && now->pinned && what != id && what != u"undo"_s;
                if (krate.pinned)
                    QVERIFY2(now, qPrintable(when));
                if (stays)
                    QVERIFY2(now->position == krate.position, qPrintable(when));
            }
            QVERIFY2(areApart(), qPrintable(when));
            QVERIFY2(readAgain().isEmpty(), qPrintable(when + u": "_s + readAgain()));
        }
    }

private:
    QString add(const QString &name, QPointF position,
                const std::vector<View> &views = {View::Yaml})
    {
        KrateRecord krate{.id = name, // not a random one: a failure is to come again
                          .cluster = u"kind"_s,
                          .object = ObjectId{u"v1"_s, u"Pod"_s, u"shop"_s, name},
                          .label = name};
        for (const View view : views)
            krate.windows = layout::withWindow(std::move(krate.windows),
                                               name + QString::number(krate.windows.size()), view);
        m_document->transact(u"Add"_s, [&](YardTransaction &t) {
            krate.seq = t.nextSeq();
            t.put(krate);
        });
        yard::move(*m_document, name, position);
        return name;
    }

    QRectF frame(const QString &id) const { return layout::bounds(*m_document->krate(id)); }

    QString anyKrate()
    {
        const auto &krates = m_document->krates();
        return std::next(krates.begin(), m_random.bounded(int(krates.size())))->first;
    }

    QStringList anyKrates()
    {
        QStringList ids;
        for (const auto &[id, krate] : m_document->krates()) {
            if (m_random.bounded(2))
                ids << id;
        }
        return ids;
    }

    QPointF anyWay()
    {
        return QPointF(m_random.bounded(3000) - 1500, m_random.bounded(3000) - 1500);
    }

    /// Does something. Returns what; the id of a krate that grew itself.
    QString anything()
    {
        auto &document = *m_document;
        const auto ids = anyKrates();
        const auto one = anyKrate();
        switch (m_random.bounded(11)) {
        case 0: {
            std::map<QString, QPointF> positions;
            const QPointF way = anyWay();
            for (const auto &id : ids)
                positions[id] = document.krate(id)->position + way;
            yard::moveAll(document, positions);
            return u"move"_s;
        }
        case 1:
            yard::align(document, ids, layout::Alignment(m_random.bounded(6)));
            return u"align"_s;
        case 2: yard::distribute(document, ids, Qt::Horizontal); return u"across"_s;
        case 3: yard::distribute(document, ids, Qt::Vertical); return u"down"_s;
        case 4: yard::tidy(document, ids); return u"tidy"_s;
        case 5:
            yard::setMinimizedAll(document, yard::movable(document, ids), m_random.bounded(2));
            return u"collapse"_s;
        case 6:
            if (document.krate(one)->windows.size() < 4)
                yard::addWindow(document, one, View::Logs);
            return one;
        case 7: {
            const auto window = document.krate(one)->windows.front().id;
            yard::resizeWindow(document, one, window, Qt::Edges(1 + m_random.bounded(15)),
                               QPointF(m_random.bounded(400) - 200, m_random.bounded(400) - 200));
            return one;
        }
        case 8: yard::setPinned(document, one, m_random.bounded(3) == 0); return u"pin"_s;
        case 9: document.undo(); return u"undo"_s;
        default: yard::setMinimized(document, one, m_random.bounded(2)); return one;
        }
    }

    bool areApart() const
    {
        for (const auto &[a, first] : m_document->krates()) {
            for (const auto &[b, second] : m_document->krates()) {
                if (a < b && layout::bounds(first).intersects(layout::bounds(second)))
                    return false;
            }
            for (size_t i = 0; i < first.windows.size(); ++i) {
                for (size_t j = i + 1; j < first.windows.size(); ++j) {
                    if (first.windows[i].rect.intersects(first.windows[j].rect))
                        return false;
                }
            }
        }
        return true;
    }

    /// What is another one after it was saved and read.
    QString readAgain() const
    {
        const auto read = yardFromJson(toJson(m_document->krates())).krates;
        QString text;
        QDebug out(&text);
        for (const auto &[id, krate] : m_document->krates()) {
            const auto found = read.find(id);
            if (found == read.end())
                out << id << "is lost";
            else if (found->second.position != krate.position)
                out << id << krate.position << found->second.position;
            else if (found->second != krate) {
                for (size_t i = 0; i < krate.windows.size(); ++i)
                    out << id << krate.windows[i].rect << found->second.windows.at(i).rect;
            }
        }
        return text;
    }

    std::unique_ptr<YardDocument> m_document;
    QRandomGenerator m_random;
};

QTEST_GUILESS_MAIN(YardArrangeTest)
#include "tst_yardarrange.moc"
