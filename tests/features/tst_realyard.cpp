// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/cluster.h"
#include "support/manifests.h"
#include "support/realcluster.h"
#include "support/shown.h"
#include "support/skipall.h"
#include "workspace/canvas/yardcanvas.h"
#include "workspace/clusters/clusterset.h"
#include "workspace/collection/collectioncontent.h"
#include "workspace/logs/logcontent.h"
#include "workspace/look/look.h"
#include "workspace/mainwindow/mainwindow.h"
#include "workspace/session/session.h"
#include "workspace/settings/preferences.h"
#include "workspace/shell/shellcontent.h"
#include "workspace/shell/shellsurface.h"
#include "workspace/terminal/termwidget.h"
#include "workspace/yard/layout.h"
#include "workspace/yard/yarddocument.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using workspace::View;

namespace {

const auto Space = support::RealCluster::ownNamespace(u"yard"_s);

const QByteArray Workloads = support::busyboxDeployment("web", 1, "sleep 100000")
    + support::busyboxPod("lines",
                          "until [ -e /tmp/go ]; do sleep 0.1; done; seq 1 100000; sleep 100000");

/// The desktop's window on a real cluster, as app wires it, with a yard of its own.
struct Yard
{
    Yard(const support::RealCluster &real, const QString &context)
        : look(workspace::Theme::darkTheme())
        , clusters(kube::KubeconfigFiles::choose(real.kubeconfig(), {}))
        , window(clusters, document, preferences, session, look)
    {
        clusters.setCurrent(context);
        clusters.cluster(context);
        window.canvas().setMotion(false);
        window.resize(1500, 950);
        window.show();
    }

    void open(const QString &target)
    {
        window.openTarget(*workspace::OpenTarget::parse(target), {});
    }

    template<typename Content>
    Content *shown(View view)
    {
        return support::shown<Content>(window, document, view);
    }

    workspace::Look look;
    workspace::YardDocument document;
    workspace::Preferences preferences;
    workspace::Session session;
    workspace::ClusterSet clusters;
    workspace::MainWindow window;
};

void type(workspace::ShellSurface &surface, const QByteArray &keys)
{
    for (const char key : keys)
        QTest::keyClick(surface.focusProxy(), key);
    QTest::keyClick(surface.focusProxy(), Qt::Key_Return);
}

QString screenOf(workspace::ShellSurface &surface)
{
    auto &terminal = surface.terminal();
    terminal.setSelectionStart(0, 0);
    terminal.setSelectionEnd(terminal.historyLinesCount() + terminal.screenLinesCount() - 1,
                             terminal.screenColumnsCount() - 1);
    return terminal.selectedText();
}

/// How long the GUI thread was away at the longest, seen by a timer that wants to run every 4 ms.
class Heartbeat : public QObject
{
public:
    Heartbeat()
    {
        connect(&m_timer, &QTimer::timeout, this, [this] { m_gaps.push_back(m_last.restart()); });
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.start(4);
        m_last.start();
    }

    void restart()
    {
        m_gaps.clear();
        m_last.start();
    }

    qint64 percentile(double p)
    {
        std::ranges::sort(m_gaps);
        return m_gaps.empty() ? 0 : m_gaps[size_t(double(m_gaps.size() - 1) * p)];
    }

private:
    QTimer m_timer;
    QElapsedTimer m_last;
    std::vector<qint64> m_gaps;
};

} // namespace

/// The whole window on a real cluster.
class RealYardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const auto why = m_real.whyNot(true); !why.isEmpty())
            SKIP_ALL(why.constData());
        const auto made = m_real.fill(Space, Workloads);
        QVERIFY2(made.code == 0, made.errors);
        QVERIFY(m_real.waitFor(Space, u"pod/lines"_s, u"condition=Ready"_s));
    }

    void cleanupTestCase() { m_real.removeNamespace(Space); }

    void podsOfAScaledDeploymentAppear()
    {
        Yard yard(m_real, u"admin"_s);
        yard.open(u"pods/"_s + Space);
        QTRY_VERIFY_WITH_TIMEOUT(yard.shown<workspace::CollectionContent>(View::Collection),
                                 20'000);
        auto *list = yard.shown<workspace::CollectionContent>(View::Collection);
        QTRY_COMPARE_WITH_TIMEOUT(list->model().rowCount(), 2, 20'000); // web-… and lines

        QCOMPARE(
            m_real.kubectl({u"-n"_s, Space, u"scale"_s, u"deploy/web"_s, u"--replicas=4"_s}).code,
            0);
        QElapsedTimer since;
        since.start();
        QTRY_COMPARE_WITH_TIMEOUT(list->model().rowCount(), 5, 10'000);
        qInfo("four pods shown %lld ms after kubectl returned", since.elapsed());
        QCOMPARE(
            m_real.kubectl({u"-n"_s, Space, u"scale"_s, u"deploy/web"_s, u"--replicas=1"_s}).code,
            0);
        QTRY_COMPARE_WITH_TIMEOUT(list->model().rowCount(), 2, 60'000);
    }

    void aLongLogArrivesWhileTheWindowStaysFluent()
    {
        Yard yard(m_real, u"token"_s);
        yard.open(u"pod/"_s + Space + u"/lines:logs"_s);
        QTRY_VERIFY_WITH_TIMEOUT(yard.shown<workspace::LogContent>(View::Logs), 20'000);
        auto *log = yard.shown<workspace::LogContent>(View::Logs);
        QTRY_COMPARE_WITH_TIMEOUT(log->freshness(), workspace::WindowContent::Freshness::Live,
                                  20'000);
        Heartbeat heartbeat;
        QCOMPARE(
            m_real
                .kubectl({u"-n"_s, Space, u"exec"_s, u"lines"_s, u"--"_s, u"touch"_s, u"/tmp/go"_s})
                .code,
            0);
        heartbeat.restart(); // waiting for kubectl was ours
        // Not QTRY_…: it sleeps 10 ms at a time, which would be all that the heartbeat sees.
        const QDeadlineTimer deadline(40'000);
        while (log->model().rowCount() < 100'000 && !deadline.hasExpired())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCOMPARE(log->model().rowCount(), 100'000);
        const auto first = log->model().numberAt(0);
        for (qint64 i = 0; i < 100'000; ++i) {
            if (log->model().line(first + i).bytes != QByteArray::number(1 + i))
                QFAIL(qPrintable(u"line %1 is not %1"_s.arg(i + 1)));
        }
        qInfo("GUI thread gaps while it arrived: p50 %lld ms, p99 %lld ms",
              heartbeat.percentile(0.5), heartbeat.percentile(0.99));
    }

    void aShellFollowsTheWindowThatAPersonDragsLarger()
    {
        Yard yard(m_real, u"admin"_s);
        yard.open(u"pod/"_s + Space + u"/lines:shell"_s);
        QTRY_VERIFY_WITH_TIMEOUT(yard.shown<workspace::ShellContent>(View::Shell), 20'000);
        auto *shell = yard.shown<workspace::ShellContent>(View::Shell);
        using State = workspace::ShellContent::State;
        QTRY_VERIFY_WITH_TIMEOUT(shell->state() == State::Open || shell->state() == State::Ended,
                                 20'000);
        QVERIFY2(shell->state() == State::Open, qPrintable(shell->statusText()));
        auto &surface = *qobject_cast<workspace::ShellSurface *>(shell->liveWidget());
        const auto said = [&surface] {
            const auto cells = surface.cells();
            return u"%1 %2"_s.arg(cells.height()).arg(cells.width());
        };
        // Again and again: a terminal just laid out may still be on its way to its last size.
        QTRY_VERIFY2((type(surface, "stty size"), screenOf(surface).contains(said())),
                     qPrintable(screenOf(surface)));
        const auto before = said();

        const auto &[id, krate] = *yard.document.krates().begin();
        const auto rect = krate.windows.front().rect.translated(krate.position);
        auto &canvas = yard.window.canvas();
        const auto from = canvas.toScreen(rect.bottomRight()).toPoint() - QPoint(1, 1);
        const auto to = from + QPoint(150, 90);
        QTest::mouseMove(&canvas, from);
        QTest::mousePress(&canvas, Qt::LeftButton, {}, from);
        QTest::mouseMove(&canvas, (from + to) / 2);
        QTest::mouseMove(&canvas, to);
        QTest::mouseRelease(&canvas, Qt::LeftButton, {}, to);
        QTRY_VERIFY(said() != before);
        QTRY_VERIFY2((type(surface, "stty size"), screenOf(surface).contains(said())),
                     qPrintable(screenOf(surface)));
        qInfo("the shell was %s, then %s", qPrintable(before), qPrintable(said()));
    }

    void theLimitedUserSeesItsNamespaceAndWhatItMayNot()
    {
        Yard yard(m_real, u"dev"_s);
        yard.open(u"pods/team-a"_s);
        QTRY_VERIFY_WITH_TIMEOUT(yard.shown<workspace::CollectionContent>(View::Collection),
                                 20'000);
        auto *own = yard.shown<workspace::CollectionContent>(View::Collection);
        QTRY_COMPARE_WITH_TIMEOUT(own->freshness(), workspace::WindowContent::Freshness::Live,
                                  20'000);

        Yard all(m_real, u"dev"_s);
        all.open(u"secrets"_s);
        QTRY_VERIFY_WITH_TIMEOUT(all.shown<workspace::CollectionContent>(View::Collection), 20'000);
        auto *refused = all.shown<workspace::CollectionContent>(View::Collection);
        QTRY_COMPARE_WITH_TIMEOUT(refused->freshness(), workspace::WindowContent::Freshness::Failed,
                                  20'000);
        QVERIFY2(refused->accessibleText().contains("secrets"_L1)
                     || refused->statusText().contains("secrets"_L1),
                 qPrintable(refused->statusText()));
    }

private:
    support::RealCluster m_real;
};

QTEST_MAIN(RealYardTest)
#include "tst_realyard.moc"
