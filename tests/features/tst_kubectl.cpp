// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/demoyard.h"

#include "workspace/commands/kubectltext.h"
#include "workspace/commands/passingnote.h"
#include "workspace/logs/logcontent.h"
#include "workspace/yard/kinds.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace workspace;

/// What is copied from a window is a command that shows the same in a terminal: tried with the real
/// kubectl against the demo cluster.
class KubectlTest : public QObject, private support::DemoYard
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(serve()); }
    void init() { QVERIFY(openYard()); }
    void cleanup() { closeYard(); }

    void theKeyCopiesWhatTheWindowShowsAndSaysSo()
    {
        const auto pod = aPod();
        m_window->openTarget(*OpenTarget::parse(u"pod/shop/"_s + pod + u":logs"_s), {});
        QTRY_VERIFY(shown<LogContent>(View::Logs));
        auto &canvas = m_window->canvas();
        const auto &krate = m_document->krates().begin()->second;
        const auto at =
            canvas.toScreen(krate.position + krate.windows.front().rect.center()).toPoint();
        QTest::mouseMove(&canvas, at + QPoint(1, 1));
        QTest::mouseMove(&canvas, at);
        QTRY_VERIFY(!canvas.focusedWindow().isEmpty());
        QTest::keyClick(&canvas, Qt::Key_T); // time stamps
        QTest::keyClick(&canvas, Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        const auto copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.startsWith(u"kubectl --context demo -n shop logs -f "_s + pod),
                 qPrintable(copied));
        QVERIFY(copied.endsWith(u"--timestamps"_s));
        auto *note = m_window->findChild<PassingNote *>();
        QVERIFY(note->isVisible());
        QVERIFY(note->text().contains(u"logs -f"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!note->isVisible(), 2 * PassingNote::ShownMs);
    }

    void kubectlTakesEveryLine()
    {
        if (QStandardPaths::findExecutable(u"kubectl"_s).isEmpty())
            QSKIP("There is no kubectl here.");
        const ObjectId pod{u"v1"_s, u"Pod"_s, u"shop"_s, aPod()};
        const KrateRecord krate{.cluster = u"demo"_s, .object = pod};
        for (const auto view : {View::Yaml, View::Describe, View::Topology})
            QVERIFY2(isTaken(kubectlText(krate, view), pod.name), qPrintable(viewLabel(view)));
        QVERIFY(isTaken(kubectlText(krate, View::Logs, {.timestamps = true}), u":"_s));
        const KrateRecord list{.cluster = u"demo"_s,
                               .collection = CollectionScope{u"v1"_s, u"Pod"_s, {u"shop"_s}}};
        QVERIFY(isTaken(kubectlText(list, View::Collection, {.filter = pod.name}), pod.name));
        QVERIFY(isTaken(kubectlText(u"demo"_s, {pod}), pod.name));
    }

private:
    QString aPod()
    {
        for (const auto &object : m_demo.store().list({{}, u"v1"_s, u"pods"_s}, u"shop"_s)) {
            if (object["status"_L1]["phase"_L1].toString() == "Running"_L1)
                return object["metadata"_L1]["name"_L1].toString();
        }
        return {};
    }

    /// Whether the shell runs it and `wanted` is in what it prints; what goes on is ended then.
    bool isTaken(const QString &line, const QString &wanted)
    {
        QProcess shell;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"KUBECONFIG"_s, m_folder.filePath(u"kubeconfig"_s));
        shell.setProcessEnvironment(environment);
        shell.setProcessChannelMode(QProcess::MergedChannels);
        shell.start(u"sh"_s, {u"-c"_s, u"exec "_s + line});
        QString printed;
        const bool found = QTest::qWaitFor(
            [&] {
                printed += QString::fromUtf8(shell.readAll());
                return printed.contains(wanted);
            },
            20'000);
        shell.kill();
        shell.waitForFinished();
        if (!found)
            qInfo("%s\n%s", qPrintable(line), qPrintable(printed));
        return found;
    }
};

QTEST_MAIN(KubectlTest)
#include "tst_kubectl.moc"
