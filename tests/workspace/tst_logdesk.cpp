// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "logwindowfixture.h"
#include "workspace/logs/desk/timelink.h"
#include "workspace/session/session.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using workspace::LogContent;

/// What goes beyond one log window: marks that are kept, files, links, other windows.
class LogDeskTest : public LogWindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreMarkedAndNoted()
    {
        workspace::Session session;
        m_content->parts().marker.setBookmarks(
            std::make_unique<workspace::LogBookmarks>(&session, u"ctx/shop/web"_s));
        seconds(100);
        m_host->grab();
        m_content->contentRows()->goToRow(10);
        QTest::keyClick(m_host.get(), Qt::Key_B);
        m_content->contentRows()->goToRow(60);
        QTest::keyClick(m_host.get(), Qt::Key_E);
        QTest::keyClicks(m_host.get(), u"here it began"_s);
        QTest::keyClick(m_host.get(), Qt::Key_Return);
        QCOMPARE(m_content->parts().marker.bookmarks().marks().size(), 2U);
        QCOMPARE(m_content->parts().marker.bookmarks().noteOf(at(60), {}), u"here it began"_s);
        takePicture(*m_host, u"logwindow-notes"_s);
        QTest::keyClick(m_host.get(), Qt::Key_B, Qt::ShiftModifier);
        QCOMPARE(m_content->pane().currentLine(), 10);
        QTest::keyClick(m_host.get(), Qt::Key_B, Qt::ShiftModifier);
        QCOMPARE(m_content->pane().currentLine(), 60);

        const workspace::LogBookmarks again(&session, u"ctx/shop/web"_s);
        QCOMPARE(again.marks(), m_content->parts().marker.bookmarks().marks());
        QVERIFY(workspace::LogBookmarks(&session, u"ctx/shop/other"_s).marks().empty());
        const auto kept = QJsonDocument(session.all()).toJson();
        QVERIFY(!kept.contains("line 60")); // never what a cluster said
    }

    void theWholeLogIsSavedForItsOwnerAlone()
    {
        seconds(50'000);
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"a.log"_s);
        m_content->parts().saving.save(path);
        QVERIFY(m_content->parts().saving.isRunning());
        QVERIFY(!QFile::exists(path)); // not before it is complete
        QTRY_VERIFY(!m_content->parts().saving.isRunning());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.permissions() & ~(QFile::ReadUser | QFile::WriteUser),
                 QFile::ReadOwner | QFile::WriteOwner);
        QCOMPARE(file.readAll().count('\n'), 50'000);
        m_content->parts().saving.save(folder.filePath(u"no/such/folder"_s));
        QVERIFY(!m_content->parts().saving.isRunning());
    }

    void savingCanBeCanceled()
    {
        seconds(50'000);
        const QTemporaryDir folder;
        m_content->parts().saving.save(folder.filePath(u"a.log"_s));
        m_host->grab();
        QTest::mouseClick(m_host.get(), Qt::LeftButton, {},
                          m_content->parts().banner.button().center().toPoint());
        QVERIFY(!m_content->parts().saving.isRunning());
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void linkedWindowsFollowInTime()
    {
        workspace::TimeLink link;
        auto feed = std::make_unique<StoreFeed>();
        auto *otherFeed = feed.get();
        LogContent other(std::move(feed), u"db"_s, *m_look);
        PaintedHost otherHost(other, *m_look, {500, 300});
        m_content->parts().lead.setLink(&link);
        other.parts().lead.setLink(&link);
        seconds(500);
        QByteArray lines;
        for (int i = 0; i < 250; ++i)
            lines += logstore::stampText(at(2 * i)) + " other " + QByteArray::number(i) + '\n';
        otherFeed->log(lines);
        m_host->grab();
        otherHost.grab();
        QTest::keyClick(m_host.get(), Qt::Key_Home);
        QVERIFY(other.pane().isFollowing()); // not linked yet
        QTest::keyClick(m_host.get(), Qt::Key_U);
        QVERIFY(link.isOn());
        m_content->contentRows()->goToRow(0);
        QTest::keyClick(m_host.get(), Qt::Key_PageDown);
        m_host->grab();
        const auto top = m_content->pane().topLine();
        QVERIFY(top > 0);
        QCOMPARE(other.pane().topLine(), (top + 1) / 2);
        QTest::keyClick(&otherHost, Qt::Key_Home); // leads as well
        m_host->grab();
        QCOMPARE(m_content->pane().topLine(), 0);
    }

    void aLinkIsShownOnceItsLinesAreThere()
    {
        m_content->setOptions({.filter = u"line"_s, .time = u"2026-01-02T03:05:15Z"_s});
        seconds(200);
        QTRY_VERIFY(!m_content->pane().isFollowing());
        m_host->grab();
        QCOMPARE(m_content->pane().topLine(), 70);
        QCOMPARE(m_content->model().filter().text(), u"line"_s);
        const auto options = m_content->options();
        QCOMPARE(options.time, u"2026-01-02T03:05:15Z"_s);
        QCOMPARE(options.filter, u"line"_s);
    }

    void copiesHaveStampsAndPods()
    {
        twoPods();
        QTRY_COMPARE(rows(), 20);
        m_host->grab();
        m_content->contentRows()->goToRow(1);
        QTest::keyClick(m_host.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"2026-01-02T03:04:05.5Z odd 0"_s);
        m_content->actions().copy(workspace::CopyForm::Pods);
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 u"web-bbb/app 2026-01-02T03:04:05.5Z odd 0"_s);
    }
};

QTEST_MAIN(LogDeskTest)
#include "tst_logdesk.moc"
