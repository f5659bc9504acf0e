// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gestures.h"
#include "ledger.h"
#include "support/demochild.h"
#include "workspace/canvas/yardcanvas.h"
#include "workspace/clusters/clusterset.h"
#include "workspace/look/applicationpalette.h"
#include "workspace/look/look.h"
#include "workspace/mainwindow/mainwindow.h"
#include "workspace/session/session.h"
#include "workspace/settings/preferences.h"
#include "workspace/yard/layout.h"
#include "workspace/yard/yardfile.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace workspace;

namespace {

constexpr int ShortSeconds = 24;
constexpr int LongSeconds = 500; // rounds of a minute
constexpr int LingerMs = 35'000; // longer than kube::ResourceCache::Linger
constexpr int WarmRounds = 2; // until every kind of window and every cache was there once
constexpr int Rounds = 6; // that count
constexpr size_t MostKrates = 14;

/// The desktop as app/ puts it together, on the demo cluster and an empty yard.
struct Desktop
{
    Desktop(const QString &kubeconfig, const QString &yard)
        : look(Theme::darkTheme())
        , palette(look)
        , file(document, yard)
        , clusters(kube::KubeconfigFiles{{kubeconfig}, true})
        , window(clusters, document, preferences, session, look)
    {
        clusters.cluster(u"demo"_s);
        window.resize(1400, 900);
        window.show();
    }

    void open(const QString &target) { window.openTarget(*OpenTarget::parse(target), {}); }

    Look look;
    ApplicationPalette palette;
    YardDocument document;
    Preferences preferences;
    Session session;
    YardFile file;
    ClusterSet clusters;
    MainWindow window;
};

} // namespace

/// Hours at the desktop: logs stream, the demo rolls out, somebody does one thing after the other.
/// KRATEYARD_SOAK_SECONDS says for how long, KRATEYARD_SOAK_SEED which sequence it is.
class SoakTest : public QObject
{
    Q_OBJECT

    /// What is wrong with the yard; empty when nothing is.
    static QString broken(const YardDocument &document)
    {
        for (const auto &[id, krate] : document.krates()) {
            for (const auto &a : krate.windows) {
                for (const auto &b : krate.windows) {
                    if (a.id < b.id && a.rect.intersects(b.rect))
                        return u"windows of %1 overlap"_s.arg(krate.label);
                }
                if (a.rect.isEmpty())
                    return u"a window of %1 has no size"_s.arg(krate.label);
            }
        }
        const auto read = yardFromJson(toJson(document.krates())).krates;
        for (const auto &[id, krate] : document.krates()) {
            const auto again = read.find(id);
            if (again == read.end() || again->second != krate)
                return u"%1 is another one after it was saved and read: %2 became %3"_s.arg(
                    krate.label, QString::fromUtf8(toJson({{id, krate}})).simplified(),
                    again == read.end()
                        ? u"nothing"_s
                        : QString::fromUtf8(toJson({{id, again->second}})).simplified());
        }
        return {};
    }

    /// One round: opens what streams, does things for a while, then closes everything.
    void play(Desktop &desktop, soak::Gestures &person, qint64 milliseconds)
    {
        for (const auto *target : {"pods", "deployments/shop", "deploy/shop/cart:logs",
                                   "deploy/shop/checkout:yaml,describe,logs", "events",
                                   "deploy/monitoring/grafana:inspect"})
            desktop.open(QString::fromLatin1(target));
        QElapsedTimer clock;
        clock.start();
        while (clock.elapsed() < milliseconds) {
            person.next();
            QTest::qWait(20); // a person's pace; the events in between are painted
            desktop.document.transact({}, [](YardTransaction &t) {
                while (t.krates().size() > MostKrates) // pinned ones, too
                    t.remove(QString(t.krates().begin()->first));
            });
            const auto wrong = broken(desktop.document);
            QVERIFY2(wrong.isEmpty(),
                     qPrintable(QString(wrong + u" after "_s + person.done().join(u", "_s))));
            QVERIFY(desktop.window.isVisible());
        }
    }

    /// Closes what is open and lets everything go that has no reason to stay.
    static void tidyUp(Desktop &desktop, int milliseconds)
    {
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(desktop.window.windowHandle(), Qt::Key_Escape);
        const auto widgets = QApplication::topLevelWidgets();
        for (auto *widget : widgets) {
            if (widget != &desktop.window && widget->isVisible())
                widget->close();
        }
        desktop.document.reset({});
        QTest::qWait(milliseconds);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QVERIFY(m_demo.serve(QStringLiteral(KRATEYARD_BINARY)));
    }
    void init()
    {
        // All but what the offscreen platform says about itself.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }

    void nothingGrowsAndNothingBreaks()
    {
        bool isNumber = false;
        const int wanted = qEnvironmentVariableIntValue("KRATEYARD_SOAK_SECONDS", &isNumber);
        const int seconds = isNumber ? wanted : ShortSeconds;
        const int seed = qEnvironmentVariableIntValue("KRATEYARD_SOAK_SEED");
        auto owner =
            std::make_unique<Desktop>(m_demo.kubeconfig(), m_folder.filePath(u"yard.json"_s));
        auto &desktop = *owner;
        QVERIFY(QTest::qWaitForWindowExposed(&desktop.window));
        soak::Gestures person(desktop.window, quint32(seed) + 1);

        std::vector<soak::Holding> rounds;
        auto last = soak::holding();
        for (int round = 0; round < WarmRounds + Rounds; ++round) {
            play(desktop, person, qint64(seconds) * 1000 / (WarmRounds + Rounds));
            if (QTest::currentTestFailed())
                return;
            tidyUp(desktop, seconds < LongSeconds ? 1500 : LingerMs);
            const auto now = soak::holding();
            int objects = 0;
            for (const int count : now.objects)
                objects += count;
            qInfo("round %d: %.1f MiB in use, %d objects; %s", round, double(now.heap) / 1048576,
                  objects, soak::came(last, now).join(", ").constData());
            last = now;
            // Watches linger for a while: only a long run waits for the ends of connections.
            if (seconds >= LongSeconds)
                QCOMPARE(soak::left(now, {"QWebSocket", "kube::Exec"}), QByteArrayList());
            if (round >= WarmRounds)
                rounds.push_back(now);
        }
        // And only a long run can count the watches.
        const auto lines = soak::grown(rounds, seconds < LongSeconds ? "workspace::" : "");
        QVERIFY2(lines.isEmpty(), lines.join("; ").constData());

        owner.reset();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QTRY_COMPARE_WITH_TIMEOUT(soak::left(soak::holding(), {"workspace::", "kube::"}),
                                  QByteArrayList(), 10'000);
    }

private:
    support::DemoChild m_demo;
    QTemporaryDir m_folder;
};

int main(int argc, char **argv)
{
    soak::beginCounting();
    // Qt Test ends a function after five minutes, and falls silent after 2,000 messages.
    qputenv("QTEST_FUNCTION_TIMEOUT", QByteArray::number(24 * 3600 * 1000));
    QApplication application(argc, argv);
    SoakTest test;
    return QTest::qExec(&test, application.arguments() + QStringList{u"-maxwarnings"_s, u"0"_s});
}

#include "tst_soak.moc"
