// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/demoyard.h"

#include "workspace/clusters/statusboard.h"
#include "workspace/collection/collectioncontent.h"
#include "workspace/collection/columnchoice.h"
#include "workspace/spotlight/spotlightpanel.h"
#include "workspace/topbar/topbar.h"
#include "workspace/tree/treecontent.h"
#include "workspace/yard/kinds.h"

#include <QApplication>
#include <QDir>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace workspace;

/// Lists and trees as a person works with them on the yard: keys, pointer, menus.
class CollectionsTest : public QObject, private support::DemoYard
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(serve()); }
    void init()
    {
        m_session.restore({});
        QVERIFY(openYard());
    }
    void cleanup() { closeYard(); }

    void tChangesBetweenListAndTree()
    {
        open(u"deploy/shop"_s);
        QTRY_VERIFY(list() && list()->model().rowCount() > 3);
        pointAtWindow();
        if (QTest::currentTestFailed())
            return;
        QTest::keyClick(&canvas(), Qt::Key_T);
        QTRY_VERIFY(tree() && tree()->model().rowCount() > 3);
        QVERIFY(!list());
        QTest::keyClicks(&canvas(), u"cart"_s);
        QTRY_COMPARE(tree()->filter(), u"cart"_s);
        QTest::keyClick(&canvas(), Qt::Key_T); // a letter now
        QTRY_COMPARE(tree()->filter(), u"cartt"_s);
        QTest::keyClick(&canvas(), Qt::Key_Backspace);
        QTest::keyClick(&canvas(), Qt::Key_T, Qt::AltModifier);
        QTRY_VERIFY(list());
        QCOMPARE(list()->filter(), u"cart"_s); // it goes along
        QTest::keyClick(&canvas(), Qt::Key_Escape);
        clickButton();
        QTRY_VERIFY(tree());
        QVERIFY(ColumnMemory(m_session).of(u"Deployment.apps"_s).isTree);
    }

    void aKrateOfAClusterThatIsNotMineSaysSo()
    {
        m_document->transact(u"open"_s, [this](YardTransaction &yard) {
            yard.put(
                {.id = u"theirs"_s,
                 .cluster = u"uid:6fa844bc-a066-543b-943a-0b057b6fc240"_s,
                 .collection = CollectionScope{u"v1"_s, u"Pod"_s, {}},
                 .label = u"pods"_s,
                 .position = canvas().view().centre - QPointF(200, 200),
                 .windows = {
                     {.id = u"their-list"_s, .view = View::Collection, .rect = {0, 0, 540, 480}}}});
        });
        QTRY_VERIFY(canvas().contentOf(u"their-list"_s));
        const auto *content = canvas().contentOf(u"their-list"_s);
        QTRY_COMPARE(content->freshness(), WindowContent::Freshness::Ended);
        QVERIFY(content->accessibleText().startsWith("You have no context"_L1));
    }

    void aCollectionIsJudgedFromFarAway()
    {
        canvas().setView({.zoom = 0.3});
        m_document->transact(u"open"_s, [](YardTransaction &yard) {
            yard.put({.id = u"far"_s,
                      .cluster = u"demo"_s,
                      .collection = CollectionScope{u"v1"_s, u"Pod"_s, {}},
                      .label = u"pods"_s,
                      .position = {-200, -200},
                      .windows = {
                          {.id = u"list"_s, .view = View::Collection, .rect = {0, 0, 540, 480}}}});
        });
        QVERIFY(canvas().showsCards());
        const auto *cluster = m_window->topBar().findChild<QToolButton *>(u"cluster"_s);
        QTRY_VERIFY2(cluster->text().contains(u"failing"_s), qPrintable(cluster->text()));
    }

    void aStatusIsKnownInAnyLanguage()
    {
        struct Foreign final : QTranslator
        {
            bool isEmpty() const override { return false; }
            QString translate(const char *, const char *source, const char *, int) const override
            {
                return u"~%1"_s.arg(QLatin1StringView(source));
            }
        } foreign;
        QVERIFY(waitForKinds(u"demo"_s));
        QCoreApplication::installTranslator(&foreign);
        StatusBoard board(*m_clusters);
        board.watch({.id = u"a"_s,
                     .cluster = u"demo"_s,
                     .object = ObjectId{u"apps/v1"_s, u"Deployment"_s, u"shop"_s, u"cart"_s}});
        QTRY_COMPARE(board.status(u"a"_s).word, u"2/2"_s);
        QCoreApplication::removeTranslator(&foreign);
    }

    void arrowsOpenAndClose()
    {
        openTree(u"deploy/shop"_s);
        if (QTest::currentTestFailed())
            return;
        auto &model = tree()->model();
        const auto cart = rowOf(u"cart"_s);
        QVERIFY(cart >= 0);
        QTest::keyClick(&canvas(), Qt::Key_Home);
        for (int row = 0; row < cart; ++row)
            QTest::keyClick(&canvas(), Qt::Key_Down);
        QTRY_VERIFY(model.hasBranches(cart));
        QTest::keyClick(&canvas(), Qt::Key_Right);
        QTRY_VERIFY(model.rowCount() > cart + 1 && model.depth(cart + 1) == 1);
        QCOMPARE(model.node(cart + 1)->key.kind, u"Pod"_s);
        QTest::keyClick(&canvas(), Qt::Key_Right); // to the first branch
        QCOMPARE(tree()->selectedObjects().front().kind, u"Pod"_s);
        QTest::keyClick(&canvas(), Qt::Key_Left); // back to what is above it
        QCOMPARE(tree()->selectedObjects().front().name, u"cart"_s);
        QTest::keyClick(&canvas(), Qt::Key_Left);
        QTRY_COMPARE(model.isOpen(cart), false);
        QTest::keyClick(&canvas(), Qt::Key_Right, Qt::ControlModifier);
        QTRY_VERIFY(
            std::ranges::any_of(rows(), [&model](int row) { return model.depth(row) >= 1; }));
        takePictures(u"tree"_s);
        QTest::keyClick(&canvas(), Qt::Key_Left, Qt::ControlModifier);
        QTRY_VERIFY(
            std::ranges::all_of(rows(), [&model](int row) { return model.depth(row) == 0; }));
    }

    void aFilterKeepsWhatIsAboveItsMatches()
    {
        openTree(u"deploy/shop"_s);
        if (QTest::currentTestFailed())
            return;
        QTest::keyClicks(&canvas(), u"name:cart-"_s); // pods, not the deployment
        auto &model = tree()->model();
        QTRY_VERIFY(model.rowCount() >= 2 && !model.isGrowing());
        QCOMPARE(model.node(0)->key.name, u"cart"_s);
        QVERIFY(model.node(1)->key.name.startsWith(u"cart-"_s));
        QTest::keyClick(&canvas(), Qt::Key_Down);
        QTest::keyClick(&canvas(), Qt::Key_Return);
        QTRY_COMPARE(m_document->krates().size(), 2UL);
    }

    void aClickOnTheTriangleOpensARow()
    {
        openTree(u"svc/shop"_s);
        if (QTest::currentTestFailed())
            return;
        auto &model = tree()->model();
        QTRY_VERIFY(
            std::ranges::any_of(rows(), [&model](int row) { return model.hasBranches(row); }));
        int with = 0;
        while (!model.hasBranches(with))
            ++with;
        const int before = model.rowCount();
        const auto area = contentArea();
        const QPointF triangle(35, 69 + 2 + with * 25 + 12);
        QTest::mouseClick(&canvas(), Qt::LeftButton, {},
                          (area.topLeft() + triangle * zoom()).toPoint());
        QTRY_VERIFY(model.rowCount() > before);
        QCOMPARE(model.depth(with + 1), 1);
    }

    void aRowDraggedOntoTheCanvasOpensItsKrateThere()
    {
        open(u"pods/shop"_s);
        QTRY_VERIFY(list() && list()->model().rowCount() > 3);
        pointAtWindow();
        if (QTest::currentTestFailed())
            return;
        const auto area = contentArea();
        const QPoint row = (area.topLeft() + QPointF(200, 84) * zoom()).toPoint();
        const QPoint away(canvas().width() - 80, 60);
        auto *ghost = canvas().findChild<QWidget *>(u"dragGhost"_s);
        QVERIFY(ghost && !ghost->isVisible());
        QTest::mousePress(&canvas(), Qt::LeftButton, {}, row);
        QTest::mouseMove(&canvas(), (row + away) / 2);
        QTest::mouseMove(&canvas(), away);
        QTRY_VERIFY(ghost->isVisible());
        takePicture(u"ghost"_s);
        QTest::keyClick(&canvas(), Qt::Key_Escape); // thought better of it
        QVERIFY(!ghost->isVisible());
        QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, away);
        QCOMPARE(m_document->krates().size(), 1UL);

        QTest::mousePress(&canvas(), Qt::LeftButton, {}, row);
        QTest::mouseMove(&canvas(), (row + away) / 2);
        QTest::mouseMove(&canvas(), away);
        QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, away);
        QTRY_COMPARE(m_document->krates().size(), 2UL);
        QVERIFY(!ghost->isVisible());
        const auto drop = canvas().toWorld(away);
        const auto made = std::ranges::find_if(m_document->krates(), [](const auto &krate) {
            return krate.second.object.has_value();
        });
        QVERIFY(made != m_document->krates().end());
        const auto &krate = made->second;
        QCOMPARE(krate.object->kind, u"Pod"_s);
        QVERIFY(QLineF(krate.position + krate.windows.front().rect.center(), drop).length() < 600);
        m_document->undo();
        QCOMPARE(m_document->krates().size(), 1UL);
    }

    void markedRowsAreOpenedTogetherInOneStep()
    {
        open(u"pods/shop"_s);
        QTRY_VERIFY(list() && list()->model().rowCount() > 3);
        pointAtWindow();
        if (QTest::currentTestFailed())
            return;
        QTest::keyClick(&canvas(), Qt::Key_Home);
        QTest::keyClick(&canvas(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&canvas(), Qt::Key_Down, Qt::ShiftModifier);
        const auto area = contentArea();
        const QPoint row = (area.topLeft() + QPointF(200, 84) * zoom()).toPoint();
        const QPoint away(canvas().width() - 80, 60);
        QTest::mousePress(&canvas(), Qt::LeftButton, {}, row);
        QTest::mouseMove(&canvas(), (row + away) / 2);
        QTest::mouseMove(&canvas(), away);
        QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, away);
        QTRY_COMPARE(m_document->krates().size(), 4UL);
        m_document->undo();
        QCOMPARE(m_document->krates().size(), 1UL);
    }

    void aNamespaceIsShownWhole()
    {
        QTest::keyClick(&canvas(), Qt::Key_S);
        auto *spotlight = m_window->findChild<SpotlightPanel *>();
        QTRY_VERIFY(spotlight->isVisible());
        QTest::keyClicks(QApplication::focusWidget(), u"hop"_s);
        const auto isShop = [](const auto &hit) {
            return hit.entry.type == SpotlightEntry::Type::Namespace && hit.entry.name == "shop"_L1;
        };
        QTRY_VERIFY(std::ranges::any_of(spotlight->hits(), isShop));
        const auto hits = spotlight->hits();
        const auto place = std::ranges::find_if(hits, isShop) - hits.begin();
        for (int i = 0; i < place; ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(tree());
        auto &model = tree()->model();
        const auto heading = [this, &model](const QString &kind) {
            return std::ranges::any_of(rows(), [&](int row) {
                return model.isHeading(row) && model.text(row, 0).startsWith(kind);
            });
        };
        for (const auto &kind : {u"deployments"_s, u"pods"_s, u"services"_s, u"configmaps"_s,
                                 u"secrets"_s, u"persistentvolumeclaims"_s, u"ingresses"_s})
            QTRY_VERIFY2(heading(kind), qPrintable(kind));
        const auto &krate = m_document->krates().begin()->second;
        QCOMPARE(krate.collection->nameSpaces, QStringList{u"shop"_s});
        QCOMPARE(krate.collection->kind, QString(EverythingKind));
        pointAtWindow();
        if (QTest::currentTestFailed())
            return;
        QTest::keyClick(&canvas(), Qt::Key_Home);
        const int open = model.rowCount();
        QTest::keyClick(&canvas(), Qt::Key_Return); // a heading closes
        QTRY_VERIFY(model.rowCount() < open);
        QTest::keyClick(&canvas(), Qt::Key_Return);
        takePictures(u"everything"_s);
    }

    void whatMayNotBeListedIsNamed()
    {
        m_demo.script().forbid({.resource = u"secrets"_s});
        open(u"everything/shop"_s);
        QTRY_VERIFY(tree() && tree()->model().rowCount() > 5);
        QTRY_VERIFY(tree()->accessibleText().contains(u"no access to secrets"_s));
        QCOMPARE(tree()->freshness(), WindowContent::Freshness::Live);
    }

    void anEmptyNamespaceSaysSo()
    {
        open(u"everything/nobody"_s);
        QTRY_VERIFY(tree());
        QTRY_COMPARE(tree()->freshness(), WindowContent::Freshness::Live);
        QCOMPARE(tree()->model().rowCount(), 0);
        takePicture(u"nothing"_s);
    }

    void theHeaderHasAMenu()
    {
        open(u"pods/shop"_s);
        QTRY_VERIFY(list() && list()->model().rowCount() > 3);
        pointAtWindow();
        if (QTest::currentTestFailed())
            return;
        const auto title = (contentArea().topLeft() + QPointF(200, 56) * zoom()).toPoint();
        QTest::mouseClick(&canvas(), Qt::RightButton, {}, title);
        QContextMenuEvent asked(QContextMenuEvent::Mouse, title, canvas().mapToGlobal(title));
        QApplication::sendEvent(&canvas(), &asked);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        const auto actions = menu->actions();
        const auto node = std::ranges::find(actions, u"Node"_s, &QAction::text);
        QVERIFY(node != actions.end() && (*node)->isCheckable() && !(*node)->isChecked());
        (*node)->trigger();
        menu->close();
        QTRY_VERIFY(std::ranges::contains(list()->model().columns(), u"cell/Node"_s,
                                          &CollectionModel::Column::id));
        QTest::keyClick(&canvas(), Qt::Key_K, Qt::AltModifier);
        menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QTest::keyClick(menu, Qt::Key_Escape);
    }

    void anAnnotationIsAskedForByName()
    {
        open(u"pods/shop"_s);
        QTRY_VERIFY(list() && list()->model().rowCount() > 3);
        pointAtWindow();
        if (QTest::currentTestFailed())
            return;
        QTest::keyClick(&canvas(), Qt::Key_K, Qt::AltModifier);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QAction *ask = nullptr;
        for (auto *inner : menu->findChildren<QMenu *>()) {
            for (auto *action : inner->actions()) {
                if (action->text() == u"Another label…"_s)
                    ask = action;
            }
        }
        QVERIFY(ask);
        menu->close();
        ask->trigger();
        QTRY_VERIFY(m_window->findChild<QInputDialog *>());
        auto *dialog = m_window->findChild<QInputDialog *>();
        QTRY_VERIFY(dialog->isVisible());
        auto *line = dialog->findChild<QLineEdit *>();
        QTest::keyClicks(line, u"app"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_VERIFY(std::ranges::contains(list()->model().columns(), u"label/app"_s,
                                          &CollectionModel::Column::id));
    }

private:
    YardCanvas &canvas() { return m_window->canvas(); }
    qreal zoom() { return canvas().view().zoom; }
    CollectionContent *list() const { return shown<CollectionContent>(View::Collection); }
    TreeContent *tree() const { return shown<TreeContent>(View::Collection); }

    void open(const QString &target) { m_window->openTarget(*OpenTarget::parse(target), {}); }

    void openTree(const QString &target)
    {
        open(target);
        QTRY_VERIFY(list() && list()->model().rowCount() > 1);
        pointAtWindow();
        if (QTest::currentTestFailed())
            return;
        QTest::keyClick(&canvas(), Qt::Key_T, Qt::AltModifier);
        QTRY_VERIFY(tree() && tree()->model().rowCount() > 1);
        QTRY_COMPARE(tree()->freshness(), WindowContent::Freshness::Live);
        QTest::qWait(0);
    }

    /// Of the first window, on the canvas.
    QRectF contentArea()
    {
        const auto &krate = m_document->krates().begin()->second;
        const auto window = krate.windows.front().rect.translated(krate.position);
        return {canvas().toScreen(window.topLeft() + QPointF(0, 36)),
                canvas().toScreen(window.bottomRight())};
    }

    void pointAtWindow()
    {
        QTRY_VERIFY(!canvas().isFlying());
        QTest::mouseMove(&canvas(), {2, 2}); // so that it is a move, wherever the pointer was
        QTest::mouseMove(&canvas(), contentArea().center().toPoint());
        QTRY_VERIFY(!canvas().focusedWindow().isEmpty());
    }

    /// The one that changes to the tree, before that of the namespaces.
    void clickButton()
    {
        const auto area = contentArea();
        for (qreal x = area.right() - 20; x > area.left() && list(); x -= 12) {
            const QPointF at(x, area.top() + 23 * zoom());
            if (list()->toolTipAt((at - area.topLeft()) / zoom()).contains(u"tree"_s))
                return QTest::mouseClick(&canvas(), Qt::LeftButton, {}, at.toPoint());
        }
        QFAIL("no button");
    }

    int rowOf(const QString &name) const
    {
        auto &model = tree()->model();
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.node(row) && model.node(row)->key.name == name)
                return row;
        }
        return -1;
    }

    std::vector<int> rows() const
    {
        std::vector<int> all(size_t(tree()->model().rowCount()));
        for (size_t row = 0; row < all.size(); ++row)
            all[row] = int(row);
        return all;
    }

    void takePictures(const QString &name)
    {
        takePicture(name + u"-dark"_s);
        m_look.setTheme(Theme::lightTheme());
        takePicture(name + u"-light"_s);
        m_look.setTheme(Theme::darkTheme());
    }
};

QTEST_MAIN(CollectionsTest)
#include "tst_collections.moc"
