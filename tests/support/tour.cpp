// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/tour.h"

#include "workspace/collection/collectioncontent.h"
#include "workspace/look/overlaypanel.h"
#include "workspace/spotlight/spotlightpanel.h"
#include "workspace/window/deferredcontent.h"
#include "workspace/yard/layout.h"

#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QWheelEvent>

#include <algorithm>

using namespace Qt::StringLiterals;
using workspace::KrateRecord;
using workspace::SpotlightPanel;
using workspace::View;

namespace layout = workspace::layout;

namespace support {

void Tour::init()
{
    QTest::failOnWarning();
    QVERIFY(arrive());
}

// ---- hands ----

void Tour::hover(QPoint at)
{
    QTest::mouseMove(&canvas(), at + QPoint(1, 1)); // no event where the pointer is already
    QTest::mouseMove(&canvas(), at);
}

void Tour::drag(QPoint from, QPoint to, Qt::MouseButton button, Qt::KeyboardModifiers modifiers)
{
    hover(from);
    QTest::mousePress(&canvas(), button, modifiers, from);
    QTest::mouseMove(&canvas(), (from + to) / 2);
    QTest::mouseMove(&canvas(), to);
    QTest::mouseRelease(&canvas(), button, modifiers, to);
}

void Tour::wheel(QPoint at, QPoint angle, Qt::KeyboardModifiers modifiers)
{
    QWheelEvent event(at, canvas().mapToGlobal(at), {}, angle, Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&canvas(), &event);
}

/// To whatever has the keys, as the window system does it.
void Tour::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    auto *widget = QApplication::focusWidget();
    QTest::keyClick(widget ? widget : &canvas(), key, modifiers);
}

void Tour::type(const QString &text)
{
    auto *widget = QApplication::focusWidget();
    QTest::keyClicks(widget ? widget : &canvas(), text);
}

// ---- eyes ----

KrateRecord Tour::krate(const QString &id)
{
    const auto *record = document().krate(id);
    return record ? *record : KrateRecord();
}

QPoint Tour::header(const QString &id)
{
    return screen(layout::bounds(krate(id)).topLeft() + QPointF(150, 24));
}

QPoint Tour::inWindow(const QString &id, size_t index, QPointF point)
{
    const auto record = krate(id);
    return screen(record.position + record.windows.at(index).rect.topLeft() + point);
}

QPoint Tour::ground()
{
    for (int y = 60; y < canvas().height() - 160; y += 40) {
        for (int x = 30; x < canvas().width() - 30; x += 40) {
            const auto world = canvas().toWorld(QPointF(x, y));
            const bool free = std::ranges::none_of(document().krates(), [&](const auto &entry) {
                return layout::bounds(entry.second).adjusted(-40, -40, 40, 40).contains(world);
            });
            if (free)
                return {x, y};
        }
    }
    return {5, 5};
}

bool Tour::isOpen(const QString &id, View view)
{
    const auto record = krate(id);
    return std::ranges::find(record.windows, view, &workspace::WindowRecord::view)
        != record.windows.end();
}

static QString typedIn(const SpotlightPanel &spotlight)
{
    return spotlight.findChild<QLineEdit *>()->text();
}

static workspace::CollectionContent *listIn(workspace::WindowContent *content)
{
    auto *deferred = qobject_cast<workspace::DeferredContent *>(content);
    return deferred ? qobject_cast<workspace::CollectionContent *>(deferred->content()) : nullptr;
}

static QString onlyNew(const std::map<QString, KrateRecord> &before,
                       const std::map<QString, KrateRecord> &after)
{
    for (const auto &[id, record] : after) {
        if (!before.contains(id))
            return id;
    }
    return {};
}

QString Tour::open(const QString &target)
{
    const auto before = document().krates();
    window().openTarget(*workspace::OpenTarget::parse(target), {});
    if (!QTest::qWaitFor([&] { return document().krates().size() > before.size(); }, 15'000))
        return {};
    const auto id = onlyNew(before, document().krates());
    const auto settled = [&] { return window().isSettled() && !canvas().isFlying(); };
    return QTest::qWaitFor(settled, 30'000) ? id : QString();
}

QString Tour::openWorkload(const QString &views)
{
    return open(u"deploy/%1/%2:%3"_s.arg(place().nameSpace, place().workload, views));
}

QString Tour::openPods()
{
    return open(u"pods/"_s + place().nameSpace);
}

// ---- the way ----

void Tour::spotlightOpensByAClickASlashAndALetter()
{
    auto *spotlight = window().findChild<SpotlightPanel *>();
    QVERIFY(spotlight && !spotlight->isVisible());
    QTest::mouseClick(&canvas(), Qt::LeftButton, {}, ground());
    QTRY_VERIFY(spotlight->isVisible());
    key(Qt::Key_Escape);
    QTRY_VERIFY(!spotlight->isVisible());
    key(Qt::Key_Slash);
    QTRY_VERIFY(spotlight->isVisible());
    QVERIFY(typedIn(*spotlight).isEmpty());
    key(Qt::Key_Escape);
    QTest::keyClick(&canvas(), 'w');
    QTRY_VERIFY(spotlight->isVisible());
    QCOMPARE(typedIn(*spotlight), u"w"_s);
    key(Qt::Key_Escape);
    key(Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(spotlight->isVisible());
    key(Qt::Key_Escape);
    QTRY_VERIFY(!spotlight->isVisible());
}

void Tour::spotlightLocksAKindWithTabAndOpensAViewByLetter()
{
    auto *spotlight = window().findChild<SpotlightPanel *>();
    QTest::keyClick(&canvas(), Qt::Key_Slash);
    type(u"deploy"_s);
    key(Qt::Key_Tab);
    QVERIFY(typedIn(*spotlight).isEmpty()); // the alias is a pill now
    key(Qt::Key_Backspace);
    type(u"deploy"_s);
    key(Qt::Key_Tab);
    type(place().workload);
    const auto isFirst = [&] {
        const auto &hits = spotlight->hits();
        return !hits.empty() && hits.front().entry.object.name == place().workload
            && hits.front().entry.object.kind == "Deployment"_L1;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isFirst(), 15'000);
    key(Qt::Key_Down);
    key(Qt::Key_Up);
    key(Qt::Key_D, Qt::AltModifier);
    QTRY_COMPARE(document().krates().size(), 1U);
    QVERIFY(isOpen(document().krates().begin()->first, View::Describe));
    QTRY_VERIFY(!spotlight->isVisible());
}

void Tour::theCameraFollowsWheelKeysAndDrags()
{
    const auto id = openWorkload(u"yaml"_s);
    QVERIFY(!id.isEmpty());
    const QPoint at = ground();
    const auto start = canvas().view();
    wheel(at, {0, -120});
    QVERIFY(canvas().view().centre.y() > start.centre.y());
    wheel(at, {0, 120}, Qt::ShiftModifier); // sideways
    const auto world = canvas().toWorld(at);
    wheel(at, {0, 240}, Qt::ControlModifier);
    QVERIFY(canvas().view().zoom > start.zoom);
    QVERIFY((canvas().toWorld(at) - world).manhattanLength() < 1); // about the pointer
    const auto zoomed = canvas().view();
    drag(at, at + QPoint(60, 40), Qt::MiddleButton);
    QVERIFY(canvas().view().centre != zoomed.centre);
    const auto panned = canvas().view();
    hover(inWindow(id, 0, {190, 200}));
    QTest::keyPress(&canvas(), Qt::Key_Space);
    drag(inWindow(id, 0, {190, 200}), inWindow(id, 0, {190, 200}) + QPoint(50, 30));
    QTest::keyRelease(&canvas(), Qt::Key_Space);
    QVERIFY(canvas().view().centre != panned.centre);
    for (int i = 0; i < 30 && !canvas().showsCards(); ++i)
        wheel(at, {0, -120}, Qt::ControlModifier);
    QVERIFY(canvas().showsCards());
    QVERIFY(canvas().view().zoom < 0.4);
    hover(ground());
    key(Qt::Key_0);
    QTRY_VERIFY(!canvas().showsCards());
}

void Tour::minimapAndPillMoveTheCamera()
{
    QVERIFY(!openWorkload(u"yaml"_s).isEmpty());
    const auto start = canvas().view();
    const QPoint minimap(canvas().width() - 20 - 90, canvas().height() - 20 - 60);
    QTest::mouseClick(&canvas(), Qt::LeftButton, {}, minimap - QPoint(60, 30));
    QTRY_VERIFY(canvas().view().centre != start.centre);
    const auto away = canvas().view();
    QTest::mouseClick(&canvas(), Qt::LeftButton, {}, {35, canvas().height() - 38}); // −
    QTRY_VERIFY(canvas().view().zoom < away.zoom);
}

void Tour::krateIsDraggedCollapsedExpandedAndDismissed()
{
    const auto id = openWorkload(u"yaml,describe"_s);
    QVERIFY(!id.isEmpty());
    hover(ground());
    key(Qt::Key_0);
    const auto before = krate(id);
    drag(header(id), header(id) + QPoint(120, 60));
    QVERIFY(krate(id).position != before.position);
    key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(krate(id), before);
    key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(krate(id).position != before.position);
    const auto doubleClick = [&](QPoint at) {
        QTest::mouseClick(&canvas(), Qt::LeftButton, {}, at);
        QTest::mouseDClick(&canvas(), Qt::LeftButton, {}, at);
    };
    doubleClick(header(id));
    QVERIFY(krate(id).minimized);
    doubleClick(screen(layout::bounds(krate(id)).center()));
    QTRY_VERIFY(!krate(id).minimized);
    QTest::mouseClick(&canvas(), Qt::LeftButton, {}, header(id));
    hover(ground());
    key(Qt::Key_Delete);
    QVERIFY(document().krates().empty());
    key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(document().krates().size(), 1U);
}

void Tour::windowsShowTheirViewsMaximiseAndClose()
{
    const auto id = openWorkload(u"yaml"_s);
    QVERIFY(!id.isEmpty());
    const auto windowId = krate(id).windows.front().id;
    hover(inWindow(id, 0, {190, 200}));
    QTRY_COMPARE(canvas().focusedWindow(), windowId);
    const std::vector<std::pair<Qt::Key, View>> letters{{Qt::Key_D, View::Describe},
                                                        {Qt::Key_L, View::Logs},
                                                        {Qt::Key_S, View::Shell},
                                                        {Qt::Key_Y, View::Yaml}};
    for (const auto &[letter, view] : letters) {
        key(letter, Qt::AltModifier);
        QTRY_COMPARE(krate(id).windows.front().view, view);
        QTRY_COMPARE(canvas().focusedWindow(), windowId);
    }
    key(Qt::Key_Z);
    QTRY_COMPARE(canvas().maximisedWindow(), windowId);
    key(Qt::Key_Escape);
    QTRY_VERIFY(canvas().maximisedWindow().isEmpty());
    const auto title = inWindow(id, 0, {150, 18});
    QTest::mouseClick(&canvas(), Qt::LeftButton, {}, title);
    QTest::mouseDClick(&canvas(), Qt::LeftButton, {}, title);
    QTRY_COMPARE(canvas().maximisedWindow(), windowId);
    key(Qt::Key_Z, Qt::AltModifier);
    QTRY_VERIFY(canvas().maximisedWindow().isEmpty());
    const auto size = krate(id).windows.front().rect.size();
    const auto corner = inWindow(id, 0, {size.width() - 1, size.height() - 1});
    drag(corner, corner + QPoint(60, 40));
    QTRY_VERIFY(krate(id).windows.front().rect.width() > size.width() + 20);
    hover(inWindow(id, 0, {190, 200}));
    QTRY_COMPARE(canvas().focusedWindow(), windowId);
    key(Qt::Key_W, Qt::ControlModifier);
    QTRY_VERIFY(document().krates().empty() || krate(id).windows.empty());
}

void Tour::aWindowStandsOnItsOwnAndComesBack()
{
    const auto id = openWorkload(u"describe"_s);
    QVERIFY(!id.isEmpty());
    const auto windowId = krate(id).windows.front().id;
    QVERIFY(window().commands().find(u"window.detach"_s));
    hover(inWindow(id, 0, {190, 200}));
    QTRY_COMPARE(canvas().focusedWindow(), windowId);
    const auto &keys = window().commands().find(u"window.detach"_s)->shortcuts;
    QVERIFY(!keys.isEmpty());
    const auto combination = keys.front()[0];
    const auto tops = QApplication::topLevelWidgets().size();
    key(combination.key(), combination.keyboardModifiers());
    QTRY_VERIFY(canvas().isLent(windowId));
    QVERIFY(QApplication::topLevelWidgets().size() > tops);
    QWidget *own = nullptr;
    for (auto *widget : QApplication::topLevelWidgets()) {
        if (widget != &window() && widget->isVisible() && widget->isWindow())
            own = widget;
    }
    QVERIFY(own);
    own->close();
    QTRY_VERIFY(!canvas().isLent(windowId));
    QVERIFY(isOpen(id, View::Describe));
}

void Tour::listsFilterTreeMarkAndOpen()
{
    const auto id = openPods();
    QVERIFY(!id.isEmpty());
    hover(inWindow(id, 0, {270, 300}));
    QTRY_COMPARE(canvas().focusedWindow(), krate(id).windows.front().id);
    auto *list = listIn(canvas().contentOf(krate(id).windows.front().id));
    QVERIFY(list);
    QTRY_VERIFY(list->model().rowCount() > 0);
    const int all = list->model().rowCount();
    type(place().workload);
    QTRY_VERIFY(list->model().rowCount() > 0);
    QVERIFY(list->model().rowCount() <= all);
    QCOMPARE(list->filter(), place().workload);
    key(Qt::Key_Escape);
    QTRY_VERIFY(list->filter().isEmpty());
    key(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(int(list->selectedObjects().size()), all);
    key(Qt::Key_Escape);
    key(Qt::Key_Home);
    const auto before = document().krates();
    key(Qt::Key_L, Qt::AltModifier);
    QTRY_COMPARE(document().krates().size(), before.size() + 1);
    QVERIFY(isOpen(onlyNew(before, document().krates()), View::Logs));
}

void Tour::aRowIsDraggedOntoTheYard()
{
    const auto id = openPods();
    QVERIFY(!id.isEmpty());
    hover(inWindow(id, 0, {270, 300}));
    auto *list = listIn(canvas().contentOf(krate(id).windows.front().id));
    QTRY_VERIFY(list && list->model().rowCount() > 0);
    const auto before = document().krates();
    const QPoint row = inWindow(id, 0, {120, 36 + 40 + 28 + 12});
    const QPoint target = ground();
    drag(row, target);
    QTRY_COMPARE(document().krates().size(), before.size() + 1);
    const auto made = krate(onlyNew(before, document().krates()));
    QVERIFY(made.object && made.object->kind == "Pod"_L1);
}

void Tour::kratesAreSelectedArrangedAndBroughtBack()
{
    const auto first = openWorkload(u"yaml"_s);
    const auto second = openPods();
    QVERIFY(!first.isEmpty() && !second.isEmpty());
    hover(ground());
    key(Qt::Key_0);
    wheel(ground(), {0, -120}, Qt::ControlModifier); // some ground around them
    QRectF all;
    for (const auto &[id, record] : document().krates())
        all |= layout::bounds(record);
    all.adjust(-30, -30, 30, 30);
    hover(ground());
    drag(screen(all.topLeft()), screen(all.bottomRight()));
    QCOMPARE(canvas().selection().size(), 2);
    const auto before = document().krates();
    key(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    key(Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!layout::bounds(krate(first)).intersects(layout::bounds(krate(second))));
    key(Qt::Key_Delete);
    QVERIFY(document().krates().empty());
    for (int i = 0; i < 3 && document().krates() != before; ++i)
        key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(document().krates(), before);
    key(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(canvas().selection().size(), 2);
    key(Qt::Key_Escape);
    QVERIFY(canvas().selection().isEmpty());
}

void Tour::everythingGoesByKeyboardAlone()
{
    const auto id = openWorkload(u"yaml,describe"_s);
    QVERIFY(!id.isEmpty());
    canvas().setFocus();
    key(Qt::Key_Right);
    QTRY_COMPARE(canvas().focusedKrate(), id);
    key(Qt::Key_Return);
    QTRY_COMPARE(canvas().focusedWindow(), krate(id).windows.front().id);
    key(Qt::Key_Tab, Qt::ControlModifier);
    QTRY_COMPARE(canvas().focusedWindow(), krate(id).windows.back().id);
    key(Qt::Key_Escape);
    QTRY_VERIFY(canvas().focusedWindow().isEmpty());
    key(Qt::Key_Escape);
    QTRY_VERIFY(canvas().focusedKrate().isEmpty());
}

void Tour::settingsHelpAndThemeAreAKeyAway()
{
    const auto isAsking = [this] {
        return std::ranges::any_of(
            window().findChildren<workspace::OverlayPanel *>(),
            [](const workspace::OverlayPanel *panel) { return panel->isVisible(); });
    };
    for (const auto &[letter, modifiers] :
         {std::pair{Qt::Key_F1, Qt::KeyboardModifiers()},
          std::pair{Qt::Key_Comma, Qt::KeyboardModifiers(Qt::ControlModifier)}}) {
        canvas().setFocus();
        key(letter, modifiers);
        QTRY_VERIFY(isAsking());
        key(Qt::Key_Escape);
        QTRY_VERIFY(!isAsking());
    }
    QSignalSpy toggled(&window(), &workspace::MainWindow::themeToggled);
    canvas().setFocus();
    key(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(toggled.size(), 1);
}

} // namespace support
