// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/demoyard.h"

#include "workspace/collection/collectioncontent.h"
#include "workspace/namespaces/namespacepicker.h"
#include "workspace/spotlight/spotlightpanel.h"

#include <QApplication>
#include <QTest>

#include <set>

using namespace Qt::StringLiterals;
using workspace::WindowContent;

/// Which namespaces a list shows: chosen with the keyboard, by people with all rights and by those
/// who may see their own namespaces only.
class NamespacesTest : public QObject, private support::DemoYard
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(serve()); }
    void init() { QVERIFY(openYard()); }
    void cleanup() { closeYard(); }

    void oneNamespaceIsChosenByTyping()
    {
        openAndPoint(u"pods"_s);
        QTRY_VERIFY(shownSpaces().size() > 2);
        askWithKeys();
        type(u"sho"_s);
        QTRY_COMPARE(picker().list().name(0), u"shop"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(shownSpaces(), std::set<QString>{u"shop"_s});
        QCOMPARE(onlyKrate().label, u"pods · shop"_s);
        QVERIFY(!picker().isVisible());
        QCOMPARE(m_window->namespaceMemory().of(u"demo"_s), QStringList{u"shop"_s});

        m_document->undo();
        QTRY_VERIFY(shownSpaces().size() > 2);
        QCOMPARE(onlyKrate().label, u"pods"_s);
    }

    void severalNamespacesAreShownTogether()
    {
        openAndPoint(u"pods/shop"_s);
        QTRY_COMPARE(shownSpaces(), std::set<QString>{u"shop"_s});
        askWithKeys();
        QTRY_VERIFY(rowOf(u"kube-system"_s) >= 0);
        type(u"kube-sys"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(shownSpaces(), (std::set<QString>{u"kube-system"_s, u"shop"_s}));
        QCOMPARE(onlyKrate().collection->nameSpaces, (QStringList{u"kube-system"_s, u"shop"_s}));
    }

    void pictures()
    {
        openAndPoint(u"pods/shop"_s);
        for (const auto &theme : {workspace::Theme::darkTheme(), workspace::Theme::lightTheme()}) {
            m_look.setTheme(theme);
            askWithKeys();
            QTRY_VERIFY(rowOf(u"kube-system"_s) >= 0);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
            takePicture(theme.dark ? u"namespaces-dark"_s : u"namespaces-light"_s);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
            point();
        }
        m_demo.script().fail(u"/api/v1/namespaces"_s, 403, u"Forbidden"_s);
        m_demo.dropConnections();
        askWithKeys();
        type(u"team-a"_s);
        QTRY_VERIFY(!picker().note().isEmpty());
        takePicture(u"namespaces-typed"_s);
        m_look.setTheme(workspace::Theme::darkTheme());
    }

    void escapeChangesNothing()
    {
        openAndPoint(u"pods/shop"_s);
        QTRY_VERIFY(list());
        askWithKeys();
        type(u"kube"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!picker().isVisible());
        QCOMPARE(onlyKrate().collection->nameSpaces, QStringList{u"shop"_s});
        QVERIFY(m_window->canvas().hasFocus());
    }

    void whoMayNotListNamespacesTypesOneAndFindsItAgain()
    {
        m_demo.script().fail(u"/api/v1/pods"_s, 403, u"Forbidden"_s);
        m_demo.script().fail(u"/api/v1/namespaces"_s, 403, u"Forbidden"_s);
        openAndPoint(u"pods"_s);
        QTRY_VERIFY(list());
        QTRY_COMPARE(list()->freshness(), WindowContent::Freshness::Failed);
        askWithKeys();
        QTRY_VERIFY2(picker().note().contains("type the name"_L1), qPrintable(picker().note()));
        type(u"shop"_s);
        QVERIFY(picker().list().index(0).data(workspace::NamespaceList::TypedRole).toBool());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(shownSpaces(), std::set<QString>{u"shop"_s});

        // It is offered from now on, here and in Spotlight.
        point();
        askWithKeys();
        QTRY_VERIFY(rowOf(u"shop"_s) >= 0);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    }

    void aNamespaceWithoutRightsIsNamedAndTheOthersAreShown()
    {
        m_demo.script().clearRequests();
        m_demo.script().fail(u"/api/v1/namespaces/kube-system/pods"_s, 403, u"Forbidden"_s);
        openAndPoint(u"pods/shop,kube-system"_s);
        QTRY_COMPARE(shownSpaces(), std::set<QString>{u"shop"_s});
        QTRY_VERIFY2(list()->accessibleText().contains("no access to kube-system"_L1),
                     qPrintable(list()->accessibleText()));
        QTRY_COMPARE(list()->freshness(), WindowContent::Freshness::Live);
        // As a streamed list and in pages, for some may list and not watch; then never again.
        const auto asked = m_demo.script().count(u"/api/v1/namespaces/kube-system/pods"_s);
        QCOMPARE(asked, 2);
    }

    void theButtonOpensThePickerAndAClickOnABoxChecks()
    {
        openAndPoint(u"pods/shop"_s);
        QTRY_VERIFY(list());
        const auto &record = onlyKrate().windows.front();
        auto &canvas = m_window->canvas();
        const QPointF button(record.rect.width() - 40,
                             60); // in the window: header, then filter row
        const auto at =
            canvas.toScreen(onlyKrate().position + record.rect.topLeft() + button).toPoint();
        QTRY_VERIFY((QTest::mouseClick(&canvas, Qt::LeftButton, {}, at), picker().isVisible()));
        QTRY_VERIFY(rowOf(u"kube-system"_s) >= 0);
        auto *view = picker().findChild<QListView *>();
        const auto row = view->visualRect(picker().list().index(rowOf(u"kube-system"_s)));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, row.topLeft() + QPoint(28, 17));
        QCOMPARE(picker().list().chosen(), (QStringList{u"kube-system"_s, u"shop"_s}));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(onlyKrate().collection->nameSpaces.size(), 2);
    }

private:
    const workspace::KrateRecord &onlyKrate() const { return m_document->krates().begin()->second; }
    workspace::NamespacePicker &picker() const
    {
        return *m_window->findChild<workspace::NamespacePicker *>();
    }
    int rowOf(const QString &name) const
    {
        for (int i = 0; i < picker().list().rowCount(); ++i) {
            if (picker().list().name(i) == name)
                return i;
        }
        return -1;
    }
    QPoint inside() const
    {
        const auto &krate = onlyKrate();
        return m_window->canvas()
            .toScreen(krate.position + krate.windows.front().rect.center())
            .toPoint();
    }
    void point()
    {
        QTest::mouseMove(&m_window->canvas(), inside() + QPoint(1, 1)); // none where it is already
        QTest::mouseMove(&m_window->canvas(), inside());
    }
    void openAndPoint(const QString &target)
    {
        m_window->openTarget(*workspace::OpenTarget::parse(target), {});
        QTRY_COMPARE(m_document->krates().size(), 1UL);
        point();
        QTRY_COMPARE(m_window->canvas().focusedWindow(), onlyKrate().windows.front().id);
    }
    void askWithKeys()
    {
        QTRY_VERIFY(list());
        QTest::keyClick(&m_window->canvas(), Qt::Key_N, Qt::AltModifier);
        QTRY_VERIFY(picker().isVisible());
    }
    static void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    workspace::CollectionContent *list() const
    {
        return shown<workspace::CollectionContent>(workspace::View::Collection);
    }
    std::set<QString> shownSpaces() const
    {
        std::set<QString> spaces;
        for (int row = 0; list() && row < list()->model().rowCount(); ++row)
            spaces.insert(list()->model().item(row).meta.nameSpace);
        return spaces;
    }
};

QTEST_MAIN(NamespacesTest)
#include "tst_namespaces.moc"
