// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/demoyard.h"

#include "workspace/actions/actioncenter.h"
#include "workspace/collection/collectioncontent.h"
#include "workspace/journal/journalcontent.h"
#include "workspace/spotlight/spotlightpanel.h"
#include "workspace/yard/kinds.h"

#include <QApplication>
#include <QClipboard>
#include <QJsonObject>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;
using workspace::ActionPanel;
using workspace::View;
using Phase = ActionPanel::Phase;

/// What a person does to a cluster, from the row to the report, on the demo with its controllers.
class ActionsTest : public QObject, private support::DemoYard
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(serve());
        m_story->start(); // its controllers do what is asked
    }
    void init() { QVERIFY(openYard()); }
    void cleanup() { closeYard(); }

    void scalingASelectedRowFollowsTheRollout()
    {
        QVERIFY(openList(u"deployments/shop"_s));
        const auto name = list()->selectedObjects().front().name;
        run(u"action.scale"_s);
        QTRY_COMPARE(panel().phase(), Phase::Asking);
        QVERIFY(panel().accessibleName().contains(u"shop/"_s + name));
        QVERIFY(panel().accessibleName().contains(u"demo"_s));
        auto *replicas = panel().findChild<QSpinBox *>();
        QVERIFY(replicas && replicas->isVisible());
        const int before = replicas->value();
        replicas->setValue(before + 1);
        takePicture(u"scale"_s);
        press(u"Scale"_s);
        QTRY_COMPARE(panel().phase(), Phase::Done);
        QCOMPARE(replicasOf(name), before + 1);
        QTRY_VERIFY2_WITH_TIMEOUT(isRolledOut(), qPrintable(firstDetail()), 30'000);
        takePicture(u"scaled"_s);
        QCOMPARE(
            m_window->journal().entries().back().kubectl,
            u"kubectl --context demo -n shop scale deployment/%1 --replicas=%2"_s.arg(name).arg(
                before + 1));

        press(u"Take it back"_s);
        QTRY_COMPARE(panel().phase(), Phase::Done);
        QCOMPARE(replicasOf(name), before);
        QTest::keyClick(&panel(), Qt::Key_Escape);
        QCOMPARE(panel().phase(), Phase::Hidden);
    }

    void severalRowsAreDeletedTogether()
    {
        putMaps(30);
        QVERIFY(openList(u"configmaps/scratch"_s));
        QTRY_COMPARE(list()->model().rowCount(), 30);
        key(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(list()->selectedObjects().size(), 30UL);
        key(Qt::Key_Delete);
        QTRY_COMPARE(panel().phase(), Phase::Asking);
        QVERIFY(panel().accessibleName().contains(u"30 configmaps"_s));
        takePicture(u"delete"_s);
        // Enter alone destroys nothing: Cancel has the keys.
        press(u"Delete"_s);
        QTRY_COMPARE(panel().phase(), Phase::Done);
        QCOMPARE(panel().actionRun()->count(workspace::ActionRow::State::Done), 30);
        QTRY_COMPARE(list()->model().rowCount(), 0);
        QCOMPARE(m_window->journal().entries().size(), 30UL);
    }

    void cancellingStopsWhatHasNotBeenSent()
    {
        putMaps(60);
        QVERIFY(openList(u"configmaps/scratch"_s));
        QTRY_COMPARE(list()->model().rowCount(), 60);
        key(Qt::Key_A, Qt::ControlModifier);
        key(Qt::Key_Delete);
        QTRY_COMPARE(panel().phase(), Phase::Asking);
        m_demo.script().delay(u"/api/v1/namespaces/scratch/configmaps/*"_s,
                              std::chrono::milliseconds(50));
        press(u"Delete"_s);
        QTRY_VERIFY(panel().actionRun()
                    && panel().actionRun()->count(workspace::ActionRow::State::Done) > 3);
        press(u"Stop"_s);
        QTRY_COMPARE(panel().phase(), Phase::Done);
        const int skipped = panel().actionRun()->count(workspace::ActionRow::State::Skipped);
        QVERIFY(skipped > 0);
        QTRY_COMPARE(list()->model().rowCount(), skipped);
    }

    void whatIsForbiddenIsSaidBeforehand()
    {
        m_demo.script().forbid({.verb = u"delete"_s, .resource = u"configmaps"_s});
        m_demo.script().clearRequests();
        putMaps(3);
        QVERIFY(openList(u"configmaps/scratch"_s));
        QTRY_VERIFY(list()->model().rowCount() >= 3);
        key(Qt::Key_Delete);
        QTRY_COMPARE(panel().phase(), Phase::Asking);
        QVERIFY2(panel().accessibleDescription().contains(u"You may not delete configmaps"_s),
                 qPrintable(panel().accessibleDescription()));
        QVERIFY(!button(u"Delete"_s));
        takePicture(u"forbidden"_s);
        const auto &requests = m_demo.script().requests();
        QVERIFY(std::ranges::none_of(
            requests, [](const demo::HttpRequest &request) { return request.method == "DELETE"; }));
    }

    void productionWantsTheNameTyped()
    {
        m_window->contextMarks().set(u"demo"_s, {.production = true});
        putMaps(1);
        QVERIFY(openList(u"configmaps/scratch"_s));
        key(Qt::Key_Delete);
        QTRY_COMPARE(panel().phase(), Phase::Asking);
        QVERIFY(!button(u"Delete"_s)->isEnabled());
        const auto name = list()->selectedObjects().front().name;
        QTest::keyClicks(QApplication::focusWidget(), name.left(3));
        QVERIFY(!button(u"Delete"_s)->isEnabled());
        takePicture(u"production"_s);
        for (auto *field : panel().findChildren<QLineEdit *>()) {
            if (field->isVisible() && field->accessibleName() == "Confirmation"_L1) {
                field->clear();
                QTest::keyClicks(field, name);
            }
        }
        QVERIFY(button(u"Delete"_s)->isEnabled());
        QTest::keyClick(&panel(), Qt::Key_Escape);
        QCOMPARE(panel().phase(), Phase::Hidden);
        m_window->contextMarks().set(u"demo"_s, {});
    }

    void aReadOnlyContextChangesNothing()
    {
        putMaps(1);
        QVERIFY(openList(u"configmaps/scratch"_s));
        m_window->contextMarks().set(u"demo"_s, {.readOnly = true});
        key(Qt::Key_Delete);
        QTRY_COMPARE(panel().phase(), Phase::Asking);
        QVERIFY(panel().accessibleDescription().contains(u"read-only"_s));
        QVERIFY(!button(u"Delete"_s));
        QTest::keyClick(&panel(), Qt::Key_Escape);
        QMenu menu;
        m_window->actions().addTo(menu, {u"demo"_s, list()->selectedObjects()});
        QVERIFY(std::ranges::none_of(
            menu.actions(), [](const QAction *a) { return a->isEnabled() && !a->isSeparator(); }));
        m_window->contextMarks().set(u"demo"_s, {});
    }

    void aMenuOffersWhatTheKindCanDo()
    {
        QVERIFY(openList(u"nodes"_s));
        QMenu menu;
        m_window->actions().addTo(menu, {u"demo"_s, list()->selectedObjects()});
        QStringList ids;
        for (const auto *action : menu.actions())
            ids.append(action->data().toString());
        ids.removeAll(QString());
        QCOMPARE(ids,
                 (QStringList{u"cordon"_s, u"uncordon"_s, u"drain"_s, u"label"_s, u"annotate"_s,
                              u"delete"_s}));
    }

    void aNodeIsDrainedWithItsPodsListed()
    {
        QVERIFY(openList(u"nodes"_s));
        QVERIFY(list()->model().rowCount() > 1);
        key(Qt::Key_End);
        const auto node = list()->selectedObjects().front().name;
        run(u"action.drain"_s);
        QTRY_COMPARE(panel().phase(), Phase::Asking);
        QVERIFY(panel().plan()->drainPlan({}).size() > 1);
        takePicture(u"drain"_s);
        press(u"Drain"_s);
        QTRY_COMPARE_WITH_TIMEOUT(panel().phase(), Phase::Done, 60'000);
        takePicture(u"drained"_s);
        QVERIFY(m_demo.store()
                    .get({{{}, u"v1"_s, u"nodes"_s}, {}, node})
                    ->value("spec"_L1)["unschedulable"_L1]
                    .toBool());
        QVERIFY(panel().actionRun()->count(workspace::ActionRow::State::Done) > 0);
        QCOMPARE(m_window->journal().entries().back().kubectl,
                 u"kubectl --context demo drain %1 --ignore-daemonsets"_s.arg(node));
        QTest::keyClick(&panel(), Qt::Key_Escape);
        run(u"action.uncordon"_s);
        QTRY_COMPARE(panel().phase(), Phase::Asking);
        press(u"Uncordon"_s);
        QTRY_COMPARE(panel().phase(), Phase::Done);
    }

    void anEarlierRevisionIsShownAndComesBack()
    {
        QVERIFY(openList(u"deployments/shop"_s));
        const auto name = list()->selectedObjects().front().name;
        run(u"action.set-image"_s);
        QTRY_COMPARE(panel().phase(), Phase::Asking);
        QLineEdit *image = nullptr;
        for (auto *field : panel().findChildren<QLineEdit *>()) {
            if (!image && field->isVisible() && field->text().contains(u':'))
                image = field;
        }
        QVERIFY(image);
        const auto before = image->text();
        image->setText(before + u"-next"_s);
        press(u"Set the image of"_s);
        QTRY_COMPARE(panel().phase(), Phase::Done);
        QTRY_VERIFY2_WITH_TIMEOUT(isRolledOut(), qPrintable(firstDetail()), 30'000);
        QTest::keyClick(&panel(), Qt::Key_Escape);

        run(u"action.rollout-undo"_s);
        QTRY_COMPARE(panel().phase(), Phase::Asking);
        QVERIFY(panel().plan()->revisions().size() >= 2);
        takePicture(u"revisions"_s);
        press(u"Roll back"_s);
        QTRY_COMPARE(panel().phase(), Phase::Done);
        const auto now =
            m_demo.store().get({{u"apps"_s, u"v1"_s, u"deployments"_s}, u"shop"_s, name});
        QCOMPARE(kube::podSpecOf(*now)["containers"_L1][0]["image"_L1].toString(), before);
    }

    void theJournalShowsWhatWasDoneAndCopiesIt()
    {
        putMaps(2);
        QVERIFY(openList(u"configmaps/scratch"_s));
        QTRY_VERIFY(list()->model().rowCount() >= 2);
        key(Qt::Key_A, Qt::ControlModifier);
        key(Qt::Key_Delete);
        QTRY_COMPARE(panel().phase(), Phase::Asking);
        press(u"Delete"_s);
        QTRY_COMPARE(panel().phase(), Phase::Done);
        QTest::keyClick(&panel(), Qt::Key_Escape);
        run(u"cluster.journal"_s);
        QTRY_VERIFY(journal());
        QTRY_COMPARE(journal()->accessibleText(), u"2 entries"_s);
        auto *host = journal();
        QKeyEvent all(QEvent::KeyPress, Qt::Key_A, Qt::ControlModifier);
        host->handleInput(all);
        QCOMPARE(host->commands().count(u'\n'), 1);
        QVERIFY(host->commands().startsWith(
            u"kubectl --context demo -n scratch delete configmap/map-"_s));
        takePicture(u"journal"_s);
    }

private:
    void putMaps(int count)
    {
        auto &store = m_demo.store();
        store.put({{u"apiVersion"_s, u"v1"_s},
                   {u"kind"_s, u"Namespace"_s},
                   {u"metadata"_s, QJsonObject{{u"name"_s, u"scratch"_s}}}});
        for (const auto &old : store.list({{}, u"v1"_s, u"configmaps"_s}, u"scratch"_s))
            QVERIFY(store.remove(store.refOf(old)));
        for (int i = 0; i < count; ++i)
            store.put(
                {{u"apiVersion"_s, u"v1"_s},
                 {u"kind"_s, u"ConfigMap"_s},
                 {u"metadata"_s,
                  QJsonObject{{u"name"_s, u"map-%1"_s.arg(i)}, {u"namespace"_s, u"scratch"_s}}}});
    }

    bool openList(const QString &target)
    {
        m_window->openTarget(*workspace::OpenTarget::parse(target), {});
        if (!QTest::qWaitFor([this] { return list() && list()->model().rowCount() > 0; }, 10'000))
            return false;
        auto &canvas = m_window->canvas();
        const auto &krate = m_document->krates().begin()->second;
        const auto world = krate.position + krate.windows.front().rect.center();
        QTest::mouseMove(&canvas, QPoint(2, 2)); // else it may be there already: no move
        QTest::mouseMove(&canvas, canvas.toScreen(world).toPoint());
        if (!QTest::qWaitFor([&] { return !canvas.focusedWindow().isEmpty(); }))
            return false;
        key(Qt::Key_Home);
        return !list()->selectedObjects().empty();
    }

    /// By its command in Spotlight, as a person without a mouse does it.
    void run(const QString &id)
    {
        auto *spotlight = m_window->findChild<workspace::SpotlightPanel *>();
        m_window->canvas().setFocus();
        Q_EMIT m_window->canvas().spotlightRequested({});
        workspace::SpotlightEntry entry{.type = workspace::SpotlightEntry::Type::Command, .id = id};
        Q_EMIT spotlight->opened(entry, View::Describe);
        spotlight->hide();
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(&m_window->canvas(), key, modifiers);
    }

    QPushButton *button(const QString &text) const
    {
        for (auto *button : panel().findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == text)
                return button;
        }
        return nullptr;
    }

    void press(const QString &text)
    {
        auto *found = button(text);
        QVERIFY2(found && found->isEnabled(), qPrintable(text));
        QTest::mouseClick(found, Qt::LeftButton);
    }

    ActionPanel &panel() const { return m_window->actions().panel(); }
    workspace::CollectionContent *list() const
    {
        return shown<workspace::CollectionContent>(View::Collection);
    }
    workspace::JournalContent *journal() const
    {
        for (const auto &[id, krate] : m_document->krates()) {
            if (!krate.collection || krate.collection->kind != workspace::JournalKind)
                continue;
            auto *deferred = qobject_cast<workspace::DeferredContent *>(
                m_window->canvas().contentOf(krate.windows.front().id));
            return deferred ? qobject_cast<workspace::JournalContent *>(deferred->content())
                            : nullptr;
        }
        return nullptr;
    }
    bool isRolledOut() const
    {
        return panel().actionRun()->rows().front().state == workspace::ActionRow::State::Done;
    }
    QString firstDetail() const { return panel().actionRun()->rows().front().detail; }
    int replicasOf(const QString &name)
    {
        const auto now =
            m_demo.store().get({{u"apps"_s, u"v1"_s, u"deployments"_s}, u"shop"_s, name});
        return now->value("spec"_L1)["replicas"_L1].toInt();
    }
};

QTEST_MAIN(ActionsTest)
#include "tst_actions.moc"
