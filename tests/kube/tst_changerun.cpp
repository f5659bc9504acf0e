// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/actions/changerun.h"

#include "actionfixture.h"
#include "kube/actions/changes.h"

#include <QJsonObject>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using kube::ChangeRun;
using State = kube::ChangeResult::State;

class ChangeRunTest : public QObject
{
    Q_OBJECT

private:
    /// `count` config maps in the server, and the changes that delete them.
    std::vector<kube::Change> deletions(int count)
    {
        std::vector<kube::Change> changes;
        for (int i = 0; i < count; ++i) {
            const auto name = u"map-%1"_s.arg(i);
            m_fixture->server.store().put(
                {{u"apiVersion"_s, u"v1"_s},
                 {u"kind"_s, u"ConfigMap"_s},
                 {u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"namespace"_s, u"shop"_s}}}});
            changes.push_back(
                kube::deletion(m_fixture->target(u"v1"_s, u"ConfigMap"_s, u"shop"_s, name), {}));
        }
        return changes;
    }
    qsizetype left()
    {
        return qsizetype(m_fixture->server.store().list({{}, u"v1"_s, u"configmaps"_s}).size());
    }

    std::unique_ptr<ActionFixture> m_fixture;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_fixture = std::make_unique<ActionFixture>();
    }
    void cleanup() { m_fixture.reset(); }

    void everyChangeIsSentOnceAndReported()
    {
        ChangeRun run(m_fixture->client, deletions(30));
        QSignalSpy finished(&run, &ChangeRun::finished);
        run.start();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(run.count(State::Done), 30);
        QCOMPARE(left(), 0);
    }

    void oneThatFailsDoesNotStopTheOthers()
    {
        const auto changes = deletions(5);
        m_fixture->server.script().fail(u"/api/v1/namespaces/shop/configmaps/map-2"_s, 403,
                                        u"Forbidden"_s);
        ChangeRun run(m_fixture->client, changes);
        QSignalSpy finished(&run, &ChangeRun::finished);
        run.start();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(run.count(State::Done), 4);
        QCOMPARE(run.results()[2].state, State::Failed);
        QCOMPARE(run.results()[2].error->kind, kube::Error::Kind::Forbidden);
        QCOMPARE(left(), 1);
    }

    void aCancelledRunSendsNoMore()
    {
        const auto changes = deletions(40);
        ChangeRun run(m_fixture->client, changes);
        QSignalSpy finished(&run, &ChangeRun::finished);
        connect(&run, &ChangeRun::changed, this, [&run](int) {
            if (run.count(State::Done) == 10)
                run.cancel();
        });
        run.start();
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(run.isCancelled());
        QCOMPARE(run.count(State::Waiting) + run.count(State::Running), 0);
        QVERIFY(run.count(State::Done) <= 10 + ChangeRun::AtATime);
        QCOMPARE(left(), run.count(State::Cancelled));
    }

    void whatIsReadOnlyIsNotSentTo()
    {
        m_fixture->client.setReadOnly(true);
        ChangeRun run(m_fixture->client, deletions(3));
        QSignalSpy finished(&run, &ChangeRun::finished);
        run.start();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(run.count(State::Failed), 3);
        QCOMPARE(run.results()[0].error->kind, kube::Error::Kind::ReadOnly);
        QCOMPARE(left(), 3);
        QVERIFY(m_fixture->server.script().requests().empty());
    }

    void anotherObjectOfTheSameNameIsNotDeleted()
    {
        deletions(1);
        ChangeRun run(
            m_fixture->client,
            {kube::deletion(m_fixture->target(u"v1"_s, u"ConfigMap"_s, u"shop"_s, u"map-0"_s),
                            u"another-uid"_s)});
        QSignalSpy finished(&run, &ChangeRun::finished);
        run.start();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(run.results()[0].error->kind, kube::Error::Kind::Conflict);
        QCOMPARE(left(), 1);
    }

    void anEmptyRunFinishes()
    {
        ChangeRun run(m_fixture->client, {});
        QSignalSpy finished(&run, &ChangeRun::finished);
        run.start();
        QCOMPARE(finished.size(), 1);
    }
};

QTEST_GUILESS_MAIN(ChangeRunTest)
#include "tst_changerun.moc"
