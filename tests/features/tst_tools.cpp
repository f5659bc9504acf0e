// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/cluster.h"
#include "support/demoyard.h"
#include "workspace/copy/copypanel.h"
#include "workspace/debug/debugpanel.h"
#include "workspace/forward/forwardcontent.h"
#include "workspace/forward/forwardpanel.h"
#include "workspace/forward/forwardtext.h"
#include "workspace/yard/kinds.h"

#include <QClipboard>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using workspace::ForwardContent;
using Deed = ForwardContent::Deed;
using State = kube::PortForward::State;

/// Port forwards, copies and debug pods, by their panels and windows, on the demo cluster.
class ToolsTest : public QObject, private support::DemoYard
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(serve());
        m_demo.store().put(webPod());
    }
    void init()
    {
        QTest::failOnWarning();
        QVERIFY(openConnectedYard());
    }
    void cleanup() { closeYard(); }

    void aPortIsForwardedByPanelAndShownInAWindow()
    {
        QVERIFY(m_window->tools().run(u"tool/forward"_s, subject()));
        auto &panel = m_window->tools().forwardPanel();
        QTRY_COMPARE(panel.ports(), QStringList{u"8080"_s});
        takePicture(u"forward-panel"_s);
        QTest::keyClick(&panel, Qt::Key_Return);
        QVERIFY(panel.isHidden());
        auto &book = m_window->forwards();
        QCOMPARE(book.entries().size(), 1U);
        QTRY_COMPARE(book.entries().front().forward->state(), State::Listening);
        const auto *shownForwards = shown<ForwardContent>(workspace::View::Collection);
        QVERIFY(shownForwards);
        const auto port = book.entries().front().forward->localPort();
        QCOMPARE(book.records().front().spec.localPort, port); // kept for the next time
        QCOMPARE(lastLine(),
                 u"kubectl --context demo -n shop port-forward pod/tool-pod %1:8080"_s.arg(port));
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, port);
        socket.write("GET / HTTP/1.0\r\n\r\n");
        QTRY_VERIFY(socket.bytesAvailable() > 0);
        QVERIFY(socket.readAll().contains("tool-pod"));
        QTRY_VERIFY(book.entries().front().forward->bytesReceived() > 0);
        takePicture(u"forwards"_s);
    }

    void aTakenPortIsSaidAndAFreeOneOffered()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        auto &panel = m_window->tools().forwardPanel();
        QVERIFY(m_window->tools().run(u"tool/forward"_s, subject()));
        QTRY_COMPARE(panel.ports().size(), 1);
        panel.setLocalPort(other.serverPort());
        QTest::keyClick(&panel, Qt::Key_Return);
        QVERIFY(!panel.isHidden());
        QVERIFY(panel.accessibleDescription().contains(QString::number(other.serverPort())));
        QVERIFY(m_window->forwards().entries().empty());
        QTest::keyClick(&panel, Qt::Key_Return); // with the free one
        QVERIFY(panel.isHidden());
        QCOMPARE(m_window->forwards().running(), 1);
    }

    void whatIsRestoredStaysStoppedUntilItIsStarted()
    {
        auto &book = m_window->forwards();
        book.restore({{.context = u"demo"_s,
                       .spec = {.target = {u"Pod"_s, u"shop"_s, u"tool-pod"_s}, .port = u"8080"_s}},
                      {.context = u"gone"_s,
                       .spec = {.target = {u"Pod"_s, u"shop"_s, u"x"_s}, .port = u"80"_s}}});
        QCOMPARE(book.running(), 0);
        workspace::ForwardContent content(book, m_look);
        content.setSize({700, 400});
        QCOMPARE(content.deedsOf(1), (std::vector{Deed::Start, Deed::Remove}));
        content.act(1, Deed::Start);
        QTRY_COMPARE(book.entries().front().forward->state(), State::Listening);
        content.act(1, Deed::CopyUrl);
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 u"http://localhost:%1"_s.arg(book.entries().front().forward->localPort()));
        content.act(1, Deed::Stop);
        QVERIFY(!book.entries().front().forward);
        content.act(0, Deed::Start);
        QCOMPARE(forwardStateText(book.entries().back()), u"Waiting for the cluster"_s);
        content.act(0, Deed::Remove);
        QCOMPARE(book.entries().size(), 1U);
    }

    void aCopyThatFailsSaysWhy()
    {
        auto &panel = m_window->tools().copyPanel();
        QVERIFY(m_window->tools().run(u"tool/copy-from"_s, subject()));
        QTRY_VERIFY(panel.isReady());
        panel.setPaths(QDir::tempPath(), u"/nothing/here"_s);
        takePicture(u"copy-panel"_s);
        QTest::keyClick(&panel, Qt::Key_Return);
        QVERIFY(panel.copy());
        QTRY_VERIFY(!panel.copy());
        QVERIFY(!panel.isHidden());
        QVERIFY(!panel.accessibleDescription().isEmpty());
        QCOMPARE(lastLine(),
                 u"kubectl --context demo -n shop cp tool-pod:/nothing/here %1 -c web"_s.arg(
                     QDir::tempPath()));
        QCOMPARE(m_window->journal().entries().back().problem, panel.accessibleDescription());
        QTest::keyClick(&panel, Qt::Key_Escape);
        QVERIFY(panel.isHidden());
    }

    void aDebugPodIsAskedAboutWhenTheProgramEnds()
    {
        auto &panel = m_window->tools().debugPanel();
        QVERIFY(m_window->tools().run(u"tool/debug"_s, subject()));
        QTRY_VERIFY(panel.isReady());
        panel.setFields(kube::DebugSpec::Kind::PodCopy, u"busybox:1"_s);
        takePicture(u"debug-panel"_s);
        QTest::keyClick(&panel, Qt::Key_Return);
        QTRY_COMPARE(m_window->debugs().remaining().size(), 1);
        const auto pod = m_window->debugs().entries().front().session->pod();
        QVERIFY(m_demo.store().get({{{}, u"v1"_s, u"pods"_s}, u"shop"_s, pod}));
        QTRY_VERIFY(!m_window->journal().entries().empty()); // once it is ready, or is not
        QCOMPARE(lastLine(),
                 u"kubectl --context demo -n shop debug -it tool-pod --image=busybox:1 "
                 "--copy-to=%1"_s.arg(pod));
        panel.dismiss();
        panel.askCleanUp();
        QVERIFY(panel.accessibleDescription().contains(pod));
        takePicture(u"debug-cleanup"_s);
        QTest::keyClick(&panel, Qt::Key_Return);
        QTRY_VERIFY(m_window->debugs().remaining().isEmpty());
        QVERIFY(!m_demo.store().get({{{}, u"v1"_s, u"pods"_s}, u"shop"_s, pod}));
    }

    void whatAnEarlierRunLeftIsFoundAndTakenAway()
    {
        const auto left = u"left-debug-abcde"_s;
        m_demo.store().put(
            kube::podCopy(webPod(), {.nameSpace = u"shop"_s, .name = u"tool-pod"_s}, left));
        auto &panel = m_window->tools().debugPanel();
        panel.askRemains(u"demo"_s);
        QTRY_VERIFY(panel.accessibleDescription().contains(left));
        QTest::keyClick(&panel, Qt::Key_Return);
        QTRY_VERIFY(!m_demo.store().get({{{}, u"v1"_s, u"pods"_s}, u"shop"_s, left}));
        QTRY_VERIFY(m_window->debugs().remaining().isEmpty());
        panel.askRemains(u"demo"_s);
        QTRY_VERIFY(panel.accessibleDescription().contains("Nothing"_L1));
        panel.dismiss();
    }

    void whoMayNotIsToldBeforehand_data()
    {
        QTest::addColumn<QString>("tool");
        QTest::addColumn<QString>("refused");
        QTest::newRow("forward") << u"tool/forward"_s << u"pods/portforward"_s;
        QTest::newRow("copy") << u"tool/copy-to"_s << u"pods/exec"_s;
        QTest::newRow("debug") << u"tool/debug"_s << u"pods"_s;
    }
    void whoMayNotIsToldBeforehand()
    {
        QFETCH(QString, tool);
        QFETCH(QString, refused);
        m_demo.script().forbid({.verb = u"create"_s, .resource = refused});
        if (refused.contains(u'/'))
            m_demo.script().forbid({.verb = u"get"_s, .resource = refused});
        QVERIFY(m_window->tools().run(tool, subject()));
        const auto panels = m_window->findChildren<workspace::ToolPanel *>();
        const auto open = std::ranges::find_if(
            panels, [](const workspace::ToolPanel *panel) { return panel->isVisible(); });
        QVERIFY(open != panels.end());
        auto &panel = **open;
        const auto said = u"You may not create %1 in the namespace shop."_s.arg(refused);
        QTRY_VERIFY(panel.accessibleDescription().startsWith(said));
        takePicture(u"refused-"_s + QString::fromLatin1(QTest::currentDataTag()));
        if (tool == "tool/copy-to"_L1)
            m_window->tools().copyPanel().setPaths(QDir::tempPath(), u"/tmp"_s);
        QTest::keyClick(&panel, Qt::Key_Return);
        QVERIFY(panel.isVisible());
        QVERIFY(panel.accessibleDescription().startsWith(said));
        QVERIFY(m_window->journal().entries().empty());
        panel.dismiss();
    }

private:
    QString lastLine() const { return m_window->journal().entries().back().kubectl; }
    static workspace::ActionSubject subject()
    {
        return {u"demo"_s, {{u"v1"_s, u"Pod"_s, u"shop"_s, u"tool-pod"_s}}};
    }
    static QJsonObject webPod()
    {
        const QJsonObject port{{u"name"_s, u"http"_s}, {u"containerPort"_s, 8080}};
        const QJsonObject container{
            {u"name"_s, u"web"_s}, {u"image"_s, u"web:1"_s}, {u"ports"_s, QJsonArray{port}}};
        const QJsonObject state{{u"running"_s, QJsonObject()}};
        const QJsonObject status{{u"name"_s, u"web"_s}, {u"ready"_s, true}, {u"state"_s, state}};
        return {
            {u"apiVersion"_s, u"v1"_s},
            {u"kind"_s, u"Pod"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, u"tool-pod"_s}, {u"namespace"_s, u"shop"_s}}},
            {u"spec"_s, QJsonObject{{u"containers"_s, QJsonArray{container}}}},
            {u"status"_s,
             QJsonObject{{u"phase"_s, u"Running"_s},
                         {u"containerStatuses"_s, QJsonArray{status}}}}};
    }
};

QTEST_MAIN(ToolsTest)
#include "tst_tools.moc"
