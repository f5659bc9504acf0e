// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvasfixture.h"

#include "workspace/window/contentrows.h"

#include <QAccessible>
#include <QAccessibleInterface>
#include <QMenu>
#include <QTestAccessibility>

using A = QAccessible;

/// Rows that a test made up, as a list's.
class FakeRows : public ContentRows
{
public:
    Kind rowKind() const override { return Kind::List; }
    int rows() const override { return int(texts.size()); }
    QString rowText(int row) const override { return texts[row]; }
    QRectF rowRect(int row) const override { return {0, row * 20.0, 300, 20}; }
    int currentRow() const override { return current; }
    void goToRow(int row) override { current = row; }
    void openRow(int row) override { opened = row; }

    QStringList texts{u"first"_s, u"second"_s, u"third"_s};
    int current = 1;
    int opened = -1;
};

/// What a screen reader gets to know of the canvas, and what it can do there.
class CanvasAccessTest : public CanvasFixture
{
    Q_OBJECT

private Q_SLOTS:
    void kratesWindowsTabsAndContentsAreThere()
    {
        auto *krate = only(root(), A::Grouping);
        QVERIFY(krate);
        QCOMPARE(krate->text(A::Name), u"web, Pod, shop, Running"_s);
        QVERIFY(krate->text(A::Description).contains(u"2 windows"_s));
        QVERIFY(krate->state().expanded);
        QCOMPARE(named(krate, u"Pin"_s)->role(), A::Button);
        QVERIFY(named(krate, u"Pin"_s)->state().checkable);
        QVERIFY(named(krate, u"Minimise"_s) && named(krate, u"Dismiss"_s));
        auto *window = named(krate, u"YAML · web · shop"_s);
        QVERIFY(window);
        QCOMPARE(window->role(), A::Pane);
        QCOMPARE(window->text(A::Description), u"Live"_s);
        auto *tab = named(window, u"YAML"_s);
        QCOMPARE(tab->role(), A::PageTab);
        QVERIFY(tab->state().selected);
        QVERIFY(!named(window, u"Logs"_s)->state().selected);
        QCOMPARE(named(window, u"Logs"_s)->text(A::Accelerator), u"Alt+L"_s);
        for (const auto &name : {u"Show in its own window"_s, u"Maximise"_s, u"Close window"_s})
            QVERIFY2(named(window, name), qPrintable(name));
        content(0)->lines = {u"kind: Pod"_s};
        auto *shown = only(window, A::Document);
        QVERIFY(shown);
        QCOMPARE(shown->text(A::Name), u"kind: Pod"_s);
        QCOMPARE(shown->parent(), window);
        QCOMPARE(window->parent(), krate);
        QCOMPARE(krate->parent(), root());
        QCOMPARE(root()->indexOfChild(krate), 0);
        QCOMPARE(root()->child(0), krate);
    }

    void theZoomPillAndTheMinimapAreThere()
    {
        auto *pill = only(root(), A::ToolBar);
        QVERIFY(pill);
        QCOMPARE(pill->text(A::Description), u"92%"_s);
        QCOMPARE(pill->childCount(), 4);
        const auto before = m_canvas->view().zoom;
        press(named(pill, u"Zoom in"_s));
        QVERIFY(m_canvas->view().zoom > before);
        auto *map = only(root(), A::Graphic);
        QCOMPARE(map->text(A::Name), u"Minimap"_s);
        QCOMPARE(map->text(A::Description), u"1 krates"_s); // English plurals are in its file
        QVERIFY(map->rect().isValid());
    }

    void partsAreWhereTheyAreSeen()
    {
        auto *krate = only(root(), A::Grouping);
        auto *window = named(krate, u"YAML · web · shop"_s);
        const QPoint at = m_canvas->mapToGlobal(onWindow(0, {190, 200}));
        QVERIFY(window->rect().contains(at));
        QCOMPARE(root()->childAt(at.x(), at.y()), krate);
        QCOMPARE(krate->childAt(at.x(), at.y()), window);
        QCOMPARE(window->childAt(at.x(), at.y()), only(window, A::Document));
        auto *close = named(window, u"Close window"_s);
        const QPoint middle = close->rect().center();
        QCOMPARE(window->childAt(middle.x(), middle.y()), close);
        m_canvas->setView({{100, 100}, 0.92});
        QVERIFY(window->state().offscreen);
    }

    void actionsDoWhatAClickWould()
    {
        auto *krate = only(root(), A::Grouping);
        auto *window = named(krate, u"YAML · web · shop"_s);
        press(named(window, u"Describe"_s));
        QCOMPARE(this->window(0).view, View::Describe);
        press(named(window, u"Maximise"_s));
        QCOMPARE(m_canvas->maximisedWindow(), this->window(0).id);
        press(named(window, u"Back to the yard"_s));
        QCOMPARE(m_canvas->maximisedWindow(), QString());
        press(named(krate, u"Pin"_s));
        QVERIFY(record().pinned);
        QVERIFY(!named(krate, u"Dismiss"_s));
        QVERIFY(named(krate, u"Unpin"_s)->state().checked);
        krate->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
        QVERIFY(record().minimized);
        QVERIFY(krate->state().collapsed);
        QVERIFY(!named(krate, u"Describe · web · shop"_s));
    }

    void rowsOfAListAreThereAndCanBeOpened()
    {
        FakeRows rows;
        content(0)->fakeRows = &rows;
        auto *window = named(only(root(), A::Grouping), u"YAML · web · shop"_s);
        auto *list = only(window, A::List);
        QVERIFY(list);
        QCOMPARE(list->childCount(), 3);
        auto *second = list->child(1);
        QCOMPARE(second->role(), A::ListItem);
        QCOMPARE(second->text(A::Name), u"second"_s);
        QVERIFY(second->state().selected);
        QCOMPARE(second->parent(), list);
        QCOMPARE(list->indexOfChild(second), 1);
        const QPoint middle = second->rect().center();
        QCOMPARE(list->childAt(middle.x(), middle.y()), second);
        press(list->child(2));
        QCOMPARE(rows.opened, 2);
        list->child(0)->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
        QCOMPARE(rows.current, 0);
        QCOMPARE(m_canvas->focusedWindow(), this->window(0).id);
        rows.texts = {u"only"_s};
        QVERIFY(!second->isValid());
        QVERIFY(!list->child(1));
        content(0)->fakeRows = nullptr;
    }

    void whatHasTheKeysIsTold()
    {
        QTestAccessibility::initialize();
        QVERIFY(only(root(), A::Grouping)); // who asks is told from then on
        FakeRows rows;
        content(1)->fakeRows = &rows;
        m_canvas->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_canvas.get()));
        hover({5, 5});
        QTestAccessibility::clearEvents();
        hover(onWindow(0, {190, 200}));
        auto *krate = only(root(), A::Grouping);
        auto *first = only(named(krate, u"YAML · web · shop"_s), A::Document);
        QVERIFY(told(first));
        QCOMPARE(root()->focusChild(), first);
        QVERIFY(first->state().focused);
        hover(onWindow(1, {190, 200}));
        auto *list = only(named(krate, u"Logs · web · shop"_s), A::List);
        QVERIFY(told(list->child(1)));
        rows.current = 2;
        Q_EMIT content(1)->updated();
        QVERIFY(told(list->child(2)));
        content(1)->fakeRows = nullptr;
        QTestAccessibility::cleanup();
    }

    void kratesAreTakenByKeysAndSelected()
    {
        QTestAccessibility::initialize();
        auto *krate = only(root(), A::Grouping);
        m_canvas->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_canvas.get()));
        hover({5, 5});
        QTestAccessibility::clearEvents();
        QTest::keyClick(m_canvas.get(), Qt::Key_Right);
        QVERIFY(told(krate));
        QVERIFY(krate->state().focused);
        QTest::keyClick(m_canvas.get(), Qt::Key_Insert);
        QVERIFY(krate->state().selected);
        QTest::keyClick(m_canvas.get(), Qt::Key_Return);
        QVERIFY(told(only(named(krate, u"YAML · web · shop"_s), A::Document)));
        QVERIFY(!krate->state().focused);
        krate->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
        QVERIFY(krate->state().focused);
        QTestAccessibility::cleanup();
    }

    void whatIsGoneIsNoLongerThere()
    {
        auto *krate = only(root(), A::Grouping);
        const auto id = A::uniqueId(krate);
        const auto inner = A::uniqueId(krate->child(0));
        yard::dismiss(*m_document, m_krate);
        QVERIFY(!A::accessibleInterface(id));
        QVERIFY(!A::accessibleInterface(inner));
        QVERIFY(!only(root(), A::Grouping));
    }

private:
    QAccessibleInterface *root() const { return A::queryAccessibleInterface(m_canvas.get()); }
    static QAccessibleInterface *only(QAccessibleInterface *above, A::Role role)
    {
        for (int i = 0; above && i < above->childCount(); ++i) {
            if (above->child(i)->role() == role)
                return above->child(i);
        }
        return nullptr;
    }
    static QAccessibleInterface *named(QAccessibleInterface *above, const QString &name)
    {
        for (int i = 0; above && i < above->childCount(); ++i) {
            if (above->child(i)->text(A::Name) == name)
                return above->child(i);
        }
        return nullptr;
    }
    static void press(QAccessibleInterface *part)
    {
        QVERIFY(part && part->actionInterface());
        part->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    }
    static bool told(QAccessibleInterface *part)
    {
        const auto events = QTestAccessibility::events();
        return std::ranges::any_of(events, [part](const QAccessibleEvent *event) {
            return event->type() == A::Focus && event->uniqueId() == A::uniqueId(part);
        });
    }
};

QTEST_MAIN(CanvasAccessTest)
#include "tst_canvasaccess.moc"
