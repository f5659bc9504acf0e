// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/demoyard.h"

#include "workspace/changes/changescontent.h"
#include "workspace/events/eventcontent.h"
#include "workspace/topbar/topbar.h"
#include "workspace/yard/layout.h"

#include <QApplication>
#include <QHelpEvent>
#include <QJsonObject>
#include <QTest>
#include <QToolButton>
#include <QToolTip>

using namespace Qt::StringLiterals;
using workspace::View;

/// What a person learns of a cluster in which some things are ill: the demo's story has a crash
/// loop, an image that cannot be pulled and a pod that fits nowhere.
class SickClusterTest : public QObject, private support::DemoYard
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(serve()); }
    void init() { QVERIFY(openYard()); }
    void cleanup()
    {
        QToolTip::hideText();
        closeYard();
    }

    void aKratesHeaderTellsWhyItsObjectIsIll_data()
    {
        QTest::addColumn<QString>("prefix");
        QTest::addColumn<QString>("words");
        QTest::newRow("crash") << u"fraud-check"_s << u"crashes again and again"_s;
        QTest::newRow("image") << u"label-printer"_s << u"cannot be pulled"_s;
        QTest::newRow("nowhere") << u"trainer"_s << u"No node can take the pod"_s;
    }

    void aKratesHeaderTellsWhyItsObjectIsIll()
    {
        QFETCH(const QString, prefix);
        QFETCH(const QString, words);
        QTRY_VERIFY(!podOf(prefix).isEmpty());
        const auto target = podOf(prefix);
        m_window->openTarget(*workspace::OpenTarget::parse(u"pod/"_s + target), {});
        QTRY_COMPARE(m_document->krates().size(), 1UL);
        QTRY_VERIFY2_WITH_TIMEOUT(headerTip().contains(words), qPrintable(headerTip()), 20'000);
    }

    void thePillCountsNodesAndWhatIsOpen()
    {
        m_window->openTarget(*workspace::OpenTarget::parse(u"pods"_s), {});
        const auto pill = [this] {
            for (auto *button : m_window->topBar().findChildren<QToolButton *>()) {
                if (button->accessibleName() == "Cluster"_L1)
                    return QString(button->text() + u'|' + button->toolTip());
            }
            return QString();
        };
        QTRY_VERIFY2_WITH_TIMEOUT(pill().contains(u"3 node(s), all ready"_s), qPrintable(pill()),
                                  10'000);
        QTRY_VERIFY2_WITH_TIMEOUT(pill().contains(u"failing ▾"_s), qPrintable(pill()), 10'000);
        QVERIFY(pill().contains(u"What is not open is not counted"_s));
    }

    void eventsHaveAWindow()
    {
        m_window->openTarget(*workspace::OpenTarget::parse(u"events"_s), {});
        QTRY_VERIFY(shown<workspace::EventContent>(View::Collection));
        QTRY_VERIFY(shown<workspace::EventContent>(View::Collection)->model().rowCount() > 10);
    }

    void changesHaveAWindow()
    {
        QTRY_VERIFY(!podOf(u"storefront"_s).isEmpty());
        const auto target = podOf(u"storefront"_s);
        m_window->openTarget(
            *workspace::OpenTarget::parse(u"pod/"_s + target + u":changes,describe"_s), {});
        QTRY_VERIFY(shown<workspace::ChangesContent>(View::Changes));
        auto *changes = shown<workspace::ChangesContent>(View::Changes);
        QTRY_COMPARE(changes->freshness(), workspace::WindowContent::Freshness::Live);
        auto pod = *m_demo.store().get(
            {{{}, u"v1"_s, u"pods"_s}, target.section(u'/', 0, 0), target.section(u'/', 1)});
        auto meta = pod["metadata"_L1].toObject();
        meta[u"labels"_s] = QJsonObject{{u"app"_s, u"storefront"_s}, {u"seen"_s, u"yes"_s}};
        pod[u"metadata"_s] = meta;
        m_demo.store().put(pod);
        const auto told = [changes] {
            QString text;
            for (const auto &line : changes->pane().document().lines)
                text += line.text + u'\n';
            return text;
        };
        QTRY_VERIFY2(told().contains(u"metadata.labels.seen"_s), qPrintable(told()));
    }

private:
    /// "namespace/name" of a pod that has got as far as it gets.
    QString podOf(const QString &prefix)
    {
        for (const auto &pod : m_demo.store().list({{}, u"v1"_s, u"pods"_s})) {
            const auto name = pod["metadata"_L1]["name"_L1].toString();
            if (name.startsWith(prefix) && pod["status"_L1]["conditions"_L1].isArray())
                return pod["metadata"_L1]["namespace"_L1].toString() + u'/' + name;
        }
        return {};
    }

    /// What rests under the pointer over the only krate's header says.
    QString headerTip()
    {
        auto &canvas = m_window->canvas();
        const auto &krate = m_document->krates().begin()->second;
        const auto frame = workspace::layout::bounds(krate);
        const auto at = canvas.toScreen(frame.topLeft() + QPointF(120, 24)).toPoint();
        QHelpEvent help(QEvent::ToolTip, at, canvas.mapToGlobal(at));
        QApplication::sendEvent(&canvas, &help);
        return QToolTip::text();
    }
};

QTEST_MAIN(SickClusterTest)
#include "tst_sickcluster.moc"
