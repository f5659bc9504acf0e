// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/demoyard.h"

#include "workspace/collection/collectioncontent.h"
#include "workspace/spotlight/spotlightpanel.h"
#include "workspace/topbar/noticebar.h"
#include "workspace/topbar/topbar.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QPainter>
#include <QTest>

using namespace Qt::StringLiterals;
using workspace::View;

/// The desktop for somebody whose language is written from right to left.
class RightToLeftTest : public QObject, private support::DemoYard
{
    Q_OBJECT

    /// What leaves its parent, lies over its neighbour or has less room than its text needs.
    static QStringList faults(const QWidget &parent)
    {
        QStringList found;
        const auto children = parent.findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
        for (const auto *child : children) {
            if (!child->isVisibleTo(&parent) || child->isWindow())
                continue;
            const auto name = u"%1 “%2”"_s.arg(
                QString::fromLatin1(child->metaObject()->className()), textOf(*child));
            if (!parent.rect().contains(child->geometry()))
                found << name + u" leaves its parent"_s;
            if (!textOf(*child).isEmpty() && child->width() < child->minimumSizeHint().width())
                found << name + u" is cut"_s;
            found += faults(*child);
        }
        return found;
    }

    static QString textOf(const QWidget &widget)
    {
        if (const auto *label = qobject_cast<const QLabel *>(&widget))
            return label->wordWrap() ? QString() : label->text();
        const auto *button = qobject_cast<const QAbstractButton *>(&widget);
        return button ? button->text() : QString();
    }

    /// Children of a row in the order in which they stand, from left to right.
    static QStringList orderOf(const QWidget &row)
    {
        std::map<int, QString> places;
        for (const auto *button : row.findChildren<QAbstractButton *>(Qt::FindDirectChildrenOnly)) {
            if (button->isVisible())
                places[button->x()] = button->accessibleName();
        }
        QStringList names;
        for (const auto &[x, name] : places)
            names << name;
        return names;
    }

    static QImage painted(workspace::WindowContent &content)
    {
        QImage image(540, 420, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::black);
        QPainter painter(&image);
        painter.setLayoutDirection(Qt::LeftToRight); // as the canvas sets it
        content.paint(painter, true);
        return image;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(serve()); }
    void init()
    {
        QTest::failOnWarning();
        QApplication::setLayoutDirection(Qt::RightToLeft);
        QVERIFY(openYard());
    }
    void cleanup()
    {
        closeYard();
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void theTopBarIsMirroredAndNothingIsCut()
    {
        auto &bar = m_window->topBar();
        const auto mirrored = orderOf(bar);
        QVERIFY(mirrored.size() >= 3);
        QCOMPARE(faults(bar), QStringList());

        QApplication::setLayoutDirection(Qt::LeftToRight);
        QTRY_COMPARE(orderOf(bar), QStringList(mirrored.rbegin(), mirrored.rend()));
    }

    void whatOpensOverTheCanvasHasRoom()
    {
        m_window->notices().say(u"One sentence that says what happened and what helps."_s);
        QTRY_VERIFY(m_window->notices().isVisible());
        QCOMPARE(faults(*m_window), QStringList());

        auto *spotlight = m_window->findChild<workspace::SpotlightPanel *>();
        QTest::keyClick(&m_window->canvas(), Qt::Key_D, Qt::NoModifier);
        QTRY_VERIFY(spotlight->isVisible());
        QTest::keyClicks(QApplication::focusWidget(), u"eploy"_s);
        QTRY_VERIFY(!spotlight->hits().empty());
        QCOMPARE(faults(*m_window), QStringList());
    }

    void everyPanelThatACommandOpensHasRoom()
    {
        m_window->openTarget(*workspace::OpenTarget::parse(u"pods/shop"_s), {});
        QTRY_VERIFY(list() && list()->model().rowCount() > 0);
        int panels = 0;
        const auto commands = m_window->commands().all(); // a copy: running one may change the set
        for (const auto &command : commands) {
            if (!command.id.contains("help"_L1) && !command.id.contains("settings"_L1))
                continue;
            m_window->commands().run(command.id);
            QCoreApplication::processEvents();
            QCOMPARE(faults(*m_window), QStringList());
            ++panels;
            if (auto *focus = QApplication::focusWidget())
                QTest::keyClick(focus, Qt::Key_Escape);
        }
        QVERIFY(panels > 0);
    }

    void listsAreReadFromLeftToRightAllTheSame()
    {
        m_window->openTarget(*workspace::OpenTarget::parse(u"pods/shop"_s), {});
        QTRY_VERIFY(list() && list()->model().rowCount() > 0);
        auto &content = *list();
        const auto mirrored = painted(content);
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QCOMPARE(painted(content), mirrored);
    }

private:
    workspace::CollectionContent *list() const
    {
        return shown<workspace::CollectionContent>(View::Collection);
    }
};

QTEST_MAIN(RightToLeftTest)
#include "tst_righttoleft.moc"
