// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/spotlight/spotlightpanel.h"

#include "workspace/session/session.h"

#include "paintedhost.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace workspace;

class SpotlightPanelTest : public QObject
{
    Q_OBJECT

    Look m_look{Theme::darkTheme()};
    Session m_session;
    std::unique_ptr<SpotlightIndex> m_index;
    std::unique_ptr<SpotlightMemory> m_memory;
    std::unique_ptr<QWidget> m_window;
    SpotlightPanel *m_panel = nullptr; ///< the window's

    static void fill(SpotlightIndex &index)
    {
        std::vector<SpotlightEntry> entries;
        const auto add = [&entries](const QString &kind, const QString &name,
                                    const QString &nameSpace = u"shop"_s) {
            entries.push_back({.name = name,
                               .cluster = u"prod-eu"_s,
                               .object = {u"v1"_s, kind, nameSpace, name}});
        };
        for (const auto &kind :
             {u"Deployment"_s, u"Service"_s, u"Ingress"_s, u"ConfigMap"_s, u"Secret"_s}) {
            add(kind, u"checkout"_s);
            add(kind, u"web-frontend"_s, u"storefront"_s);
        }
        for (int i = 0; i < 12; ++i)
            add(u"Pod"_s, u"web-frontend-6c9f8d7b5-x%1k"_s.arg(i), u"storefront"_s);
        entries.push_back({.type = SpotlightEntry::Type::Krate,
                           .name = u"web-frontend"_s,
                           .cluster = u"prod-eu"_s,
                           .id = u"k1"_s});
        entries.push_back({.type = SpotlightEntry::Type::Collection,
                           .name = u"pods"_s,
                           .cluster = u"prod-eu"_s,
                           .scope = {u"v1"_s, u"Pod"_s, {}}});
        entries.push_back({.type = SpotlightEntry::Type::Command,
                           .name = u"Switch to the light theme"_s,
                           .id = u"theme"_s});
        index.setSource(u"test"_s, entries);
    }

    static SpotlightEntry hit(const QString &kind, const QString &name)
    {
        return {.name = name, .cluster = u"prod-eu"_s, .object = {u"v1"_s, kind, u"shop"_s, name}};
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_session.restore({});
        m_index = std::make_unique<SpotlightIndex>();
        fill(*m_index);
        m_memory = std::make_unique<SpotlightMemory>(m_session);
        m_window = std::make_unique<QWidget>();
        m_window->resize(1200, 800);
        m_panel = new SpotlightPanel(*m_index, *m_memory, m_look, m_window.get());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset(); // with the panel, which the others outlive
        m_memory.reset();
        m_index.reset();
    }

    void findsByTypingAndOpens()
    {
        auto &panel = *m_panel;
        QSignalSpy opened(&panel, &SpotlightPanel::opened);
        QSignalSpy closed(&panel, &SpotlightPanel::closed);
        panel.open(u"w"_s);
        QCOMPARE(panel.geometry(), QRect(270, 120, 660, panel.height()));
        auto *input = panel.findChild<QLineEdit *>();
        QTRY_VERIFY(input->hasFocus());
        QTest::keyClicks(input, u"eb"_s);
        QCOMPARE(panel.query(), u"web"_s);
        QCOMPARE(panel.hits()[0].entry.object.kind, u"Deployment"_s);
        takePicture(panel, u"spotlight-dark"_s);
        QTest::keyClick(input, Qt::Key_Down);
        QTest::keyClick(input, Qt::Key_L, Qt::AltModifier);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].value<SpotlightEntry>().object.kind, u"Service"_s);
        QCOMPARE(opened[0][1].value<View>(), View::Logs);
        QCOMPARE(closed.size(), 1);
        QVERIFY(panel.isHidden());

        panel.open();
        QCOMPARE(panel.hits().size(), size_t(1)); // opened recently
        takePicture(panel, u"spotlight-recent"_s);
        QTest::keyClick(input, Qt::Key_Escape);
        QCOMPARE(closed.size(), 2);
    }

    void anAliasAndTabMakeAPill()
    {
        auto &panel = *m_panel;
        panel.open(u"po"_s);
        auto *input = panel.findChild<QLineEdit *>();
        QTest::keyClick(input, Qt::Key_Tab);
        QCOMPARE(panel.filterKind(), u"Pod"_s);
        QVERIFY(panel.query().isEmpty());
        QTest::keyClicks(input, u"wx1"_s);
        for (const auto &hit : panel.hits())
            QCOMPARE(hit.entry.object.kind, u"Pod"_s);
        m_look.setTheme(Theme::lightTheme());
        takePicture(panel, u"spotlight-light"_s);
        m_look.setTheme(Theme::darkTheme());
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(input, Qt::Key_Backspace);
        QCOMPARE(panel.filterKind(), u"Pod"_s);
        QTest::keyClick(input, Qt::Key_Backspace);
        QVERIFY(panel.filterKind().isEmpty());
        QTest::keyClicks(input, u"qqq"_s);
        QVERIFY(panel.hits().empty());
        takePicture(panel, u"spotlight-none"_s);
        QTest::keyClick(input, Qt::Key_Return); // nothing to open, nothing happens
        QVERIFY(panel.isVisible());
    }

    void goesOnPastTheFirstEight()
    {
        m_window->resize(600, 700);
        auto &panel = *m_panel;
        panel.open(u"web"_s);
        QCOMPARE(panel.width(), 558); // 93 % of a narrow window
        auto *input = panel.findChild<QLineEdit *>();
        for (int i = 0; i < 10; ++i)
            QTest::keyClick(input, Qt::Key_Down);
        QCOMPARE(panel.selected(), 10);
        panel.grab();
    }

    void whatChangesInTheIndexLeavesTheRowInItsPlace()
    {
        auto &panel = *m_panel;
        panel.open(u"web"_s);
        auto *input = panel.findChild<QLineEdit *>();
        const auto size = panel.hits().size();
        m_index->setSource(u"better"_s, {hit(u"Deployment"_s, u"web"_s)});
        QTRY_COMPARE(panel.hits().size(), size + 1);
        QCOMPARE(panel.selected(), 0); // nobody had gone anywhere: the best is on top
        QCOMPARE(panel.hits()[0].entry.name, u"web"_s);

        for (int i = 0; i < 10; ++i)
            QTest::keyClick(input, Qt::Key_Down);
        const auto chosen = panel.hits()[10].entry;
        const auto row = panel.rowRect(10);
        QVERIFY(panel.scrolledRows() > 0);
        m_index->setSource(u"more"_s,
                           {hit(u"Deployment"_s, u"web-a"_s), hit(u"Service"_s, u"web"_s)});
        QTRY_COMPARE(panel.hits().size(), size + 3);
        QVERIFY(panel.selected() > 10);
        QCOMPARE(panel.hits()[size_t(panel.selected())].entry, chosen);
        QCOMPARE(panel.rowRect(panel.selected()), row); // on the screen it stays where it was
        QTest::keyClicks(input, u"-"_s);
        QCOMPARE(panel.selected(), 0);
    }

    void aPinStaysOnTopOfWhatWasOpened()
    {
        auto &panel = *m_panel;
        auto *input = panel.findChild<QLineEdit *>();
        panel.open(u"checkout"_s);
        QTest::keyClick(input, Qt::Key_Return);
        panel.open(u"frontend"_s);
        QTest::keyClick(input, Qt::Key_Down);
        QTest::keyClick(input, Qt::Key_D, Qt::ControlModifier);
        const auto pinned = panel.hits()[1].entry;
        QCOMPARE(panel.selected(), 1);
        QVERIFY(m_memory->isPinned(pinned));
        QVERIFY(panel.textOf(1).endsWith(u"pinned"_s));
        takePicture(panel, u"spotlight-pin"_s);
        QTest::keyClick(input, Qt::Key_Escape);
        panel.open();
        QCOMPARE(panel.hits().size(), size_t(2));
        QCOMPARE(panel.hits()[0].entry, pinned);
        QCOMPARE(panel.hits()[1].entry.name, u"checkout"_s);
        takePicture(panel, u"spotlight-pinned"_s);
        const auto star = panel.rowRect(0);
        QTest::mouseClick(&panel, Qt::LeftButton, {}, {star.right() - 19, star.center().y()});
        QVERIFY(!m_memory->isPinned(pinned));
        QVERIFY(panel.isVisible()); // the star opens nothing
        QCOMPARE(panel.hits().size(), size_t(1));
    }

    void aScreenReaderFindsTheRows()
    {
        auto &panel = *m_panel;
        panel.open(u"web"_s);
        auto *access = QAccessible::queryAccessibleInterface(&panel);
        QVERIFY(access);
        QCOMPARE(access->childCount(), 1 + int(panel.hits().size()));
        QCOMPARE(access->child(0)->role(), QAccessible::EditableText);
        auto *row = access->child(2);
        QCOMPARE(row->role(), QAccessible::ListItem);
        QCOMPARE(row->text(QAccessible::Name), panel.textOf(1));
        QVERIFY(row->text(QAccessible::Name).contains(u"storefront"_s));
        QVERIFY(!row->state().selected);
        QTest::keyClick(panel.findChild<QLineEdit *>(), Qt::Key_Down);
        QVERIFY(row->state().selected);
        QCOMPARE(access->indexOfChild(row), 2);
        QVERIFY(QRect(panel.mapToGlobal(QPoint()), panel.size()).contains(row->rect()));
        QSignalSpy opened(&panel, &SpotlightPanel::opened);
        row->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(opened.size(), 1);
    }

    void whatIsNotSearchedIsOffered()
    {
        m_index->setSource(u"test"_s, {});
        auto &panel = *m_panel;
        QSignalSpy asked(&panel, &SpotlightPanel::elsewhereRequested);
        auto *input = panel.findChild<QLineEdit *>();
        panel.open(u"web"_s);
        QTest::keyClick(input, Qt::Key_A, Qt::AltModifier);
        QVERIFY(asked.isEmpty());
        panel.setElsewhere(3);
        takePicture(panel, u"spotlight-elsewhere"_s);
        QTest::keyClick(input, Qt::Key_A, Qt::AltModifier);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(panel.query(), u"web"_s);
    }
};

QTEST_MAIN(SpotlightPanelTest)
#include "tst_spotlightpanel.moc"
