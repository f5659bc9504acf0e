// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/demoyard.h"

#include "kube/cluster.h"
#include "workspace/canvas/yardcanvas.h"
#include "workspace/notify/notifier.h"
#include "workspace/topbar/noticebar.h"
#include "workspace/yard/yardactions.h"

#include <QJsonArray>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace workspace;

/// Somebody watches an object, and hears of what happens to it.
class NotificationsTest : public QObject, private support::DemoYard
{
    Q_OBJECT

    std::unique_ptr<WatchList> m_watched;
    std::unique_ptr<Notifier> m_notifier;

    static QJsonObject job(const QString &name, const QString &condition)
    {
        QJsonObject status;
        if (!condition.isEmpty())
            status = {{u"conditions"_s,
                       QJsonArray{QJsonObject{{u"type"_s, condition},
                                              {u"status"_s, u"True"_s},
                                              {u"reason"_s, u"BackoffLimitExceeded"_s}}}},
                      {u"failed"_s, 1}};
        else
            status = {{u"active"_s, 1}};
        return {{u"apiVersion"_s, u"batch/v1"_s},
                {u"kind"_s, u"Job"_s},
                {u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"namespace"_s, u"shop"_s}}},
                {u"spec"_s, QJsonObject{{u"completions"_s, 1}}},
                {u"status"_s, status}};
    }

    static WatchedObject watched(const QString &name)
    {
        return {u"demo"_s, {u"batch/v1"_s, u"Job"_s, u"shop"_s, name}};
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(serve()); }

    void init()
    {
        QTest::failOnWarning();
        m_session.restore({});
        QVERIFY(openYard());
        QTRY_VERIFY(m_clusters->cluster(u"demo"_s)->hasResources());
        m_watched = std::make_unique<WatchList>(*m_clusters, m_session);
        m_notifier = std::make_unique<Notifier>(*m_watched, *m_window, *m_document, m_preferences);
    }

    void cleanup()
    {
        m_notifier.reset();
        m_watched.reset();
        closeYard();
    }

    void aFailureIsTold()
    {
        QSignalSpy told(m_notifier.get(), &Notifier::told);
        m_demo.store().put(job(u"one"_s, {}));
        m_watched->watch(watched(u"one"_s));
        // How it is at first is no news: the failure comes when that is known.
        QTRY_VERIFY(m_watched->isKnown(watched(u"one"_s)));
        m_demo.store().put(job(u"one"_s, u"Failed"_s));
        QTRY_COMPARE(told.size(), 1);
        const auto sentence = told[0][0].toString();
        QVERIFY2(sentence.startsWith("Job shop/one (demo) is failing."_L1), qPrintable(sentence));
        QVERIFY(m_window->notices().sentences().contains(sentence));
    }

    void theNoticeLeadsThere()
    {
        m_demo.store().put(job(u"two"_s, {}));
        m_watched->watch(watched(u"two"_s));
        QTRY_VERIFY(m_watched->isKnown(watched(u"two"_s)));
        QSignalSpy told(m_notifier.get(), &Notifier::told);
        m_demo.store().put(job(u"two"_s, u"Failed"_s));
        QTRY_COMPARE(told.size(), 1);
        QVERIFY(m_document->krates().empty());
        QToolButton *show = nullptr;
        for (auto *button : m_window->notices().findChildren<QToolButton *>()) {
            if (button->text() == "Show"_L1 && button->isVisibleTo(m_window.get()))
                show = button;
        }
        QVERIFY(show);
        show->click();
        QCOMPARE(m_document->krates().size(), 1u);
        QCOMPARE(m_document->krates().begin()->second.object->name, u"two"_s);
    }

    void aDeletionIsToldAndEndsIt()
    {
        m_demo.store().put(job(u"three"_s, {}));
        m_watched->watch(watched(u"three"_s));
        QTRY_VERIFY(m_watched->isKnown(watched(u"three"_s)));
        QSignalSpy told(m_notifier.get(), &Notifier::told);
        m_demo.store().remove({{u"batch"_s, u"v1"_s, u"jobs"_s}, u"shop"_s, u"three"_s});
        QTRY_COMPARE(told.size(), 1);
        QTRY_VERIFY(!m_watched->isWatched(watched(u"three"_s)));
        QVERIFY(m_session.section(u"watched"_s).isEmpty());
    }

    void whoWantsNoNotificationsGetsNone()
    {
        auto values = m_preferences.values();
        values.notifications = false;
        m_preferences.set(values);
        m_demo.store().put(job(u"four"_s, {}));
        m_watched->watch(watched(u"four"_s));
        QTRY_VERIFY(m_watched->isKnown(watched(u"four"_s)));
        QSignalSpy happened(m_watched.get(), &WatchList::happened);
        QSignalSpy told(m_notifier.get(), &Notifier::told);
        m_demo.store().put(job(u"four"_s, u"Failed"_s));
        QTRY_COMPARE(happened.size(), 1);
        QCOMPARE(told.size(), 0);
        values.notifications = true;
        m_preferences.set(values);
    }

    void manyThingsAtOnceAreToldAsANumber()
    {
        QSignalSpy told(m_notifier.get(), &Notifier::told);
        for (int i = 0; i < 9; ++i)
            Q_EMIT m_watched->happened(watched(u"job-%1"_s.arg(i)), WatchList::Happening::Failing,
                                       {});
        QCOMPARE(told.size(), Notifier::MostInAMinute);
        const auto sentences = m_window->notices().sentences().filter(u"is failing"_s);
        QCOMPARE(sentences.size(), Notifier::MostNotices);
        QVERIFY(sentences.last().contains("job-4"_L1));
    }

    void whatIsWatchedIsRemembered()
    {
        QVERIFY(m_watched->watch(watched(u"five"_s)));
        QVERIFY(m_watched->watch(watched(u"six"_s)));
        m_watched->unwatch(watched(u"six"_s));
        WatchList again(*m_clusters, m_session);
        QCOMPARE(again.objects(), std::vector<WatchedObject>{watched(u"five"_s)});
    }

    void aSessionOfNonsenseWatchesNothing()
    {
        m_session.restore({{u"watched"_s,
                            QJsonObject{{u"objects"_s,
                                         QJsonArray{1, u"x"_s, QJsonObject(),
                                                    QJsonObject{{u"context"_s, u"demo"_s}}}}}}});
        QVERIFY(m_watched->objects().empty());
    }

    void theMenuOffersIt()
    {
        QMenu menu;
        Q_EMIT m_window->menuAboutToShow(menu, {u"demo"_s, {watched(u"seven"_s).object}});
        auto *action = menu.actions().last();
        QCOMPARE(action->text(), u"Notify me"_s);
        QVERIFY(!action->isChecked());
        action->trigger();
        QVERIFY(m_watched->isWatched(watched(u"seven"_s)));
        QMenu again;
        Q_EMIT m_window->menuAboutToShow(again, {u"demo"_s, {watched(u"seven"_s).object}});
        QVERIFY(again.actions().last()->isChecked());
        again.actions().last()->trigger();
        QVERIFY(!m_watched->isWatched(watched(u"seven"_s)));
    }
};

QTEST_MAIN(NotificationsTest)
#include "tst_notifications.moc"
