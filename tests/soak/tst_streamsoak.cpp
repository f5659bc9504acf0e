// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/api/apiclient.h"
#include "kube/auth/identity.h"
#include "kube/streams/loggroup.h"
#include "kube/watch/resourcecache.h"
#include "ledger.h"
#include "linecheck.h"
#include "logwriters.h"
#include "shellcrew.h"
#include "support/demothread.h"
#include "workspace/look/look.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QStandardPaths>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using logstore::LogStore;

namespace {

constexpr int ShortSeconds = 12;
constexpr int LongSeconds = 60; // every class of Qt's counts, and the heap
constexpr int WarmRounds = 2; // until histories and stores were full once
constexpr int Rounds = 6; // that count
constexpr int PaceMs = 5;
constexpr quint32 Disturbances = 140; // one in so many steps: every second or so
constexpr int PatienceMs = 30'000;

/// The server with the pods that write, on a thread of its own.
struct Cluster
{
    explicit Cluster(quint32 seed)
    {
        server.run(
            [&](demo::ApiServer &api) { writers = std::make_unique<soak::LogWriters>(api, seed); });
    }
    ~Cluster()
    {
        server.run([&](demo::ApiServer &) { writers.reset(); }); // its timer is of that thread
    }
    Q_DISABLE_COPY_MOVE(Cluster)

    void disturb()
    {
        server.run([&](demo::ApiServer &) { writers->disturb(); });
    }
    QStringList done()
    {
        return server.run([&](demo::ApiServer &) { return writers->done(); });
    }
    soak::LogWriters::Counts pause()
    {
        return server.run([&](demo::ApiServer &) {
            writers->pause();
            return writers->written();
        });
    }
    void goOn()
    {
        server.run([&](demo::ApiServer &) { writers->goOn(); });
    }

    support::DemoThread server;
    std::unique_ptr<soak::LogWriters> writers;
};

/// Who reads the logs and works in the shells.
struct Person
{
    explicit Person(const QString &server)
        : identity(kube::ClientConfig{.server = server})
    {
        QObject::connect(&store, &LogStore::changed, &group, [this] { check.read(); });
        group.read({});
    }

    QString problem() const { return check.problem().isEmpty() ? crew.problem() : check.problem(); }

    kube::Identity identity;
    kube::ApiClient client{identity};
    kube::ResourceCache cache{client};
    // A small store: what it holds is full soon, so that growth is a leak.
    LogStore store{QDir::tempPath(), {.lines = 20'000, .memory = 4 * 1024 * 1024}};
    kube::LogGroup group{
        cache,
        {.nameSpace = QString::fromLatin1(soak::LogWriters::NameSpace), .selector = u"app=soak"_s},
        store,
        {.log = {.firstDelay = std::chrono::milliseconds(50)}}};
    soak::LineCheck check{store};
    workspace::Look look{workspace::Theme::darkTheme()};
    soak::ShellCrew crew{client, look};
};

} // namespace

/// Twelve followed logs and six shells for a long time, with whatever happens to connections:
/// nothing is lost without a mark, nothing comes twice, what is typed comes back, and memory stays
/// as it is. KRATEYARD_SOAK_SECONDS says for how long, KRATEYARD_SOAK_SEED which sequence it is.
class StreamSoakTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { QTest::failOnWarning(); }

    void nothingIsLostAndNothingGrows()
    {
        bool isNumber = false;
        const int wanted = qEnvironmentVariableIntValue("KRATEYARD_SOAK_SECONDS", &isNumber);
        const int seconds = isNumber ? wanted : ShortSeconds;
        const auto seed = quint32(qEnvironmentVariableIntValue("KRATEYARD_SOAK_SEED"));
        qInfo("seed %u, %d seconds", seed, seconds);
        m_random.seed(seed + 1);
        m_cluster = std::make_unique<Cluster>(seed);
        m_person = std::make_unique<Person>(m_cluster->server.url());
        QTRY_VERIFY_WITH_TIMEOUT(m_person->check.hasBegun(), PatienceMs);
        m_last = soak::holding();

        std::vector<soak::Holding> rounds;
        for (int round = 0; round < WarmRounds + Rounds; ++round) {
            play(qint64(seconds) * 1000 / (WarmRounds + Rounds));
            if (!QTest::currentTestFailed())
                settle();
            if (QTest::currentTestFailed())
                return;
            const auto now = soak::holding();
            tell(round, now);
            if (round >= WarmRounds)
                rounds.push_back(now);
            m_cluster->goOn();
        }
        QVERIFY(m_person->check.lines > 100);
        QVERIFY(m_person->crew.ends > 0);
        QVERIFY(m_person->crew.answers > 10);
        const auto lines = soak::grown(rounds, seconds < LongSeconds ? "workspace::" : "");
        QVERIFY2(lines.isEmpty(), lines.join("; ").constData());

        m_person.reset();
        m_cluster.reset();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QTRY_COMPARE_WITH_TIMEOUT(
            soak::left(soak::holding(),
                       {"workspace::", "kube::", "demo::", "Konsole::", "QWebSocket"}),
            QByteArrayList(), 10'000);
    }

    void cleanup()
    {
        m_person.reset();
        m_cluster.reset();
    }

private:
    void play(qint64 milliseconds)
    {
        QElapsedTimer clock;
        clock.start();
        while (clock.elapsed() < milliseconds) {
            m_person->crew.act(m_random);
            if (m_random.bounded(Disturbances) == 0) {
                m_cluster->disturb();
                ++m_disturbed;
            }
            QTest::qWait(PaceMs);
            QVERIFY2(m_person->problem().isEmpty(), qPrintable(problem()));
        }
    }

    /// Every line that was written is there, every shell has answered.
    void settle()
    {
        const auto written = m_cluster->pause();
        QTRY_VERIFY_WITH_TIMEOUT(m_person->check.hasAll(written), PatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(m_person->crew.isOpen(), PatienceMs);
        m_person->crew.askAll();
        QTRY_VERIFY_WITH_TIMEOUT(m_person->crew.hasAnswered(), PatienceMs);
        QVERIFY2(m_person->problem().isEmpty(), qPrintable(problem()));
    }

    QString problem()
    {
        return m_person->problem() + u"; done: "_s + m_cluster->done().join(u"; ");
    }

    void tell(int round, const soak::Holding &now)
    {
        const auto &[check, crew] = std::tie(m_person->check, m_person->crew);
        int objects = 0;
        for (const int count : now.objects)
            objects += count;
        qInfo(
            "round %d: %.1f MiB in use, %d objects; %d disturbances, %lld lines, %lld left out at "
            "seams, %lld missing in %lld gaps named; %lld ends of shells, %lld of %lld words "
            "answered; %s",
            round, double(now.heap) / 1048576, objects, m_disturbed, check.lines,
            m_person->group.stats().repeated, check.missing, check.gaps, crew.ends, crew.answers,
            crew.commands, soak::came(m_last, now).join(", ").constData());
        m_last = now;
    }

    std::unique_ptr<Cluster> m_cluster;
    std::unique_ptr<Person> m_person;
    soak::Holding m_last;
    QRandomGenerator m_random;
    int m_disturbed = 0;
};

int main(int argc, char **argv)
{
    soak::beginCounting();
    // Qt Test ends a function after five minutes, and falls silent after 2,000 messages.
    qputenv("QTEST_FUNCTION_TIMEOUT", QByteArray::number(24 * 3600 * 1000));
    QApplication application(argc, argv);
    StreamSoakTest test;
    return QTest::qExec(&test, application.arguments() + QStringList{u"-maxwarnings"_s, u"0"_s});
}

#include "tst_streamsoak.moc"
