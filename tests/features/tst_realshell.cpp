// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/manifests.h"
#include "support/realtest.h"
#include "workspace/look/look.h"
#include "workspace/safety/contextmarks.h"
#include "workspace/shell/shellcontent.h"
#include "workspace/shell/shelldesk.h"
#include "workspace/shell/shellsurface.h"

#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using workspace::ShellChoice;
using workspace::ShellContent;

namespace {

const auto Space = support::RealCluster::ownNamespace(u"shell"_s);

const QByteArray Pods = support::busyboxPod("plain", "while sleep 1; do echo tick; done") + R"(
---
apiVersion: v1
kind: Pod
metadata: {name: terminal}
spec:
  terminationGracePeriodSeconds: 0
  containers:
  - {name: c, image: "docker.io/local/busybox:1", imagePullPolicy: IfNotPresent, stdin: true,
     tty: true, command: [sh]}
)";

} // namespace

/// What a shell window offers, in containers of the real cluster.
class RealShellTest : public QObject, private support::RealTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const auto why = m_real.whyNot(true); !why.isEmpty())
            SKIP_ALL(why.constData());
        QStandardPaths::setTestModeEnabled(true);
        const auto made = m_real.fill(Space, Pods);
        QVERIFY2(made.code == 0, made.errors.constData());
        for (const auto *pod : {"pod/plain", "pod/terminal"})
            QVERIFY(m_real.waitFor(Space, QString::fromLatin1(pod), u"condition=Ready"_s));
    }
    void cleanupTestCase()
    {
        if (m_real.isThere())
            m_real.removeNamespace(Space);
    }
    void init() { QTest::failOnWarning(); }

    void anyShellOfTheContainerRuns()
    {
        auto shell = running(u"plain"_s);
        shell->send("echo us''ual\r");
        QTRY_VERIFY_WITH_TIMEOUT(text(*shell).contains(u"\nusual"_s), 10'000);
        shell->run(ShellChoice::named(u"ash"_s));
        waitUntilOpen(*shell);
        shell->send("echo as''h\r");
        QTRY_VERIFY_WITH_TIMEOUT(text(*shell).contains(u"\nash"_s), 10'000);
        shell->run(ShellChoice::named(u"zsh"_s));
        QTRY_COMPARE_WITH_TIMEOUT(shell->state(), ShellContent::State::Ended, 10'000);
        QVERIFY2(shell->statusText().contains(u"“zsh”"_s), qPrintable(shell->statusText()));
        shell->run({ShellChoice::Kind::Own, u"echo 'one  two'"_s});
        QTRY_VERIFY_WITH_TIMEOUT(text(*shell).contains(u"\none  two"_s), 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(shell->state(), ShellContent::State::Ended, 10'000);
        QCOMPARE(shell->exitStatus().code, 0);
    }

    void attachingJoinsWhatTheContainerRuns()
    {
        auto shell = running(u"terminal"_s);
        shell->run({ShellChoice::Kind::Attach, {}});
        waitUntilOpen(*shell);
        shell->send("echo pid $$\r");
        QTRY_VERIFY2_WITH_TIMEOUT(text(*shell).contains(u"\npid 1"_s), qPrintable(text(*shell)),
                                  10'000);

        auto watched = running(u"plain"_s);
        watched->run({ShellChoice::Kind::Attach, {}});
        QTRY_VERIFY2_WITH_TIMEOUT(text(*watched).contains(u"\ntick\ntick"_s),
                                  qPrintable(text(*watched)), 15'000);
    }

    void aBroadcastReachesBothAndATranscriptHoldsIt()
    {
        const QTemporaryDir folder;
        auto one = running(u"plain"_s);
        auto two = running(u"terminal"_s);
        m_desk.startBroadcast({one.get(), two.get()});
        QCOMPARE(
            two->startTranscript(folder.filePath(u"two.log"_s), workspace::Transcript::Form::Plain),
            QString());
        auto &surface = *qobject_cast<workspace::ShellSurface *>(one->liveWidget());
        for (const char key : QByteArray("echo bo''th"))
            QTest::keyClick(surface.focusProxy(), key);
        QTest::keyClick(surface.focusProxy(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(text(*one).contains(u"\nboth"_s), 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(text(*two).contains(u"\nboth"_s), 10'000);
        two->endTranscript();
        QFile file(folder.filePath(u"two.log"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto written = file.readAll();
        QVERIFY2(written.contains("\nboth\n"), written.constData());
    }

private:
    void waitUntilOpen(ShellContent &shell)
    {
        QTRY_VERIFY2_WITH_TIMEOUT(shell.state() == ShellContent::State::Open,
                                  qPrintable(shell.statusText()), 20'000);
    }
    std::unique_ptr<ShellContent> running(const QString &pod)
    {
        auto &cluster = connected(u"admin"_s);
        const workspace::ShellPlace place{u"admin"_s, Space, pod, u"c"_s};
        auto shell = std::make_unique<ShellContent>(cluster.client(), place, m_desk, m_look);
        shell->start();
        waitUntilOpen(*shell);
        return shell;
    }
    static QString text(ShellContent &shell)
    {
        return qobject_cast<workspace::ShellSurface *>(shell.liveWidget())->lines().join(u'\n');
    }

    workspace::Look m_look{workspace::Theme::darkTheme()};
    workspace::ContextMarks m_marks;
    workspace::Preferences m_preferences;
    workspace::ShellDesk m_desk{m_marks, m_preferences};
};

QTEST_MAIN(RealShellTest)
#include "tst_realshell.moc"
