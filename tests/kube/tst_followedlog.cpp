// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/streams/followedlog.h"
#include "support/badnetwork.h"
#include "support/democlient.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

#include <memory>

using namespace Qt::StringLiterals;
using kube::FollowedLog;
using kube::LogMark;
using State = FollowedLog::State;

class FollowedLogTest : public QObject, private support::DemoClient
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_log.reset();
        QVERIFY(serve());
        m_silence = std::chrono::milliseconds(300);
        m_lines.clear();
        m_marks.clear();
        putRunning(0);
    }
    void cleanup() { m_log.reset(); }

    void linesAreFollowed()
    {
        followLines(3);
        QCOMPARE(m_log->state(), State::Live);
        say(2);
        QTRY_COMPARE(m_lines, said(5));
        QVERIFY(m_log->stats().bytes > 0);
        QVERIFY(m_log->stats().heard != logstore::NoTime);
    }

    void theTailIsAllThatIsRead()
    {
        say(20);
        follow({.tailLines = 5});
        QTRY_COMPARE(m_lines, said(20).mid(15));
    }

    void aStreamThatIsCutGoesOn()
    {
        followLines(5);
        for (int cut = 0; cut < 3; ++cut) {
            m_server->dropConnections();
            say(7);
            QTRY_COMPARE(m_lines, said(12 + 7 * cut));
        }
        QTRY_COMPARE(m_log->state(), State::Live);
        QCOMPARE(m_log->attempt(), 0);
        QVERIFY(m_log->stats().repeated > 0);
        QVERIFY(m_marks.isEmpty());
        QCOMPARE(m_server->script().count(u"*"_s, u"tailLines"_s), 0);
    }

    void aLineThatWasCutComesWhole()
    {
        say(200);
        const auto path = u"/api/v1/namespaces/shop/pods/web/log"_s;
        m_server->script().cut(path, 3333, 1); // inside a line
        follow();
        QTRY_COMPARE(m_lines, said(200));
    }

    /// Proxies end streams that are silent; that is no end of the log.
    void anIdleEndIsNoEnd()
    {
        followLines(2);
        int breaks = 0;
        connect(m_log.get(), &FollowedLog::stateChanged, this, [this, &breaks] {
            breaks += m_log->state() == State::Reconnecting ? 1 : 0;
            QVERIFY(m_log->state() != State::Ended);
        });
        for (int end = 0; end < 4; ++end) {
            QTRY_COMPARE(m_log->state(), State::Live);
            m_server->logs().endAnswers(m_key);
            QTRY_COMPARE(breaks, end + 1);
        }
        m_log->disconnect(this);
        connect(m_log.get(), &FollowedLog::received, this, &FollowedLogTest::take);
        say(1);
        QTRY_COMPARE(m_lines, said(3));
        QCOMPARE(m_log->stats().gaps, 0);
    }

    void aFileThatWasRotatedMeanwhileIsAGap()
    {
        followLines(5);
        breakOff();
        say(5); // nobody will ever read these
        m_server->logs().rotate(m_key);
        say(5);
        QTRY_COMPARE(m_lines, said(5) + said(15).mid(10));
        QCOMPARE(m_marks.size(), 1);
        QCOMPARE(m_marks[0].kind, LogMark::Kind::Gap);
        QCOMPARE(m_marks[0].from, timeOf(4));
        QCOMPARE(m_marks[0].to, timeOf(10));
        QCOMPARE(m_marks[0].pod, u"web"_s);
        QCOMPARE(m_log->stats().gaps, 1);
        QCOMPARE(m_places, QList<qsizetype>{5}); // before the lines that followed it
    }

    void aRotationWhileFollowedLosesNothing()
    {
        followLines(5);
        m_server->logs().rotate(m_key);
        say(5);
        QTRY_COMPARE(m_lines, said(10));
        QVERIFY(m_marks.isEmpty());
    }

    /// The reader is behind by more than a file's time, and a file's time is missing.
    void aFileThatWasSkippedIsAGap()
    {
        const auto now = [] { return QDateTime::currentDateTimeUtc(); };
        m_silence = std::chrono::seconds(60); // what is there when a stream is opened is history
        follow();
        QTRY_COMPARE(m_log->state(), State::Live);
        const auto opened = now();
        m_server->logs().append(m_key, "in time", now());
        QTRY_COMPARE(m_lines.size(), 1);
        QTRY_VERIFY(opened.msecsTo(now()) > 900);
        m_server->logs().append(m_key, "in time after a pause", now());
        QTRY_COMPARE(m_lines.size(), 2);
        QVERIFY(m_marks.isEmpty());

        QTRY_VERIFY(opened.msecsTo(now()) > 1900);
        const auto late = now().addMSecs(-700);
        m_server->logs().append(m_key, "late", late);
        QTRY_COMPARE(m_lines.size(), 3);
        m_server->logs().append(m_key, "late as well", late.addMSecs(10));
        m_server->logs().append(m_key, "after the file that was skipped", late.addMSecs(600));
        QTRY_COMPARE(m_lines.size(), 5);
        QCOMPARE(m_marks.size(), 1);
        QCOMPARE(m_marks[0].kind, LogMark::Kind::Gap);
        QCOMPARE(m_marks[0].to - m_marks[0].from, qint64(590) * 1'000'000);
        QCOMPARE(m_places, QList<qsizetype>{4});
    }

    void theRestOfADeadInstanceIsReadFirst()
    {
        followLines(5);
        m_server->dropConnections();
        say(4); // not read while the container lived
        m_server->logs().restart(m_key);
        putRunning(1);
        say(3);
        QTRY_COMPARE(m_lines, said(12));
        QCOMPARE(m_marks.size(), 1);
        QCOMPARE(m_marks[0].kind, LogMark::Kind::Restarted);
        QCOMPARE(m_marks[0].detail, u"OOMKilled (137)"_s);
        QCOMPARE(m_places, QList<qsizetype>{9});
        QTRY_COMPARE(m_log->state(), State::Live);
    }

    /// The container restarts after the pod was asked and before the log is.
    void aRestartWhileTheLogIsOpenedIsSeen()
    {
        say(5);
        follow();
        QTRY_COMPARE(m_lines, said(5));
        const auto path = u"/api/v1/namespaces/shop/pods/web/log"_s;
        const auto asked = m_server->script().count(path);
        m_server->script().delay(path, std::chrono::milliseconds(100), 1);
        m_server->dropConnections();
        QTRY_COMPARE(m_server->script().count(path), asked + 1);
        say(4);
        m_server->logs().restart(m_key);
        putRunning(1);
        say(3);
        QTRY_COMPARE(m_lines, said(12));
        QCOMPARE(m_marks.size(), 1);
        QCOMPARE(m_marks[0].kind, LogMark::Kind::Restarted);
        QCOMPARE(m_places, QList<qsizetype>{9});
    }

    void whatADeadInstanceLostIsAGap()
    {
        followLines(5);
        breakOff();
        say(4);
        m_server->logs().rotate(m_key);
        m_server->logs().restart(m_key);
        putRunning(1);
        say(3);
        QTRY_COMPARE(m_lines, said(5) + said(12).mid(9));
        QCOMPARE(m_marks.size(), 2);
        QCOMPARE(m_marks[0].kind, LogMark::Kind::Gap);
        QCOMPARE(m_marks[0].from, timeOf(4));
        QCOMPARE(m_marks[1].kind, LogMark::Kind::Restarted);
    }

    void anInstanceNobodySawIsAGap()
    {
        followLines(5);
        breakOff();
        say(4);
        m_server->logs().restart(m_key);
        say(2);
        m_server->logs().restart(m_key);
        putRunning(2);
        say(3);
        QTRY_COMPARE(m_lines, said(5) + said(14).mid(9));
        QCOMPARE(m_marks.size(), 2);
        QCOMPARE(m_marks[0].kind, LogMark::Kind::Gap);
        QCOMPARE(m_marks[1].kind, LogMark::Kind::Restarted);
    }

    void aCrashLoopIsFollowed()
    {
        followLines(3);
        for (int restart = 1; restart <= 3; ++restart) {
            putEnded(restart - 1);
            m_server->logs().end(m_key);
            QTRY_COMPARE(m_log->state(), State::Waiting);
            m_server->logs().restart(m_key);
            putRunning(restart);
            say(2);
            QTRY_COMPARE(m_lines, said(3 + 2 * restart));
            QCOMPARE(m_marks.size(), restart);
        }
    }

    void aContainerThatIsDoneEndsTheLog()
    {
        followLines(3);
        m_server->dropConnections();
        say(2); // its last words
        putEnded(0, u"Never"_s);
        m_server->logs().end(m_key);
        QTRY_COMPARE(m_log->state(), State::Ended);
        QCOMPARE(m_lines, said(5));
    }

    void aPodThatIsGoneEndsTheLog()
    {
        followLines(3);
        QVERIFY(m_server->store().remove({{{}, u"v1"_s, u"pods"_s}, u"shop"_s, u"web"_s}));
        m_server->logs().remove(u"shop"_s, u"web"_s);
        QTRY_COMPARE(m_log->state(), State::Ended);
        QCOMPARE(m_lines, said(3));
    }

    void thePreviousLogIsReadOnce()
    {
        say(3);
        m_server->logs().restart(m_key);
        say(3);
        follow({.previous = true});
        QTRY_COMPARE(m_log->state(), State::Ended);
        QCOMPARE(m_lines, said(3));
    }

    void whileItIsPausedTheServerIsHeldBack()
    {
        follow();
        QTRY_COMPARE(m_log->state(), State::Live);
        m_log->setPaused(true);
        const QByteArray text(10'000, 'x');
        for (int i = 0; i < 3000; ++i) // 30 MB
            m_server->logs().append(m_key, text);
        QSignalSpy received(m_log.get(), &FollowedLog::received);
        QVERIFY(!received.wait(200));
        m_log->setPaused(false);
        QTRY_COMPARE(m_lines.size(), 3000);
    }

    /// The connection is dead and nobody says so.
    void aSilentConnectionIsOpenedAnew()
    {
        support::BadNetwork network(m_server->port());
        const kube::ClientConfig config{.server = network.url()};
        kube::Identity identity(config);
        kube::ApiClient client(identity);
        say(3);
        follow({}, &client);
        QTRY_COMPARE(m_lines, said(3));
        network.setDown(true);
        say(3);
        network.setDown(false);
        QTRY_COMPARE(m_lines, said(6));
        QVERIFY(m_marks.isEmpty());
        m_log.reset();
    }

    void whatMayNotBeReadSaysSo()
    {
        m_server->script().forbid({.resource = u"pods/log"_s});
        follow();
        QTRY_COMPARE(m_log->state(), State::Failed);
        QCOMPARE(m_log->error().kind, kube::Error::Kind::Forbidden);
    }

    void whoMayNotReadPodsReadsLogs()
    {
        m_server->script().forbid({.verb = u"get"_s, .resource = u"pods"_s});
        followLines(3);
        m_server->dropConnections();
        say(3);
        QTRY_COMPARE(m_lines, said(6));
    }

private:
    void follow(const kube::LogRange &range = {}, kube::ApiClient *client = nullptr)
    {
        m_places.clear();
        const kube::LogPace pace{.firstDelay = std::chrono::milliseconds(20),
                                 .silence = m_silence,
                                 .busySilence = std::chrono::milliseconds(100),
                                 .rotation = std::chrono::milliseconds(500),
                                 .rotatedBytes = 20};
        m_log = std::make_unique<FollowedLog>(client ? *client : *m_client, u"shop"_s, u"web"_s,
                                              u"app"_s, range, pace);
        connect(m_log.get(), &FollowedLog::received, this, &FollowedLogTest::take);
        connect(m_log.get(), &FollowedLog::marked, this, [this](const LogMark &mark) {
            m_marks.append(mark);
            m_places.append(m_lines.size());
        });
        m_log->start();
    }

    /// So many lines are there, and read.
    void followLines(int count)
    {
        say(count);
        follow();
        QTRY_COMPARE(m_lines, said(count));
    }
    /// The connection breaks, and the server has to be asked twice.
    void breakOff()
    {
        m_server->script().fail(u"/api/v1/namespaces/shop/pods/web"_s, 503, u"Unavailable"_s, 1);
        m_server->dropConnections();
    }

    void take(const QByteArray &lines)
    {
        for (const auto &line : lines.trimmed().split('\n'))
            m_lines.append(line.mid(line.indexOf(' ') + 1));
    }

    static QDateTime clock(int number)
    {
        return QDateTime::fromMSecsSinceEpoch(1'763'786'400'000 + number * 400, QTimeZone::UTC);
    }
    static qint64 timeOf(int number) { return clock(number).toMSecsSinceEpoch() * 1'000'000; }
    void say(int count)
    {
        for (int i = 0; i < count; ++i, ++m_said)
            m_server->logs().append(m_key, "line " + QByteArray::number(m_said), clock(m_said));
    }
    static QByteArrayList said(int count)
    {
        QByteArrayList lines;
        for (int i = 0; i < count; ++i)
            lines.append("line " + QByteArray::number(i));
        return lines;
    }

    void putPod(const QJsonObject &entry, const QString &policy, const QString &phase)
    {
        QJsonObject status = entry;
        status[u"name"_s] = u"app"_s;
        m_server->store().put(
            {{u"apiVersion"_s, u"v1"_s},
             {u"kind"_s, u"Pod"_s},
             {u"metadata"_s,
              QJsonObject{{u"name"_s, u"web"_s}, {u"namespace"_s, u"shop"_s}, {u"uid"_s, u"7"_s}}},
             {u"spec"_s,
              QJsonObject{{u"restartPolicy"_s, policy},
                          {u"containers"_s, QJsonArray{QJsonObject{{u"name"_s, u"app"_s}}}}}},
             {u"status"_s,
              QJsonObject{{u"phase"_s, phase}, {u"containerStatuses"_s, QJsonArray{status}}}}});
    }
    static QJsonObject terminated()
    {
        return {{u"terminated"_s,
                 QJsonObject{{u"reason"_s, u"OOMKilled"_s},
                             {u"exitCode"_s, 137},
                             {u"finishedAt"_s, u"2025-11-22T05:00:00Z"_s}}}};
    }
    void putRunning(int restarts)
    {
        if (restarts == 0)
            m_said = 0;
        putPod({{u"state"_s, QJsonObject{{u"running"_s, QJsonObject()}}},
                {u"lastState"_s, restarts > 0 ? terminated() : QJsonObject()},
                {u"restartCount"_s, restarts}},
               u"Always"_s, u"Running"_s);
    }
    void putEnded(int restarts, const QString &policy = u"Always"_s)
    {
        putPod({{u"state"_s, terminated()}, {u"restartCount"_s, restarts}}, policy, u"Running"_s);
    }

    std::chrono::milliseconds m_silence{300};
    const demo::LogKey m_key{u"shop"_s, u"web"_s, u"app"_s};
    std::unique_ptr<FollowedLog> m_log;
    QByteArrayList m_lines;
    QList<LogMark> m_marks;
    QList<qsizetype> m_places; ///< how many lines stood before each mark
    int m_said = 0;
};

QTEST_GUILESS_MAIN(FollowedLogTest)
#include "tst_followedlog.moc"
