// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/session/session.h"
#include "workspace/views/savedviews.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace workspace;

class SavedViewsTest : public QObject
{
    Q_OBJECT

    Session m_session;
    SavedViews m_views{m_session};

    static KrateRecord krate(const QString &id, QPointF at, bool pinned = false)
    {
        return {.id = id,
                .cluster = u"c"_s,
                .collection = CollectionScope{u"v1"_s, u"Pod"_s, {u"shop"_s}},
                .label = u"pods · shop"_s,
                .position = at,
                .pinned = pinned,
                .seq = 1,
                .windows = {{id + u"w"_s, View::Collection, QRectF(0, 0, 540, 480)}}};
    }

    static SavedView view(const QString &name)
    {
        return {.name = name,
                .krates = {{u"a"_s, krate(u"a"_s, {1000, 900}, true)}},
                .camera = {{1200, 1000}, 0.5},
                .context = u"prod"_s,
                .theme = PreferenceValues::ThemeChoice::Light};
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_session.restore({});
    }

    void aViewComesBackAsItWasSaved()
    {
        m_session.setSection(u"lists"_s, {{u"filter"_s, u"status:failed"_s}});
        m_session.setSection(u"window"_s, {{u"geometry"_s, u"x"_s}});
        QVERIFY(m_views.save(view(u" failing  pods "_s)));
        QCOMPARE(m_views.names(), QStringList(u"failing pods"_s));
        m_session.setSection(u"lists"_s, {{u"filter"_s, u"other"_s}});
        const auto loaded = m_views.load(u"failing pods"_s);
        QVERIFY(loaded);
        const auto saved = view({});
        QCOMPARE(loaded->krates, saved.krates);
        QCOMPARE(loaded->camera, saved.camera);
        QCOMPARE(loaded->context, saved.context);
        QCOMPARE(loaded->theme, saved.theme);
        QCOMPARE(loaded->sections.keys(), QStringList(u"lists"_s)); // the window is the machine's
        m_views.restoreSections(*loaded);
        QCOMPARE(m_session.section(u"lists"_s)["filter"_L1].toString(), u"status:failed"_s);
    }

    void savingAgainReplaces()
    {
        QVERIFY(m_views.save(view(u"one"_s)));
        auto second = view(u"one"_s);
        second.context = u"dev"_s;
        QVERIFY(m_views.save(second));
        QCOMPARE(m_views.names().size(), 1);
        QCOMPARE(m_views.load(u"one"_s)->context, u"dev"_s);
        m_views.remove(u"one"_s);
        QVERIFY(m_views.names().isEmpty());
        QVERIFY(!m_views.load(u"one"_s));
    }

    void thereAreBounds()
    {
        QVERIFY(!m_views.save(view(u"  "_s)));
        QVERIFY(!m_views.save(view(QString(81, u'x'))));
        auto large = view(u"large"_s);
        for (int i = 0; i < 1000; ++i) {
            const auto id = u"k%1"_s.arg(i);
            large.krates[id] = krate(id, {0, 0});
        }
        QVERIFY(!m_views.save(large));
        QVERIFY(m_views.names().isEmpty());
        for (int i = 0; i < SavedViews::Most; ++i)
            QVERIFY(m_views.save(view(u"v%1"_s.arg(i))));
        QVERIFY(!m_views.save(view(u"one more"_s)));
        QVERIFY(m_views.save(view(u"v1"_s)));
    }

    void recallIsOneStepAndLeavesOthers()
    {
        YardDocument document;
        document.reset(
            {{u"a"_s, krate(u"a"_s, {5000, 5000})}, {u"b"_s, krate(u"b"_s, {8000, 5000})}});
        recall(document, view({}));
        QCOMPARE(document.krate(u"a"_s)->position, QPointF(1000, 900));
        QVERIFY(document.krate(u"a"_s)->pinned);
        QCOMPARE(document.krate(u"b"_s)->position, QPointF(8000, 5000));
        document.undo();
        QCOMPARE(document.krate(u"a"_s)->position, QPointF(5000, 5000));
        document.reset({});
        recall(document, view({}));
        QVERIFY(document.krate(u"a"_s));
    }

    void nonsenseInTheSessionIsReadWithCare()
    {
        m_session.restore({{u"views"_s,
                            QJsonObject{{u"x"_s, 1},
                                        {u"y"_s,
                                         QJsonObject{{u"zoom"_s, 1e300},
                                                     {u"x"_s, u"no"_s},
                                                     {u"theme"_s, 77},
                                                     {u"yard"_s, QJsonArray()},
                                                     {u"sections"_s, 3}}}}}});
        for (const auto &name : m_views.names()) {
            const auto loaded = m_views.load(name);
            QVERIFY(loaded);
            QVERIFY(loaded->krates.empty());
            QVERIFY(loaded->camera.zoom <= Camera::HighestZoom);
        }
    }
};

QTEST_GUILESS_MAIN(SavedViewsTest)
#include "tst_savedviews.moc"
