// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvasfixture.h"
#include "paintedhost.h"

#include "workspace/canvas/chrome.h"
#include "workspace/canvas/freshness.h"
#include "workspace/yard/yardcopies.h"

#include <QApplication>
#include <QImage>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>

/// What the windows of the canvas offer as such, whatever they show.
class WindowsTest : public CanvasFixture
{
    Q_OBJECT

private Q_SLOTS:
    void altAndALetterSwitchTheTabWhateverTheWindowShows()
    {
        content(0)->usesKeys = true; // like a list, which would take the letter
        hover(onWindow(0, {190, 200}));
        QTest::keyClick(m_canvas.get(), Qt::Key_D, Qt::AltModifier);
        QCOMPARE(window(0).view, View::Describe);
        QTest::keyClick(m_canvas.get(), Qt::Key_T, Qt::AltModifier); // no tab's letter
        QCOMPARE(window(0).view, View::Describe);
        hover(onWindow(1, {190, 200}));
        QTest::keyClick(m_canvas.get(), Qt::Key_Y, Qt::AltModifier);
        QCOMPARE(window(1).view, View::Yaml);
        QCOMPARE(window(0).view, View::Describe);
    }

    void whatWasTypedIsThereWhenItsViewComesBack()
    {
        content(0)->usesKeys = true;
        hover(onWindow(0, {190, 200}));
        QTest::keyClicks(m_canvas.get(), u"not sent"_s);
        QTest::keyClick(m_canvas.get(), Qt::Key_D, Qt::AltModifier);
        QTRY_VERIFY(content(0));
        QCOMPARE(content(0)->typed, QString());
        QTest::keyClick(m_canvas.get(), Qt::Key_Y, Qt::AltModifier);
        QTRY_VERIFY(content(0));
        QCOMPARE(content(0)->typed, u"not sent"_s);
    }

    void whoWaitsForTheEndOfWhatItShowsIsTold()
    {
        bool stillHeard = true;
        content(0)->heardAtTheEnd = &stillHeard;
        QSignalSpy ended(content(0), &QObject::destroyed);
        yard::setView(*m_document, m_krate, window(0).id, View::Describe);
        QCOMPARE(ended.size(), 1); // a menu over it closes then
        QVERIFY(!stillHeard); // what it says of itself reaches nobody
    }

    void theyCountOverALiveWidgetToo()
    {
        auto *edit = new QLineEdit; // owned by the content
        content(0)->live = edit;
        hover(onWindow(0, {190, 200}));
        QTRY_VERIFY(edit->isVisible());
        QTest::keyClick(edit, Qt::Key_Z, Qt::AltModifier);
        QCOMPARE(m_canvas->maximisedWindow(), window(0).id);
        QTest::keyClick(edit, Qt::Key_Z, Qt::AltModifier);
        QCOMPARE(m_canvas->maximisedWindow(), QString());
        QTest::keyClick(edit, Qt::Key_S, Qt::AltModifier);
        QCOMPARE(window(0).view, View::Shell);
        QVERIFY(m_canvas->hasFocus()); // what had the keys has gone
    }

    void theHeaderButtonMaximisesAndComesBack()
    {
        click(0, chrome(0).maximise);
        QCOMPARE(m_canvas->maximisedWindow(), window(0).id);
        const WindowChrome large(QSizeF(m_canvas->size() - QSize(48, 48)), views(), View::Yaml);
        const QPoint at = (QPointF(24, 24) + large.maximise.center()).toPoint();
        hover(at);
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, at);
        QCOMPARE(m_canvas->maximisedWindow(), QString());
    }

    void keysFollowAClickWhenThatIsLiked()
    {
        m_canvas->setClickToFocus(true);
        content(0)->usesKeys = content(1)->usesKeys = true;
        hover(onWindow(0, {190, 200}));
        QCOMPARE(m_canvas->focusedWindow(), QString());
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, onWindow(0, {190, 200}));
        hover(onWindow(1, {190, 200}));
        QTest::keyClick(m_canvas.get(), Qt::Key_A);
        QCOMPARE(content(0)->typed, u"a"_s);
        QCOMPARE(content(1)->typed, QString());
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, onWindow(1, {190, 200}));
        QCOMPARE(m_canvas->focusedWindow(), window(1).id);
        m_canvas->setClickToFocus(false);
        hover(onWindow(0, {190, 200}));
        QCOMPARE(m_canvas->focusedWindow(), window(0).id);
    }

    void theWindowWithTheKeysHasARingInBothModes()
    {
        for (const bool byClick : {false, true}) {
            m_canvas->setClickToFocus(byClick);
            hover({5, 5});
            m_canvas->setFocusedWindow({});
            const QColor before = pixelBeside(0);
            m_canvas->setFocusedWindow(window(0).id);
            QVERIFY(pixelBeside(0) != before);
        }
    }

    void aPinnedKrateIsNotDismissed()
    {
        const QPoint pin = onKrateButton(&KrateChrome::pin);
        hover(pin);
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, pin);
        QVERIFY(record().pinned);
        keep(u"pinned"_s);
        QCOMPARE(m_document->undoLabel(), u"Pin krate"_s);
        const QPoint dismiss = onKrateButton(&KrateChrome::dismiss);
        hover(dismiss);
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, dismiss);
        QVERIFY(m_document->krate(m_krate));
        yard::dismiss(*m_document, m_krate);
        QVERIFY(m_document->krate(m_krate));
        yard::closeWindow(*m_document, m_krate, window(1).id);
        QTRY_COMPARE(record().windows.size(), 1UL);
        click(0, chrome(0).close); // the last one would take the krate away
        QVERIFY(m_document->krate(m_krate));
        hover(pin);
        const QPoint again = onKrateButton(&KrateChrome::pin);
        hover(again);
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, again);
        QVERIFY(!record().pinned);
        click(0, chrome(0).close);
        QVERIFY(!m_document->krate(m_krate));
    }

    void copiesStandBesideWithWindowsOfTheirOwn()
    {
        const auto copied = yard::duplicateWindow(*m_document, m_krate, window(1).id);
        QCOMPARE(record().windows.size(), 3UL);
        QCOMPARE(window(2).id, copied);
        QCOMPARE(window(2).view, View::Logs);
        yard::setPinned(*m_document, m_krate, true);
        const auto krate = yard::duplicateKrate(*m_document, m_krate);
        const auto copy = *m_document->krate(krate);
        QCOMPARE(copy.object, record().object);
        QVERIFY(!copy.pinned);
        QCOMPARE(copy.windows.size(), 3UL);
        QVERIFY(copy.windows[0].id != window(0).id);
        QVERIFY(!layout::bounds(copy).intersects(layout::bounds(record())));
        m_document->undo();
        QVERIFY(!m_document->krate(krate));
        QCOMPARE(yard::duplicateKrate(*m_document, u"none"_s), QString());
    }

    void tabsWithoutRoomAreBehindAButton()
    {
        yard::resizeWindow(*m_document, m_krate, window(0).id, Qt::RightEdge, {-140, 0});
        QCOMPARE(window(0).rect.width(), 240.0);
        const auto narrow = chrome(0);
        QVERIFY(!narrow.more.isEmpty());
        QVERIFY(narrow.tabs.front().isValid());
        QVERIFY(narrow.tabs.back().isEmpty());
        for (const QRectF &tab : narrow.tabs)
            QVERIFY(tab.right() <= narrow.more.left() + 0.01);
        keep(u"narrow"_s);
        // What the offscreen platform says about every menu.
        QTest::ignoreMessage(QtWarningMsg, "This plugin does not support raise()");
        QTest::ignoreMessage(QtWarningMsg, "This plugin does not support grabbing the keyboard");
        click(0, narrow.more);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        const auto last = menu->actions().constLast();
        QCOMPARE(last->text(), u"Topology"_s);
        last->trigger();
        menu->close();
        QCOMPARE(window(0).view, View::Topology);
        QVERIFY(!chrome(0).tabs.back().isEmpty()); // what is shown always has room
    }

    void longWordsOfOtherLanguagesLeaveNoTabOut()
    {
        for (const qreal width : {240.0, 300.0, 380.0, 540.0, 1200.0}) {
            for (const View shown : views()) {
                const WindowChrome chrome({width, 300}, views(), shown);
                qreal right = 0;
                bool hidden = false;
                for (const QRectF &tab : chrome.tabs) {
                    hidden = hidden || tab.isEmpty();
                    if (tab.isEmpty())
                        continue;
                    QVERIFY(tab.left() >= right - 0.01);
                    right = tab.right();
                }
                QVERIFY(right <= width);
                QCOMPARE(hidden, !chrome.more.isEmpty());
            }
        }
    }

    void aStaleWindowTellsSinceWhen()
    {
        auto *shown = content(0);
        QCOMPARE(m_canvas->freshnessOf(window(0).id), u"Live"_s);
        shown->fresh = WindowContent::Freshness::Stale;
        Q_EMIT shown->statusChanged();
        QString line;
        QTRY_VERIFY2((line = m_canvas->freshnessOf(window(0).id)).startsWith(u"Stale · heard "_s),
                     qPrintable(line)); // at first it was heard just now
        m_canvas->setView({m_canvas->view().centre, 0.35});
        QTRY_VERIFY(m_canvas->freshnessOf(window(0).id) != line); // it ages, and
        keep(u"card"_s);
        m_canvas->setView({m_canvas->view().centre, 0.92});
        const int paints = shown->paints;
        QTRY_VERIFY(shown->paints > paints); // is painted again without anybody asking
        shown->fresh = WindowContent::Freshness::Live;
        Q_EMIT shown->statusChanged();
        QCOMPARE(m_canvas->freshnessOf(window(0).id), u"Live"_s);
    }

    void howFreshSomethingIsCanBeToldByShapeAlone()
    {
        Theme grey = Theme::darkTheme();
        grey.info = grey.ok = grey.warn = grey.error = grey.textFaint = Qt::white;
        std::vector<QImage> pictures;
        for (int i = 0; i <= int(WindowContent::Freshness::Ended); ++i) {
            QImage picture(32, 32, QImage::Format_RGB32);
            picture.fill(Qt::black);
            QPainter painter(&picture);
            paintFreshness(painter, WindowContent::Freshness(i), QRectF(0, 0, 32, 32), grey);
            painter.end();
            for (const QImage &other : pictures)
                QVERIFY(differ(picture, other) > 100);
            pictures.push_back(picture);
        }
    }

    void f6GivesTheKeysToTheNextWindow()
    {
        hover({5, 5});
        QTest::keyClick(m_canvas.get(), Qt::Key_F6);
        QCOMPARE(m_canvas->focusedWindow(), window(0).id);
        QTest::keyClick(m_canvas.get(), Qt::Key_F6);
        QCOMPARE(m_canvas->focusedWindow(), window(1).id);
        QTest::keyClick(m_canvas.get(), Qt::Key_F6);
        QCOMPARE(m_canvas->focusedWindow(), window(0).id);
        QTest::keyClick(m_canvas.get(), Qt::Key_F6, Qt::ShiftModifier);
        QCOMPARE(m_canvas->focusedWindow(), window(1).id);
    }

    void whatIsLentKeepsItsStateAndTheYardSaysWhereItIs()
    {
        auto *shown = content(0);
        shown->typed = u"kept"_s;
        QCOMPARE(m_canvas->lend(window(0).id), shown);
        QVERIFY(m_canvas->isLent(window(0).id));
        content(1)->fresh = WindowContent::Freshness::Stale;
        Q_EMIT content(1)->statusChanged();
        m_canvas->repaint();
        keep(u"lent"_s);
        const int paints = shown->paints;
        Q_EMIT shown->updated();
        m_canvas->repaint();
        QCOMPARE(shown->paints, paints); // who has it paints it
        hover(onWindow(0, {190, 200}));
        QVERIFY(!shown->seen.contains(QEvent::KeyPress));
        const QSignalSpy back(m_canvas.get(), &YardCanvas::bringBackRequested);
        click(0, chrome(0).bringBack());
        QCOMPARE(back.count(), 1);
        m_canvas->takeBack(window(0).id);
        QCOMPARE(content(0), shown);
        QCOMPARE(content(0)->typed, u"kept"_s);
        QTRY_VERIFY(shown->paints > paints);
    }

private:
    /// For people to look at.
    void keep(const QString &name)
    {
        for (const bool dark : {true, false}) {
            m_look->setTheme(dark ? Theme::darkTheme() : Theme::lightTheme());
            for (int i = 0; i < 5; ++i)
                m_canvas->repaint(); // pictures are renewed within a budget
            takePicture(*m_canvas, u"windows-%1-%2"_s.arg(name, dark ? u"dark"_s : u"light"_s));
        }
        m_look->setTheme(Theme::darkTheme());
    }
    std::vector<View> views() const { return detailViews(u"Pod"); }
    WindowChrome chrome(size_t index) const
    {
        return {window(index).rect.size(), views(), window(index).view};
    }
    void click(size_t index, const QRectF &part)
    {
        const QPoint at = onWindow(index, part.center());
        hover(at);
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, at);
    }
    QPoint onKrateButton(QRectF KrateChrome::*part) const
    {
        const QRectF bounds = layout::bounds(record());
        const KrateChrome chrome(bounds.size(), m_canvas->view().zoom);
        return screen(bounds.topLeft() + (chrome.*part).center());
    }
    QColor pixelBeside(size_t index)
    {
        const QPoint at = onWindow(index, {190, 0}) - QPoint(0, 3);
        return m_canvas->grab().toImage().pixelColor(at);
    }
    static int differ(const QImage &a, const QImage &b)
    {
        int count = 0;
        for (int y = 0; y < a.height(); ++y) {
            for (int x = 0; x < a.width(); ++x)
                count += qAbs(qRed(a.pixel(x, y)) - qRed(b.pixel(x, y))) > 128 ? 1 : 0;
        }
        return count;
    }
};

QTEST_MAIN(WindowsTest)
#include "tst_windows.moc"
