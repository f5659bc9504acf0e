// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/events/eventmodel.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using workspace::EventModel;

class EventModelTest : public QObject
{
    Q_OBJECT

    static QByteArray event(const QString &reason, int last, const QString &pod = u"web"_s,
                            int count = 1, bool warning = true)
    {
        const auto time = QDateTime::fromSecsSinceEpoch(1'767'225'600 + last, QTimeZone::UTC)
                              .toString(Qt::ISODate);
        return QJsonDocument(QJsonObject{{u"involvedObject"_s,
                                          QJsonObject{{u"kind"_s, u"Pod"_s},
                                                      {u"namespace"_s, u"shop"_s},
                                                      {u"name"_s, pod}}},
                                         {u"reason"_s, reason},
                                         {u"message"_s, QString(reason + u" of "_s + pod)},
                                         {u"type"_s, warning ? u"Warning"_s : u"Normal"_s},
                                         {u"count"_s, count},
                                         {u"firstTimestamp"_s, time},
                                         {u"lastTimestamp"_s, time}})
            .toJson(QJsonDocument::Compact);
    }

    static QStringList reasons(const EventModel &model)
    {
        QStringList all;
        for (int row = 0; row < model.rowCount(); ++row)
            all.append(model.group(row).reason);
        return all;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void theNewestComesFirstAndMoves()
    {
        kube::EventLog log;
        EventModel model;
        QAbstractItemModelTester tester(&model);
        log.add(u"a"_s, event(u"A"_s, 1));
        log.add(u"b"_s, event(u"B"_s, 2));
        log.add(u"c"_s, event(u"C"_s, 3, u"web"_s, 1, false));
        model.take(log);
        QCOMPARE(reasons(model), QStringList({u"C"_s, u"B"_s, u"A"_s}));
        QCOMPARE(model.warnings(), 2);

        QSignalSpy moves(&model, &QAbstractItemModel::rowsMoved);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        const QPersistentModelIndex kept(model.index(1, EventModel::ReasonColumn));
        log.add(u"a"_s, event(u"A"_s, 9, u"web"_s, 5));
        model.take(log);
        QCOMPARE(reasons(model), QStringList({u"A"_s, u"C"_s, u"B"_s}));
        QCOMPARE(moves.size(), 1);
        QCOMPARE(resets.size(), 0);
        QCOMPARE(kept.data().toString(), u"B"_s);
        QCOMPARE(model.index(0, EventModel::CountColumn).data().toInt(), 5);
        QCOMPARE(model.index(0, EventModel::ObjectColumn).data().toString(), u"Pod shop/web"_s);
        log.remove(u"c"_s);
        model.take(log);
        QCOMPARE(reasons(model), QStringList({u"A"_s, u"B"_s}));
        QCOMPARE(model.warnings(), 2);
    }

    void aFilterKeepsWhatHasAllWords()
    {
        kube::EventLog log;
        EventModel model;
        QAbstractItemModelTester tester(&model);
        log.add(u"a"_s, event(u"BackOff"_s, 1, u"web"_s));
        log.add(u"b"_s, event(u"BackOff"_s, 2, u"db"_s));
        log.add(u"c"_s, event(u"Pulled"_s, 3, u"db"_s, 1, false));
        model.take(log);
        model.setFilter(u"backoff db"_s);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.group(0).object.name, u"db"_s);
        model.setFilter(u"warning"_s);
        QCOMPARE(model.rowCount(), 2);
        log.add(u"d"_s, event(u"Killing"_s, 4, u"db"_s, 1, false)); // does not pass
        model.take(log);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.total(), 4);
        model.setFilter({});
        QCOMPARE(model.rowCount(), 4);
    }

    void afterAnyChangesItIsWhatTheLogSays()
    {
        QRandomGenerator random(7);
        kube::EventLog log(300);
        EventModel model;
        QAbstractItemModelTester tester(&model);
        for (int step = 0; step < 120; ++step) {
            const int many = step % 20 == 0 ? 400 : 5;
            for (int i = 0; i < many; ++i) {
                const auto uid = u"u%1"_s.arg(random.bounded(500));
                if (random.bounded(4) == 0)
                    log.remove(uid);
                else
                    log.add(uid, event(u"R%1"_s.arg(random.bounded(400)), random.bounded(1000)));
            }
            model.take(log);
        }
        auto expected = log.groups();
        std::ranges::sort(expected, [](const auto &a, const auto &b) {
            return a.last != b.last ? a.last > b.last : a.id < b.id;
        });
        QCOMPARE(model.rowCount(), int(expected.size()));
        for (int row = 0; row < model.rowCount(); ++row) {
            QCOMPARE(model.group(row), expected[size_t(row)]);
            QCOMPARE(model.rowOf(model.group(row).id), row);
        }
    }
};

QTEST_MAIN(EventModelTest)
#include "tst_eventmodel.moc"
