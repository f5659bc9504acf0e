// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/realtest.h"
#include "support/testdata.h"
#include "workspace/logs/appfeed.h"
#include "workspace/logs/desk/timelink.h"
#include "workspace/logs/logcontent.h"
#include "workspace/look/look.h"
#include "workspace/paintedhost.h"

#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;
using logstore::Level;
using workspace::LogContent;
using workspace::WindowContent;

namespace {

const auto Space = support::RealCluster::ownNamespace(u"logwindow"_s);
constexpr int Numbered = 3000; ///< what the pods of window.yaml write at once

} // namespace

/// What people do in a log window, with logs of real pods.
class RealLogWindowTest : public QObject, private support::RealTest
{
    Q_OBJECT

    workspace::Look m_look{workspace::Theme::darkTheme()};

    std::unique_ptr<LogContent> opened(const QString &pod)
    {
        auto &cluster = connected(u"admin"_s);
        const kube::LogSubject subject{.nameSpace = Space, .pod = pod};
        return std::make_unique<LogContent>(
            std::make_unique<workspace::AppFeed>(cluster.cache(), subject), pod, m_look);
    }
    static int linesWith(const LogContent &content, QByteArrayView text)
    {
        const auto &model = content.model();
        int count = 0;
        for (qint64 row = 0; row < model.rowCount(); ++row)
            count += model.line(model.numberAt(row)).bytes.indexOf(text) >= 0 ? 1 : 0;
        return count;
    }
    static qint64 timeAt(const LogContent &content, qint64 row)
    {
        return content.model().line(content.model().numberAt(row)).time;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const auto why = m_real.whyNot(true); !why.isEmpty())
            SKIP_ALL(why.constData());
        QStandardPaths::setTestModeEnabled(true);
        QFile pods(support::testData(u"logs/window.yaml"_s));
        QVERIFY(pods.open(QFile::ReadOnly));
        const auto made = m_real.fill(Space, pods.readAll());
        QVERIFY2(made.code == 0, made.errors.constData());
        for (const auto *pod : {"pod/one", "pod/two"})
            QVERIFY(m_real.waitFor(Space, QString::fromLatin1(pod), u"condition=Ready"_s));
    }
    void cleanupTestCase()
    {
        if (m_real.isThere())
            m_real.removeNamespace(Space);
    }
    void init() { QTest::failOnWarning(); }

    void linesAppearWithTheirLevelsAndAreFollowed()
    {
        auto content = opened(u"one"_s);
        PaintedHost host(*content, m_look, {800, 420});
        QTRY_VERIFY_WITH_TIMEOUT(linesWith(*content, "beat") >= 2, 30'000);
        QCOMPARE(linesWith(*content, "INFO line"), Numbered);
        QCOMPARE(content->freshness(), WindowContent::Freshness::Live);
        QVERIFY(content->pane().isFollowing());
        const auto &model = content->model();
        QCOMPARE(model.line(model.numberAt(0)).level, Level::Info);
        QCOMPARE(model.line(model.numberAt(Numbered)).level, Level::Error); // the JSON says so
        QCOMPARE(model.line(model.numberAt(Numbered + 1)).level, Level::Warn);
        const auto known = model.rowCount();
        QTRY_VERIFY_WITH_TIMEOUT(content->model().rowCount() >= known + 5, 10'000);
        host.grab();
        QVERIFY(content->pane().isFollowing());
        takePicture(host, u"reallogwindow"_s);
    }

    void savingReadsAllOfTheLogAndNotWhatIsShown()
    {
        auto content = opened(u"one"_s);
        QTRY_VERIFY_WITH_TIMEOUT(content->model().rowCount() > Numbered, 30'000);
        const auto menu = content->menu();
        const auto much =
            std::ranges::find(menu, u"How much is read"_s, &workspace::MenuEntry::text);
        QVERIFY(much != menu.end());
        much->children.front().run(); // the last 1,000 lines
        QTRY_VERIFY_WITH_TIMEOUT(
            content->model().rowCount() >= 1000 && content->model().rowCount() < Numbered, 30'000);
        QCOMPARE(linesWith(*content, "INFO line 0"), 0);
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"one.log"_s);
        content->parts().saving.save(path);
        QTRY_VERIFY_WITH_TIMEOUT(!content->parts().saving.isRunning(), 60'000);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (int i = 0; i < Numbered; ++i) {
            const auto line = file.readLine();
            QVERIFY2(line.endsWith(QByteArray(" INFO line " + QByteArray::number(i) + '\n')), line);
        }
        QVERIFY(file.readLine().endsWith("\"code\":17}\n"));
        QVERIFY(file.readAll().contains("WARN beat"));
    }

    void linkedWindowsShowTheSameTime()
    {
        workspace::TimeLink link;
        auto one = opened(u"one"_s);
        auto two = opened(u"two"_s);
        PaintedHost hostOne(*one, m_look, {600, 200});
        PaintedHost hostTwo(*two, m_look, {600, 200});
        one->parts().lead.setLink(&link);
        two->parts().lead.setLink(&link);
        for (auto *content : {one.get(), two.get()})
            QTRY_VERIFY_WITH_TIMEOUT(linesWith(*content, "beat") >= 40, 60'000);
        QTest::keyClick(&hostOne, Qt::Key_U);
        QVERIFY(link.isOn());
        // To where both have lines before and after.
        const qint64 row = one->model().rowCount() - 30;
        one->parts().marker.goTo(timeAt(*one, row));
        hostOne.grab();
        QTest::keyClick(&hostOne, Qt::Key_Up); // the person's own step leads
        hostOne.grab();
        hostTwo.grab();
        QVERIFY(!one->pane().isFollowing());
        QVERIFY(!two->pane().isFollowing());
        const auto time = one->model().line(one->pane().topLine()).time;
        const auto &other = two->model();
        const auto top = other.rowOf(two->pane().topLine());
        QVERIFY(top > 0);
        QVERIFY(timeAt(*two, top) >= time);
        QVERIFY(timeAt(*two, top - 1) < time);
        takePicture(hostTwo, u"reallogwindow-linked"_s);
    }

    void aFilterAndTheLogBeforeTheRestart()
    {
        auto content = opened(u"fails"_s);
        PaintedHost host(*content, m_look, {700, 300});
        QTRY_COMPARE_WITH_TIMEOUT(linesWith(*content, "second life"), 1, 60'000);
        QTest::keyClick(&host, Qt::Key_O);
        QTRY_COMPARE_WITH_TIMEOUT(linesWith(*content, "first life"), 1, 30'000);
        QCOMPARE(linesWith(*content, "second life"), 0);
        QTest::keyClick(&host, Qt::Key_O);
        QTRY_COMPARE_WITH_TIMEOUT(linesWith(*content, "second life"), 1, 30'000);

        auto numbered = opened(u"two"_s);
        PaintedHost numberedHost(*numbered, m_look, {700, 300});
        QTRY_VERIFY_WITH_TIMEOUT(numbered->model().rowCount() > Numbered, 30'000);
        QTest::keyClick(&numberedHost, Qt::Key_Slash);
        QTest::keyClicks(&numberedHost, u"line 29"_s);
        QTRY_COMPARE_WITH_TIMEOUT(numbered->model().rowCount(), 111, 10'000); // 29, 29x, 29xx
    }
};

QTEST_MAIN(RealLogWindowTest)
#include "tst_reallogwindow.moc"
