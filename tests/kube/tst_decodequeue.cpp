// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/watch/decodequeue.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QScopeGuard>
#include <QSemaphore>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using kube::DecodedBatch;
using kube::DecodeQueue;

namespace {

QByteArray eventOf(const QString &name, qsizetype padding = 0)
{
    const QJsonObject annotations{{u"note"_s, QString(padding, u'x')}};
    const QJsonObject object{{u"kind"_s, u"Pod"_s},
                             {u"apiVersion"_s, u"v1"_s},
                             {u"metadata"_s,
                              QJsonObject{{u"name"_s, name},
                                          {u"namespace"_s, u"shop"_s},
                                          {u"uid"_s, QString(u"uid of "_s + name)},
                                          {u"resourceVersion"_s, u"1"_s},
                                          {u"annotations"_s, annotations}}}};
    const QJsonObject whole{{u"type"_s, u"ADDED"_s}, {u"object"_s, object}};
    return QJsonDocument(whole).toJson(QJsonDocument::Compact) + '\n';
}

/// A queue over a watch, and the names of what it has told.
struct Watch
{
    DecodeQueue queue{DecodeQueue::Form::WatchOfObjects};
    QStringList names = {};
    int batches = 0;
    int ends = 0;
    bool isBroken = false;

    Watch()
    {
        QObject::connect(&queue, &DecodeQueue::decoded, &queue, [this](const DecodedBatch &batch) {
            ++batches;
            ends += batch.finished;
            isBroken |= batch.broken;
            for (const auto &told : batch.events)
                names.append(told.items.front().unpacked().meta.name);
        });
    }
};

} // namespace

class DecodeQueueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    // On a machine at rest an event that is handed to another thread and back costs two wake-ups.
    void aFewBytesNeedNoOtherThread()
    {
        auto *pool = QThreadPool::globalInstance();
        const int threads = pool->maxThreadCount();
        pool->setMaxThreadCount(1);
        QSemaphore over;
        const auto tidy = qScopeGuard([&] {
            over.release();
            pool->waitForDone();
            pool->setMaxThreadCount(threads);
        });
        pool->start([&over] { over.acquire(); }); // nothing else gets a turn there
        Watch watch;
        watch.queue.push(eventOf(u"one"_s));
        watch.queue.push(eventOf(u"two"_s));
        QVERIFY(watch.names.isEmpty()); // never from within push()
        QCoreApplication::processEvents();
        QCOMPARE(watch.names, QStringList({u"one"_s, u"two"_s}));
        QCOMPARE(watch.batches, 1);

        watch.queue.push(eventOf(u"large"_s, DecodeQueue::FewBytes));
        QCoreApplication::processEvents();
        QCOMPARE(watch.names.size(), 2); // waits for the pool
        over.release();
        QTRY_COMPARE(watch.names.last(), u"large"_s);
        pool->start([&over] { over.acquire(); }); // for the guard
    }

    void orderIsKeptBetweenHereAndThePool_data()
    {
        QTest::addColumn<int>("piece");
        for (const int piece : {1, 7, 100, 5000, 20'000, 1'000'000})
            QTest::addRow("%d bytes at once", piece) << piece;
    }

    void orderIsKeptBetweenHereAndThePool()
    {
        QFETCH(const int, piece);
        QStringList names;
        QByteArray bytes;
        for (int i = 0; i < 40; ++i) {
            names.append(u"pod-%1"_s.arg(i));
            bytes += eventOf(names.last(), i % 5 ? 0 : DecodeQueue::FewBytes + i);
        }
        Watch watch;
        for (qsizetype at = 0; at < bytes.size(); at += piece) {
            watch.queue.push(bytes.mid(at, piece));
            if (at / piece % 3 == 0)
                QCoreApplication::processEvents();
        }
        watch.queue.finish();
        QTRY_COMPARE(watch.ends, 1);
        QVERIFY(!watch.isBroken);
        QCOMPARE(watch.names, names);
    }

    void whatIsBrokenIsToldAtOnce()
    {
        Watch watch;
        watch.queue.push("this is no event\n");
        QTRY_VERIFY(watch.isBroken);
    }

    void aQueueThatGoesTellsNothing()
    {
        int told = 0;
        {
            DecodeQueue queue(DecodeQueue::Form::WatchOfObjects);
            connect(&queue, &DecodeQueue::decoded, this, [&told] { ++told; });
            queue.push(eventOf(u"one"_s));
        }
        QCoreApplication::processEvents();
        QCOMPARE(told, 0);
    }
};

QTEST_GUILESS_MAIN(DecodeQueueTest)
#include "tst_decodequeue.moc"
